import type { Series } from '#schemas/model'
import { numberText } from './number-text'

type Count = { readonly seller: string; readonly series: string; readonly year: string }

/** In which count a seller’s next number of a series is, on a day of the company. */
export function countOf({ id, startsAgain }: Series, seller: string, on: string): Count {
  return { seller, series: id, year: startsAgain === 'every_year' ? on.slice(0, 4) : 'never' }
}

/** The number behind the last one of a count, and how the series writes it. */
export function nextNumber(series: Series, on: string, last: number | undefined): { n: number; number: string } {
  const n = Math.max((last ?? 0) + 1, series.startAt)
  return { n, number: numberText(series.like, { n, year: on.slice(0, 4) }) }
}
