/** What can be found. */
export const foundKinds = ['deal', 'company', 'person'] as const
export type FoundKind = (typeof foundKinds)[number]

/** So few letters or digits are too many answers to look for. */
export const fewestTyped = 2
/** As much of what is typed is looked at. */
export const mostTyped = 100

/** What is searched of a thing, and what the list of what was found says of it. */
export type WordRecord = {
  readonly kind: FoundKind
  readonly id: string
  /** When it was made: of two, the newer is found first. */
  readonly at: string
  readonly owner: string
  readonly title: string
  /** A second line: of a deal its client. */
  readonly about: string
  /** What it is found by, as `src/search/domain/words-of.ts` gives it. */
  readonly words: readonly string[]
}
