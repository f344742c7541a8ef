import { digitsOf } from '#domain/kernel/currency'
import type { Language } from '#schemas/language-names'

/** A bound of a field or what was sent, as people write it: minor units of a currency as a sum, a text as it stands. */
export function boundText(language: Language, value: number | string, currency = ''): string {
  // What is no code of a currency is written as it is: the platform refuses to format in it.
  if (typeof value === 'string' || !/^[a-z]{3}$/i.test(currency)) return String(value)
  // The platform itself: every function loads these words at its start, and nothing else there formats numbers.
  const money = { style: 'currency', currency, trailingZeroDisplay: 'stripIfInteger' } as const
  return new Intl.NumberFormat(language === 'ru' ? 'ru' : 'en-GB', money).format(value / 10 ** digitsOf(currency))
}
