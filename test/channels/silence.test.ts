import { beforeEach, expect, test } from 'vitest'

import { watchSilence } from '#channels/usecases/watch-silence'
import { aWorldInMemory, type World } from '#test/support/world'

import { channelScene, type ChannelScene } from './channel-scene'

let world: World
let scene: ChannelScene

beforeEach(async () => {
  world = await aWorldInMemory({ now: '2026-12-01T07:00:00.000Z' })
  for (const id of ['helen', 'anna']) {
    const one = (await world.ports.people.load()).employees[id]
    if (one !== undefined)
      await world.ports.people.saveEmployee({ ...one, rights: { ...one.rights, channels_edit: 'all' } })
  }
  scene = await channelScene(world)
})

/** So many came on every working day of November, the last at noon in Moscow on the first of December. */
async function spoke(id: string, aDay: number): Promise<void> {
  const days = Array.from({ length: 30 }, (_, no) => `2026-11-${String(no + 1).padStart(2, '0')}`)
  const working = days.filter((day) => ![0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay()))
  for (const at of [...working.map((day) => `${day}T09:00:00.000Z`), '2026-12-01T09:00:00.000Z'])
    await scene.ports.integrations.countRead(id, { at, arrived: aDay, unreadable: 0, unmapped: [] })
}
const watch = async (at: string): Promise<number> => {
  world.setNow(at)
  return (await watchSilence(scene.ports, at)).silent
}
const told = async (employee: string) => {
  const { items } = await scene.ports.notices.inbox(employee, { limit: 50 })
  return items.filter(({ kind }) => kind === 'integration_silent').map(({ integration }) => integration?.id)
}

test('what usually speaks and says nothing for two hours of work is told of once, to everybody who looks after it', async () => {
  await spoke('mango-main', 60)
  const early = await watch('2026-12-01T10:59:00.000Z')
  const silent = [await watch('2026-12-01T11:10:00.000Z'), await watch('2026-12-01T12:10:00.000Z')]

  expect([early, silent]).toEqual([0, [1, 1]])
  expect([await told('helen'), await told('anna'), await told('boris')]).toEqual([['mango-main'], ['mango-main'], []])
})

test('and is told of again when it speaks and falls silent another time', async () => {
  await spoke('mango-main', 60)
  await watch('2026-12-01T12:10:00.000Z')
  const again = { at: '2026-12-02T07:00:00.000Z', arrived: 5, unreadable: 0, unmapped: [] }
  await scene.ports.integrations.countRead('mango-main', again)
  const heard = await watch('2026-12-02T07:30:00.000Z')
  await watch('2026-12-02T10:10:00.000Z')

  expect(heard).toBe(0)
  expect(await told('helen')).toEqual(['mango-main', 'mango-main'])
})

test('nights, what speaks seldom, what never spoke and what is paused are no silence', async () => {
  await spoke('mango-main', 60)
  await spoke('site-main', 2)
  await spoke('vats-main', 60)
  const kept = await scene.ports.integrations.find('vats-main')
  if (kept !== undefined) await scene.ports.integrations.save({ ...kept, paused: true, rev: kept.rev + 1 })
  const evening = { at: '2026-12-01T14:30:00.000Z', arrived: 1, unreadable: 0, unmapped: [] }
  await scene.ports.integrations.countRead('mango-main', evening)

  expect(await watch('2026-12-02T05:00:00.000Z')).toBe(0)
})
