import { withoutOddSigns } from '#domain/kernel/text'
import type { ReportColumn } from '#schemas/report'

/** A cell of a file: a value with its kind, or nothing. */
export type FileCell = {
  readonly kind: ReportColumn['kind']
  readonly value: number | string | null
  readonly currency?: string
}

/** A table as a file has it: heading, rows, and the line of totals, all with the label of the row first. */
export type FileTable = {
  readonly title: string
  readonly head: readonly string[]
  readonly columns: readonly ReportColumn[]
  readonly rows: readonly (readonly FileCell[])[]
  readonly totals: readonly FileCell[] | null
}

/** A text cell: one line that every program can read. */
export function text(value: string): FileCell {
  return { kind: 'text', value: withoutOddSigns(value, 'line') }
}
