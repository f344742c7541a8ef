import { digitsOf } from '#domain/kernel/currency'
import { raw } from 'hono/html'

import { parsePeriod, periodAfter, periodsContaining } from '#domain/time/period'
import { shownAmount, shownGap } from '#domain/plan/target-sheet/shown-amount'
import { cellsOf, type Sheet, type SheetColumn, type SheetRow } from '#domain/plan/target-sheet/sheet'
import { valuesOf, type CellValue, type Values } from '#domain/plan/target-sheet/values'
import { dateIn } from '#domain/time/zone'
import { metrics } from '#schemas/plan-names'
import type { Model } from '#schemas/model'
import type { Metric } from '#schemas/plan'
import { readTargetSheet, type TargetSheet } from '#usecases/plan/read-target-sheet'

import type { PageAsk, PageSpec } from '#pages/page.tsx'
import { peopleChoice } from '#pages/people-choice.tsx'
import { Select } from '#pages/piece-form.tsx'
import { shortPeriod } from './plan-periods'
import { rowName } from './plan-shown'
import { planTexts } from './texts/plan-texts'
import { targetsTexts } from './texts/targets'

/** A year of targets as a sheet: to read without a script, to fill in as in a spreadsheet with it. */
export const targetsPage: PageSpec = {
  id: 'targets',
  path: '/app/plan/targets',
  nav: 'plan',
  right: 'plan_read',
  script: 'targets',
  run: async (ask) => {
    const t = targetsTexts[ask.language]
    const { model } = await ask.ports.rules.current()
    const today = dateIn(ask.zone, ask.now)
    const year = ask.query.get('year') ?? periodsContaining(today, model.plan.yearStarts).year
    const metric = metrics.find((one) => one === ask.query.get('metric')) ?? 'sum'
    const pairs = pairsAsked(ask.query)
    const found = await readTargetSheet(ask.ports, ask.caller, year, { metric, pairs })
    const sheet = sheetOf(ask, found)
    const canEdit = sheet.rows.some((row) => row.canEdit)
    return {
      title: t.title,
      isWide: true,
      shortcuts: canEdit ? shortcutsOf(ask) : [],
      body: (
        <>
          <header class="page-head">
            <h1>{t.title}</h1>
            <YearBar ask={ask} year={year} metric={metric} />
          </header>
          {canEdit ? <Tools ask={ask} /> : <p class="quiet">{t.readOnly}</p>}
          <div data-filter-root="">
            <SheetTable ask={ask} sheet={sheet} found={found} />
          </div>
          {canEdit ? <AddPair ask={ask} year={year} metric={metric} pairs={pairs} model={model} /> : null}
          <details class="card how">
            <summary>{t.help}</summary>
            {t.helpSays.map((sentence) => (
              <p>{sentence}</p>
            ))}
          </details>
          <Brought id="sheet" value={sheet} />
          <Brought id="grid-words" value={t.grid} />
        </>
      ),
    }
  },
}

/** The rows somebody has asked for: whose targets in which direction. */
function pairsAsked(query: URLSearchParams): readonly string[] {
  const [person, direction] = [query.get('person') ?? '', query.get('direction') ?? '']
  return [...query.getAll('pair'), ...(person === '' || direction === '' ? [] : [`${person}/${direction}`])]
}

/** A plan of somebody in one direction begins as a row of its own, which is not there until it is asked for. */
function AddPair(parts: {
  readonly ask: PageAsk
  readonly year: string
  readonly metric: Metric
  readonly pairs: readonly string[]
  readonly model: Model
}) {
  const { ask, year, metric, pairs, model } = parts
  const t = targetsTexts[ask.language]
  const directions = Object.values(model.pipelines).map(({ id, name }) => [id, name] as const)
  return (
    <details class="card how">
      <summary>{t.pair}</summary>
      <p class="quiet">{t.pairSays}</p>
      <form method="get" action="/app/plan/targets#added" class="filters">
        <input type="hidden" name="year" value={year} />
        <input type="hidden" name="metric" value={metric} />
        {pairs.map((pair) => (
          <input type="hidden" name="pair" value={pair} />
        ))}
        <Select label={t.person} name="person" options={peopleChoice(ask)} empty={t.choose} isRequired />
        <Select label={t.direction} name="direction" options={directions} empty={t.choose} isRequired />
        <button class="secondary">{t.addPair}</button>
      </form>
    </details>
  )
}

function sheetOf({ language }: PageAsk, found: TargetSheet): Sheet {
  const isMoney = found.metric === 'sum'
  return {
    language,
    metric: found.metric,
    currency: found.currency,
    digits: isMoney ? digitsOf(found.currency) : 0,
    yearStarts: found.yearStarts,
    rows: found.rows.map(({ scope, id, name, canEdit, department }) => ({
      scope,
      id,
      name: rowName({ scope, id, name }, language),
      canEdit,
      ...(department === undefined ? {} : { department }),
    })),
    columns: found.columns.map((column) => ({ ...column, label: shortPeriod(column.period, language) })),
    targets: found.targets.map(({ period, scope, id, value }) => ({ period, scope, id, value })),
    recurring: found.recurring,
  }
}

function YearBar({ ask, year, metric }: { readonly ask: PageAsk; readonly year: string; readonly metric: Metric }) {
  const t = targetsTexts[ask.language]
  const address = (to: string, of: Metric): string => `/app/plan/targets?year=${to}&metric=${of}`
  parsePeriod(year)
  return (
    <>
      <nav class="stepper" aria-label={t.year}>
        <a href={address(periodAfter(year, -1), metric)} aria-label={t.before}>
          ‹
        </a>
        <strong>{year}</strong>
        <a href={address(periodAfter(year), metric)} aria-label={t.after}>
          ›
        </a>
      </nav>
      <nav class="tabs" aria-label={t.metric}>
        {metrics.map((one) => (
          <a href={address(year, one)} aria-current={one === metric ? 'true' : undefined}>
            {planTexts[ask.language].metrics[one]}
          </a>
        ))}
      </nav>
      <span class="grow" />
      <a href={`/app/plan?metric=${metric}`}>{t.back}</a>
    </>
  )
}

function Tools({ ask }: { readonly ask: PageAsk }) {
  const t = targetsTexts[ask.language]
  const tool = (does: string, title: string) => (
    <button type="button" class="secondary" data-tool={does} disabled>
      {title}
    </button>
  )
  return (
    <div class="grid-tools">
      <noscript>
        <p class="problem">{t.noScript}</p>
      </noscript>
      <button type="button" class="primary" data-tool="save" disabled>
        {t.save}
      </button>
      {tool('undo', t.undo)}
      {tool('redo', t.redo)}
      <span class="tool-group">
        <span class="quiet small">{t.spread}</span>
        {tool('spread_days', t.byDays)}
        {tool('spread_evenly', t.evenly)}
      </span>
      {tool('repeat', t.repeat)}
      <p id="grid-status" class="quiet small grid-status" role="status" aria-live="polite" />
      <ul id="grid-faults" class="grid-faults" role="alert" hidden />
    </div>
  )
}

type Shown = { readonly ask: PageAsk; readonly sheet: Sheet; readonly found: TargetSheet }

function SheetTable({ ask, sheet, found }: Shown) {
  const t = targetsTexts[ask.language]
  const values = valuesOf(sheet, cellsOf(sheet))
  const month = dateIn(ask.zone, ask.now).slice(0, 7)
  const running = sheet.columns.findIndex(({ period }) => period === month)
  return (
    <div class="grid-scroll">
      <table
        class="grid"
        id="targets"
        role="grid"
        data-column={Math.max(0, running)}
        aria-label={`${t.title} ${found.year}`}
      >
        <thead>
          <tr>
            <th scope="col">{t.who}</th>
            {sheet.columns.map(({ label, kind, workingDays }) => (
              <th scope="col" class={`of-${kind}`}>
                {label}
                <span class="days" title={ask.format.counted(workingDays, t.workingDays)}>
                  {ask.format.number(workingDays)}
                </span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sheet.rows.map((row, index) => (
            <Row ask={ask} sheet={sheet} found={found} values={values} row={row} at={index} />
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t.together}</th>
            {sheet.columns.map((column, index) => (
              <td class={`of-${column.kind}`} data-total={index}>
                {shownAmount(values.employees(column), sheet)}
              </td>
            ))}
          </tr>
        </tfoot>
      </table>
    </div>
  )
}

function Row(props: Shown & { readonly values: Values; readonly row: SheetRow; readonly at: number }) {
  const { ask, sheet, found, values, row, at } = props
  const hasLeft = found.rows[at]?.isActive === false
  return (
    <tr class={`scope-${row.scope}`} id={row.id === pairsAsked(ask.query).at(-1) ? 'added' : undefined}>
      <th scope="row">
        {row.name}
        {hasLeft ? (
          <span class="source">{targetsTexts[ask.language][row.scope === 'department' ? 'closed' : 'left']}</span>
        ) : null}
      </th>
      {sheet.columns.map((column, index) => (
        <Cell sheet={sheet} row={row} column={column} value={values.at(row, column)} place={`${at}:${index}`} />
      ))}
    </tr>
  )
}

function Cell(props: {
  readonly sheet: Sheet
  readonly row: SheetRow
  readonly column: SheetColumn
  readonly value: CellValue
  readonly place: string
}) {
  const { sheet, row, column, value, place } = props
  const gap = value.topDownGap ?? value.monthsGap
  return (
    <td
      role="gridcell"
      data-at={place}
      tabindex={place === '0:0' ? 0 : -1}
      class={`of-${column.kind} from-${value.source ?? 'none'}`}
      aria-readonly={row.canEdit ? undefined : 'true'}
    >
      {shownAmount(value.value, sheet)}
      {gap === null || gap === 0 ? null : <span class="gap">{`Δ ${shownGap(gap, sheet)}`}</span>}
    </td>
  )
}

function shortcutsOf({ language }: PageAsk) {
  const { keys } = targetsTexts[language]
  return [
    { keys: '← ↑ → ↓', does: keys.move },
    { keys: 'F2', does: keys.edit },
    { keys: 'Esc', does: keys.leave },
    { keys: 'Ctrl+Z', does: keys.undo },
    { keys: 'Ctrl+Y', does: keys.redo },
    { keys: 'Ctrl+C Ctrl+V', does: keys.copy },
    { keys: 'Ctrl+D Ctrl+R', does: keys.fill },
    { keys: 'Delete', does: keys.empty },
    { keys: 'Ctrl+S', does: keys.save },
  ]
}

/** Brings something along for the script of the page, so that it cannot end the element it stands in. */
function Brought({ id, value }: { readonly id: string; readonly value: unknown }) {
  return (
    <script type="application/json" id={id}>
      {raw(JSON.stringify(value).replaceAll('<', '\\u003c'))}
    </script>
  )
}
