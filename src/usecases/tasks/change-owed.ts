import { withLookAgain, withMiss } from '#domain/deals/lateness'
import { reasonOf, withReason } from '#domain/deals/task-reasons'
import { climbOf } from '#domain/deals/seating'
import { mayDo } from '#domain/deals/task-rights'
import { dealRefusal } from '#domain/deals/words/deal-refusal'
import { reaches, type Caller } from '#domain/kernel/access'
import { subjectIdOf } from '#domain/kernel/task-id'
import { plainText } from '#domain/rules/task-text'
import { givenAnew } from '#domain/time/due'
import type { People } from '#ports/people'
import type { Ports } from '#ports/ports'
import type { RulesVersion } from '#ports/rules'
import type { ReassignTask, RescheduleTask } from '#schemas/commands'
import type { Subject } from '#schemas/subject'
import type { Task } from '#schemas/task'
import type { Command } from '#usecases/command'
import { refuseEmployee } from '#usecases/deals/change-owner'
import { again, whileOthersWrite } from '#usecases/while-others-write'
import { refuseClosedTask } from './change-task'
import { giveOwed } from './give-owed'
import { refuseOthersGiving } from './refuse-others-task'

type Needs = Pick<Ports, 'clock' | 'deals' | 'people' | 'rules'>
type Owed = { readonly task: Task; readonly people: People; readonly rules: RulesVersion; readonly subject: Subject }

/** A task that hangs on a talk, a payment or a request, for whoever may see it. Refuses with `task_unknown`. */
export async function readOwed(ports: Needs, caller: Caller, taskId: string): Promise<Owed> {
  const subject = subjectIdOf(taskId)
  if (subject === undefined) throw dealRefusal('task_unknown', { id: taskId })
  const [tasks, people, rules] = await Promise.all([
    ports.deals.tasksOfSubject(subject),
    ports.people.load(),
    ports.rules.current(),
  ])
  const task = tasks.find(({ id }) => id === taskId)
  if (task === undefined || !isSeen(caller, task, people)) throw dealRefusal('task_unknown', { id: taskId })
  return { task, people, rules, subject }
}

/** Gives it to somebody else, who is told; its date does not move. Its responsible and their heads may. */
export async function reassignOwed(
  ports: Needs & Pick<Ports, 'notices'>,
  command: Command,
  taskId: string,
  { responsible, reason }: ReassignTask,
): Promise<Task> {
  const owed = await openOwed(ports, command, taskId)
  refuseEmployee(owed.people, responsible)
  if (owed.task.responsible === responsible) return owed.task
  const { actor, employee } = command.caller
  const said = reason === undefined ? {} : { said: { text: reason, by: actor.id } }
  const isGiven = await giveOwed(ports, owed.task, { to: responsible, how: 'for_good', by: employee, ...said })
  if (!isGiven) throw dealRefusal('version_conflict.task', { task: plainText(owed.task.do) })
  const given = (await ports.deals.tasksOfSubject(owed.subject)).find(({ id }) => id === taskId)
  return given ?? owed.task
}

/** Gives it another due date; what was missed before stays on record. Its responsible and their heads may. */
export async function rescheduleOwed(
  ports: Needs,
  command: Command,
  taskId: string,
  { dueAt, reason }: RescheduleTask,
): Promise<Task> {
  return whileOthersWrite(`The date of ${taskId} was written`, async () => {
    const { task, people, rules } = await openOwed(ports, command, taskId)
    if (task.dueAt === dueAt) return task
    const at = ports.clock.now()
    const climb = climbOf(task, rules.model, task.responsible, people)
    const { datedAt: _datedAt, ...missed } = withMiss(
      withReason(task, reasonOf(reason, command.caller.actor.id, at)),
      at,
      climb.calendar,
    )
    const { anchorName: _anchorName, ...why } = task.dueWhy
    const byHand = { rule: 'set by hand', anchor: 'person' as const, by: command.caller.actor.id, skipped: [] }
    const dueWhy = { ...why, ...byHand, configVersion: rules.version }
    const next = {
      ...withLookAgain({ ...missed, ...givenAnew(missed, dueAt, at), dueWhy }, climb, at),
      rev: task.rev + 1,
    }
    return (await ports.deals.adjustTask(next, task.rev)) ? next : again
  })
}

/** Refuses to do, cancel or open anew by hand what is done by its fact alone, and says what that is; `task_closed`. */
export async function refuseByHand(ports: Needs, command: Command, taskId: string): Promise<never> {
  const { task, subject } = await readOwed(ports, command.caller, taskId)
  const by = subject.kind === 'talk' ? (task.owes?.kind === 'call_back' ? 'call_back' : 'answer') : subject.kind
  throw dealRefusal('task_closed.by_itself', { task: plainText(task.do), by }, { status: task.status })
}

async function openOwed(ports: Needs, command: Command, taskId: string): Promise<Owed> {
  const owed = await readOwed(ports, command.caller, taskId)
  const { task, people, rules } = owed
  const { ifMatch } = command
  if (ifMatch !== undefined && ![ifMatch].flat().includes(task.rev))
    throw dealRefusal(
      'precondition_failed.task',
      { task: plainText(task.do), now: task.rev, seen: Math.max(...[ifMatch].flat()) },
      { version: task.rev },
    )
  refuseClosedTask(task)
  const scene = { deal: { owner: task.responsible }, people, newest: rules }
  refuseOthersGiving(command.caller, task, scene, ports.clock.now())
  return owed
}

function isSeen(caller: Caller, task: Task, people: People): boolean {
  if (caller.reach.people_edit === 'all' || reaches(caller, 'deals_edit', task.responsible, people)) return true
  return mayDo(caller, task, { owner: task.responsible, org: people })
}
