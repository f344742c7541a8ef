import type { Whole } from './whole'
import { report } from '#config/context'
import type { Context } from '#config/context'
import { say } from '#config/messages/say'
import type { NamedKind } from '#config/messages/en-meaning'
import { mapOf, scalarOf } from '#config/yaml/tree'
import type { Entry, MapNode, ScalarNode } from '#config/yaml/tree'
import { oddSignIn, trimmed } from '#domain/kernel/text'

type Name = { readonly id: string; readonly node: ScalarNode }

/** Warns of names that people could not tell apart, or could not read. */
export function checkNames(context: Context, { root, model }: Whole): void {
  const stages = namesIn(mapOf(root, 'stages'), 'name')
  for (const { stages: passed } of Object.values(model.pipelines)) {
    reportEqual(
      context,
      'stage',
      stages.filter(({ id }) => passed.some((stage) => stage.id === id)),
    )
  }
  for (const [section, kind] of sections) reportEqual(context, kind, namesIn(mapOf(root, section), 'name'))
  for (const entry of mapOf(root, 'fields')?.entries ?? []) {
    reportEqual(context, 'option', namesIn(mapOf(mapIn(entry), 'options'), 'name'))
  }
  for (const entry of mapOf(root, 'stages')?.entries ?? []) {
    reportEqual(context, 'task', namesIn(mapOf(mapIn(entry), 'tasks'), 'do'))
  }
  for (const outcome of ['lost', 'cancelled']) {
    reportEqual(context, 'reason', namesIn(mapOf(mapOf(mapOf(root, 'outcomes'), outcome), 'reasons'), 'name'))
  }
}

const sections = [
  ['pipelines', 'pipeline'],
  ['roles', 'role'],
  ['fields', 'field'],
  ['events', 'event'],
] as const

function mapIn({ value }: Entry): MapNode | undefined {
  return value.kind === 'map' ? value : undefined
}

function namesIn(table: MapNode | undefined, key: 'name' | 'do'): readonly Name[] {
  return (table?.entries ?? []).flatMap((entry) => {
    const node = entry.value.kind === 'scalar' ? entry.value : scalarOf(mapIn(entry), key)
    return node === undefined || node.isEmpty ? [] : [{ id: entry.key, node }]
  })
}

function reportEqual(context: Context, kind: NamedKind, names: readonly Name[]): void {
  const seen = new Map<string, ScalarNode>()
  for (const { id, node } of names) {
    reportOdd(context, kind, { id, node })
    const text = trimmed(node.text).toLowerCase()
    const first = seen.get(text)
    if (first === undefined) seen.set(text, node)
    else if (text !== '' && !isTold(context, node)) {
      const { line } = context.place(first.start)
      const message = say('same-name', { kind, name: node.text, line })
      report(context, node, { code: 'same-name', message, help: say('name-apart') }, 'warning')
    }
  }
}

/** A name that cannot be seen, or that holds a sign which nobody can see. */
function reportOdd(context: Context, kind: NamedKind, { id, node }: Name): void {
  if (isTold(context, node)) return
  const sign = oddSignIn(node.text, 'prose')
  if (sign === undefined && trimmed(node.text) !== '') return
  const message = sign === undefined ? say('blank-name', { kind, id }) : say('odd-name', { kind, id, sign: sign.sign })
  report(context, node, { code: 'unreadable-name', message, help: say('name-readable') }, 'warning')
}

/** A stage that several directions pass is looked at once. */
function isTold(context: Context, node: ScalarNode): boolean {
  const { line, column } = context.place(node.start)
  return context.diagnostics.some((found) => found.line === line && found.column === column)
}
