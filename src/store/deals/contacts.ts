import { createHmac } from 'node:crypto'

/** A contact as it may stand in a key or a log: nobody can read it back without the secret. */
export function hiddenContact(contact: string, secret: string): string {
  return createHmac('sha256', secret).update(contact).digest('base64url')
}
