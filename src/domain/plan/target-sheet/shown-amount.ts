import { numberFormat } from '#domain/kernel/texts/number-format'

import type { Sheet } from './sheet'

const formats = new Map<string, (value: number) => string>()

/** Writes an amount of a sheet as people read it: grouped, without a currency, decimals only where there are some. */
export function shownAmount(value: number | null, { language, digits }: Pick<Sheet, 'language' | 'digits'>): string {
  if (value === null) return ''
  const isWhole = value % 10 ** digits === 0
  const key = `${language} ${isWhole ? 0 : digits}`
  const decimals = isWhole ? 0 : digits
  const format =
    formats.get(key) ??
    numberFormat(language === 'ru' ? 'ru-RU' : 'en-GB', {
      minimumFractionDigits: decimals,
      maximumFractionDigits: decimals,
    })
  formats.set(key, format)
  return format(value / 10 ** digits)
}

/** The same with a sign before it, for what is too much or too little. */
export function shownGap(value: number, sheet: Pick<Sheet, 'language' | 'digits'>): string {
  return `${value > 0 ? '+' : value < 0 ? '−' : ''}${shownAmount(Math.abs(value), sheet)}`
}
