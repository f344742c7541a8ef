/** What a plan counts. */
export const metrics = ['sum', 'count', 'tasks_done'] as const
export type Metric = (typeof metrics)[number]

/** What a target may be set for. */
export const planScopes = ['company', 'department', 'employee', 'pipeline', 'axis', 'employee_pipeline'] as const
export type PlanScope = (typeof planScopes)[number]
