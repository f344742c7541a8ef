import { createHmac } from 'node:crypto'

import type { SigningSecret } from '#ports/webhooks'

const prefix = 'whsec_'

/** A secret in the form in which the Standard Webhooks libraries take it. */
export function webhookSecret(bytes: Uint8Array): string {
  return `${prefix}${Buffer.from(bytes).toString('base64')}`
}

/** The headers that make a message a Standard Webhook (1.0): one signature for each secret that is good at the instant. */
export function signedHeaders(
  secrets: readonly SigningSecret[],
  { id, at, body }: { readonly id: string; readonly at: string; readonly body: string },
): Readonly<Record<string, string>> {
  const timestamp = String(Math.floor(Date.parse(at) / 1000))
  const good = secrets.filter(({ until }) => until === undefined || until > at)
  return {
    'content-type': 'application/json',
    'user-agent': 'Norma',
    'webhook-id': id,
    'webhook-timestamp': timestamp,
    'webhook-signature': good.map(({ secret }) => `v1,${signature(secret, `${id}.${timestamp}.${body}`)}`).join(' '),
  }
}

function signature(secret: string, text: string): string {
  const key = Buffer.from(secret.slice(prefix.length), 'base64')
  return createHmac('sha256', key).update(text, 'utf8').digest('base64')
}
