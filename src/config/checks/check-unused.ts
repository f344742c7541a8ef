import type { Whole } from './whole'
import { report } from '#config/context'
import type { Context } from '#config/context'
import { say } from '#config/messages/say'
import { suggest } from '#domain/deals/suggest'
import { entryOf, mapOf } from '#config/yaml/tree'
import type { Entry, MapNode } from '#config/yaml/tree'

const sections = [
  ['roles', 'role'],
  ['axes', 'axis'],
  ['events', 'event'],
  ['stages', 'stage'],
  ['escalations', 'escalation'],
] as const

/** Where something is absent, it may have been the one place that uses a thing. */
const absent = new Set<string>([
  'missing-key',
  'no-catch-all',
  'no-otherwise',
  'gap',
  'stage-without-task',
  'wrong-kind',
])

/** Warns of things that are declared and never used. */
export function checkUnused(context: Context, { root, model }: Whole): void {
  if (context.diagnostics.some(({ code }) => absent.has(code))) return
  const passed = new Set(Object.values(model.pipelines).flatMap(({ stages }) => stages.map(({ id }) => id)))
  for (const [section, kind] of sections) {
    if (context.used.has(`${kind}.*`)) continue
    for (const entry of mapOf(root, section)?.entries ?? []) {
      const isUsed = kind === 'stage' ? passed.has(entry.key) : context.used.has(`${kind}.${entry.key}`)
      const isDefault = entry.key === 'late_task' || entry.key === 'stuck_deal'
      if (isUsed || isDefault || isMentioned(context, entry)) continue
      const message = say('unused', { kind, id: entry.key })
      const meant = kind === 'escalation' ? defaultLadder(root, entry.key) : undefined
      const help = meant === undefined ? say('leave-or-use', { id: entry.key }) : say('did-you-mean', { guess: meant })
      report(context, entry.keyAt, { code: 'unused', message, help }, 'warning')
    }
  }
}

/** The ladder that everything falls back to and that is not declared, where the id looks like it. */
function defaultLadder(root: MapNode, id: string): string | undefined {
  const declared = mapOf(root, 'escalations')
  return suggest(
    id,
    ['late_task', 'stuck_deal'].filter((ladder) => entryOf(declared, ladder) === undefined),
  )
}

/** Where there are faults, a place that uses the thing may have been left aside: its word standing there is enough. */
function isMentioned(context: Context, entry: Entry): boolean {
  if (!context.diagnostics.some(({ severity }) => severity === 'error')) return false
  if (!/^[a-z][a-z0-9_]*$/.test(entry.key)) return true
  const { line } = context.place(entry.keyAt.start)
  if (context.diagnostics.some((found) => found.line === line)) return true
  return (context.text.match(new RegExp(`\\b${entry.key}\\b`, 'g'))?.length ?? 0) > 1
}
