import type { RefusalCode } from '#domain/kernel/refusal'
import type { ChapterOf } from '#http/described'
import type { operations } from './operations'

const refusals = [
  'forbidden',
  'report_unknown',
  'report_group',
  'period_unknown',
  'pipeline_unknown',
  'department_unknown',
  'employee_unknown',
  'field_value',
  'rules_unknown',
] as const satisfies readonly RefusalCode[]

const tableRefusals = ['forbidden', 'field_unknown', 'field_value'] as const satisfies readonly RefusalCode[]

const filtersText =
  'Of a month 2026-11, a quarter 2026-Q4, a half-year 2026-H2, a year 2026, or days from and to; of a direction, an axis value, a department with those below it, a person. What the caller may not see is in no number.'

/** What the description of the interface says about reports. */
export const described = {
  chapter: 40,
  operations: {
    listReports: {
      tag: 'Reports',
      summary: 'The reports there are, and how each is computed',
    },
    readReport: {
      tag: 'Reports',
      summary: 'A report: its tables, and how their numbers are computed',
      description: filtersText,
      refusals,
    },
    readReportItems: {
      tag: 'Reports',
      summary: 'The deals or tasks behind a number of a report',
      description: 'With the `cell` of the number and the filters of the report: what they bring comes to that number.',
      refusals: [...refusals, 'report_cell'],
    },
    readReportCsv: {
      tag: 'Reports',
      summary: 'A report as CSV, with all its rows',
      description: `UTF-8 with a byte order mark, semicolons, CRLF; decimal commas in Russian. It goes on record. ${filtersText}`,
      refusals,
    },
    readReportXlsx: {
      tag: 'Reports',
      summary: 'A report as a workbook for Excel, with all its rows',
      description: `A sheet a table, numbers and dates as such. It goes on record. ${filtersText}`,
      refusals,
    },
    readDealTable: {
      tag: 'Deals',
      summary: 'Deals of all directions as a table',
      description:
        'Narrowed and sorted by any column: number, title, client, direction, stage, status, owner, department, reason, createdAt, enteredAt, closedAt, nextDueAt, stuckSince, tasks, and `fields.<id>` for each field of the rules. Of long texts the first 200 characters are looked at.',
      refusals: [...tableRefusals, 'cursor_bad'],
    },
    readDealTableCsv: {
      tag: 'Deals',
      summary: 'The table of deals as CSV, with all its rows',
      description: 'UTF-8 with a byte order mark, semicolons, CRLF; decimal commas in Russian. It goes on record.',
      refusals: tableRefusals,
    },
    readDealTableXlsx: {
      tag: 'Deals',
      summary: 'The table of deals as a workbook for Excel, with all its rows',
      description: 'Numbers and dates as such. It goes on record.',
      refusals: tableRefusals,
    },
    readAudit: {
      tag: 'Reports',
      summary: 'Who has taken data out, the newest first',
      description: 'For those who may change all employees.',
      refusals: ['forbidden'],
    },
  },
} as const satisfies ChapterOf<typeof operations>
