import { DeleteCommand, GetCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb'

import { webhookDays } from '#webhooks/domain/webhooks'
import type { DomainEvent } from '#schemas/event'
import type { KeptWebhook, KeptWebhookDelivery, WebhookStore } from '#ports/webhooks'
import { isConditionFailed } from '#store/contended'
import type { TableAccess } from '#store/table-access'
import { webhookDeliveryIdOf, indexKeys, keys as webhookKeys, partitions, prefixes } from './keys'
import type { Key } from '#store/key'
import { keys as dealKeys } from '#store/deals/keys'
import { putRevision } from '#store/only-revision'
import { pageOf, queryAll } from '#store/query'
import { fromText } from '#store/text-item'

type Access = Pick<TableAccess, 'document' | 'table'>
type Item = Readonly<Record<string, unknown>>

/** A delivery that is still tried is kept at least so long after its next attempt. */
const graceDays = 7

const dayMs = 86_400_000

/** Webhooks, all in one partition, and their deliveries, one partition a webhook. Nothing is remembered between calls. */
export function webhookStore(access: Access): WebhookStore {
  return {
    all: async () => (await queryAll(access, { pk: partitions.webhooks() })).map(webhookIn),
    find: async (id) => {
      const item = await find(access, webhookKeys.webhook(id))
      return item === undefined ? undefined : webhookIn(item)
    },
    save: ({ failingSince, slowUntil, ...webhook }) => {
      const health = {
        ...(failingSince === undefined ? {} : { failingSince }),
        ...(slowUntil === undefined ? {} : { slowUntil }),
      }
      return putRevision(
        access,
        { ...webhookKeys.webhook(webhook.id), rev: webhook.rev, webhook, ...health },
        webhook.rev,
      )
    },
    remove: async (id) => {
      await access.document.send(new DeleteCommand({ TableName: access.table, Key: webhookKeys.webhook(id) }))
    },
    markFailing: (id, at) => mark(access, id, 'SET failingSince = if_not_exists(failingSince, :at)', { ':at': at }),
    markWorking: (id) => mark(access, id, 'REMOVE failingSince'),
    markSlow: (id, until) => mark(access, id, 'SET slowUntil = :until', { ':until': until }),
    ...deliveriesOf(access),
    findEvent: async (dealId, eventId) =>
      fromText<DomainEvent>((await find(access, dealKeys.eventById(dealId, eventId)))?.['event']),
  }
}

function deliveriesOf(
  access: Access,
): Pick<
  WebhookStore,
  'addDelivery' | 'changeDelivery' | 'findDelivery' | 'deliveries' | 'deliveriesBetween' | 'dueDeliveries'
> {
  return {
    addDelivery: (delivery) => putRevision(access, deliveryItem(delivery), 1),
    changeDelivery: (delivery) => putRevision(access, deliveryItem(delivery), delivery.rev),
    findDelivery: async (webhook, id) =>
      (await find(access, webhookKeys.webhookDelivery(webhook, id)))?.['delivery'] as KeptWebhookDelivery | undefined,
    deliveries: (webhook, page) =>
      pageOf(
        access,
        { pk: partitions.webhookDeliveries(webhook), prefix: prefixes.webhookDeliveries, newestFirst: true, ...page },
        deliveryIn,
      ),
    deliveriesBetween: (webhook, { from, to, ...page }) => {
      const span = {
        from: webhookKeys.webhookDeliveryAt(webhook, from).sk,
        to: `${webhookKeys.webhookDeliveryAt(webhook, to).sk}~`,
      }
      return pageOf(access, { pk: partitions.webhookDeliveries(webhook), ...span, ...page }, deliveryIn)
    },
    dueDeliveries: async (webhook, until, limit) => {
      const ask = { index: 'gsi1', pk: indexKeys.webhookDue(webhook), to: `${until}~`, limit } as const
      return (await pageOf(access, ask, (item) => webhookDeliveryIdOf(String(item['sk'])))).items
    },
  }
}

async function find({ document, table }: Access, key: Key): Promise<Item | undefined> {
  return (await document.send(new GetCommand({ TableName: table, Key: key, ConsistentRead: true }))).Item
}

/** Health is beside the webhook itself, so that somebody who changes it never collides with what is sent meanwhile. */
async function mark(
  { document, table }: Access,
  id: string,
  UpdateExpression: string,
  values?: Readonly<Record<string, string>>,
): Promise<void> {
  const update = new UpdateCommand({
    TableName: table,
    Key: webhookKeys.webhook(id),
    UpdateExpression,
    ...(values === undefined ? {} : { ExpressionAttributeValues: values }),
    // An update makes what is not there: a webhook that was removed must not come back.
    ConditionExpression: 'attribute_exists(pk)',
  })
  try {
    await document.send(update)
  } catch (error) {
    if (!isConditionFailed(error)) throw error
  }
}

function webhookIn(item: Item): KeptWebhook {
  const { webhook, failingSince, slowUntil } = item
  return {
    ...(webhook as KeptWebhook),
    ...(typeof failingSince === 'string' ? { failingSince } : {}),
    ...(typeof slowUntil === 'string' ? { slowUntil } : {}),
  }
}

function deliveryIn(item: Item): KeptWebhookDelivery {
  return item['delivery'] as KeptWebhookDelivery
}

function deliveryItem(delivery: KeptWebhookDelivery): Item {
  const { webhook, id, state, nextAt, at, rev } = delivery
  const waits = state === 'waiting' && nextAt !== undefined
  const keptUntil = Math.max(Date.parse(at) + webhookDays * dayMs, waits ? Date.parse(nextAt) + graceDays * dayMs : 0)
  return {
    ...webhookKeys.webhookDelivery(webhook, id),
    // Only what is still to be sent is in the index: what is left there is work.
    ...(waits ? { gsi1pk: indexKeys.webhookDue(webhook), gsi1sk: `${nextAt}#${id}` } : {}),
    rev,
    delivery,
    expiresAt: Math.ceil(keptUntil / 1000),
  }
}
