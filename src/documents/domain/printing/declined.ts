import { isFirstName } from './first-names'
import { nameForm, type NameDecliner } from './name-form'
import { isBeyondDoubt, isInitials, personName } from './person-name'

/** What declines: the given libraries, which the domain does not load itself. */
export type Decliners = {
  readonly person: NameDecliner
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
  // “Примеров П. П. (по доверенности)”: what is said beside stays.
  const [, bare = plain, beside = ''] = /^(.+?)(\s*\([^()]*\))$/.exec(plain) ?? []
  const isInCapitals = /\p{Lu}{3,}/u.test(bare) && !/\p{Ll}/u.test(bare)
  const form = isInCapitals ? formOf(inSmall(bare), decliners).toUpperCase() : formOf(bare, decliners)
  return { form: `${form}${beside}`, isConfirmed: false }
}

/** Words of more than three letters as they are written within a sentence, and short names: `ИП ЦОЙ В.Р.` is `ИП Цой В.Р.`. */
function inSmall(text: string): string {
  const words = text.replaceAll(/\p{Lu}{4,}/gu, small).split(' ')
  const isOfName = (one = ''): boolean => isInitials(one) || isFirstName(small(one))
  return words
    .map((word, at) => {
      if (!/^\p{Lu}{2,3}$/u.test(word) || legalForms.has(word)) return word
      return [word, words[at - 1], words[at + 1]].some(isOfName) ? small(word) : word
    })
    .join(' ')
}

const legalForms = new Set('АО АНО ЗАО ИП КФХ ОАО ООО ПАО'.split(' '))

function small(word: string): string {
  return word.charAt(0) + word.slice(1).toLowerCase()
}

function formOf(plain: string, decliners: Decliners): string {
  const words = plain.split(' ')
  const governed = actingFor(plain)
  // “Генеральный директор Примерова Анна Петровна”, “ИП Примеров П. П.”: a post, and whose it is.
  const from = words.findIndex((_, at) => at >= governed && isCertainName(words.slice(at), at))
  const [post, name] = from === -1 ? [words, undefined] : [words.slice(0, from), personName(words.slice(from))]
  const forms = [
    post.length === 0 ? '' : phrase(post, decliners),
    name === undefined ? '' : nameForm(name, decliners.person),
  ]
  return forms.join(' ').trim()
}

const acting = /^(?:вр\. ?и\. ?о\.|врио|и\. ?о\.) /iu
const initialsAndWord = /^И\. ?О\. \p{Lu}[\p{L}-]*$/u
const actingPost =
  / (?:директора|бухгалтера|руководителя|начальника|председателя|президента|управляюще(?:го|й)|заведующе(?:го|й)|заместителя|главы|главврача|ректора|секретаря)$/iu

/** How many words say whom somebody acts for: no name begins among them. `И.О. Директора` is a post, `И.О. Иванов` is none. */
function actingFor(text: string): number {
  const [said] = acting.exec(text) ?? []
  if (said === undefined || (initialsAndWord.test(text) && !actingPost.test(text))) return 0
  return said.trim().split(' ').length + 1
}

/** Behind a post it has to be a name beyond doubt; alone any name is one. */
function isCertainName(words: readonly string[], at: number): boolean {
  const name = personName(words)
  return name !== undefined && (at === 0 || isBeyondDoubt(name))
}

/** Adjectives and the first noun behind them change; what follows is in a case of its own already: “директор по продажам”. */
function phrase(words: readonly string[], { noun }: Pick<Decliners, 'noun'>): string {
  // “Исполняющий обязанности директора”, “заведующая складом”: what they govern is in a case of its own already.
  const [first = '', ...governed] = words
  if (/^временно$/i.test(first)) return [first, phrase(governed, { noun })].join(' ')
  // “И. о. директора”, “врио директора”, “зам. директора”: shortened, and the rest is governed by it.
  if (/^(?:(?:и|вр|зам|зав|нач|пом|рук|упр)\.|врио$)/i.test(first)) return words.join(' ')
  const isGoverning =
    /^(?:исполняющ|заведующ)/i.test(first) || /^управляющ.* \p{L}+(?:[оеё]м|[оеё]й|ью|[ая]ми)$/iu.test(words.join(' '))
  if (isGoverning) return [adjective(first) ?? first, ...governed].join(' ')
  // “Гл. бухгалтер”, “ген. директор”: of a shortened adjective nothing changes.
  const head = words.findIndex((word) => adjective(word) === undefined && !word.endsWith('.'))
  return words
    .map((word, at) => {
      if (head === -1 || at < head) return adjective(word) ?? word
      return at === head && !shortened.test(word) ? likeIt(word, nounForm(word.toLowerCase(), noun)) : word
    })
    .join(' ')
}

/** Of two posts in one, such as `бухгалтер-кассир`, both change; of `бизнес-тренер` the last alone. */
function nounForm(word: string, noun: Decliners['noun']): string {
  const [, first, rest] = /^(директор|бухгалтер|менеджер|инженер|экономист|юрист|президент|врач)-(.+)$/.exec(word) ?? []
  if (first === undefined || rest === undefined) return noun(word) ?? word
  return `${noun(first) ?? first}-${noun(rest) ?? rest}`
}

/** `ИП`, `ООО` do not change. */
const shortened = /^\p{Lu}{2,}$/u

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
