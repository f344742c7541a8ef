import type { ClosingView } from '#schemas/plan'
import type { BurnUp, PlanProgress, PlanView, RecurringTarget, SetTargetCells, TargetCellsSet } from '#schemas/plan'

import { anna, deal } from '#http/example-things'

const row = { metric: 'sum', scope: 'employee', id: anna.id, name: anna.name } as const
const days = { from: '2026-11-01', to: '2026-12-01' }

/** Plans of the small story shown in the description of the interface. */
export const plan: PlanView = {
  period: '2026-11',
  ...days,
  targets: [{ ...row, value: 300_000_000, source: 'explicit' }],
}

export const recurring: RecurringTarget = {
  every: 'month',
  from: '2026-01',
  metric: 'sum',
  scope: 'employee',
  id: anna.id,
  value: 250_000_000,
}

export const cells: { readonly body: SetTargetCells; readonly answer: TargetCellsSet } = {
  body: {
    cells: [
      { period: '2026-11', metric: 'sum', scope: 'employee', id: anna.id, value: 300_000_000, was: null },
      { period: '2026-12', metric: 'sum', scope: 'employee', id: anna.id, value: 350_000_000, was: 250_000_000 },
    ],
  },
  answer: {
    saved: 1,
    cells: [
      { period: '2026-11', metric: 'sum', scope: 'employee', id: anna.id, value: 300_000_000 },
      {
        period: '2026-12',
        metric: 'sum',
        scope: 'employee',
        id: anna.id,
        value: 320_000_000,
        code: 'version_conflict',
        detail: 'Somebody else has set this target meanwhile. Look at what it is now and set it again.',
      },
    ],
  },
}

export const progress: PlanProgress = {
  period: '2026-11',
  ...days,
  today: '2026-11-23',
  metric: 'sum',
  by: 'employee',
  currency: 'RUB',
  noRate: [],
  workingDays: { gone: 14, all: 20 },
  rows: [
    {
      ...row,
      plan: 300_000_000,
      planSource: 'explicit',
      fact: 180_000_000,
      percent: 60,
      expected: 210_000_000,
      runRate: 257_142_857,
      needPerDay: 20_000_000,
      gap: 120_000_000,
      coverage: 1.4,
      topDownGap: null,
    },
  ],
}

export const burnUp: BurnUp = {
  period: '2026-11',
  metric: 'sum',
  scope: 'employee',
  id: anna.id,
  name: anna.name,
  workingDays: { gone: 14, all: 20 },
  days: [{ on: '2026-11-20', plan: 300_000_000, fact: 180_000_000, expected: 210_000_000 }],
}

/** A closed month of which something was corrected later. */
export const closing: ClosingView = {
  month: '2026-10',
  isClosed: true,
  acts: [{ closed: true, at: '2026-11-05T09:00:00.000Z', by: 'oleg.smirnov', reason: 'Reported' }],
  correctedLater: [
    {
      deal: deal.id,
      title: deal.title,
      of: { month: '2026-10', employee: anna.id, department: 'b2b', pipeline: 'b2b_new', axes: '' },
      month: '2026-11',
      sumMinor: -1_000_000,
      count: 0,
      tasksDone: 0,
      at: '2026-11-12T09:00:00.000Z',
      by: 'oleg.smirnov',
      reason: 'Returned one machine',
    },
  ],
  corrections: [],
}
