import { originAt, remember, report, reportIn } from './context'
import type { Context } from './context'
import { own } from '#domain/own'
import { parseFieldValue } from './parse-condition'
import { readFormula } from './read-formula'
import { withoutLookAlikes } from '#domain/suggest'
import { entryOf, isWritten, itemsOf, mapOf, scalarOf, textOf } from './tree'
import type { Entry, MapNode, ScalarNode } from './tree'
import { tidyId } from './walk-shape'
import type { Field, FieldType } from '#schemas/model'

const types: readonly FieldType[] = ['text', 'number', 'money', 'percent', 'date', 'choice', 'yes_no', 'file']

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
    const field = readField(context, entry)
    if (field !== undefined) context.fields.set(entry.key, field)
  }
  for (const entry of entries) readFormula(context, entry)
}

function readField(context: Context, entry: Entry): Field | undefined {
  if (entry.value.kind !== 'map') return undefined
  const map = entry.value
  const written = types.find((known) => known === textOf(map, 'type'))
  if (written === undefined) context.untyped.add(entry.key)
  const type = written ?? 'text'
  if (isBuiltIn(context, entry, type)) return undefined
  const field = {
    id: entry.key,
    name: textOf(map, 'name') ?? humanName(entry.key),
    type,
    ...(type === 'choice' ? { options: readOptions(context, map, entry) } : {}),
    ...readBounds(context, map, entry, type),
    builtIn: false,
    origin: originAt(context, entry.keyAt, entry.path),
  }
  reportStray(context, map, type)
  return remember(context, field, map)
}

function isBuiltIn(context: Context, entry: Entry, type: FieldType): boolean {
  const same = builtInFields.find((field) => field.id === entry.key)
  if (same === undefined || (same.id === 'source' && type === 'choice')) return false
  const message = `“${entry.key}” is built in and need not be declared.`
  report(context, entry.keyAt, { code: 'bad-id', message, help: 'Leave the line out, or choose another id.' })
  return true
}

/** Makes words of an id. */
export function humanName(id: string): string {
  const words = id.replaceAll('_', ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}

function readOptions(context: Context, map: MapNode, owner: Entry): Readonly<Record<string, string>> {
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
        message: `The option “${item.text}” is listed twice.`,
        help: 'Keep one of the two.',
      })
    options[id] = humanName(id)
  }
  if (Object.keys(options).length === 0) context.untyped.add(owner.key)
  if (!isWritten(map, 'options')) {
    const message = `“${owner.key}” is a choice, but there is nothing to choose from.`
    report(context, owner.keyAt, { code: 'missing-key', message, help: 'Add “options: [first, second]”.' })
  }
  return options
}

function readOption(context: Context, item: ScalarNode): string {
  const { text } = item
  if (/^[a-z][a-z0-9_]*$/.test(text) && !['filled', 'empty', 'not', 'constructor'].includes(text)) return text
  const latin = withoutLookAlikes(text)
  if (latin !== undefined) {
    const message = `“${text}” is written with letters of another alphabet that look like Latin ones.`
    report(context, item, { code: 'lookalike-letter', message, help: `Write “${latin}”.` })
    return latin
  }
  const better = tidyId(text)
  report(context, item, {
    code: 'bad-id',
    message: `“${text}” cannot be an option: options are small Latin letters, digits and “_”, and not “filled”, “empty” or “not”.`,
    help:
      better === undefined || better === text
        ? 'Choose another word.'
        : `Write “${better}”, or “${better}: ${text}” to keep the wording.`,
  })
  return better ?? text
}

function readBounds(
  context: Context,
  map: MapNode,
  owner: Entry,
  type: FieldType,
): { readonly min?: number; readonly max?: number } {
  const min = readBound(context, map, 'min', type)
  const max = readBound(context, map, 'max', type)
  const low = scalarOf(map, 'min')
  if (min !== undefined && max !== undefined && min > max && low !== undefined) {
    const message = `The smallest value of “${owner.key}” is larger than the largest.`
    report(context, low, { code: 'never-true', message, help: 'Exchange “min” and “max”.' })
  }
  return { ...(min === undefined ? {} : { min }), ...(max === undefined ? {} : { max }) }
}

function readBound(context: Context, map: MapNode, key: 'min' | 'max', type: FieldType): number | undefined {
  const node = scalarOf(map, key)
  if (node === undefined || !['number', 'money', 'percent'].includes(type)) return undefined
  const parsed = parseFieldValue({ id: key, name: key, type, builtIn: false }, node.text)
  if ('value' in parsed) return typeof parsed.value === 'number' ? parsed.value : undefined
  reportIn(context, node, parsed.fault)
  return undefined
}

function reportStray(context: Context, map: MapNode, type: FieldType): void {
  const fitting: Readonly<Record<string, readonly FieldType[]>> = {
    options: ['choice'],
    min: ['number', 'money', 'percent'],
    max: ['number', 'money', 'percent'],
    formula: ['number', 'money', 'percent', 'yes_no', 'text', 'date'],
  }
  if (entryOf(map, 'type') === undefined) return
  for (const { key, keyAt } of map.entries) {
    const types = own(fitting, key)
    if (types === undefined || types.includes(type)) continue
    const message = `“${key}” means nothing for a field of the type “${type}”.`
    report(context, keyAt, {
      code: 'unknown-key',
      message,
      help: `Leave it out, or choose one of the types ${types.join(', ')}.`,
    })
  }
}
