import type { FormulaKind } from '#domain/formula/formula-table'
import type { FormulaSays } from '#domain/formula/formula-says'

type Kind = FormulaKind

const kinds: Readonly<Record<Kind, string>> = {
  number: 'число',
  text: 'текст',
  yes_no: 'да или нет',
  date: 'дата',
  moment: 'дата и время',
}

/** Says in Russian what is wrong with a formula. */
export function ruFormula(says: FormulaSays): string {
  switch (says.is) {
    case 'too-long':
      return `Формула слишком длинная: знаков ${says.length}, а можно не больше ${says.most}. Разбейте её на два поля.`
    case 'reserved':
      return `«${says.word}» – слово языка формул, полем оно быть не может.`
    case 'join':
      return `Чтобы соединить два условия, напишите ${says.word}${says.word}.`
    case 'unreadable':
      return `Формулу не прочитать с места «${says.word}». В ней бывают идентификаторы полей вроде amount, числа и знаки между ними.`
    case 'not-computable':
      return `Поле типа ${says.type} вычислить нельзя. Сделайте его полем типа text.`
    case 'gives':
      return `Формула даёт ${kinds[says.kind]}, а у поля тип ${says.type}.`
    case 'unknown-field':
      return `Нет поля «${says.field}».`
    case 'not-yes-no':
      return `«${says.source}» – это ${kinds[says.kind]}, а здесь нужно да или нет.`
    case 'two-kinds':
      return `Формула даёт то ${kinds[says.yes]}, то ${kinds[says.no]}, а должно быть одно и то же.`
    case 'operands':
      return `В «${says.source}» стоит: ${joined(says.given)}. Подходит: ${says.wanted.map(joined).join('; или ')}.`
    case 'cannot-call':
      return `В формуле нельзя вызвать «${says.name}». ${allowed(says.functions)}`
    case 'cannot-hold':
      return `В формуле не может быть «${says.source}». ${allowed(says.functions)}`
    default:
      return plain[says.is]
  }
}

const plain = {
  'too-many-parts': 'В формуле слишком много частей. Разбейте её на два вычисляемых поля.',
  empty: 'Формула пуста. Напишите её, например paid / amount * 100.',
  'open-text': 'Текст в кавычках не закончен. Поставьте после него кавычку.',
  stops: 'Формула обрывается: в конце чего-то не хватает.',
  equals: 'Чтобы сравнить два значения, напишите ==, два знака равенства.',
  comma: 'Запятой здесь быть не должно. Дробные числа пишут с точкой, например 0.5.',
  spaces: 'Пишите числа в формуле без пробелов.',
  literal: 'В формуле бывают числа, тексты в кавычках, true и false.',
  'in-list': 'После «in» напишите список, например ["price", "timing"].',
} as const

function joined(given: readonly Kind[]): string {
  return given.length === 0 ? 'ничего' : given.map((kind) => kinds[kind]).join(' и ')
}

function allowed(functions: readonly string[]): string {
  return `Можно: + - * / % == != < <= > >= && || ! ?: in, а ещё ${functions.join(', ')}.`
}
