import { openDepartments } from '#domain/kernel/departments-led'
import { parsePeriod } from '#domain/time/period'
import { axisValues, partsOfPair, type Company, type Planned } from './plan-scope'
import { Refusal } from '#domain/kernel/refusal'
import type { Saying } from '#schemas/saying'
import { planRefusalOf, planSaying } from './words/plan-refusal'
import type { RecurringTarget, Target } from '#schemas/plan'

type Settable<T extends { readonly value: number }> = Omit<T, 'value'> & { readonly value: number | null }

/**
 * Refuses targets that cannot be set: for nobody, for nothing there is, twice for the same, or not a whole number.
 * The first fault is the refusal, all of them are in `extra.faults`. What is taken away may be for somebody long gone.
 */
export function checkTargets(targets: readonly Settable<Target>[], company: Company): void {
  refuseFirst([
    ...targets.flatMap((target) => wrongTarget(target, company) ?? []),
    ...namedTwice(targets.map(({ metric, scope, id }) => `${metric} ${scope} ${id}`.trim())),
  ])
}

/** Refuses recurring targets that cannot be set: like any target, or by periods that do not go with `every`. */
export function checkRecurring(targets: readonly Settable<RecurringTarget>[], company: Company): void {
  refuseFirst([
    ...targets.flatMap((target) => wrongTarget(target, company) ?? wrongPeriods(target) ?? []),
    ...namedTwice(
      targets.map(({ metric, scope, id, every, from }) => `${metric} ${scope} ${id} every ${every} from ${from}`),
    ),
  ])
}

function wrongTarget(target: Settable<Target>, company: Company): Saying | undefined {
  if (target.value === null) return undefined
  if (!Number.isSafeInteger(target.value) || target.value < 0) {
    return planSaying(target.metric === 'sum' ? 'target_scope.amount' : 'target_scope.count', { value: target.value })
  }
  return wrongScope(target, company)
}

function wrongScope({ scope, id }: Planned, { model, org }: Company): Saying | undefined {
  switch (scope) {
    case 'company':
      if (id === '') return undefined
      return planSaying('target_scope.company', { id })
    case 'department':
      if (Object.hasOwn(org.departments, id)) return undefined
      return planSaying('department_unknown.target', {
        id,
        known: shortOf(openDepartments(org.departments).map((one) => one.id)),
      })
    case 'employee':
      return wrongEmployee(id, org)
    case 'pipeline':
      return wrongPipeline(id, model)
    case 'axis':
      if (axisValues(model).includes(id)) return undefined
      return planSaying('target_scope.axis', { id, known: shortOf(axisValues(model)) })
    case 'employee_pipeline': {
      if (!/^[^/]+\/[^/]+$/.test(id)) return planSaying('target_scope.pair', { id })
      const { employee, pipeline } = partsOfPair(id)
      return wrongEmployee(employee, org) ?? wrongPipeline(pipeline, model)
    }
  }
}

function wrongEmployee(id: string, org: Company['org']): Saying | undefined {
  if (Object.hasOwn(org.employees, id)) return undefined
  return planSaying('employee_unknown.target', { id })
}

function wrongPipeline(id: string, model: Company['model']): Saying | undefined {
  if (Object.hasOwn(model.pipelines, id)) return undefined
  return planSaying('pipeline_unknown.target', { id, known: shortOf(Object.keys(model.pipelines)) })
}

const examples = { month: '2026-11', quarter: '2026-Q4', half: '2026-H2', year: '2026' } as const

function wrongPeriods({ every, from, to }: Settable<RecurringTarget>): Saying | undefined {
  for (const period of to === undefined ? [from] : [from, to]) {
    if (kindOf(period) === every) continue
    return planSaying('period_unknown.kind', { period, every, example: examples[every] })
  }
  if (to === undefined || from <= to) return undefined
  return planSaying('period_unknown.order', { from, to, every })
}

function kindOf(period: string): string | undefined {
  try {
    return parsePeriod(period).kind
  } catch (error) {
    // A text that is no period at all gets the same sentence as one of another kind.
    if (error instanceof Refusal) return undefined
    throw error
  }
}

function namedTwice(names: readonly string[]): readonly Saying[] {
  const twice = new Set(names.filter((name, index) => names.indexOf(name) !== index))
  return [...twice].map((name) => planSaying('target_scope.twice', { name }))
}

function refuseFirst(faults: readonly Saying[]): void {
  const [first] = faults
  if (first !== undefined) throw planRefusalOf([first], { faults })
}

function shortOf(known: readonly string[]): readonly string[] {
  return known.slice(0, 20)
}
