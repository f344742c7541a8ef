import { atStart } from '#domain/kernel/texts/at-start'
import { formatFor } from '#domain/kernel/texts/format'
import { monthsOf, parsePeriod, periodAfter, periodsContaining, type PeriodKind } from '#domain/time/period'
import type { Language } from '#schemas/language-names'

import { planTexts } from './texts/plan-texts'

const shortMonths = {
  en: new Intl.DateTimeFormat('en-GB', { month: 'short', timeZone: 'UTC' }),
  ru: new Intl.DateTimeFormat('ru-RU', { month: 'short', timeZone: 'UTC' }),
}

/** What people call a period: “November 2026”, “Quarter 4, 2026”. */
export function periodTitle(id: string, language: Language): string {
  return atStart(formatFor(language, 'UTC').period(id))
}

/** The same where there is little room: “Nov”, “Q4”, “H2”, “2026”. */
export function shortPeriod(id: string, language: Language): string {
  const { kind, year, index } = parsePeriod(id)
  const t = planTexts[language]
  switch (kind) {
    case 'month':
      return shortMonths[language].format(new Date(`${id}-01`)).replace('.', '')
    case 'quarter':
      return t.shortQuarter(index)
    case 'half':
      return t.shortHalf(index)
    case 'year':
      return String(year)
  }
}

const kinds = ['month', 'quarter', 'half', 'year'] as const

/**
 * Goes from period to period and from kind to kind. A shorter kind is the one of today where today is in the period,
 * else its first.
 */
export function PeriodBar(props: {
  readonly period: string
  readonly today: string
  readonly yearStarts: number
  readonly language: Language
  readonly kinds?: readonly PeriodKind[]
  readonly address: (period: string) => string
}) {
  const { period, today, yearStarts, language, address } = props
  const t = planTexts[language]
  const { kind } = parsePeriod(period)
  const now = periodsContaining(today, yearStarts)
  const of = periodsContaining(now[kind] === period ? today : (monthsOf(period, yearStarts)[0] ?? today), yearStarts)
  const shown = props.kinds ?? kinds
  return (
    <div class="period-bar">
      <nav class="stepper" aria-label={t.period}>
        <a href={address(periodAfter(period, -1))} rel="prev" aria-label={t.before}>
          ‹
        </a>
        <strong>{periodTitle(period, language)}</strong>
        <a href={address(periodAfter(period))} rel="next" aria-label={t.after}>
          ›
        </a>
        {now[kind] === period ? null : (
          <a class="now" href={address(now[kind])}>
            {t.now}
          </a>
        )}
      </nav>
      {shown.length < 2 ? null : (
        <nav class="tabs" aria-label={t.period}>
          {shown.map((one) => (
            <a href={address(of[one])} aria-current={one === kind ? 'true' : undefined}>
              {t.kinds[one]}
            </a>
          ))}
        </nav>
      )}
    </div>
  )
}
