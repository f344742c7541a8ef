import type { Sheet, SheetColumn, SheetRow } from '#domain/plan/target-sheet/sheet'

const months = Array.from({ length: 12 }, (_, index) => `2027-${String(index + 1).padStart(2, '0')}`)
const workingDays = [15, 19, 22, 22, 18, 21, 22, 22, 22, 21, 20, 23]
const column = (period: string, kind: SheetColumn['kind'], from: number, count: number): SheetColumn => ({
  period,
  kind,
  label: period,
  months: months.slice(from, from + count),
  workingDays: workingDays.slice(from, from + count).reduce((sum, days) => sum + days, 0),
})

/** A year as the page shows it: every quarter behind its months, every half behind its quarters. */
export const columns: readonly SheetColumn[] = [
  ...[0, 1].flatMap((half) => [
    ...[0, 1].flatMap((quarter) => {
      const first = half * 6 + quarter * 3
      const inQuarter = [0, 1, 2].map((month) => column(months[first + month] ?? '', 'month', first + month, 1))
      return [...inQuarter, column(`2027-Q${half * 2 + quarter + 1}`, 'quarter', first, 3)]
    }),
    column(`2027-H${half + 1}`, 'half', half * 6, 6),
  ]),
  column('2027', 'year', 0, 12),
]

const row = (scope: SheetRow['scope'], id: string, more: Partial<SheetRow> = {}): SheetRow => ({
  scope,
  id,
  name: id === '' ? 'Company' : id,
  canEdit: true,
  ...more,
})

/** A company of three sellers in two departments. */
export const rows: readonly SheetRow[] = [
  row('company', ''),
  row('department', 'b2b'),
  row('employee', 'anna', { department: 'b2b' }),
  row('employee', 'boris', { department: 'b2b' }),
  row('employee', 'cyril', { department: 'b2c' }),
  row('pipeline', 'b2b_new'),
  row('axis', 'audience=new'),
]

/** A sheet in which nothing is planned yet. */
export const aSheet = (more: Partial<Sheet> = {}): Sheet => ({
  language: 'en',
  metric: 'sum',
  currency: 'RUB',
  digits: 2,
  yearStarts: 1,
  rows,
  columns,
  targets: [],
  recurring: [],
  ...more,
})

/** The place of a row and a period. */
export const placeOf = (id: string, period: string): { row: number; column: number } => ({
  row: rows.findIndex((one) => one.id === id),
  column: columns.findIndex((one) => one.period === period),
})
