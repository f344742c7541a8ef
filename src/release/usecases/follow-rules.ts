import { systemCaller } from '#domain/kernel/access'
import { instantOf, msOf } from '#domain/time/zone'
import type { Ports } from '#ports/ports'
import type { Reseating, StuckDeal } from '#ports/rules'
import type { Command } from '#usecases/command'
import { dealsToSeat } from './deals-to-seat'
import { inTurns } from '#usecases/in-groups'
import { seatDeal, type SeatNeeds } from './seat-deal'

/** Deals seated side by side, and how many between two notes of how far it is. */
const sideBySide = 32
const between = 200

/**
 * So long after the last deal was found another look is taken: a command that had read the rules before the publishing,
 * or a process that had not heard of it, may write a deal where nobody looks any more.
 */
const watchMs = 120_000

/** As many stuck deals are named; where there are more, something is wrong with all of them, and one alarm is enough. */
const mostStuck = 50

/**
 * Where a run has come to: deals seated by it, those that could not be and of which nobody was told before, all that could
 * not be, and how it stands now; undefined where there was never anything to follow.
 */
export type Followed = {
  readonly seated: number
  readonly failed: number
  readonly stuck: number
  readonly reseating?: Reseating
}

export type FollowOptions = {
  /** No further deal is begun after this instant; what is left is found again by the next run. */
  readonly until?: string
  readonly tell?: (done: number, total: number) => void
  /** Hears of deals that could not be seated, of each once for a publishing. */
  readonly log?: (entry: Readonly<Record<string, unknown>>) => void
  /** Whoever asks rings the alarm for what `failed`, so that nobody has to ring it again. */
  readonly isAlarmed?: boolean
}

/**
 * Brings open deals to where the rules in force have them, and what was published with `now` to the visits it is for. It
 * remembers nothing but how far it is: what is left is found in the old columns and by what visits say themselves, so it may
 * be stopped anywhere, run twice, or side by side, and every deal is seated once.
 */
export async function followRules(ports: SeatNeeds, options: FollowOptions = {}): Promise<Followed> {
  const start = await ports.rules.reseating()
  if (start === undefined) return { seated: 0, failed: 0, stuck: 0 }
  if (start.state === 'done') return { seated: 0, failed: 0, stuck: 0, reseating: start }
  const newest = await ports.rules.current()
  // This process has not heard of the newest rules yet; whoever has will do it.
  if (newest.version < start.version) return { seated: 0, failed: 0, stuck: 0, reseating: start }
  const command = { caller: systemCaller('system', 'rules'), correlationId: ports.ids.next('cor') }
  const ids = await dealsToSeat(ports, newest, start)
  const begun = await noted(ports, start, { total: Math.max(start.total, start.done + ids.length) })
  if (ids.length === 0) return { seated: 0, failed: 0, stuck: 0, reseating: await finished(ports, begun) }
  return seatAll(ports, { command, ids, work: begun }, options)
}

async function seatAll(
  ports: SeatNeeds,
  one: { readonly command: Command; readonly ids: readonly string[]; readonly work: Reseating },
  options: FollowOptions,
): Promise<Followed> {
  const { until, tell } = options
  const { command, ids } = one
  let { work } = one
  const stuck: StuckDeal[] = []
  let seated = 0
  for (let first = 0; first < ids.length; first += between) {
    if (until !== undefined && ports.clock.now() >= until) break
    const round = await seatSome(ports, { command, work }, ids.slice(first, first + between))
    stuck.push(...toldOf(round.stuck, one.work, options))
    seated += round.seated
    const isLast = first + between >= ids.length
    work = await noted(ports, work, {
      done: work.done + round.seated,
      busyAt: ports.clock.now(),
      ...(isLast ? { stuck: stuck.slice(0, mostStuck) } : {}),
      ...(isLast && stuck.length === 0 ? { state: 'watching', finishedAt: ports.clock.now() } : {}),
    })
    tell?.(work.done, Math.max(work.total, work.done))
  }
  return { seated, failed: unrung(stuck, one.work), stuck: stuck.length, reseating: work }
}

type Round = { readonly seated: number; readonly stuck: readonly StuckDeal[] }

/** Seats some deals, read together and written side by side. */
async function seatSome(
  ports: SeatNeeds,
  one: { readonly command: Command; readonly work: Reseating },
  ids: readonly string[],
): Promise<Round> {
  const stuck: StuckDeal[] = []
  const found = new Map((await ports.deals.findMany(ids)).map((deal) => [deal.id, deal]))
  const outcomes = await inTurns(ids, sideBySide, (id) =>
    seatDeal(ports, one, id, found.get(id)).catch((error: unknown) => {
      // One deal that cannot be seated is still shown where it belongs, and must not keep the others waiting.
      stuck.push({ deal: id, why: error instanceof Error ? error.message : String(error) })
      return false
    }),
  )
  return { seated: outcomes.filter(Boolean).length, stuck }
}

/** Logs deals that were not stuck before, and marks those that the alarm has rung for: it rings once for each. */
function toldOf(
  found: readonly StuckDeal[],
  { version, stuck: known = [] }: Reseating,
  { log = toConsole, isAlarmed = false }: FollowOptions,
): readonly StuckDeal[] {
  const before = new Map(known.map((one) => [one.deal, one]))
  return found.map(({ deal, why }) => {
    const was = before.get(deal)
    if (was === undefined) log({ level: 'error', reseating: version, deal, error: why })
    return { deal, why, ...(isAlarmed || was?.rung === true ? { rung: true } : {}) }
  })
}

/** How many of them the alarm has not rung for yet. Where very many are stuck, the first alarm was for all of them. */
function unrung(stuck: readonly StuckDeal[], { stuck: known = [] }: Reseating): number {
  const rung = new Set(known.filter((one) => one.rung === true).map(({ deal }) => deal))
  return rung.size >= mostStuck ? 0 : stuck.filter(({ deal }) => !rung.has(deal)).length
}

type Change = Partial<Pick<Reseating, 'total' | 'done' | 'busyAt' | 'state' | 'finishedAt' | 'stuck'>>

/** Notes how far it is; when another has noted something meanwhile, theirs stays and this goes on with it. */
async function noted({ rules }: Pick<Ports, 'rules'>, work: Reseating, change: Change): Promise<Reseating> {
  const { stuck = [], ...next }: Reseating = { ...work, state: 'running', ...change, rev: work.rev + 1 }
  const noting = stuck.length === 0 ? next : { ...next, stuck }
  if (await rules.noteReseating(noting, work.rev)) return noting
  return (await rules.reseating()) ?? noting
}

/** Nothing is left to do: it is watched for a while, then done. */
async function finished({ rules, clock }: Pick<Ports, 'rules' | 'clock'>, work: Reseating): Promise<Reseating> {
  const now = clock.now()
  const isOver = msOf(now) >= msOf(work.busyAt) + watchMs
  const { stuck: _stuck, ...rest } = { ...work, rev: work.rev + 1 }
  const at = instantOf(msOf(now))
  const next: Reseating = isOver
    ? { ...rest, state: 'done', amends: [], undo: false, fields: false, finishedAt: at }
    : { ...rest, state: 'watching', finishedAt: work.finishedAt ?? at }
  return (await rules.noteReseating(next, work.rev)) ? next : ((await rules.reseating()) ?? next)
}

function toConsole(entry: Readonly<Record<string, unknown>>): void {
  console.error(JSON.stringify(entry))
}
