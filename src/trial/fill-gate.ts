import { holds, isEmpty, now as clock, today, unmet } from '#domain/formula/condition'
import { addDays, isDate } from '#domain/time/days'
import { dateIn, instantOf, isInstant, msOf, wallTime } from '#domain/time/zone'
import { clientFactIn, clientPrefix } from '#domain/rules/client-facts'
import { valuesOf } from '#domain/rules/stage-rules'
import type { Deal, FieldValue } from '#schemas/deal'
import type { Field, Gate, Model, Test } from '#schemas/model'

/** What would have to be written down so that a gate lets the deal go, and what nobody can settle by writing. */
export type Filling = { readonly fields: Readonly<Record<string, FieldValue>>; readonly left: readonly string[] }

type Asked = {
  readonly gate: Gate | undefined
  /** Fields that somebody has set on purpose. */
  readonly fixed: ReadonlySet<string>
  /** What is known of the deal’s clients, by its name in the file. */
  readonly facts?: Readonly<Record<string, FieldValue>>
  /** When it happens. */
  readonly at: string
}

/** Finds values for what a gate asks for and the deal does not have. What somebody has set on purpose stays. */
export function fillGate(model: Model, deal: Deal, { gate, fixed, at, facts = {} }: Asked): Filling {
  if (gate === undefined) return { fields: {}, left: [] }
  const on = dateIn(model.calendar.timezone, at)
  const fields: Record<string, FieldValue> = {}
  const fieldOf = (id: string): Field | undefined => {
    const fact = clientFactIn(id, model.clients)?.field
    return model.fields[id] ?? (fact && { ...fact, id })
  }
  const now = (): Readonly<Record<string, FieldValue>> => ({
    ...facts,
    ...valuesOf({ ...deal, fields: { ...deal.fields, ...fields } }, model),
    [today]: on,
    [clock]: at,
  })
  for (const id of gate.filled) {
    const field = fieldOf(id)
    if (field === undefined || !isEmpty(now()[id])) continue
    if (field.formula === undefined) fields[id] = sampleOf(field, on)
    else
      Object.assign(
        fields,
        solved(model, { ...deal, fields: { ...deal.fields, ...fields } }, { field: id, op: 'filled' }, fixed),
      )
  }
  for (const test of gate.must?.all ?? []) {
    if (holds({ all: [test] }, now())) continue
    const field = fieldOf(test.field)
    if (field?.formula !== undefined) {
      Object.assign(fields, solved(model, { ...deal, fields: { ...deal.fields, ...fields } }, test, fixed))
    } else if (field !== undefined && !fixed.has(field.id))
      fields[field.id] = fitting(field, absolute(test, field.type, now()), on)
  }
  const missing = [
    ...gate.filled.filter((id) => isEmpty(now()[id])),
    ...(gate.must === undefined ? [] : unmet(gate.must, now()).map(({ text }) => text)),
  ]
  return { fields, left: missing }
}

/** A line that compares with another field or with today, as it is on that day. */
function absolute(test: Test, type: Field['type'], values: Readonly<Record<string, FieldValue>>): Test {
  const { field } = test
  if (test.op === 'within')
    return { field, op: 'at_least', value: String(values[type === 'date_time' ? clock : today]) }
  if (!('than' in test)) return test
  const value = values[test.than]
  if (typeof value !== 'number' && typeof value !== 'string') return { field, op: 'filled' }
  if (typeof value === 'number') return { field, op: test.op, value }
  const isOpen = test.op === 'more_than' || test.op === 'less_than'
  return { field, op: 'at_least', value: isOpen ? beside(value, test.op === 'more_than' ? 1 : -1) : value }
}

/** The next day, or the next minute of a moment; before it where the step is −1. */
function beside(value: string, step: 1 | -1): string {
  if (isDate(value)) return addDays(value, step)
  return isInstant(value) ? instantOf(msOf(value) + step * 60_000) : value
}

/** A value that a test lets pass. */
function fitting(field: Field, test: Test, on: string): FieldValue {
  if (test.op === 'within' || 'than' in test) return sampleOf(field, on)
  switch (test.op) {
    case 'is':
      return test.values[0] ?? null
    case 'not':
      return Object.keys(field.options ?? {}).find((option) => !test.values.includes(option)) ?? sampleOf(field, on)
    case 'filled':
      return sampleOf(field, on)
    case 'empty':
      return null
    case 'at_least':
      return field.type === 'date_time' && isDate(test.value) ? sampleOf(field, test.value) : test.value
    case 'at_most':
      // As little as may be: a large discount would ask for more than a small one.
      return typeof test.value === 'number' && test.value >= 0 ? Math.max(0, field.min ?? 0) : test.value
    case 'more_than':
      return typeof test.value === 'number' ? test.value + 1 : beside(test.value, 1)
    case 'less_than':
      return typeof test.value === 'number' ? test.value - 1 : beside(test.value, -1)
    case 'between':
      return test.from
  }
}

/** Values of the fields that a computed one reads, tried until the test passes. */
function solved(model: Model, deal: Deal, test: Test, fixed: ReadonlySet<string>): Record<string, FieldValue> {
  const reads = model.fields[test.field]?.reads ?? []
  const known = reads.flatMap((id) => (typeof deal.fields[id] === 'number' ? [deal.fields[id]] : []))
  const candidates: readonly FieldValue[] = [...known, 100_000_00, 0, 1, 100]
  let tried: readonly Record<string, FieldValue>[] = [{}]
  for (const id of reads) {
    const isFree = !fixed.has(id)
    const choices = isFree ? candidates : [deal.fields[id] ?? null]
    const kept = isEmpty(deal.fields[id]) || !isFree ? choices : [deal.fields[id] ?? null, ...choices]
    tried = tried.flatMap((one) => kept.map((value) => ({ ...one, [id]: value }))).slice(0, 2000)
  }
  const found = tried.find((fields) =>
    holds({ all: [{ ...test, text: '' }] }, valuesOf({ ...deal, fields: { ...deal.fields, ...fields } }, model)),
  )
  return Object.fromEntries(Object.entries(found ?? {}).filter(([id, value]) => value !== (deal.fields[id] ?? null)))
}

/** What a card takes for a number or an address. */
const clientSamples: Readonly<Record<string, string>> = {
  inn: '7707083893',
  kpp: '773601001',
  phone: '+74950123456',
  email: 'client@aurora.example',
}

/** A believable value of a field. */
export function sampleOf(field: Field, on: string): FieldValue {
  const sample = field.id.startsWith(clientPrefix) ? clientSamples[field.id.split('.').at(-1) ?? ''] : undefined
  if (sample !== undefined) return sample
  switch (field.type) {
    case 'text':
      return '…'
    case 'person':
      return 'owner'
    case 'file':
      return 'file.pdf'
    case 'link':
      return 'deal_1'
    case 'money':
      return 100_000_00
    case 'percent':
      return field.min ?? 0
    case 'number':
      return field.max ?? field.min ?? 1
    case 'date':
      return on
    case 'date_time':
      return wallTime(field.zone ?? 'UTC', on, '12:00')
    case 'choice':
      return Object.keys(field.options ?? {})[0] ?? null
    case 'yes_no':
      return true
  }
}
