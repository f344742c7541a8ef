import { systemCaller } from '#domain/access'
import { instantOf, msOf } from '#domain/zone'
import type { Ports } from '#ports'
import type { Reseating } from '#release-ports'
import type { Command } from './command'
import { dealsToSeat } from './deals-to-seat'
import { inGroups } from './in-groups'
import { seatDeal, type SeatNeeds } from './seat-deal'

/** Deals seated side by side, and how many between two notes of how far it is. */
const sideBySide = 8
const between = 200

/**
 * So long after the last deal was found another look is taken: a command that had read the rules before the publishing,
 * or a process that had not heard of it, may write a deal where nobody looks any more.
 */
const watchMs = 120_000

/** Where a run has come to: deals seated by it, and how it stands now; undefined where there was never anything to follow. */
export type Followed = { readonly seated: number; readonly failed: number; readonly reseating?: Reseating }

export type FollowOptions = {
  /** No further deal is begun after this instant; what is left is found again by the next run. */
  readonly until?: string
  readonly tell?: (done: number, total: number) => void
  /** Hears of deals that could not be seated. */
  readonly log?: (entry: Readonly<Record<string, unknown>>) => void
}

/**
 * Brings open deals to where the rules in force have them, and what was published with `now` to the visits it is for. It
 * remembers nothing but how far it is: what is left is found in the old columns and by what visits say themselves, so it may
 * be stopped anywhere, run twice, or side by side, and every deal is seated once.
 */
export async function followRules(ports: SeatNeeds, options: FollowOptions = {}): Promise<Followed> {
  const start = await ports.rules.reseating()
  if (start === undefined) return { seated: 0, failed: 0 }
  if (start.state === 'done') return { seated: 0, failed: 0, reseating: start }
  const newest = await ports.rules.current()
  // This process has not heard of the newest rules yet; whoever has will do it.
  if (newest.version < start.version) return { seated: 0, failed: 0, reseating: start }
  const command = { caller: systemCaller('system', 'rules'), correlationId: ports.ids.next('cor') }
  const ids = await dealsToSeat(ports, newest, start)
  const begun = await noted(ports, start, { total: Math.max(start.total, start.done + ids.length) })
  if (ids.length === 0) return { seated: 0, failed: 0, reseating: await finished(ports, begun) }
  return seatAll(ports, { command, ids, work: begun }, options)
}

async function seatAll(
  ports: SeatNeeds,
  one: { readonly command: Command; readonly ids: readonly string[]; readonly work: Reseating },
  { until, tell, log = toConsole }: FollowOptions,
): Promise<Followed> {
  let { work } = one
  let seated = 0
  let failed = 0
  for (let first = 0; first < one.ids.length; first += between) {
    if (until !== undefined && ports.clock.now() >= until) break
    const outcomes = await inGroups(one.ids.slice(first, first + between), sideBySide, (id) =>
      seatDeal(ports, { command: one.command, work }, id).catch((error: unknown) => {
        // One deal that cannot be seated is still shown where it belongs, and must not keep the others waiting.
        log({ level: 'error', reseating: work.version, deal: id, error: String(error) })
        return 'failed' as const
      }),
    )
    const done = outcomes.filter((outcome) => outcome === true).length
    seated += done
    failed += outcomes.filter((outcome) => outcome === 'failed').length
    work = await noted(ports, work, { done: work.done + done, busyAt: ports.clock.now() })
    tell?.(work.done, Math.max(work.total, work.done))
  }
  return { seated, failed, reseating: work }
}

/** Notes how far it is; when another has noted something meanwhile, theirs stays and this goes on with it. */
async function noted(
  { rules }: Pick<Ports, 'rules'>,
  work: Reseating,
  change: Partial<Pick<Reseating, 'total' | 'done' | 'busyAt'>>,
): Promise<Reseating> {
  const next: Reseating = { ...work, ...change, state: 'running', rev: work.rev + 1 }
  if (await rules.noteReseating(next, work.rev)) return next
  return (await rules.reseating()) ?? next
}

/** Nothing is left to do: it is watched for a while, then done. */
async function finished({ rules, clock }: Pick<Ports, 'rules' | 'clock'>, work: Reseating): Promise<Reseating> {
  const now = clock.now()
  const isOver = msOf(now) >= msOf(work.busyAt) + watchMs
  const { finishedAt: _finishedAt, ...rest } = work
  const next: Reseating = isOver
    ? {
        ...rest,
        state: 'done',
        rev: work.rev + 1,
        amends: [],
        undo: false,
        fields: false,
        finishedAt: instantOf(msOf(now)),
      }
    : { ...work, state: 'watching', rev: work.rev + 1, finishedAt: work.finishedAt ?? instantOf(msOf(now)) }
  return (await rules.noteReseating(next, work.rev)) ? next : ((await rules.reseating()) ?? next)
}

function toConsole(entry: Readonly<Record<string, unknown>>): void {
  console.error(JSON.stringify(entry))
}
