import type { ReleaseStatus, RenamedId } from '#schemas/release'
import { UsageError } from './environment'
import { printSaid } from './said'
import { withRules, type Where } from './rules-door'
import { showProgress } from './show-progress'

/** `norma status`: which rules are in force, what is scheduled, how far deals have followed, what is paused. */
export async function statusCommand(options: Where): Promise<void> {
  const status = await withRules(options, showProgress(), (door) => door.status())
  await printSaid(...statusLines(status))
}

/** `norma moved`: where an id has gone, or everything that was ever called otherwise. */
export async function movedCommand(id: string | undefined, to: string | undefined, options: Where): Promise<void> {
  const { renamed } = await withRules(options, showProgress(), (door) => door.status())
  if (id === undefined) {
    if (renamed.length === 0) await printSaid('Nothing was ever called otherwise.')
    else process.stdout.write(linesOf(renamed))
    return
  }
  const trail = trailOf(renamed, id)
  if (trail.length === 0) throw new UsageError(`“${id}” never was the name of anything else than it is today.`)
  const ends = [...new Set(trail.map((one) => one.to))]
  process.stdout.write(linesOf(trail))
  if (to === undefined || ends.includes(to)) return
  throw new UsageError(`“${id}” became ${ends.join(', ')}, not “${to}”.`)
}

/** How it stands with the rules, a line for each thing. */
export function statusLines({ current, reseating, scheduled, paused, alive }: ReleaseStatus): readonly string[] {
  const { version, author, at, note, restores } = current
  const back = restores === undefined ? '' : ` (back to v${restores})`
  return [
    `v${version}${back} is in force since ${at}, by ${author}${note === '' ? '' : `: ${note}`}`,
    ...(reseating === undefined ? [] : [reseatingLine(reseating)]),
    ...(reseating?.stuck ?? []).map(({ deal, why }) => `STUCK: the deal ${deal} could not follow: ${why}`),
    ...alive.map((one) => `${one.deals} open ${one.deals === 1 ? 'deal is' : 'deals are'} judged by v${one.version}`),
    ...scheduled.map(({ id, at: due, state, why, note: what, author: who }) =>
      state === 'waiting'
        ? `scheduled for ${due} by ${who}: ${what} (${id})`
        : `NOT PUBLISHED at ${due}: ${what} (${id}). ${why ?? ''}`,
    ),
    ...paused.map(({ rule, by, reason }) => `the rule “${rule}” is paused by ${by}: ${reason}`),
  ]
}

function reseatingLine({
  version,
  state,
  total,
  done,
  startedAt,
  finishedAt,
}: NonNullable<ReleaseStatus['reseating']>) {
  if (state === 'running') return `deals are following v${version}: ${done} of ${total} since ${startedAt}`
  const since = finishedAt === undefined ? '' : ` at ${finishedAt}`
  return state === 'watching'
    ? `${done} deals have followed v${version}${since}; it is still watched for latecomers`
    : `${done} deals have followed v${version}${since}`
}

/** Everything an id has led to, step by step. */
function trailOf(renamed: readonly RenamedId[], id: string): readonly RenamedId[] {
  const names = new Set([id])
  return renamed.filter((one) => {
    if (!names.has(one.from)) return false
    names.add(one.to)
    return true
  })
}

function linesOf(renamed: readonly RenamedId[]): string {
  return renamed
    .map(
      ({ version, kind, in: where, from, to }) =>
        `v${version}  ${kind}${where === undefined ? '' : ` of ${where}`}  ${from} → ${to}\n`,
    )
    .join('')
}
