/**
 * A whole thing as one attribute of text (JSON), not as a map of maps: a database has to take a map apart, attribute by
 * attribute, whenever it reads or writes one, and so has the SDK. What a condition or an index looks at stands beside it.
 */
export function asText(thing: object): string {
  return JSON.stringify(thing)
}

/** The thing in an attribute of text; undefined when there is none. A map, as items were written at first, is read too. */
export function fromText<T>(stored: unknown): T | undefined {
  return (typeof stored === 'string' ? JSON.parse(stored) : stored) as T | undefined
}
