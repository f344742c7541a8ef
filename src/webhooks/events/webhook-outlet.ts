import { randomBytes } from 'node:crypto'

import type { WebhookOutlet } from '#ports/webhooks'
import type { SafeFetchOptions } from './safe-fetch'

/** How long a receiver may take for its whole answer. */
const timeoutMs = 15_000

/** How much of an answer is read: a receiver that has more to say is not listened to. */
const mostBytes = 1024

// Loaded with the first message: most processes that could send one never do.
const loadFetch = () => import('./safe-fetch')

function askBy(options: SafeFetchOptions): WebhookOutlet['ask'] {
  return async ({ url, ...request }, bounds) => {
    const { safeBytes } = await loadFetch()
    const { status, headers, bytes } = await safeBytes(url, request, { ...bounds, ...options })
    const retryAfter = headers['retry-after']
    return { status, bytes, ...(retryAfter === undefined ? {} : { retryAfter }) }
  }
}

/** The way out to receivers of webhooks: the public internet by https, or this machine where `allowLoopback` says so. */
export function webhookOutlet(options: SafeFetchOptions = {}): WebhookOutlet {
  return {
    faultOf: async (url) => {
      const { AddressRefused, checkAddress } = await loadFetch()
      try {
        await checkAddress(url, options)
        return undefined
      } catch (error) {
        if (error instanceof AddressRefused) return error.saying
        // Whatever else goes wrong here is the look-up of the name.
        const { webhookSaying } = await import('#webhooks/words/webhook-refusal')
        return webhookSaying('field_value.nowhere', { url })
      }
    },
    post: async ({ url, headers, body }) => {
      const { safeFetch } = await loadFetch()
      const { status, text } = await safeFetch(
        url,
        { method: 'POST', headers, body },
        { timeoutMs, mostBytes, ...options },
      )
      return { status, text }
    },
    get: async (url, bounds) => {
      const { safeBytes } = await loadFetch()
      const { status, headers, bytes } = await safeBytes(url, { method: 'GET', headers: {} }, { ...bounds, ...options })
      const { location, 'content-type': type } = headers
      return {
        status,
        bytes,
        ...(type === undefined ? {} : { type }),
        ...(location !== undefined && URL.canParse(location, url) ? { location: new URL(location, url).href } : {}),
      }
    },
    ask: askBy(options),
    randomBytes: (count) => randomBytes(count),
    random: Math.random,
  }
}
