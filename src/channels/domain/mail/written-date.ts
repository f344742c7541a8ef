import { dateIn, wallTime } from '#domain/time/zone'

const months = ['янв', 'фев', 'мар', 'апр', 'ма[йя]', 'июн', 'июл', 'авг', 'сен', 'окт', 'ноя', 'дек']
const others = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/**
 * The instant that a mail program has written in front of a mail it forwards, by the clocks of a zone: “1 декабря 2026 г.
 * 9:58”, “Tue, Dec 1, 2026 at 9:58 AM”, “01.12.2026, 09:58”; undefined where it is none.
 */
export function writtenDate(text: string, zone: string): string | undefined {
  const day = dayIn(text.toLowerCase())
  const [, hour = '', minute = '', half] = /(\d{1,2}):(\d{2})(?::\d{2})?\s*([ap]m)?/i.exec(text) ?? []
  if (day === undefined || hour === '') return undefined
  const hours = (Number(hour) % (half === undefined ? 24 : 12)) + (half?.toLowerCase() === 'pm' ? 12 : 0)
  const at = wallTime(zone, day, `${String(hours).padStart(2, '0')}:${minute}`)
  return dateIn(zone, at) === day ? at : undefined
}

function dayIn(text: string): string | undefined {
  const numbers = /\b(\d{1,2})[./](\d{1,2})[./](\d{4})\b/.exec(text)
  const first = /(\d{1,2})\s+([a-zа-я]+)\.?,?\s+(\d{4})/.exec(text)
  const second = /([a-z]+)\.?\s+(\d{1,2}),?\s+(\d{4})/.exec(text)
  const [day, month, year] =
    numbers !== null
      ? [numbers[1], Number(numbers[2]), numbers[3]]
      : first !== null
        ? [first[1], monthIn(first[2] ?? ''), first[3]]
        : [second?.[2], monthIn(second?.[1] ?? ''), second?.[3]]
  if (day === undefined || month < 1 || month > 12) return undefined
  const written = `${year}-${String(month).padStart(2, '0')}-${day.padStart(2, '0')}`
  const ms = Date.parse(`${written}T00:00:00Z`)
  // The 31st of February would be the 3rd of March.
  return !Number.isNaN(ms) && new Date(ms).toISOString().startsWith(written) ? written : undefined
}

function monthIn(word: string): number {
  const begins = (month: string) => new RegExp(`^${month}`).test(word)
  return Math.max(months.findIndex(begins), others.findIndex(begins)) + 1
}
