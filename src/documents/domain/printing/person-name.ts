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

const word = /^\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)*$/u
const initials = /^(?:\p{Lu}\.)+$/u
const patronymic = /(?:[вь]ич|(?:Лук|Фом|Кузьм|Никит|Ил)ич|вна|ична)$/u
const womansPatronymic = /(?:вна|ична)$/u
const familyName = /(?:[её]в|ов|ин|ын|ский|цкий|[её]ва|ова|ина|ына|ская|цкая|енко|[ую]к|ян|швили|дзе)$/u
const womansFamilyName = /(?:[её]ва|ова|ина|ына|ская|цкая)$/u
const sonOrDaughter: Readonly<Record<string, 'male' | 'female'>> = {
  оглы: 'male',
  углы: 'male',
  улы: 'male',
  кызы: 'female',
  гызы: 'female',
}

/** The name of a person that words are; undefined where they are none. */
export function personName(words: readonly string[]): PersonName | undefined {
  return withInitials(words) ?? ofTheEast(words) ?? inFull(words)
}

/** `Иванова А. П.`, `А.П. Иванова`: the family name alone changes, and says whose it is. */
function withInitials(words: readonly string[]): PersonName | undefined {
  const kept = words.filter((one) => initials.test(one))
  const [last, ...more] = words.filter((one) => !initials.test(one))
  if (kept.length === 0 || kept.length > 2 || last === undefined || more.length > 0 || !word.test(last))
    return undefined
  const order = words.map((one): NamePart => (one === last ? 'last' : 'kept'))
  return { last, gender: womansFamilyName.test(last) ? 'female' : 'male', order, kept }
}

/** `Алиев Вагиф Гусейн оглы`: the father’s name and what stands behind it stay. */
function ofTheEast(words: readonly string[]): PersonName | undefined {
  const gender = sonOrDaughter[(words.at(-1) ?? '').toLowerCase()]
  const [last = '', first = '', ...kept] = words
  if (gender === undefined || words.length !== 4 || !word.test(last) || !word.test(first)) return undefined
  return { last, first, gender, order: ['last', 'first', 'kept', 'kept'], kept }
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

/** First names that end like family names: how a word ends says nothing of them. */
const firstNames = new Set(
  (
    'Ирина Марина Нина Галина Полина Алина Арина Карина Кристина Екатерина Антонина Валентина Василина Ангелина ' +
    'Регина Фаина Зарина Мадина Эвелина Каролина Альбина Сабина Дина Ева ' +
    'Константин Валентин Августин Мартин Севастьян Лукьян Демьян Касьян Кирьян Мартын'
  ).split(' '),
)

/** Whether of two words the first name comes first: one that is known for one tells, else how family names end. */
function isGivenFirst(one: string, two: string): boolean {
  if (firstNames.has(one) !== firstNames.has(two)) return firstNames.has(one)
  return isFamilyName(two) && !isFamilyName(one)
}

/** Whether a name beyond doubt is behind a post: it has initials or a patronymic. */
export function isBeyondDoubt({ kept, middle = '' }: PersonName): boolean {
  return kept.length > 0 || patronymic.test(middle)
}

/** Of a double one a part is enough: `Склодовская-Кюри`. */
function isFamilyName(name: string): boolean {
  return name.split('-').some((part) => familyName.test(part))
}

/** Men whose first names end as those of women. */
const men = new Set(
  'Никита Илья Лука Фома Кузьма Савва Данила Гаврила Миша Саша Паша Женя Добрыня Мустафа Муса Иса'.split(' '),
)

function genderOf(last: string, first: string): 'male' | 'female' {
  if (last.split('-').some((part) => womansFamilyName.test(part))) return 'female'
  return !men.has(first) && (/[ая]$/u.test(first) || first === 'Любовь' || first === 'Нинель') ? 'female' : 'male'
}
