import { digitsOf } from '#domain/kernel/currency'
import { formatFor, type Format } from '#domain/kernel/texts/format'
import { numberFormat, unbroken } from '#domain/kernel/texts/number-format'
import { dateIn } from '#domain/time/zone'
import type { Language } from '#schemas/language-names'

import type { Forms } from './texts/in-both'

/** How a page writes moments, days, numbers and money for a person: their language, the company’s zone. */
export type PageFormat = Format & {
  /** `14:30` */
  readonly time: (instant: string) => string
  /** `Mon 23 Nov` */
  readonly shortDay: (date: string) => string
  /** `23 Nov 2026` */
  readonly wholeDay: (date: string) => string
  /** `23 Nov, 14:30` in this year, with the year in another. */
  readonly moment: (instant: string) => string
  /** Today and tomorrow by name, other days short; with the time. */
  readonly due: (instant: string) => string
  /** `3 days ago`, `in 2 hours` */
  readonly ago: (instant: string) => string
  /** `3 days` between two instants, in the largest unit that fits. */
  readonly span: (from: string, to: string) => string
  /** `250 k ₽`: money where there is little room. */
  readonly shortMoney: (minor: number, currency: string) => string
  /** `₽`: the sign of a currency, its code where it has none. */
  readonly sign: (currency: string) => string
  /** The noun alone, in the form that goes with a number. */
  readonly noun: (value: number, forms: Forms) => string
  /** A day and a time as a field for them wants it, in the company’s zone. */
  readonly localInput: (instant: string) => string
}

const locales: Readonly<Record<Language, string>> = { en: 'en-GB', ru: 'ru-RU' }
const keptMakers = new Map<string, ReturnType<typeof makers>>()

/** The format for a language, the company’s zone and the moment at which the page is made. */
export function pageFormat(language: Language, zone: string, now: string): PageFormat {
  const key = `${language} ${zone}`
  const made = keptMakers.get(key) ?? makers(language, zone)
  keptMakers.set(key, made)
  const { base, clock, shortDay, dayMonth, relative, units, plural } = made
  const today = dateIn(zone, now)
  const whole = (text: string): string => unbroken(language, text)
  const dayOf = (instant: string): string => {
    const date = dateIn(zone, instant)
    const days = Math.round((Date.parse(date) - Date.parse(today)) / dayMs)
    if (days >= -1 && days <= 1) return relative.format(days, 'day')
    return whole((date.slice(0, 4) === today.slice(0, 4) ? shortDay : dayMonth).format(new Date(date)))
  }
  return {
    ...base,
    money: made.money,
    time: (instant) => clock.format(new Date(instant)),
    shortDay: (date) => whole(shortDay.format(new Date(date))),
    wholeDay: (date) => whole(dayMonth.format(new Date(date))),
    moment: (instant) => `${dayOf(instant)}, ${clock.format(new Date(instant))}`,
    due: (instant) => `${dayOf(instant)}, ${clock.format(new Date(instant))}`,
    ago: (instant) => {
      const [value, unit] = largest(Date.parse(instant) - Date.parse(now))
      return whole(relative.format(value, unit))
    },
    span: (from, to) => {
      const [value, unit] = largest(Date.parse(to) - Date.parse(from))
      return whole(units[unit].format(Math.abs(value)))
    },
    shortMoney: made.shortMoney,
    sign: (currency) => currencySign(language, currency),
    noun: (value, forms) => forms[plural.select(value)] ?? forms.other,
    localInput: (instant) => inputFormat(zone).format(new Date(instant)).replace(' ', 'T').slice(0, 16),
  }
}

const dayMs = 86_400_000
type Unit = 'minute' | 'hour' | 'day'

function largest(ms: number): [number, Unit] {
  if (Math.abs(ms) >= dayMs) return [Math.trunc(ms / dayMs), 'day']
  if (Math.abs(ms) >= 3_600_000) return [Math.trunc(ms / 3_600_000), 'hour']
  return [Math.trunc(ms / 60_000), 'minute']
}

function makers(language: Language, zone: string) {
  const locale = locales[language]
  const unit = (name: Unit) =>
    new Intl.NumberFormat(locale, { style: 'unit', unit: name, unitDisplay: name === 'day' ? 'long' : 'short' })
  const format = moneyFormats(locale)
  return {
    base: formatFor(language, zone),
    clock: new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', timeZone: zone }),
    shortDay: new Intl.DateTimeFormat(locale, { weekday: 'short', day: 'numeric', month: 'short', timeZone: 'UTC' }),
    dayMonth: new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' }),
    relative: new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }),
    units: { minute: unit('minute'), hour: unit('hour'), day: unit('day') },
    plural: new Intl.PluralRules(locale),
    money: (minor: number, currency: string) => format(minor, currency, {}),
    shortMoney: (minor: number, currency: string) => format(minor, currency, compact),
  }
}

const compact = { notation: 'compact', maximumSignificantDigits: 3 } as const

/** Money with the short sign of its currency; made once per currency and kind. */
function moneyFormats(locale: string) {
  const kept = new Map<string, (minor: number) => string>()
  return (minor: number, currency: string, more: Intl.NumberFormatOptions): string => {
    const key = `${currency} ${more.notation ?? ''}`
    const found = kept.get(key) ?? moneyFormat(locale, currency, more)
    kept.set(key, found)
    return found(minor)
  }
}

function moneyFormat(locale: string, currency: string, more: Intl.NumberFormatOptions): (minor: number) => string {
  const money = { style: 'currency', currency, currencyDisplay: 'narrowSymbol' } as const
  const digits = digitsOf(currency)
  const whole = 10 ** digits
  const fraction = { minimumFractionDigits: digits, maximumFractionDigits: digits }
  const format = numberFormat(locale, { ...money, ...fraction, trailingZeroDisplay: 'stripIfInteger', ...more })
  return (minor) => format(minor / whole)
}

const keptSigns = new Map<string, string>()

/** The short sign of a currency as a language writes it; made once. */
export function currencySign(language: Language, currency: string): string {
  const name = `${language} ${currency}`
  const found = keptSigns.get(name) ?? signOf(locales[language], currency)
  keptSigns.set(name, found)
  return found
}

function signOf(locale: string, currency: string): string {
  const money = { style: 'currency', currency, currencyDisplay: 'narrowSymbol' } as const
  const parts = new Intl.NumberFormat(locale, money).formatToParts(0)
  return parts.find(({ type }) => type === 'currency')?.value ?? currency
}

const inputFormats = new Map<string, Intl.DateTimeFormat>()

/** Swedish writes dates as machines do. */
function inputFormat(zone: string): Intl.DateTimeFormat {
  const found =
    inputFormats.get(zone) ??
    new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'short', timeZone: zone })
  inputFormats.set(zone, found)
  return found
}
