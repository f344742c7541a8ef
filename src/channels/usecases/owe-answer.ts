import type { Becomes } from '#channels/domain/intake'
import { addDuration } from '#domain/time/calendar'
import { companyHead } from '#domain/kernel/heads'
import { taskIdOfSubject } from '#domain/kernel/task-id'
import { withFirstLook } from '#domain/deals/lateness'
import { calendarOf } from '#domain/deals/seating'
import { responsibleFor } from '#domain/people/responsible'
import { givenDue } from '#domain/time/due'
import { dateIn } from '#domain/time/zone'
import type { People } from '#ports/people'
import type { Deal } from '#schemas/deal'
import type { Duration, Model } from '#schemas/model'
import type { Task } from '#schemas/task'
import { again, whileOthersWrite } from '#usecases/while-others-write'
import { raiseOnDeal } from '#usecases/attached/raise-on-deal'
import type { ChannelNeeds } from './channel-needs'

type Owed = {
  readonly talk: string
  readonly at: string
  readonly id: string
  readonly becomes: Becomes
  /** Text of the task, and the ladder that is climbed when it is late, where the file says them. */
  readonly do?: string
  readonly whenLate?: string
  readonly deal?: Deal
  /** The newest of several deals it may belong to: its owner says to which. */
  readonly between?: Deal
}

/** As long as the file says nothing else. */
const usual: Duration = { count: 1, kind: 'working', unit: 'hours', text: '1 working hour' }

/**
 * Opens the task to answer somebody: one a client, however often they ask and however much comes at once; the date does not
 * move. What was answered already, or has been told before, opens none.
 */
export async function oweAnswer(ports: ChannelNeeds, owed: Owed): Promise<void> {
  const { talk, at, id } = owed
  if ((await ports.talks.findTalk(talk))?.notClient !== undefined) return
  const [{ model, version }, people] = await Promise.all([ports.rules.current(), ports.people.load()])
  await whileOthersWrite(`What is owed in ${talk} was written`, async () => {
    const tasks = await ports.deals.tasksOfSubject({ kind: 'talk', id: talk })
    const answers = tasks.flatMap((task) => (task.owes?.kind === 'answer' ? [{ task, owes: task.owes }] : []))
    if (answers.some(({ owes }) => owes.because === id || owes.lastAt >= at)) return undefined
    const open = answers.find(({ task }) => task.status === 'open')
    if (open === undefined) {
      const task = answerTask(ports, { ...owed, no: answers.length + 1 }, { model, version, people })
      if (!(await ports.deals.openTask(task))) return again
      // Told where the answer is owed anew: whoever writes on waits already.
      if (owed.deal !== undefined)
        await raiseOnDeal(ports, { deal: owed.deal.id, event: 'client_waiting', by: id, at, integration: '' })
      return undefined
    }
    const { task, owes } = open
    const unsaid = owed.between === undefined ? {} : { dealId: '' }
    const more = { ...task, ...unsaid, owes: { ...owes, times: owes.times + 1, lastAt: at }, rev: task.rev + 1 }
    return (await ports.deals.adjustTask(more, task.rev)) ? undefined : again
  })
}

type Scene = { readonly model: Model; readonly version: number; readonly people: People }

/** Debts of a talk are numbered: of two who open one at once the second sees the first. */
function answerTask(
  { clock }: Pick<ChannelNeeds, 'clock'>,
  owed: Owed & { readonly no: number },
  { model, version, people }: Scene,
): Task {
  const { talk, at, becomes, deal, between } = owed
  const whose = deal ?? between
  const on = dateIn(model.calendar.timezone, clock.now())
  const role = becomes.by ?? (whose === undefined ? 'owner_manager' : 'owner')
  const id = taskIdOfSubject(talk, `answer-${owed.no}`)
  const person = responsibleFor(role, { owner: whose?.owner ?? companyHead(people) ?? '', seed: id, on, org: people })
  const { name, calendar } = calendarOf(model, person.employee, people)
  const answer = becomes.answer ?? usual
  const now = clock.now()
  const task: Task = {
    id,
    dealId: deal?.id ?? '',
    subject: { kind: 'talk', id: talk },
    rev: 1,
    template: null,
    pipeline: '',
    stage: '',
    visit: 1,
    do: owed.do ?? model.intake?.do ?? 'Answer the client',
    required: false,
    status: 'open',
    responsible: person.employee,
    role,
    ...(person.standsInFor === undefined ? {} : { standsInFor: person.standsInFor }),
    ...givenDue(addDuration(calendar, at, answer), now),
    dueWhy: whyOf(answer, at, name, version),
    checklist: [],
    escalate: owed.whenLate ?? 'late_task',
    onLeave: 'keep',
    owes: { kind: 'answer', because: owed.id, times: 1, lastAt: at, attempts: 0 },
    createdAt: now,
    createdBy: 'channels',
  }
  return withFirstLook(task, calendar)
}

function whyOf(answer: Duration, at: string, calendar: string, configVersion: number): Task['dueWhy'] {
  return { rule: answer.text, anchor: 'start', anchorValue: at, calendar, configVersion, skipped: [] }
}
