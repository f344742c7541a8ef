import { suggest } from '#domain/deals/suggest'

/** The name that may have been meant: the only one that begins so, else the nearest; undefined when none is near. */
export function guessOf(name: string, known: readonly string[]): string | undefined {
  const begun = name.length < 2 ? [] : known.filter((one) => one.startsWith(name))
  return begun.length === 1 ? begun[0] : suggest(name, known)
}
