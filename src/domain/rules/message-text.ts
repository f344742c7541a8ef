/** What a text to a client may say besides the fields of the deal. */
export const ownWords = ['client.name', 'owner', 'title'] as const

const place = /\{\s*([^{}\n]*?)\s*\}/g

/** The words in braces of a text, with where each stands, braces included. */
export function bracesIn(
  text: string,
): readonly { readonly word: string; readonly from: number; readonly to: number }[] {
  return [...text.matchAll(place)].map((found) => ({
    word: found[1] ?? '',
    from: found.index,
    to: found.index + found[0].length,
  }))
}

/** The text with every word in braces told by what it stands for; undefined and the words nothing is known of, where there are any. */
export function filledMessage(
  text: string,
  valueOf: (word: string) => string | undefined,
): { readonly text: string } | { readonly missing: readonly string[] } {
  const words = bracesIn(text).map(({ word }) => word)
  const missing = [...new Set(words)].filter((word) => (valueOf(word) ?? '') === '')
  if (missing.length > 0) return { missing }
  return { text: text.replaceAll(place, (_, word: string) => valueOf(word) ?? '') }
}
