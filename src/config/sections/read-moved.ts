import { report, reportIn } from '#config/context'
import type { Context, Names } from '#config/context'
import { resolveName } from '#config/names/resolve-name'
import { say } from '#config/messages/say'
import { didYouMeanOf } from '#config/names/did-you-mean'
import { suggest } from '#domain/deals/suggest'
import { mapOf } from '#config/yaml/tree'
import type { Entry, MapNode, ScalarNode } from '#config/yaml/tree'

type Renaming = { readonly entry: Entry; readonly prefix: string; readonly node: ScalarNode; readonly to: string }

/** Reads what was renamed; a chain of renamings leads to its end at once. */
export function readMoved(context: Context, root: MapNode): Readonly<Record<string, string>> {
  const renamings = new Map<string, Renaming>()
  for (const entry of mapOf(root, 'moved')?.entries ?? []) {
    const renaming = readRenaming(context, entry)
    if (renaming !== undefined) renamings.set(entry.key, renaming)
  }
  const moved: Record<string, string> = {}
  const circles = new Set<string>()
  for (const [key, renaming] of renamings) {
    if (circles.has(key)) continue
    const end = followChain(context, renamings, renaming, circles)
    if (end === undefined) continue
    moved[key] = end.to
    if (end === renaming || end.prefix === renaming.prefix) reportUnknownTarget(context, renaming, end, renamings)
  }
  return moved
}

function readRenaming(context: Context, entry: Entry): Renaming | undefined {
  if (entry.value.kind !== 'scalar') return undefined
  const parts = entry.key.split('.')
  const [first, second] = parts
  const isOption = first === 'fields' && parts.length === 3
  const isScoped = parts.length === 2
  if (!(parts.length === 1 || isScoped || isOption) || parts.some((part) => !/^[a-z][a-z0-9_]*$/.test(part))) {
    const message = say('not-an-old-name', { key: entry.key })
    report(context, entry.keyAt, { code: 'bad-id', message, help: say('write-old-name') })
    return undefined
  }
  const prefix = parts
    .slice(0, -1)
    .map((part) => `${part}.`)
    .join('')
  const text = entry.value.text.startsWith(prefix) ? entry.value.text.slice(prefix.length) : entry.value.text
  if (isOption && second !== undefined && !context.fields.has(second)) {
    const guess = suggest(second, context.fields.keys())
    report(context, entry.keyAt, {
      code: 'unknown-field',
      message: say('unknown-name', { kind: 'field', text: second }),
      ...didYouMeanOf(guess, [...context.fields.keys()]),
    })
    return undefined
  }
  return { entry, prefix, node: entry.value, to: text }
}

/** Follows a renaming to its end; undefined, and one report, when it comes back to where it began. */
function followChain(
  context: Context,
  renamings: ReadonlyMap<string, Renaming>,
  start: Renaming,
  circles: Set<string>,
): Renaming | undefined {
  const seen = new Set<string>([start.entry.key])
  let current = start
  for (;;) {
    const key = `${current.prefix}${current.to}`
    const next = renamings.get(key)
    if (next === undefined) return current
    if (circles.has(key)) return undefined
    if (seen.has(key)) {
      const round = [...seen].slice([...seen].indexOf(key))
      for (const member of round) circles.add(member)
      const message = say('moved-cycle', { names: [...round, key] })
      const at = renamings.get(key)?.entry ?? start.entry
      report(context, at.keyAt, { code: 'moved-cycle', message, help: say('leave-back-line') })
      return undefined
    }
    seen.add(key)
    current = next
  }
}

function reportUnknownTarget(
  context: Context,
  renaming: Renaming,
  end: Renaming,
  renamings: ReadonlyMap<string, Renaming>,
): void {
  // The end of a chain is judged at its own line.
  if (end !== renaming || renamings.has(`${renaming.prefix}${renaming.to}`)) return
  const { prefix, node, to } = renaming
  const target = { ...node, text: to }
  if (prefix.startsWith('fields.')) return reportUnknownPart(context, target, prefix)
  const kinds: Readonly<Record<string, keyof Names>> = {
    'roles.': 'role',
    'pipelines.': 'pipeline',
    'channels.': 'channel',
    'documents.': 'document',
    'invoices.': 'invoice',
  }
  const pipeline = prefix.slice(0, -1)
  if (prefix !== '' && kinds[prefix] === undefined && context.names.pipeline?.has(pipeline) === false) {
    const known = [...context.names.pipeline]
    const message = say('unknown-name', { kind: 'pipeline', text: pipeline })
    const help = didYouMeanOf(suggest(pipeline, known), known)
    report(context, renaming.entry.keyAt, { code: 'unknown-pipeline', message, ...help })
    return
  }
  resolveName(context, target, kinds[prefix] ?? 'stage')
}

function reportUnknownPart(context: Context, target: ScalarNode, prefix: string): void {
  const id = prefix.split('.')[1] ?? ''
  const known = id === '' ? [...context.fields.keys()] : Object.keys(context.fields.get(id)?.options ?? {})
  if (known.includes(target.text)) return
  const guess = suggest(target.text, known)
  const message =
    id === ''
      ? say('unknown-name', { kind: 'field', text: target.text })
      : say('unknown-option', { field: id, text: target.text })
  const code = id === '' ? 'unknown-field' : 'unknown-option'
  reportIn(context, target, { code, message, ...didYouMeanOf(guess, known) })
}
