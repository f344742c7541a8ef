import { existsSync } from 'node:fs'
import { join } from 'node:path'

import { afterEach, beforeEach, expect, test, vi } from 'vitest'

import { memoryIntegrations } from '#channels/memory/integrations'
import { keptHere } from '#local/spool'
import type { KeptArrival } from '#ports/integrations'
import { useFolder } from '#test/support/temporary-folder'

const arrival = (id: string): KeptArrival => ({
  integration: 'site-main',
  id,
  at: '2026-12-01T07:00:00.000Z',
  state: 'waiting',
  bytes: 2,
  media: 'text/plain',
  method: 'POST',
  tail: '',
  query: '',
  headers: {},
  body: Buffer.from([0xd4, 0x00]),
})

const at = useFolder()

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

test('what the table refuses is put aside, byte for byte, and goes into it when it takes it again, after a restart too', async () => {
  const folder = at.path('')
  const table = memoryIntegrations(() => undefined)
  let isAway = true
  const store = {
    ...table,
    keep: (one: KeptArrival) => (isAway ? Promise.reject(new Error('away')) : table.keep(one)),
  }
  const woken: string[] = []
  const here = keptHere(store, folder, () => woken.push('woken'))
  await here.keep(arrival('1'))
  await vi.advanceTimersByTimeAsync(5_000)
  const before = await table.arrivals('site-main', { limit: 10 })
  isAway = false
  keptHere(store, folder, () => woken.push('woken'))
  await vi.advanceTimersByTimeAsync(5_000)
  const kept = await table.arrival('site-main', '1')

  expect(before.items).toEqual([])
  expect([...(kept?.body ?? [])]).toEqual([0xd4, 0x00])
  expect([woken.length > 0, existsSync(join(folder, 'arrivals.spool'))]).toEqual([true, false])
})

test('wrong secrets are counted at once and written down together, also where the table was away', async () => {
  const table = memoryIntegrations(() => undefined)
  const writes: (number | undefined)[] = []
  let isAway = true
  const store = {
    ...table,
    countRefused: async (id: string, times?: number) => {
      writes.push(times)
      if (isAway) throw new Error('away')
      await table.countRefused(id, times)
    },
  }
  const here = keptHere(store, at.path(''), () => undefined)
  for (let no = 0; no < 50; no += 1) await here.countRefused('site-main')
  const atOnce = (await here.health('site-main')).refused
  await vi.advanceTimersByTimeAsync(1_500)
  isAway = false
  await here.countRefused('site-main')
  await vi.advanceTimersByTimeAsync(3_000)

  expect([atOnce, writes]).toEqual([50, [50, 51]])
  expect([(await here.health('site-main')).refused, (await table.health('site-main')).refused]).toEqual([51, 51])
})
