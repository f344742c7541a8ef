import { jwtVerify, SignJWT } from 'jose'

import { revealed, type Secret } from '#domain/kernel/secret'

/** What is kept in the browser between leaving for the provider and coming back. */
export type Errand = {
  readonly state: string
  readonly nonce: string
  readonly verifier: string
  readonly back: string
  /** The link that somebody came by. */
  readonly invitation?: string
}

/** How long somebody may take at the provider. */
export const errandSec = 600

/** An errand as only we can make it. */
export async function sealed(errand: Errand, secret: Secret): Promise<string> {
  return new SignJWT({ ...errand })
    .setProtectedHeader({ alg: 'HS256' })
    .setIssuedAt()
    .setExpirationTime(`${errandSec}s`)
    .sign(new TextEncoder().encode(await revealed(secret)))
}

/** An errand that we made; undefined for any other text. */
export async function opened(sealedErrand: string | undefined, secret: Secret): Promise<Errand | undefined> {
  if (sealedErrand === undefined) return undefined
  const key = new TextEncoder().encode(await revealed(secret))
  try {
    const { payload } = await jwtVerify(sealedErrand, key, { algorithms: ['HS256'] })
    return payload as unknown as Errand
  } catch {
    // Too old, or not ours: the person starts anew either way.
    return undefined
  }
}
