import Type from 'typebox'

import { languages } from './language-names'
import { metrics } from './plan-names'
import { columnKinds, foldKinds, reportGroups, reportNames } from './report-names'
import { day, instant, nullable, shape, words } from './shape'

const id = (description: string) => Type.Optional(Type.String({ minLength: 1, maxLength: 64, description }))

const filters = {
  period: Type.Optional(
    Type.String({
      description: 'Month, quarter, half-year or year; this month where neither period nor from and to are given',
      examples: ['2026-11', '2026-Q4', '2026-H2', '2026'],
    }),
  ),
  from: Type.Optional(day('First day, instead of a period')),
  to: Type.Optional(day('Last day, instead of a period')),
  direction: id('Only this direction'),
  axis: Type.Optional(
    Type.String({
      maxLength: 200,
      description: 'Only directions with this axis value, as axis=value',
      examples: ['audience=new'],
    }),
  ),
  department: id('Only people of this department and those below it'),
  person: id('Only this employee, or me'),
  where: Type.Optional(
    Type.String({
      maxLength: 4000,
      description:
        'Only deals of which these conditions hold now, as in the table of deals: `fields.source=site;fields.segment=large`. Not for reports of the plan',
      examples: ['fields.source=site'],
    }),
  ),
  field: id('With `by=field`: the field of deals whose values the rows are'),
  by: Type.Optional(words(reportGroups, { description: 'What a row is; each report names what it can do' })),
  metric: Type.Optional(words(metrics, { description: 'For the plan: sum where absent' })),
  lang: Type.Optional(words(languages, { description: 'Language of titles; Accept-Language where absent' })),
} as const

/** What a report is asked for. */
export type ReportQuery = Type.Static<typeof ReportQuery>
export const ReportQuery = shape('ReportQuery', filters)

/** Which number of a report is asked about: the filters must be those of the report. */
export type ReportItemsQuery = Type.Static<typeof ReportItemsQuery>
export const ReportItemsQuery = shape('ReportItemsQuery', {
  ...filters,
  cell: Type.String({ minLength: 1, maxLength: 500, description: 'The `cell` of the number' }),
  limit: Type.Optional(
    Type.Integer({ minimum: 1, maximum: 100, description: 'How many at most, 50 where absent; a page may hold fewer' }),
  ),
  cursor: Type.Optional(Type.String({ maxLength: 4000, description: 'Taken from the Link header of the page before' })),
})

/** In which language. */
export const LanguageQuery = shape('LanguageQuery', { lang: filters.lang })

/** A column of a table of a report. */
export type ReportColumn = Type.Static<typeof ReportColumn>
export const ReportColumn = shape('ReportColumn', {
  id: Type.String(),
  title: Type.String({ description: 'In the language asked for' }),
  kind: words(columnKinds, {
    description:
      'count; money: minor units; percent: one decimal; days: a number with a decimal; duration: seconds; text; date: YYYY-MM-DD',
  }),
  currency: Type.Optional(Type.String({ description: 'Of money, where it is one for the whole column' })),
})

/** One value of a report; `cell` asks `GET /reports/{report}/items` for the deals or tasks behind it. */
export type ReportCell = Type.Static<typeof ReportCell>
export const ReportCell = shape('ReportCell', {
  value: Type.Union([Type.Number(), Type.String(), Type.Null()]),
  currency: Type.Optional(Type.String({ description: 'Of money that is in a currency of its own' })),
  cell: Type.Optional(Type.String()),
})

const Cells = Type.Record(Type.String(), ReportCell, {
  description: 'By column id; a column without a value is absent',
})

export type ReportRow = Type.Static<typeof ReportRow>
export const ReportRow = shape('ReportRow', {
  id: Type.String(),
  label: Type.String(),
  deal: Type.Optional(Type.String({ description: 'The deal that the row is' })),
  cells: Cells,
})

/** One table of a report. */
export type ReportTable = Type.Static<typeof ReportTable>
export const ReportTable = shape('ReportTable', {
  id: Type.String(),
  title: Type.String(),
  rowTitle: Type.String({ description: 'What the rows are: the heading of their labels' }),
  columns: Type.Array(ReportColumn),
  rows: Type.Array(ReportRow),
  more: Type.Integer({ description: 'Rows that are not shown here; CSV and XLSX have all' }),
  totals: nullable(Cells),
})

/** A report: its tables, and how its numbers are computed. Every report has this shape. */
export type Report = Type.Static<typeof Report>
export const Report = shape('Report', {
  name: words(reportNames),
  title: Type.String(),
  period: shape('ReportPeriod', {
    id: nullable(Type.String({ description: 'Null for days of one’s own' })),
    title: Type.String(),
    from: day('First day'),
    to: day('First day after'),
  }),
  filters: shape('ReportFilters', {
    direction: Type.Optional(Type.String()),
    axis: Type.Optional(Type.String()),
    department: Type.Optional(Type.String()),
    person: Type.Optional(Type.String()),
    where: Type.Optional(Type.String()),
    field: Type.Optional(Type.String()),
    metric: Type.Optional(words(metrics)),
  }),
  by: words(reportGroups),
  groups: Type.Array(shape('ReportGroupChoice', { id: words(reportGroups), title: Type.String() }), {
    description: 'What the report can have rows for',
  }),
  how: Type.String({ description: 'How the numbers are computed, in the language asked for' }),
  notes: Type.Array(Type.String(), { description: 'What else to know about these very numbers' }),
  tables: Type.Array(ReportTable),
  currency: Type.String({ description: 'Company currency: sums are in its minor units' }),
  language: words(languages),
  asOf: day('Day as of which it is told, in the company’s zone'),
  generatedAt: instant('When it was computed'),
  toCome: nullable(
    Type.Integer({
      minimum: 0,
      description:
        'Events that had happened by then and are not told in the numbers yet, 0 where they are whole; in AWS as near as its queues count; null where nobody can tell',
    }),
  ),
})

/** The reports there are, in the language asked for. */
export const ReportList = shape('ReportList', {
  items: Type.Array(
    shape('ReportChoice', {
      name: words(reportNames),
      title: Type.String(),
      how: Type.String(),
      groups: Type.Array(words(reportGroups)),
      hasPeriod: Type.Boolean({ description: 'False where it tells how things are now' }),
    }),
  ),
})

/** One deal or task behind a number. */
export type ReportItem = Type.Static<typeof ReportItem>
export const ReportItem = shape('ReportItem', {
  deal: Type.String({ description: 'Empty where it is about no deal' }),
  talk: Type.Optional(Type.String({ description: 'Talk with the client, of calls; absent where it was forgotten' })),
  title: Type.String({ description: 'What the deal, or the task, is called' }),
  dealTitle: Type.Optional(Type.String({ description: 'Of a task: its deal' })),
  task: Type.Optional(Type.String({ description: 'The task; absent where it is about the deal' })),
  person: Type.String({ description: 'Whose it is' }),
  direction: Type.String(),
  at: nullable(instant('When it happened')),
  value: Type.Number({ description: 'What it brings to the number, in the unit of its column' }),
})

/** The deals or tasks behind one number. */
export type ReportItems = Type.Static<typeof ReportItems>
export const ReportItems = shape('ReportItems', {
  report: words(reportNames),
  title: Type.String({ description: 'Row and column' }),
  column: ReportColumn,
  fold: words(foldKinds, {
    description:
      'How the number comes of the values: their sum, mean, median, 90th percentile, share of ones in percent, longest; derived: by the formula in `how`',
  }),
  value: nullable(Type.Number()),
  count: Type.Integer({ description: 'How many there are in all' }),
  items: Type.Array(ReportItem),
})

/** A report as a file. */
export const ReportFile = shape('ReportFile', {
  name: Type.String({ description: 'File name' }),
  body: Type.Unsafe<string | Uint8Array<ArrayBuffer>>({ description: 'The file itself' }),
})

/** One reading of data out of Norma. */
export type ExportEntry = Type.Static<typeof ExportEntry>
export const ExportEntry = shape('ExportEntry', {
  id: Type.String(),
  at: instant('When'),
  by: Type.String({ description: 'Who' }),
  what: Type.String({ description: 'What was taken out', examples: ['report accountant'] }),
  format: words(['csv', 'xlsx']),
  filters: Type.Record(Type.String(), Type.String(), { description: 'With which filters' }),
  rows: Type.Integer({ description: 'How many rows went out' }),
})

export const AuditPage = shape('AuditPage', { items: Type.Array(ExportEntry) })
