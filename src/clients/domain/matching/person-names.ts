import { foldedWords } from '#domain/kernel/folded-words'
import { alike } from './slips'

/** A person’s name as names are compared: its words in whatever order, the patronymic known by its ending. */
export type PersonName = { readonly words: readonly string[]; readonly patronymic?: string }

const patronymic = /(?:ович|евич|ич|овна|евна|ична|инична)$/u

/** Takes a person’s name apart. */
export function personName(name: string): PersonName {
  const words = foldedWords(name).filter((word) => !/^\d+$/u.test(word))
  // «Иванович» may be a surname as well: where a name has one such word it is the patronymic only beside another.
  const found =
    words.length > 1 ? words.slice(1).findLast((word) => word.length > 4 && patronymic.test(word)) : undefined
  return found === undefined ? { words } : { words, patronymic: found }
}

/**
 * How far two names of people agree, 0 to 1; from 0.7 on they may be one person’s. All words alike give 1; what is said
 * shorter (initials, without patronymic or surname) less; a word that contradicts, as after a marriage, 0.6 at most.
 */
export function personNamesAgree(one: PersonName, other: PersonName): number {
  if (one.words.length === 0 || other.words.length === 0) return 0
  const pairs = paired(one, other)
  const left = one.words.length - pairs.length
  const right = other.words.length - pairs.length
  const least = Math.min(...pairs.map(({ likeness }) => likeness), 1)
  const whole = pairs.filter(({ isInitial }) => !isInitial).length
  if (left > 0 && right > 0) return isContradicted(one, other, whole) ? 0.6 : 0
  if (whole === 0) return 0
  if (pairs.length === 1) return 0.5
  if (whole === 1) return (left + right > 0 ? 0.72 : 0.8) * least
  if (left + right === 0) return least
  return (saysPatronymic(one.words.length < other.words.length ? one : other) ? 0.75 : 0.88) * least
}

/** «Анна Сергеевна»: nothing is said of the surname. */
function saysPatronymic({ words, patronymic }: PersonName): boolean {
  return words.length === 2 && patronymic !== undefined
}

/** One word of each contradicts, and two others agree: the same first name and patronymic under another surname. */
function isContradicted(one: PersonName, other: PersonName, whole: number): boolean {
  return (
    whole >= 2 && one.patronymic !== undefined && other.patronymic !== undefined && one.patronymic === other.patronymic
  )
}

type Pair = { readonly likeness: number; readonly isInitial: boolean }

/** Words of one name with those of the other: equal ones first, then slips of the pen, then initials. */
function paired(one: PersonName, other: PersonName): readonly Pair[] {
  const [left, right] = [[...one.words], [...other.words]]
  const isOneGender = one.patronymic !== undefined && one.patronymic === other.patronymic
  const ways = [
    { isInitial: false, likeness: (word: string, of: string) => (word === of ? 1 : 0) },
    { isInitial: false, likeness: (word: string, of: string) => slip(word, of, isOneGender) },
    { isInitial: true, likeness: initial },
  ]
  return ways.flatMap(({ isInitial, likeness }) =>
    [...left].flatMap((word) => {
      const at = right.findIndex((candidate) => likeness(word, candidate) > 0)
      if (at < 0) return []
      left.splice(left.indexOf(word), 1)
      const [taken = ''] = right.splice(at, 1)
      return [{ likeness: likeness(word, taken), isInitial }]
    }),
  )
}

/** «Иванов» and «Иванова», «Александр» and «Александра» are two people, but where the patronymic says that they are one. */
function slip(one: string, other: string, isOneGender: boolean): number {
  if (one.length < 4 || other.length < 4 || (!isOneGender && isOtherGender(one, other))) return 0
  return alike(one, other)
}

function isOtherGender(one: string, other: string): boolean {
  const [short, long] = one.length < other.length ? [one, other] : [other, one]
  if (!/[ая]$/u.test(short) && (long === `${short}а` || long === `${short}я`)) return true
  return (one.endsWith('ич') && other.endsWith('на')) || (one.endsWith('на') && other.endsWith('ич'))
}

function initial(one: string, other: string): number {
  const [short, long] = one.length < other.length ? [one, other] : [other, one]
  return short.length === 1 && long.startsWith(short) ? 1 : 0
}
