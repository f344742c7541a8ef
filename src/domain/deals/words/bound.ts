import { digitsOf } from '#domain/kernel/currency'
import type { Language } from '#schemas/language-names'

/**
 * A bound of a field or what was sent, as people write it: minor units of a currency as a sum, a percentage with its sign, a
 * text as it stands. `unit` is `percent`, `number` or the code of a currency.
 */
export function boundText(language: Language, value: number | string, unit = ''): string {
  const [how, divisor] = formats[unit] ?? money(unit)
  // What is no code of a currency is written as it is: the platform refuses to format in it.
  if (typeof value === 'string' || how === undefined) return String(value)
  // The platform itself: every function loads these words at its start, and nothing else there formats numbers.
  const format = new Intl.NumberFormat(language === 'ru' ? 'ru' : 'en-GB', how)
  return format.format(value / divisor).replace(/^-/, '−')
}

type Shown = readonly [how: Intl.NumberFormatOptions | undefined, divisor: number]

const formats: Readonly<Record<string, Shown>> = {
  number: [{ maximumFractionDigits: 20 }, 1],
  percent: [{ style: 'percent', maximumFractionDigits: 6 }, 100],
}

function money(currency: string): Shown {
  if (!/^[a-z]{3}$/i.test(currency)) return [undefined, 1]
  return [{ style: 'currency', currency, trailingZeroDisplay: 'stripIfInteger' }, 10 ** digitsOf(currency)]
}
