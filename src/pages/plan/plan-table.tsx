import { unplannedId } from '#domain/plan/plan-rows'
import type { PlanScope, ProgressRow } from '#schemas/plan'

import { PhoneTable } from '#pages/phone-table.tsx'
import { PlanBar } from './charts/plan-bar'
import { factAddress, planAddress, planValue, roughValue, rowName, type ShownPlan } from './plan-shown'
import { planTexts } from './texts/plan-texts'

const addedUp: readonly PlanScope[] = ['employee', 'department', 'pipeline', 'employee_pipeline']

/** Every row of one kind: its plan, its fact, and what it takes. */
export function PlanTable(shown: ShownPlan) {
  const { ask, seen, asked } = shown
  const t = planTexts[ask.language]
  const tabs = seen.scopes.filter((scope) => scope !== 'company')
  return (
    <section class="card" aria-labelledby="rows-title">
      <header>
        <h2 id="rows-title">{t.scopes[seen.by]}</h2>
        <nav class="tabs" aria-label={t.by}>
          {tabs.map((by) => (
            <a href={planAddress({ ...asked, by })} aria-current={by === seen.by ? 'true' : undefined}>
              {t.scopes[by]}
            </a>
          ))}
        </nav>
      </header>
      {seen.rows.length < 2 ? null : <Order {...shown} />}
      {seen.rows.length === 0 ? <p class="empty">{t.empty}</p> : <Rows {...shown} />}
    </section>
  )
}

function Rows(shown: ShownPlan) {
  const { ask, seen } = shown
  const t = planTexts[ask.language]
  return (
    <PhoneTable ask={ask} labelledBy="rows-title" rows={seen.rows.length}>
      <table class="plan-rows cards-on-phone">
        <thead>
          <tr>
            <th scope="col">{t.scopes[seen.by]}</th>
            <th scope="col" class="number">
              {t.plan}
            </th>
            <th scope="col" class="number">
              {t.fact}
            </th>
            <th scope="col" class="number">
              {t.percent}
            </th>
            <th scope="col">{t.progress}</th>
            <th scope="col" class="number">
              {t.expected}
            </th>
            <th scope="col" class="number">
              {t.forecast}
            </th>
            <th scope="col" class="number">
              {t.need}
            </th>
          </tr>
        </thead>
        <tbody>
          {ordered(shown).map((row) => (
            <Row {...shown} row={row} />
          ))}
        </tbody>
        {seen.company === null || !addedUp.includes(seen.by) ? null : (
          <tfoot>
            <Row {...shown} row={seen.company} title={t.total} />
          </tfoot>
        )}
      </table>
    </PhoneTable>
  )
}

/** In which order the rows stand: whoever is furthest behind the pace first, or by name. */
function Order({ ask, asked }: ShownPlan) {
  const t = planTexts[ask.language]
  const { sort: _sort, ...behindFirst } = asked
  return (
    <nav class="row presets" aria-label={t.order}>
      <a href={planAddress(behindFirst)} aria-current={asked.sort === undefined ? 'true' : undefined}>
        {t.behindFirst}
      </a>
      <a href={planAddress({ ...asked, sort: 'name' })} aria-current={asked.sort === 'name' ? 'true' : undefined}>
        {t.byName}
      </a>
    </nav>
  )
}

/** Rows without a plan are behind nothing; what sellers without a plan brought stays last. */
function ordered({ ask, seen, asked }: ShownPlan): readonly ProgressRow[] {
  const lag = ({ id, plan, fact, expected }: ProgressRow): number => {
    if (id === unplannedId) return Number.POSITIVE_INFINITY
    return plan === null || plan === 0 ? Number.MAX_VALUE : (fact - (expected ?? plan)) / plan
  }
  return seen.rows.toSorted((a, b) => {
    const byLag = asked.sort === 'name' && a.id !== unplannedId && b.id !== unplannedId ? 0 : compared(lag(a), lag(b))
    return byLag || rowName(a, ask.language).localeCompare(rowName(b, ask.language), ask.language)
  })
}

function compared(a: number, b: number): number {
  return a === b ? 0 : a < b ? -1 : 1
}

function Row(props: ShownPlan & { readonly row: ProgressRow; readonly title?: string }) {
  const { ask, seen, asked, row } = props
  const t = planTexts[ask.language]
  const name = props.title ?? rowName(row, ask.language)
  const isRest = row.id === unplannedId
  const isClose = seen.closely?.row.scope === row.scope && seen.closely.row.id === row.id
  return (
    <tr aria-current={isClose ? 'true' : undefined}>
      <th scope="row">
        {isRest ? name : <a href={planAddress({ ...asked, row: { scope: row.scope, id: row.id } })}>{name}</a>}
      </th>
      <td class="number" data-name={t.plan}>
        {planValue(props, row.plan)}
        <Source {...props} />
      </td>
      <td class="number" data-name={t.fact}>
        {isRest || row.fact === 0 ? (
          planValue(props, row.fact)
        ) : (
          <a href={factAddress(props, row)} aria-label={`${t.behindNumber(name)}: ${planValue(props, row.fact)}`}>
            {planValue(props, row.fact)}
          </a>
        )}
      </td>
      <td class="number lead">{row.percent === null ? '–' : ask.format.percent(row.percent)}</td>
      <td class="wide">
        <PlanBar fact={row.fact} plan={row.plan} expected={row.expected} />
      </td>
      <td class={`number${row.expected === null ? ' none' : ''}`} data-name={t.expected}>
        {roughValue(props, row.expected)}
      </td>
      <td class={`number${row.runRate === null ? ' none' : ''}`} data-name={t.forecast}>
        {roughValue(props, row.runRate)}
      </td>
      <td class={`number${row.needPerDay === null ? ' none' : ''}`} data-name={t.need}>
        {roughValue(props, row.needPerDay)}
      </td>
    </tr>
  )
}

/** Where a plan comes from when nobody has set it for the period itself, and how far it is from what it is made of. */
function Source(props: ShownPlan & { readonly row: ProgressRow }) {
  const t = planTexts[props.ask.language]
  const { planSource, topDownGap } = props.row
  const amount = planValue(props, Math.abs(topDownGap ?? 0))
  const apart = topDownGap === null || topDownGap === 0 ? '' : topDownGap > 0 ? t.gapAbove(amount) : t.gapBelow(amount)
  const said = [planSource === null ? '' : t.sources[planSource], apart].filter((one) => one !== '')
  return said.length === 0 ? null : <span class="source">{said.join('; ')}</span>
}
