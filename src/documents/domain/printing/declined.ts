/** What declines: the given libraries, which the domain does not load itself. */
export type Decliners = {
  readonly person: (name: { last: string; first: string; middle?: string }) => string
  readonly noun: (word: string) => string | undefined
}

/** A suggestion for a genitive, and whether there is nothing to look at: a word that does not change at all. */
export type Suggested = { readonly form: string; readonly isConfirmed: boolean }

/**
 * How a name or a post is probably in the genitive. It is a suggestion that somebody has to confirm; what is not written in
 * Cyrillic stays as it is and needs nobody.
 */
export function genitiveOf(text: string, decliners: Decliners): Suggested {
  const plain = text.trim().replaceAll(/\s+/g, ' ')
  if (!/\p{Script=Cyrillic}/u.test(plain)) return { form: plain, isConfirmed: true }
  const words = plain.split(' ')
  const isName = words.length >= 2 && words.length <= 3 && words.every((word) => /^\p{Lu}\p{Ll}+/u.test(word))
  if (!isName) return { form: phrase(words, decliners), isConfirmed: false }
  const [last = '', first = '', middle] = words
  const form = decliners.person({ last, first, ...(middle === undefined ? {} : { middle }) })
  return { form, isConfirmed: false }
}

/** Adjectives and the first noun behind them change; what follows is in a case of its own already: “директор по продажам”. */
function phrase(words: readonly string[], { noun }: Decliners): string {
  // “Исполняющий обязанности директора”, “заведующая складом”: what they govern is in a case of its own already.
  const [first = '', ...governed] = words
  if (/^(?:исполняющ|заведующ)/i.test(first)) return [adjective(first) ?? first, ...governed].join(' ')
  const head = words.findIndex((word) => adjective(word) === undefined)
  return words
    .map((word, at) => {
      if (head === -1 || at < head) return adjective(word) ?? word
      return at === head ? likeIt(word, noun(word.toLowerCase()) ?? word) : word
    })
    .join(' ')
}

function likeIt(word: string, form: string): string {
  return /^\p{Lu}/u.test(word) ? form.charAt(0).toUpperCase() + form.slice(1) : form
}

/** Nouns that look like adjectives: they are declined like them, and are what a phrase is about. */
function adjective(word: string): string | undefined {
  const ending = /^(.+?)(ый|ой|ий|ая|яя|ое|ее)$/u.exec(word.toLowerCase())
  if (ending === null || word.length < 5) return undefined
  const stem = word.slice(0, word.length - 2)
  const last = stem.at(-1)?.toLowerCase() ?? ''
  switch (ending[2]) {
    case 'ый':
    case 'ой':
    case 'ое':
      return `${stem}ого`
    case 'ий':
      return 'кгх'.includes(last) ? `${stem}ого` : `${stem}его`
    case 'ее':
      return `${stem}его`
    case 'ая':
      return 'жшщч'.includes(last) ? `${stem}ей` : `${stem}ой`
    default:
      return `${stem}ей`
  }
}
