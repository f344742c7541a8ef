import type { ValueKind } from '#schemas/documents/printed'

/** What templates of a kind of document may print. */
export type Known = {
  readonly values: ReadonlyMap<string, ValueKind>
  readonly lists: ReadonlyMap<string, ReadonlyMap<string, ValueKind>>
  /** Values that are there in every document. */
  readonly always: ReadonlySet<string>
}
