import { describe, expect, test } from 'vitest'

import { amountInWords } from '#domain/texts/amount-in-words'
import { dateInWords, dateLong } from '#domain/texts/date-in-words'
import { numberInWordsRu } from '#domain/texts/number-in-words-ru'

describe('an amount in words', () => {
  test.each([
    [0, 'Ноль рублей 00 копеек', 'Zero roubles 00 kopecks'],
    [1, 'Ноль рублей 01 копейка', 'Zero roubles 01 kopeck'],
    [100, 'Один рубль 00 копеек', 'One rouble 00 kopecks'],
    [200, 'Два рубля 00 копеек', 'Two roubles 00 kopecks'],
    [500, 'Пять рублей 00 копеек', 'Five roubles 00 kopecks'],
    [1100, 'Одиннадцать рублей 00 копеек', 'Eleven roubles 00 kopecks'],
    [2122, 'Двадцать один рубль 22 копейки', 'Twenty-one roubles 22 kopecks'],
    [10111, 'Сто один рубль 11 копеек', 'One hundred and one roubles 11 kopecks'],
    [100_000, 'Одна тысяча рублей 00 копеек', 'One thousand roubles 00 kopecks'],
    [200_100, 'Две тысячи один рубль 00 копеек', 'Two thousand and one roubles 00 kopecks'],
    [12_000_000, 'Сто двадцать тысяч рублей 00 копеек', 'One hundred and twenty thousand roubles 00 kopecks'],
    [2_163_934, 'Двадцать одна тысяча шестьсот тридцать девять рублей 34 копейки', undefined],
    [100_000_000, 'Один миллион рублей 00 копеек', 'One million roubles 00 kopecks'],
    [
      99_999_999_999,
      'Девятьсот девяносто девять миллионов девятьсот девяносто девять тысяч девятьсот девяносто девять рублей 99 копеек',
      'Nine hundred and ninety-nine million nine hundred and ninety-nine thousand nine hundred and ninety-nine roubles 99 kopecks',
    ],
  ])('%i kopecks: %s', (kopecks, russian, english) => {
    expect(amountInWords(kopecks, 'ru')).toBe(russian)
    if (english !== undefined) expect(amountInWords(kopecks, 'en')).toBe(english)
  })

  test.each([-1, 1.5, Number.NaN, 1e21])('is refused for %s, which is no amount', (kopecks) => {
    expect(() => amountInWords(kopecks, 'ru')).toThrow('No amount in words')
  })

  test('reads back as the number it was made of', () => {
    let seed = 7
    const next = (): number => {
      seed = (seed * 48_271) % 2_147_483_647
      return seed
    }
    for (let at = 0; at < 2000; at += 1) {
      const value = BigInt(next()) * BigInt(10 ** (at % 7)) + BigInt(next() % 1000)
      expect(readBack(numberInWordsRu(value))).toBe(value)
    }
  })
})

describe('a date in words', () => {
  test.each([
    ['2026-02-01', '«01» февраля 2026 г.', 'первое февраля две тысячи двадцать шестого года'],
    ['2003-12-23', '«23» декабря 2003 г.', 'двадцать третье декабря две тысячи третьего года'],
    ['2013-05-13', '«13» мая 2013 г.', 'тринадцатое мая две тысячи тринадцатого года'],
    ['2000-10-30', '«30» октября 2000 г.', 'тридцатое октября двухтысячного года'],
    ['1900-03-03', '«03» марта 1900 г.', 'третье марта одна тысяча девятисотого года'],
    ['2040-07-31', '«31» июля 2040 г.', 'тридцать первое июля две тысячи сорокового года'],
  ])('%s is %s, %s', (date, long, words) => {
    expect([dateLong(date, 'ru'), dateInWords(date, 'ru')]).toEqual([long, words])
  })

  test('is said in English too', () => {
    expect(dateLong('2026-02-01', 'en')).toBe('1 February 2026')
    expect(dateInWords('2026-02-23', 'en')).toBe('the twenty-third of February two thousand and twenty-six')
    expect(dateInWords('2026-02-20', 'en')).toBe('the twentieth of February two thousand and twenty-six')
  })
})

/** A second opinion: the number that Russian words say, told by the words alone. */
function readBack(words: string): bigint {
  const values: Readonly<Record<string, number>> = Object.fromEntries([
    ...'ноль один два три четыре пять шесть семь восемь девять десять одиннадцать двенадцать тринадцать четырнадцать пятнадцать шестнадцать семнадцать восемнадцать девятнадцать двадцать'
      .split(' ')
      .map((word, at) => [word, at]),
    ['одна', 1],
    ['две', 2],
    ...'тридцать сорок пятьдесят шестьдесят семьдесят восемьдесят девяносто сто двести'
      .split(' ')
      .map((word, at) => [word, at < 7 ? 30 + at * 10 : (at - 6) * 100]),
    ...'триста четыреста пятьсот шестьсот семьсот восемьсот девятьсот'
      .split(' ')
      .map((word, at) => [word, 300 + at * 100]),
  ])
  const powers = ['тысяч', 'миллион', 'миллиард', 'триллион', 'квадриллион']
  let [total, triple] = [0n, 0n]
  for (const word of words.split(' ')) {
    const value = values[word]
    if (value !== undefined) triple += BigInt(value)
    else {
      const power = powers.findLastIndex((one) => word.startsWith(one))
      expect([word, power >= 0]).toEqual([word, true])
      total += triple * 1000n ** BigInt(power + 1)
      triple = 0n
    }
  }
  return total + triple
}
