import { atStart } from '#domain/kernel/texts/at-start'
import { fieldTypes } from '#config/shape/field-types'
import { originAt, remember, report, reportIn } from '#config/context'
import type { Context } from '#config/context'
import { say } from '#config/messages/say'
import { isZone } from '#domain/time/zone'
import { own } from '#domain/kernel/own'
import { parseGivenValue } from '#config/values/parse-condition'
import { resolveName } from '#config/names/resolve-name'
import { readFormula, typesOf } from '#config/values/read-formula'
import { withoutLookAlikes } from '#domain/deals/suggest'
import { entryOf, isWritten, itemsOf, mapOf, scalarOf, textOf } from '#config/yaml/tree'
import type { Entry, MapNode, ScalarNode } from '#config/yaml/tree'
import { tidyId } from '#config/shape/checked-id'
import { namesIn } from './read-tasks'
import type { Field, FieldType } from '#schemas/model'

/** What is known of every deal without being declared. */
export const builtInFields: readonly Field[] = [
  { id: 'amount', name: 'Amount', type: 'money', min: 0, builtIn: true },
  { id: 'paid', name: 'Paid', type: 'money', min: 0, builtIn: true },
  {
    id: 'client_type',
    name: 'Client type',
    type: 'choice',
    options: { company: 'Company', person: 'Person' },
    builtIn: true,
  },
  { id: 'repeat_client', name: 'Repeat client', type: 'yes_no', builtIn: true },
  { id: 'source', name: 'Source', type: 'text', builtIn: true },
  { id: 'expected_close', name: 'Expected close', type: 'date', builtIn: true },
]

/** Reads the company's own fields into the context, next to the built-in ones; formulas last, as they may use any field. */
export function readFields(context: Context, root: MapNode): void {
  for (const field of builtInFields) context.fields.set(field.id, field)
  const entries = mapOf(root, 'fields')?.entries ?? []
  for (const entry of entries) {
    const field = readField(context, entry, root)
    if (field !== undefined) context.fields.set(entry.key, field)
  }
  const types = typesOf(context)
  for (const entry of entries) readFormula(context, entry, types)
}

function readField(context: Context, entry: Entry, root: MapNode): Field | undefined {
  if (entry.value.kind !== 'map') return undefined
  const map = entry.value
  const written = fieldTypes.find((known) => known === textOf(map, 'type'))
  if (written === undefined) context.untyped.add(entry.key)
  const type = written ?? 'text'
  const writtenBy = readWriters(context, map)
  const known = builtInFields.find(({ id }) => id === entry.key)
  if (known !== undefined && written === undefined && map.entries.every(({ key }) => key === 'written_by')) {
    context.untyped.delete(entry.key)
    const origin = originAt(context, entry.keyAt, entry.path)
    return remember(context, { ...known, ...writtenBy, origin }, map)
  }
  if (isBuiltIn(context, entry, type)) return undefined
  const field = {
    ...writtenBy,
    id: entry.key,
    name: textOf(map, 'name') ?? humanName(entry.key),
    type,
    ...(type === 'choice' ? { options: readOptions(context, map, entry) } : {}),
    ...readBounds(context, map, entry, type),
    ...(type === 'date_time' ? { zone: zoneOf(root) } : {}),
    ...(type === 'link' ? readDirection(context, map, entry) : {}),
    builtIn: false,
    origin: originAt(context, entry.keyAt, entry.path),
  }
  reportStray(context, map, type)
  return remember(context, field, map)
}

/** Of which direction the deals are that a field names. */
function readDirection(context: Context, map: MapNode, owner: Entry): Pick<Field, 'to'> {
  const node = scalarOf(map, 'to')
  if (node !== undefined) {
    const to = resolveName(context, node, 'pipeline')
    return to === undefined ? {} : { to }
  }
  if (isWritten(map, 'to')) return {}
  const message = say('links-nowhere', { field: owner.key })
  const [first = 'b2b'] = context.names.pipeline ?? []
  report(context, owner.keyAt, { code: 'missing-key', message, help: say('add', { text: `to: ${first}` }) })
  return {}
}

/** The zone of the company’s calendar, in which the file writes moments. */
function zoneOf(root: MapNode): string {
  const zone = textOf(mapOf(root, 'calendar'), 'timezone')
  return zone !== undefined && isZone(zone) ? zone : 'UTC'
}

function isBuiltIn(context: Context, entry: Entry, type: FieldType): boolean {
  const same = builtInFields.find((field) => field.id === entry.key)
  if (same === undefined || (same.id === 'source' && type === 'choice')) return false
  const message = say('field-built-in', { field: entry.key })
  report(context, entry.keyAt, { code: 'bad-id', message, help: say('leave-or-other-id') })
  return true
}

/** Who alone writes a field; nobody writes one that is computed. */
function readWriters(context: Context, map: MapNode): Pick<Field, 'writtenBy'> {
  const writtenBy = namesIn(context, map, 'written_by')
  const entry = entryOf(map, 'written_by')
  if (entry === undefined || writtenBy.length === 0) return {}
  // A key that means nothing beside it may have been anything: the field is computed only where that is written.
  if (entryOf(map, 'formula') === undefined && map.broken?.includes('formula') !== true) return { writtenBy }
  report(context, entry.keyAt, {
    code: 'unknown-key',
    message: say('computed-written', { key: 'written_by' }),
    help: say('leave-or-no-formula'),
  })
  return {}
}

/** Makes words of an id. */
export function humanName(id: string): string {
  return atStart(id.replaceAll('_', ' '))
}

/** The options of a choice, with what people call them. */
export function readOptions(context: Context, map: MapNode, owner: Entry): Readonly<Record<string, string>> {
  const table = mapOf(map, 'options')
  if (table !== undefined) {
    return Object.fromEntries(table.entries.map(({ key, value }) => [key, value.kind === 'scalar' ? value.text : key]))
  }
  const options: Record<string, string> = {}
  for (const item of itemsOf(map, 'options')) {
    if (item.kind !== 'scalar') continue
    const id = readOption(context, item)
    if (own(options, id) !== undefined)
      report(context, item, {
        code: 'duplicate-key',
        message: say('option-twice', { text: item.text }),
        help: say('keep-one'),
      })
    options[id] = humanName(id)
  }
  if (Object.keys(options).length === 0) context.untyped.add(owner.key)
  if (!isWritten(map, 'options')) {
    const message = say('nothing-to-choose', { field: owner.key })
    const help = say('add', { text: 'options: [first, second]' })
    report(context, owner.keyAt, { code: 'missing-key', message, help })
  }
  return options
}

function readOption(context: Context, item: ScalarNode): string {
  const { text } = item
  if (/^[a-z][a-z0-9_]*$/.test(text) && !['filled', 'empty', 'not', 'constructor'].includes(text)) return text
  const latin = withoutLookAlikes(text)
  if (latin !== undefined) {
    const message = say('lookalike', { text })
    report(context, item, {
      code: 'lookalike-letter',
      message,
      help: say('write', { text: latin }),
      fix: { text: latin },
    })
    return latin
  }
  const better = tidyId(text)
  report(context, item, {
    code: 'bad-id',
    message: say('bad-option', { text }),
    help: better === undefined || better === text ? say('choose-another-word') : say('write-or-keep', { better, text }),
  })
  return better ?? text
}

/** The smallest and the largest value. */
export function readBounds(
  context: Context,
  map: MapNode,
  owner: Entry,
  type: FieldType,
): { readonly min?: number; readonly max?: number } {
  const min = readBound(context, map, 'min', type)
  const max = readBound(context, map, 'max', type)
  const low = scalarOf(map, 'min')
  if (min !== undefined && max !== undefined && min > max && low !== undefined) {
    const message = say('bounds-turned', { field: owner.key })
    report(context, low, { code: 'never-true', message, help: say('exchange-bounds') })
  }
  return { ...(min === undefined ? {} : { min }), ...(max === undefined ? {} : { max }) }
}

function readBound(context: Context, map: MapNode, key: 'min' | 'max', type: FieldType): number | undefined {
  const node = scalarOf(map, key)
  if (node === undefined || !['number', 'money', 'percent'].includes(type)) return undefined
  const parsed = parseGivenValue({ id: key, name: key, type, builtIn: false }, node.text)
  if ('value' in parsed) return typeof parsed.value === 'number' ? parsed.value : undefined
  reportIn(context, node, parsed.fault)
  return undefined
}

function reportStray(context: Context, map: MapNode, type: FieldType): void {
  const fitting: Readonly<Record<string, readonly FieldType[]>> = {
    options: ['choice'],
    to: ['link'],
    min: ['number', 'money', 'percent'],
    max: ['number', 'money', 'percent'],
    formula: ['number', 'money', 'percent', 'yes_no', 'text', 'date', 'date_time'],
  }
  if (entryOf(map, 'type') === undefined) return
  for (const { key, keyAt } of map.entries) {
    const types = own(fitting, key)
    if (types === undefined || types.includes(type)) continue
    const message = say('nothing-for-type', { key, type })
    report(context, keyAt, { code: 'unknown-key', message, help: say('leave-or-type', { types }) })
  }
}
