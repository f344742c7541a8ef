import type { Scope } from './values'

/** Why a plan, a target or a period was refused, in English, by code. */
export const en = {
  'period_unknown.year': ({ year }: { year: string }) =>
    `“${year}” is not a year. Targets are set a year at a time: write one such as 2026.`,
  'period_unknown.kind': ({ period, every, example }: { period: string; every: string; example: string }) =>
    `“${period}” is not a ${every}. Write one such as ${example}.`,
  'field_value.month_running': ({ month, current }: { month: string; current: string }) =>
    `${month} is not over yet: only a month before ${current} can be closed.`,
  'period_unknown.order': ({ from, to, every }: { from: string; to: string; every: string }) =>
    `A target cannot hold from ${from} to ${to}: the last ${every} is before the first.`,
  'target_scope.amount': ({ value }: { value: number }) =>
    `${value} cannot be a target. Write a whole number in minor units (kopecks, cents), 0 or more.`,
  'target_scope.count': ({ value }: { value: number }) =>
    `${value} cannot be a target. Write a whole number of deals or tasks, 0 or more.`,
  'target_scope.company': ({ id }: { id: string }) => `A target of the company has an empty id, not “${id}”.`,
  'target_scope.axis': ({ id, known }: { id: string; known: readonly string[] }) =>
    `“${id}” is not a value of an axis. ${oneOf(known)}`,
  'target_scope.pair': ({ id }: { id: string }) =>
    `“${id}” is not an employee in a direction. Write employee/direction, such as anna.petrova/b2b_new.`,
  'target_scope.twice': ({ name }: { name: string }) => `The target “${name}” is named twice. Say each target once.`,
  'target_scope.cell_twice': 'This cell is named twice. The first one counts.',
  'department_unknown.target': ({ id, known }: { id: string; known: readonly string[] }) =>
    `There is no department “${id}”. ${oneOf(known)}`,
  'employee_unknown.target': ({ id }: { id: string }) =>
    `There is no employee “${id}”. Write the id of somebody in the list of employees.`,
  'pipeline_unknown.target': ({ id, known }: { id: string; known: readonly string[] }) =>
    `There is no direction “${id}”. ${oneOf(known)}`,
  'version_conflict.target': 'Somebody else has set this target meanwhile. Look at what it is now and set it again.',
  'version_conflict.plan_currency': ({ from, to }: { from: string; to: string }) =>
    `The plan is being converted from ${from} to ${to}. Set targets again in a few minutes.`,
  'precondition_failed.plan':
    'Somebody else has set one of these targets meanwhile. Read the plan again and set what still differs.',
  'forbidden.set_plan': ({ scope, id }: { scope: Scope; id: string }) =>
    `You may not set the plan of ${scope === 'company' ? 'the company' : `the ${scope.replace('_', ' in a ')} “${id}”`}.`,
  nothing_set: 'Nothing was set.',
  'forbidden.company_plan': 'You may not see the plan of the company.',
  'forbidden.plan_of': ({ id }: { id: string }) => `You may not see the plan of “${id}”.`,
  'forbidden.any_plan': 'You may not see any plan. Ask for the right plan_read.',
  'forbidden.whole_plan': ({ by }: { by: string }) =>
    `You may not see the plan of the whole company, so not by ${by} either. Ask by employee or department, or for the right plan_read: all.`,
} as const

function oneOf(known: readonly string[]): string {
  return known.length === 0 ? 'There are none yet.' : `Write one of: ${known.join(', ')}.`
}
