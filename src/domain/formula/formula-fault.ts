import { formulaWords } from './formula-says'
import type { FormulaSays } from './formula-says'

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
  readonly says: FormulaSays
  readonly offset: number
  readonly length: number
  readonly unknown: string | undefined

  constructor(code: FormulaFaultCode, says: FormulaSays, { start, end }: Stretch, unknown?: string) {
    super(formulaWords(says))
    this.name = 'FormulaFault'
    this.code = code
    this.says = says
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
    return new FormulaFault('formula-too-long', { is: 'too-many-parts' }, { start: 0, end: text.length })
  }
  const word = /^[\p{L}\p{N}_]+|^./u.exec(text.slice(start))?.[0] ?? ''
  return new FormulaFault('formula-syntax', saysOf(text, start, word, code), { start, end: start + word.length })
}

function saysOf(text: string, start: number, word: string, code: string | undefined): FormulaSays {
  if (text.trim() === '') return { is: 'empty' }
  if (code === 'unterminated_string') return { is: 'open-text' }
  if (code === 'reserved_identifier') return { is: 'reserved', word }
  if (word === '') return { is: 'stops' }
  if (word === '=') return { is: 'equals' }
  if (word === '&' || word === '|') return { is: 'join', word }
  if (word === ',') return { is: 'comma' }
  if (/\d\s+$/.test(text.slice(0, start)) && /^\d/.test(word)) return { is: 'spaces' }
  return { is: 'unreadable', word }
}
