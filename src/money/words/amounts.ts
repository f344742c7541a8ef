import { dateLong } from '#domain/texts/date-in-words'

/** Kopecks as an amount of roubles with two digits behind it, in Russian: `-1 234,50`. */
export function roublesRu(kopecks: number): string {
  return grouped(kopecks, '\u00A0', ',')
}

/** The same in English: `-1,234.50`. */
export function roublesEn(kopecks: number): string {
  return grouped(kopecks, ',', '.')
}

function grouped(kopecks: number, between: string, point: string): string {
  const digits = String(Math.abs(kopecks)).padStart(3, '0')
  const whole = digits.slice(0, -2).replaceAll(/\B(?=(?:\d{3})+$)/g, between)
  return `${kopecks < 0 ? '−' : ''}${whole}${point}${digits.slice(-2)}`
}

/** A day as an English reader writes it: `1 February 2026`. */
export function dayEn(day: string): string {
  return dateLong(day, 'en')
}
