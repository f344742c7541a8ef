/** Letters of one alphabet that look like a letter of the other, capital and small; `В` and `H` have no small twin. */
const twins = 'АA ВB ЕE КK МM НH ОO РP СC ТT ХX УY аa еe оo рp сc уy хx'.split(' ')
const toLatin = new Map(twins.map(([cyrillic = '', latin = '']) => [cyrillic, latin]))
const toCyrillic = new Map(twins.map(([cyrillic = '', latin = '']) => [latin, cyrillic]))

const cyrillic = /\p{Script=Cyrillic}/u
const latin = /\p{Script=Latin}/u
const oneOf = /[\p{L}\p{M}\p{N}]+/gu

/**
 * The words of a text as they are compared: small letters, ё as е, without accents, signs and quotation marks. A word of
 * both alphabets is read in the one its other letters belong to; a Latin word of look-alikes alone among Russian words
 * (`OOO «Ромашка»`) is Russian.
 */
export function foldedWords(text: string): readonly string[] {
  const words =
    text
      .normalize('NFKC')
      .replaceAll(/['’ʼ`]/gu, '')
      .match(oneOf) ?? []
  const isRussian = words.some((word) => cyrillic.test(word))
  return words.map((word) => small(inOneAlphabet(word, isRussian)))
}

function inOneAlphabet(word: string, isAmongRussian: boolean): string {
  const letters = Array.from(word)
  const isLatinAlone = !cyrillic.test(word)
  if (isLatinAlone) {
    const isTwin = isAmongRussian && latin.test(word) && letters.every((letter) => toCyrillic.has(letter))
    return isTwin ? spelled(letters, toCyrillic) : word
  }
  if (!latin.test(word)) return word
  // Letters that have no twin say what the word was meant to be; where all have one, the alphabet of its other words does.
  const cyrillicOnly = letters.filter((letter) => cyrillic.test(letter) && !toLatin.has(letter)).length
  const latinOnly = letters.filter((letter) => latin.test(letter) && !toCyrillic.has(letter)).length
  return spelled(letters, latinOnly > cyrillicOnly ? toLatin : toCyrillic)
}

function spelled(letters: readonly string[], twin: ReadonlyMap<string, string>): string {
  return letters.map((letter) => twin.get(letter) ?? letter).join('')
}

/** й keeps its sign: it is a letter of its own. */
function small(word: string): string {
  return word
    .toLowerCase()
    .replaceAll('ё', 'е')
    .normalize('NFD')
    .replaceAll(/(?!(?<=[иИ])\u0306)\p{M}/gu, '')
    .normalize('NFC')
}
