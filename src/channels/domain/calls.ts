import type { CallFact, Direction, Place } from './facts'

/** A fact as it is kept: numbers in the one form there is of them, and when it was learned. */
export type KeptFact = CallFact & { readonly learnedAt: string }

/** One call, as far as is known of it. */
export type Call = {
  readonly id: string
  readonly direction: Direction
  /** The number outside; absent where it was hidden or is none. */
  readonly client?: string
  readonly line?: string
  readonly startedAt: string
  readonly answeredAt?: string
  readonly endedAt?: string
  readonly talkSeconds: number
  /** Extension or login of whoever spoke, or called. */
  readonly by?: string
  readonly result: 'going' | 'answered' | 'missed' | 'failed'
  readonly place: Place
  readonly legs: readonly Leg[]
  readonly recordings: readonly string[]
  /** From somebody’s own phone, as they told of it. */
  readonly asTold?: boolean
  /** It was found in a report of the provider, and nothing was told of it when it was. */
  readonly isFoundLater?: boolean
  readonly learnedAt: string
}

/** One telephone that was rung, or a menu or queue on the way. */
export type Leg = {
  readonly id: string
  readonly place: Place
  readonly who?: string
  readonly beganAt?: string
  readonly answeredAt?: string
  readonly endedAt?: string
}

/** So long nothing more may be heard of a call before it is judged. */
export const restSeconds = 30

/** The same where each employee’s telephone is told of by itself, and only when it is over: another may still be talking. */
const longRestSeconds = 90

/** Nobody speaks so long: a call of which nothing more is heard is over. */
const longestCallSeconds = 4 * 3_600

/** No more facts of a call are kept; what comes on top stays in the arrivals. */
export const mostFacts = 200

/** Adds facts to those of a call: each is there once, with the first instant it was learned at. */
export function withFacts(kept: readonly KeptFact[], more: readonly KeptFact[]): readonly KeptFact[] {
  const all = new Map<string, KeptFact>()
  for (const fact of [...kept, ...more]) {
    const { learnedAt, ...says } = fact
    const key = canonical(says)
    const before = all.get(key)
    all.set(key, before === undefined || learnedAt < before.learnedAt ? fact : before)
  }
  return [...all]
    .toSorted(([one], [other]) => compare(one, other))
    .map(([, fact]) => fact)
    .slice(0, mostFacts)
}

/**
 * The call that facts tell of. Every value is a least, a greatest or a union of what they say, so neither their order nor
 * their number matters: answered beats missed whatever came last, and what the provider says of the whole beats the parts.
 */
export function callOf(id: string, given: readonly KeptFact[]): Call {
  const facts = withFacts([], given)
  const legs = legsOf(facts)
  const lasts = facts.filter(({ last }) => last !== undefined)
  const spoken = spokenIn(facts, lasts)
  const isOver = lasts.length > 0 || (legs.length > 0 && legs.every(({ endedAt }) => endedAt !== undefined))
  const direction = directionOf(facts, lasts)
  const learned = facts.map(({ learnedAt }) => learnedAt).toSorted()
  const startedAt = least(timesOf(facts)) ?? learned[0] ?? ''
  const endedAt =
    greatest(lasts.map((one) => one.endedAt)) ?? (isOver ? (greatest(timesOf(facts)) ?? learned.at(-1)) : undefined)
  const answeredAt = spoken === undefined ? undefined : (spoken.at ?? startedAt)
  const client = direction === 'internal' ? undefined : clientOf(facts, lasts)
  const line = lineOf(facts)
  const by = spoken?.by ?? (direction === 'out' ? callerOf(facts) : undefined)
  return {
    id,
    direction,
    ...(client === undefined ? {} : { client }),
    ...(line === undefined ? {} : { line }),
    startedAt,
    ...(answeredAt === undefined ? {} : { answeredAt }),
    ...(endedAt === undefined ? {} : { endedAt }),
    talkSeconds: talkSecondsOf(lasts, answeredAt, endedAt),
    ...(by === undefined ? {} : { by }),
    result: spoken !== undefined ? 'answered' : isOver ? failedOr(lasts) : 'going',
    place: placeOf(facts, direction),
    legs,
    recordings: [...new Set(facts.flatMap(({ recordings = [] }) => recordings))].toSorted(),
    ...(facts.some(({ isFoundLater }) => isFoundLater === true) ? { isFoundLater: true } : {}),
    learnedAt: learned.at(-1) ?? '',
  }
}

/** From when on a call may be judged, if nothing more is heard of it. */
export function settlesAt(id: string, facts: readonly KeptFact[]): string {
  const call = callOf(id, facts)
  const isOver = call.endedAt !== undefined
  const hasParts = facts.some(({ last }) => last === 'part') && !facts.some(({ last }) => last === 'whole')
  const isToldAlone = hasParts && call.legs.length === 0
  const seconds = isOver ? (isToldAlone ? longRestSeconds : restSeconds) : longestCallSeconds
  return new Date(Date.parse(call.learnedAt) + seconds * 1000).toISOString()
}

/** A call of which nothing more will be heard: one that still goes is taken for over. */
export function settled(call: Call): Call {
  if (call.endedAt !== undefined) return call
  return { ...call, endedAt: call.learnedAt, result: call.result === 'going' ? 'missed' : call.result }
}

function directionOf(facts: readonly KeptFact[], lasts: readonly KeptFact[]): Direction {
  const said = (some: readonly KeptFact[]) => some.flatMap(({ direction }) => direction ?? [])
  const [first = 'in'] = [...said(lasts).toSorted(outsideFirst), ...said(facts).toSorted(outsideFirst)]
  return first
}

/** Colleagues asking one another are a part of a call from outside; the call itself is internal only where nothing else is. */
function outsideFirst(one: Direction, other: Direction): number {
  const order: readonly Direction[] = ['in', 'out', 'internal']
  return order.indexOf(one) - order.indexOf(other)
}

function clientOf(facts: readonly KeptFact[], lasts: readonly KeptFact[]): string | undefined {
  const named = [...lasts, ...facts].flatMap(({ client }) => (client === undefined || client === '' ? [] : [client]))
  return named[0]
}

function lineOf(facts: readonly KeptFact[]): string | undefined {
  return facts.flatMap(({ line }) => line ?? []).toSorted()[0]
}

function callerOf(facts: readonly KeptFact[]): string | undefined {
  return facts.flatMap(({ by, leg }) => by ?? leg?.who ?? []).toSorted()[0]
}

type Spoken = { readonly at?: string; readonly by?: string }

/** Whether a person of ours spoke with the client, since when and who did last; undefined where nobody did. */
function spokenIn(facts: readonly KeptFact[], lasts: readonly KeptFact[]): Spoken | undefined {
  const talks = facts.flatMap(({ leg }) =>
    leg?.state === 'talks' && leg.withClient && leg.place === 'ringing' ? [{ at: leg.at, by: leg.who }] : [],
  )
  const whole = lasts.filter(({ result }) => result === 'answered').map(({ answeredAt: at, by }) => ({ at, by }))
  if (talks.length + whole.length === 0) return undefined
  const at = least(whole.map((one) => one.at)) ?? least(talks.map((one) => one.at))
  const by = lastOf(whole) ?? lastOf(talks)
  return { ...(at === undefined ? {} : { at }), ...(by === undefined ? {} : { by }) }
}

function lastOf(
  spoken: readonly { readonly at: string | undefined; readonly by: string | undefined }[],
): string | undefined {
  const named = spoken.flatMap(({ at = '', by }) => (by === undefined ? [] : [{ at, by }]))
  return named.toSorted((one, other) => compare(one.at, other.at) || compare(one.by, other.by)).at(-1)?.by
}

function talkSecondsOf(
  lasts: readonly KeptFact[],
  answeredAt: string | undefined,
  endedAt: string | undefined,
): number {
  if (answeredAt === undefined) return 0
  const told = Math.max(-1, ...lasts.flatMap(({ talkSeconds }) => talkSeconds ?? []))
  if (told >= 0) return told
  return endedAt === undefined ? 0 : Math.max(0, (Date.parse(endedAt) - Date.parse(answeredAt)) / 1000)
}

function failedOr(lasts: readonly KeptFact[]): 'missed' | 'failed' {
  const results = lasts.flatMap(({ result }) => result ?? [])
  return results.length > 0 && results.every((result) => result === 'failed') ? 'failed' : 'missed'
}

function placeOf(facts: readonly KeptFact[], direction: Direction): Place {
  if (direction !== 'in') return 'ringing'
  const seen = new Set(facts.flatMap(({ place, leg }) => [place ?? [], leg?.place ?? []].flat()))
  return seen.has('ringing') ? 'ringing' : seen.has('queue') ? 'queue' : 'menu'
}

function legsOf(facts: readonly KeptFact[]): readonly Leg[] {
  const ids = [...new Set(facts.flatMap(({ leg }) => leg?.id ?? []))].toSorted()
  return ids.map((id) => {
    const own = facts.flatMap(({ leg, learnedAt }) => (leg?.id === id ? [{ ...leg, learnedAt }] : []))
    const at = (state: string, pick: typeof least) =>
      pick(own.filter((one) => one.state === state).map((one) => one.at ?? one.learnedAt))
    const [beganAt, answeredAt, endedAt] = [at('begins', least), at('talks', least), at('ends', greatest)]
    const who = own.flatMap((one) => one.who ?? []).toSorted()[0]
    return {
      id,
      place: own[0]?.place ?? 'menu',
      ...(who === undefined ? {} : { who }),
      ...(beganAt === undefined ? {} : { beganAt }),
      ...(answeredAt === undefined ? {} : { answeredAt }),
      ...(endedAt === undefined ? {} : { endedAt }),
    }
  })
}

function timesOf(facts: readonly KeptFact[]): readonly (string | undefined)[] {
  return facts.flatMap(({ startedAt, answeredAt, endedAt, leg }) => [startedAt, answeredAt, endedAt, leg?.at])
}

function least(values: readonly (string | undefined)[]): string | undefined {
  return values.filter((one) => one !== undefined).toSorted()[0]
}

function greatest(values: readonly (string | undefined)[]): string | undefined {
  return values
    .filter((one) => one !== undefined)
    .toSorted()
    .at(-1)
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0
}

/** The same text for the same value, whatever the order of its parts. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? ''
  const parts = Object.entries(value).filter(([, one]) => one !== undefined)
  const sorted = parts.toSorted(([one], [other]) => compare(one, other))
  return `{${sorted.map(([name, one]) => `${JSON.stringify(name)}:${canonical(one)}`).join(',')}}`
}
