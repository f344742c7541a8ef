import { readFileSync } from 'node:fs'

import { Webhook } from 'standardwebhooks'
import { expect, test } from 'vitest'

import { startNorma } from '#local/norma'
import type { Deal } from '#schemas/deal'
import type { WebhookDelivery, WebhookWithSecret } from '#schemas/webhook'
import { useFolder } from '#test/support/temporary-folder'
import { answering, aReceiver } from '#test/webhooks/scene'

type Deliveries = { readonly items: readonly WebhookDelivery[] }

const folder = useFolder()

test('a deal made over HTTP reaches a webhook by way of the bus, and one that was down by way of the clock', async () => {
  const [up, down] = await Promise.all([aReceiver(), aReceiver(answering(503))])
  const rulesText = readFileSync('pipelines.yaml', 'utf8')
  const channels = { allowLoopback: true }
  const norma = await startNorma({ dataDir: folder.path('data'), port: 0, rulesText, channels, log: () => undefined })
  try {
    const ask = async <T>(path: string, body?: object): Promise<T> => {
      const response = await fetch(`${norma.address}${path}`, {
        method: body === undefined ? 'GET' : 'POST',
        headers: { authorization: `Bearer ${await norma.mint('admin')}`, 'content-type': 'application/json' },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      })
      return (await response.json()) as T
    }
    const events = ['deal.created']
    const { secret } = await ask<WebhookWithSecret>('/webhooks', { url: up.url, events })
    const { webhook } = await ask<WebhookWithSecret>('/webhooks', { url: down.url, events })

    const { id } = await ask<Deal>('/deals', { title: 'Coffee for Aurora', pipeline: 'b2b_new' })
    await norma.runtime.idle()
    const before = await ask<Deliveries>(`/webhooks/${webhook.id}/deliveries`)
    down.answer = answering(204)
    await ask(`/webhooks/${webhook.id}/replay`, { deliveryId: before.items[0]?.id })
    await norma.runtime.runSchedule('send-webhooks')
    const after = await ask<Deliveries>(`/webhooks/${webhook.id}/deliveries`)

    const [message] = up.received
    expect(up.received).toHaveLength(1)
    expect(new Webhook(secret).verify(message?.body ?? '', message?.headers ?? {})).toMatchObject({
      type: 'deal.created',
      data: { dealId: id, sequence: 1, detail: { title: 'Coffee for Aurora' } },
    })
    expect(before.items).toMatchObject([{ state: 'waiting', attempts: 1, tries: [{ status: 503 }] }])
    expect(after.items).toMatchObject([{ state: 'delivered', tries: [{ status: 503 }, { status: 204 }] }])
    expect(down.received.map(({ headers }) => headers['webhook-id'])).toEqual(Array(2).fill(before.items[0]?.id))
  } finally {
    await norma.stop()
  }
}, 60_000)
