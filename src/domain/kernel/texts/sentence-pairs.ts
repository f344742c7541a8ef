/** English sentence and Russian one: `{}` stands for what is said in it, `{1}` for the first of these, `{known}` for what there is. */
export type SentencePair = readonly [english: string, russian: string]

/** The Russian of a sentence that is made like one of the pairs; the first that fits. */
export function pairedSentence(
  pairs: readonly SentencePair[],
  text: string,
  known: readonly string[] = [],
): string | undefined {
  for (const [english, russian] of pairs) {
    const found = patternOf(english).exec(text)
    if (found === null) continue
    const there = known.length === 0 ? ' Пока нет ни одного.' : ` Есть: ${known.join(', ')}.`
    return russian.replaceAll(/\{(\d|known)\}/g, (_, place: string) =>
      place === 'known' ? there : (found[Number(place)] ?? ''),
    )
  }
  return undefined
}

function patternOf(english: string): RegExp {
  const parts = english.split('{}').map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  return new RegExp(`^${parts.join('([^]*?)')}$`)
}
