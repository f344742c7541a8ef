import type { ExamplesOf } from '#http/described'
import { anna } from '#http/example-things'
import { burnUp, cells, closing, plan, progress, recurring } from './example-plans'
import type { operations } from './operations'

/** An example of every operation on the plan; only the description of the interface shows them. */
export const examples = {
  readTargets: { params: { period: '2026-11' }, answer: plan },
  setTargets: {
    params: { period: '2026-11' },
    body: { targets: [{ metric: 'sum', scope: 'employee', id: anna.id, value: 300_000_000 }] },
    answer: plan,
  },
  setTargetCells: cells,
  readProgress: { params: { period: '2026-11' }, query: { metric: 'sum', by: 'employee' }, answer: progress },
  readClosing: { params: { month: '2026-10' }, answer: closing },
  closeMonth: { params: { month: '2026-10' }, body: { closed: true, reason: 'Reported' }, answer: closing },
  readBurnUp: { params: { period: '2026-11' }, query: { scope: 'employee', id: anna.id }, answer: burnUp },
  readRecurring: { answer: { targets: [recurring] } },
  setRecurring: { body: { targets: [recurring] }, answer: { targets: [recurring] } },
} as const satisfies ExamplesOf<typeof operations>
