import type { Saying } from '#schemas/saying'
import type { ReleaseStatus, RenamedId } from '#schemas/release'
import { commandEnvironment, UsageError } from '#cli/environment'
import { withRules, type Where } from './rules-door'
import { printSaid, say } from '#cli/say'
import { showProgress } from '#cli/show-progress'

const { lang } = commandEnvironment

/** `norma status`: which rules are in force, what is scheduled, how far deals have followed, what is paused. */
export async function statusCommand(options: Where): Promise<void> {
  const status = await withRules(options, showProgress(), (door) => door.status())
  await printSaid(lang, ...statusLines(status))
}

/** `norma moved`: where an id has gone, or everything that was ever called otherwise. */
export async function movedCommand(id: string | undefined, to: string | undefined, options: Where): Promise<void> {
  const { renamed } = await withRules(options, showProgress(), (door) => door.status())
  if (id === undefined) {
    await printSaid(lang, ...(renamed.length === 0 ? [say('nothing_renamed')] : linesOf(renamed)))
    return
  }
  const trail = trailOf(renamed, id)
  if (trail.length === 0) throw new UsageError(say('never_renamed', { id }))
  const ends = [...new Set(trail.map((one) => one.to))]
  await printSaid(lang, ...linesOf(trail))
  if (to === undefined || ends.includes(to)) return
  throw new UsageError(say('became', { id, ends, to }))
}

/** How it stands with the rules, a line for each thing. */
export function statusLines({ current, reseating, scheduled, paused, alive }: ReleaseStatus): readonly Saying[] {
  return [
    say('now', current),
    ...(reseating === undefined ? [] : [reseatingLine(reseating)]),
    ...(reseating?.stuck ?? []).map(({ deal, why }) => say('stuck', { deal, why })),
    ...alive.map(({ deals, version }) => say('judged', { deals, version })),
    ...scheduled.map(({ id, at, state, why = '', note, author }) =>
      state === 'waiting' ? say('waiting', { at, author, note, id }) : say('not_published', { at, note, id, why }),
    ),
    ...paused.map(({ rule, by, reason }) => say('rule_paused', { rule, by, reason })),
  ]
}

function reseatingLine(reseating: NonNullable<ReleaseStatus['reseating']>): Saying {
  const { version, state, total, done, startedAt, finishedAt } = reseating
  if (state === 'running') return say('following', { version, done, total, since: startedAt })
  return say(state === 'watching' ? 'watched' : 'have_followed', { version, done, finishedAt })
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

function linesOf(renamed: readonly RenamedId[]): readonly Saying[] {
  return renamed.map((one) => say('renamed', one))
}
