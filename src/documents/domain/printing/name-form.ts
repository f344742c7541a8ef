import type { PersonName } from './person-name'

/** How the library that knows names has one in the genitive. */
export type NameDecliner = (name: PersonName) => Pick<PersonName, 'last' | 'first' | 'middle'>

/** A name in the genitive, in the order it was written in. */
export function nameForm(name: PersonName, person: NameDecliner): string {
  const suggested = person(name)
  const kept = name.kept.values()
  const formOfPart = (part: PersonName['order'][number]): string => {
    switch (part) {
      case 'last':
        return ofParts(name.last, suggested.last, (one) => lastForm(one, name.gender))
      case 'first':
        return ofParts(name.first ?? '', suggested.first ?? '', (one) => firstForm(one, name.gender))
      case 'middle':
        return name.middle?.endsWith('ыч') === true ? `${name.middle}а` : (suggested.middle ?? '')
      case 'kept':
        return kept.next().value ?? ''
    }
  }
  return name.order.map(formOfPart).join(' ')
}

type Part = { readonly text: string; readonly next: string | undefined }

/** The parts of a double name one by one: as a rule here has it, else as the library does. */
function ofParts(text: string, suggested: string, form: (part: Part) => string | undefined): string {
  const parts = text.split('-')
  const others = suggested.split('-')
  return parts
    .map((one, at) => {
      if (/(?:ия|[гкхжчшщ]а)$/u.test(one)) return `${one.slice(0, -1)}и`
      return form({ text: one, next: parts[at + 1] }) ?? others[at] ?? one
    })
    .join('-')
}

/** First parts of double family names that stay: `Бонч-Бруевича`, `Тер-Петросяна`; and whatever stands before `заде`. */
const fixed = new Set('Абдул Бонч Ван Вар Кара Мелик Тер Фон Шах Шолом'.split(' '))

function lastForm({ text, next }: Part, gender: PersonName['gender']): string | undefined {
  if (next === 'заде' || (next !== undefined && fixed.has(text))) return text
  if (gender === 'male') return undefined
  if (text.endsWith('ёва')) return `${text.slice(0, -1)}ой`
  return /[бвгджзйклмнпрстфхцчшщь]$/u.test(text) ? text : undefined
}

/** `Жан-Поля`; a woman’s name in a soft sign changes as `Любовь` does: `Нинели`. */
function firstForm({ text, next }: Part, gender: PersonName['gender']): string | undefined {
  if (next !== undefined && text === 'Жан') return text
  return gender === 'female' && text.endsWith('ь') ? `${text.slice(0, -1)}и` : undefined
}
