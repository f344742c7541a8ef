/** How far what follows from events is behind what was written. */
export type Backlog = {
  /** How many events the consumers of these names have still to handle, of the one that is furthest behind; null where nobody can tell. */
  readonly toCome: (consumers: readonly string[]) => Promise<number | null>
}
