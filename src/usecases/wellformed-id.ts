import { Refusal } from '#domain/kernel/refusal'

/** Refuses an id of a person or department that no key and no file could hold. */
export function refuseOddId(id: string): void {
  if (/^[a-z][a-z0-9_.-]{0,63}$/.test(id)) return
  throw new Refusal(
    'field_value',
    `“${id}” cannot be an id. Write small Latin letters, digits, _ . and -, a letter first, at most 64.`,
  )
}
