/** What can be wrong with a formula. */
export type FormulaFaultCode =
  | 'formula-syntax'
  | 'formula-too-long'
  | 'unknown-field'
  | 'unknown-function'
  | 'not-allowed'
  | 'wrong-type'

type Stretch = { readonly start: number; readonly end: number }

/** A fault in a formula, in the analyst's words, with the stretch of its text (in characters) that is wrong. */
export class FormulaFault extends Error {
  readonly code: FormulaFaultCode
  readonly offset: number
  readonly length: number
  readonly unknown: string | undefined

  constructor(code: FormulaFaultCode, message: string, { start, end }: Stretch, unknown?: string) {
    super(message)
    this.name = 'FormulaFault'
    this.code = code
    this.offset = start
    this.length = Math.max(1, end - start)
    this.unknown = unknown
  }
}

/** Puts what the CEL parser says about a text into the analyst's words. */
export function faultOfParser(text: string, error: unknown): FormulaFault {
  const { code, range } = error as { readonly code?: string; readonly range?: Stretch }
  const start = Math.min(range?.start ?? 0, text.length)
  if (code === 'limit_exceeded') {
    const message = 'This formula has too many parts. Split it into two computed fields.'
    return new FormulaFault('formula-too-long', message, { start: 0, end: text.length })
  }
  const word = /^[\p{L}\p{N}_]+|^./u.exec(text.slice(start))?.[0] ?? ''
  return new FormulaFault('formula-syntax', syntaxMessage(text, start, word, code), { start, end: start + word.length })
}

function syntaxMessage(text: string, start: number, word: string, code: string | undefined): string {
  if (text.trim() === '') return 'This formula is empty. Write one such as paid / amount * 100.'
  if (code === 'unterminated_string') return 'The text in quotes does not end. Put a quotation mark after it.'
  if (code === 'reserved_identifier') return `“${word}” is a word of the formula language and cannot name a field.`
  if (word === '') return 'The formula stops too early. Something is missing at its end.'
  if (word === '=') return 'To compare two values write ==, with two equals signs.'
  if (word === '&' || word === '|') return `To join two conditions write ${word}${word}.`
  if (word === ',') return 'A comma does not belong here. Write decimals with a point, such as 0.5.'
  if (/\d\s+$/.test(text.slice(0, start)) && /^\d/.test(word)) return 'Write numbers in a formula without spaces.'
  return `The formula cannot be read at “${word}”. Use field ids such as amount, numbers, and operators between them.`
}
