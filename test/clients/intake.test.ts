import { beforeAll, describe, expect, test } from 'vitest'

import { consumers } from '#clients/events/consumers'
import { createDeal } from '#usecases/deals/create-deal'
import { moveDeal } from '#usecases/deals/move-deal'
import { updateDeal } from '#usecases/deals/update-deal'
import { foldDeal } from '#domain/deals/fold'
import { useEngine } from '#test/support/engine'
import { meter } from '#test/support/meter'
import { aWorld, type World } from '#test/support/world'

const engine = useEngine()
let world: World
beforeAll(async () => {
  world = await aWorld(engine)
})

const lead = async (client: object, more: object = {}, as = 'anna') => {
  const deal = await createDeal(world.ports, await world.as(as), {
    title: 'Tea',
    pipeline: 'b2b_new',
    owner: as,
    client,
    ...more,
  })
  await world.run(consumers, deal.id)
  return deal
}
const buyerOf = ({ links }: { readonly links?: readonly { readonly client: string }[] }): string =>
  links?.[0]?.client ?? ''

describe('a lead', () => {
  test('is of the card it finds or makes, and carries the name alone', async () => {
    const client = { name: 'ООО «Рассвет»', phone: '+7 495 015-00-01', email: 'info@rassvet.example' }
    const first = await lead(client)
    const again = await lead({ name: 'Рассвет', phone: '8 495 015 00 01' })

    expect([first.client, first.links]).toEqual([
      { name: 'ООО «Рассвет»' },
      [{ client: buyerOf(first), role: 'client', kind: 'company' }],
    ])
    expect(buyerOf(again)).toBe(buyerOf(first))
    expect(await world.ports.clients.dealsOf(buyerOf(first))).toEqual(
      expect.arrayContaining([first, again].map(({ id }) => ({ deal: id, role: 'client', since: world.now() }))),
    )
    expect((await world.ports.knownClients.read(buyerOf(first)))?.openDeals).toHaveLength(2)
  })

  test('leaves no number, no address and no person’s name in events or in the deal', async () => {
    const deal = await lead({ name: 'Марфа Посадница', phone: '+7 926 015-00-02', email: 'marfa@posad.example' })
    await updateDeal(world.ports, await world.as('anna'), deal.id, {
      client: { phone: '+7 926 015-00-03', email: 'm2@posad.example' },
    })

    const told = JSON.stringify(await world.eventsOf(deal.id))
    const kept = JSON.stringify(await world.ports.deals.find(deal.id))
    expect(['0150002', '0150003', '015-00', 'posad', 'Марфа'].filter((said) => told.includes(said))).toEqual([])
    expect(['0150002', '0150003', '015-00', 'posad.example'].filter((said) => kept.includes(said))).toEqual([])
    const card = await world.ports.clients.find(buyerOf(deal))
    expect(card?.personal.ways.map(({ text }) => text)).toEqual([
      '+79260150002',
      'marfa@posad.example',
      '+79260150003',
      'm2@posad.example',
    ])
  })

  test('with what is no number keeps it on the card, where it finds nobody', async () => {
    const one = await lead({ name: 'Глеб', phone: '2-34-56' })
    const other = await lead({ name: 'Глеб', phone: '2-34-56' })

    expect(buyerOf(other)).not.toBe(buyerOf(one))
    expect((await world.ports.clients.find(buyerOf(one)))?.personal).toMatchObject({ ways: [], unread: ['2-34-56'] })
  })

  test('goes to whose client it is, and to somebody else once they have left', async () => {
    await lead({ name: 'Клавдия', phone: '+7 926 015-00-04' }, {}, 'andrew')
    const company = { fields: { client_type: 'company', repeat_client: true } }
    const again = await createDeal(world.ports, await world.as(), {
      title: 'More',
      client: { phone: '8 926 015-00-04' },
      ...company,
    })
    const namesake = await createDeal(world.ports, await world.as(), {
      title: 'Not them',
      client: { name: 'Серафим', phone: '+7 926 015-00-05' },
      ...company,
    })

    expect(again.owner).toBe('andrew')
    expect(namesake.owner).toBe('fedor')
  })

  test('sent twice with one key makes one card', async () => {
    const once = { key: 'lead-1', requestHash: 'h', status: 201 }
    const input = { title: 'Twice', pipeline: 'b2b_new', owner: 'anna', client: { name: 'Дважды Дважды' } }
    const [one, two] = [
      await createDeal(world.ports, await world.as('anna', { once }), input),
      await createDeal(world.ports, await world.as('anna', { once }), input),
    ]

    expect([two.id, buyerOf(two)]).toEqual([one.id, buyerOf(one)])
  })

  test('is what its events add up to, but for the name of a person', async () => {
    const deal = await lead({ name: 'АО «Полдень»', phone: '+7 495 015-00-06' })

    expect(foldDeal(await world.eventsOf(deal.id))).toEqual(deal)
  })
})

test('a move of a deal with a client writes nothing of the client', async () => {
  const deal = await createDeal(world.ports, await world.as(), {
    title: 'Tea',
    pipeline: 'b2b_new',
    stage: 'general_offer',
    owner: 'anna',
    client: { name: 'ООО «Движение»', phone: '+7 495 015-00-07' },
  })
  const before = await world.ports.clients.find(buyerOf(deal))
  const cost = meter(engine.client)

  await moveDeal(world.ports, await world.as('anna'), deal.id, {
    toStage: 'feedback',
    complete: [`task_${deal.id.slice(5)}-1-send_general_offer`],
  })
  const move = cost()
  const moved = (await world.eventsOf(deal.id)).at(-1)

  expect(move.writeUnits).toBe(await unitsOfMove())
  expect(moved?.detail.links).toBeUndefined()
  expect(await world.ports.clients.find(buyerOf(deal))).toEqual(before)
})

/** What the same move costs of a deal that has no client. */
async function unitsOfMove(): Promise<number> {
  const { id } = await createDeal(world.ports, await world.as(), {
    title: 'Tea',
    pipeline: 'b2b_new',
    stage: 'general_offer',
    owner: 'anna',
  })
  const cost = meter(engine.client)
  const complete = [`task_${id.slice(5)}-1-send_general_offer`]
  await moveDeal(world.ports, await world.as('anna'), id, { toStage: 'feedback', complete })
  return cost().writeUnits
}
