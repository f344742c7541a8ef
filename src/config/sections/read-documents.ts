import { originAt, remember, report, reportIn } from '#config/context'
import type { Context } from '#config/context'
import { say } from '#config/messages/say'
import { resolveField, resolveName } from '#config/names/resolve-name'
import { readCondition } from '#config/values/read-condition'
import { itemsOf, mapOf, scalarOf, scalarsOf, textOf } from '#config/yaml/tree'
import type { Entry, MapNode, ScalarNode } from '#config/yaml/tree'
import { toldToDeals } from '#domain/rules/told-to-deals'
import type { DocumentKind, MadeHere, Model } from '#schemas/model'

/** Reads kinds of documents. */
export function readDocuments(context: Context, root: MapNode): Pick<Model, 'documents'> {
  const entries = mapOf(root, 'documents')?.entries
  if (entries === undefined) return {}
  const read = entries.flatMap((entry) =>
    entry.value.kind === 'map' ? [[entry.key, readDocument(context, entry, entry.value)] as const] : [],
  )
  return { documents: Object.fromEntries(read) }
}

function readDocument(context: Context, entry: Entry, map: MapNode): DocumentKind {
  const named = (key: string, kind: 'series' | 'invoice' | 'role' | 'event', words: readonly string[] = []) => {
    const node = scalarOf(map, key)
    return node === undefined ? undefined : resolveName(context, node, kind, words)
  }
  const [number, invoice] = [named('number', 'series'), named('invoice', 'invoice')]
  const tells = named('tells', 'event')
  const when = mapOf(map, 'when')
  const signedBy = textOf(map, 'signed_by')
  const keepIn = scalarOf(map, 'keep_in')
  const keptIn = keepIn === undefined ? undefined : resolveField(context, keepIn)?.id
  const template = scalarOf(map, 'template')
  const kind: DocumentKind = {
    id: entry.key,
    name: textOf(map, 'name') ?? entry.key,
    template: template?.text ?? '',
    templateAt: originAt(context, template ?? entry.keyAt, `${entry.path}.template`),
    ...(when === undefined ? {} : { when: readCondition(context, when) }),
    ...(number === undefined ? {} : { number }),
    ...(invoice === undefined ? {} : { invoice }),
    needs: scalarsOf(map, 'needs').flatMap((node) => readNeed(context, node)),
    ...(signedBy === 'us' || signedBy === 'client' || signedBy === 'both' ? { signedBy } : {}),
    by: named('by', 'role', ['owner_manager']) ?? '',
    ...(keptIn === undefined ? {} : { keepIn: keptIn }),
    ...(tells === undefined ? {} : { tells }),
    language: textOf(map, 'language') === 'en' ? 'en' : 'ru',
    origin: originAt(context, entry.keyAt, entry.path),
  }
  return remember(context, kind, map)
}

function readNeed(context: Context, node: ScalarNode): readonly string[] {
  const field = context.clientFields.get(node.text) ?? resolveField(context, node)
  return field === undefined ? [] : [field.id]
}

/** Reads what a stage makes by itself: `[contract, { act: after goods_delivered }]`. */
export function readMake(context: Context, stage: MapNode): readonly MadeHere[] | undefined {
  const items = itemsOf(stage, 'make')
  const made = items.flatMap((item): readonly MadeHere[] => {
    if (item.kind === 'scalar') return madeNamed(context, item).map((document) => ({ document }))
    if (item.kind !== 'map') return []
    return item.entries.flatMap((entry) => readAfter(context, entry))
  })
  return made.length === 0 ? undefined : made
}

function madeNamed(context: Context, node: ScalarNode): readonly string[] {
  if (context.names.invoice?.has(node.text) === true && context.names.document?.has(node.text) !== true)
    return [node.text]
  return [resolveName(context, node, 'document') ?? []].flat()
}

function readAfter(context: Context, { key, keyAt, value }: Entry): readonly MadeHere[] {
  const known = [...(context.names.document ?? []), ...(context.names.invoice ?? [])]
  if (context.names.document !== undefined && context.names.invoice !== undefined && !known.includes(key)) {
    const message = say('unknown-name', { kind: 'document', text: key })
    const help =
      known.length === 0 ? say('declare-first', { kind: 'document' }) : say('it-can-be', { known, isMore: false })
    report(context, keyAt, { code: 'unknown-document', message, help })
    return []
  }
  if (value.kind !== 'scalar') return []
  const [, event] = /^after\s+(\S+)$/.exec(value.text.trim()) ?? []
  if (event === undefined) {
    const help = say('write', { text: `${key}: after contract_signed` })
    reportIn(context, value, { code: 'unknown-value', message: say('not-made-after', { text: value.text }), help })
    return []
  }
  const named = resolveName(context, { ...value, text: event, isExact: false }, 'event', toldToDeals)
  return named === undefined ? [] : [{ document: key, after: named }]
}
