import { digitsIn } from '#domain/kernel/decimal'
import { convert } from '#domain/kernel/money'
import type { Deal, Won } from '#schemas/deal'
import type { CurrencyChange } from '#schemas/currency/currency-change'

/** From which currency into which the company’s books go, and what one unit of the first is worth in the second. */
export type Restating = Pick<CurrencyChange, 'from' | 'to' | 'rate'>

/** So many digits behind the point does a rate have that people enter. */
const rateDigits = 10

/** The product of two decimals that are texts, exact; `digits` cuts it, rounded half up, and no positive one becomes 0. */
export function timesDecimal(a: string, b: string, digits?: number): string {
  const [one, other] = [digitsIn(a), digitsIn(b)]
  const product = one.digits * other.digits
  const places = one.places + other.places
  return digits === undefined || places <= digits ? textOf(product, places) : cut(product, places, digits)
}

/** The rates of a company once it reckons in another currency: the former one has a rate, and the new one none. */
export function ratesIn(
  rates: Readonly<Record<string, string>>,
  { from, to, rate }: Restating,
): Record<string, string> {
  const others = Object.entries(rates).filter(([currency]) => currency !== to)
  const restated = others.map(([currency, was]) => [currency, timesDecimal(was, rate, rateDigits)] as const)
  return { ...Object.fromEntries(restated), [from]: timesDecimal(rate, '1', rateDigits) }
}

/**
 * Books of a won deal in another currency of the company; undefined where they are in another one than the former already.
 * What the deal was won for stays, and so does its currency: only what it comes to is told anew, by one rate for all, so
 * that every percent of a plan stays as it was.
 */
export function wonIn(won: Won, change: Restating): Won | undefined {
  if ((won.baseCurrency ?? change.from) !== change.from) return undefined
  const rate = timesDecimal(won.rate, change.rate)
  const baseMinor = convert(won.amountMinor, { from: won.currency, to: change.to, rate })
  return { ...won, rate, baseMinor, baseCurrency: change.to }
}

/** A deal with its books in another currency of the company; undefined where it has none in the former one. */
export function dealIn(deal: Deal, change: Restating): Deal | undefined {
  const won = deal.won === undefined ? undefined : wonIn(deal.won, change)
  if (won === undefined) return undefined
  return {
    ...deal,
    won,
    ...(deal.corrections === undefined ? {} : { corrections: correctionsIn(deal.corrections, change) }),
  }
}

type Corrections = NonNullable<Deal['corrections']>

/** What was corrected of closed months, in another currency of the company. */
export function correctionsIn(corrections: Readonly<Corrections>, change: Restating): Corrections {
  return corrections.map((one) => {
    const won = one.won === undefined ? undefined : (wonIn(one.won, change) ?? one.won)
    return { ...one, sumMinor: convert(one.sumMinor, change), ...(won === undefined ? {} : { won }) }
  })
}

/** A sum that was kept at an instant (or on a day), in the currency of today: every change since tells it anew. */
export function sumToday(minor: number, at: string, changes: readonly (Restating & { readonly at: string })[]): number {
  const since = changes.filter((one) => at < one.at).toSorted((a, b) => (a.at < b.at ? -1 : 1))
  return since.reduce((sum, change) => convert(sum, change), minor)
}

function textOf(whole: bigint, places: number): string {
  const digits = whole.toString().padStart(places + 1, '0')
  const point = digits.length - places
  const fraction = digits.slice(point).replace(/0+$/, '')
  return fraction === '' ? digits.slice(0, point) : `${digits.slice(0, point)}.${fraction}`
}

function cut(whole: bigint, places: number, digits: number): string {
  const unit = 10n ** BigInt(places - digits)
  const rounded = (whole * 2n + unit) / (unit * 2n)
  return textOf(rounded === 0n && whole > 0n ? 1n : rounded, digits)
}
