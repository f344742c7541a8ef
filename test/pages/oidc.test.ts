import { generateKeyPair } from 'jose'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'

import { oidcKeys } from '#http/oidc-keys'
import { tokenVerifier } from '#http/tokens'
import { oidcSignIn } from '#pages/oidc-sign-in.tsx'
import { useEngine } from '#test/support/engine'
import { aWorld } from '#test/support/world'

import { startProvider, type Provider } from './provider'
import { host, pagesOn, type PagesDoor } from './support'

const engine = useEngine()
let provider: Provider
let ask: PagesDoor

beforeAll(async () => {
  const world = await aWorld(engine)
  provider = await startProvider()
  const verifyToken = tokenVerifier({ issuer: provider.issuer, audience: 'norma', jwks: oidcKeys(provider.issuer) })
  const settings = { issuer: provider.issuer, clientId: 'pages', secret: 'a secret of the tests', allowHttp: true }
  ask = pagesOn(world, { verifyToken, signIn: oidcSignIn({ ...settings, ports: world.ports, verifyToken }) })
})
afterEach(() => provider.misbehave({}))
afterAll(() => provider.stop())

test('somebody signs in at the company and comes back to the page they wanted', async () => {
  const { address, errand } = await leave('/app/board')
  const back = await comeBack(provider.signIn(address, 'anna'), errand)
  const session = cookieOf(back, 'norma_session')
  const day = await ask('/app', { headers: { cookie: session } })
  const asked = new URL(address).searchParams

  expect(asked.get('response_type')).toBe('code')
  expect(asked.get('code_challenge_method')).toBe('S256')
  expect(asked.get('redirect_uri')).toBe(`${host}/app/sign-in/return`)
  expect(provider.exchanges.at(-1)?.get('code_verifier')).toMatch(/^[\w-]{43,}$/)
  expect(back.status).toBe(303)
  expect(back.headers.get('location')).toBe('/app/board')
  expect(back.headers.get('set-cookie')).toMatch(/norma_errand=; Max-Age=0/)
  expect(day.status).toBe(200)
  expect(await day.text()).toContain('Anna')
})

test('over https the cookies are bound to this very host', async () => {
  const { headers } = await ask('https://norma.test/app/sign-in/start')

  expect(headers.get('set-cookie')).toMatch(
    /^__Host-norma_errand=[\w.-]+; Max-Age=600; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
  )
})

test('what is kept between leaving and coming back cannot be read as who one is, nor be forged', async () => {
  const { address, errand } = await leave('/app')
  const forged = await comeBack(provider.signIn(address, 'anna'), `${errand}x`)
  const without = await comeBack(provider.signIn(address, 'anna'), '')

  expect([forged.status, without.status]).toEqual([400, 400])
  expect(cookieOf(forged, 'norma_session')).toBe('')
})

test('an answer to somebody else’s errand signs nobody in', async () => {
  const mine = await leave('/app')
  const theirs = await leave('/app')
  const answer = await comeBack(provider.signIn(theirs.address, 'anna'), mine.errand)

  expect(answer.status).toBe(403)
  expect(cookieOf(answer, 'norma_session')).toBe('')
})

test('a code is good once', async () => {
  const { address, errand } = await leave('/app')
  const path = provider.signIn(address, 'anna')
  const first = await comeBack(path, errand)
  const second = await comeBack(path, errand)

  expect(first.status).toBe(303)
  expect(second.status).toBe(403)
})

test('a token with another nonce, for another API or by another key signs nobody in', async () => {
  const { privateKey: otherKey } = await generateKeyPair('ES256')
  const answers: Response[] = []
  for (const how of [{ nonce: 'other' }, { audience: 'other' }, { key: otherKey }]) {
    provider.misbehave(how)
    const { address, errand } = await leave('/app')
    answers.push(await comeBack(provider.signIn(address, 'anna'), errand))
  }

  expect(answers.map(({ status }) => status)).toEqual([403, 403, 403])
  expect(answers.map((one) => cookieOf(one, 'norma_session'))).toEqual(['', '', ''])
})

test('who is known to the company but not to Norma is told under which name they can be added', async () => {
  const { address, errand } = await leave('/app')
  const answer = await comeBack(provider.signIn(address, 'stranger'), errand)

  expect(answer.status).toBe(403)
  expect(await answer.text()).toContain('add you as “stranger”')
})

test('who says no at the company is told so and may try again', async () => {
  const { address, errand } = await leave('/app')
  const state = new URL(address).searchParams.get('state')
  const answer = await comeBack(
    `/app/sign-in/return?error=access_denied&error_description=Not+today&state=${state}&iss=${encodeURIComponent(provider.issuer)}`,
    errand,
  )

  expect(answer.status).toBe(403)
  expect(await answer.text()).toContain('Not today')
})

async function leave(back: string): Promise<{ readonly address: string; readonly errand: string }> {
  const answer = await ask(`/app/sign-in/start?back=${encodeURIComponent(back)}`)
  return { address: answer.headers.get('location') ?? '', errand: cookieOf(answer, 'norma_errand') }
}

function comeBack(path: string, errand: string): Promise<Response> {
  return ask(path, { headers: { cookie: errand } })
}

function cookieOf(answer: Response, name: string): string {
  const found = answer.headers.getSetCookie().find((one) => one.startsWith(`${name}=`) && !one.includes('Max-Age=0'))
  return found?.split(';')[0] ?? ''
}
