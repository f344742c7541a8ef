import { expect, test } from 'vitest'

import { clients } from '#money/clients'
import { loadStatement } from '#money/usecases/load-statement'
import { consumers } from '#product/lists/consumers'
import { loseDeal } from '#usecases/deals/close-deal'
import { createDeal } from '#usecases/deals/create-deal'
import { aWorldInMemory } from '#test/support/world'
import { anInvoice, moneyRules, statementOf } from './money-world'

test('a client is handed the invoices of all their deals, closed ones too, with what was paid on them', async () => {
  const world = await aWorldInMemory({ text: moneyRules() })
  const command = await world.asAnybody('helen')
  const input = { pipeline: 'b2b_new', owner: 'anna', fields: { amount: 12_000_000 } }
  const client = { name: 'ООО «Альфа Пример»', phone: '+7 495 012-34-56' }
  const deal = await createDeal(world.ports, command, { title: 'Machine', ...input, client })
  const other = await createDeal(world.ports, command, { title: 'Another', ...input, client: { name: 'Бета' } })
  const [invoice] = [await anInvoice(world, deal.id), await anInvoice(world, other.id)]
  const purpose = `Оплата по счету № ${invoice?.number}`
  await loadStatement(world.ports, await world.as('alex'), statementOf([{ kopecks: 12_000_000, purpose }]))
  await loseDeal(world.ports, await world.as(), deal.id, { reason: 'price' })
  for (const { id } of [deal, other]) {
    await world.run(
      consumers.filter(({ name }) => name === 'keep-client-deals'),
      id,
    )
  }

  const handed = await clients.export(world.ports, deal.links?.[0]?.client ?? '')

  expect(handed.map(({ place }) => place)).toEqual(['invoice', 'payment'])
  expect(handed[0]?.id).toBe(invoice?.id)
  expect(handed[1]?.says).toMatchObject({ purpose, kopecks: 12_000_000 })
})
