import { addDuration, closingOf } from '#domain/time/calendar'
import { dateOf } from '#domain/time/days'
import { openDayAtOrPast, workDayAt } from '#domain/time/opening-hours'
import { taskIdOf } from '#domain/kernel/task-id'
import { msOf } from '#domain/time/zone'
import type { Deal } from '#schemas/deal'
import type { Calendar, LadderStep } from '#schemas/model'
import type { Task } from '#schemas/task'

/** The suffix of the task that follows a lost or cancelled deal; a template id cannot start with a digit. */
export const followUpId = '0follow_up'

/** What a late task is measured by: the calendar of whoever has it, and the ladder it climbs. */
export type Climb = { readonly calendar: Calendar; readonly ladder: readonly LadderStep[] }

/** What the clock finds when it looks at a task; `task` is what it becomes, `next` only sets the next look. */
export type TaskLook =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'next'; readonly task: Task }
  | { readonly kind: 'overdue'; readonly task: Task; readonly since: string }
  | {
      readonly kind: 'step'
      readonly task: Task
      readonly since: string
      readonly step: LadderStep
      readonly no: number
    }

/**
 * The instant from which a task is late: its due date. One that was past when the task appeared is nobody's fault, so
 * such a task is late only when the first working day that was left for it has closed. So is one that somebody gave a past
 * date, from that moment on. What was tried in vain as often as the rules ask for is late from the last try on.
 */
export function lateSince(
  task: Pick<Task, 'dueAt' | 'lateAtBirth' | 'datedAt' | 'owes'>,
  calendar: Calendar,
): string | undefined {
  const late = lateByDate(task, calendar)
  const over = task.owes?.triesOverAt
  return late !== undefined && over !== undefined && over < late ? over : late
}

function lateByDate(
  { dueAt, lateAtBirth, datedAt = '' }: Pick<Task, 'dueAt' | 'lateAtBirth' | 'datedAt'>,
  calendar: Calendar,
): string | undefined {
  if (dueAt === null) return undefined
  if (!lateAtBirth) return dueAt
  const from = datedAt > dueAt ? datedAt : dueAt
  const born = workDayAt(calendar, msOf(from))
  const close = closingOf(calendar, dateOf(openDayAtOrPast(calendar, born, 1)))
  return close > from ? close : closingOf(calendar, dateOf(openDayAtOrPast(calendar, born + 1, 1)))
}

/** A task with a look for when its date has passed; without one when there is no date to miss. */
export function withFirstLook(task: Task, calendar: Calendar): Task {
  const at = lateSince(task, calendar)
  return at === undefined || task.status !== 'open' ? withoutLook(task) : { ...task, look: { at, step: 0 } }
}

/** The next look at a task; whoever made one without saying when has it looked at when its date has passed. */
export function lookOf(task: Task): Task['look'] {
  if (task.status !== 'open') return undefined
  if (task.look !== undefined) return task.look
  return task.dueAt === null || task.dueAt === task.overdueFor ? undefined : { at: task.dueAt, step: 0 }
}

/** A task that the clock has nothing to do with any more. */
export function withoutLook(task: Task): Task {
  const { look: _look, ...rest } = task
  return rest
}

/**
 * A task that is open again. A miss that was noted is not noted again, and steps whose time has gone while there was no
 * reason for them are not taken after the fact.
 */
export function withLookAgain(task: Task, climb: Climb, at: string): Task {
  const since = lateSince(task, climb.calendar)
  if (since === undefined || task.overdueFor !== task.dueAt) return withFirstLook(task, climb.calendar)
  const left = climb.ladder.findIndex((step) => stepAt(step, since, climb.calendar) >= at)
  return left < 0 ? withoutLook(task) : withStep(task, since, climb, left + 1)
}

/** A task that somebody else has now: its next step comes at the time by that person's calendar. */
export function withLookOf(task: Task, climb: Climb): Task {
  if (task.look === undefined) return task
  const since = lateSince(task, climb.calendar)
  if (since === undefined) return withoutLook(task)
  return task.look.step === 0 ? withFirstLook(task, climb.calendar) : withStep(task, since, climb, task.look.step)
}

/**
 * A task with what has been missed by now on record: the first due date that was, and the last one, each with whoever had the
 * task then. `calendar` is theirs. To be asked before a task changes hands, is dated anew or done.
 */
export function withMiss(task: Task, at: string, calendar: Calendar): Task {
  const { dueAt, lateAtBirth, firstMissedDueAt, responsible: by } = task
  if (dueAt === null || dueAt >= at) return task
  const isFirst = firstMissedDueAt === undefined && !lateAtBirth
  const isLast = task.missed?.dueAt !== dueAt && (lateSince(task, calendar) ?? at) < at
  return {
    ...task,
    ...(isFirst ? { firstMissedDueAt: dueAt, firstMissedBy: by } : {}),
    ...(isLast ? { missed: { dueAt, by } } : {}),
  }
}

/** Who was late with an open task that somebody else has now; undefined where whoever has it is late themselves, or nobody is. */
export function lateBefore({ status, responsible, missed }: Task): string | undefined {
  return status !== 'open' || missed === undefined || missed.by === responsible ? undefined : missed.by
}

/** Whether an open task is still to be done: the deal is in the visit it belongs to, or it is kept, or follows the end of the deal. */
export function isStillAsked(task: Task, deal: Pick<Deal, 'id' | 'status' | 'visit'>): boolean {
  if (task.onLeave === 'keep') return true
  if (task.onLeave === 'with_deal') return deal.status === 'open' || deal.status === 'won'
  if (task.visit !== deal.visit.no) return false
  if (task.id === taskIdOf(deal.id, task.visit, followUpId))
    return deal.status === 'lost' || deal.status === 'cancelled'
  return deal.status === 'open' || deal.status === 'won'
}

/**
 * Looks at a task whose look has come. Everything is judged anew: a reason that is gone, because the task was done, moved
 * or dated anew or the deal went on, says nothing.
 */
export function lookAtTask(
  task: Task,
  deal: Pick<Deal, 'id' | 'status' | 'visit'>,
  climb: Climb,
  at: string,
): TaskLook {
  const look = lookOf(task)
  if (look === undefined || look.at >= at) return { kind: 'nothing' }
  const since = lateSince(task, climb.calendar)
  if (since === undefined) return { kind: 'next', task: withoutLook(task) }
  if (!isStillAsked(task, deal)) return { kind: 'nothing' }
  if (look.step === 0) return firstLook(task, since, climb, at)
  return laterLook(task, since, climb, at)
}

/** When a step of a ladder is taken, counted from becoming late. */
export function stepAt(step: LadderStep, since: string, calendar: Calendar): string {
  return step.after === undefined ? since : addDuration(calendar, since, step.after)
}

function firstLook(task: Task, since: string, climb: Climb, at: string): TaskLook {
  // Another person, or another opening time, may have moved the instant at which it becomes late.
  if (since >= at) return { kind: 'next', task: withFirstLook(task, climb.calendar) }
  const next = withStep(withMiss(task, at, climb.calendar), since, climb, 1)
  if (task.overdueFor === task.dueAt || task.dueAt === null) return { kind: 'next', task: next }
  return { kind: 'overdue', task: { ...next, overdueFor: task.dueAt }, since }
}

function laterLook(task: Task, since: string, climb: Climb, at: string): TaskLook {
  const no = task.look?.step ?? 1
  const dated = dateToCome(task, climb.calendar)
  // Its ladder began before its date: that it was missed is noted all the same, once, and the ladder goes on.
  if (dated !== undefined && dated < at) {
    const missed = { ...withMiss(task, at, climb.calendar), overdueFor: task.dueAt ?? dated }
    return { kind: 'overdue', task: withStep(missed, since, climb, no), since: dated }
  }
  const step = climb.ladder[no - 1]
  if (step === undefined) return { kind: 'next', task: withoutLook(task) }
  const fires = stepAt(step, since, climb.calendar)
  if (fires >= at) return { kind: 'next', task: { ...task, look: { at: fires, step: no } } }
  return { kind: 'step', task: withStep(task, since, climb, no + 1), since, step, no }
}

function withStep(task: Task, since: string, { ladder, calendar }: Climb, no: number): Task {
  const step = ladder[no - 1]
  const at = step === undefined ? undefined : stepAt(step, since, calendar)
  const dated = dateToCome(task, calendar)
  const next = at === undefined || (dated !== undefined && dated < at) ? dated : at
  return next === undefined ? withoutLook(task) : { ...task, look: { at: next, step: no } }
}

/** The date of a task whose ladder began before it, as long as it was not noted that it was missed. */
function dateToCome(task: Task, calendar: Calendar): string | undefined {
  const isTried = task.owes?.triesOverAt !== undefined && task.overdueFor !== task.dueAt
  return isTried ? lateByDate(task, calendar) : undefined
}
