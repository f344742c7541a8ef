import { dateIn } from '#domain/time/zone'
import type { PageAsk } from '#pages/page.tsx'
import type { BankStatement } from '#schemas/money/money'

import { paymentTexts } from './texts/payments'

/** So many of the last loaded are looked at, and so many of the latest days shown. */
export const mostStatements = 50
const mostShown = 10

/** The statements of the latest days first, whenever they were loaded; one without days stands by when it was. */
function byDay(ask: PageAsk, statements: readonly BankStatement[]): readonly BankStatement[] {
  const lastDay = ({ to, from, at }: BankStatement): string => to ?? from ?? dateIn(ask.zone, at)
  return statements
    .toSorted((one, other) => lastDay(other).localeCompare(lastDay(one)) || other.at.localeCompare(one.at))
    .slice(0, mostShown)
}

/** The days of a statement: `3 Nov 2026`, `3 Nov 2026 – 5 Nov 2026`. */
function daysOf({ format }: PageAsk, { from, to }: BankStatement): string {
  const days = [...new Set([from, to].filter((day) => day !== undefined))]
  return days.map((day) => format.wholeDay(day)).join(' – ')
}

/** What statements brought, those of the latest days first. */
export function Statements({
  ask,
  statements,
}: {
  readonly ask: PageAsk
  readonly statements: readonly BankStatement[]
}) {
  const t = paymentTexts[ask.language]
  if (statements.length === 0) return null
  return (
    <section class="stack" aria-labelledby="h-statements">
      <h2 id="h-statements">{t.statements}</h2>
      {byDay(ask, statements).map((one) => (
        <article class="card stack" id={one.id}>
          <h3>
            {one.name}
            {one.from === undefined && one.to === undefined ? '' : ` · ${daysOf(ask, one)}`}
          </h3>
          <p class="quiet small">
            {t.loaded}: {ask.format.moment(one.at)}
          </p>
          <p class="quiet">
            {t.counts.found}: {one.found} · {t.counts.known}: {one.known} · {t.booked}: {one.booked} · {t.suggested}:{' '}
            {one.suggested} · {t.unmatched}: {one.unmatched} · {t.counts.refused}: {one.refused}
            {(one.left ?? 0) === 0 ? '' : ` · ${t.counts.left}: ${one.left}`}
          </p>
          {one.faults.length === 0 ? null : (
            <details>
              <summary>
                {t.faults}: {one.faults.length + one.faultsLeftOut}
              </summary>
              <ul>
                {one.faults.map(({ line, cell, text }) => (
                  <li>
                    {cell ?? `${t.line} ${line}`}: {text}
                  </li>
                ))}
              </ul>
            </details>
          )}
        </article>
      ))}
    </section>
  )
}
