import { backwards } from '#search/domain/spelling'
import type { Key, KeyLine } from '#store/key'

const contacts = 'name, telephone number and e-mail address of the client, as words'

/** What is kept of the search, all of it in the table of words. */
export const keyLines = [
  {
    item: 'word',
    pk: 'Q#{beginning}',
    sk: '{word}#{age}#{kind}#{id}',
    question: 'what has a word that begins so, the word itself first, the newest first (table of words)',
    personal: contacts,
  },
  {
    item: 'words of a thing',
    pk: 'QR#{kind}#{id}',
    sk: '#',
    question: 'which words a thing is found by, so that exactly these are taken away (table of words)',
    personal: contacts,
  },
] as const satisfies readonly KeyLine[]

/** The latest second there is: what is taken from it sorts the newest first. */
const lastSecond = 9_999_999_999

/** The keys of the search. */
export const keys = {
  word: (word: string, { kind, id, at }: { kind: string; id: string; at: string }): Key => ({
    pk: partitions.words(word),
    sk: `${word}#${lastSecond - Math.floor(Date.parse(at) / 1000)}#${kind}#${id}`,
  }),
  wordsOf: (kind: string, id: string): Key => ({ pk: `QR#${kind}#${id}`, sk: '#' }),
} as const

/** Words lie together by their first two letters, ends of numbers by their last four digits. */
export const partitions = {
  words: (word: string): string => `Q#${word.slice(0, word.startsWith(backwards) ? 5 : 2)}`,
} as const

/** What the key of a word says. */
export function wordIn(sk: string): {
  readonly word: string
  readonly at: string
  readonly kind: string
  readonly id: string
} {
  const parts = sk.split('#')
  const [age = '0', kind = '', id = ''] = parts.slice(-3)
  const at = new Date((lastSecond - Number(age)) * 1000).toISOString()
  return { word: parts.slice(0, -3).join('#'), at, kind, id }
}
