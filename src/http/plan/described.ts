import type { ChapterOf } from '#http/described'
import type { operations } from './operations'

const refusedTargets = [
  'forbidden',
  'period_unknown',
  'target_scope',
  'employee_unknown',
  'department_unknown',
  'pipeline_unknown',
  'rules_unknown',
  'version_conflict',
] as const

/** What the description of the interface says about the plan. */
export const described = {
  chapter: 30,
  operations: {
    readTargets: {
      tag: 'Plans',
      summary: 'The targets of a period',
      description:
        'A month 2026-11, a quarter 2026-Q4, a half-year 2026-H2 or a year 2026. Those that the caller may see.',
      refusals: ['period_unknown', 'rules_unknown'],
    },
    setTargets: {
      tag: 'Plans',
      summary: 'Set targets of a period',
      description: 'null takes a target away; those not named stay.',
      refusals: refusedTargets,
    },
    setTargetCells: {
      tag: 'Plans',
      summary: 'Set targets of many periods, cell by cell',
      description:
        'As in a spreadsheet: each cell is set or told why not. A cell that somebody else has set since `was` is left alone.',
      refusals: ['rules_unknown', 'version_conflict'],
    },
    readProgress: {
      tag: 'Plans',
      summary: 'Where the plans of a period stand',
      description:
        'Plan, fact, percent and what each remaining working day must bring; “unplanned” adds up sellers without a plan.',
      refusals: ['forbidden', 'period_unknown', 'rules_unknown'],
    },
    readClosing: {
      tag: 'Plans',
      summary: 'Whether a month is closed, and what was corrected of it',
      description:
        'What was corrected of this month after it was closed, which counts in later months, and what of closed months before counts in this one: of the people whose plan the caller may see.',
      refusals: ['period_unknown', 'rules_unknown'],
    },
    closeMonth: {
      tag: 'Plans',
      summary: 'Close a month, or open it again',
      description:
        'Needs the right `books_edit`, a reason, and a month that is over. What is corrected of a closed month, its amount, whom it counts for, a cancellation, counts in the month in which it is corrected. Opening it again moves nothing back.',
      refusals: ['field_value', 'period_unknown', 'rules_unknown'],
    },
    readBurnUp: {
      tag: 'Plans',
      summary: 'One row of a plan, day by day',
      refusals: ['forbidden', 'period_unknown', 'rules_unknown'],
    },
    readRecurring: {
      tag: 'Plans',
      summary: 'Targets that repeat every period',
    },
    setRecurring: {
      tag: 'Plans',
      summary: 'Set targets that repeat every period',
      description: 'Known by what they are for, how often and from when; null takes one away, those not named stay.',
      refusals: refusedTargets,
    },
  },
} as const satisfies ChapterOf<typeof operations>
