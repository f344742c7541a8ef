import type { KeyLine } from '#store/key'

/** What is fixed at the beginning of a key; a key without anything that varies is known whole. */
export type Beginning = { readonly text: string; readonly isWhole: boolean }
type Ends = { readonly pk: Beginning; readonly sk: Beginning }

/** How the keys of a kind of item begin; its `sk` may name several ways. */
export function begins({ pk, sk }: Pick<KeyLine, 'pk' | 'sk'>): readonly Ends[] {
  return sk.split(', ').map((one) => ({ pk: beginning(pk), sk: beginning(one) }))
}

/**
 * Pairs of kinds of items whose keys could be the same. Ids never begin with `~`, so what goes on with it behind a beginning
 * is told from what goes on with an id.
 */
export function clashes(lines: readonly KeyLine[]): readonly string[] {
  const all = lines.flatMap((line) => begins(line).map((ends) => ({ line, ...ends })))
  const found = all.flatMap((one, at) =>
    all
      .slice(at + 1)
      .filter((other) => other.line !== one.line && meet(one.pk, other.pk) && meet(one.sk, other.sk))
      .map((other) => `${said(one.line)} and ${said(other.line)}`),
  )
  return [...new Set(found)]
}

/** Beginnings of partitions of the indexes, `B#`, each with the items that stand there. */
export function indexBeginnings({ gsi1 = '', gsi2 = '' }: Pick<KeyLine, 'gsi1' | 'gsi2'>): readonly string[] {
  return [...new Set([...`${gsi1};${gsi2}`.matchAll(/[A-Z]+#(?=\{)/g)].map(([text]) => text))]
}

function beginning(key: string): Beginning {
  const brace = key.indexOf('{')
  return brace < 0 ? { text: key, isWhole: true } : { text: key.slice(0, brace), isWhole: false }
}

function meet(one: Beginning, other: Beginning): boolean {
  if (one.isWhole && other.isWhole) return one.text === other.text
  const [short, long] = one.text.length <= other.text.length ? [one, other] : [other, one]
  if (short.isWhole && !long.isWhole) return false
  return long.text.startsWith(short.text) && long.text[short.text.length] !== '~'
}

function said({ item, pk, sk }: KeyLine): string {
  return `${item} (${pk}, ${sk})`
}
