import type { FieldValue } from '#schemas/deal'

/** Whether a text is the id of a deal. */
export function isDealId(text: string): boolean {
  return /^deal_[0-9A-Za-z_]{1,64}$/.test(text)
}

/** The ids of deals among the values of fields, each once. */
export function dealIdsIn(values: Readonly<Record<string, FieldValue>>): readonly string[] {
  const ids = Object.values(values).filter((value): value is string => typeof value === 'string' && isDealId(value))
  return [...new Set(ids)].toSorted()
}
