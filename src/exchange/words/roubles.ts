import { numberFormat } from '#domain/kernel/texts/number-format'

const kopeck = { minimumFractionDigits: 2, maximumFractionDigits: 2 }
const [english, russian] = [numberFormat('en-US', kopeck), numberFormat('ru-RU', kopeck)]

/** Roubles and kopecks as English writes them. */
export function roublesEn(kopecks: number): string {
  return english(kopecks / 100)
}

/** The same in Russian. */
export function roublesRu(kopecks: number): string {
  return russian(kopecks / 100)
}
