import type { Operation } from '#http/operation'
import { automationOperations } from '#automation/http/operations'
import { dealOperations } from '#http/deals/deals-operations'
import { notificationOperations } from '#notices/http/operations'
import { peopleOperations } from '#http/people/people-operations'
import { planOperations } from '#http/plan/plans-operations'
import { reportOperations } from '#reports/http/operations'
import { rulesOperations } from '#release/http/operations'
import { systemOperations, type OpenApiDocument } from './system-operations'
import { taskOperations } from '#http/tasks/tasks-operations'
import { webhookOperations } from '#webhooks/http/operations'

/** Everything that may be asked over HTTP. `openApi` gives the generated description, from wherever it was shipped. */
export function allOperations(openApi: () => Promise<OpenApiDocument>): readonly Operation[] {
  return [
    ...dealOperations,
    ...taskOperations,
    ...planOperations,
    ...reportOperations,
    ...peopleOperations,
    ...notificationOperations,
    ...rulesOperations,
    ...automationOperations,
    ...webhookOperations,
    ...systemOperations(openApi),
  ]
}
