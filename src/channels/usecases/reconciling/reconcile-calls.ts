import { historyOf } from '#channels/usecases/reconciling/histories'
import type { CallFact } from '#channels/domain/facts'
import type { History, HistoryRead, HistoryRequest, HistorySpan } from '#channels/domain/history'
import { callOf, type Call, type KeptFact } from '#channels/domain/calls'
import { phonesIn } from '#domain/kernel/phone'
import { instantOf, msOf } from '#domain/time/zone'
import type { KeptIntegration, LookedInto } from '#ports/integrations'
import { homeOf } from '#usecases/home-of'
import type { ChannelNeeds } from '#channels/usecases/channel-needs'
import { keepCallFacts } from '#channels/usecases/keep-call-facts'

const minuteMs = 60_000
const hourMs = 60 * minuteMs

/** A call that may still be told of by its provider is not missing yet. */
const restMs = 10 * minuteMs

/** What was asked for before is asked for again so far back: reports are late, too. */
const overlapMs = 2 * hourMs

/** Further back nobody is asked. */
const mostBackMs = 24 * hourMs

const bounds = { mostBytes: 10_000_000, timeoutMs: 20_000 }

/** So many questions are asked one after the other in one run. */
const mostSteps = 20

/** How far a provider was asked, and what waits to be asked again. */
type Place = {
  /** Up to which instant everything is known. */
  readonly upTo?: string
  readonly pending?: {
    readonly request: HistoryRequest
    readonly from: string
    readonly to: string
    /** Since when it waits, and when it is asked again. */
    readonly since: string
    readonly nextAt: string
  }
}

/**
 * Asks providers once an hour for the calls of the last hours, and makes those of which nothing was told, marked as found
 * later. A report that is not ready, and a provider with too much to do, are asked again when they say.
 */
export async function reconcileCalls(ports: ChannelNeeds, at: string): Promise<{ readonly added: number }> {
  const all = (await ports.integrations.all()).filter((one) => !one.paused)
  let added = 0
  for (const integration of all) {
    const history = historyOf(integration.adapter)
    if (history !== undefined) added += await reconcile(ports, { integration, history, at })
  }
  return { added }
}

type Asking = { readonly integration: KeptIntegration; readonly history: History; readonly at: string }

async function reconcile(ports: ChannelNeeds, asking: Asking): Promise<number> {
  const { integration, history, at } = asking
  const was = await ports.integrations.lookedInto(integration.id)
  if ((was?.heldUntil ?? '') > at || (was?.fault?.nextAt ?? '') > at) return 0
  const begun = beginning(asking, (was?.place ?? {}) as Place)
  if (begun === undefined) return 0
  const rev = (was?.rev ?? 0) + 1
  const mine = { ...was, integration: integration.id, heldUntil: later(at, 3 * minuteMs), rev }
  if (!(await ports.integrations.saveLookedInto(mine))) return 0
  const { heldUntil: _heldUntil, ...free } = mine
  let found = 0
  let { request } = begun
  for (let step = 0; step < mostSteps; step += 1) {
    const read = await asked(ports, history, { request, span: begun.span })
    if (read.kind === 'calls') found += await addMissing(ports, { integration, at }, read.calls)
    const next = read.kind === 'next' ? read.request : read.kind === 'calls' ? read.next : undefined
    if (next === undefined) {
      await ports.integrations.saveLookedInto({ ...after(free, read, { ...begun, request, at }), rev: rev + 1 })
      return found
    }
    request = next
  }
  // More than a run can ask: the next one goes on.
  const { from, to } = begun.span
  const pending = { request, from, to, since: at, nextAt: at }
  await ports.integrations.saveLookedInto({ ...free, place: { pending }, rev: rev + 1 })
  return found
}

type Begun = { readonly request: HistoryRequest; readonly span: HistorySpan }

/** What is asked now: what waits, else everything since the last time, once an hour; undefined where it is not time. */
function beginning({ integration, history, at }: Asking, { upTo, pending }: Place): Begun | undefined {
  const { settings, secrets } = integration
  const access = { settings: { zone: 'UTC', ...settings }, secrets: secrets[0]?.values ?? {} }
  if (pending !== undefined && pending.nextAt > at) return undefined
  if (pending !== undefined)
    return { request: pending.request, span: { ...access, from: pending.from, to: pending.to } }
  const to = later(at, -restMs)
  if (upTo !== undefined && msOf(to) - msOf(upTo) < hourMs - restMs) return undefined
  // What is connected now is not asked for what was before.
  const since = later(upTo ?? at, -(upTo === undefined ? hourMs : overlapMs))
  const earliest = [later(at, -mostBackMs), integration.createdAt].toSorted().at(-1) ?? since
  const span = { ...access, from: since < earliest ? earliest : since, to }
  if (span.from >= to) return undefined
  const request = history.ask(span)
  return request === undefined ? undefined : { request, span }
}

async function asked(ports: ChannelNeeds, history: History, { request, span }: Begun): Promise<HistoryRead> {
  try {
    const { bytes, status, retryAfter } = await ports.outlet.ask(request, bounds)
    const read = history.read({ status, text: new TextDecoder().decode(bytes) }, span, request)
    const wait = Number(retryAfter)
    return read.kind === 'again' && wait > 0 ? { kind: 'again', seconds: Math.max(wait, read.seconds) } : read
  } catch (error) {
    return { kind: 'refused', why: error instanceof Error ? error.message : String(error), seconds: 600 }
  }
}

/** What is noted after a run: that all is known, or what is asked again and when. */
function after(
  looked: LookedInto,
  read: HistoryRead,
  { request, span: { from, to }, at }: Begun & { readonly at: string },
): LookedInto {
  const { fault, ...rest } = looked
  if (read.kind === 'calls' || read.kind === 'next') return { ...rest, lookedAt: at, place: { upTo: to } }
  const nextAt = later(at, read.seconds * 1000)
  const { upTo, pending } = (looked.place ?? {}) as Place
  const done = upTo === undefined ? {} : { upTo }
  if (read.kind === 'refused')
    // What was ordered is ordered anew.
    return {
      ...rest,
      place: done,
      fault: { why: read.why, since: fault?.since ?? at, times: (fault?.times ?? 0) + 1, nextAt },
    }
  const since = pending?.since ?? at
  const isStale = msOf(at) - msOf(since) > 3 * hourMs
  return { ...rest, place: isStale ? done : { ...done, pending: { request, from, to, since, nextAt } } }
}

/** Adds what a report says of calls of which nothing, or not the end, was told. */
async function addMissing(
  ports: ChannelNeeds,
  { integration, at }: Pick<Asking, 'integration' | 'at'>,
  calls: readonly CallFact[],
): Promise<number> {
  let added = 0
  for (const id of new Set(calls.map(({ call }) => call))) {
    const facts = calls.filter(({ call }) => call === id)
    const known = (await ports.talks.findCall(`${integration.id}:${id}`))?.facts as readonly KeptFact[] | undefined
    if (known?.some(({ last }) => last !== undefined) === true) continue
    if (known === undefined && (await isToldOtherwise(ports, integration, facts))) continue
    const late = facts.map((fact) => ({ ...fact, ...(known === undefined ? { isFoundLater: true } : {}) }))
    await keepCallFacts(ports, integration, late, at)
    added += 1
  }
  return added
}

/** Some name a call otherwise in reports than in notices: the same number at the same time is the same call. */
async function isToldOtherwise(
  ports: ChannelNeeds,
  { id }: KeptIntegration,
  facts: readonly CallFact[],
): Promise<boolean> {
  const { client, startedAt, direction } = callOf(
    '',
    facts.map((fact) => ({ ...fact, learnedAt: fact.startedAt ?? '' })),
  )
  const number = phonesIn(client ?? '', await homeOf(ports))[0]?.number
  if (number === undefined) return false
  const from = later(startedAt, -minuteMs)
  const { talks } = ports
  const { items } = await talks.lines(await talks.talkIdOf(number), { from, limit: 100 })
  return items.some(({ kind, says }) => {
    if (kind !== 'call') return false
    const call = says as Call & { readonly integration: string }
    const apart = Math.abs(msOf(call.startedAt) - msOf(startedAt))
    return call.integration === id && call.direction === direction && call.isFoundLater !== true && apart <= minuteMs
  })
}

function later(at: string, ms: number): string {
  return instantOf(msOf(at) + ms)
}
