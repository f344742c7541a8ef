import { invalid } from './fault'

const precise = Symbol('precise')

/** A number that JavaScript's own cannot hold exactly, as its decimal digits. */
export type Precise = { readonly [precise]: string }
export type Numeric = number | Precise

type Decimal = { readonly digits: bigint; readonly exponent: number }

const mostDigits = 38
let made = 0

/** How many such numbers there have been: who wants none need not look for them while this stays the same. */
export const preciseSoFar = (): number => made
const form = /^([+-]?)(\d*)\.?(\d*)(?:[eE]([+-]?\d+))?$/

export function isPrecise(value: unknown): value is Precise {
  return typeof value === 'object' && value !== null && precise in value
}

/** The number a text stands for, as DynamoDB takes it: 38 digits, from 1e-130 to 9.99…e125. */
export function numberOf(text: string): Numeric {
  return numericOf(checked(decimalOf(text), text))
}

/** Refuses a number that DynamoDB would not take. */
export function checkNumber(value: number): void {
  const size = Math.abs(value)
  if (size !== 0 && !(size >= 1e-130 && size < 1e126)) checked(decimalOf(String(value)), String(value))
}

export function textOf(value: Numeric): string {
  if (!isPrecise(value)) return Object.is(value, -0) ? '0' : String(value)
  return value[precise]
}

/** `a + b`, exactly, as in decimal arithmetic: 0.1 + 0.2 is 0.3. */
export function sumOf(a: Numeric, b: Numeric): Numeric {
  if (Number.isSafeInteger(a) && Number.isSafeInteger(b)) {
    const sum = Number(a) + Number(b)
    if (Number.isSafeInteger(sum)) return sum
  }
  const [x, y] = aligned(decimalOf(textOf(a)), decimalOf(textOf(b)))
  const sum = trimmed({ digits: x.digits + y.digits, exponent: x.exponent })
  return numericOf(checked(sum, written(sum)))
}

export function negated(value: Numeric): Numeric {
  if (!isPrecise(value)) return -value
  const { digits, exponent } = decimalOf(textOf(value))
  return numericOf({ digits: -digits, exponent })
}

/** Below, at or above zero as `a` is below, at or above `b`. */
export function compareNumbers(a: Numeric, b: Numeric): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b
  const [x, y] = aligned(decimalOf(textOf(a)), decimalOf(textOf(b)))
  return x.digits === y.digits ? 0 : x.digits < y.digits ? -1 : 1
}

/** The bytes that a number counts for. */
export function numberBytes(value: Numeric): number {
  const { digits } = decimalOf(textOf(value))
  const count = String(digits < 0n ? -digits : digits).length
  return Math.ceil(count / 2) + 1 + (digits < 0n ? 1 : 0)
}

function decimalOf(text: string): Decimal {
  const [, sign = '', whole = '', part = '', power = '0'] = form.exec(text) ?? []
  if (whole === '' && part === '') {
    throw invalid(`The parameter cannot be converted to a numeric value: ${text}`)
  }
  const digits = BigInt(`${whole}${part}`)
  return trimmed({ digits: sign === '-' ? -digits : digits, exponent: Number(power) - part.length })
}

function trimmed({ digits, exponent }: Decimal): Decimal {
  if (digits === 0n) return { digits, exponent: 0 }
  const text = String(digits)
  const zeros = text.length - text.replace(/0+$/, '').length
  return zeros === 0 ? { digits, exponent } : { digits: BigInt(text.slice(0, -zeros)), exponent: exponent + zeros }
}

function checked(decimal: Decimal, text: string): Decimal {
  const count = String(decimal.digits).replace('-', '').length
  const magnitude = decimal.exponent + count - 1
  if (decimal.digits === 0n) return decimal
  if (magnitude > 125) {
    throw invalid(`Number overflow. Attempting to store a number with magnitude larger than supported range: ${text}`)
  }
  if (magnitude < -130) {
    throw invalid(`Number underflow. Attempting to store a number with magnitude smaller than supported range: ${text}`)
  }
  if (count > mostDigits) throw invalid(`Attempting to store more than 38 significant digits in a Number: ${text}`)
  return decimal
}

/** JavaScript's own number where it holds exactly this one, else the digits. */
function numericOf(decimal: Decimal): Numeric {
  const text = written(decimal)
  const value = Number(text)
  const isWhole = !Number.isInteger(value) || Number.isSafeInteger(value)
  if (isWhole && Number.isFinite(value)) {
    const back = decimalOf(String(value))
    if (back.digits === decimal.digits && back.exponent === decimal.exponent) return value
  }
  made += 1
  return { [precise]: text }
}

function written({ digits, exponent }: Decimal): string {
  if (exponent < 0 || exponent > 40) return `${digits}e${exponent}`
  return `${digits}${'0'.repeat(exponent)}`
}

function aligned(a: Decimal, b: Decimal): readonly [Decimal, Decimal] {
  const exponent = Math.min(a.exponent, b.exponent)
  const at = (one: Decimal): Decimal => ({ digits: one.digits * 10n ** BigInt(one.exponent - exponent), exponent })
  return [at(a), at(b)]
}
