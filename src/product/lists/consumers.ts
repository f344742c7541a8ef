// Written by npm run generate from the doors of the rooms: do not edit.
import type { Consumer } from '#events/consumer'
import { consumers as dealsConsumers } from '#events/deals/consumers'
import { consumers as planConsumers } from '#events/plan/consumers'
import { consumers as automationConsumers } from '#automation/events/consumers'
import { consumers as channelsConsumers } from '#channels/events/consumers'
import { consumers as clientsConsumers } from '#clients/events/consumers'
import { consumers as documentsConsumers } from '#documents/events/consumers'
import { consumers as exchangeConsumers } from '#exchange/events/consumers'
import { consumers as loadsConsumers } from '#loads/events/consumers'
import { consumers as moneyConsumers } from '#money/events/consumers'
import { consumers as noticesConsumers } from '#notices/events/consumers'
import { consumers as searchConsumers } from '#search/events/consumers'
import { consumers as webhooksConsumers } from '#webhooks/events/consumers'
import { consumers as workdayConsumers } from '#workday/events/consumers'

/** Everything that follows from an event: read by CDK, the local bus and the tests. */
export const consumers: readonly Consumer[] = [
  ...dealsConsumers,
  ...planConsumers,
  ...automationConsumers,
  ...channelsConsumers,
  ...clientsConsumers,
  ...documentsConsumers,
  ...exchangeConsumers,
  ...loadsConsumers,
  ...moneyConsumers,
  ...noticesConsumers,
  ...searchConsumers,
  ...webhooksConsumers,
  ...workdayConsumers,
]
