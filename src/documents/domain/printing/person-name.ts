import { genderOfFirstName, isFirstName, isOfEither } from './first-names'

/** Which of the words of a name is what; `order` as it was written. */
export type PersonName = {
  readonly last: string
  readonly first?: string
  readonly middle?: string
  readonly gender: 'male' | 'female'
  readonly order: readonly NamePart[]
  /** What does not change: initials, “оглы”. */
  readonly kept: readonly string[]
}
type NamePart = 'last' | 'first' | 'middle' | 'kept'

const word = /^\p{Lu}\p{Ll}+(?:-(?:\p{Lu}\p{Ll}+|заде|оглы|оглу|кызы))*$/u
const initials = /^(?:\p{Lu}\p{Ll}?\.-?)+$/u
const patronymic = /(?:[вь]ич|(?:Лук|Фом|Кузьм|Никит|Ил)ич|Силыч|вна|ична)$/u
const womansPatronymic = /(?:вна|ична)$/u
const familyName = /(?:[её]в|ов|ин|ын|[сц]кий|[оы]й|[её]ва|ова|ина|ына|ая|яя|ко|[иы]х|ич|[ую]к|ян|швили|дзе)$/u
const womansFamilyName = /(?:[её]ва|ова|ина|ына|ая|яя)$/u
const sonOrDaughter: Readonly<Record<string, 'male' | 'female'>> = {
  оглы: 'male',
  оглу: 'male',
  углы: 'male',
  улы: 'male',
  кызы: 'female',
  гызы: 'female',
}

/** The name of a person that words are; undefined where they are none. */
export function personName(words: readonly string[]): PersonName | undefined {
  return withInitials(words) ?? withFathersName(words) ?? ofShortWords(words) ?? inFull(words)
}

/** `Иванова А. П.`, `А.П. Иванова`: the family name alone changes, and says whose it is. */
function withInitials(words: readonly string[]): PersonName | undefined {
  const kept = words.filter(isInitials)
  const [last, ...more] = words.filter((one) => !isInitials(one))
  if (kept.length === 0 || kept.length > 2 || last === undefined || more.length > 0 || !word.test(last))
    return undefined
  const order = words.map((one): NamePart => (one === last ? 'last' : 'kept'))
  return { last, gender: isWomans(last) ? 'female' : 'male', order, kept }
}

/** `Алиев Вагиф Гусейн оглы`: the father’s name and what stands behind it stay. */
function withFathersName(words: readonly string[]): PersonName | undefined {
  const gender = sonOrDaughter[(words.at(-1) ?? '').toLowerCase()]
  const [last = '', first = '', ...kept] = words
  if (gender === undefined || words.length !== 4 || !word.test(last) || !word.test(first)) return undefined
  return { last, first, gender, order: ['last', 'first', 'kept', 'kept'], kept }
}

/** `Нгуен Ван Хунг`: of three short words with no first name or patronymic known here, the last alone changes. */
function ofShortWords(words: readonly string[]): PersonName | undefined {
  const [one = '', two = '', last = ''] = words
  const isShort = words.every((each) => word.test(each) && each.length <= 5)
  if (words.length !== 3 || !isShort || words.some((each) => isFirstName(each) || patronymic.test(each)))
    return undefined
  return { last, gender: 'male', order: ['kept', 'kept', 'last'], kept: [one, two] }
}

/** `Примерова Анна Петровна`, or the family name last: the patronymic tells, else how family names end. */
function inFull(words: readonly string[]): PersonName | undefined {
  const [one = '', two = '', three] = words
  if (words.length < 2 || words.length > 3 || !words.every((each) => word.test(each))) return undefined
  if (three === undefined) {
    const isFirstFirst = isGivenFirst(one, two)
    const [last, first] = isFirstFirst ? [two, one] : [one, two]
    return {
      last,
      first,
      gender: genderOf(last, first),
      order: isFirstFirst ? ['first', 'last'] : ['last', 'first'],
      kept: [],
    }
  }
  const isLastLast = patronymic.test(two) && !patronymic.test(three)
  const [last, first, middle] = isLastLast ? [three, one, two] : [one, two, three]
  const byMiddle = womansPatronymic.test(middle) ? 'female' : patronymic.test(middle) ? 'male' : undefined
  const order: readonly NamePart[] = isLastLast ? ['first', 'middle', 'last'] : ['last', 'first', 'middle']
  return { last, first, middle, gender: byMiddle ?? genderOf(last, first), order, kept: [] }
}

/** Whether of two words the first name comes first: one that is known for one tells, else how family names end. */
function isGivenFirst(one: string, two: string): boolean {
  if (isFirstName(one) !== isFirstName(two)) return isFirstName(one)
  return isFamilyName(two) && !isFamilyName(one)
}

/** Whether a name beyond doubt is behind a post: it has initials, a patronymic or, of two words, a first name that is known. */
export function isBeyondDoubt({ kept, last, first = '', middle }: PersonName): boolean {
  if (middle !== undefined) return patronymic.test(middle)
  return kept.length > 0 || (isFirstName(first) && !isFirstName(last))
}

/** `А. П.`, `А.П.`, `Ж.-П.`, `Дж.`: one word of them. */
export function isInitials(text: string): boolean {
  return initials.test(text)
}

/** Of a double one a part is enough: `Склодовская-Кюри`. */
function isFamilyName(name: string): boolean {
  return name.split('-').some((part) => familyName.test(part))
}

function isWomans(last: string): boolean {
  return last.split('-').some((part) => womansFamilyName.test(part))
}

/** The first name tells where it is known; else how the family name ends, and how the first name does. */
function genderOf(last: string, first: string): 'male' | 'female' {
  const byFirst = genderOfFirstName(first)
  if (byFirst !== undefined) return byFirst
  if (isWomans(last)) return 'female'
  return !isOfEither(first) && /[ая]$/u.test(first) ? 'female' : 'male'
}
