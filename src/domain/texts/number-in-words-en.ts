const small =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  )
const tens = ['', '', 'twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety']
const scales = ['', ' thousand', ' million', ' billion', ' trillion', ' quadrillion', ' quintillion', ' sextillion']

/** A whole number of nothing or more in English words: `one hundred and twenty-one thousand and five`. */
export function numberInWordsEn(value: bigint): string {
  if (value < 0n || value >= 1000n ** 8n) throw new RangeError(`No words for ${value}.`)
  if (value === 0n) return 'zero'
  const words: string[] = []
  for (let rank = scales.length - 1; rank >= 0; rank -= 1) {
    const triple = Number((value / 1000n ** BigInt(rank)) % 1000n)
    if (triple === 0) continue
    const and = rank === 0 && triple < 100 && words.length > 0 ? 'and ' : ''
    words.push(`${and}${tripleWords(triple)}${scales[rank] ?? ''}`)
  }
  return words.join(' ')
}

function tripleWords(triple: number): string {
  const [hundred, rest] = [Math.floor(triple / 100), triple % 100]
  const hundreds = hundred === 0 ? '' : `${small[hundred] ?? ''} hundred`
  if (rest === 0) return hundreds
  return hundreds === '' ? below100(rest) : `${hundreds} and ${below100(rest)}`
}

function below100(value: number): string {
  if (value < 20) return small[value] ?? ''
  const one = value % 10
  return `${tens[Math.floor(value / 10)] ?? ''}${one === 0 ? '' : `-${small[one] ?? ''}`}`
}
