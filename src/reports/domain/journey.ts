import { workingSecondsBetween } from '#domain/time/calendar'
import { isNote } from '#domain/deals/fold'
import { msOf } from '#domain/time/zone'
import type { DomainEvent } from '#schemas/event'
import type { Model } from '#schemas/model'
import { wonStage, type Ended, type Overridden, type Reached, type ReachedHow } from './facts'

/** What a deal has gone through, oldest first. */
export type Journey = {
  readonly reached: readonly Reached[]
  readonly ended: readonly Ended[]
  readonly overridden: readonly Overridden[]
}

/** Where a journey stands after an event: from here it can be followed on without what came before. Plain JSON. */
export type Standing = {
  readonly visit: number
  readonly stay?: Readonly<Stay> | undefined
  /** Seconds in each stage so far: working, calendar. */
  readonly spent: readonly (readonly [stage: string, working: number, wall: number])[]
}

/** What came of following a deal: its journey, where it stands, and whether a stage got another name on the way. */
export type Followed = { readonly journey: Journey; readonly standing: Standing; readonly isRenamed: boolean }

type Stay = { stage: string; pipeline: string; readonly enteredAt: string; readonly configVersion: number }
type Walk = {
  readonly modelOf: (version: number) => Model
  readonly reached: Reached[]
  readonly ended: Ended[]
  readonly overridden: Overridden[]
  /** Seconds in each stage so far: working, calendar. */
  readonly spent: Map<string, readonly [number, number]>
  visit: number
  stay: Stay | undefined
  isRenamed: boolean
}

/**
 * Follows a deal from event to event (each with the version it made, oldest first), from its beginning or from where it
 * stood. It looks at where the deal is after each, not at the names of events: a new visit is a move; another stage within
 * a visit is a new name for the same stay.
 */
export function journeyOf(
  events: readonly DomainEvent[],
  modelOf: (version: number) => Model,
  from: Standing = { visit: 0, spent: [] },
): Followed {
  const walk: Walk = {
    modelOf,
    reached: [],
    ended: [],
    overridden: [],
    spent: new Map(from.spent.map(([stage, working, wall]) => [stage, [working, wall]])),
    visit: from.visit,
    stay: from.stay,
    isRenamed: false,
  }
  for (const event of events) if (!isNote(event)) step(walk, event)
  const { reached, ended, overridden, visit, stay, isRenamed } = walk
  const spent = [...walk.spent].map(([stage, [working, wall]]) => [stage, working, wall] as const)
  return { journey: { reached, ended, overridden }, standing: { visit, spent, ...(stay && { stay }) }, isRenamed }
}

function step(walk: Walk, event: DomainEvent): void {
  const { visit, status } = event.detail.deal
  const isRunning = status === 'open' || status === 'won'
  if (event.detail.override !== undefined && event.detail.override.role !== 'import') override(walk, event)
  if (visit !== walk.visit) enter(walk, event)
  else rename(walk, event)
  if (!isRunning && walk.stay !== undefined) {
    leave(walk, event, status === 'completed')
    if (status === 'completed') reachBetween(walk, event, event.detail.from?.stage ?? event.detail.deal.stage)
  }
  if (event.detail.became === 'won') reach(walk, event, wonStage, 'entered')
}

function enter(walk: Walk, event: DomainEvent): void {
  const { stage, pipeline, visit } = event.detail.deal
  const before = walk.stay?.stage
  const isForward = before !== undefined && indexOf(walk, event, stage) > indexOf(walk, event, before)
  if (walk.stay !== undefined) leave(walk, event, isForward)
  // A deal that begins in the middle has passed everything before it; one that is reopened has passed nothing new.
  if (event.name === 'deal.created') reachBetween(walk, event, undefined)
  else if (isForward) reachBetween(walk, event, before)
  reach(walk, event, stage, 'entered')
  walk.visit = visit
  walk.stay = { stage, pipeline, enteredAt: event.at, configVersion: event.configVersion }
}

function rename(walk: Walk, event: DomainEvent): void {
  const { stage, pipeline } = event.detail.deal
  const { stay } = walk
  if (stay === undefined || (stay.stage === stage && stay.pipeline === pipeline)) return
  walk.isRenamed = true
  const last = walk.reached.findLastIndex(([id]) => id === stay.stage)
  const [, , at, how, owner] = walk.reached[last] ?? ['', '', 0, 'entered', '']
  if (last >= 0) walk.reached[last] = [stage, pipeline, at, how, owner]
  const before = walk.spent.get(stay.stage)
  if (before !== undefined && !walk.spent.has(stage)) walk.spent.set(stage, before)
  walk.stay = { ...stay, stage, pipeline }
}

function leave(walk: Walk, event: DomainEvent, isOnward: boolean): void {
  const { stay } = walk
  if (stay === undefined) return
  const { calendar } = walk.modelOf(stay.configVersion)
  const [working, wall] = spentBefore(walk, event, stay)
  const spent = [
    working + Math.floor(workingSecondsBetween(calendar, stay.enteredAt, event.at)),
    wall + Math.floor((msOf(event.at) - msOf(stay.enteredAt)) / 1000),
  ] as const
  walk.spent.set(stay.stage, spent)
  walk.ended.push([
    stay.stage,
    stay.pipeline,
    msOf(event.at),
    event.detail.deal.owner,
    isOnward ? 1 : 0,
    spent[0],
    spent[1],
    event.actor.kind === 'import' ? 1 : 0,
  ])
  walk.stay = undefined
}

/** The time in earlier visits of the stage, which may have had another name then. */
function spentBefore(walk: Walk, event: DomainEvent, { stage, pipeline }: Stay): readonly [number, number] {
  const known = walk.spent.get(stage)
  if (known !== undefined) return known
  const { moved, pipelines } = walk.modelOf(event.configVersion)
  const isGone = (id: string) => pipelines[pipeline]?.stages.every((one) => one.id !== id) === true
  const nameOf = (id: string) => (moved[`${pipeline}.${id}`] ?? moved[id])?.split('.').at(-1)
  const before = [...walk.spent].find(([id]) => isGone(id) && nameOf(id) === stage)
  return before?.[1] ?? [0, 0]
}

/** Stages between two of a direction, by the rules of the move, count as reached: passed without a stop. */
function reachBetween(walk: Walk, event: DomainEvent, after: string | undefined): void {
  const { stage, pipeline, status } = event.detail.deal
  const stages = walk.modelOf(event.configVersion).pipelines[pipeline]?.stages ?? []
  const from = after === undefined ? -1 : indexOf(walk, event, after)
  const to = status === 'completed' ? stages.length : indexOf(walk, event, stage)
  const how = event.actor.kind === 'import' ? 'imported' : 'skipped'
  for (const passed of stages.slice(from + 1, Math.max(from + 1, to))) reach(walk, event, passed.id, how)
}

function reach(walk: Walk, event: DomainEvent, stage: string, how: ReachedHow): void {
  const { pipeline, owner } = event.detail.deal
  walk.reached.push([stage, pipeline, msOf(event.at), how, owner])
}

function override(walk: Walk, event: DomainEvent): void {
  const { from, deal, override: passed } = event.detail
  walk.overridden.push([
    from?.stage ?? deal.stage,
    deal.pipeline,
    msOf(event.at),
    deal.owner,
    passed?.by ?? event.actor.id,
  ])
}

function indexOf(walk: Walk, event: DomainEvent, stage: string): number {
  const { moved, pipelines } = walk.modelOf(event.configVersion)
  const { pipeline } = event.detail.deal
  const stages = pipelines[pipeline]?.stages ?? []
  const now = moved[`${pipeline}.${stage}`] ?? moved[stage] ?? stage
  return stages.findIndex(({ id }) => id === stage || id === now)
}
