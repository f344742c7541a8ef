import {
  createLocalJWKSet,
  createRemoteJWKSet,
  errors,
  exportJWK,
  generateKeyPair,
  SignJWT,
  type JWTVerifyGetKey,
} from 'jose'
import { describe, expect, test } from 'vitest'

import { tokenVerifier } from '#http/tokens'

const issuer = 'https://issuer.example'
const start = Date.parse('2026-12-01T07:00:00Z')

const aKey = async (kid: string, alg = 'ES256') => {
  const { publicKey, privateKey } = await generateKeyPair(alg, { extractable: true })
  const jwk = { ...(await exportJWK(publicKey)), kid, alg }
  const sign = (more: object = {}, header: object = {}): Promise<string> =>
    new SignJWT({ iss: issuer, aud: 'norma', sub: 'anna', exp: start / 1000 + 600, ...more })
      .setProtectedHeader({ alg, kid, ...header })
      .sign(privateKey)
  return { jwk, sign }
}

const verifierWith = (jwks: JWTVerifyGetKey, nowMs = () => start) =>
  tokenVerifier({ issuer, audience: 'norma', jwks, nowMs })

describe('a token', () => {
  test.each(['ES256', 'RS256'])('signed by %s says who its bearer is', async (alg) => {
    const { jwk, sign } = await aKey('one', alg)

    const subject = await verifierWith(createLocalJWKSet({ keys: [jwk] }))(await sign())

    expect(subject).toBe('anna')
  })

  test('signed another way is not believed, even by a known key', async () => {
    const { jwk, sign } = await aKey('one', 'PS256')
    const verify = verifierWith(createLocalJWKSet({ keys: [jwk] }))

    await expect(verify(await sign())).rejects.toMatchObject({ code: 'unauthenticated' })
    await expect(verify(`${btoa('{"alg":"none"}')}.${btoa('{"sub":"anna"}')}.`)).rejects.toMatchObject({
      code: 'unauthenticated',
    })
  })

  test('is checked once a minute and never believed beyond its own end', async () => {
    const { jwk, sign } = await aKey('one')
    let checks = 0
    let now = start
    const keys = createLocalJWKSet({ keys: [jwk] })
    const counting: JWTVerifyGetKey = (header, token) => {
      checks += 1
      return keys(header, token)
    }
    const verify = verifierWith(counting, () => now)
    const token = await sign({ exp: start / 1000 + 90 })

    await verify(token)
    await verify(token)
    now = start + 61_000
    await verify(token)
    now = start + 89_000
    await verify(token)
    now = start + 91_000

    expect(checks).toBe(2)
    await expect(verify(token)).rejects.toMatchObject({
      code: 'unauthenticated',
      message: expect.stringContaining('expired'),
    })
  })

  test('of a new key is believed as soon as the key is published', async () => {
    const [old, fresh] = await Promise.all([aKey('old'), aKey('fresh')])
    let keys = [old.jwk]
    const verify = verifierWith((header, token) => createLocalJWKSet({ keys })(header, token))

    await expect(verify(await fresh.sign())).rejects.toMatchObject({ code: 'unauthenticated' })
    keys = [old.jwk, fresh.jwk]

    expect(await verify(await fresh.sign())).toBe('anna')
  })
})

test('keys that cannot be fetched are our fault, not the bearer’s', async () => {
  const { sign } = await aKey('one')
  const jwks = createRemoteJWKSet(new URL('http://127.0.0.1:9/keys'), { timeoutDuration: 200 })

  const failed = verifierWith(jwks)(await sign()).catch((error: unknown) => error)

  expect(await failed).not.toHaveProperty('code', 'unauthenticated')
  await expect(verifierWith(() => Promise.reject(new errors.JWKSTimeout()))(await sign())).rejects.toBeInstanceOf(
    errors.JWKSTimeout,
  )
})
