import { originAt, partOf, report, reportIn } from '#config/context'
import type { Context, Fault } from '#config/context'
import { say } from '#config/messages/say'
import { parseFieldValue, parseTest } from './parse-condition'
import { resolveField } from '#config/names/resolve-name'
import { isClose, suggest } from '#domain/deals/suggest'
import type { Entry, MapNode, ScalarNode } from '#config/yaml/tree'
import type { Condition, Field, FieldValue, Test } from '#schemas/model'

type KeptTest = Condition['all'][number]

/** Reads a block of conditions. `also` are things that can be tested here besides the fields of the deal and of its clients. */
export function readCondition(context: Context, map: MapNode, also: Readonly<Record<string, Field>> = {}): Condition {
  const all: KeptTest[] = []
  const before = context.diagnostics.length + context.unknown.length
  let any: readonly Condition[] | undefined
  for (const entry of map.entries) {
    if (entry.key === 'any') any = readAny(context, entry, also)
    else if (isOr(context, entry)) reportOr(context, entry)
    else all.push(...readTest(context, entry, also))
  }
  const condition = any === undefined ? { all } : { all, any }
  context.sites.set(condition, map)
  const isTold = context.diagnostics.length + context.unknown.length > before
  if (isTold || isMuted(context, map) || isUntested(context, map)) context.shaky.add(condition)
  return condition
}

/** A word for “any of these” that is not the one of the language, and no field either. */
function isOr({ fields }: Context, { key, value }: Entry): boolean {
  return ['or', 'one_of', 'any_of', 'или', 'либо'].includes(key) && !fields.has(key) && value.kind !== 'scalar'
}

function reportOr(context: Context, { key, keyAt }: Entry): void {
  const message = say('said-otherwise', { text: key })
  report(context, keyAt, { code: 'unknown-key', message, help: say('write', { text: 'any' }), fix: { text: 'any' } })
}

/** Whether a line was put aside: what it says has been told, and is not known. */
function isMuted(context: Context, map: MapNode): boolean {
  return map.entries.some(({ keyAt }) => context.muted.has(context.place(keyAt.start).line))
}

/** Whether a line tests a field of which too little is known. */
function isUntested(context: Context, map: MapNode): boolean {
  return map.entries.some(
    ({ key }) => context.untyped.has(key) || (context.hasUnreadFields && !context.fields.has(key)),
  )
}

function readAny(
  context: Context,
  entry: Entry,
  also: Readonly<Record<string, Field>>,
): readonly Condition[] | undefined {
  const help = say('write', { text: 'any: [{ … }, { … }]' })
  if (entry.value.kind !== 'list' || entry.value.items.length === 0) {
    report(context, entry.keyAt, { code: 'wrong-kind', message: say('any-needs-list'), help })
    return undefined
  }
  return entry.value.items.flatMap((item) => {
    if (item.kind === 'map') return [readCondition(context, item, also)]
    report(context, item, { code: 'wrong-kind', message: say('any-item'), help })
    return []
  })
}

function readTest(context: Context, entry: Entry, also: Readonly<Record<string, Field>>): readonly KeptTest[] {
  const special = also[entry.key] ?? context.clientFields.get(entry.key)
  const node = {
    kind: 'scalar',
    ...entry.keyAt,
    path: entry.path,
    text: entry.key,
    isEmpty: false,
    isExact: true,
  } as const
  const field = special ?? resolveField(context, node, Object.keys(also))
  const known = field
  if (known === undefined || context.untyped.has(known.id)) return []
  // What was meant by a name that is far from any other is too unsure to judge the value by.
  if (known.id !== entry.key && !isClose(entry.key, known.id)) return []
  const test = readRight(context, entry, known)
  if (test === undefined) return []
  const text = `${known.id}: ${written(entry)}`
  const kept = { ...test, text, origin: originAt(context, entry.keyAt, entry.path) }
  context.spans.set(kept, entry.value)
  return [kept]
}

function written(entry: Entry): string {
  if (entry.value.kind === 'scalar') return entry.value.text
  const items = entry.value.kind === 'list' ? entry.value.items : []
  return `[${items.map((item) => (item.kind === 'scalar' ? item.text : '')).join(', ')}]`
}

function readRight(context: Context, entry: Entry, field: Field): Test | undefined {
  const { value } = entry
  if (value.kind === 'scalar') {
    const parsed = parseTest(field, value.text, context.fields)
    if ('test' in parsed) return known(context, parsed.test)
    reportTest(context, value, field, parsed.fault)
    return undefined
  }
  if (value.kind === 'map' || value.items.length === 0) {
    const message = say('line-needs-value', { key: entry.key })
    report(context, entry.keyAt, { code: 'wrong-kind', message, help: say('write-value-or-list', { key: entry.key }) })
    return undefined
  }
  const nots = value.items.map((item) =>
    item.kind === 'scalar' ? /^not\s+([^[\s].*)$/.exec(item.text)?.[1] : undefined,
  )
  if (nots.every((one) => one !== undefined)) {
    const help = say('write', { text: `"not [${nots.join(', ')}]"` })
    report(context, value, { code: 'bad-comparison', message: say('nots-in-list'), help })
    return undefined
  }
  const values: FieldValue[] = []
  for (const item of value.items) {
    if (item.kind !== 'scalar') {
      const help = say('write-value-or-list', { key: entry.key })
      report(context, item, { code: 'wrong-kind', message: say('list-needs-values', { key: entry.key }), help })
      continue
    }
    const several = severalIn(field, item)
    if (several !== undefined) {
      reportIn(context, item, several)
      continue
    }
    const parsed = parseFieldValue(field, item.text)
    if ('value' in parsed) values.push(parsed.value)
    else reportTest(context, item, field, parsed.fault)
  }
  return values.length < value.items.length ? undefined : { field: field.id, op: 'is', values }
}

/** Values in a list with another sign than a comma between them. */
function severalIn(field: Field, { text }: ScalarNode): Fault | undefined {
  const values = text.split(/\s*[;，、|/]\s*/)
  const isOther = field.type !== 'text' && values.length > 1
  if (!isOther || values.some((value) => 'fault' in parseFieldValue(field, value))) return undefined
  return {
    code: 'wrong-kind',
    message: say('comma-between', { text }),
    help: say('write', { text: values.join(', ') }),
  }
}

/** The other field that a line compares with is named by its exact name. */
function known(context: Context, test: Test): Test {
  if ('than' in test) context.exact.add(`field ${test.than} `)
  return test
}

/** A stage, a pipeline or another field in a condition is a name like any other. */
function reportTest(context: Context, node: ScalarNode, field: Field, fault: Fault): void {
  if (fault.code === 'unknown-field') {
    if (context.hasUnreadFields) return
    const text = node.text.slice(fault.from ?? 0, fault.to ?? node.text.length)
    const guess = suggest(text, [...context.fields.keys()])
    const found = guess === undefined ? {} : { guess }
    context.unknown.push({ kind: 'field', text, at: partOf(node, fault), fault, ...found })
    return
  }
  if (fault.code !== `unknown-${field.id}`) return reportIn(context, node, fault)
  const text = node.text.slice(fault.from ?? 0, fault.to ?? node.text.length)
  const guess = suggest(text, Object.keys(field.options ?? {}))
  const found = guess === undefined ? {} : { guess }
  context.unknown.push({ kind: field.id, text, at: partOf(node, fault), fault, ...found })
}
