/** The key of an item in the one table. */
export type Key = { readonly pk: string; readonly sk: string }

/** A number as keys carry it, so that texts sort like numbers. */
export const padded = (no: number): string => String(no).padStart(10, '0')

/**
 * A kind of item, as the page of all keys shows it: how its keys are built, `E#{version}`, with what varies in braces, and
 * which question it answers. What stands before the first brace of `pk` and of `sk` belongs to this kind alone.
 */
export type KeyLine = {
  readonly item: string
  readonly pk: string
  readonly sk: string
  readonly gsi1?: string
  readonly gsi2?: string
  readonly question: string
  /** Which data of a client's people it holds, if any: a room that keeps some has a door `clients.ts`. */
  readonly personal?: string
  /** Whether what is born here is an event, which the relay publishes. */
  readonly told?: true
}
