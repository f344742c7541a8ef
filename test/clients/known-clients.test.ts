import { beforeAll, describe, expect, test } from 'vitest'

import { keysIn } from '#clients/domain/ways'
import type { Ports } from '#ports/ports'
import type { TakingIn } from '#ports/known-clients'
import type { Written } from '#schemas/kept-client'
import { useEngine } from '#test/support/engine'
import { meter } from '#test/support/meter'
import { aWorld, aWorldInMemory, type World } from '#test/support/world'

const engine = useEngine()

const by: TakingIn = { actor: { kind: 'integration', id: 'website' }, at: '2026-12-01T07:00:00.000Z', owner: 'anna' }
const aurora: Written = { name: 'ООО «Аврора»', phone: '+7 495 012-34-56', email: 'info@aurora.example' }

const taken = async ({ knownClients }: Pick<Ports, 'knownClients'>, written: Written, more: Partial<TakingIn> = {}) => {
  const found = await knownClients.take(written, { ...by, ...more })
  if (found === undefined) throw new Error('Nobody was taken in.')
  return found
}

describe.each([
  ['the table', () => aWorld(engine)],
  ['memory', () => aWorldInMemory()],
])('clients in %s', (_, open) => {
  let world: World
  beforeAll(async () => {
    world = await open()
  })

  test('are known again by number and name, in any spelling, and what is new is added to the card', async () => {
    const first = await taken(world.ports, aurora)
    const again = await taken(world.ports, { name: 'Аврора', phone: '8 (495) 012-34-56', email: 'sale@aurora.example' })

    expect([first.isNew, again.isNew, again.client.id]).toEqual([true, false, first.client.id])
    const card = await world.ports.clients.find(first.client.id)
    expect(card?.personal.ways.map(({ text }) => text)).toEqual([
      '+74950123456',
      'info@aurora.example',
      'sale@aurora.example',
    ])
    expect(card?.client).toMatchObject({ kind: 'company', owner: 'anna', version: 2 })
  })

  test('are known by an address however it is written, with a tag behind a plus too; dots are another address', async () => {
    const first = await taken(world.ports, { name: 'Клуб «Заря»', email: 'info@заря-клуб.рф' })
    const again = await Promise.all(
      [
        'INFO@ЗАРЯ-КЛУБ.РФ',
        'info@xn----7sbevrg6a1a8h.xn--p1ai',
        'info+sale@заря-клуб.рф.',
        '<Info+a+b@Заря-клуб.РФ>',
      ].map(async (email) => (await world.ports.knownClients.find({ email })).linked?.id),
    )
    const wrote = await taken(world.ports, { name: 'Клуб «Заря»', email: 'info+sale@заря-клуб.рф' })
    const others = await Promise.all(
      ['in.fo@заря-клуб.рф', '+info@заря-клуб.рф', 'sale@заря-клуб.рф'].map(
        async (email) => (await world.ports.knownClients.find({ email })).known.length,
      ),
    )
    const card = await world.ports.clients.find(first.client.id)

    expect(again).toEqual(again.map(() => first.client.id))
    expect([wrote.isNew, wrote.client.id, card?.personal.ways.length]).toEqual([false, first.client.id, 2])
    expect(others).toEqual([0, 0, 0])
  })

  test('with the number and another name get a card of their own; from the third on the number says nothing', async () => {
    const phone = '+7 495 012-00-01'
    const cards = []
    for (const name of ['Ирина', 'Ольга', 'Пётр']) cards.push(await taken(world.ports, { name, phone }))
    const nameless = await taken(world.ports, { phone })
    const named = await taken(world.ports, { name: 'Пётр', phone })

    expect(cards.map(({ isNew }) => isNew)).toEqual([true, true, true])
    expect([nameless.isNew, named.isNew]).toEqual([true, true])
    expect((await world.ports.knownClients.find({ phone })).linked).toBeUndefined()
  })

  test('are listed page by page to the last, whatever their names begin with', async () => {
    const names = ['Весна', '7 ветров', '🌷 Тюльпан', '🙂 Клуб', 'Якорь']
    for (const name of names) await taken(world.ports, { name }, { owner: 'fedor' })
    const listed = [] as string[]
    for (let after: string | undefined = ''; after !== undefined;) {
      const [place]: readonly { readonly id: string; readonly place: string }[] = await world.ports.clients.listOf({
        owner: 'fedor',
        limit: 1,
        ...(after !== '' && { after }),
      })
      if (place !== undefined) listed.push((await world.ports.clients.find(place.id))?.client.name ?? '')
      after = place?.place
    }

    expect(listed.toSorted()).toEqual(names.toSorted())
  })

  test('without a name are known where one card alone holds the number', async () => {
    const phone = '+7 495 012-00-02'
    const { client } = await taken(world.ports, { name: 'Ольга', phone })

    expect((await taken(world.ports, { phone })).client.id).toBe(client.id)
    expect(await world.ports.knownClients.find({ phone })).toMatchObject({ linked: { id: client.id, owner: 'anna' } })
  })

  test('with another INN are never the same', async () => {
    const one = await taken(world.ports, { name: 'Вектор', phone: '+7 495 012-00-03', inn: '7707083893' })
    const other = await taken(world.ports, { name: 'Вектор', phone: '+7 495 012-00-03', inn: '7736050003' })

    expect(other.client.id).not.toBe(one.client.id)
  })

  test('taken in twice for the same get one card, though nothing tells them apart but a name', async () => {
    const one = await taken(world.ports, { name: 'Заречный' }, { once: 'deal_1' })
    const again = await taken(world.ports, { name: 'Заречный' }, { once: 'deal_1' })

    expect(again.client.id).toBe(one.client.id)
    expect(await world.ports.knownClients.take({ name: ' ' }, by)).toBeUndefined()
  })

  test('are found by nothing once their data is erased, and nothing they were stays', async () => {
    const { clients: door } = await import('#clients/clients')
    const { client } = await taken(world.ports, {
      name: 'Стиратель',
      phone: '+7 495 012-00-09',
      email: 'wipe@me.example',
    })
    await taken(world.ports, { name: 'Стиратель', phone: '+7 495 012-00-09, +7 495 012-00-10' })
    const before = JSON.stringify(await door.export(world.ports, client.id))

    await door.erase(world.ports, client.id)

    expect(before).toContain('+74950120010')
    expect(
      await world.ports.clients.holders(keysIn({ phone: '+7 495 012-00-09', email: 'wipe@me.example' })),
    ).toMatchObject([{ clients: [] }, { clients: [] }])
    const after = JSON.stringify([
      await door.export(world.ports, client.id),
      await world.ports.clients.events(client.id, { limit: 20 }),
      await world.ports.clients.listOf({ owner: 'anna', limit: 100 }),
    ])
    expect(['Стиратель', 'стиратель', '0120009', 'wipe@me'].filter((said) => after.includes(said))).toEqual([])
    expect(await door.erase(world.ports, client.id)).toEqual([])
  })

  test('of two who come in at the same time with one new number, 100 times, one card is made', async () => {
    const numbers = Array.from({ length: 100 }, (__, no) => `+7 495 013-${String(no).padStart(4, '0')}`)
    const pairs = await Promise.all(
      numbers.map((phone) =>
        Promise.all([
          taken(world.ports, { name: 'Анна Орлова', phone }),
          taken(world.ports, { name: 'Орлова Анна', phone }),
        ]),
      ),
    )

    expect(pairs.filter(([one, other]) => one.client.id !== other.client.id)).toEqual([])
    expect(pairs.filter(([one, other]) => one.isNew === other.isNew)).toEqual([])
    const holders = await world.ports.clients.holders(numbers.flatMap((phone) => keysIn({ phone })))
    expect(holders.filter(({ clients }) => clients.length !== 1)).toEqual([])
  })
})

test('a new client with a number and an address costs 16 write units, one who is known costs none', async () => {
  const world = await aWorld(engine)
  const cost = meter(engine.client)

  await taken(world.ports, aurora)
  const made = cost().writeUnits
  await taken(world.ports, aurora)

  // Card, what is personal, event and place in the list; two ways to find with a head each; twice each, in one transaction.
  expect([made, cost().writeUnits]).toEqual([2 * (4 + 2 * 2), 0])
})
