/**
 * Makes what writes numbers as readers of a language expect them. Less than nothing has a minus before it, where the platform
 * puts a hyphen in the languages we speak: a line may break after a hyphen, and it is too short beside digits.
 */
export function numberFormat(locale: string, options: Intl.NumberFormatOptions = {}): (value: number) => string {
  const format = new Intl.NumberFormat(locale, { signDisplay: 'negative', ...options })
  return (value) => (value < 0 ? format.format(value).replace('-', '−') : format.format(value))
}

/** Keeps a number and the word behind it on one line where the language asks for it: «68 дней», «30 нояб.». */
export function unbroken(locale: string, text: string): string {
  return locale.startsWith('ru') ? text.replaceAll(/(\d) (?=\p{L})/gu, '$1\u00A0') : text
}

/** Makes what writes percentages, given as such (12.5), with the sign where the language has it: “12.5%”, «12,5 %». */
export function percentFormat(locale: string, options: Intl.NumberFormatOptions = {}): (value: number) => string {
  const format = numberFormat(locale, { style: 'percent', maximumFractionDigits: 3, ...options })
  return (value) => format(value / 100)
}
