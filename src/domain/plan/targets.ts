import { parsePeriod } from '#domain/time/period'
import { axisValues, partsOfPair, type Company, type Planned } from './plan-scope'
import { Refusal, type RefusalCode } from '#domain/kernel/refusal'
import type { RecurringTarget, Target } from '#schemas/plan'

type Settable<T extends { readonly value: number }> = Omit<T, 'value'> & { readonly value: number | null }
type Wrong = { readonly code: RefusalCode; readonly detail: string }

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

function wrongTarget(target: Settable<Target>, company: Company): Wrong | undefined {
  if (target.value === null) return undefined
  if (!Number.isSafeInteger(target.value) || target.value < 0) {
    const unit = target.metric === 'sum' ? 'in minor units (kopecks, cents)' : 'of deals or tasks'
    return {
      code: 'target_scope',
      detail: `${target.value} cannot be a target. Write a whole number ${unit}, 0 or more.`,
    }
  }
  return wrongScope(target, company)
}

function wrongScope({ scope, id }: Planned, { model, org }: Company): Wrong | undefined {
  switch (scope) {
    case 'company':
      if (id === '') return undefined
      return { code: 'target_scope', detail: `A target of the company has an empty id, not “${id}”.` }
    case 'department':
      if (Object.hasOwn(org.departments, id)) return undefined
      return {
        code: 'department_unknown',
        detail: `There is no department “${id}”. ${oneOf(Object.keys(org.departments))}`,
      }
    case 'employee':
      return wrongEmployee(id, org)
    case 'pipeline':
      return wrongPipeline(id, model)
    case 'axis':
      if (axisValues(model).includes(id)) return undefined
      return { code: 'target_scope', detail: `“${id}” is not a value of an axis. ${oneOf(axisValues(model))}` }
    case 'employee_pipeline': {
      if (!/^[^/]+\/[^/]+$/.test(id)) {
        const detail = `“${id}” is not an employee in a direction. Write employee/direction, such as anna.petrova/b2b_new.`
        return { code: 'target_scope', detail }
      }
      const { employee, pipeline } = partsOfPair(id)
      return wrongEmployee(employee, org) ?? wrongPipeline(pipeline, model)
    }
  }
}

function wrongEmployee(id: string, org: Company['org']): Wrong | undefined {
  if (Object.hasOwn(org.employees, id)) return undefined
  return {
    code: 'employee_unknown',
    detail: `There is no employee “${id}”. Write the id of somebody in the list of employees.`,
  }
}

function wrongPipeline(id: string, model: Company['model']): Wrong | undefined {
  if (Object.hasOwn(model.pipelines, id)) return undefined
  return { code: 'pipeline_unknown', detail: `There is no direction “${id}”. ${oneOf(Object.keys(model.pipelines))}` }
}

const examples = { month: '2026-11', quarter: '2026-Q4', half: '2026-H2', year: '2026' } as const

function wrongPeriods({ every, from, to }: Settable<RecurringTarget>): Wrong | undefined {
  for (const period of to === undefined ? [from] : [from, to]) {
    if (kindOf(period) === every) continue
    return { code: 'period_unknown', detail: `“${period}” is not a ${every}. Write one such as ${examples[every]}.` }
  }
  if (to === undefined || from <= to) return undefined
  return {
    code: 'period_unknown',
    detail: `A target cannot hold from ${from} to ${to}: the last ${every} is before the first.`,
  }
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

function namedTwice(names: readonly string[]): readonly Wrong[] {
  const twice = new Set(names.filter((name, index) => names.indexOf(name) !== index))
  return [...twice].map((name) => ({
    code: 'target_scope',
    detail: `The target “${name}” is named twice. Say each target once.`,
  }))
}

function refuseFirst(faults: readonly Wrong[]): void {
  const [first] = faults
  if (first !== undefined) throw new Refusal(first.code, first.detail, { faults: faults.map(({ detail }) => detail) })
}

function oneOf(known: readonly string[]): string {
  return known.length === 0 ? 'There are none yet.' : `Write one of: ${known.slice(0, 20).join(', ')}.`
}
