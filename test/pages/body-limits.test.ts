import { beforeAll, describe, expect, test } from 'vitest'

import { allOperations } from '#product/lists/operations'
import { operationDoors } from '#product/lists/operation-doors'
import { createPages } from '#product/pages-app.tsx'
import { createApp } from '#http/app'
import { localSignIn } from '#pages/local-sign-in.tsx'
import { openApi } from '#test/support/contract'
import { useEngine } from '#test/support/engine'
import { aWorld, type World } from '#test/support/world'

import { fromHere, host, namesAsTokens, someAssets } from './support'

type Fetch = (request: Request) => Response | Promise<Response>

const engine = useEngine()
let world: World
let api: Fetch
let pages: Fetch

beforeAll(async () => {
  world = await aWorld(engine)
  const { ports } = world
  const { helen } = (await ports.people.load()).employees
  if (helen !== undefined)
    await ports.people.saveEmployee({ ...helen, rights: { ...helen.rights, channels_edit: 'all' } })
  const app = createApp({
    ports,
    doors: operationDoors,
    openApi: () => Promise.resolve(openApi as never),
    verifyToken: namesAsTokens,
    cursorSecret: 'a secret of the tests',
    log: () => undefined,
  })
  api = (request) => app.fetch(request)
  const made = createPages({
    ports,
    verifyToken: namesAsTokens,
    askApi: async (request) => app.fetch(request),
    assets: someAssets,
    signIn: localSignIn(ports, (employee) => Promise.resolve(`token-${employee}`)),
    log: () => undefined,
  })
  pages = (request) => made.fetch(request)
})

const pieceBytes = 16_384
const writing = allOperations.filter(({ body }) => body !== undefined)
const addressOf = (path: string) => path.replaceAll(/\{[a-z]+\}/g, 'none_1')

/** Sends a body without an end and without a length; says what was answered and how many bytes were read of it. */
async function sendEndless(door: Fetch, path: string, headers: Readonly<Record<string, string>>, method = 'POST') {
  let bytes = 0
  const body = new ReadableStream<Uint8Array>({
    pull: (controller) => {
      bytes += pieceBytes
      // A door that reads on for ever would otherwise never end this test.
      if (bytes > 8 * 1_048_576) controller.close()
      else controller.enqueue(new Uint8Array(pieceBytes).fill(32))
    },
  })
  const request = new Request(host + path, { method, headers, body, duplex: 'half' } as RequestInit)
  const response = await door(request)
  return { status: response.status, bytes }
}

const json = { 'content-type': 'application/json', 'if-match': '*' }
const form = { 'content-type': 'application/x-www-form-urlencoded' }

describe.each(writing.map((one) => [one.id, one] as const))('%s', (_, { method, path }) => {
  test('reads nothing of a stranger, straight or through the pages', async () => {
    const straight = await sendEndless(api, addressOf(path), json, method)
    const forged = await sendEndless(api, addressOf(path), { ...json, authorization: 'Bearer forged' }, method)
    const through = await sendEndless(pages, `/app/api${addressOf(path)}`, { ...json, ...fromHere }, method)

    expect([straight.status, forged.status, through.status]).toEqual([401, 401, 401])
    for (const { bytes } of [straight, forged, through]) expect(bytes).toBeLessThanOrEqual(2 * pieceBytes)
  })

  test('reads no more than 1 MB of anybody', async () => {
    const straight = await sendEndless(api, addressOf(path), { ...json, authorization: 'Bearer token-helen' }, method)
    const cookie = { cookie: 'norma_session=token-helen' }
    const through = await sendEndless(pages, `/app/api${addressOf(path)}`, { ...json, ...fromHere, ...cookie }, method)

    expect([straight.status, through.status]).toEqual([413, 413])
    for (const { bytes } of [straight, through]) expect(bytes).toBeLessThanOrEqual(1_048_576 + 3 * pieceBytes)
  })
})

describe('forms of pages', () => {
  test.each(['/app/preferences', '/app/sign-in', '/app/sign-out', '/app/none', '/'])(
    'no more than 64 kB are read at %s, whoever asks',
    async (path) => {
      const { status, bytes } = await sendEndless(pages, path, { ...form, ...fromHere })

      expect(status).toBe(413)
      expect(bytes).toBeLessThanOrEqual(65_536 + 3 * pieceBytes)
    },
  )

  test('one that says its length is refused unread', async () => {
    const { status, bytes } = await sendEndless(pages, '/app/preferences', {
      ...form,
      ...fromHere,
      'content-length': '629145600',
    })

    expect(status).toBe(413)
    expect(bytes).toBeLessThanOrEqual(2 * pieceBytes)
  })
})

test.each([
  ['/app\r\nset-cookie: a=b', '/app'],
  ['/app/board\n', '/app'],
  ['/app/board?q=Чай', '/app/board?q=%D0%A7%D0%B0%D0%B9'],
  ['/app/..//evil.example', '/app'],
  ['/app/board/../my-day', '/app/my-day'],
])('after signing in, %j leads to %s', async (back, to) => {
  const body = new URLSearchParams({ person: 'anna', back })
  const answer = await pages(new Request(`${host}/app/sign-in`, { method: 'POST', headers: fromHere, body }))

  expect([answer.status, answer.headers.get('location')]).toEqual([303, to])
})
