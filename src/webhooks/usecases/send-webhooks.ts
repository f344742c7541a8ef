import { instantOf, msOf } from '#domain/time/zone'
import type { KeptWebhook, KeptWebhookDelivery } from '#ports/webhooks'
import { attemptLeaseMs, attemptWebhook, receiverOf, type Receiver, type WebhookPorts } from './attempt-webhook'

/** Attempts at one webhook side by side. */
const sideBySide = 5

/** After so many failures in a row a receiver is left alone until the next sweep. */
const mostFailures = 5

/** Deliveries asked for at once. */
const pageSize = 100

/** No attempt is begun after so long: with its time-out a sweep ends before the next one begins. */
const runMs = 40_000

/**
 * Makes the attempts that are due. Each webhook has its own row of attempts, so a slow one delays nobody but itself. A
 * message may arrive twice, when a sender dies between sending and noting it; it then has the id it had.
 */
export async function sendWebhooks(ports: WebhookPorts): Promise<void> {
  const until = instantOf(msOf(ports.clock.now()) + runMs)
  const all = await ports.webhooks.all()
  const sending = all.map((webhook) => sendDue(ports, receiverOf(webhook), until))
  // Every webhook comes to its end before a failure of one is told.
  const broken = (await Promise.allSettled(sending)).find((result) => result.status === 'rejected')
  if (broken !== undefined) throw broken.reason
}

async function sendDue(ports: WebhookPorts, receiver: Receiver, until: string): Promise<void> {
  const mayGoOn = () => receiver.isOn && receiver.failuresInARow < mostFailures && ports.clock.now() < until
  while (mayGoOn()) {
    const ids = await ports.webhooks.dueDeliveries(receiver.webhook.id, ports.clock.now(), pageSize)
    let begun = 0
    const left = [...ids]
    const work = async (): Promise<void> => {
      for (let id = left.shift(); id !== undefined && mayGoOn(); id = left.shift()) {
        const delivery = await claimed(ports, receiver.webhook, id)
        if (delivery === undefined) continue
        begun += 1
        await attemptWebhook(ports, receiver, delivery)
      }
    }
    await Promise.all(Array.from({ length: sideBySide }, work))
    // The index may show for moments what is under way already: nothing begun means nothing left.
    if (begun === 0 || ids.length < pageSize) return
  }
}

/** Takes a delivery for one attempt; undefined when somebody else has it, or it is not due any more. */
async function claimed(
  { clock, webhooks }: WebhookPorts,
  webhook: KeptWebhook,
  id: string,
): Promise<KeptWebhookDelivery | undefined> {
  const now = clock.now()
  const found = await webhooks.findDelivery(webhook.id, id)
  if (found?.state !== 'waiting' || found.nextAt === undefined || found.nextAt > now) return undefined
  const nextAt = instantOf(msOf(now) + attemptLeaseMs)
  const mine = { ...found, attempts: found.attempts + 1, nextAt, rev: found.rev + 1 }
  return (await webhooks.changeDelivery(mine)) ? mine : undefined
}
