import { meaningIds } from '#domain/people/meaning-ids'
import { peopleRefusal } from '#domain/people/words/people-refusal'

/** Refuses an id of a person or department that no key and no file could hold. */
export function refuseOddId(id: string): void {
  if (/^[a-z][a-z0-9_.-]{0,63}$/.test(id)) return
  throw peopleRefusal('field_value.id', { id })
}

/** Refuses a new id that addresses use for something else. */
export function refuseMeaning(id: string): void {
  if (meaningIds.includes(id)) throw peopleRefusal('field_value.id_means', { id })
}
