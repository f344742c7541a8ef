export type Gender = 'he' | 'she' | 'it'

const units = {
  he: ['', 'один', 'два'],
  she: ['', 'одна', 'две'],
  it: ['', 'одно', 'два'],
} as const
const ones = ['', '', '', 'три', 'четыре', 'пять', 'шесть', 'семь', 'восемь', 'девять']
const teens =
  'десять одиннадцать двенадцать тринадцать четырнадцать пятнадцать шестнадцать семнадцать восемнадцать девятнадцать'.split(
    ' ',
  )
const tens = ['', '', ...'двадцать тридцать сорок пятьдесят шестьдесят семьдесят восемьдесят девяносто'.split(' ')]
const hundreds = ['', ...'сто двести триста четыреста пятьсот шестьсот семьсот восемьсот девятьсот'.split(' ')]

/** Thousands and what is above them, each with its forms for one, for a few, for many. */
const scales: readonly { readonly gender: Gender; readonly forms: Forms }[] = [
  { gender: 'she', forms: ['тысяча', 'тысячи', 'тысяч'] },
  ...['миллион', 'миллиард', 'триллион', 'квадриллион', 'квинтиллион', 'секстиллион'].map((name) => ({
    gender: 'he' as const,
    forms: [name, `${name}а`, `${name}ов`] as const,
  })),
]

/** Forms of a noun: for one (1, 21), for a few (2, 33), for many (5, 11, 100). */
export type Forms = readonly [one: string, few: string, many: string]

/** The form of a noun that goes with a number of nothing or more. */
export function formOf(value: bigint, forms: Forms): string {
  const [last, lastTwo] = [value % 10n, value % 100n]
  if (lastTwo >= 11n && lastTwo <= 14n) return forms[2]
  if (last === 1n) return forms[0]
  return last >= 2n && last <= 4n ? forms[1] : forms[2]
}

/** A whole number of nothing or more in Russian words, in the gender of what is counted. Above 10²⁴ it is refused. */
export function numberInWordsRu(value: bigint, gender: Gender = 'he'): string {
  if (value < 0n || value >= 1000n ** 8n) throw new RangeError(`No words for ${value}.`)
  if (value === 0n) return 'ноль'
  const words: string[] = []
  for (let rank = scales.length; rank >= 0; rank -= 1) {
    const triple = (value / 1000n ** BigInt(rank)) % 1000n
    const scale = scales[rank - 1]
    if (triple === 0n) continue
    words.push(...tripleWords(Number(triple), scale?.gender ?? gender))
    if (scale !== undefined) words.push(formOf(triple, scale.forms))
  }
  return words.join(' ')
}

function tripleWords(triple: number, gender: Gender): readonly string[] {
  const [hundred, rest] = [Math.floor(triple / 100), triple % 100]
  const [ten, one] = [Math.floor(rest / 10), rest % 10]
  const small = rest >= 10 && rest < 20 ? [teens[rest - 10]] : [tens[ten], units[gender][one] ?? ones[one]]
  return [hundreds[hundred], ...small].filter((word): word is string => word !== undefined && word !== '')
}
