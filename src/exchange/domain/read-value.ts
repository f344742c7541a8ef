/** A day and time as 1C writes it, `2026-02-02T09:10:00`, `2026-02-02 09:10:00` or `2026-02-02`: the day; undefined where it is none. */
export function dayIn(text: string): string | undefined {
  const found = /^(\d{4}-\d{2}-\d{2})(?:[T ]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?$/.exec(
    text.trim(),
  )
  const day = found?.[1]
  if (day === undefined) return undefined
  const ms = Date.parse(`${day}T00:00:00Z`)
  // 1C writes the first day of the calendar where there is none.
  return Number.isNaN(ms) || new Date(ms).toISOString().slice(0, 10) !== day ? undefined : day
}

/** Whether a day is the one by which 1C says that there is none. */
export function isNoDay(text: string): boolean {
  return text.trim() === '' || text.trim().startsWith('0001-01-01')
}

/** Yes or no as 1C writes it; undefined where it is neither. */
export function truthIn(text: string): boolean | undefined {
  const word = text.trim().toLowerCase()
  if (['true', '1', 'да', 'истина'].includes(word)) return true
  if (['false', '0', 'нет', 'ложь', ''].includes(word)) return false
  return undefined
}

/** A sum in whole kopecks, half a kopeck up: `231.7400`, `120 000,00`, blanks of any width; undefined where it is none. */
export function kopecksIn(text: string): number | undefined {
  const bare = text.replaceAll(/[\s\u00A0\u202F\u2009]/g, '').replace(',', '.')
  const found = /^(-?)(\d{1,12})(?:\.(\d{1,10}))?$/.exec(bare)
  if (found === null) return undefined
  const [, sign = '', whole = '0', fraction = ''] = found
  const thousandths = Number(`${whole}${fraction.padEnd(3, '0').slice(0, 3)}`)
  const kopecks = Math.floor((thousandths + 5) / 10)
  return sign === '-' ? -kopecks : kopecks
}
