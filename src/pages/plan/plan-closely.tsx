import { addDays } from '#domain/time/days'
import { parsePeriod } from '#domain/time/period'
import type { PlanSeen } from '#usecases/plan/read-plan'

import { queryOf } from '#pages/links.tsx'
import { BurnUp, type Evening } from './charts/burn-up'
import { PlanWhy } from './plan-behind'
import { periodTitle } from './plan-periods'
import { factAddress, planAddress, planValue, roughValue, rowName, type ShownPlan } from './plan-shown'
import { planTexts } from './texts/plan-texts'

type Close = ShownPlan & { readonly closely: NonNullable<PlanSeen['closely']> }

/** One row of a plan: what came, what should have, what is needed, and how it grew. */
export function PlanClosely(props: Close) {
  const { ask, seen, asked, closely } = props
  const t = planTexts[ask.language]
  const { row } = closely
  const name = rowName(row, ask.language)
  const isWhole = row.scope === 'company'
  return (
    <section class="card closely" aria-labelledby="closely-title">
      <header>
        <h2 id="closely-title">{name}</h2>
        <Standing {...props} />
      </header>
      <dl class="facts">
        <Fact title={t.plan} value={planValue(props, row.plan)} />
        <div>
          <dt>{t.fact}</dt>
          <dd>
            <a href={factAddress(props, row)} aria-label={`${t.behindNumber(name)}: ${planValue(props, row.fact)}`}>
              {planValue(props, row.fact)}
            </a>
          </dd>
        </div>
        <Fact title={t.percent} value={row.percent === null ? '–' : ask.format.percent(row.percent)} />
        <Fact title={t.expected} value={roughValue(props, row.expected)} />
        <Fact title={t.forecast} value={roughValue(props, row.runRate)} />
        <Fact title={t.need} value={roughValue(props, row.needPerDay)} />
        {row.coverage === null ? null : <Fact title={t.coverage} value={`${ask.format.number(row.coverage)}×`} />}
        <Fact title={t.daysLeft} value={ask.format.number(seen.workingDays.all - seen.workingDays.gone)} />
      </dl>
      {openDeals(row) === undefined ? null : (
        <p>
          <a href={openDeals(row)}>{t.openDeals}</a>
        </p>
      )}
      {row.coverage === null || seen.noRate.length === 0 ? null : (
        <p class="warn small apart">{t.noRate(seen.noRate.join(', '))}</p>
      )}
      {closely.behind === undefined ? null : <PlanWhy {...props} row={row} behind={closely.behind} />}
      <Apart {...props} />
      <Chart {...props} />
      <DayTable {...props} />
      {isWhole || ask.caller.reach.plan_read !== 'all' ? null : (
        <p class="card-foot">
          <a href={planAddress({ period: asked.period, metric: asked.metric, by: asked.by })}>{t.whole}</a>
        </p>
      )}
    </section>
  )
}

/** What may still come: the open deals of a row, the largest first; undefined where a row is not of somebody or something. */
function openDeals({ scope, id }: Close['closely']['row']): string | undefined {
  const columns = { employee: 'owner', department: 'department', pipeline: 'direction' } as const
  const column = Object.hasOwn(columns, scope) ? columns[scope as keyof typeof columns] : undefined
  if (column === undefined || id === '') return undefined
  return `/app/deals?${queryOf({ where: `status=open;${column}=${id}`, sort: '-fields.amount' })}`
}

function Fact({ title, value }: { readonly title: string; readonly value: string }) {
  return (
    <div>
      <dt>{title}</dt>
      <dd>{value}</dd>
    </div>
  )
}

/** The one thing to know: ahead of the pace, behind it, or done. */
function Standing(props: Close) {
  const { ask, seen, closely } = props
  const t = planTexts[ask.language]
  const { plan, fact, expected } = closely.row
  if (plan === null || expected === null) return <span class="badge">{t.noPlan}</span>
  if (seen.today < seen.from) return <span class="badge">{t.notBegun}</span>
  if (fact >= plan) return <span class="badge good">{t.reached}</span>
  if (fact === expected) return <span class="badge accent">{t.onPace}</span>
  const amount = roughValue(props, Math.abs(fact - expected))
  return fact > expected ? (
    <span class="badge good">{t.ahead(amount)}</span>
  ) : (
    <span class="badge warn">{t.behind(amount)}</span>
  )
}

/** A plan from above and the plans of people that do not add up to it. */
function Apart(props: Close) {
  const t = planTexts[props.ask.language]
  const { topDownGap } = props.closely.row
  if (topDownGap === null || topDownGap === 0) return null
  const amount = planValue(props, Math.abs(topDownGap))
  return <p class="warn small apart">{topDownGap > 0 ? t.gapAbove(amount) : t.gapBelow(amount)}</p>
}

function Chart(props: Close) {
  const { ask, seen, asked, closely } = props
  const t = planTexts[ask.language]
  const { row, burnUp } = closely
  const value = (amount: number | null): string => planValue(props, amount)
  const isEnded = seen.today >= seen.to
  // Where nothing is planned and nothing came there is nothing to draw.
  if (row.plan === null && burnUp.days.every(({ fact }) => fact === 0)) return null
  return (
    <BurnUp
      told={{
        id: 'burn-up',
        title: t.burnUp(rowName(row, ask.language), periodTitle(asked.period, ask.language)),
        summary: t.burnUpSays(value(row.fact), value(row.plan), roughValue(props, isEnded ? row.fact : row.runRate)),
      }}
      all={burnUp.workingDays.all}
      evenings={eveningsOf(props)}
      plan={row.plan}
      forecast={isEnded ? null : row.runRate}
      ticks={ticksOf(props)}
      names={{ fact: t.fact, pace: t.pace, forecast: t.forecast, plan: t.plan }}
      format={(amount) => value(Math.round(amount))}
      formatShort={(amount) =>
        seen.metric === 'sum' ? ask.format.shortMoney(amount, seen.currency) : ask.format.number(amount)
      }
    />
  )
}

/** One point for every number of working days that are gone: of a weekend its last evening, of today what has come yet. */
function eveningsOf({ ask, seen, closely }: Close): readonly Evening[] {
  const { burnUp, row } = closely
  const start: Evening = { gone: 0, fact: 0, label: ask.format.shortDay(seen.from) }
  const all = burnUp.days.map(({ on, fact }): Evening => {
    const gone = seen.workingDaysBy[addDays(on, 1)] ?? seen.workingDays.all
    return { gone, fact, label: ask.format.shortDay(on) }
  })
  const isRunning = seen.today >= seen.from && seen.today < seen.to
  const now: Evening = { gone: seen.workingDays.gone, fact: row.fact, label: ask.format.shortDay(seen.today) }
  const byGone = new Map([start, ...all, ...(isRunning ? [now] : [])].map((one) => [one.gone, one]))
  return [...byGone.values()].toSorted((a, b) => a.gone - b.gone)
}

/** Days under the chart: the first of each month, or every week of a month. */
function ticksOf({ ask, asked, seen }: Close) {
  const isMonth = parsePeriod(asked.period).kind === 'month'
  const days = Object.entries(seen.workingDaysBy).filter(([on]) =>
    isMonth ? [1, 8, 15, 22].includes(Number(on.slice(-2))) : on.endsWith('-01'),
  )
  const label = (on: string): string => ask.format.shortDay(on).replace(/^\S+\s/, '')
  return days.map(([on, gone]) => ({ gone, label: label(on) }))
}

function DayTable(props: Close) {
  const { ask, closely } = props
  const t = planTexts[ask.language]
  return (
    <details class="day-numbers">
      <summary>{t.days}</summary>
      <div class="scroll-x" tabindex={0} role="region" aria-label={t.days}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t.day}</th>
              <th scope="col" class="number">
                {t.fact}
              </th>
              <th scope="col" class="number">
                {t.expected}
              </th>
            </tr>
          </thead>
          <tbody>
            {closely.burnUp.days.map(({ on, fact, expected }) => (
              <tr>
                <th scope="row">{ask.format.shortDay(on)}</th>
                <td class="number">{planValue(props, fact)}</td>
                <td class="number">{roughValue(props, expected)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  )
}
