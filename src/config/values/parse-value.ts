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

/** A day that is written in another way, such as `23.02.2027`, `2027/2/23` or with other dashes, as it is written here. */
export function dayOtherwise(text: string): string | undefined {
  const plain = text
    .trim()
    .replaceAll(/[–—−‑]/g, '-')
    .replace(/[T ]00:00(?::00)?Z?$/, '')
    .replace(/^(20\d{2})(\d{2})(\d{2})$/, '$1-$2-$3')
    .replace(/^(\d{1,2}\.\d{1,2})\.(\d{2})$/, '$1.20$2')
  const yearFirst = /^(\d{4})[-./](\d{1,2})[-./](\d{1,2})$/.exec(plain)
  const yearLast = /^(\d{1,2})[-./](\d{1,2})[-./](\d{4})$/.exec(plain)
  const [year, month, day] = yearFirst?.slice(1) ?? yearLast?.slice(1).toReversed() ?? wordyDay(plain) ?? []
  if (year === undefined || month === undefined || day === undefined) return undefined
  const better = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  if (isDay(better)) return better
  // A day that cannot be a month stood where Americans write it.
  const turned = `${year}-${day.padStart(2, '0')}-${month.padStart(2, '0')}`
  return yearLast !== null && isDay(turned) ? turned : undefined
}

const monthWords =
  'jan|янв feb|фев mar|мар apr|апр may|мая jun|июн jul|июл aug|авг sep|сен oct|окт nov|ноя dec|дек'.split(' ')

/** Year, month and day of `23 February 2027`, `Feb 23, 2027` or `23 февраля 2027`. */
function wordyDay(text: string): readonly string[] | undefined {
  const dayFirst = /^(\d{1,2})(?:st|nd|rd|th)?\s+(\p{L}{3,9})\.?,?\s+(\d{4})(?:\s*г\.?|\s+года)?$/iu.exec(text)
  const monthFirst = /^(\p{L}{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})$/iu.exec(text)
  const [day, word, year] = dayFirst?.slice(1) ?? [monthFirst?.[2], monthFirst?.[1], monthFirst?.[3]]
  const month = monthWords.findIndex((one) => one.split('|').includes((word ?? '').slice(0, 3).toLowerCase())) + 1
  return day === undefined || year === undefined || month === 0 ? undefined : [year, String(month), day]
}

/** The days of a range such as `2027-01-04..2027-01-08`, at most 31 of them. */
export function daysOfRange(text: string): readonly string[] | undefined {
  const [from, to] = text
    .split(/\s*(?:\.\.\.?|–|—|\bto\b|(?<=\s)по(?=\s)|(?<=\s)-(?=\s)|:)\s*/)
    .map((part) => (isDay(part) ? part : dayOtherwise(part)))
  if (from === undefined || to === undefined || to <= from) return undefined
  const days: string[] = []
  for (let day = Date.parse(from); day <= Date.parse(to) && days.length <= 31; day += 86_400_000)
    days.push(new Date(day).toISOString().slice(0, 10))
  return days.length <= 31 ? days : undefined
}

/** Whether the text is a time of day, written `09:00`. */
export function isTime(text: string): boolean {
  return /^([01]\d|2[0-3]):[0-5]\d$/.test(text)
}
