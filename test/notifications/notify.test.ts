import fc from 'fast-check'
import { expect, test } from 'vitest'

import type { Ports } from '#ports/ports'
import type { DomainEvent } from '#schemas/event'
import { notify } from '#notices/usecases/notify'
import { useEngine } from '#test/support/engine'
import { faultKinds, injectFaults } from '#test/support/faults'
import { aWorld } from '#test/support/world'

import { inboxOf, overdueEvent, settingsWith } from './scene'
import { runs } from '#test/support/runs'

const engine = useEngine()
const now = '2026-12-01T09:00:00.000Z'

const allSettings = settingsWith({ telegram: '42', webhook: 'https://example.com/hook' })

async function deliveriesOf(ports: Ports, employee: string) {
  return (await ports.notices.deliveries(employee, { limit: 100 })).items
}

test('an overdue task is told to whom the note names, with the deal by its name', async () => {
  const { ports } = await aWorld(engine, { now })

  await notify(ports, overdueEvent({ notify: ['anna', 'boris'] }))

  const [anna] = await inboxOf(ports, 'anna')
  expect(anna).toMatchObject({
    kind: 'task_overdue',
    deal: { id: 'deal_1', title: 'Coffee machines' },
    task: { do: 'Send the deck' },
    since: '2026-12-01T08:59:00.000Z',
  })
  expect(await inboxOf(ports, 'boris')).toHaveLength(1)
  expect(await inboxOf(ports, 'helen')).toEqual([])
})

test('nothing is sent anywhere for somebody who chose no channel', async () => {
  const { ports } = await aWorld(engine, { now })

  await notify(ports, overdueEvent({ notify: ['anna'] }))

  expect(await deliveriesOf(ports, 'anna')).toEqual([])
})

test('every channel that somebody chose gets the notice once, however often and in whatever order events come', async () => {
  const world = await aWorld(engine, { now })
  const { ports } = world
  await ports.notices.saveSettings('anna', allSettings)
  const events = [1, 2, 3, 4].map((no) => overdueEvent({ notify: ['anna'], id: `deal_1:${no}~overdue-task_${no}` }))

  await fc.assert(
    fc.asyncProperty(fc.array(fc.constantFrom(...events), { maxLength: 12 }), async (delivered) => {
      await Promise.all(delivered.map((event) => notify(ports, event)))
    }),
    { numRuns: runs(20) },
  )
  for (const event of events) await notify(ports, event)

  expect(await inboxOf(ports, 'anna')).toHaveLength(4)
  expect(await deliveriesOf(ports, 'anna')).toHaveLength(8)
})

test.each(faultKinds)('exactly once with %s at each request on the way, however the queue repeats it', async (kind) => {
  const { ports } = await aWorld(engine, { now })
  await ports.notices.saveSettings('anna', allSettings)
  const requests = 12
  let struck = 0

  for (let request = 0; request < requests; request += 1) {
    const event = overdueEvent({ notify: ['anna', 'boris'], id: `deal_1:${request}~overdue-task_1` })
    const faults = injectFaults(engine.client)
    faults.nextRequest(kind, request)
    await untilItWorks(() => notify(ports, event))
    struck += Object.values(faults.struck()).reduce((sum, count) => sum + count, 0)
    faults.remove()
  }

  // Two transactions, one for each of the two people, and the reads before them.
  expect(struck).toBeGreaterThanOrEqual(kind === 'conflict' ? 2 : 4)
  expect(await inboxOf(ports, 'anna')).toHaveLength(requests)
  expect(await inboxOf(ports, 'boris')).toHaveLength(requests)
  expect(await deliveriesOf(ports, 'anna')).toHaveLength(2 * requests)
})

test('a replay of the archive tells nobody anything, also after the inbox has forgotten it', async () => {
  const world = await aWorld(engine, { now })
  await notify(world.ports, overdueEvent({ notify: ['anna'] }))

  world.setNow('2027-07-01T09:00:00.000Z')
  await notify(world.ports, overdueEvent({ notify: ['anna'], id: 'deal_1:9~overdue-task_9' }))

  expect(await inboxOf(world.ports, 'anna')).toHaveLength(1)
})

test('somebody who has left is told nothing', async () => {
  const { ports } = await aWorld(engine, { now })
  const { employees } = await ports.people.load()
  if (employees['fedor'] !== undefined) await ports.people.saveEmployee({ ...employees['fedor'], active: false })

  await notify(ports, overdueEvent({ notify: ['fedor', 'nobody', 'constructor'] }))

  expect(await inboxOf(ports, 'fedor')).toEqual([])
})

const given: readonly [string, Partial<DomainEvent>, readonly string[]][] = [
  [
    'a task that a colleague passed on',
    { name: 'task.reassigned', actor: { kind: 'employee', id: 'helen' } },
    ['anna'],
  ],
  ['a task somebody took on', { name: 'task.reassigned', actor: { kind: 'employee', id: 'anna' } }, []],
  ['a new deal that was routed', { name: 'deal.created', actor: { kind: 'integration', id: 'site' } }, ['anna']],
  ['a deal somebody made for themselves', { name: 'deal.created', actor: { kind: 'employee', id: 'anna' } }, []],
  ['a deal that was handed over', { name: 'deal.owner_changed', actor: { kind: 'employee', id: 'helen' } }, ['anna']],
  ['an imported deal', { name: 'deal.created', actor: { kind: 'import', id: 'deals.csv' } }, []],
]

test.each(given)('%s is told to whom it concerns', async (_, more, expected) => {
  const { ports } = await aWorld(engine, { now })
  const { detail, ...event } = overdueEvent({ notify: [] })
  const { alert: _alert, ...withoutAlert } = detail

  await notify(ports, { ...event, ...more, detail: withoutAlert })

  const told = (await inboxOf(ports, 'anna')).map(() => 'anna')
  expect(told).toEqual(expected)
})

test('what helen did is told with her name', async () => {
  const { ports } = await aWorld(engine, { now })
  const { detail, ...event } = overdueEvent({ notify: [] })
  const { alert: _alert, ...withoutAlert } = detail

  await notify(ports, {
    ...event,
    name: 'task.reassigned',
    actor: { kind: 'employee', id: 'helen' },
    detail: withoutAlert,
  })

  expect((await inboxOf(ports, 'anna'))[0]).toMatchObject({ kind: 'task_given', by: 'Helen' })
})

async function untilItWorks(run: () => Promise<void>): Promise<void> {
  for (let tried = 1; ; tried += 1) {
    try {
      return await run()
    } catch (error) {
      if (tried === 5) throw error
    }
  }
}
