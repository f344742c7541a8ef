import { monthOf } from '#domain/time/period'
import { isNote } from '#domain/deals/fold'
import { versionOf } from '#domain/kernel/event-id'
import type { Deal } from '#schemas/deal'
import type { DomainEvent } from '#schemas/event'
import type { Model } from '#schemas/model'

import type { Ended, Overridden, Reached, ReachedHow } from './facts'
import { journeyOf, type Standing } from './journey'

/** By which rules a deal is told: those of each version, and the company’s zone. */
export type Telling = { readonly modelOf: (version: number) => Model; readonly zone: string }

/** What a deal went through in one month. */
export type MonthOfAccount = {
  readonly reached?: readonly Reached[]
  readonly ended?: readonly Ended[]
  readonly overridden?: readonly Overridden[]
}

/**
 * What has to be known of a deal’s past to tell its facts, up to one of its versions: where it stands, every stage it has
 * reached, and what happened in the months whose facts may still change. It is kept beside the facts, so that an event
 * costs the same however old the deal is. Plain JSON.
 */
export type Account = {
  readonly format: number
  readonly version: number
  /** Whose it was and where it belonged: every month’s facts say so. */
  readonly pipeline: string
  readonly owner: string
  readonly zone: string
  readonly standing: Standing
  /** Who had it first, and whether an import made it. */
  readonly first: { readonly owner: string; readonly isImported: boolean }
  /** Every stage it has reached, each once, in the order in which it was. */
  readonly stages: readonly (readonly [stage: string, pipeline: string, how: ReachedHow])[]
  /** Whether every month is known, or only those whose facts may still change. */
  readonly isWhole: boolean
  readonly months: Readonly<Record<string, MonthOfAccount>>
}

/** An account written another way is made anew. */
const accountFormat = 1

/** The account of a deal from its beginning: all its events, oldest first. */
export function wholeAccount(deal: Deal, events: readonly DomainEvent[], { modelOf, zone }: Telling): Account {
  const { journey, standing } = journeyOf(events, modelOf)
  const first = events[0]
  return {
    format: accountFormat,
    version: deal.version,
    pipeline: deal.pipeline,
    owner: deal.owner,
    zone,
    standing,
    first: { owner: first?.detail.deal.owner ?? deal.owner, isImported: first?.actor.kind === 'import' },
    stages: stagesOf([], journey.reached),
    isWhole: true,
    months: monthsOf({}, journey, zone),
  }
}

/** Which events an account has to be followed on by: those behind the version it says. */
export function behind(
  account: Account,
  events: readonly DomainEvent[],
  deal: Deal,
): readonly DomainEvent[] | undefined {
  const byVersion = new Map(events.filter((event) => !isNote(event)).map((event) => [versionOf(event), event]))
  const found: DomainEvent[] = []
  for (let version = account.version + 1; version <= deal.version; version += 1) {
    const event = byVersion.get(version)
    if (event === undefined) return undefined
    found.push(event)
  }
  return found
}

/**
 * Follows an account on by the events behind it. Undefined where what is kept does not suffice: the deal has another owner or
 * direction, which every month says; a stage was renamed; the zone is another, or something falls into a month of which
 * no more is known (`told` are the months that have facts).
 */
export function followedOn(
  account: Account | undefined,
  {
    deal,
    events,
    told,
  }: { readonly deal: Deal; readonly events: readonly DomainEvent[]; readonly told: readonly string[] },
  { modelOf, zone }: Telling,
): Account | undefined {
  if (account?.format !== accountFormat || account.zone !== zone) return undefined
  if (account.pipeline !== deal.pipeline || account.owner !== deal.owner) return undefined
  const { journey, standing, isRenamed } = journeyOf(events, modelOf, account.standing)
  if (isRenamed) return undefined
  const months = monthsOf(account.months, journey, zone)
  const isKnown = (month: string): boolean => month in account.months || !told.includes(month)
  if (![...Object.keys(months), ...monthsOfDeal(deal, zone)].every(isKnown)) return undefined
  return {
    ...account,
    version: deal.version,
    standing,
    stages: stagesOf(account.stages, journey.reached),
    months,
  }
}

/** What of an account has to be kept: the months whose facts may still change. */
export function keptAccount(account: Account, deal: Deal): Account {
  const changing = new Set([...monthsOfDeal(deal, account.zone), monthOf(account.zone, deal.updatedAt)])
  const months = Object.entries(account.months).filter(([month]) => changing.has(month))
  return {
    ...account,
    isWhole: false,
    months: { ...Object.fromEntries([...changing].map((month) => [month, {}])), ...Object.fromEntries(months) },
  }
}

/** The months in which a deal was made, won and closed: what is said there depends on all that comes later. */
function monthsOfDeal({ createdAt, won, closed }: Deal, zone: string): readonly string[] {
  return [
    monthOf(zone, createdAt),
    ...(won === undefined ? [] : [won.month]),
    ...(closed === undefined ? [] : [monthOf(zone, closed.at)]),
  ]
}

function stagesOf(before: Account['stages'], reached: readonly Reached[]): Account['stages'] {
  const stages = new Map(before.map((one) => [one[0], one]))
  for (const [stage, pipeline, , how] of reached) {
    const known = stages.get(stage)
    // Whoever was in a stage at least once has entered it, however often it was passed before.
    stages.set(
      stage,
      known === undefined ? [stage, pipeline, how] : [stage, known[1], how === 'entered' ? how : known[2]],
    )
  }
  return [...stages.values()]
}

function monthsOf(
  before: Account['months'],
  {
    reached,
    ended,
    overridden,
  }: {
    readonly reached: readonly Reached[]
    readonly ended: readonly Ended[]
    readonly overridden: readonly Overridden[]
  },
  zone: string,
): Account['months'] {
  const months: Record<string, { reached?: Reached[]; ended?: Ended[]; overridden?: Overridden[] }> =
    Object.fromEntries(
      Object.entries(before).map(([month, all]) => [
        month,
        Object.fromEntries(Object.entries(all).map(([kind, tuples]) => [kind, [...tuples]])),
      ]),
    )
  const at = (instant: number) => (months[monthOf(zone, new Date(instant).toISOString())] ??= {})
  for (const one of reached) (at(one[2]).reached ??= []).push(one)
  for (const one of ended) (at(one[2]).ended ??= []).push(one)
  for (const one of overridden) (at(one[2]).overridden ??= []).push(one)
  return months
}
