import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

import { onTestFinished } from 'vitest'

import { consumers } from '#product/lists/consumers'
import type { SafeFetchOptions } from '#webhooks/events/safe-fetch'
import { webhookOutlet } from '#webhooks/events/webhook-outlet'
import type { Ports } from '#ports/ports'
import type { DomainEvent } from '#schemas/event'
import type { SaveWebhook, WebhookDelivery, WebhookWithSecret } from '#schemas/webhook'
import type { TestEngine } from '#test/support/engine'
import { aWorld, hand, type World } from '#test/support/world'
import { createDeal } from '#usecases/deals/create-deal'
import { createWebhook } from '#webhooks/usecases/save-webhook'
import { readWebhookDeliveries } from '#webhooks/usecases/read-webhooks'
import { sendWebhooks } from '#webhooks/usecases/send-webhooks'
import { updateDeal } from '#usecases/deals/update-deal'

/** A message as a receiver got it. */
export type Received = {
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

/** A real server on this machine that keeps what it is sent. */
export type Receiver = { readonly url: string; readonly received: Received[]; answer: Answering }
type Answering = (response: ServerResponse, request: IncomingMessage) => void

/** Answers with a status and a text. */
export const answering =
  (status: number, text = ''): Answering =>
  (response) => {
    response.writeHead(status).end(text)
  }

/** Opens a receiver for one test; it says 204 until it is told otherwise. */
export async function aReceiver(answer: Answering = answering(204)): Promise<Receiver> {
  const received: Received[] = []
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const headers = request.headers as Record<string, string>
      received.push({ headers, body: Buffer.concat(chunks).toString('utf8') })
      receiver.answer(response, request)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const receiver: Receiver = { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/in`, received, answer }
  return receiver
}

/** A company whose webhooks may lead to this machine, and what happens to them. */
export type Scene = {
  readonly world: World
  readonly ports: Ports
  readonly add: (url: string, more?: Partial<SaveWebhook>) => Promise<WebhookWithSecret>
  /** A deal of anna's with its first event, not handed to anybody yet. */
  readonly happen: () => Promise<DomainEvent>
  /** Another event of the same deal. */
  readonly change: (dealId: string, fields: Readonly<Record<string, string | number>>) => Promise<DomainEvent>
  readonly queue: (...events: readonly DomainEvent[]) => Promise<void>
  readonly sweep: () => Promise<void>
  readonly wait: (ms: number) => void
  readonly deliveries: (webhook: string) => Promise<readonly WebhookDelivery[]>
}

/** Founds the company. A receiver has half a second to answer. */
export async function aScene(engine: TestEngine, options: SafeFetchOptions = {}): Promise<Scene> {
  const world = await aWorld(engine)
  const outlet = { ...webhookOutlet({ allowLoopback: true, timeoutMs: 500, ...options }), random: () => 0 }
  const ports: Ports = { ...world.ports, outlet }
  const helen = await world.as('helen')
  const last = async (dealId: string): Promise<DomainEvent> => {
    const event = (await world.eventsOf(dealId)).at(-1)
    if (event === undefined) throw new Error(`Nothing has happened to ${dealId}.`)
    return event
  }
  return {
    world,
    ports,
    add: async (url, more = {}) => {
      const made = await createWebhook(ports, helen, { url, ...more })
      onTestFinished(() => ports.webhooks.remove(made.webhook.id))
      return made
    },
    happen: async () => {
      const { id } = await createDeal(ports, helen, { title: 'Tea', pipeline: 'b2b_new', owner: 'anna' })
      return last(id)
    },
    change: async (dealId, fields) => {
      await updateDeal(ports, helen, dealId, { fields })
      return last(dealId)
    },
    queue: async (...events) => {
      const own = consumers.filter(({ name }) => name === 'queue-webhooks')
      for (const event of events) await hand(ports, own, event)
    },
    sweep: () => sendWebhooks(ports),
    wait: (ms) => world.setNow(new Date(Date.parse(world.now()) + ms).toISOString()),
    deliveries: async (webhook) => (await readWebhookDeliveries(ports, helen.caller, webhook, { limit: 100 })).items,
  }
}
