import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import {
  calculateJwkThumbprint,
  createLocalJWKSet,
  exportJWK,
  generateKeyPair,
  importJWK,
  SignJWT,
  type JSONWebKeySet,
  type JWK,
  type JWTVerifyGetKey,
} from 'jose'

import { keepOnce } from './keep-once'
import { LocalError, say } from './say'

/** The audience of every token of Norma. */
export const audience = 'norma'

/** Makes the tokens of one machine. Whoever may read the data folder may be anybody. */
export type LocalIssuer = {
  readonly issuer: string
  /** The public keys, as they are published. */
  readonly keySet: JSONWebKeySet
  /** The same keys for `tokenVerifier`. */
  readonly jwks: JWTVerifyGetKey
  /** A token for an employee, good for `forSeconds` (twelve hours where not said), of a session where one is named. */
  readonly mint: (employeeId: string, forSeconds?: number, session?: string) => Promise<string>
}

/** The issuer of a data folder; its key is made at the first start and kept, so that tokens survive a restart. */
export async function openIssuer(dataDir: string, nowMs: () => number = Date.now): Promise<LocalIssuer> {
  const { jwk, key } = await keptKey(join(dataDir, 'issuer.json'))
  const { d: _secret, ...publicJwk } = jwk
  const issuer = 'urn:norma:local'
  const keySet = { keys: [publicJwk] }
  return {
    issuer,
    keySet,
    jwks: createLocalJWKSet(keySet),
    mint: async (employeeId, forSeconds = 12 * 3600, session) => {
      const now = Math.floor(nowMs() / 1000)
      return new SignJWT(session === undefined ? {} : { sid: session })
        .setProtectedHeader({ alg: 'ES256', kid: publicJwk.kid ?? '', typ: 'JWT' })
        .setIssuer(issuer)
        .setAudience(audience)
        .setSubject(employeeId)
        .setIssuedAt(now)
        .setExpirationTime(now + forSeconds)
        .sign(key)
    },
  }
}

async function keptKey(path: string) {
  if (!existsSync(path)) {
    const { privateKey } = await generateKeyPair('ES256', { extractable: true })
    const jwk = await exportJWK(privateKey)
    const made = { ...jwk, alg: 'ES256', use: 'sig', kid: await calculateJwkThumbprint(jwk) }
    // Two processes that start at once must not end up with two keys: the second finds the first one's file.
    keepOnce(path, () => JSON.stringify(made))
  }
  try {
    const jwk = JSON.parse(readFileSync(path, 'utf8')) as JWK
    if (typeof jwk.d !== 'string') throw new TypeError('There is no private key in it.')
    return { jwk, key: await importJWK(jwk, 'ES256') }
  } catch (error) {
    throw new LocalError(say('issuer_unreadable', { path }), { cause: error })
  }
}
