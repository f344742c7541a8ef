import { reaches, reachesDepartment } from '#domain/kernel/access'
import { periodAfter, periodsContaining } from '#domain/time/period'
import { axisName, axisValues } from '#domain/plan/plan-scope'
import { addDays, dayOf, weekdayOf } from '#domain/time/days'
import { dateIn } from '#domain/time/zone'
import { fieldLabel, optionLabel } from '#playbook/rule-sentences'
import { conditionParts } from '#reports/domain/deal-table/conditions'
import { groupFields } from '#reports/usecases/listed-deals'
import type { Field, Model } from '#schemas/model'
import { metrics } from '#schemas/plan-names'
import type { Report } from '#schemas/report'

import { everyDepartment } from '#pages/department-choice'
import type { PageAsk } from '#pages/page.tsx'
import { periodTitle } from '#pages/plan/plan-periods.tsx'
import { queryOf, type ReportAsked } from '#pages/links.tsx'
import { planTexts } from '#pages/plan/texts/plan-texts'
import { byField, fieldInput } from './report-shown'
import { reportsTexts } from './texts/reports'

type Props = {
  readonly ask: PageAsk
  readonly model: Model
  readonly report: Report
  readonly asked: ReportAsked
  readonly hasPeriod: boolean
}
type Choice = { readonly id: string; readonly name: string }

/** What a report shows, to be changed: a form that works without any script. */
export function ReportFilters(props: Props) {
  const { ask, model, report, asked, hasPeriod } = props
  const t = reportsTexts[ask.language]
  return (
    <form method="get" class="card report-filters" aria-label={t.filters}>
      {hasPeriod ? <Period {...props} /> : null}
      {report.groups.length < 2 ? null : (
        <Select
          name="by"
          title={t.by}
          value={asked.field === undefined ? report.by : `${report.by}${byField}${asked.field}`}
          choices={report.groups.flatMap(({ id, title }) =>
            id === 'field' ? rowsByField(props) : [{ id, name: title }],
          )}
        />
      )}
      {report.name === 'plan_fact' || report.name === 'plan_needs' ? (
        <Select
          name="metric"
          title={t.metric}
          value={asked.metric ?? 'sum'}
          choices={metrics.map((id) => ({ id, name: planTexts[ask.language].metrics[id] }))}
        />
      ) : null}
      <label class="more-filters">
        <input type="checkbox" autocomplete="off" />
        {t.moreFilters}
      </label>
      <Select
        isSeldom
        name="direction"
        title={t.direction}
        value={asked.direction ?? ''}
        any={t.any}
        choices={Object.values(model.pipelines).map(({ id, name }) => ({ id, name }))}
      />
      <Select
        isSeldom
        name="axis"
        title={t.axis}
        value={asked.axis ?? ''}
        any={t.any}
        choices={axisValues(model).map((id) => ({ id, name: axisName(model, id) }))}
      />
      <Who ask={ask} asked={asked} />
      <Fields {...props} />
      {hasPeriod ? <OwnDays {...props} /> : null}
      {hasPeriod ? <Presets {...props} /> : null}
      <button class="primary">{t.show}</button>
    </form>
  )
}

/** Every field whose values can be rows. */
function rowsByField({ ask, model }: Props): readonly Choice[] {
  const t = reportsTexts[ask.language]
  return groupFields(model).flatMap((id) => {
    const field = model.fields[id]
    return field === undefined ? [] : [{ id: `field${byField}${id}`, name: t.byField(fieldLabel(field, ask.language)) }]
  })
}

/** What fields of deals must hold: a list for each choice, and whatever else the address asks for. */
function Fields({ ask, model, report, asked }: Props) {
  const t = reportsTexts[ask.language]
  if (report.name === 'plan_fact' || report.name === 'plan_needs') return null
  const fields = Object.values(model.fields).filter(({ type, options }) => type === 'yes_no' || options !== undefined)
  const parts = conditionParts(asked.where ?? '')
  const held = new Map(
    parts.flatMap(({ column, op, value }) => {
      const field = fields.find(({ id }) => `fields.${id}` === column)
      return op === '=' && field !== undefined && optionsOf(ask, field).some(({ id }) => id === value)
        ? [[field.id, value] as const]
        : []
    }),
  )
  const others = parts.filter(({ column, value }) => held.get(column.replace('fields.', '')) !== value)
  return (
    <details class="own-days" open={parts.length > 0}>
      <summary>{t.fields}</summary>
      {fields.map((field) => (
        <Select
          name={`${fieldInput}${field.id}`}
          title={fieldLabel(field, ask.language)}
          value={held.get(field.id) ?? ''}
          any={t.any}
          choices={optionsOf(ask, field)}
        />
      ))}
      {others.length === 0 ? null : (
        <label class="field">
          <span class="label">{t.where}</span>
          <input name="where" value={others.map(({ column, op, value }) => `${column}${op}${value}`).join(';')} />
        </label>
      )}
    </details>
  )
}

function optionsOf({ language }: PageAsk, field: Field): readonly Choice[] {
  const t = reportsTexts[language]
  if (field.type === 'yes_no') {
    return [
      { id: 'yes', name: t.yes },
      { id: 'no', name: t.no },
    ]
  }
  return Object.keys(field.options ?? {}).map((id) => ({ id, name: optionLabel(field, id, language) }))
}

/** Departments and people, of those whose deals or plans the reader may see. */
function Who({ ask, asked }: Pick<Props, 'ask' | 'asked'>) {
  const t = reportsTexts[ask.language]
  const { employees } = ask.people
  const people = Object.values(employees).filter(
    ({ id, active }) =>
      active && (reaches(ask.caller, 'deals_read', id, ask.people) || reaches(ask.caller, 'plan_read', id, ask.people)),
  )
  // One that was closed can be asked for: what was sold there stands in the months it was open.
  const units = everyDepartment(ask).filter(([id]) => reachesDepartment(ask.caller, 'deals_read', id, ask.people))
  return (
    <>
      {units.length === 0 ? null : (
        <Select
          isSeldom
          name="department"
          title={t.department}
          value={asked.department ?? ''}
          any={t.any}
          choices={units.map(([id, name]) => ({ id, name }))}
        />
      )}
      {people.length < 2 ? null : (
        <Select
          isSeldom
          name="person"
          title={t.person}
          value={asked.person ?? ''}
          any={t.any}
          choices={people.toSorted((a, b) => a.name.localeCompare(b.name))}
        />
      )}
    </>
  )
}

function Select(props: {
  readonly name: string
  readonly title: string
  readonly value: string
  readonly choices: readonly Choice[]
  /** What is written for “no matter which”; without it one must be chosen. */
  readonly any?: string
  /** What is seldom chosen waits on a phone until it is asked for, or until something is chosen. */
  readonly isSeldom?: boolean
}) {
  const { name, title, value, choices, any, isSeldom = false } = props
  return (
    <label class={isSeldom && value === '' ? 'field seldom' : 'field'}>
      <span class="label">{title}</span>
      <select name={name}>
        {any === undefined ? null : <option value="">{any}</option>}
        {choices.map((choice) => (
          <option value={choice.id} selected={choice.id === value}>
            {choice.name}
          </option>
        ))}
      </select>
    </label>
  )
}

function Period({ ask, model, report }: Props) {
  const t = reportsTexts[ask.language]
  const now = periodsContaining(dateIn(ask.zone, ask.now), model.plan.yearStarts)
  const around = (id: string, before: number, after: number): readonly string[] =>
    Array.from({ length: before + after + 1 }, (_, step) => periodAfter(id, after - step))
  const groups = [
    { title: t.months, ids: around(now.month, 14, 2) },
    { title: t.quarters, ids: around(now.quarter, 6, 1) },
    { title: t.halves, ids: around(now.half, 3, 1) },
    { title: t.years, ids: around(now.year, 3, 1) },
  ]
  const chosen = report.period.id
  const isKnown = chosen === null || groups.some(({ ids }) => ids.includes(chosen))
  return (
    <label class="field">
      <span class="label">{t.period}</span>
      <select name="period">
        {chosen === null ? <option value="">{t.days}</option> : null}
        {isKnown ? null : (
          <option value={chosen} selected>
            {periodTitle(chosen, ask.language)}
          </option>
        )}
        {groups.map(({ title, ids }) => (
          <optgroup label={title}>
            {ids.map((id) => (
              <option value={id} selected={id === chosen}>
                {periodTitle(id, ask.language)}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
    </label>
  )
}

/** Days that are asked for every morning: a click each, with the other filters as they are. */
function Presets({ ask, report, asked }: Props) {
  const t = reportsTexts[ask.language]
  const today = dateIn(ask.zone, ask.now)
  const monday = addDays(today, 1 - weekdayOf(dayOf(today)))
  const presets = [
    [t.presets.yesterday, addDays(today, -1), addDays(today, -1)],
    [t.presets.lastWeek, addDays(today, -6), today],
    [t.presets.thisWeek, monday, today],
  ] as const
  const { period: _period, ...others } = asked
  return (
    <nav class="row presets" aria-label={t.days}>
      {presets.map(([name, from, to]) => (
        <a
          href={`/app/reports/${report.name}?${queryOf({ ...others, from, to })}`}
          aria-current={asked.from === from && asked.to === to ? 'true' : undefined}
        >
          {name}
        </a>
      ))}
    </nav>
  )
}

function OwnDays({ ask, report, asked }: Props) {
  const t = reportsTexts[ask.language]
  return (
    <details class="own-days" open={report.period.id === null}>
      <summary>{t.days}</summary>
      <label class="field">
        <span class="label">{t.from}</span>
        <input type="date" name="from" value={asked.from ?? ''} />
      </label>
      <label class="field">
        <span class="label">{t.to}</span>
        <input type="date" name="to" value={asked.to ?? ''} />
      </label>
    </details>
  )
}
