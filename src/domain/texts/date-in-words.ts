import type { Language } from '#schemas/language-names'

import { numberInWordsEn } from './number-in-words-en'
import { numberInWordsRu } from './number-in-words-ru'

const months = {
  ru: 'января февраля марта апреля мая июня июля августа сентября октября ноября декабря'.split(' '),
  en: 'January February March April May June July August September October November December'.split(' '),
} as const

/** A calendar day as documents head themselves: `«01» февраля 2026 г.`, `1 February 2026`. */
export function dateLong(date: string, language: Language): string {
  const { year, month, day } = partsOf(date, language)
  return language === 'ru' ? `«${String(day).padStart(2, '0')}» ${month} ${year} г.` : `${day} ${month} ${year}`
}

/** A calendar day without figures, as notaries want it: `первое февраля две тысячи двадцать шестого года`. */
export function dateInWords(date: string, language: Language): string {
  const { year, month, day } = partsOf(date, language)
  if (language === 'en') return `the ${ordinalEn(day)} of ${month} ${numberInWordsEn(BigInt(year))}`
  return `${ordinalRu(day, 'ое')} ${month} ${ordinalRu(year, 'ого')} года`
}

function partsOf(date: string, language: Language): { year: number; month: string; day: number } {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number)
  return { year, month: months[language][month - 1] ?? '', day }
}

/** Beginnings of Russian ordinals; of `трет` the ending is soft. */
const stems: Readonly<Record<number, string>> = {
  1: 'перв',
  2: 'втор',
  3: 'трет',
  4: 'четверт',
  5: 'пят',
  6: 'шест',
  7: 'седьм',
  8: 'восьм',
  9: 'девят',
  10: 'десят',
  11: 'одиннадцат',
  12: 'двенадцат',
  13: 'тринадцат',
  14: 'четырнадцат',
  15: 'пятнадцат',
  16: 'шестнадцат',
  17: 'семнадцат',
  18: 'восемнадцат',
  19: 'девятнадцат',
  20: 'двадцат',
  30: 'тридцат',
  40: 'сороков',
  50: 'пятидесят',
  60: 'шестидесят',
  70: 'семидесят',
  80: 'восьмидесят',
  90: 'девяност',
  100: 'сот',
  200: 'двухсот',
  300: 'трехсот',
  400: 'четырехсот',
  500: 'пятисот',
  600: 'шестисот',
  700: 'семисот',
  800: 'восьмисот',
  900: 'девятисот',
  1000: 'тысячн',
  2000: 'двухтысячн',
  3000: 'трехтысячн',
}

/** An ordinal of days and years: only its last word is one, what stands before is a number. */
function ordinalRu(value: number, ending: 'ое' | 'ого'): string {
  const last = [value % 100, value % 10, value % 1000].find((part) => part !== 0 && part in stems) ?? value
  const before = value - last
  const soft = last % 10 === 3 && last !== 13 && last < 100 ? (ending === 'ое' ? 'ье' : 'ьего') : ending
  const word = `${stems[last] ?? ''}${soft}`
  return before === 0 ? word : `${numberInWordsRu(BigInt(before))} ${word}`
}

const ordinals: Readonly<Record<string, string>> = {
  one: 'first',
  two: 'second',
  three: 'third',
  five: 'fifth',
  eight: 'eighth',
  nine: 'ninth',
  twelve: 'twelfth',
  twenty: 'twentieth',
  thirty: 'thirtieth',
}

function ordinalEn(day: number): string {
  return numberInWordsEn(BigInt(day)).replace(/[a-z]+$/, (last) => ordinals[last] ?? `${last}th`)
}
