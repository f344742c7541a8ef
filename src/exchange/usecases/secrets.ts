import { createHash, timingSafeEqual } from 'node:crypto'

/** The hash of a secret of 128 bits: nobody guesses what it was made of, so it needs no slow one. */
export function secretHash(secret: string): string {
  return createHash('sha256').update(secret, 'utf8').digest('hex')
}

/** Whether a secret has this hash, in a time that does not tell how far it fits. */
export function hasHash(secret: string, hash: string): boolean {
  const [one, other] = [Buffer.from(secretHash(secret)), Buffer.from(hash)]
  return one.length === other.length && timingSafeEqual(one, other)
}

/** A short mark of bytes, by which the same are known again. */
export function bytesMark(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex').slice(0, 16)
}

/** Bytes as hexadecimal. */
export function hexOf(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex')
}
