import { exportSPKI, generateKeyPair, SignJWT } from 'jose'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'

import { inviteEmployee } from '#entry/usecases/invite-employee'
import { providerSignIn } from '#entry/pages/provider-sign-in.tsx'
import { startProvider, type Provider } from '#test/pages/provider'
import { pagesOn } from '#test/pages/support'
import { useEngine } from '#test/support/engine'
import { useFolder } from '#test/support/temporary-folder'

import { anEntryScene, sessionIn, type EntryScene } from './scene'

const engine = useEngine()
const folder = useFolder()
let provider: Provider
let scene: EntryScene
const logged: object[] = []

beforeAll(async () => {
  provider = await startProvider()
  const made = await anEntryScene(engine, folder.path('data'))
  const ports = { ...made.world.ports, ways: { by: 'provider' as const } }
  const settings = {
    issuer: provider.issuer,
    clientId: 'norma',
    secret: 'a secret of the tests',
    allowHttp: true,
    patienceMs: 2000,
  }
  const ask = pagesOn(made.world, {
    verifyToken: made.letIn.whoIs,
    log: (entry) => logged.push(entry),
    signIn: providerSignIn({ ...made.letIn, ports }, settings),
  })
  scene = { ...made, ask }
  for (const id of ['anna', 'boris', 'clara', 'cyril']) await writeEmail(id, `${id}@aurora.example`)
})
afterEach(() => {
  provider.misbehave({})
  logged.length = 0
})
afterAll(() => provider.stop())

const sure = (email: string) => ({ email, email_verified: true })

async function writeEmail(id: string, email: string): Promise<void> {
  const { [id]: one } = (await scene.world.ports.people.load()).employees
  if (one === undefined) throw new Error(`${id} works here.`)
  await scene.world.ports.people.saveEmployee({ ...one, email })
}

async function comeIn(subject: string, claims: Record<string, unknown> = {}, way = '?back=%2Fapp%2Fboard') {
  const left = await scene.ask(`/app/sign-in/start${way}`)
  const errand = left.headers.getSetCookie()[0]?.split(';')[0] ?? ''
  const path = provider.signIn(left.headers.get('location') ?? '', subject, claims)
  const answer = await scene.ask(path, { headers: { cookie: errand } })
  const text = await answer.text()
  return { status: answer.status, to: answer.headers.get('location'), session: sessionIn(answer), text }
}
const whoIs = (session: string) => scene.letIn.whoIs(session)

test('the first sign-in binds an account by the e-mail address; from then on it is known by issuer and subject', async () => {
  const first = await comeIn('subject-1', sure('Anna@Aurora.example'))
  await writeEmail('anna', 'anna.new@aurora.example')
  const second = await comeIn('subject-1', sure('whatever@aurora.example'))

  expect([first.status, first.to]).toEqual([303, '/app/board'])
  expect([await whoIs(first.session), await whoIs(second.session)]).toEqual(['anna', 'anna'])
})

test('an address is known however its domain is spelled, and none is nobody’s', async () => {
  await writeEmail('andrew', 'Почта@пример.рф')
  await writeEmail('alex', '')

  const [known, nobody] = [
    await comeIn('subject-20', sure('почта@xn--e1afmkfd.xn--p1ai')),
    await comeIn('subject-21', sure('')),
  ]

  expect(await whoIs(known.session)).toBe('andrew')
  expect([nobody.status, nobody.session]).toEqual([403, ''])
  expect(nobody.text).toContain('no confirmed e-mail')
})

test('another account with the same address is not let in', async () => {
  await comeIn('subject-2', sure('boris@aurora.example'))

  const other = await comeIn('subject-3', sure('boris@aurora.example'))

  expect([other.status, other.session]).toEqual([403, ''])
  expect(other.text).toContain('Boris signs in with another company account')
})

test.each([
  [
    'an address that the provider has not confirmed',
    { email: 'clara@aurora.example', email_verified: false },
    'no confirmed e-mail',
  ],
  ['an address of which the provider does not say so', { email: 'clara@aurora.example' }, 'no confirmed e-mail'],
  ['no address', {}, 'no confirmed e-mail'],
  ['an address that nobody here has', sure('stranger@aurora.example'), 'stranger@aurora.example'],
])('%s lets nobody in', async (_, claims, said) => {
  const answer = await comeIn('subject-4', claims)

  expect([answer.status, answer.session]).toEqual([403, ''])
  expect(answer.text).toContain(said)
  expect((await scene.world.ports.entry.find('clara')).identity).toBeUndefined()
})

test('an address that two have lets nobody in', async () => {
  await writeEmail('carol', 'cyril@aurora.example')

  const answer = await comeIn('subject-5', sure('cyril@aurora.example'))

  expect([answer.status, answer.session]).toEqual([403, ''])
})

test('an ID token by another key lets nobody in', async () => {
  const { privateKey: key } = await generateKeyPair('ES256')
  provider.misbehave({ key })

  const answer = await comeIn('subject-6', sure('clara@aurora.example'))

  expect([answer.status, answer.session]).toEqual([403, ''])
})

const asMade = (token: string) => JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString())
const text = (what: object) => Buffer.from(JSON.stringify(what)).toString('base64url')

test.each([
  ['of another issuer', { issuer: 'http://127.0.0.1:9' }],
  ['for another client', { client: 'other' }],
  ['that is an hour and a minute old', { ageSec: 3660 }],
  ['without a signature', { forged: async (one: string) => `${text({ alg: 'none' })}.${one.split('.')[1]}.` }],
  [
    'signed by the public key as if it were a secret',
    {
      forged: async (one: string) => {
        const secret = await exportSPKI((await generateKeyPair('ES256')).publicKey)
        return new SignJWT(asMade(one)).setProtectedHeader({ alg: 'HS256' }).sign(new TextEncoder().encode(secret))
      },
    },
  ],
  ['that is none', { forged: async () => 'no.token' }],
])('an ID token %s lets nobody in, and it is said which check it did not pass', async (_, how) => {
  provider.misbehave(how)

  const answer = await comeIn('subject-10', sure('clara@aurora.example'))

  expect([answer.status, answer.session]).toEqual([403, ''])
  expect(answer.text).toMatch(/did not pass our checks.*: OAUTH_\w+\./s)
  expect(logged).toMatchObject([{ level: 'error', path: '/app/sign-in/return' }])
})

test.each([
  ['/token', 'fails', 503],
  ['/token', 'hangs', 503],
  ['/token', 'redirects', 403],
  ['/token', 'page', 403],
] as const)('a provider whose %s %s lets nobody in and is told as such', async (path, how, status) => {
  provider.misbehave({ broken: { path, how } })

  const answer = await comeIn('subject-11', sure('clara@aurora.example'))

  expect([answer.status, answer.session]).toEqual([status, ''])
  expect(answer.text).toContain(status === 503 ? 'does not answer' : 'did not pass our checks')
  expect(logged).toMatchObject([{ level: 'error', path: '/app/sign-in/return' }])
})

test('a provider that does not answer at first is asked again, and a reader is told in their language', async () => {
  const ask = pagesOn(scene.world, {
    verifyToken: scene.letIn.whoIs,
    log: () => undefined,
    signIn: providerSignIn(
      { ...scene.letIn, ports: { ...scene.world.ports, ways: { by: 'provider' } } },
      { issuer: provider.issuer, clientId: 'norma', secret: 'a secret of the tests', allowHttp: true },
    ),
  })
  const start = () => ask('/app/sign-in/start', { headers: { 'accept-language': 'ru' } })
  const path = '/.well-known/openid-configuration'
  provider.misbehave({ broken: { path, how: 'fails' } })
  const first = await start()
  provider.misbehave({ broken: { path, how: 'pageless' } })
  const pageless = await start()
  provider.misbehave({})
  const again = await start()

  expect([first.status, pageless.status, again.status]).toEqual([503, 403, 302])
  expect(await first.text()).toContain('Страница входа вашей компании не отвечает')
  expect(await pageless.text()).toContain('OAUTH_MISSING_SERVER_METADATA')
})

test('whoever founds a company comes by the provider to its first start', async () => {
  await scene.world.ports.entry.saveBeginning({ isDemo: false, isNew: true })
  await writeEmail('helen', 'helen@aurora.example')

  const [wanted, founding] = [
    await comeIn('subject-12', sure('helen@aurora.example')),
    await comeIn('subject-12', {}, ''),
  ]
  await scene.world.ports.entry.saveBeginning({ isDemo: false, isNew: false })

  expect([wanted.to, founding.to]).toEqual(['/app/board', '/app/first-start'])
})

test('a link binds an account without an address, and another one later', async () => {
  const { caller } = await scene.world.as('helen')
  const link = async () => {
    const { path } = await inviteEmployee(scene.world.ports, caller, 'fedor')
    return `?invitation=${encodeURIComponent(path.slice('/app/invitation/'.length))}`
  }
  const way = await link()
  const offered = await (
    await scene.ask(`/app/invitation/${decodeURIComponent(way.slice('?invitation='.length))}`)
  ).text()
  const first = await comeIn('subject-7', {}, way)
  const again = await comeIn('subject-8', {}, way)
  const other = await comeIn('subject-8', {}, await link())
  const old = await comeIn('subject-7', {})
  const annas = await comeIn('subject-1', {}, await link())

  expect(offered).toContain('Welcome, Fedor')
  expect(await whoIs(other.session)).toBe('fedor')
  expect([first.status, again.status, old.status, annas.status]).toEqual([303, 403, 403, 403])
  // The sessions of the account before have ended with it.
  await expect(whoIs(first.session)).rejects.toMatchObject({ code: 'unauthenticated' })
})

test('who has left is not let in, and their account is free', async () => {
  const { employees } = await scene.world.ports.people.load()
  if (employees['clara'] === undefined) throw new Error('Clara works here.')
  await comeIn('subject-9', sure('clara@aurora.example'))
  await scene.world.ports.people.saveEmployee({ ...employees['clara'], active: false })

  const answer = await comeIn('subject-9', sure('clara@aurora.example'))

  expect([answer.status, answer.session]).toEqual([403, ''])
  expect(await scene.world.ports.entry.boundTo(provider.issuer, 'subject-9')).toBeUndefined()
})
