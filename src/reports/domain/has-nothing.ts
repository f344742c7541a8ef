import type { ReportTable } from '#schemas/report'

/** Whether a table has nothing to tell: no rows, or rows whose numbers are nothing throughout, such as stages no deal was in. */
export function hasNothing({ rows }: Pick<ReportTable, 'rows'>): boolean {
  return rows.every(({ cells }) =>
    Object.values(cells).every(({ value }) => value === null || value === 0 || typeof value === 'string'),
  )
}
