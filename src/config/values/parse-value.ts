const spaces = /[\s\u00a0\u202f\u2009]/g

/** Reads a number in which spaces may group the digits. */
export function parseNumber(text: string): number | undefined {
  const plain = text.trim().replace(spaces, '')
  return /^-?\d{1,15}(\.\d{1,9})?$/.test(plain) ? Number(plain) : undefined
}

/** Reads a sum of money into minor units. */
export function parseMoney(text: string): number | undefined {
  const plain = text.trim().replace(spaces, '')
  const found = /^(-?)(\d{1,13})(?:\.(\d{1,2}))?$/.exec(plain)
  if (found?.[2] === undefined) return undefined
  const minor = Number(found[2]) * 100 + Number((found[3] ?? '').padEnd(2, '0'))
  return found[1] === '-' && minor !== 0 ? -minor : minor
}

/** Reads `10%`. */
export function parsePercent(text: string): number | undefined {
  const trimmed = text.trim()
  return trimmed.endsWith('%') ? parseNumber(trimmed.slice(0, -1)) : undefined
}

/** A number of which the sign “%” was left out, as a percentage: `10` as `10%`, a share such as `0.1` as `10%`. */
export function asPercent(text: string): string {
  const number = parseNumber(text) ?? 0
  return number > 0 && number < 1 ? `${Number((number * 100).toFixed(4))}%` : `${text.trim()}%`
}

/** Whether the text is a day that exists, written `2027-03-01`. */
export function isDay(text: string): boolean {
  const found = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  if (found === null) return false
  const [year, month, day] = [Number(found[1]), Number(found[2]), Number(found[3])]
  if (year < 1900 || year > 2200) return false
  const date = new Date(Date.UTC(year, month - 1, day))
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day
}

/** Whether the text is a time of day, written `09:00`. */
export function isTime(text: string): boolean {
  return /^([01]\d|2[0-3]):[0-5]\d$/.test(text)
}
