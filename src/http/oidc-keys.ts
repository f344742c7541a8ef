import { createRemoteJWKSet, type JWTVerifyGetKey } from 'jose'

/**
 * The signing keys of an OIDC provider, found through its discovery document when the first token comes. A failed
 * discovery is tried again with the next token; new keys of the provider are fetched when a token names one.
 */
export function oidcKeys(issuer: string, get: typeof fetch = fetch): JWTVerifyGetKey {
  let found: Promise<JWTVerifyGetKey> | undefined
  return async (header, token) => {
    found ??= discover(issuer, get)
    try {
      const keys = await found
      return await keys(header, token)
    } catch (error) {
      if (error instanceof DiscoveryFailed) found = undefined
      throw error
    }
  }
}

class DiscoveryFailed extends Error {}

async function discover(issuer: string, get: typeof fetch): Promise<JWTVerifyGetKey> {
  const address = `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`
  const answer = await get(address, { signal: AbortSignal.timeout(5_000) }).catch((cause: unknown) => {
    throw new DiscoveryFailed(`The token issuer does not answer at ${address}.`, { cause })
  })
  const { jwks_uri: keysAt } = answer.ok ? ((await answer.json()) as { jwks_uri?: unknown }) : {}
  if (typeof keysAt !== 'string') throw new DiscoveryFailed(`The token issuer names no keys at ${address}.`)
  return createRemoteJWKSet(new URL(keysAt))
}
