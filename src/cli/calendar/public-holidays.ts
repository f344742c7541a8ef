import type { Saying } from '#schemas/saying'
import { suggest } from '#domain/deals/suggest'
import { UsageError } from '#cli/environment'
import { movedInRussia } from './moved-in-russia'
import { say } from '#cli/say'
import type { NamedDay } from '#config/days/with-days'

/** The public holidays of a country in a year, and what this list does not know. */
export type PublicHolidays = {
  readonly country: string
  /** Its code of two letters. */
  readonly code: string
  readonly days: readonly NamedDay[]
  /** Days off that are worked this time. */
  readonly worked: readonly NamedDay[]
  /** Holidays that are not a whole day off. */
  readonly partial: readonly NamedDay[]
  readonly unsure: readonly Saying[]
}

const dayMs = 86_400_000
const [firstYear, lastYear] = [2000, 2100]

/** Looks up the public holidays; a wrong country, region or year is refused with what may have been meant. */
export async function publicHolidays(country: string, year: number, region?: string): Promise<PublicHolidays> {
  if (!Number.isInteger(year) || year < firstYear || year > lastYear) {
    throw new UsageError(say('year', { written: String(year), first: firstYear, last: lastYear }))
  }
  // The package carries the holidays of the whole world: only this command pays for it.
  const { default: Holidays } = await import('date-holidays')
  const book = new Holidays()
  const code = countryCode(country, book.getCountries('en'))
  const regions = book.getStates(code, 'en')
  const state = region === undefined ? undefined : regionCode(region, regions, code)
  const found = (state === undefined ? new Holidays(code) : new Holidays(code, state)).getHolidays(year)
  const { days, partial } = wholeDays(found, year)
  const moved = code === 'RU' ? movedInRussia(year, days) : movedElsewhere
  return {
    country: book.getCountries('en')[code] ?? code,
    code,
    days: once([...days, ...moved.off]),
    worked: moved.worked,
    partial,
    unsure: [...moved.unsure, ...(state === undefined ? regionAdvice(regions) : [])],
  }
}

const movedElsewhere = {
  off: [],
  worked: [],
  unsure: [say('unsure_decisions')],
}

function regionAdvice(regions: Readonly<Record<string, string>> | undefined): readonly Saying[] {
  const codes = Object.keys(regions ?? {})
  return codes.length === 0 ? [] : [say('unsure_regions', { codes })]
}

type Found = {
  readonly date: string
  readonly start: Date
  readonly end: Date
  readonly name: string
  readonly type: string
}

function wholeDays(found: readonly Found[], year: number): Pick<PublicHolidays, 'days' | 'partial'> {
  const off = found.filter(({ type }) => type === 'public')
  const whole = off.filter(({ date, start, end }) => !isPartial(date, start, end))
  const days = whole.flatMap(({ date, start, end, name }) =>
    daysFrom(date.slice(0, 10), Math.round((end.getTime() - start.getTime()) / dayMs), name),
  )
  const partial = off.filter((one) => !whole.includes(one)).map(({ date, name }) => ({ date: date.slice(0, 10), name }))
  return { days: once(days.filter(({ date }) => date.startsWith(String(year)))), partial }
}

function isPartial(date: string, start: Date, end: Date): boolean {
  return date.slice(11, 19) !== '00:00:00' || end.getTime() - start.getTime() < dayMs - 3_700_000
}

function daysFrom(first: string, count: number, name: string): readonly NamedDay[] {
  const start = Date.parse(`${first}T00:00:00Z`)
  return Array.from({ length: Math.max(1, count) }, (_, index) => ({
    date: new Date(start + index * dayMs).toISOString().slice(0, 10),
    name,
  }))
}

function once(days: readonly NamedDay[]): readonly NamedDay[] {
  const first = new Map(days.toReversed().map((day) => [day.date, day]))
  return [...first.values()].toSorted((left, right) => left.date.localeCompare(right.date))
}

function countryCode(country: string, known: Readonly<Record<string, string>>): string {
  const code = country.toUpperCase()
  if (Object.hasOwn(known, code)) return code
  const byName = Object.entries(known).find(([, name]) => name.toLowerCase() === country.toLowerCase())?.[0]
  if (byName !== undefined) return byName
  const guess =
    { UK: 'GB', EN: 'GB', РФ: 'RU', SU: 'RU', RF: 'RU' }[code] ??
    nearestName(country, known) ??
    suggest(code, Object.keys(known))
  throw new UsageError(say('country', { id: country, guess: namedIn(known, guess) }))
}

function namedIn(known: Readonly<Record<string, string>>, code: string | undefined) {
  return code === undefined ? undefined : { code, name: known[code] ?? '' }
}

function nearestName(country: string, known: Readonly<Record<string, string>>): string | undefined {
  if (country.length < 4) return undefined
  const guess = suggest(
    country.toLowerCase(),
    Object.values(known).map((name) => name.toLowerCase()),
  )
  return Object.entries(known).find(([, name]) => name.toLowerCase() === guess)?.[0]
}

function regionCode(region: string, known: Readonly<Record<string, string>> | undefined, country: string): string {
  const regions = known ?? {}
  const code = region.toUpperCase()
  if (Object.hasOwn(regions, code)) return code
  const codes = Object.keys(regions)
  const guess = nearestName(region, regions) ?? suggest(code, codes)
  if (codes.length === 0) throw new UsageError(say('no_regions', { country }))
  const all = codes.map((one) => ({ code: one, name: regions[one] ?? '' }))
  throw new UsageError(say('region', { id: region, country, guess: namedIn(regions, guess), known: all }))
}
