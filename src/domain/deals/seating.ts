import { personFieldOf } from '#domain/people/person-field'
import { anchorOf, dueAt, lateAtBirth, type Due } from '#domain/time/due'
import { followUpId, withFirstLook, withLookOf, withMiss, withoutLook, type Climb } from './lateness'
import { responsibleFor, type Org } from '#domain/people/responsible'
import { isWanted, seatedTask, taskValues, valuesOf, type StageRules } from '#domain/rules/stage-rules'
import { taskIdOf } from '#domain/kernel/task-id'
import { dateIn } from '#domain/time/zone'
import type { Deal } from '#schemas/deal'
import type { Calendar, Model, TaskTemplate } from '#schemas/model'
import type { Task } from '#schemas/task'

/** What a deal's tasks should become: tasks to open, and open tasks to change (each with the revision it was based on). */
export type Seating = { readonly open: readonly Task[]; readonly change: readonly { task: Task; wasRev: number }[] }

type Situation = {
  readonly deal: Deal
  readonly rules: StageRules
  readonly tasks: readonly Task[]
  readonly org: Org
  /** When what brings the tasks happened: their birth. */
  readonly at: string
  /** Looks at a moment of the past: what was done after it was not done then. */
  readonly until?: string
}

/**
 * What has to be done to a deal's tasks so that they are what the rules of its visit ask for. It looks at the deal as it
 * is, not at what has just happened, so running it twice, late or in another order comes to the same tasks.
 */
export function seatTasks(situation: Situation): Seating {
  const { tasks } = situation
  const wanted = wantedTasks(situation)
  const known = new Set(tasks.map((task) => task.id))
  const seats = new Map(wanted.map((seat) => [seat.id, seat]))
  return {
    open: wanted.filter(({ id }) => !known.has(id)).map((seat) => seat.born()),
    change: tasks.flatMap((task) => {
      const next = nextOf(task, situation, seats.get(task.id))
      return next === undefined ? [] : [{ task: { ...next, rev: task.rev + 1 }, wasRev: task.rev }]
    }),
  }
}

/** The tasks of a visit that was over before anybody opened them: on record as cancelled; kept ones are still to be done. */
export function missedTasks(situation: Situation, reason: 'stage_left' | 'deal_closed'): readonly Task[] {
  const known = new Set(situation.tasks.map((task) => task.id))
  return wantedTasks(situation)
    .filter(({ id }) => !known.has(id))
    .map((seat) => seat.born())
    .map((task) =>
      task.onLeave === 'keep'
        ? task
        : { ...withoutLook(task), status: 'cancelled', cancelledAt: task.createdAt, cancelReason: reason },
    )
}

/** The calendar somebody works by, and its name. */
export function calendarOf(
  model: Model,
  employee: string,
  org: Org,
): { readonly name: string; readonly calendar: Calendar } {
  const name = org.employees[employee]?.calendar
  const own = name === undefined ? undefined : model.calendars[name]
  return own === undefined || name === undefined
    ? { name: 'company', calendar: model.calendar }
    : { name, calendar: own }
}

/** What somebody's late task is measured by: their calendar, and the ladder the task names in these rules. */
export function climbOf(task: Pick<Task, 'escalate'>, model: Model, employee: string, org: Org): Climb {
  const ladder = model.escalations[task.escalate] ?? model.escalations['late_task'] ?? []
  return { calendar: calendarOf(model, employee, org).calendar, ladder }
}

/** Whom the rules ask a task of, kept when it is given to somebody by name. */
export function askedOf({ by, role }: Pick<Task, 'by' | 'role'>): Pick<Task, 'by'> {
  const asked = by ?? role
  return asked === '' ? {} : { by: asked }
}

/** A task that is wanted, by its id. Its date is worked out only for whoever needs it: most such tasks are there already. */
type Seat = { readonly id: string; readonly born: () => Task }

function wantedTasks(situation: Situation): readonly Seat[] {
  const { status } = situation.deal
  return status === 'open' || status === 'won' ? stageTasks(situation) : closingTasks(situation)
}

function stageTasks(situation: Situation): readonly Seat[] {
  const { deal, rules, tasks } = situation
  const values = taskValues(deal, rules)
  return rules.stage.tasks
    .filter((template) => isWanted(template, deal, values, tasks))
    .filter((template) => hasBegun(template, situation))
    .map((template) => ({
      id: taskIdOf(deal.id, deal.visit.no, template.id),
      born: () => born(template, template.id, situation),
    }))
}

function closingTasks(situation: Situation): readonly Seat[] {
  const { deal } = situation
  const outcome = deal.status === 'lost' || deal.status === 'cancelled' ? deal.status : undefined
  const template = outcome === undefined ? undefined : situation.rules.model.outcomes[outcome].followUp
  if (template === undefined) return []
  const at = deal.closed?.at ?? situation.at
  const bornThen = (): Task => ({
    ...born(template, followUpId, { ...situation, at }, at),
    required: false,
    onLeave: 'cancel',
  })
  return [{ id: taskIdOf(deal.id, deal.visit.no, followUpId), born: bornThen }]
}

/** A task after another task or after an event appears only when that has happened. */
function hasBegun(template: TaskTemplate, situation: Situation): boolean {
  const anchor = anchorOf(template.due)
  if (anchor.kind === 'event') return situation.deal.happened[anchor.event] !== undefined
  if (anchor.kind !== 'task') return true
  return doneTimes(situation)[anchor.task] !== undefined
}

/** When the tasks of this visit were done. One that is not wanted in this visit does not hold up those after it. */
function doneTimes({ deal, rules, tasks, until }: Situation): Readonly<Record<string, string>> {
  const values = taskValues(deal, rules)
  const times: Record<string, string> = {}
  for (const template of rules.stage.tasks) {
    const task = seatedTask(template.id, deal, tasks)
    const doneAt = task?.status === 'done' ? task.doneAt : undefined
    if (doneAt !== undefined && (until === undefined || doneAt <= until)) times[template.id] = doneAt
    else if (!isWanted(template, deal, values, tasks)) times[template.id] = deal.visit.enteredAt
  }
  return times
}

function born(template: TaskTemplate, suffix: string, situation: Situation, start?: string): Task {
  const { deal, rules, org, at } = situation
  const id = taskIdOf(deal.id, deal.visit.no, suffix)
  const person = personOf(template, id, situation)
  const { name, calendar } = calendarOf(rules.model, person.responsible, org)
  const due = dueOf(template, situation, calendar, start)
  const date = due.dueAt === null ? { dueAt: null, lateAtBirth: false } : lateAtBirth(due.dueAt, at)
  const task: Task = {
    id,
    dealId: deal.id,
    rev: 1,
    template: template.id,
    pipeline: deal.pipeline,
    stage: deal.stage,
    visit: deal.visit.no,
    do: template.do,
    ...(template.howTo === undefined ? {} : { howTo: template.howTo }),
    required: !template.optional,
    status: 'open',
    ...person,
    ...(template.mayAlso === undefined ? {} : { mayAlso: [...template.mayAlso] }),
    ...date,
    dueWhy: whyOf(due, name, rules.configVersion),
    checklist: template.checklist.map((text) => ({ text, done: false })),
    escalate: template.escalate,
    onLeave: template.onLeave,
    ...(template.doneWhen === undefined ? {} : { closesWhen: template.doneWhen }),
    createdAt: at,
    createdBy: 'rules',
  }
  return withFirstLook(task, calendar)
}

type Person = Pick<Task, 'responsible' | 'role' | 'standsInFor' | 'whileAway' | 'fallback'>

/** Who does the task of a template, in what role and for whom, as of the moment it appears. */
export function personOf(
  template: TaskTemplate,
  id: string,
  { deal, rules, org, at }: Pick<Situation, 'deal' | 'org' | 'at'> & { readonly rules: Pick<StageRules, 'model'> },
): Person {
  const on = dateIn(rules.model.calendar.timezone, at)
  const waits = template.whileAway === 'wait'
  const found = responsibleFor(template.by, { owner: deal.owner, seed: id, on, org, waits, fields: deal.fields })
  const { employee, standsInFor, fallback } = found
  return {
    responsible: employee,
    role: template.by,
    ...(standsInFor === undefined ? {} : { standsInFor }),
    ...(waits ? { whileAway: 'wait' } : {}),
    ...(fallback === undefined ? {} : { fallback }),
  }
}

function dueOf(template: TaskTemplate, situation: Situation, calendar: Calendar, start?: string): Due {
  const { deal, rules } = situation
  const anchors = {
    start: notBefore(template.since, start ?? deal.visit.enteredAt),
    tasks: atLeast(template.since, doneTimes(situation)),
    events: atLeast(template.since, deal.happened),
    fields: valuesOf(deal, rules.model),
  }
  return dueAt(template.due, anchors, calendar)
}

/** What came to a visit that was under way counts from then: nobody becomes late for what was not asked before. */
function notBefore(since: string | undefined, instant: string): string {
  return since !== undefined && instant < since ? since : instant
}

function atLeast(
  since: string | undefined,
  instants: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  if (since === undefined) return instants
  return Object.fromEntries(Object.entries(instants).map(([id, instant]) => [id, notBefore(since, instant)]))
}

/** The stored explanation of a due date. */
export function whyOf(due: Due, calendar: string, configVersion: number): Task['dueWhy'] {
  const { rule, anchor, skipped } = due.why
  return {
    rule,
    anchor: anchor.kind,
    ...(anchor.name === null ? {} : { anchorName: anchor.name }),
    anchorValue: anchor.value,
    calendar,
    configVersion,
    skipped: [...skipped],
  }
}

function nextOf(task: Task, situation: Situation, seat: Seat | undefined): Task | undefined {
  const { deal, at } = situation
  if (task.status === 'cancelled') return task.cancelReason === 'condition_gone' ? seat?.born() : undefined
  if (task.status === 'done') return undefined
  const reason = cancelReasonOf(task, deal, seat)
  if (reason !== undefined) {
    return { ...withoutLook(task), status: 'cancelled', cancelledAt: at, cancelReason: reason }
  }
  return withNewDate(withOwner(task, situation), task, seat)
}

function cancelReasonOf(task: Task, deal: Deal, seat: Seat | undefined): Task['cancelReason'] {
  if (task.onLeave === 'keep' || seat !== undefined) return undefined
  if (deal.status !== 'open' && deal.status !== 'won') return 'deal_closed'
  if (task.onLeave === 'with_deal') return undefined
  if (task.visit < deal.visit.no) return 'stage_left'
  return task.template === null ? undefined : 'condition_gone'
}

/**
 * Open tasks of the owner go with the deal to its new owner, those of whoever a field names to whoever it names now; a deputy keeps those of the owner they stand in for. Who is
 * away is not asked here: that changes with the day, and what is done about it must not depend on when an event comes.
 */
function withOwner(task: Task, { deal, rules, org, at }: Situation): Task {
  const isNamed = personFieldOf(task.role) !== undefined
  if (task.role !== 'owner' && !isNamed) return task
  const on = dateIn(rules.model.calendar.timezone, at)
  const question = { owner: deal.owner, seed: task.id, on, org, waits: true, fields: deal.fields }
  const { employee, fallback } = responsibleFor(task.role, question)
  // Where a field has come to name nobody, the task stays with whoever has it.
  if (employee === (task.standsInFor ?? task.responsible) || (isNamed && fallback !== undefined)) return task
  const { calendar } = climbOf(task, rules.model, task.responsible, org)
  // It changes hands as the deal is now, whichever of its events comes first.
  const changedAt = deal.updatedAt > at ? deal.updatedAt : at
  const { standsInFor: _standsInFor, fallback: _fallback, ...own } = withMiss(task, changedAt, calendar)
  return withLookOf({ ...own, responsible: employee }, climbOf(task, rules.model, employee, org))
}

/** A task that hangs on a date field moves when the field does, and only then: a date set by hand stays otherwise. */
function withNewDate(task: Task, was: Task, seat: Seat | undefined): Task | undefined {
  const now = was.dueWhy.anchor === 'field' ? seat?.born() : undefined
  if (now === undefined || now.dueWhy.anchorValue === was.dueWhy.anchorValue) return task === was ? undefined : task
  const { dueAt, dueWhy, lateAtBirth: isLate, look } = now
  return { ...withoutLook(task), dueAt, dueWhy, lateAtBirth: isLate, ...(look === undefined ? {} : { look }) }
}
