import { NotDelivered } from '#domain/kernel/delivering'
import type { SendMessage } from '#ports/notices'
import { webhookSaying, webhookTold } from '#webhooks/words/webhook-refusal'

import { AddressRefused, safeFetch, type SafeFetchOptions } from './safe-fetch'

/** Posts a message as JSON to the address a person has chosen. Whoever gets it twice knows it by its `id`. */
export function webhookChannel(options: SafeFetchOptions = {}): SendMessage {
  return async ({ to, ...message }) => {
    const { status } = await safeFetch(
      to,
      {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'idempotency-key': message.id, 'user-agent': 'Norma' },
        body: JSON.stringify(message),
      },
      { timeoutMs: 10_000, ...options },
    )
    if (status >= 200 && status < 300) return
    if (status === 410) throw new AddressRefused(webhookSaying('delivery_gone'))
    const isElsewhere = status >= 300 && status < 400
    throw new NotDelivered(
      webhookTold(webhookSaying(isElsewhere ? 'delivery_redirected' : 'delivery_answered', { status })),
    )
  }
}
