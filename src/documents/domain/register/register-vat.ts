import { balanceIn } from '#domain/files/kopecks-in'
import type { TableCell } from '#domain/files/table'
import { lineVat } from '#domain/money/lines'

/** The VAT inside a paper: its rate in percent, null without VAT and where there are several; and what it comes to. */
export type RegisterVat = { readonly percent: number | null; readonly kopecks: number }

/** The rates there have been since 2004: a sum without a rate is one of them, or of several. */
const rates = [22, 20, 18, 10, 7, 5]
/** Lines are rounded one by one: so many kopecks are no other rate. */
const roundedKopecks = 50

const none =
  /^(?:без\s*(?:налога|ндс)|не\s*(?:облагается|обл\.?)|освобожд|нет$|[-–—]$|no\s*vat|without\s*vat|exempt|none$)/iu

/**
 * What cells say of VAT: a rate (`20%`, `20/120`, a part of one as spreadsheets keep percents), a sum, or that there is none.
 * Undefined where they say nothing; `unfit` where what they say cannot be inside the sum.
 */
export function vatIn(
  kopecks: number,
  { vat, rate }: { readonly vat: TableCell; readonly rate: TableCell },
): RegisterVat | 'unfit' | undefined {
  const [said, named] = [vat, rate].map((cell) =>
    cell.is === 'empty' ? undefined : partIn(cell, { isRate: cell === rate, kopecks }),
  )
  if (said === 'unfit' || named === 'unfit') return 'unfit'
  if (said === undefined && named === undefined) return undefined
  const percent = named?.percent ?? said?.percent
  if (named?.percent === null && (said?.percent ?? said?.kopecks ?? 0) !== 0) return 'unfit'
  const inside = said?.kopecks ?? named?.kopecks ?? insideOf(kopecks, percent ?? 0)
  // Nothing is written as nought, too: no VAT, unless it is said that its rate is nought.
  if (inside === 0 && percent === undefined) return { percent: null, kopecks: 0 }
  if (inside < 0 || inside > insideOf(kopecks, Math.max(...rates)) + roundedKopecks) return 'unfit'
  const found = percent ?? rates.find((one) => isNear(insideOf(kopecks, one), inside))
  if (percent !== undefined && !isNear(insideOf(kopecks, percent ?? 0), inside)) return 'unfit'
  return { percent: found ?? null, kopecks: inside }
}

type Part = { readonly percent?: number | null; readonly kopecks?: number }

type Cell = { readonly isRate: boolean; readonly kopecks: number }

function partIn({ is, text }: TableCell, { isRate, kopecks }: Cell): Part | 'unfit' {
  const bare = text.trim()
  if (none.test(bare)) return { percent: null, kopecks: 0 }
  const written = /^(?:ндс\s*)?(\d{1,2}(?:[.,]\d+)?)\s*(?:%|\/\s*1\d\d)/iu.exec(bare)?.[1]
  if (written !== undefined) return rateIn(Number(written.replace(',', '.')))
  const number = balanceIn(bare.replace(/\s*(?:₽|руб\.?|р\.?|rub)$/iu, ''))
  if (is === 'day' || number === undefined) return 'unfit'
  // Spreadsheets keep 20% as 0.2.
  if (is === 'number' && number > 0 && number < 100) return rateIn(number)
  // In a column of VAT that holds rates, `20` is one, unless it is just what VAT comes to.
  const isOfRates = rates.includes(number / 100) && !rates.some((one) => isNear(insideOf(kopecks, one), number))
  return isRate || isOfRates ? rateIn(number / 100) : { kopecks: number }
}

function isNear(one: number, other: number): boolean {
  return Math.abs(one - other) <= roundedKopecks
}

function rateIn(percent: number): Part | 'unfit' {
  return percent >= 0 && percent <= Math.max(...rates) ? { percent } : 'unfit'
}

function insideOf(kopecks: number, percent: number): number {
  return lineVat({ quantity: 1, priceKopecks: kopecks, vatPercent: percent }, undefined) ?? 0
}
