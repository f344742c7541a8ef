import { employeeCaller, systemCaller } from '#domain/kernel/access'
import { Refusal } from '#domain/kernel/refusal'
import { paperFactName } from '#domain/rules/paper-facts'
import type { People } from '#ports/people'
import type { Ports } from '#ports/ports'
import type { Deal } from '#schemas/deal'
import type { Task } from '#schemas/task'
import { commit, notBefore } from '#usecases/deals/commit'
import { rulesFor } from '#usecases/deals/deal-file'
import { doneTask } from '#usecases/deals/finish-tasks'
import { again, whileOthersWrite } from '#usecases/while-others-write'
import { taskDetail } from './change-task'

type Needs = Pick<Ports, 'clock' | 'deals' | 'gateFacts' | 'people' | 'rules'>

/** Closes the tasks of a deal whose papers are as far as they wait for, at once; `follow-deal` does it after every event. */
export async function closeByFacts(ports: Needs, dealId: string): Promise<void> {
  await whileOthersWrite(`The tasks of ${dealId} were closed`, async () => {
    const [deal, tasks, people] = await Promise.all([
      ports.deals.find(dealId),
      ports.deals.tasksOf(dealId),
      ports.people.load(),
    ])
    if (deal === undefined) return
    return (await closeAll(ports, { deal, tasks, people })) ? undefined : again
  })
}

type Seen = { readonly deal: Deal; readonly tasks: readonly Task[]; readonly people: People }

/** The same of a deal that has been read. False where somebody else wrote meanwhile. */
export async function closeAll(ports: Needs, { deal, tasks, people }: Seen): Promise<boolean> {
  const waiting = tasks.flatMap((task) =>
    task.status === 'open' && task.closesWhen !== undefined ? [{ task, fact: paperFactName(task.closesWhen) }] : [],
  )
  if (waiting.length === 0) return true
  const { values, sources } = await ports.gateFacts.find(deal, [...new Set(waiting.map(({ fact }) => fact))])
  let now = deal
  try {
    for (const { task, fact } of waiting) {
      const by = values[fact]
      // oxlint-disable-next-line no-await-in-loop -- each is an event of the deal by itself
      if (typeof by === 'string') now = await close(ports, { deal: now, tasks, people }, { task, by, sources })
    }
  } catch (error) {
    if (error instanceof Refusal && error.code === 'version_conflict') return false
    throw error
  }
  return true
}

type Closing = {
  readonly task: Task
  /** Who did what it waited for: an employee, or a rule. */
  readonly by: string
  readonly sources: Awaited<ReturnType<Ports['gateFacts']['find']>>['sources']
}

async function close(ports: Needs, { deal, tasks, people }: Seen, { task: was, by, sources }: Closing): Promise<Deal> {
  const at = notBefore(ports.clock.now(), deal)
  const [rules, newest] = await Promise.all([rulesFor(ports, deal), ports.rules.current()])
  const employee = people.employees[by]
  const caller = employee === undefined ? systemCaller('system', by) : employeeCaller(employee, people.departments)
  const command = { caller, correlationId: `${was.id}~${was.rev}` }
  const done = doneTask({ deal, tasks, people, newest, rules }, was, command, at)
  const task = { ...done, rev: was.rev + 1 }
  return commit(ports, command, {
    was: deal,
    next: deal,
    name: 'task.done',
    detail: taskDetail(task, {}),
    at,
    tasks: [{ task, wasRev: was.rev }],
    sources,
    counted: [task],
  })
}
