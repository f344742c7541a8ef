import { once } from 'node:events'
import { createServer, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createHash } from 'node:crypto'

import { exportJWK, generateKeyPair, SignJWT, type CryptoKey } from 'jose'

/** An OpenID Connect provider on this machine that signs in whoever it is told to. */
export type Provider = {
  readonly issuer: string
  /** What was asked for at the token endpoint. */
  readonly exchanges: readonly URLSearchParams[]
  /** What is done wrong from now on. */
  readonly misbehave: (how: Partial<Misdeeds>) => void
  /** Goes to the address people are sent to, signs in, and gives the address they are sent back to. */
  readonly signIn: (address: string, subject: string, claims?: Readonly<Record<string, unknown>>) => string
  readonly stop: () => Promise<void>
}

type Misdeeds = {
  readonly nonce: string
  readonly audience: string
  readonly key: CryptoKey
  /** Who the ID token says that it is of, for whom, and how long ago it was made. */
  readonly issuer: string
  readonly client: string
  readonly ageSec: number
  /** The ID token as it is given, made of a right one. */
  readonly forged: (token: string) => Promise<string>
  /** What an address answers instead. */
  readonly broken: { readonly path: string; readonly how: 'fails' | 'hangs' | 'redirects' | 'page' | 'pageless' }
}
type Code = {
  readonly claims: Readonly<Record<string, unknown>>
  readonly subject: string
  readonly nonce: string
  readonly challenge: string
  readonly client: string
}

/** Starts a provider; its ID tokens are for the client, its access tokens for the API. */
export async function startProvider(): Promise<Provider> {
  const { privateKey, publicKey } = await generateKeyPair('ES256')
  const jwk = { ...(await exportJWK(publicKey)), alg: 'ES256', kid: 'one', use: 'sig' }
  const codes = new Map<string, Code>()
  const exchanges: URLSearchParams[] = []
  const misdeeds: { now: Partial<Misdeeds> } = { now: {} }
  const server: Server = createServer((asked, answer) => {
    const say = (body: unknown, status = 200) => {
      answer.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
    }
    const { broken } = misdeeds.now
    if (broken !== undefined && broken.path === asked.url) {
      if (broken.how === 'pageless') return say({ ...discovery(issuer), authorization_endpoint: undefined })
      return breakOff(answer, broken.how)
    }
    if (asked.url === '/.well-known/openid-configuration') return say(discovery(issuer))
    if (asked.url === '/keys') return say({ keys: [jwk] })
    if (asked.url !== '/token') return say({ error: 'not_found' }, 404)
    let text = ''
    asked.setEncoding('utf8').on('data', (part: string) => (text += part))
    asked.on('end', () => {
      void exchange(new URLSearchParams(text)).then(({ status, body }) => say(body, status))
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`

  async function exchange(asked: URLSearchParams): Promise<{ status: number; body: unknown }> {
    exchanges.push(asked)
    const code = codes.get(asked.get('code') ?? '')
    codes.delete(asked.get('code') ?? '')
    const proof = createHash('sha256')
      .update(asked.get('code_verifier') ?? '')
      .digest('base64url')
    if (code === undefined || proof !== code.challenge) return { status: 400, body: { error: 'invalid_grant' } }
    const { nonce = code.nonce, audience = 'norma', key = privateKey } = misdeeds.now
    const { issuer: said = issuer, client = code.client, ageSec = 0, forged = async (one) => one } = misdeeds.now
    const madeAt = Math.floor(Date.now() / 1000) - ageSec
    const token = (claims: object, aud: string) =>
      new SignJWT({ ...claims })
        .setProtectedHeader({ alg: 'ES256', kid: 'one' })
        .setIssuer(said)
        .setAudience(aud)
        .setSubject(code.subject)
        .setIssuedAt(madeAt)
        .setExpirationTime(madeAt + 3600)
        .sign(key)
    const body = {
      token_type: 'Bearer',
      expires_in: 3600,
      access_token: await token({}, audience),
      id_token: await forged(await token({ nonce, ...code.claims }, client)),
    }
    return { status: 200, body }
  }

  return {
    issuer,
    exchanges,
    misbehave: (how) => {
      misdeeds.now = how
    },
    signIn: (address, subject, claims = {}) => {
      const { searchParams: asked } = new URL(address)
      const code = `code-${codes.size + exchanges.length}`
      codes.set(code, {
        claims,
        subject,
        nonce: asked.get('nonce') ?? '',
        challenge: asked.get('code_challenge') ?? '',
        client: asked.get('client_id') ?? '',
      })
      const back = new URL(asked.get('redirect_uri') ?? '')
      back.searchParams.set('code', code)
      back.searchParams.set('state', asked.get('state') ?? '')
      back.searchParams.set('iss', issuer)
      return back.pathname + back.search
    },
    stop: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

function breakOff(answer: ServerResponse, how: Misdeeds['broken']['how']): void {
  if (how === 'fails') answer.writeHead(500, { 'content-type': 'application/json' }).end('{}')
  if (how === 'page') answer.writeHead(200, { 'content-type': 'text/html' }).end('<h1>Down</h1>')
  if (how === 'redirects') answer.writeHead(302, { location: '/token' }).end()
}

function discovery(issuer: string): Readonly<Record<string, unknown>> {
  return {
    issuer,
    authorization_endpoint: `${issuer}/authorize`,
    token_endpoint: `${issuer}/token`,
    jwks_uri: `${issuer}/keys`,
    response_types_supported: ['code'],
    subject_types_supported: ['public'],
    id_token_signing_alg_values_supported: ['ES256'],
    code_challenge_methods_supported: ['S256'],
    authorization_response_iss_parameter_supported: true,
  }
}
