import type { Deal, FieldValue } from '#schemas/deal'
import type { Subject } from '#schemas/subject'

/** What a fact was read from, and at which version: a move that relies on it is written only while that still holds. */
export type FactSource = { readonly subject: Subject; readonly version: number }

/** Facts that a gate asks for, by their names in the file; one that is not there is empty. */
export type FoundFacts = {
  readonly values: Readonly<Record<string, FieldValue>>
  readonly sources: readonly FactSource[]
}

/**
 * What gates may ask of other things than the deal: a field of its client, whether a document is signed, what was invoiced.
 * The core owns the question, rooms answer it: the core knows none of them.
 */
export type GateFacts = {
  /**
   * The facts of these names for a deal, as they are now. Asked only where the rules name some, so that moves of deals
   * whose gates ask for nothing else read nothing else.
   */
  readonly find: (deal: Pick<Deal, 'id' | 'links'>, names: readonly string[]) => Promise<FoundFacts>
}
