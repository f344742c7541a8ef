import Type from 'typebox'

import { LedgerKey } from './deal'
import { metrics, planScopes } from './plan-names'
import { day, instant, line, nullable, shape, words } from './shape'

export type { Metric, PlanScope } from './plan-names'

/**
 * What a target is set for. `id` is empty for the company, an employee, department or pipeline id,
 * `axis=value` for an axis value, `employee/pipeline` for one employee in one direction.
 */
export type Target = Type.Static<typeof Target>
export const Target = shape('Target', {
  metric: words(metrics, { description: 'sum (minor units), count (deals) or tasks_done' }),
  scope: words(planScopes),
  id: Type.String({ maxLength: 200, description: 'Empty, an id, axis=value, or employee/pipeline' }),
  value: Type.Integer({ minimum: 0, description: 'Minor units for sum, else a count' }),
})

/** A target that repeats every period from a first one on, until a last one if there is one. */
export type RecurringTarget = Type.Static<typeof RecurringTarget>
export const RecurringTarget = shape('RecurringTarget', {
  every: words(['month', 'quarter', 'half', 'year']),
  from: Type.String({ description: 'First period it holds for', examples: ['2026-01'] }),
  to: Type.Optional(Type.String({ description: 'Last period it holds for' })),
  metric: words(metrics),
  scope: words(planScopes),
  id: Type.String({ maxLength: 200 }),
  value: Type.Integer({ minimum: 0 }),
})

/** One row of a plan: what was planned, what came, and what it takes. Sums in minor units of company currency. */
export type ProgressRow = Type.Static<typeof ProgressRow>
export const ProgressRow = shape('ProgressRow', {
  scope: words(planScopes),
  id: Type.String(),
  name: Type.String(),
  metric: words(metrics),
  plan: nullable(Type.Integer()),
  planSource: nullable(
    words(['explicit', 'recurring', 'derived', 'sum'], {
      description: 'explicit, recurring, derived from shorter periods, or the sum of employees',
    }),
  ),
  fact: Type.Integer(),
  percent: nullable(Type.Number({ description: 'One decimal, not capped; null where there is no plan or it is 0' })),
  expected: nullable(Type.Integer({ description: 'Where the fact should be today, by working days' })),
  runRate: nullable(Type.Integer({ description: 'Fact at the end of the period at today’s speed' })),
  needPerDay: nullable(Type.Integer({ description: 'What each remaining working day must bring' })),
  gap: nullable(Type.Integer({ description: 'Plan minus fact' })),
  coverage: nullable(Type.Number({ description: 'Weighted open deals over the gap' })),
  topDownGap: nullable(Type.Integer({ description: 'Explicit plan minus the sum of the parts, where both exist' })),
})

const scopeId = line({ maxLength: 200, minLength: 0, description: 'Empty, an id, axis=value, or employee/pipeline' })
const periodId = line({
  maxLength: 10,
  description: 'Month, quarter, half-year or year',
  examples: ['2026-11', '2026-Q4', '2026-H2', '2026'],
})
const settable = nullable(
  Type.Integer({
    minimum: 0,
    maximum: Number.MAX_SAFE_INTEGER,
    description: 'Minor units for sum, else a count; null takes the target away',
  }),
)

/** Asks for targets of one period; those not named stay as they are. */
export type SetTargets = Type.Static<typeof SetTargets>
export const SetTargets = shape('SetTargets', {
  targets: Type.Array(
    shape('TargetToSet', { metric: words(metrics), scope: words(planScopes), id: scopeId, value: settable }),
    { minItems: 1, maxItems: 1000 },
  ),
})

/** Asks for targets that repeat; each is known by what it is for, how often and from when. Those not named stay. */
export type SetRecurring = Type.Static<typeof SetRecurring>
export const SetRecurring = shape('SetRecurring', {
  targets: Type.Array(
    shape('RecurringToSet', {
      every: words(['month', 'quarter', 'half', 'year']),
      from: line({ maxLength: 10, description: 'First period it holds for', examples: ['2026-01'] }),
      to: Type.Optional(line({ maxLength: 10, description: 'Last period it holds for; open-ended where absent' })),
      metric: words(metrics),
      scope: words(planScopes),
      id: scopeId,
      value: settable,
    }),
    { minItems: 1, maxItems: 1000 },
  ),
})

/** Asks for cells of a sheet of targets, of any periods; each is set or told why not, those not named stay. */
export type SetTargetCells = Type.Static<typeof SetTargetCells>
export const SetTargetCells = shape('SetTargetCells', {
  cells: Type.Array(
    shape('TargetCell', {
      period: periodId,
      metric: words(metrics),
      scope: words(planScopes),
      id: scopeId,
      value: settable,
      was: nullable(
        Type.Integer({
          description:
            'What was set when it was looked at, null for nothing: a cell that somebody else has set since is left alone',
        }),
      ),
    }),
    { minItems: 1, maxItems: 1000 },
  ),
})

/** What became of each cell, in the order they were named. */
export type TargetCellsSet = Type.Static<typeof TargetCellsSet>
export const TargetCellsSet = shape('TargetCellsSet', {
  saved: Type.Integer({ description: 'How many were set' }),
  cells: Type.Array(
    shape('TargetCellSet', {
      period: Type.String(),
      metric: words(metrics),
      scope: words(planScopes),
      id: scopeId,
      value: nullable(Type.Integer({ description: 'What is set for the period now' })),
      code: Type.Optional(Type.String({ description: 'Why it was not set' })),
      detail: Type.Optional(Type.String({ description: 'Why it was not set, in a sentence' })),
    }),
  ),
})

/** The targets of a period that the caller may see: set for it, or repeated into it. */
export type PlanView = Type.Static<typeof PlanView>
export const PlanView = shape('PlanView', {
  period: periodId,
  from: day('First day of the period'),
  to: day('First day after the period'),
  targets: Type.Array(
    shape('PlannedTarget', {
      metric: words(metrics),
      scope: words(planScopes),
      id: scopeId,
      name: Type.String({ description: 'What people call it' }),
      value: Type.Integer({ minimum: 0 }),
      source: words(['explicit', 'recurring'], { description: 'Set for this period, or repeated into it' }),
    }),
  ),
})

/** The recurring targets that the caller may see. */
export type RecurringView = Type.Static<typeof RecurringView>
export const RecurringView = shape('RecurringView', { targets: Type.Array(RecurringTarget) })

/** Working days of a period: finished ones and all of it. */
export const WorkingDaysView = shape('WorkingDaysView', { gone: Type.Integer(), all: Type.Integer() })

/**
 * Where a plan stands, row by row. The row `unplanned` adds up what sellers without a plan brought; it is part of the
 * company's fact, and of no plan.
 */
export type PlanProgress = Type.Static<typeof PlanProgress>
export const PlanProgress = shape('PlanProgress', {
  period: periodId,
  from: day('First day of the period'),
  to: day('First day after the period'),
  today: day('Day as of which the pace is worked out'),
  metric: words(metrics),
  by: words(planScopes),
  currency: Type.String({ description: 'Company currency; sums are in its minor units' }),
  noRate: Type.Array(Type.String(), {
    description: 'Currencies of open deals that have no rate: those deals are in no coverage',
  }),
  workingDays: WorkingDaysView,
  rows: Type.Array(ProgressRow),
})

/** A plan row day by day: the burn-up. */
export type BurnUp = Type.Static<typeof BurnUp>
export const BurnUp = shape('BurnUp', {
  period: periodId,
  metric: words(metrics),
  scope: words(planScopes),
  id: scopeId,
  name: Type.String(),
  workingDays: WorkingDaysView,
  days: Type.Array(
    shape('BurnUpDay', {
      on: day('Day whose end it shows'),
      plan: nullable(Type.Integer()),
      fact: Type.Integer(),
      expected: nullable(Type.Integer({ description: 'Where the fact should have been by that evening' })),
    }),
  ),
})

/** One thing the books said that they should not have: what it was and what it is now. */
export type Difference = Type.Static<typeof Difference>
export const Difference = shape('Difference', {
  kind: words(['counter', 'entry', 'conversion'], {
    description:
      'A counter against the ledger, an entry against its deal or task, or the books of a deal against the digits of its currency',
  }),
  month: Type.String(),
  key: Type.String({ description: 'employee/department/pipeline/axes' }),
  source: Type.Optional(Type.String({ description: 'Deal or task of the entry' })),
  was: Type.Array(Type.Integer(), { description: 'Sum in minor units, deals, tasks done' }),
  is: Type.Array(Type.Integer()),
  repaired: Type.Boolean({ description: 'False when it changed under the repair; the next run looks again' }),
})

/** What the nightly recomputation found. */
export type Reconciliation = Type.Static<typeof Reconciliation>
export const Reconciliation = shape('Reconciliation', {
  at: instant('When it ran'),
  months: Type.Array(Type.String(), { description: 'Months it looked at' }),
  deals: Type.Integer({ description: 'Deals it compared' }),
  tasks: Type.Integer({ description: 'Done tasks it compared' }),
  entries: Type.Integer({ description: 'Entries of the ledger' }),
  counters: Type.Integer({ description: 'Counters' }),
  onTheirWay: Type.Integer({
    description: 'Entries not judged: what they are of has just changed and is still being told',
  }),
  found: Type.Integer({ description: 'Differences; must be 0' }),
  differences: Type.Array(Difference, { description: 'The first 200 of them' }),
})

/** Closes a month’s books, or opens them again. */
export type CloseMonth = Type.Static<typeof CloseMonth>
export const CloseMonth = shape('CloseMonth', {
  closed: Type.Boolean({ description: 'true closes the month, false opens it again' }),
  reason: line({ maxLength: 500, description: 'Why: it is kept with who did it' }),
})

const ClosingAct = shape('ClosingAct', {
  closed: Type.Boolean(),
  at: instant('When it was closed or opened'),
  by: Type.String({ description: 'Employee' }),
  reason: Type.String(),
})

/** Whether a month is closed, and who closed and opened it. */
export type MonthClosing = Type.Static<typeof MonthClosing>
export const MonthClosing = shape('MonthClosing', {
  month: Type.String({ pattern: '^\\d{4}-\\d{2}$' }),
  isClosed: Type.Boolean(),
  acts: Type.Array(ClosingAct, { description: 'Oldest first' }),
})

/** What was corrected of a closed month: it counts in the month of the correction. */
export type ClosingCorrection = Type.Static<typeof ClosingCorrection>
export const ClosingCorrection = shape('ClosingCorrection', {
  deal: Type.String(),
  title: Type.Optional(Type.String({ description: 'Title of the deal, for who may see it' })),
  of: LedgerKey,
  month: Type.String({ description: 'Month in which it counts' }),
  sumMinor: Type.Integer({ description: 'By how much more or less, in minor units of the company’s currency' }),
  count: Type.Integer({ description: 'By how many deals' }),
  tasksDone: Type.Integer({ description: 'By how many tasks' }),
  at: instant('When it was corrected'),
  by: Type.String({ description: 'Who corrected it' }),
  reason: Type.Optional(Type.String()),
})

/** A month’s books: whether they are closed, what was corrected of them later, and what of earlier months counts in them. */
export type ClosingView = Type.Static<typeof ClosingView>
export const ClosingView = shape('ClosingView', {
  month: Type.String(),
  isClosed: Type.Boolean(),
  acts: Type.Array(ClosingAct, { description: 'Oldest first' }),
  correctedLater: Type.Array(ClosingCorrection, { description: 'Of this month, counted in later ones' }),
  corrections: Type.Array(ClosingCorrection, { description: 'Of closed months before, counted in this one' }),
})

/** The same as it is kept. `key.month` is the closed month, `month` that in which it counts. */
export type NotedCorrection = Omit<ClosingCorrection, 'deal' | 'title' | 'of'> & {
  readonly dealId: string
  readonly key: ClosingCorrection['of']
}
