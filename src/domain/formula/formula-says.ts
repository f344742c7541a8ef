import type { FieldType } from '#schemas/model'
import type { FormulaKind } from './formula-table'

/** What is to be said of a formula that cannot be: which sentence, and what to put in. */
export type FormulaSays =
  | { readonly is: 'too-long'; readonly length: number; readonly most: number }
  | {
      readonly is:
        | 'too-many-parts'
        | 'empty'
        | 'open-text'
        | 'stops'
        | 'equals'
        | 'comma'
        | 'spaces'
        | 'literal'
        | 'in-list'
    }
  | { readonly is: 'reserved' | 'join' | 'unreadable'; readonly word: string }
  | { readonly is: 'not-computable'; readonly type: FieldType }
  | { readonly is: 'gives'; readonly kind: FormulaKind; readonly type: FieldType }
  | { readonly is: 'unknown-field'; readonly field: string }
  | { readonly is: 'not-yes-no'; readonly source: string; readonly kind: FormulaKind }
  | { readonly is: 'two-kinds'; readonly yes: FormulaKind; readonly no: FormulaKind }
  | {
      readonly is: 'operands'
      readonly source: string
      readonly given: readonly FormulaKind[]
      readonly wanted: readonly (readonly FormulaKind[])[]
    }
  | { readonly is: 'cannot-call'; readonly name: string; readonly functions: readonly string[] }
  | { readonly is: 'cannot-hold'; readonly source: string; readonly functions: readonly string[] }

const kinds: Readonly<Record<FormulaKind, string>> = {
  number: 'a number',
  text: 'a text',
  yes_no: 'a yes or no',
  date: 'a date',
  moment: 'a date and time',
}

/** Says in English what is wrong with a formula. */
export function formulaWords(says: FormulaSays): string {
  switch (says.is) {
    case 'too-long':
      return `This formula has ${says.length} characters. Keep it to ${says.most}, or split it into two fields.`
    case 'reserved':
      return `“${says.word}” is a word of the formula language and cannot name a field.`
    case 'join':
      return `To join two conditions write ${says.word}${says.word}.`
    case 'unreadable':
      return `The formula cannot be read at “${says.word}”. Use field ids such as amount, numbers, and operators between them.`
    case 'not-computable':
      return `A field of the type ${says.type} cannot be computed. Make it a field of the type text.`
    case 'gives':
      return `This formula gives ${kinds[says.kind]}, but the field is of the type ${says.type}.`
    case 'unknown-field':
      return `There is no field “${says.field}”.`
    case 'not-yes-no':
      return `“${says.source}” is ${kinds[says.kind]}, but a yes or no is needed here.`
    case 'two-kinds':
      return `This formula gives ${kinds[says.yes]} or ${kinds[says.no]}. Both must be of one kind.`
    case 'operands':
      return `“${says.source}” is given ${joined(says.given)}. It works with ${says.wanted.map(joined).join('; or ')}.`
    case 'cannot-call':
      return `A formula cannot call “${says.name}”. ${allowed(says.functions)}`
    case 'cannot-hold':
      return `A formula cannot hold “${says.source}”. ${allowed(says.functions)}`
    default:
      return plain[says.is]
  }
}

const plain = {
  'too-many-parts': 'This formula has too many parts. Split it into two computed fields.',
  empty: 'This formula is empty. Write one such as paid / amount * 100.',
  'open-text': 'The text in quotes does not end. Put a quotation mark after it.',
  stops: 'The formula stops too early. Something is missing at its end.',
  equals: 'To compare two values write ==, with two equals signs.',
  comma: 'A comma does not belong here. Write decimals with a point, such as 0.5.',
  spaces: 'Write numbers in a formula without spaces.',
  literal: 'A formula may hold numbers, texts in quotes, true and false.',
  'in-list': 'After “in” write a list, such as ["price", "timing"].',
} as const

function joined(given: readonly FormulaKind[]): string {
  return given.length === 0 ? 'nothing' : given.map((kind) => kinds[kind]).join(' and ')
}

function allowed(functions: readonly string[]): string {
  return `A formula may use + - * / % == != < <= > >= && || ! ?: in, and ${functions.join(', ')}.`
}
