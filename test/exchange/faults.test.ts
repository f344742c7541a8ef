import { expect, test } from 'vitest'

import { exchangeDoor } from '#exchange/http/exchange-door'
import { readWaiting } from '#exchange/usecases/read-files'
import { readPayments } from '#money/usecases/read-payments'
import { settleDeals } from '#money/usecases/settle-deals'
import { oneC } from '#test/stand-ins/one-c'
import { useEngine } from '#test/support/engine'
import { injectFaults, type FaultKind } from '#test/support/faults'
import { aDealWorth, dealNow } from '#test/money/money-world'
import { aWorld } from '#test/support/world'
import { anIssued, exchangeRules, exchanging, sample } from './exchange-world'

const engine = useEngine()
const kinds: readonly FaultKind[] = ['cut_before', 'reply_lost']

/** Broken off at one request after the other: some of them are read, some written, some after the last. */
const places = [0, 1, 2, 3, 5, 8, 12, 17, 23, 30]

test('an exchange that is broken off at any request is done when it is repeated: each payment once, each invoice there', async () => {
  const world = await aWorld(engine, { text: exchangeRules('believes: one_c, status: { P: paid }') })
  const { ports } = world
  let no = 0
  for (const kind of kinds)
    for (const after of places) {
      no += 1
      const id = `inv-${no}`
      const deal = await aDealWorth(world)
      await ports.money.save({ invoices: [{ invoice: anIssued(id, deal.id) }] }, 'mark')
      const container = Buffer.from(sample('15-documents-container-cml3.1.xml')).toString()
      const bytes = Buffer.from(container.replaceAll('inv-123', id).replaceAll('pay-', `pay-${no}-`))
      const { given } = await exchanging(world, '2026-01-01')
      const door = exchangeDoor({ ports, log: () => undefined, waitMs: 0 })
      const there = oneC((request) => door.fetch(request), { login: given.base.id, password: given.password })
      const exchange = async () => {
        await there.checkAuth()
        await there.query()
        await there.success()
        await there.file('a.xml', bytes, 3_000)
        await readWaiting(ports)
        return there.importFile('a.xml')
      }
      const faults = injectFaults(engine.client)
      faults.nextRequest(kind, after)
      await exchange().catch(() => undefined)
      faults.remove()

      expect(await exchange()).toBe('success')
      await settleDeals(ports)
      expect([...there.loaded.keys()]).toContain(id)
      expect((await dealNow(ports, deal.id)).fields['paid']).toBe(12_000_000)
    }
  const { caller } = await world.as('alex')
  const booked = await readPayments(ports, caller, { state: 'booked', limit: 100 })

  expect(booked.items).toHaveLength(2 * no)
})
