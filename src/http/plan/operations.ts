import { operation } from '#http/operation'

// What they do is loaded when it is asked for: a start of the API should not pay for everything there is.
/** What may be asked of the plan. */
export const operations = [
  operation({
    id: 'readTargets',
    method: 'GET',
    path: '/plans/{period}',
    right: 'plan_read',
    answer: 'PlanView',
    tagged: true,
    run: async ({ ports, caller, params }) =>
      (await import('#usecases/plan/read-targets')).readTargets(ports, caller, params.period),
  }),
  operation({
    id: 'setTargets',
    method: 'PUT',
    path: '/plans/{period}',
    right: 'plan_edit',
    body: 'SetTargets',
    answer: 'PlanView',
    tagged: true,
    current: async ({ ports, caller, params }) =>
      (await import('#usecases/plan/read-targets')).readTargets(ports, caller, params.period),
    run: async ({ ports, caller, params, body, seen }) => {
      const { setTargets } = await import('#usecases/plan/set-targets')
      return setTargets(ports, caller, params.period, { ...body, seen })
    },
  }),
  operation({
    id: 'setTargetCells',
    method: 'PUT',
    path: '/plans/cells',
    right: 'plan_edit',
    body: 'SetTargetCells',
    answer: 'TargetCellsSet',
    worded: true,
    run: async ({ ports, caller, body, language }) => {
      const { setTargetCells } = await import('#usecases/plan/set-target-cells')
      return setTargetCells(ports, caller, body.cells, language)
    },
  }),
  operation({
    id: 'readProgress',
    method: 'GET',
    path: '/plans/{period}/progress',
    right: 'plan_read',
    agent: { as: 'readPlan' },
    query: 'ProgressQuery',
    answer: 'PlanProgress',
    run: async ({ ports, caller, params, query }) =>
      (await import('#usecases/plan/read-progress')).readProgress(ports, caller, params.period, query),
  }),
  operation({
    id: 'readClosing',
    method: 'GET',
    path: '/plans/{month}/closing',
    right: 'plan_read',
    answer: 'ClosingView',
    run: async ({ ports, caller, people, params }) =>
      (await import('#usecases/plan/close-month')).readClosing(ports, { caller, people }, params.month),
  }),
  operation({
    id: 'closeMonth',
    method: 'PUT',
    path: '/plans/{month}/closing',
    right: 'books_edit',
    body: 'CloseMonth',
    answer: 'ClosingView',
    run: async ({ ports, caller, people, params, body }) =>
      (await import('#usecases/plan/close-month')).closeMonth(ports, { caller, people }, params.month, body),
  }),
  operation({
    id: 'readBurnUp',
    method: 'GET',
    path: '/plans/{period}/burn-up',
    right: 'plan_read',
    query: 'BurnUpQuery',
    answer: 'BurnUp',
    run: async ({ ports, caller, params, query: { metric = 'sum', scope = 'company', id = '' } }) =>
      (await import('#usecases/plan/read-burn-up')).readBurnUp(ports, caller, params.period, { metric, scope, id }),
  }),
  operation({
    id: 'readRecurring',
    method: 'GET',
    path: '/plans/recurring',
    right: 'plan_read',
    answer: 'RecurringView',
    tagged: true,
    run: async ({ ports, caller }) => (await import('#usecases/plan/read-targets')).readRecurring(ports, caller),
  }),
  operation({
    id: 'setRecurring',
    method: 'PUT',
    path: '/plans/recurring',
    right: 'plan_edit',
    body: 'SetRecurring',
    answer: 'RecurringView',
    tagged: true,
    current: async ({ ports, caller }) => (await import('#usecases/plan/read-targets')).readRecurring(ports, caller),
    run: async ({ ports, caller, body, seen }) => {
      const { setRecurring } = await import('#usecases/plan/set-recurring')
      return setRecurring(ports, caller, { ...body, seen })
    },
  }),
] as const
