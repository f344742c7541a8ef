import { suggest } from '#domain/deals/suggest'

/** The sentence that offers the nearest name, with a space before it; nothing when none is near. */
export function didYouMean(name: string, known: readonly string[]): string {
  const begun = name.length < 2 ? [] : known.filter((one) => one.startsWith(name))
  const guess = begun.length === 1 ? begun[0] : suggest(name, known)
  return guess === undefined ? '' : ` Did you mean “${guess}”?`
}
