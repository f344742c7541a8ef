import { isDate } from '#domain/time/days'

/**
 * The day that a bank wrote: `01.02.2026`, `1.2.26`, `01/02/2026`, `2026-02-01`, with or without a time behind it.
 * Undefined for what is no day that exists.
 */
export function dayIn(text: string): string | undefined {
  const bare = text.trim().replace(/(?:\s*г\.?|[T\s]+\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?Z?)$/u, '')
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(bare)
  if (iso !== null) return existing(iso[1], iso[2], iso[3])
  const day = /^(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d{2})$/.exec(bare)
  return day === null ? undefined : existing(day[4], day[3], day[1])
}

function existing(year = '', month = '', day = ''): string | undefined {
  const date = `${year.padStart(4, '20')}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return isDate(date) ? date : undefined
}
