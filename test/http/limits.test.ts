import { expect, test } from 'vitest'

import { memoryLeases } from '#memory/leases'
import type { Leases } from '#ports/limits'
import { leaseStore } from '#store/limits/lease-store'
import { leasedLimits } from '#usecases/lease-limits'
import { useEngine } from '#test/support/engine'
import { aDoor } from '#test/support/http'
import { aWorldInMemory } from '#test/support/world'

const engine = useEngine()

const minute = 29_000_000 * 60_000

/** Three processes over one place of leases are asked a thousand times in a minute, in any order. */
async function thousand(leases: Leases) {
  let asked = 0
  const counted: Leases = {
    lease: (...args) => {
      asked += 1
      return leases.lease(...args)
    },
  }
  const processes = [1, 2, 3].map(() => leasedLimits(counted, () => minute + 20_000))
  const answers = await Promise.all(
    Array.from({ length: 1000 }, async (_, at) => processes[(at * 7) % 3]?.take('key:k', { cost: 1, limit: 300 })),
  )
  return { passed: answers.filter((one) => one?.isGranted === true).length, asked }
}

test.each([
  ['in memory', async () => memoryLeases()],
  ['in the one table', async () => leaseStore({ document: engine.client, table: await engine.createTable() })],
])(
  'three processes let 273 to 300 of 1,000 requests pass at a limit of 300, for a tenth of a unit each: %s',
  async (_, open) => {
    const { passed, asked } = await thousand(await open())

    expect(passed).toBeGreaterThanOrEqual(273)
    expect(passed).toBeLessThanOrEqual(300)
    expect(asked / passed).toBeGreaterThanOrEqual(0.08)
    expect(asked / passed).toBeLessThanOrEqual(0.12)
  },
)

test('whoever asks too much is told when to ask again, and keeps nobody else from asking', async () => {
  const world = await aWorldInMemory()
  let now = minute + 43_000
  const limits = leasedLimits(memoryLeases(), () => now)
  const door = await aDoor({ ports: { ...world.ports, limits } })
  const token = (await door.post('/keys', { name: 'Robot', scopes: { deals_read: 'own' } }, { as: 'anna' })).body.secret
  const ask = () => door.get('/pipelines', { token })

  const first = await ask()
  const most = await Promise.all(Array.from({ length: 298 }, ask))
  const last = await ask()
  const refused = await ask()
  const other = await door.get('/me', { as: 'anna' })
  now = minute + 60_000

  expect(first.headers.get('ratelimit')).toBeNull()
  expect(most.every(({ status }) => status === 200)).toBe(true)
  expect(last.headers.get('ratelimit')).toBe('"key";r=0;t=17')
  expect([refused.status, refused.body.code]).toEqual([429, 'too_many_requests'])
  expect(refused.headers.get('ratelimit-policy')).toBe('"key";q=300;w=60')
  expect(refused.headers.get('ratelimit')).toBe('"key";r=0;t=17')
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThanOrEqual(17)
  expect(Number(refused.headers.get('retry-after'))).toBeLessThanOrEqual(20)
  expect(other.status).toBe(200)
  expect((await ask()).status).toBe(200)
})

test('a clock that is set back and forth gives nobody a second share of a minute, and shuts nobody out for long', async () => {
  let now = minute + 1_000
  const limits = leasedLimits(memoryLeases(), () => now)
  const granted = async (times: number) => {
    const all = await Promise.all(Array.from({ length: times }, () => limits.take('key:k', { cost: 1, limit: 300 })))
    return all.filter(({ isGranted, resetsInMs }) => isGranted && resetsInMs > 0 && resetsInMs <= 60_000).length
  }

  const first = await granted(290)
  now = minute - 500
  const back = await granted(290)
  now = minute + 2_000
  const forth = await granted(290)
  now = minute - 3_600_000
  const hourBack = await granted(200)
  now = minute + 86_400_000
  const dayOn = await granted(200)

  expect(first).toBe(290)
  expect(back + forth).toBeLessThanOrEqual(10)
  expect([hourBack, dayOn]).toEqual([200, 200])
})

test('what changes something counts five times', async () => {
  const world = await aWorldInMemory()
  const door = await aDoor({ ports: { ...world.ports, limits: leasedLimits(memoryLeases(), () => minute) } })

  const replies = await Promise.all(Array.from({ length: 125 }, () => door.post('/inbox/read-all', {}, { as: 'anna' })))

  expect(replies.filter(({ status }) => status === 200)).toHaveLength(120)
  expect(replies.filter(({ status }) => status === 429)).toHaveLength(5)
})

test('numbers of clients are shown ten times a minute and not more', async () => {
  const world = await aWorldInMemory()
  const door = await aDoor({ ports: { ...world.ports, limits: leasedLimits(memoryLeases(), () => minute) } })
  const client = { kind: 'person', name: 'Ivan Orlov', phone: '+7 916 123-45-67' }
  const { id } = (await door.post('/clients', client, { as: 'anna' })).body

  const replies = await Promise.all(
    Array.from({ length: 12 }, () => door.post(`/clients/${id}/reveal`, { way: 'w1' }, { as: 'anna' })),
  )

  expect(replies.filter(({ status }) => status === 200)).toHaveLength(10)
})
