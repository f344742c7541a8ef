/**
 * Makes what writes numbers as readers of a language expect them. Less than nothing has a minus before it, where the platform
 * puts a hyphen in the languages we speak: a line may break after a hyphen, and it is too short beside digits.
 */
export function numberFormat(locale: string, options: Intl.NumberFormatOptions = {}): (value: number) => string {
  const format = new Intl.NumberFormat(locale, { signDisplay: 'negative', ...options })
  return (value) => (value < 0 ? format.format(value).replace('-', '−') : format.format(value))
}
