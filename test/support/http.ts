import { createLocalJWKSet, exportJWK, generateKeyPair, SignJWT, type CryptoKey } from 'jose'

import { allDescribed } from '#product/lists/described'
import { allOperations } from '#product/lists/operations'
import { operationDoors } from '#product/lists/operation-doors'
import { createApp, type AppParts } from '#http/app'
import { codesOf, describedOperations } from '#product/openapi'
import { tokenVerifier } from '#http/tokens'
import { expectPromised, openApi, templateOf } from '#test/support/contract'
import type { World } from '#test/support/world'

/** What a test asks for; `as` is an employee id, null sends no token, `token` sends this one. */
export type Asked = {
  readonly as?: string | null
  readonly token?: string
  readonly body?: unknown
  readonly text?: string
  readonly headers?: Readonly<Record<string, string>>
}

/** An answer whose shape has been compared with the description of the interface. */
export type Reply = {
  readonly status: number
  readonly headers: Headers
  // oxlint-disable-next-line typescript/no-explicit-any -- the shape has been checked; a test reads what it knows is there
  readonly body: any
}

export type Door = {
  readonly ask: (method: string, path: string, asked?: Asked) => Promise<Reply>
  readonly get: (path: string, asked?: Asked) => Promise<Reply>
  readonly post: (path: string, body: unknown, asked?: Asked) => Promise<Reply>
  /** Asks with a request as it is; the answer is compared with nothing. */
  readonly fetch: (request: Request) => Promise<Response>
  readonly mint: (claims?: Readonly<Record<string, unknown>>, key?: CryptoKey) => Promise<string>
  readonly log: readonly Readonly<Record<string, unknown>>[]
}

const issuer = 'https://issuer.example'
const described = describedOperations(allOperations, allDescribed)

/** The app on a world, asked by helen (who may do everything) where nobody is named. Every answer is checked. */
export async function aDoor(world: Pick<World, 'ports'>, more: Partial<AppParts> = {}): Promise<Door> {
  const { publicKey, privateKey } = await generateKeyPair('ES256')
  const jwks = createLocalJWKSet({ keys: [{ ...(await exportJWK(publicKey)), alg: 'ES256', kid: 'one' }] })
  const nowMs = (): number => Date.parse(world.ports.clock.now())
  const log: Readonly<Record<string, unknown>>[] = []
  const app = createApp({
    ports: world.ports,
    doors: operationDoors,
    openApi: () => Promise.resolve(openApi as never),
    verifyToken: tokenVerifier({ issuer, audience: 'norma', jwks, nowMs }),
    cursorSecret: 'a secret of the tests',
    log: (entry) => log.push(entry),
    ...more,
  })
  const mint = tokenMint(privateKey, nowMs)
  const ask = async (method: string, path: string, asked: Asked = {}): Promise<Reply> => {
    const { as = 'helen', token, body, text, headers } = asked
    const bearer = token ?? (as === null ? undefined : await mint({ sub: as }))
    const sent = text ?? (body === undefined ? undefined : JSON.stringify(body))
    const response = await app.request(path, {
      method,
      headers: {
        ...(bearer === undefined ? {} : { authorization: `Bearer ${bearer}` }),
        ...(sent === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(sent === undefined ? {} : { body: sent }),
    })
    const answer = await response.text()
    const address = path.split('?')[0] ?? path
    const type = response.headers.get('content-type') ?? ''
    if (type === 'application/problem+json') expectDeclared(method, address, answer)
    expectPromised({ method, path: address, status: response.status, headers: response.headers, text: answer })
    return {
      status: response.status,
      headers: response.headers,
      body: answer === '' ? undefined : type.includes('json') ? JSON.parse(answer) : answer,
    }
  }
  return {
    ask,
    get: (path, asked) => ask('GET', path, asked),
    post: (path, body, asked) => ask('POST', path, { ...asked, body }),
    fetch: async (request) => app.fetch(request),
    mint,
    log,
  }
}

/** A status may be declared for another reason: the very code must be one that the operation says it refuses with. */
function expectDeclared(method: string, address: string, answer: string): void {
  const { code } = JSON.parse(answer) as { readonly code: string }
  const operation = described.find((one) => one.method === method && one.path === templateOf(address))
  if (operation === undefined || (codesOf(operation) as readonly string[]).includes(code)) return
  throw new Error(`${operation.id} refuses with ${code}, which it does not declare: ${answer.slice(0, 300)}`)
}

function tokenMint(own: CryptoKey, nowMs: () => number) {
  // Signing costs more than most requests: one token per set of claims and second.
  const minted = new Map<string, Promise<string>>()
  return (claims: Readonly<Record<string, unknown>> = {}, key: CryptoKey = own): Promise<string> => {
    const now = Math.floor(nowMs() / 1000)
    const all = { iss: issuer, aud: 'norma', sub: 'helen', iat: now, exp: now + 3600, ...claims }
    const sign = (): Promise<string> => new SignJWT(all).setProtectedHeader({ alg: 'ES256', kid: 'one' }).sign(key)
    if (key !== own) return sign()
    const text = JSON.stringify(all)
    const found = minted.get(text) ?? sign()
    minted.set(text, found)
    return found
  }
}
