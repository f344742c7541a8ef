import { directionName } from '#domain/rules/former-names'
import { reaches, reachesDepartment, type Caller } from '#domain/kernel/access'
import type { Model } from '#schemas/model'
import type { Department, Employee } from '#schemas/people'
import type { PlanScope } from '#schemas/plan'

/** Somebody or something that has a plan. */
export type Planned = { readonly scope: PlanScope; readonly id: string }

/** Who and what a company consists of. */
export type Company = {
  readonly model: Pick<Model, 'axes' | 'pipelines' | 'former'>
  readonly org: {
    readonly employees: Readonly<Record<string, Employee>>
    readonly departments: Readonly<Record<string, Department>>
  }
}

/** Whether a caller may see (`plan_read`) or set (`plan_edit`) the plan of somebody or something. */
export function reachesPlan(
  caller: Caller,
  right: 'plan_read' | 'plan_edit',
  { scope, id }: Planned,
  org: Company['org'],
): boolean {
  switch (scope) {
    case 'company':
    case 'pipeline':
    case 'axis':
      return caller.reach[right] === 'all'
    case 'department':
      return reachesDepartment(caller, right, id, org)
    case 'employee':
      return reaches(caller, right, id, org)
    case 'employee_pipeline':
      return reaches(caller, right, partsOfPair(id).employee, org)
  }
}

/** What people call somebody or something that has a plan; its id where it is not there any more. */
export function nameOfPlanned({ scope, id }: Planned, { model, org }: Company): string {
  switch (scope) {
    case 'company':
      return 'Company'
    case 'pipeline':
      return directionName(model, id) ?? id
    case 'axis':
      return axisName(model, id)
    case 'department':
      return id === '' ? 'Without a department' : (org.departments[id]?.name ?? id)
    case 'employee':
      return org.employees[id]?.name ?? id
    case 'employee_pipeline': {
      const { employee, pipeline } = partsOfPair(id)
      return `${org.employees[employee]?.name ?? employee}, ${directionName(model, pipeline) ?? pipeline}`
    }
  }
}

/** Every value of every axis, as `axis=value`. */
export function axisValues({ axes }: Pick<Model, 'axes'>): readonly string[] {
  return Object.entries(axes).flatMap(([axis, values]) => values.map((value) => `${axis}=${value}`))
}

/**
 * What people call `axis=value`: the directions that it adds up. Rules give neither an axis nor its values a name; a value on
 * which no direction stands goes by what is written there.
 */
export function axisName(model: Pick<Model, 'pipelines'>, id: string): string {
  const [axis = '', value = ''] = id.split('=')
  const names = Object.values(model.pipelines).flatMap(({ axes, name }) => (axes[axis] === value ? [name] : []))
  return names.length === 0 ? value : names.join(', ')
}

/** The two halves of `employee/pipeline`. */
export function partsOfPair(id: string): { readonly employee: string; readonly pipeline: string } {
  const [employee = '', pipeline = ''] = id.split('/')
  return { employee, pipeline }
}
