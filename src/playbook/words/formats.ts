import { numberFormat, percentFormat } from '#domain/kernel/texts/number-format'

const dayMs = 86_400_000

/** A calendar day as readers of a language write it. */
export function dateText(locale: string, date: string): string {
  return dayFormat(locale).format(msOf(date))
}

/** A day with its time of day by the clocks of a zone, as readers of a language write it. */
export function momentText(locale: string, instant: string, zone: string): string {
  const day = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', year: 'numeric', timeZone: zone })
  const time = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', timeZone: zone })
  const at = Date.parse(instant)
  return `${day.format(at)}, ${time.format(at)}`
}

/** Several days in order; those that follow each other become a span. */
export function rangesText(locale: string, dates: readonly string[]): readonly string[] {
  const spans: (readonly [first: string, last: string])[] = []
  for (const date of dates.toSorted()) {
    const span = spans.at(-1)
    if (span !== undefined && msOf(date) - msOf(span[1]) === dayMs) spans[spans.length - 1] = [span[0], date]
    else spans.push([date, date])
  }
  // The spaces around the dash differ from version to version of the platform.
  return spans.map(([first, last]) =>
    dayFormat(locale)
      .formatRange(msOf(first), msOf(last))
      .replace(/\s*–\s*/, '–'),
  )
}

function dayFormat(locale: string): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' })
}

function msOf(date: string): number {
  return Date.parse(`${date}T00:00:00.000Z`)
}

/** The name of a month, 1 to 12, standing alone. */
export function monthText(locale: string, month: number): string {
  return new Intl.DateTimeFormat(locale, { month: 'long', timeZone: 'UTC' }).format(Date.UTC(2024, month - 1, 1))
}

/** Days of the week, 1 is Monday: a span where they follow each other, else one by one. */
export function weekdaysText(locale: string, days: readonly number[]): string {
  // 2024-01-01 was a Monday.
  const name = (day: number): string =>
    new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' }).format(Date.UTC(2024, 0, day))
  const [first, last] = [days[0], days.at(-1)]
  const isSpan = first !== undefined && last !== undefined && last - first === days.length - 1 && days.length > 2
  return isSpan ? `${name(first)} – ${name(last)}` : days.map(name).join(', ')
}

/** A number with the signs of the language. */
export function numberText(locale: string, value: number): string {
  return numberFormat(locale, { maximumFractionDigits: 6 })(value)
}

/** A percentage with the signs of the language. */
export function percentText(locale: string, value: number): string {
  return percentFormat(locale, { maximumFractionDigits: 6 })(value)
}
