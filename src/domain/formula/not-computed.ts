import type { Field, FieldValue, Model } from '#schemas/model'

import { isEmpty } from './condition'
import { zerosDividedBy } from './formula'

/** Why a computed field has no value although all it reads has: its formula, and what it divides by that is 0. */
export type NotComputed = { readonly formula: string; readonly zero: string[] }

/**
 * Why a computed field is empty, where that is because something it divides by is 0, be it in a formula that it reads.
 * What is divided by is named as the formula has it: a field id, or a part such as `amount - paid`.
 */
export function notComputed(
  fields: Model['fields'],
  id: string,
  values: Readonly<Record<string, FieldValue>>,
): NotComputed | undefined {
  const field: Field | undefined = fields[id]
  if (field?.formula === undefined || !isEmpty(values[id])) return undefined
  for (const read of field.reads ?? []) {
    const inner = notComputed(fields, read, values)
    if (inner !== undefined) return inner
  }
  if ((field.reads ?? []).some((read) => isEmpty(values[read]))) return undefined
  const zero = zerosDividedBy(fields, field, values)
  return zero.length === 0 ? undefined : { formula: field.formula, zero: [...zero] }
}
