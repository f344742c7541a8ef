/** Exact division of integers: the quotient is rounded once, at the end, so that sums and percents never drift. */

/** Divides two integers and rounds half to even; the divisor is not 0. */
export function divideHalfEven(dividend: bigint, divisor: bigint): bigint {
  const [top, bottom] = divisor < 0n ? [-dividend, -divisor] : [dividend, divisor]
  const floor = floorDivide(top, bottom)
  const twice = (top - floor * bottom) * 2n
  if (twice < bottom) return floor
  if (twice > bottom) return floor + 1n
  return floor % 2n === 0n ? floor : floor + 1n
}

/** Divides two integers and rounds up; the divisor is above 0. */
export function divideUp(dividend: bigint, divisor: bigint): bigint {
  return -floorDivide(-dividend, divisor)
}

/** Gives `dividend / divisor` rounded half to even at a number of decimals; `null` where the divisor is 0. */
export function ratioOf(dividend: number, divisor: number, decimals: number): number | null {
  return divisor === 0 ? null : rounded(BigInt(dividend), BigInt(divisor), decimals)
}

/**
 * Gives fact / plan in percent, rounded half to even at a number of decimals, not capped;
 * `null` where the plan is 0 or absent. Both are integers of one unit (minor units, or counts).
 */
export function percentOf(fact: number, plan: number | null, decimals: number): number | null {
  return plan === null || plan <= 0 ? null : rounded(BigInt(fact) * 100n, BigInt(plan), decimals)
}

/** Gives `value × part / whole` as an integer, rounded half to even; the whole is not 0. */
export function shareOf(value: number, part: number, whole: number): number {
  return Number(divideHalfEven(BigInt(value) * BigInt(part), BigInt(whole)))
}

function rounded(dividend: bigint, divisor: bigint, decimals: number): number {
  return Number(divideHalfEven(dividend * 10n ** BigInt(decimals), divisor)) / 10 ** decimals
}

function floorDivide(top: bigint, bottom: bigint): bigint {
  const quotient = top / bottom
  return quotient * bottom > top ? quotient - 1n : quotient
}
