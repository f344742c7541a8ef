import Type from 'typebox'

import { nullable, shape, words } from './shape'

export const metrics = ['sum', 'count', 'tasks_done'] as const
export type Metric = (typeof metrics)[number]

export const planScopes = ['company', 'department', 'employee', 'pipeline', 'axis', 'employee_pipeline'] as const
export type PlanScope = (typeof planScopes)[number]

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
