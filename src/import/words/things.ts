/** What a sentence about the mapping is about: a key of it by name, or something it has no single key for. */
export type Thing =
  | string
  | { readonly a: 'mapping' | 'input' | 'outcome' | 'period' }
  | { readonly inputOf: string }
  | { readonly source: string }
  | { readonly lookup: string }
  | { readonly mapOf: Thing }
  | { readonly columnsOf: string }
  | { readonly becomes: string }

/** A thing of the mapping in an English sentence. */
export function thingEn(thing: Thing): string {
  if (typeof thing === 'string') return thing
  if ('a' in thing) return `${/^[aeiou]/.test(thing.a) ? 'an' : 'a'} ${thing.a}`
  if ('inputOf' in thing) return `an input of ${thing.inputOf}`
  if ('source' in thing) return `“${thing.source}”`
  if ('lookup' in thing) return `the lookup “${thing.lookup}”`
  if ('mapOf' in thing) return `the map of ${thingEn(thing.mapOf)}`
  return 'columnsOf' in thing ? `the columns of ${thing.columnsOf}` : `what “${thing.becomes}” becomes`
}
