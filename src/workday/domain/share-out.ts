import type { Subject } from '#schemas/subject'
import type { HandedKind, HandoverSplit } from '#schemas/workday/handover-names'

/** A thing that is given over, as far as it decides to whom. */
export type Shared = {
  readonly kind: HandedKind
  readonly id: string
  readonly of?: string
  /** What a task hangs on that is of no deal. */
  readonly subject?: Subject
  /** The direction of a deal or a task. */
  readonly pipeline?: string
  /** Who buys in a deal. */
  readonly client?: string
}

type Receivers = {
  readonly to: readonly string[]
  readonly split: HandoverSplit
  /** How many open deals each of them has already. */
  readonly openDeals: Readonly<Record<string, number>>
}

/**
 * To whom each thing goes, in the order of the things. Deals and tasks are split as asked; a client goes with the first of
 * their deals, so that nobody gets a deal whose client is somebody else’s, and others go where the fewest have gone.
 */
export function shareOut<T extends Shared>(
  things: readonly T[],
  receivers: Receivers,
): readonly (T & { to: string })[] {
  const { split } = receivers
  const clients = new Map<string, string>()
  const given = new Map<string, number>()
  const next =
    split === 'turns' ? inTurn(receivers) : split === 'fewest' ? byLoad(receivers) : byPipeline(things, receivers)
  return things.map((thing) => {
    const withDeal = thing.kind === 'client' ? clients.get(thing.id) : undefined
    const whom = withDeal ?? (thing.kind === 'client' ? leastOf(receivers.to, given) : next(thing))
    if (thing.kind === 'deal' && thing.client !== undefined && !clients.has(thing.client))
      clients.set(thing.client, whom)
    if (thing.kind === 'client') given.set(whom, (given.get(whom) ?? 0) + 1)
    return { ...thing, to: whom }
  })
}

type Choose = (thing: Shared) => string

function inTurn({ to }: Receivers): Choose {
  let at = -1
  return () => {
    at += 1
    return to[at % to.length] ?? ''
  }
}

function byLoad({ to, openDeals }: Receivers): Choose {
  const deals = new Map(to.map((id) => [id, openDeals[id] ?? 0]))
  const others = new Map<string, number>()
  return ({ kind }) => {
    const loads = kind === 'deal' ? deals : others
    const whom = leastOf(to, loads)
    loads.set(whom, (loads.get(whom) ?? 0) + 1)
    return whom
  }
}

/** The largest direction goes to whoever has the fewest deals, the next to whoever has the fewest then. */
function byPipeline(things: readonly Shared[], { to, openDeals }: Receivers): Choose {
  const counts = new Map<string, number>()
  for (const { kind, pipeline } of things)
    if (kind === 'deal' && pipeline !== undefined) counts.set(pipeline, (counts.get(pipeline) ?? 0) + 1)
  const loads = new Map(to.map((id) => [id, openDeals[id] ?? 0]))
  const whose = new Map<string, string>()
  const take = (pipeline: string, count: number): string => {
    const whom = leastOf(to, loads)
    loads.set(whom, (loads.get(whom) ?? 0) + count)
    whose.set(pipeline, whom)
    return whom
  }
  const largest = [...counts].toSorted(([a, one], [b, other]) => other - one || (a < b ? -1 : 1))
  for (const [pipeline, count] of largest) take(pipeline, count)
  // Tasks in deals of others may be of directions of which no deal goes.
  return ({ pipeline = '' }) => whose.get(pipeline) ?? take(pipeline, 1)
}

function leastOf(to: readonly string[], loads: ReadonlyMap<string, number>): string {
  return to.reduce((least, id) => ((loads.get(id) ?? 0) < (loads.get(least) ?? 0) ? id : least), to[0] ?? '')
}
