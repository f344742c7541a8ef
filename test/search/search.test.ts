import { beforeAll, describe, expect, test } from 'vitest'

import { consumers } from '#search/events/consumers'
import { wordsOfDeal } from '#search/domain/words-of'
import { keepWords, keepWordsOfDeal } from '#search/usecases/keep-words'
import { rebuildWords } from '#search/usecases/rebuild-words'
import { firstLook, search } from '#search/usecases/search'
import type { Deal } from '#schemas/deal'
import type { DomainEvent } from '#schemas/event'
import { aKeptDeal } from '#test/store/things'
import { chanceBy, companyWords } from '#test/clients/dirty-words'
import { useEngine } from '#test/support/engine'
import { meter } from '#test/support/meter'
import { aWorld, type World } from '#test/support/world'
import { changeOwner } from '#usecases/deals/change-owner'
import { loseDeal } from '#usecases/deals/close-deal'
import { createDeal } from '#usecases/deals/create-deal'
import { updateDeal } from '#usecases/deals/update-deal'

const engine = useEngine()

describe('the search', () => {
  let world: World

  beforeAll(async () => {
    world = await aWorld(engine)
  })

  test('finds a deal by its new name and not by the old one, and for its new owner alone', async () => {
    const id = await made(world, 'anna', { title: 'Coffee machines', client: { name: 'Aurora' } })
    expect(await found(world, 'anna', 'coffee')).toEqual([id])

    const { version } = await updateDeal(world.ports, await world.as('anna'), id, { title: 'Tea kettles' })
    await world.run(consumers, id)
    expect([await found(world, 'anna', 'coffee'), await found(world, 'anna', 'kettles')]).toEqual([[], [id]])

    await changeOwner(world.ports, await world.as('helen'), id, { owner: 'fedor' })
    await world.run(consumers, id)
    expect(version).toBeGreaterThan(1)
    expect([await found(world, 'anna', 'kettles'), await found(world, 'fedor', 'aurora')]).toEqual([[], [id]])
  })

  test('reads nothing for a deal that only moved, and looks where fields were sent along', async () => {
    const id = await made(world, 'anna', { title: 'Roaster' })
    const moved = { name: 'deal.moved', detail: { dealId: id } } as unknown as DomainEvent
    const unread = new Proxy({}, { get: (_, port) => () => Promise.reject(new Error(`${String(port)} was read`)) })

    await keepWords(unread as never, [moved])
    const withNumber = { ...moved, detail: { ...moved.detail, changes: { contract_no: [null, 'Д-17'] } } }
    await expect(keepWords(unread as never, [moved, withNumber as never])).rejects.toThrow()
  })

  test('finds deals that were lost', async () => {
    const id = await made(world, 'anna', { title: 'Samovar' })
    await loseDeal(world.ports, await world.as('anna'), id, { reason: 'price' })
    await world.run(consumers, id)

    expect(await found(world, 'anna', 'samovar')).toEqual([id])
  })

  test('tells who types a whole number whose client it is, and nothing to who types its end', async () => {
    await made(world, 'anna', {
      title: 'Grinder',
      client: { name: 'Zoya', phone: '+7 945 000-11-22', email: 'zoya@aurora.example' },
    })

    const told = async (employee: string, q: string) => {
      const { groups, knownBy } = await search(world.ports, await asker(world, employee), { q })
      return { count: groups.reduce((sum, { count }) => sum + count, 0), knownBy }
    }
    expect(await told('cyril', '8 945 000 11 22')).toEqual({ count: 0, knownBy: ['anna'] })
    expect(await told('cyril', 'zoya@aurora.example')).toEqual({ count: 0, knownBy: ['anna'] })
    for (const typed of ['1122', '945000', 'zoya', 'zoya@aur', 'grinder']) {
      expect([typed, await told('cyril', typed)]).toEqual([typed, { count: 0, knownBy: [] }])
    }
    expect(await told('anna', '1122')).toEqual({ count: 1, knownBy: [] })
  })

  test('finds a client’s card by name, number and INN for whoever may see it, and tells others whose it is', async () => {
    const id = await card(world, { name: 'ООО «Полярная сова»', phone: '+7 495 012-77-88', inn: '7707083893' })

    const seenBy = async (employee: string, q: string) => {
      const { groups, knownBy } = await search(world.ports, await asker(world, employee), { q })
      return { ids: groups.flatMap(({ kind, items }) => items.map((one) => [kind, one.id])), knownBy }
    }
    for (const typed of ['сова', '7788', '8 (495) 012-77-88', '7707083893', '770708']) {
      expect([typed, await seenBy('anna', typed)]).toEqual([typed, { ids: [['company', id]], knownBy: [] }])
    }
    expect(await seenBy('cyril', '7707083893')).toEqual({ ids: [], knownBy: ['anna'] })
    expect(await seenBy('cyril', '4950127788')).toEqual({ ids: [], knownBy: ['anna'] })
    expect(await seenBy('cyril', '7788')).toEqual({ ids: [], knownBy: [] })
  })

  test('ranks whole words first, then the newest', async () => {
    const first = await made(world, 'anna', { title: 'Zebra' })
    world.setNow('2026-12-02T07:00:00.000Z')
    const longer = await made(world, 'anna', { title: 'Zebrafish' })
    const second = await made(world, 'anna', { title: 'A zebra' })

    expect(await found(world, 'anna', 'zebra')).toEqual([second, first, longer])
  })

  test('is made anew from the deals: nothing is written where all is found already', async () => {
    // The cards that these deals have made are found from here on.
    await everyStep(world)
    const cost = meter(engine.client)
    await everyStep(world)
    expect(cost().writeUnits).toBe(0)

    const id = await made(world, 'anna', { title: 'Forgotten' }, { isFollowed: false })
    expect(await found(world, 'anna', 'forgotten')).toEqual([])
    const steps = await everyStep(world)

    expect(await found(world, 'anna', 'forgotten')).toEqual([id])
    expect(steps.at(-1)).toMatchObject({ done: steps[0]?.of, of: steps[0]?.of })
  })
})

describe('the search of 700 deals', () => {
  const owners = ['anna', 'andrew', 'fedor', 'cyril', 'carol']
  const chance = chanceBy(5)
  const deals = Array.from({ length: 700 }, (_, at): Deal => {
    const { pick, digits } = chance
    const minute = String(at % 60).padStart(2, '0')
    return aKeptDeal({
      id: `deal_${String(at).padStart(5, '0')}`,
      title: `${pick(['Поставка', 'Поставщик', 'Монтаж', 'Монтаж и поставка'])} ${companyWords(chance)}`,
      client: {
        name: `ООО «${companyWords(chance)}»`,
        phone: `+7945${digits(7)}`,
        email: `client${at}@box${at % 100}.example`,
      },
      owner: pick(owners),
      externalId: `Д-2026/${at}`,
      createdAt: `2026-1${at % 2}-${String(1 + (at % 28)).padStart(2, '0')}T10:${minute}:00.000Z`,
    })
  })
  let world: World

  beforeAll(async () => {
    world = await aWorld(engine)
    await Promise.all(deals.map((deal) => world.ports.words.keep(wordsOfDeal(deal), undefined)))
  })

  test('gives a person who sees their own exactly these, counted too, for 200 beginnings of words', async () => {
    const words = deals.flatMap(({ title, client }) => plainWords(`${title} ${client.name ?? ''}`))
    const asked = Array.from({ length: 200 }, () => {
      const word = chance.pick(words.filter(({ length }) => length > 3))
      return word.slice(0, 2 + Math.floor((word.length - 2) * (Number(chance.digits(2)) / 100)))
    })

    for (const q of asked) {
      const own = deals.filter(
        ({ owner, title, client }) =>
          owner === 'anna' && plainWords(`${title} ${client.name ?? ''}`).some((word) => word.startsWith(q)),
      )
      const { groups } = await search(world.ports, await asker(world, 'anna'), { q, limit: 500 })
      const [group] = groups
      expect([q, group?.count, group?.isAll]).toEqual([q, own.length, true])
      expect([q, group?.items.map(({ id }) => id).toSorted()]).toEqual([q, own.map(({ id }) => id).toSorted()])
    }
  })

  test.each([
    ['a word', () => plainWords(deals[350]?.client.name ?? '').at(-1) ?? '', 1, 12],
    ['a tail of four', () => (deals[350]?.client.phone ?? '').slice(-4), 2, 12],
    ['a number', () => deals[350]?.client.phone ?? '', 1, 12],
    ['an address', () => deals[350]?.client.email ?? '', 1, 12],
    ['the number of a contract', () => deals[350]?.externalId ?? '', 1, 12],
    ['two frequent words', () => 'поставка монтаж', 3, 100],
    ['nothing there', () => 'ъъъъъ', 1, 12],
  ])('by %s takes few requests and units', async (_, typed, requests, readUnits) => {
    const asking = await asker(world, 'helen')
    const cost = meter(engine.client)

    const { groups } = await search(world.ports, asking, { q: typed() })
    const used = cost()

    console.log(typed(), JSON.stringify(used), groups[0]?.count)
    expect(used.requests).toBeLessThanOrEqual(requests)
    expect(used.readUnits).toBeLessThanOrEqual(readUnits)
  })

  test('does not say that it has counted all where it has not', async () => {
    const { groups } = await search(world.ports, await asker(world, 'helen'), { q: 'по', limit: 5 })

    expect(groups[0]?.isAll).toBe(false)
    expect(groups[0]?.count).toBeLessThanOrEqual(firstLook)
    expect(groups[0]?.items).toHaveLength(5)
  })
})

test('what follows from an event that changes nothing of what a deal is found by costs no write', async () => {
  const world = await aWorld(engine)
  const id = await made(world, 'anna', { title: 'Coffee machines' })
  const cost = meter(engine.client)

  await keepWordsOfDeal(world.ports, id)

  expect(cost()).toMatchObject({ writeUnits: 0 })
})

async function card(world: World, who: { name: string; phone: string; inn: string }): Promise<string> {
  const actor = { kind: 'employee', id: 'anna' } as const
  const taken = await world.ports.knownClients.take(who, { owner: 'anna', actor, at: world.now() })
  const id = taken?.client.id ?? ''
  const { items } = await world.ports.clients.events(id, { limit: 10 })
  await keepWords(world.ports, items as unknown as readonly DomainEvent[])
  return id
}

type Made = { readonly title: string; readonly client?: Deal['client'] }

async function made(world: World, owner: string, input: Made, { isFollowed = true } = {}): Promise<string> {
  const { id } = await createDeal(world.ports, await world.as(), { ...input, pipeline: 'b2b_new', owner })
  if (isFollowed) await world.run(consumers, id)
  return id
}

async function asker(world: World, employee: string) {
  const { caller } = await world.as(employee)
  return { caller, people: await world.ports.people.load() }
}

async function found(world: World, employee: string, q: string): Promise<readonly string[]> {
  const { groups } = await search(world.ports, await asker(world, employee), { q })
  return groups.flatMap(({ items }) => items.map(({ id }) => id))
}

async function everyStep(world: World) {
  const steps = [await rebuildWords(world.ports)]
  for (let after = steps[0]?.after; after !== undefined; after = steps.at(-1)?.after) {
    steps.push(await rebuildWords(world.ports, after))
  }
  return steps
}

/** Words as a person reads them, without the product’s own code. */
function plainWords(text: string): readonly string[] {
  return text
    .toLowerCase()
    .replaceAll('ё', 'е')
    .split(/[^a-zа-я0-9]+/u)
    .filter((word) => word.length > 1 && word !== 'ооо' && !/^\d{2}$/u.test(word))
}
