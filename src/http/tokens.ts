import { doorRefusal } from './words/door-refusal'
import { errors, jwtVerify, type JWTVerifyGetKey } from 'jose'

import type { Refusal } from '#domain/kernel/refusal'

/** Who a token says its bearer is: the employee id. Refuses with `unauthenticated`. */
export type VerifyToken = (token: string) => Promise<string>

type Kept = { readonly subject: string; readonly untilMs: number }

const ourFaults: ReadonlySet<string> = new Set([
  'ERR_JOSE_GENERIC',
  'ERR_JWKS_TIMEOUT',
  'ERR_JWKS_INVALID',
  'ERR_JWK_INVALID',
])
const keptMs = 60_000
const mostKept = 1_000

/**
 * Verifies RS256 and ES256 tokens of one issuer for one audience. A token found good is believed for up to a minute
 * without looking at its signature again, never beyond its own expiry.
 */
export function tokenVerifier(trust: {
  readonly issuer: string
  readonly audience: string
  readonly jwks: JWTVerifyGetKey
  readonly nowMs?: () => number
}): VerifyToken {
  const nowMs = trust.nowMs ?? Date.now
  const kept = new Map<string, Kept>()
  return async (token) => {
    const known = kept.get(token)
    if (known !== undefined && known.untilMs > nowMs()) return known.subject
    kept.delete(token)
    const verified = await verify(token, trust, nowMs())
    if (kept.size >= mostKept) kept.delete(kept.keys().next().value ?? '')
    kept.set(token, { subject: verified.subject, untilMs: Math.min(nowMs() + keptMs, verified.expiresMs) })
    return verified.subject
  }
}

async function verify(
  token: string,
  { issuer, audience, jwks }: { issuer: string; audience: string; jwks: JWTVerifyGetKey },
  nowMs: number,
): Promise<{ readonly subject: string; readonly expiresMs: number }> {
  try {
    const { payload } = await jwtVerify(token, jwks, {
      issuer,
      audience,
      algorithms: ['RS256', 'ES256'],
      requiredClaims: ['exp', 'sub'],
      currentDate: new Date(nowMs),
    })
    return { subject: payload.sub ?? '', expiresMs: (payload.exp ?? 0) * 1000 }
  } catch (error) {
    // A key set that cannot be fetched is our fault, not the bearer's: it must not look like a bad token.
    if (!(error instanceof errors.JOSEError) || ourFaults.has(error.code)) throw error
    throw untrusted(error)
  }
}

function untrusted(error: errors.JOSEError): Refusal {
  if (error instanceof errors.JWTExpired) return doorRefusal('unauthenticated.expired')
  if (error instanceof errors.JWTClaimValidationFailed)
    return doorRefusal('unauthenticated.not_for_us', { claim: error.claim })
  return doorRefusal('unauthenticated.untrusted')
}
