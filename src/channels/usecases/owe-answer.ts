import type { Becomes } from '#channels/domain/intake'
import { addDuration } from '#domain/time/calendar'
import { companyHead } from '#domain/kernel/access'
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
}

/** As long as the file says nothing else. */
const usual: Duration = { count: 1, kind: 'working', unit: 'hours', text: '1 working hour' }

/** Opens the task to answer somebody: one a client, however often they ask; the date does not move. */
export async function oweAnswer(ports: ChannelNeeds, owed: Owed): Promise<void> {
  const { talk, at } = owed
  if ((await ports.talks.findTalk(talk))?.notClient !== undefined) return
  const tasks = await ports.deals.tasksOfSubject({ kind: 'talk', id: talk })
  const open = tasks.find(({ owes, status }) => owes?.kind === 'answer' && status === 'open')
  const [{ model, version }, people] = await Promise.all([ports.rules.current(), ports.people.load()])
  if (open !== undefined) {
    if (open.owes === undefined || open.owes.lastAt >= at) return
    const owes = { ...open.owes, times: open.owes.times + 1, lastAt: at }
    await ports.deals.adjustTask({ ...open, owes, rev: open.rev + 1 }, open.rev)
    return
  }
  await ports.deals.openTask(answerTask(ports, owed, { model, version, people }))
}

type Scene = { readonly model: Model; readonly version: number; readonly people: People }

function answerTask({ clock }: Pick<ChannelNeeds, 'clock'>, owed: Owed, { model, version, people }: Scene): Task {
  const { talk, at, becomes, deal } = owed
  const head = companyHead(people) ?? ''
  const on = dateIn(model.calendar.timezone, clock.now())
  const role = becomes.by ?? (deal === undefined ? 'owner_manager' : 'owner')
  const id = taskIdOfSubject(talk, `answer-${owed.id}`)
  const person = responsibleFor(role, { owner: deal?.owner ?? head, seed: id, on, org: people })
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
