import { atStart } from '#domain/kernel/texts/at-start'
import type { Language } from '#schemas/language-names'

import { numberInWordsEn } from './number-in-words-en'
import { formOf, numberInWordsRu } from './number-in-words-ru'

// Amounts in words are code of our own: it is short, works on whole kopecks, and the libraries tried lose nought roubles
// and read large sums wrongly.

/**
 * An amount of kopecks, nothing or more, as documents write it out: `Сто двадцать тысяч рублей 00 копеек`,
 * `One hundred and twenty thousand roubles 00 kopecks`. Kopecks stay figures, of two digits.
 */
export function amountInWords(kopecks: number, language: Language): string {
  if (!Number.isSafeInteger(kopecks) || kopecks < 0) throw new RangeError(`No amount in words for ${kopecks}.`)
  const [roubles, rest] = [BigInt(kopecks) / 100n, BigInt(kopecks) % 100n]
  const figures = String(rest).padStart(2, '0')
  const text =
    language === 'ru'
      ? `${numberInWordsRu(roubles)} ${formOf(roubles, ['рубль', 'рубля', 'рублей'])} ${figures} ${formOf(rest, ['копейка', 'копейки', 'копеек'])}`
      : `${numberInWordsEn(roubles)} ${roubles === 1n ? 'rouble' : 'roubles'} ${figures} ${rest === 1n ? 'kopeck' : 'kopecks'}`
  return atStart(text)
}
