import { convert, sumOf } from '#domain/kernel/money'
import type { Money } from './winning'
import type { CurrencySum } from '#schemas/views'

/** Adds amounts up, each currency by itself: by the order of their codes, without what comes to nothing. */
export function byCurrency(amounts: readonly CurrencySum[]): readonly CurrencySum[] {
  const sums = new Map<string, number>()
  for (const { currency, minor } of amounts) sums.set(currency, sumOf([sums.get(currency) ?? 0, minor]))
  return [...sums]
    .map(([currency, minor]) => ({ currency, minor }))
    .filter(({ minor }) => minor !== 0)
    .toSorted((a, b) => (a.currency < b.currency ? -1 : 1))
}

/** What amounts come to in company currency at the rates there are; `noRate` names the currencies that are not in it. */
export function inCompanyCurrency(
  amounts: readonly CurrencySum[],
  { currency: own, rates }: Money,
): { readonly minor: number; readonly noRate: readonly string[] } {
  const sums = byCurrency(amounts)
  const rateOf = (currency: string): string | undefined => (currency === own ? '1' : rates[currency])
  return {
    minor: sumOf(
      sums.map(({ currency, minor }) => convert(minor, { from: currency, to: own, rate: rateOf(currency) ?? '0' })),
    ),
    noRate: sums.flatMap(({ currency }) => (rateOf(currency) === undefined ? [currency] : [])),
  }
}
