import { isDate } from '#domain/time/days'
import { Refusal } from '#domain/kernel/refusal'
import { suggest } from './suggest'
import type { FieldValue } from '#schemas/deal'
import type { Field, Model } from '#schemas/model'

type Values = Readonly<Record<string, FieldValue>>

/** A faulty value with the field it stands in: `pointer` is a JSON Pointer into `fields`. */
export type FieldFault = { readonly pointer: string; readonly detail: string }

/**
 * The fields after a change, with what really changed, before and after. Refuses all wrong values at once with
 * `field_value`, each named with what to write instead.
 */
export function applyFields(
  before: Values,
  asked: Values,
  model: Model,
): { readonly fields: Record<string, FieldValue>; readonly changes: Record<string, [FieldValue, FieldValue]> } {
  const faults = Object.entries(asked).flatMap(([id, value]) => faultOf(id, value, model))
  if (faults.length > 0) {
    throw new Refusal('field_value', faults.map((fault) => fault.detail).join(' '), { errors: faults })
  }
  const changes: Record<string, [FieldValue, FieldValue]> = {}
  const fields: Record<string, FieldValue> = { ...before }
  for (const [id, value] of Object.entries(asked)) {
    const next = value === '' ? null : value
    const was = before[id] ?? null
    if (was === next) continue
    changes[id] = [was, next]
    if (next === null) delete fields[id]
    else fields[id] = next
  }
  return { fields, changes }
}

function faultOf(id: string, value: FieldValue, model: Model): readonly FieldFault[] {
  const field = model.fields[id]
  const pointer = `/fields/${id}`
  if (field === undefined) return [{ pointer, detail: unknownField(id, model) }]
  if (field.formula !== undefined) {
    return [
      { pointer, detail: `“${field.name}” is computed from ${(field.reads ?? []).join(' and ')}, it cannot be set.` },
    ]
  }
  if (value === null || value === '') return []
  const wish = wishOf(field, value)
  if (wish === undefined) return []
  return [{ pointer, detail: `“${field.name}” takes ${wish}, you sent ${JSON.stringify(value)}.` }]
}

function unknownField(id: string, model: Model): string {
  const guess = suggest(id, Object.keys(model.fields))
  return `There is no field “${id}”.${guess === undefined ? '' : ` Did you mean “${guess}”?`}`
}

function wishOf(field: Field, value: Exclude<FieldValue, null>): string | undefined {
  switch (field.type) {
    case 'text':
    case 'file':
      return typeof value === 'string' ? undefined : 'text'
    case 'money':
      return Number.isSafeInteger(value)
        ? rangeWish(field, value as number)
        : 'a whole number of minor units (1 250.00 is 125000)'
    case 'number':
    case 'percent':
      return typeof value === 'number' && Number.isFinite(value) ? rangeWish(field, value) : 'a number'
    case 'date':
      return isDate(value) ? undefined : 'a day such as 2027-03-01'
    case 'yes_no':
      return typeof value === 'boolean' ? undefined : 'true or false'
    case 'choice':
      return typeof value === 'string' && Object.hasOwn(field.options ?? {}, value)
        ? undefined
        : `one of ${Object.keys(field.options ?? {}).join(', ')}`
  }
}

function rangeWish(field: Field, value: number): string | undefined {
  if (field.min !== undefined && value < field.min) return `a value of ${field.min} or more`
  if (field.max !== undefined && value > field.max) return `a value of ${field.max} or less`
  return undefined
}
