import { readFileSync } from 'node:fs'

import { expect, test } from 'vitest'

import { keepWordsOfClient } from '#search/usecases/keep-words'
import { useEngine } from '#test/support/engine'
import { aDoor } from '#test/support/http'
import { meter } from '#test/support/meter'
import { aWorld } from '#test/support/world'

const engine = useEngine()

/** Rows of docs/benchmarks.md by what they are about: write units, read units, requests. */
function told(): Readonly<Record<string, readonly number[]>> {
  const [, section = ''] = readFileSync('docs/benchmarks.md', 'utf8').split('## What a client costs')
  const rows = section.split('\n## ')[0]?.matchAll(/^\| ([^|]+) \| ([\d.]+) \| ([\d.]+) \| ([\d.]+) \|/gm) ?? []
  return Object.fromEntries([...rows].map(([, what = '', ...numbers]) => [what, numbers.slice(0, 3).map(Number)]))
}

test('a client costs what docs/benchmarks.md says, from the card to the package they are handed', async () => {
  const world = await aWorld(engine)
  const door = await aDoor(world)
  const warm = await door.post('/clients', { kind: 'person', name: 'Boris Petrov', owner: 'anna' }, { as: 'helen' })
  // What a process reads once (people, rules) is read already.
  await door.get(`/clients/${warm.body.id}`, { as: 'helen' })
  const cost = meter(engine.client)
  const costs: Record<string, readonly number[]> = {}
  const count = async <T>(what: string, run: () => Promise<T>): Promise<T> => {
    cost()
    const answer = await run()
    const { writeUnits, readUnits, requests } = cost()
    costs[what] = [writeUnits, readUnits, requests]
    return answer
  }
  const vera = {
    kind: 'person',
    name: 'Vera Orlova',
    owner: 'anna',
    phone: '+7 916 000-00-01',
    email: 'v@aurora.example',
  }

  const { id } = (
    await count('a new client with a number and an address', () => door.post('/clients', vera, { as: 'anna' }))
  ).body
  await count('its words', () => keepWordsOfClient(world.ports, id))
  await count('open another’s card, the first time on a day', () => door.get(`/clients/${id}`, { as: 'helen' }))
  await count('open it again', () => door.get(`/clients/${id}`, { as: 'helen' }))
  await count('open one’s own', () => door.get(`/clients/${id}`, { as: 'anna' }))
  await count('show a number', () => door.post(`/clients/${id}/reveal`, { way: 'w1' }, { as: 'helen' }))
  await count('search a surname', () => door.get('/search?q=orlova', { as: 'anna' }))
  await count('write down a request of theirs', () =>
    door.post(`/clients/${id}/requests`, { kind: 'access', way: 'mail' }, { as: 'anna' }),
  )
  await count('hand out what is kept, which answers it', () => door.post(`/clients/${id}/personal-data`, {}))

  const said = told()
  expect(Object.keys(said)).toEqual(Object.keys(costs))
  for (const [what, [written = 0, read = 0, requests = 0]] of Object.entries(costs)) {
    const [saidWritten, saidRead = 0, saidRequests = 0] = said[what] ?? []
    expect([what, written]).toEqual([what, saidWritten])
    // Whether people, rules and settings have changed is asked once a second: a slow machine asks in between.
    const [more, moreRequests] = [read - saidRead, requests - saidRequests]
    expect([what, more === moreRequests && more >= 0 && more <= 3]).toEqual([what, true])
  }
})
