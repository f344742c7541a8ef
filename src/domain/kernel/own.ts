/** What a table itself holds under a key that somebody wrote: `constructor` is not in every table. */
export function own<T>(table: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined
}
