import { digitsOf } from './currency'
import { digitsIn } from './decimal'
import { divideHalfEven } from './ratio'

/** The most that one amount may be, in minor units: what is above it is a slip, such as the number of a parcel. */
export const mostMinor = 10_000_000_000_000

/** From which currency into which, and what one unit of the first is worth in the second, a decimal as text. */
export type Conversion = { readonly from: string; readonly to: string; readonly rate: string }

/**
 * Minor units of one currency in minor units of another, by the digits of both: 10 000 yen at 0.6 are 6 000.00 roubles.
 * Exact, rounded half to even once; a result that no number holds exactly is the nearest one that is.
 */
export function convert(minor: number, { from, to, rate }: Conversion): number {
  const { digits, places } = digitsIn(rate)
  const shift = digitsOf(to) - digitsOf(from) - places
  const product = BigInt(minor) * digits
  return kept(shift >= 0 ? product * 10n ** BigInt(shift) : divideHalfEven(product, 10n ** BigInt(-shift)))
}

/** Adds amounts up; a sum that no number holds exactly is the nearest one that is, so that nothing above it fails. */
export function sumOf(amounts: readonly number[]): number {
  return kept(amounts.reduce((sum, amount) => sum + BigInt(amount), 0n))
}

/** Adds up the amounts that there are; nothing where there is none. */
export function sumOfKnown(amounts: readonly (number | null)[]): number | null {
  const known = amounts.filter((amount) => amount !== null)
  return known.length === 0 ? null : sumOf(known)
}

/** Whether an amount can be meant. What cannot is counted without its amount. */
export function isPlausible(minor: number): boolean {
  return Math.abs(minor) <= mostMinor
}

function kept(value: bigint): number {
  const most = BigInt(Number.MAX_SAFE_INTEGER)
  if (value > most) return Number.MAX_SAFE_INTEGER
  return value < -most ? Number.MIN_SAFE_INTEGER : Number(value)
}
