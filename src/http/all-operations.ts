import type { Operation } from './operation'
import { automationOperations } from './operations/automation'
import { dealOperations } from './operations/deals'
import { notificationOperations } from './operations/notifications'
import { peopleOperations } from './operations/people'
import { planOperations } from './operations/plans'
import { reportOperations } from './operations/reports'
import { rulesOperations } from './operations/rules'
import { systemOperations, type OpenApiDocument } from './operations/system'
import { taskOperations } from './operations/tasks'
import { webhookOperations } from './operations/webhooks'

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
