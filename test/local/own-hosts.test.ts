import { describe, expect, test } from 'vitest'

import { isHostName, onlyForOwnHosts } from '#local/own-hosts'

const door = onlyForOwnHosts(() => new Response('in'), ['norma.example.com'])
const ask = (url: string, headers: Record<string, string> = {}) =>
  door(new Request(url, { headers: { host: new URL(url).host, ...headers } }))

describe('a door on this machine', () => {
  test.each([
    'http://localhost:4000/app',
    'http://LOCALHOST:4000/app',
    'http://127.0.0.1:4000/deals',
    'http://[::1]:4000/local/idle',
    'http://norma.example.com/app',
  ])('answers at %s', async (url) => {
    expect((await ask(url)).status).toBe(200)
  })

  test.each([
    'http://evil.example:4000/app/sign-in',
    'http://localhost.evil.example:4000/deals',
    'http://127.0.0.1.nip.io:4000/health',
    'http://localhost.:4000/app',
    'http://192.168.0.7:4000/app',
    'http://0.0.0.0:4000/app',
    'http://other.norma.example.com/app',
  ])('does not at %s', async (url) => {
    const answer = await ask(url)
    const problem = (await answer.json()) as Record<string, unknown>

    expect([answer.status, problem['code']]).toEqual([421, 'misdirected'])
    expect(problem['detail']).toContain(new URL(url).host)
  })

  test.each(['', 'evil.example', 'localhost@evil.example', 'localhost, evil.example', 'local host'])(
    'believes no Host “%s” beside an address of its own',
    async (host) => {
      expect((await ask('http://127.0.0.1:4000/app', { host })).status).toBe(421)
    },
  )

  test.each([
    ['http://127.0.0.1:4000', 200],
    ['http://localhost:4000', 200],
    ['https://norma.example.com', 200],
    ['http://localhost:4340', 421],
    ['http://127.0.0.1', 421],
    ['http://evil.example:4000', 421],
    ['https://evil.example', 421],
    ['null', 421],
    ['file://', 421],
    ['nonsense', 421],
  ])('a page of %s is answered with %i', async (origin, status) => {
    const answer = await ask('http://127.0.0.1:4000/deals', { origin })

    expect(answer.status).toBe(status)
  })

  test('says so in Russian too', async () => {
    const answer = await ask('http://evil.example:4000/app', { 'accept-language': 'ru' })
    const problem = (await answer.json()) as Record<string, unknown>

    expect(problem['title']).toMatch(/[а-яё]/i)
    expect(problem['detail']).toMatch(/[а-яё].*--host evil\.example/i)
  })
})

test('a name to be asked by is a host and nothing more', () => {
  const names = [
    'norma.example.com',
    'norma',
    'NORMA.local',
    'https://x.com',
    'x.com:80',
    'x.com/app',
    '',
    '*.x.com',
    '0.0.0.0',
    '0',
    '[::]',
    'a b',
  ]

  expect(names.filter(isHostName)).toEqual(['norma.example.com', 'norma', 'NORMA.local'])
})
