/** Roubles and kopecks as English writes them. */
export function roublesEn(kopecks: number): string {
  return (kopecks / 100).toLocaleString('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 })
}

/** The same in Russian. */
export function roublesRu(kopecks: number): string {
  return (kopecks / 100).toLocaleString('ru-RU', { minimumFractionDigits: 2, maximumFractionDigits: 2 })
}
