import type { ReportGroup, ReportName } from '#schemas/report-names'
import type { ColumnName, TableName } from './column-names'

/** Everything reports say, in one language. A report, a group, a table or a column without words does not compile. */
export type ReportWords = {
  readonly reports: Readonly<Record<ReportName, { readonly title: string; readonly how: string }>>
  readonly groups: Readonly<Record<ReportGroup, string>>
  readonly tables: Readonly<Record<TableName, string>>
  readonly columns: Readonly<Record<ColumnName, string>>
  readonly rows: {
    readonly deal: string
    readonly month: string
    readonly directionStage: string
    readonly total: string
    readonly won: string
    readonly company: string
    readonly noDepartment: string
    readonly noSource: string
    readonly noChannel: string
    readonly missedCalls: (count: number) => string
    readonly noAxis: string
    readonly noValue: string
    /** Fields and options of what the language itself declares, where they are called otherwise than there. */
    readonly fields: Readonly<Record<string, string>>
    readonly options: Readonly<Record<string, string>>
    readonly yes: string
    readonly no: string
    readonly adHoc: string
    readonly unplanned: string
    readonly weekdays: readonly string[]
  }
  readonly notes: {
    readonly no_rate: (currency: string) => string
    readonly closed: (month: string, on: string, by: string) => string
    readonly corrected_later: (month: string, sum: string, months: string) => string
    readonly no_chance: string
    readonly rates_now: string
    readonly fields_now: string
    readonly not_measured: string
    readonly days_have_no_plan: string
    readonly more: (rows: number) => string
    readonly to_come: (count: number, time: string) => string
  }
  readonly file: { readonly asOf: string; readonly how: string }
}
