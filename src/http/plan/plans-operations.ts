import { inLanguage } from '#http/in-language'
import { operation, type Operation } from '#http/operation'

const refusedTargets = [
  'forbidden',
  'period_unknown',
  'target_scope',
  'employee_unknown',
  'department_unknown',
  'pipeline_unknown',
  'rules_unknown',
] as const

// What they do is loaded when it is asked for: a start of the API should not pay for everything there is.
/** What may be asked of the plan. */
export const planOperations: readonly Operation[] = [
  operation({
    id: 'readTargets',
    method: 'GET',
    path: '/plans/{period}',
    tag: 'Plans',
    summary: 'The targets of a period',
    description:
      'A month 2026-11, a quarter 2026-Q4, a half-year 2026-H2 or a year 2026. Those that the caller may see.',
    right: 'plan_read',
    answer: 'PlanView',
    refusals: ['period_unknown', 'rules_unknown'],
    run: async ({ ports, caller, params }) =>
      (await import('#usecases/plan/read-targets')).readTargets(ports, caller, params.period),
  }),
  operation({
    id: 'setTargets',
    method: 'PUT',
    path: '/plans/{period}',
    tag: 'Plans',
    summary: 'Set targets of a period',
    description: 'null takes a target away; those not named stay.',
    right: 'plan_edit',
    body: 'SetTargets',
    answer: 'PlanView',
    refusals: refusedTargets,
    run: async ({ ports, caller, params, body }) =>
      (await import('#usecases/plan/set-targets')).setTargets(ports, caller, params.period, body.targets),
  }),
  operation({
    id: 'setTargetCells',
    method: 'PUT',
    path: '/plans/cells',
    tag: 'Plans',
    summary: 'Set targets of many periods, cell by cell',
    description:
      'As in a spreadsheet: each cell is set or told why not. A cell that somebody else has set since `was` is left alone.',
    right: 'plan_edit',
    body: 'SetTargetCells',
    answer: 'TargetCellsSet',
    refusals: ['rules_unknown'],
    worded: true,
    run: async ({ ports, caller, body, language }) => {
      const { setTargetCells } = await import('#usecases/plan/set-target-cells')
      const { saved, cells } = await setTargetCells(ports, caller, body.cells)
      return { saved, cells: await inLanguage(cells, language) }
    },
  }),
  operation({
    id: 'readProgress',
    method: 'GET',
    path: '/plans/{period}/progress',
    tag: 'Plans',
    summary: 'Where the plans of a period stand',
    description:
      'Plan, fact, percent and what each remaining working day must bring; “unplanned” adds up sellers without a plan.',
    right: 'plan_read',
    query: 'ProgressQuery',
    answer: 'PlanProgress',
    refusals: ['forbidden', 'period_unknown', 'rules_unknown'],
    run: async ({ ports, caller, params, query }) =>
      (await import('#usecases/plan/read-progress')).readProgress(ports, caller, params.period, query),
  }),
  operation({
    id: 'readBurnUp',
    method: 'GET',
    path: '/plans/{period}/burn-up',
    tag: 'Plans',
    summary: 'One row of a plan, day by day',
    right: 'plan_read',
    query: 'BurnUpQuery',
    answer: 'BurnUp',
    refusals: ['forbidden', 'period_unknown', 'rules_unknown'],
    run: async ({ ports, caller, params, query: { metric = 'sum', scope = 'company', id = '' } }) =>
      (await import('#usecases/plan/read-burn-up')).readBurnUp(ports, caller, params.period, { metric, scope, id }),
  }),
  operation({
    id: 'readRecurring',
    method: 'GET',
    path: '/plans/recurring',
    tag: 'Plans',
    summary: 'Targets that repeat every period',
    right: 'plan_read',
    answer: 'RecurringView',
    run: async ({ ports, caller }) => (await import('#usecases/plan/read-targets')).readRecurring(ports, caller),
  }),
  operation({
    id: 'setRecurring',
    method: 'PUT',
    path: '/plans/recurring',
    tag: 'Plans',
    summary: 'Set targets that repeat every period',
    description: 'Known by what they are for, how often and from when; null takes one away, those not named stay.',
    right: 'plan_edit',
    body: 'SetRecurring',
    answer: 'RecurringView',
    refusals: refusedTargets,
    run: async ({ ports, caller, body }) =>
      (await import('#usecases/plan/set-recurring')).setRecurring(ports, caller, body.targets),
  }),
]
