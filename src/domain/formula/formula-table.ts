import { addDays, dayOf, isDate } from '#domain/time/days'

/** The kinds of value inside a formula: money, percent and number are numbers; choice, text and file are text; a `date_time` is a moment. */
export type FormulaKind = 'number' | 'text' | 'yes_no' | 'date' | 'moment'

/** A value inside a formula; `null` is an empty result. Dates are `YYYY-MM-DD`, moments instants, money is in whole currency units. */
export type FormulaValue = number | string | boolean | null

/** One allowed use of an operator or a function: what it takes, what it gives, and what it does. */
export type Overload = {
  readonly takes: readonly FormulaKind[]
  readonly gives: FormulaKind
  readonly run: (args: readonly FormulaValue[]) => FormulaValue
}

const COMPARED_KINDS: readonly FormulaKind[] = ['number', 'text', 'yes_no', 'date', 'moment']
const ORDERED_KINDS: readonly FormulaKind[] = ['number', 'date', 'moment']

/** The operators a formula may use. `&&`, `||` and `?:` are allowed too; they are not listed because they are lazy. */
export const operators: Readonly<Record<string, readonly Overload[]>> = {
  '+': [ofNumbers((a, b) => a + b), ofTexts((a, b) => a + b)],
  '-': [ofNumbers((a, b) => a - b)],
  '*': [ofNumbers((a, b) => a * b)],
  '/': [ofNumbers((a, b) => (b === 0 ? null : a / b))],
  '%': [ofNumbers((a, b) => (b === 0 ? null : a % b))],
  '==': COMPARED_KINDS.map((kind) => comparing(kind, (order) => order === 0)),
  '!=': COMPARED_KINDS.map((kind) => comparing(kind, (order) => order !== 0)),
  '<': ORDERED_KINDS.map((kind) => comparing(kind, (order) => order < 0)),
  '<=': ORDERED_KINDS.map((kind) => comparing(kind, (order) => order <= 0)),
  '>': ORDERED_KINDS.map((kind) => comparing(kind, (order) => order > 0)),
  '>=': ORDERED_KINDS.map((kind) => comparing(kind, (order) => order >= 0)),
  '-_': [ofNumber((a) => -a)],
  '!_': [{ takes: ['yes_no'], gives: 'yes_no', run: ([a]) => a !== true }],
}

/** The functions a formula may call, such as `round(amount * 0.1, 2)`. `matches` is not among them: it backtracks. */
export const functions: Readonly<Record<string, readonly Overload[]>> = {
  round: [ofNumber((a) => roundTo(a, 0)), ofNumbers((a, digits) => roundTo(a, digits))],
  floor: [ofNumber(Math.floor)],
  ceil: [ofNumber(Math.ceil)],
  abs: [ofNumber(Math.abs)],
  min: [ofNumbers(Math.min)],
  max: [ofNumbers(Math.max)],
  date: [{ takes: ['text'], gives: 'date', run: ([text]) => (isDate(text) ? text : null) }],
  days: [{ takes: ['date', 'date'], gives: 'number', run: ([from, to]) => dayOf(String(to)) - dayOf(String(from)) }],
  hours: [
    {
      takes: ['moment', 'moment'],
      gives: 'number',
      run: ([from, to]) => finite((Date.parse(String(to)) - Date.parse(String(from))) / 3_600_000),
    },
  ],
  add_days: [{ takes: ['date', 'number'], gives: 'date', run: ([date, count]) => daysLater(date, count) }],
}

/** The functions that are called on a text, such as `need.contains("lift")`. */
export const textMethods: Readonly<Record<string, readonly Overload[]>> = {
  contains: [testingTexts((text, part) => text.includes(part))],
  startsWith: [testingTexts((text, part) => text.startsWith(part))],
  endsWith: [testingTexts((text, part) => text.endsWith(part))],
}

function ofNumber(run: (a: number) => number | null): Overload {
  return { takes: ['number'], gives: 'number', run: ([a]) => finite(run(Number(a))) }
}

function ofNumbers(run: (a: number, b: number) => number | null): Overload {
  return { takes: ['number', 'number'], gives: 'number', run: ([a, b]) => finite(run(Number(a), Number(b))) }
}

function ofTexts(run: (a: string, b: string) => string): Overload {
  return { takes: ['text', 'text'], gives: 'text', run: ([a, b]) => run(String(a), String(b)) }
}

function testingTexts(run: (a: string, b: string) => boolean): Overload {
  return { takes: ['text', 'text'], gives: 'yes_no', run: ([a, b]) => run(String(a), String(b)) }
}

function comparing(kind: FormulaKind, accepts: (order: number) => boolean): Overload {
  return { takes: [kind, kind], gives: 'yes_no', run: ([a, b]) => accepts(order(a, b)) }
}

function order(a: FormulaValue | undefined, b: FormulaValue | undefined): number {
  if (typeof a === 'number' && typeof b === 'number') {
    // 0.1 + 0.2 is 0.3 to everybody but a binary fraction.
    return withoutNoise(a) - withoutNoise(b)
  }
  if (a === b) return 0
  return String(a) < String(b) ? -1 : 1
}

function daysLater(date: FormulaValue | undefined, count: FormulaValue | undefined): string | null {
  const days = Math.round(Number(count))
  // Further away than this no date can be written with a year of four digits.
  return Math.abs(days) > 1_000_000 ? null : addDays(String(date), days)
}

function roundTo(value: number, digits: number): number | null {
  if (!Number.isInteger(digits) || digits < 0 || digits > 9) return null
  const factor = 10 ** digits
  return (Math.sign(value) * Math.round(withoutNoise(Math.abs(value) * factor))) / factor
}

function finite(value: number | null): number | null {
  return value !== null && Number.isFinite(value) ? value : null
}

/** Takes the noise of binary fractions off a number: nine decimals are kept. */
export function withoutNoise(value: number): number {
  return Number(value.toFixed(9)) + 0
}
