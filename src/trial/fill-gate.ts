import { holds, isEmpty, today, unmet } from '#domain/formula/condition'
import { addDays, isDate } from '#domain/time/days'
import { valuesOf } from '#domain/rules/stage-rules'
import type { Deal, FieldValue } from '#schemas/deal'
import type { Field, Gate, Model, Test } from '#schemas/model'

/** What would have to be written down so that a gate lets the deal go, and what nobody can settle by writing. */
export type Filling = { readonly fields: Readonly<Record<string, FieldValue>>; readonly left: readonly string[] }

type Asked = {
  readonly gate: Gate | undefined
  /** Fields that somebody has set on purpose. */
  readonly fixed: ReadonlySet<string>
  /** The day on which it happens. */
  readonly on: string
}

/** Finds values for what a gate asks for and the deal does not have. What somebody has set on purpose stays. */
export function fillGate(model: Model, deal: Deal, { gate, fixed, on }: Asked): Filling {
  if (gate === undefined) return { fields: {}, left: [] }
  const fields: Record<string, FieldValue> = {}
  const now = (): Readonly<Record<string, FieldValue>> => ({
    ...valuesOf({ ...deal, fields: { ...deal.fields, ...fields } }, model),
    [today]: on,
  })
  for (const id of gate.filled) {
    const field = model.fields[id]
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
    const field = model.fields[test.field]
    if (field?.formula !== undefined) {
      Object.assign(fields, solved(model, { ...deal, fields: { ...deal.fields, ...fields } }, test, fixed))
    } else if (field !== undefined && !fixed.has(field.id))
      fields[field.id] = fitting(field, absolute(test, { ...now(), [today]: on }), on)
  }
  const missing = [
    ...gate.filled.filter((id) => isEmpty(now()[id])),
    ...(gate.must === undefined ? [] : unmet(gate.must, now()).map(({ text }) => text)),
  ]
  return { fields, left: missing }
}

/** A line that compares with another field or with today, as it is on that day. */
function absolute(test: Test, values: Readonly<Record<string, FieldValue>>): Test {
  const { field } = test
  if (test.op === 'within') return { field, op: 'at_least', value: String(values[today]) }
  if (!('than' in test)) return test
  const value = values[test.than]
  if (typeof value !== 'number' && typeof value !== 'string') return { field, op: 'filled' }
  if (typeof value === 'number') return { field, op: test.op, value }
  const isOpen = test.op === 'more_than' || test.op === 'less_than'
  const days = test.op === 'more_than' ? 1 : -1
  return { field, op: 'at_least', value: isOpen && isDate(value) ? addDays(value, days) : value }
}

/** A value that a test lets pass. */
function fitting(field: Field, test: Test, on: string): FieldValue {
  if (test.op === 'within' || 'than' in test) return on
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
      return test.value
    case 'at_most':
      // As little as may be: a large discount would ask for more than a small one.
      return typeof test.value === 'number' && test.value >= 0 ? Math.max(0, field.min ?? 0) : test.value
    case 'more_than':
      return typeof test.value === 'number' ? test.value + 1 : on
    case 'less_than':
      return typeof test.value === 'number' ? test.value - 1 : on
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

/** A believable value of a field. */
export function sampleOf(field: Field, on: string): FieldValue {
  switch (field.type) {
    case 'text':
      return '…'
    case 'file':
      return 'file.pdf'
    case 'money':
      return 100_000_00
    case 'percent':
      return field.min ?? 0
    case 'number':
      return field.max ?? field.min ?? 1
    case 'date':
      return on
    case 'choice':
      return Object.keys(field.options ?? {})[0] ?? null
    case 'yes_no':
      return true
  }
}
