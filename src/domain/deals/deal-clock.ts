import { addDuration } from '#domain/time/calendar'
import { stepAt } from './lateness'
import type { Org } from '#domain/people/responsible'
import { calendarOf } from './seating'
import type { StageRules } from '#domain/rules/stage-rules'
import type { Deal, DealCard } from '#schemas/deal'
import type { ClockHand, DealClock } from '#schemas/deal-clock'
import type { Calendar, LadderStep } from '#schemas/model'
import type { Task } from '#schemas/task'

/** What a deal is measured by: the rules of its visit and the people, for the owner's calendar. */
export type Measure = { readonly rules: StageRules; readonly org: Org }

/** What the hands say. */
export type ClockNews = 'deal.stuck' | 'deal.idle' | 'deal.reply_late'

/** What is found when the clock of a deal is looked at; `next` says nothing and only sets the hands anew. */
export type ClockLook =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'next'; readonly clock: DealClock }
  | {
      readonly kind: 'news'
      readonly news: ClockNews
      readonly clock: DealClock
      readonly since: string
      readonly rung?: { readonly step: LadderStep; readonly no: number }
    }

/**
 * The clock of a deal as it has to be written now; `humanAt` is when a person has just done something. Undefined when what
 * is kept rings early enough: whoever looks then sets it anew by the deal as it is, so late, repeated and swapped events
 * come to the same, and a move that makes nothing ring earlier costs no write.
 */
export function clockFor(
  deal: DealCard,
  was: DealClock | undefined,
  measure: Measure & { readonly humanAt?: string },
): DealClock | undefined {
  const next = clockNow(deal, was, measure)
  const [rings, due] = [was === undefined ? undefined : nextLook(was), nextLook(next)]
  if (due === undefined) return undefined
  return rings !== undefined && rings <= due ? undefined : next
}

/** The clock of a deal by the deal as it is, with all its hands. */
function clockNow(
  deal: DealCard,
  was: DealClock | undefined,
  { rules, org, humanAt }: Measure & { readonly humanAt?: string },
): DealClock {
  const { calendar } = calendarOf(rules.model, deal.owner, org)
  const stuck = stuckHand(deal, was, { rules, calendar })
  const idle = idleHand(deal, was, { rules, calendar, ...(humanAt === undefined ? {} : { humanAt }) })
  const reply = replyHand(deal, was)
  const hands = {
    ...(stuck === undefined ? {} : { stuck }),
    ...(idle === undefined ? {} : { idle }),
    ...(reply === undefined ? {} : { reply }),
  }
  return { dealId: deal.id, rev: (was?.rev ?? 0) + 1, visit: deal.visit.no, ...hands }
}

/** When a clock has to be looked at next; undefined when all its hands are at rest. */
export function nextLook({ stuck, idle, reply }: DealClock): string | undefined {
  return [stuck?.at, idle?.at, reply?.at].filter((at) => at !== undefined).toSorted()[0]
}

/** Whether looking at the clock now needs the tasks of the deal and the last thing a person did. */
export function needsHistory(clock: DealClock, at: string): boolean {
  return clock.idle?.at !== undefined && clock.idle.at < at
}

/** Looks at a clock whose time has come, one hand at a time. Everything is judged anew by the deal as it is. */
export function lookAtClock(
  clock: DealClock,
  deal: DealCard,
  scene: Measure & { readonly at: string; readonly tasks: readonly Task[]; readonly lastHumanAt?: string },
): ClockLook {
  const isDue = (hand: ClockHand | undefined): hand is ClockHand => hand?.at !== undefined && hand.at < scene.at
  // It was set for another visit, or before the deal was closed: nothing was due, and it rings when something will be.
  if (clock.visit !== deal.visit.no || !isRunning(deal)) return { kind: 'next', clock: clockNow(deal, clock, scene) }
  const { calendar } = calendarOf(scene.rules.model, deal.owner, scene.org)
  if (isDue(clock.reply)) return lookAtReply(clock, deal, clock.reply)
  if (isDue(clock.stuck)) return lookAtStuck(clock, deal, { rules: scene.rules, calendar, at: scene.at })
  if (isDue(clock.idle)) return lookAtIdle(clock, deal, { ...scene, calendar })
  return { kind: 'nothing' }
}

function isRunning({ status }: Pick<Deal, 'status'>): boolean {
  return status === 'open' || status === 'won'
}

function stuckHand(
  deal: DealCard,
  was: DealClock | undefined,
  { rules, calendar }: { rules: StageRules; calendar: Calendar },
): ClockHand | undefined {
  const { maxAge } = rules.stage
  if (maxAge === undefined || !isRunning(deal)) return undefined
  const from = beganAt(deal, rules)
  const isSameVisit = was?.visit === deal.visit.no && was.stuck?.from === from
  // What has been said of this visit stays said; before that the owner's calendar may still change.
  if (isSameVisit && was.stuck.step > 0) return was.stuck
  return { from, at: addDuration(calendar, from, maxAge), step: 0 }
}

/** From when the age of a deal in its stage is counted. */
function beganAt({ visit }: DealCard, { stage }: StageRules): string {
  return stage.agedFrom ?? visit.enteredAt
}

function idleHand(
  deal: DealCard,
  was: DealClock | undefined,
  { rules, calendar, humanAt }: { rules: StageRules; calendar: Calendar; humanAt?: string },
): ClockHand | undefined {
  const { maxIdle } = rules.stage
  if (maxIdle === undefined && was?.idle === undefined) return undefined
  const before = was?.idle ?? { from: humanAt ?? deal.createdAt, step: 0 }
  const isTouched = before.step > 0 && humanAt !== undefined && humanAt > before.from
  const { from, step } = isTouched ? { from: humanAt, step: 0 } : before
  if (step > 0 || maxIdle === undefined || !isRunning(deal)) return { from, step }
  return { from, at: addDuration(calendar, from, maxIdle), step }
}

/** A reply that failed its time has failed: it is said once and nothing takes it back. */
function replyHand(deal: DealCard, was: DealClock | undefined): ClockHand | undefined {
  const from = deal.firstReplyDueAt ?? undefined
  if (from === undefined) return undefined
  const step = was?.reply?.from === from ? was.reply.step : 0
  return step > 0 || deal.firstReply !== undefined || !isRunning(deal) ? { from, step } : { from, at: from, step }
}

function lookAtReply(clock: DealClock, deal: DealCard, { from, step }: ClockHand): ClockLook {
  if (deal.firstReply !== undefined) return { kind: 'next', clock: turned(clock, { reply: { from, step } }) }
  return { kind: 'news', news: 'deal.reply_late', clock: turned(clock, { reply: { from, step: 1 } }), since: from }
}

function lookAtStuck(
  clock: DealClock,
  deal: DealCard,
  { rules, calendar, at }: { rules: StageRules; calendar: Calendar; at: string },
): ClockLook {
  const { maxAge, whenStuck } = rules.stage
  const no = clock.stuck?.step ?? 0
  // What has been said of this visit stays said; before that it counts from where the rules of today begin.
  const from = no > 0 && clock.stuck !== undefined ? clock.stuck.from : beganAt(deal, rules)
  if (maxAge === undefined) return { kind: 'next', clock: turned(clock, { stuck: { from, step: no } }) }
  const since = addDuration(calendar, from, maxAge)
  const ladder = rules.model.escalations[whenStuck] ?? rules.model.escalations['stuck_deal'] ?? []
  const step = ladder[no - 1]
  if (no > 0 && step === undefined) return { kind: 'next', clock: turned(clock, { stuck: { from, step: no } }) }
  const fires = step === undefined ? since : stepAt(step, since, calendar)
  if (fires >= at) return { kind: 'next', clock: turned(clock, { stuck: { from, at: fires, step: no } }) }
  const after = ladder[no]
  const next = after === undefined ? {} : { at: stepAt(after, since, calendar) }
  const rung = step === undefined ? {} : { rung: { step, no } }
  const turnedClock = turned(clock, { stuck: { from, ...next, step: no + 1 } })
  return { kind: 'news', news: 'deal.stuck', clock: turnedClock, since, ...rung }
}

function lookAtIdle(
  clock: DealClock,
  deal: DealCard,
  scene: { rules: StageRules; calendar: Calendar; at: string; tasks: readonly Task[]; lastHumanAt?: string },
): ClockLook {
  const { rules, calendar, at, tasks, lastHumanAt } = scene
  const from = lastHumanAt ?? deal.createdAt
  const { maxIdle } = rules.stage
  if (maxIdle === undefined) return { kind: 'next', clock: turned(clock, { idle: { from, step: 0 } }) }
  const since = addDuration(calendar, from, maxIdle)
  // Somebody who has put down what comes next has not forgotten the deal.
  const planned = tasks.flatMap(({ status, dueAt }) =>
    status === 'open' && dueAt !== null && dueAt >= at ? [dueAt] : [],
  )
  const later = since >= at ? since : planned.toSorted()[0]
  if (later !== undefined) return { kind: 'next', clock: turned(clock, { idle: { from, at: later, step: 0 } }) }
  return { kind: 'news', news: 'deal.idle', clock: turned(clock, { idle: { from, step: 1 } }), since }
}

function turned(clock: DealClock, hands: Pick<DealClock, 'stuck' | 'idle' | 'reply'>): DealClock {
  return { ...clock, ...hands, rev: clock.rev + 1 }
}
