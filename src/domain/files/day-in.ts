import { isDate } from '#domain/time/days'
import { monthNamed } from '#domain/time/month-names'

/**
 * The day that somebody wrote: `01.02.2026`, `1.2.26`, `01/02/2026`, `2026-02-01`, with or without a time behind it, or
 * `«1» февраля 2026 г.`.
 * Undefined for what is no day that exists.
 */
export function dayIn(text: string): string | undefined {
  const bare = text.trim().replace(/(?:\s*г\.?|[T\s]+\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?Z?)$/u, '')
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(bare)
  if (iso !== null) return existing(iso[1], iso[2], iso[3])
  const named = /^[«"“]?(\d{1,2})[»"”]?\s+([а-яё]{3,8})\.?\s+(\d{4})(?:\s*год[а]?)?$/iu.exec(bare)
  if (named !== null) return existing(named[3], String(monthNamed(named[2] ?? '') ?? 0), named[1])
  const day = /^(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d{2})$/.exec(bare)
  return day === null ? undefined : existing(day[4], day[3], day[1])
}

function existing(year = '', month = '', day = ''): string | undefined {
  const date = `${year.padStart(4, '20')}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return isDate(date) ? date : undefined
}
