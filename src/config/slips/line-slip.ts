import type { Phrase } from '#config/messages/say'

/** One way a line may have been meant: the line as it would be, and what is wrong with it as it stands. */
export type LineSlip = {
  readonly line: string
  readonly message: Phrase
  /** The columns to point at, and what to do there, where it is not the whole line that is written anew. */
  readonly at?: { readonly from: number; readonly to: number; readonly help: Phrase }
  /** Whether the lines around it that have the same slip are meant with it. */
  readonly isRun?: true
  /** Whether something was taken for a key that is none. */
  readonly mayLoseKeys?: true
  /** How many faults it must take away to be believed; one where nothing is said. */
  readonly mends?: number
  /** Whether it is believed only where nothing is wrong around it any more. */
  readonly isClean?: true
}
