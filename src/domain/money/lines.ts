import { digitsIn } from '#domain/kernel/decimal'
import { sumOf } from '#domain/kernel/money'
import { divideHalfEven } from '#domain/kernel/ratio'
import type { InvoiceLine } from '#schemas/money/money'

type Sold = Pick<InvoiceLine, 'quantity' | 'priceKopecks' | 'vatPercent'>

/** How many letters all names and units of lines may have together: what holds them must fit into one item of the store. */
export const mostLineLetters = 50_000

/** What lines are counted in where nobody says: documents in roubles are in Russian. */
export const usualUnit = 'шт.'

/** What a line comes to, in whole kopecks: quantity times price, the half kopeck up. */
export function lineKopecks({ quantity, priceKopecks }: Sold): number {
  const { digits, places } = digitsIn(decimal(quantity))
  const scale = 10n ** BigInt(places)
  const product = digits * BigInt(priceKopecks)
  return Number((product * 2n + scale) / (scale * 2n))
}

/** What lines come to together. */
export function linesKopecks(lines: readonly Sold[]): number {
  return sumOf(lines.map(lineKopecks))
}

/** The rate of VAT inside a line in percent: its own, else that of our legal entity; null without VAT. */
export function rateOf({ vatPercent }: Sold, seller: number | undefined): number | null {
  return vatPercent === undefined ? (seller ?? null) : vatPercent
}

/** Lines that say their rate themselves, so that what is issued does not change with the rules. */
export function withRates(lines: readonly InvoiceLine[], seller: number | undefined): readonly InvoiceLine[] {
  return lines.map((line) => ({ ...line, vatPercent: rateOf(line, seller) }))
}

/** The one rate that all lines have; null without VAT, and undefined where they have several. */
export function commonRate(lines: readonly Sold[], seller: number | undefined): number | null | undefined {
  const rates = new Set(lines.map((line) => rateOf(line, seller)))
  const [only = null] = rates
  return rates.size > 1 ? undefined : only
}

/** VAT inside a line, the half kopeck to even; null without VAT. */
export function lineVat(line: Sold, seller: number | undefined): number | null {
  const percent = rateOf(line, seller)
  if (percent === null) return null
  const { digits: rate, places } = digitsIn(decimal(percent))
  const hundred = 100n * 10n ** BigInt(places)
  return Number(divideHalfEven(BigInt(lineKopecks(line)) * rate, hundred + rate))
}

/** VAT inside lines: of each by itself, added up, as the tax service counts; null where no line has any. */
export function linesVat(lines: readonly Sold[], seller: number | undefined): number | null {
  const inside = lines.flatMap((line) => lineVat(line, seller) ?? [])
  return inside.length === 0 ? null : sumOf(inside)
}

/** A part of an amount in percent, whole kopecks, the half up. */
export function partOf(kopecks: number, percent: number): number {
  const { digits, places } = digitsIn(decimal(percent))
  const hundred = 100n * 10n ** BigInt(places)
  return Number((BigInt(kopecks) * digits * 2n + hundred) / (hundred * 2n))
}

/** A number as plain digits, never as `1e-7`. */
function decimal(value: number): string {
  return value.toFixed(9).replace(/\.?0+$/, '')
}
