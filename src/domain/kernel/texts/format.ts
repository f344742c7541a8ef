import { digitsOf } from '#domain/kernel/currency'
import { parsePeriod } from '#domain/time/period'
import type { PlanStanding } from '#schemas/notice'
import type { Language } from '#schemas/language-names'

import { numberFormat, percentFormat, unbroken } from './number-format'

/** Writes times, numbers and money as a reader of a language expects them, in their own time zone. */
export type Format = {
  readonly instant: (instant: string) => string
  readonly day: (date: string) => string
  /** A month such as 2026-11: “November 2026”. */
  readonly month: (month: string) => string
  /** A period of the plan in a sentence: “November 2026”, “Quarter 4, 2026”, “2026”. */
  readonly period: (id: string) => string
  readonly number: (value: number) => string
  readonly percent: (value: number) => string
  readonly money: (minor: number, currency: string) => string
  /** One of several forms by the number, with the number before it: “1 task”, “5 tasks”. */
  readonly counted: (value: number, forms: Forms) => string
  /** A value of the plan by what the row counts. */
  readonly planned: (value: number, row: Pick<PlanStanding, 'metric' | 'currency'>) => string
}

/** Forms of a noun by plural category; English needs one and other, Russian also few and many. */
export type Forms = Partial<Readonly<Record<Intl.LDMLPluralRule, string>>> & { readonly other: string }

const quarters = {
  'en-GB': (no: number, year: number) => `Quarter ${no}, ${year}`,
  'ru-RU': (no: number, year: number) => `${no}-й квартал ${year}`,
} as const
const halves = {
  'en-GB': (no: number, year: number) => (no === 1 ? `First half of ${year}` : `Second half of ${year}`),
  'ru-RU': (no: number, year: number) => `${no}-е полугодие ${year}`,
} as const

const locales = { en: 'en-GB', ru: 'ru-RU' } as const satisfies Record<Language, string>

const kept = new Map<string, Format>()

/** The format for a language and a time zone, made once: the platform takes a millisecond for each of its parts. */
export function formatFor(language: Language, zone: string): Format {
  const name = `${language} ${zone}`
  const found = kept.get(name) ?? formatOf(locales[language], zone)
  kept.set(name, found)
  return found
}

function formatOf(locale: keyof typeof quarters, zone: string): Format {
  const clock = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone: zone })
  const calendar = new Intl.DateTimeFormat(locale, { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' })
  const months = new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' })
  const numbers = numberFormat(locale)
  const plural = new Intl.PluralRules(locale)
  const monies = new Map<string, (value: number) => string>()
  const money = (minor: number, currency: string): string => {
    const digits = digitsOf(currency)
    const whole = {
      style: 'currency',
      currency,
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
      trailingZeroDisplay: 'stripIfInteger',
    } as const
    const format = monies.get(currency) ?? numberFormat(locale, whole)
    monies.set(currency, format)
    return format(minor / 10 ** digits)
  }
  const month = (id: string): string => months.format(new Date(`${id}-01T00:00:00.000Z`)).replace(/ г\.$/, '')
  return {
    period: (id) => periodText(id, locale, month),
    instant: (instant) => unbroken(locale, clock.format(new Date(instant))),
    month,
    day: (date) => unbroken(locale, calendar.format(new Date(`${date}T00:00:00.000Z`))),
    number: numbers,
    percent: percentFormat(locale),
    money,
    counted: (value, forms) => unbroken(locale, `${numbers(value)} ${forms[plural.select(value)] ?? forms.other}`),
    planned: (value, { metric, currency }) => (metric === 'sum' ? money(value, currency) : numbers(value)),
  }
}

function periodText(id: string, locale: keyof typeof quarters, month: Format['month']): string {
  const { kind, year, index } = parsePeriod(id)
  switch (kind) {
    case 'month':
      return month(id)
    case 'quarter':
      return quarters[locale](index, year)
    case 'half':
      return halves[locale](index, year)
    case 'year':
      return id
  }
}
