import { report } from '#config/context'
import type { Context, UnknownName } from '#config/context'
import { say } from '#config/messages/say'
import { entryOf, mapOf } from '#config/yaml/tree'
import type { MapNode, Span } from '#config/yaml/tree'

const sectionOf: Readonly<Record<string, readonly string[]>> = {
  role: ['roles'],
  stage: ['stages'],
  pipeline: ['pipelines'],
  escalation: ['escalations'],
  event: ['events'],
  axis: ['axes'],
  field: ['fields'],
  seller: ['sellers'],
  series: ['numbers'],
  invoice: ['invoices'],
  document: ['documents'],
  consent: ['consents'],
}

/** Reports the unknown names: a declaration that is misspelled once, not each of the places that spell it right. */
export function reportUnknownNames(context: Context, root: MapNode): void {
  const groups = new Map<string, UnknownName[]>()
  for (const unknown of context.unknown) {
    const key = `${unknown.kind} ${unknown.text} ${unknown.declaredAt?.start ?? ''}`
    groups.set(key, [...(groups.get(key) ?? []), unknown])
  }
  for (const group of groups.values()) reportGroup(context, root, group)
}

function reportGroup(context: Context, root: MapNode, group: readonly UnknownName[]): void {
  const [first, ...others] = group
  if (first === undefined) return
  if (others.length === 0) return report(context, first.at, first.fault)
  if (context.misnamed.has(first.text)) {
    for (const { at, fault } of group) report(context, at, fault)
    return
  }
  const lines = [...new Set(group.map(({ at }) => context.place(at.start).line))]
  if (first.guess === undefined) {
    const also = lines.length === 1 ? {} : { also: say('used-in-lines', { lines }) }
    return report(context, first.at, { ...first.fault, ...also })
  }
  const declaredAt = first.declaredAt ?? declarationOf(root, first.kind, first.guess)
  const isUsed = context.exact.has(`${first.kind} ${first.guess} ${first.declaredAt?.start ?? ''}`)
  if (isUsed || declaredAt === undefined) {
    for (const { at, fault } of group) report(context, at, fault)
    return
  }
  const message = say('declared-otherwise', { declared: first.guess, written: first.text, lines })
  report(context, declaredAt, { code: first.fault.code, message, help: say('write-here', { text: first.text }) })
}

function declarationOf(root: MapNode, kind: string, id: string): Span | undefined {
  const found = (sectionOf[kind] ?? []).flatMap((section) => entryOf(mapOf(root, section), id) ?? [])
  return found[0]?.keyAt
}
