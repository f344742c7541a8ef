import { expect, test } from 'vitest'

import type { KeptHandover } from '#ports/handovers'
import { useEngine } from '#test/support/engine'
import { aWorld, aWorldInMemory } from '#test/support/world'

const engine = useEngine()
const handover = (more: Partial<KeptHandover>): KeptHandover => ({
  id: 'handover_1',
  from: 'anna',
  to: ['andrew'],
  by: 'helen',
  at: '2026-12-01T07:00:00.000Z',
  state: 'running',
  steps: 2,
  done: 0,
  rev: 1,
  ...more,
})

test.each([
  ['the table', () => aWorld(engine)],
  ['memory', () => aWorldInMemory()],
])('handovers in %s are under way until they are at their end, whatever went before', async (_, open) => {
  const { handovers } = (await open()).ports
  const things = [{ kind: 'deal', id: 'deal_1', to: 'andrew', state: 'planned' }] as const
  await handovers.saveStep('handover_1', 0, things)
  await handovers.saveStep('handover_1', 1, [])
  const saved = [await handovers.save(handover({})), await handovers.save(handover({}))]
  await handovers.save(handover({ id: 'handover_2', state: 'done' }))
  const begun = await handovers.underWay()
  await handovers.save(handover({ state: 'done', done: 2, rev: 2 }))
  const over = await handovers.underWay()
  await handovers.save(handover({ state: 'returning', rev: 3 }))

  expect([saved, begun, over, await handovers.underWay()]).toEqual([[true, false], ['handover_1'], [], ['handover_1']])
  expect((await handovers.all()).map(({ id }) => id).toSorted()).toEqual(['handover_1', 'handover_2'])
  expect([await handovers.step('handover_1', 0), await handovers.steps('handover_1')]).toEqual([things, things])
  expect(await handovers.find('handover_1')).toEqual(handover({ state: 'returning', rev: 3 }))
})
