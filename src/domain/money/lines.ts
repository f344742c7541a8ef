import { sumOf } from '#domain/kernel/money'
import { divideHalfEven } from '#domain/kernel/ratio'
import type { InvoiceLine } from '#schemas/money/money'

/** What a line comes to, in whole kopecks: quantity times price, the half kopeck up. */
export function lineKopecks({ quantity, priceKopecks }: Pick<InvoiceLine, 'quantity' | 'priceKopecks'>): number {
  const [whole = '0', fraction = ''] = decimal(quantity).split('.')
  const scale = 10n ** BigInt(fraction.length)
  const product = BigInt(whole + fraction) * BigInt(priceKopecks)
  return Number((product * 2n + scale) / (scale * 2n))
}

/** What lines come to together. */
export function linesKopecks(lines: readonly InvoiceLine[]): number {
  return sumOf(lines.map(lineKopecks))
}

/** VAT inside lines at a rate in percent: of each line by itself, added up, as the tax service counts. */
export function vatInside(lines: readonly InvoiceLine[], percent: number): number {
  const [whole = '0', fraction = ''] = decimal(percent).split('.')
  const [rate, hundred] = [BigInt(whole + fraction), 100n * 10n ** BigInt(fraction.length)]
  return sumOf(lines.map((line) => Number(divideHalfEven(BigInt(lineKopecks(line)) * rate, hundred + rate))))
}

/** A part of an amount in percent, whole kopecks, the half up. */
export function partOf(kopecks: number, percent: number): number {
  const [whole = '0', fraction = ''] = decimal(percent).split('.')
  const hundred = 100n * 10n ** BigInt(fraction.length)
  return Number((BigInt(kopecks) * BigInt(whole + fraction) * 2n + hundred) / (hundred * 2n))
}

/** A number as plain digits, never as `1e-7`. */
function decimal(value: number): string {
  return value.toFixed(9).replace(/\.?0+$/, '')
}
