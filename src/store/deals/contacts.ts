import { createHmac } from 'node:crypto'

import { revealed, type Secret } from '#domain/kernel/secret'

/** A contact, or what else somebody writes, as it may stand in a key or a log: nobody can read it back without the secret. */
export async function hiddenContact(contact: string, secret: Secret): Promise<string> {
  return createHmac('sha256', await revealed(secret))
    .update(contact)
    .digest('base64url')
}
