import { report, reportIn, type Sink } from '#config/context'
import { say } from '#config/messages/say'
import { parseGivenValue } from '#config/values/parse-condition'
import { isDay, isTime } from '#config/values/parse-value'
import type { Entry, ScalarNode } from '#config/yaml/tree'
import { isDealId } from '#domain/deals/deal-ids'
import { clientFactIn } from '#domain/rules/client-facts'
import { wallTime } from '#domain/time/zone'
import type { Field, FieldValue, Model } from '#schemas/model'
import { nameIn, type KnownNames } from './known-names'

/** What reading a test file needs to know. */
export type Reading = {
  readonly sink: Sink
  readonly model: Model
  readonly known: KnownNames
}

/** The key of a line as a value, to look its name up. */
export function keyNode({ key, keyAt, path }: Entry): ScalarNode {
  return { kind: 'scalar', ...keyAt, path, text: key, isEmpty: false, isExact: true }
}

/** Lines of `field: value`, each value in the field's own unit; `empty` empties it. */
export function readFieldValues(reading: Reading, entries: readonly Entry[]): Readonly<Record<string, FieldValue>> {
  const values: Record<string, FieldValue> = {}
  for (const entry of entries) {
    const id = nameIn(reading.sink, keyNode(entry), reading.known, ['field'])
    const fact = id === undefined ? undefined : clientFactIn(id, reading.model.clients)?.field
    const field = id === undefined ? undefined : (reading.model.fields[id] ?? (fact && { ...fact, id }))
    if (field === undefined || entry.value.kind !== 'scalar') continue
    const value = readFieldValue(reading, field, entry, entry.value)
    if (value !== undefined) values[field.id] = value
  }
  return values
}

function readFieldValue(reading: Reading, field: Field, entry: Entry, node: ScalarNode): FieldValue | undefined {
  if (field.formula !== undefined) {
    report(reading.sink, entry.keyAt, {
      code: 'unknown-value',
      message: say('set-computed', { field: field.id }),
      help: say('trial-set-sources', { fields: field.reads ?? [] }),
    })
    return undefined
  }
  if (node.text === 'empty') return null
  if (field.type === 'file') return node.text
  if (field.type === 'link' && isDealId(node.text)) return node.text
  const parsed = parseGivenValue(field, node.text)
  if ('value' in parsed) return parsed.value
  const { fault } = parsed
  if (fault.code !== 'bad-comparison') {
    reportIn(reading.sink, node, fault)
    return undefined
  }
  reportIn(reading.sink, node, {
    code: 'unknown-value',
    message: say('trial-bad-value', { field: field.id, type: field.type, text: node.text }),
    help: say('write-a-value', { sample: samples[field.type] }),
  })
  return undefined
}

const samples: Readonly<Record<Field['type'], string>> = {
  text: 'a word',
  number: '10',
  money: '100 000',
  percent: '20%',
  date: '2027-03-01',
  date_time: '2027-03-01 10:00',
  person: 'owner',
  choice: 'an option',
  yes_no: 'yes',
  file: 'offer.pdf',
  link: 'deal_1',
}

/** A time in the zone of the company’s calendar; a day alone is its beginning. */
export function readTime({ sink, model }: Reading, node: ScalarNode): string | undefined {
  const [day = '', time = '00:00', ...more] = node.text.trim().split(/[ T]+/)
  if (more.length === 0 && isDay(day) && isTime(time)) return wallTime(model.calendar.timezone, day, time)
  reportIn(sink, node, {
    code: 'unknown-value',
    message: say('trial-not-a-time', { text: node.text }),
    help: say('trial-write-time'),
  })
  return undefined
}
