import type { Report, ReportRow, ReportTable } from '#schemas/report'
import type { ReportName } from '#schemas/report-names'

import { BarList, type Bar } from './charts/bar-list'
import { HeatMap } from './charts/heat-map'
import { RangeBars } from './charts/range-bars'
import { StackedBars } from './charts/stacked-bars'
import type { PageAsk } from '#pages/page.tsx'
import { isNumeric, reportValue } from './report-shown'
import { reportsTexts } from './texts/reports'

type Tone = 'good' | 'behind' | 'faint' | 'pale' | 'plain' | 'soft'

/** How a report is drawn: bars of one column, parts of a whole, how something is spread. */
type Drawing =
  | {
      readonly kind: 'bars'
      readonly value: string
      readonly note?: string
      readonly goal?: string
      /** Whether most rows have nothing to show: those are left to the table. */
      readonly isSparse?: true
      /** Whether rows that are called the same are one bar: a reason, whatever the stage it was given in. */
      readonly joinsNames?: true
    }
  | { readonly kind: 'stacked'; readonly parts: readonly (readonly [column: string, tone: Tone])[] }
  | { readonly kind: 'ranges'; readonly median: string; readonly p90: string; readonly soFar?: string }

const drawings: Readonly<Partial<Record<ReportName, Drawing>>> = {
  plan_fact: { kind: 'bars', value: 'fact', note: 'percent', goal: 'plan' },
  funnel_cohort: { kind: 'bars', value: 'reached', note: 'step' },
  funnel_period: { kind: 'bars', value: 'entered', note: 'ratio' },
  time_in_stage: { kind: 'ranges', median: 'working_median', p90: 'working_p90', soFar: 'so_far_median' },
  forecast: { kind: 'bars', value: 'forecast', isSparse: true },
  tasks: {
    kind: 'stacked',
    parts: [
      ['on_time', 'good'],
      ['late', 'behind'],
      ['cancelled', 'faint'],
    ],
  },
  load: {
    kind: 'stacked',
    parts: [
      ['overdue', 'behind'],
      ['today', 'plain'],
      ['week', 'soft'],
      ['later', 'faint'],
      ['undated', 'pale'],
    ],
  },
  discipline: { kind: 'bars', value: 'discipline' },
  response: { kind: 'ranges', median: 'reply_working_median', p90: 'reply_working_p90' },
  lost_reasons: { kind: 'bars', value: 'count', note: 'share', joinsNames: true },
  velocity: { kind: 'bars', value: 'velocity' },
  compliance: { kind: 'bars', value: 'overrides', isSparse: true },
  plan_needs: { kind: 'bars', value: 'needed' },
}

/** New deals by a field: how many, with how many of these are won. */
const ofCohort: Drawing = { kind: 'bars', value: 'deals', note: 'won_share' }

/** Deals that moved by a field: how many. */
const ofMoved: Drawing = { kind: 'bars', value: 'deals' }

function drawingOf(report: ReportName, { id }: ReportTable): Drawing | undefined {
  if (id === 'moved') return ofMoved
  return id === 'cohort' ? ofCohort : drawings[report]
}

/** Whether a report has a picture beside its numbers. */
export function isDrawn(report: ReportName): boolean {
  return drawings[report] !== undefined
}

/** The column that says most of a table: what its picture shows, else its money, else its first number. */
export function leadOf(report: ReportName, table: ReportTable): string | undefined {
  const { columns } = table
  const drawing = drawingOf(report, table)
  const drawn = drawing === undefined ? undefined : 'value' in drawing ? drawing.value : undefined
  const ids = [drawn, drawing?.kind === 'ranges' ? drawing.median : undefined]
  const lead =
    columns.find(({ id }) => ids.includes(id)) ??
    columns.find(({ kind }) => kind === 'money') ??
    columns.find(({ kind }) => isNumeric(kind))
  return lead?.id
}

/** More than this can be read in a table, not in a picture. */
const mostRows = 40

type Props = { readonly ask: PageAsk; readonly report: Report; readonly table: ReportTable }

/** A table of a report as a picture, where people would rather look than read. */
export function ReportChart(props: Props) {
  const { ask, report, table } = props
  if (report.by === 'hour') return <Week {...props} />
  const drawing = drawingOf(report.name, table)
  const rows = drawing?.kind === 'bars' ? drawnRows(report, table.rows, drawing) : table.rows.slice(0, mostRows)
  if (drawing === undefined || rows.length < 2) return null
  const t = reportsTexts[ask.language]
  const told = {
    id: `chart-${table.id}`,
    title: `${table.title}, ${t.chart}`,
    summary: summaryOf(props, rows, drawing),
  }
  switch (drawing.kind) {
    case 'bars': {
      const bars = rows.flatMap((row) => barOf(props, row, drawing))
      return bars.some(({ value }) => value > 0) ? <BarList told={told} bars={bars} /> : null
    }
    case 'stacked': {
      const series = drawing.parts.map(([id, tone]) => ({ name: titleOf(table, id), tone }))
      const columns = rows.map((row) => ({
        label: shortLabel(row.label, report.by),
        values: drawing.parts.map(([id]) => numberIn(row, id) ?? 0),
      }))
      const format = (value: number) => ask.format.number(value)
      const isSequence = report.by === 'day'
      return <StackedBars told={told} series={series} columns={columns} isSequence={isSequence} format={format} />
    }
    case 'ranges':
      return <Ranges {...props} rows={rows} drawing={drawing} told={told} />
  }
}

function drawnRows({ by }: Report, all: readonly ReportRow[], drawing: Extract<Drawing, { kind: 'bars' }>) {
  const { value, isSparse, joinsNames } = drawing
  const rows = joinsNames === true && by === 'reason' ? joined(all, drawing) : all
  return rows.filter((row) => isSparse === undefined || (numberIn(row, value) ?? 0) !== 0).slice(0, mostRows)
}

/**
 * Rows that are called the same as one, as long as all of them together: what is added are counts, of which the shares are
 * worked out anew.
 */
function joined(all: readonly ReportRow[], { value, note }: Extract<Drawing, { kind: 'bars' }>): readonly ReportRow[] {
  const countIn = (row: ReportRow): number => numberIn(row, value) ?? 0
  const whole = all.reduce((sum, row) => sum + countIn(row), 0)
  const shareOf = (count: number): number => (whole === 0 ? 0 : Math.round((count / whole) * 1000) / 10)
  const byName = new Map<string, ReportRow>()
  for (const row of all) {
    const before = byName.get(row.label)
    byName.set(row.label, before === undefined ? row : withNumber(row, value, countIn(before) + countIn(row)))
  }
  const rows = [...byName.values()]
  // Shares that are rounded already would not come to a whole.
  return note === undefined ? rows : rows.map((row) => withNumber(row, note, shareOf(countIn(row))))
}

function withNumber(row: ReportRow, id: string, value: number): ReportRow {
  return { ...row, cells: { ...row.cells, [id]: { ...row.cells[id], value } } }
}

function Ranges(
  props: Props & {
    readonly rows: readonly ReportRow[]
    readonly drawing: Extract<Drawing, { kind: 'ranges' }>
    readonly told: Parameters<typeof RangeBars>[0]['told']
  },
) {
  const { ask, table, rows, drawing, told } = props
  const ranges = rows.map((row) => ({
    name: row.label,
    median: numberIn(row, drawing.median),
    p90: numberIn(row, drawing.p90),
    soFar: drawing.soFar === undefined ? null : numberIn(row, drawing.soFar),
    text: textIn(props, row, drawing.median),
  }))
  if (ranges.every(({ median }) => median === null)) return null
  return (
    <RangeBars
      told={told}
      ranges={ranges}
      names={{
        median: titleOf(table, drawing.median),
        p90: titleOf(table, drawing.p90),
        soFar: drawing.soFar === undefined ? reportsTexts[ask.language].stillOpen : titleOf(table, drawing.soFar),
      }}
      format={(value) => reportValue(ask, value, shownIn(props, drawing.median))}
    />
  )
}

/** Hours of the week: a row a day, a column an hour, the darker the more leads came then. */
function Week({ ask, table }: Props) {
  const t = reportsTexts[ask.language]
  const byId = new Map(table.rows.map((row) => [row.id, numberIn(row, 'leads')]))
  const hours = Array.from({ length: 24 }, (_, hour) => String(hour).padStart(2, '0'))
  return (
    <HeatMap
      told={{ id: `chart-${table.id}`, title: t.leads, summary: t.leads }}
      rows={t.weekdays}
      columns={hours}
      values={t.weekdays.map((_, day) => hours.map((hour) => byId.get(`${day + 1}-${hour}`) ?? null))}
      format={(value) => ask.format.number(value)}
    />
  )
}

function barOf(props: Props, row: ReportRow, drawing: Extract<Drawing, { kind: 'bars' }>): readonly Bar[] {
  const value = numberIn(row, drawing.value)
  if (value === null) return []
  const goal = drawing.goal === undefined ? null : numberIn(row, drawing.goal)
  return [
    {
      name: row.label,
      value,
      text: textIn(props, row, drawing.value),
      ...(drawing.note === undefined || numberIn(row, drawing.note) === null
        ? {}
        : { note: textIn(props, row, drawing.note) }),
      ...(goal === null || drawing.goal === undefined
        ? {}
        : {
            mark: { value: goal, text: `${titleOf(props.table, drawing.goal)} ${textIn(props, row, drawing.goal)}` },
            tone: value >= goal ? ('good' as const) : ('plain' as const),
          }),
    },
  ]
}

function summaryOf(props: Props, rows: readonly ReportRow[], drawing: Drawing): string {
  const column =
    drawing.kind === 'bars' ? drawing.value : drawing.kind === 'ranges' ? drawing.median : drawing.parts[0]?.[0]
  const said = rows.slice(0, 6).map((row) => `${row.label} ${textIn(props, row, column ?? '')}`)
  return `${titleOf(props.table, column ?? '')}: ${said.join('; ')}${rows.length > 6 ? '…' : ''}`
}

function numberIn({ cells }: ReportRow, id: string): number | null {
  const value = cells[id]?.value
  return typeof value === 'number' ? value : null
}

function textIn(props: Props, row: ReportRow, id: string): string {
  return reportValue(props.ask, row.cells[id]?.value, shownIn(props, id))
}

function shownIn({ report, table }: Props, id: string) {
  const column = table.columns.find((one) => one.id === id)
  return { kind: column?.kind ?? ('count' as const), currency: column?.currency ?? report.currency }
}

function titleOf({ columns }: ReportTable, id: string): string {
  return columns.find((one) => one.id === id)?.title ?? id
}

/** Under a column there is room for a first name and a letter. */
function shortLabel(label: string, by: Report['by']): string {
  if (by !== 'person') return label
  const [first = label, last = ''] = label.split(' ')
  return last === '' ? first : `${first} ${last.charAt(0)}.`
}
