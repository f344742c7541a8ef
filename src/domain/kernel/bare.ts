/**
 * A table of nothing but its entries: ids are looked up as they were sent, and “constructor” must be as unknown as any
 * other word.
 */
export function bare<T>(entries: readonly (readonly [string, T])[]): Record<string, T> {
  return Object.setPrototypeOf(Object.fromEntries(entries), null) as Record<string, T>
}
