import { lacksRightEn } from '#domain/people/words/right-names-en'
import type { RightKind } from '#schemas/people-names'

/** Why a report was refused, in English, by code. */
export const en = {
  report_unknown: ({ name, known }: { name: string; known: readonly string[] }) =>
    `There is no report “${name}”. There are: ${known.join(', ')}.`,
  report_group: ({ name, by, groups }: { name: string; by: string; groups: readonly string[] }) =>
    `The report “${name}” has no rows by “${by}”. It can be asked by: ${groups.join(', ')}.`,
  'report_group.field': ({ id, known }: { id: string; known: readonly string[] }) =>
    `Rows cannot be made by “${id}”. With “by=field” write “field=” and one of: ${known.join(', ')}.`,
  'report_group.no_field': ({ known }: { known: readonly string[] }) =>
    `It is not said by which field. With “by=field” write “field=” and one of: ${known.join(', ')}.`,
  'report_group.calls': 'Missed calls are of no deal: leave out “where” and “field”.',
  'report_group.plan': 'The plan knows no fields of deals: leave out “where” and “field”.',
  report_cell: ({ cell }: { cell: string }) =>
    `This report has no number “${cell}”. Take the “cell” of a number from the report, with the same filters.`,
  'period_unknown.both': 'Name either a period or the days from and to, not both.',
  'period_unknown.days': 'Name both days, from and to, such as from=2026-11-01&to=2026-11-15.',
  'period_unknown.swapped': ({ from, to }: { from: string; to: string }) =>
    `“from” is ${from}, after “to”, which is ${to}. Swap them.`,
  'period_unknown.too_long': ({ from, to, most }: { from: string; to: string; most: number }) =>
    `From ${from} to ${to} is more than ${most} months. Ask for a shorter time.`,
  'field_value.axis': ({ asked, known }: { asked: string; known: readonly string[] }) =>
    `“${asked}” is not a value of an axis. ${known.length === 0 ? 'The file has none.' : `There are: ${known.join(', ')}.`}`,
  'forbidden.report_of': ({ id }: { id: string }) => `You may not see the deals and tasks of “${id}”.`,
  'forbidden.report': ({ right }: { right: RightKind }) => lacksRightEn(right),
  'field_unknown.column': ({ id, known }: { id: string; known: readonly string[] }) =>
    `The table of deals has no column “${id}”. It has: ${known.join(', ')}.`,
  'field_value.condition': ({ part }: { part: string }) =>
    `“${part}” is not a condition. Write a column, then =, !=, >=, <= or ~, then a value, such as fields.amount>=100000 or stage=offer.`,
  'field_value.not_compared': ({ column, op }: { column: string; op: string }) =>
    `“${column}” is neither a number nor a day, so ${op} says nothing of it. Write =, != or ~.`,
  'field_value.column_day': ({ column, value }: { column: string; value: string }) =>
    `“${value}” is not a date for “${column}”. Write one such as 2026-11-30, or today, today+7, today-30, of a moment also now.`,
  'field_value.column_number': ({ column, value }: { column: string; value: string }) =>
    `“${value}” is not a number for “${column}”. Write digits alone, money in kopecks or cents.`,
  'field_value.among': ({ column, value, known }: { column: string; value: string; known: readonly string[] }) =>
    `“${column}” has no “${value}”. There are: ${known.join(', ')}.`,
  'cursor_bad.table': 'The table cannot go on from this place. Begin with its first page.',
  'forbidden.audit': 'The record of exports is for those who may change all employees.',
} as const
