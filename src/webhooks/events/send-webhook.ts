import { Undeliverable } from '#domain/kernel/delivering'
import type { SendMessage } from '#ports/notices'

import { safeFetch, type SafeFetchOptions } from './safe-fetch'

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
    if (status === 410) throw new Undeliverable('The address answered 410: it is gone for good.')
    throw new Error(`The address answered ${status}, not 2xx.`)
  }
}
