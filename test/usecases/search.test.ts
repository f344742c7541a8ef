import { beforeAll, describe, expect, test } from 'vitest'

import { employeeCaller } from '#domain/kernel/access'
import { coreItem } from '#store/deals/deal-item'
import { cardOf } from '#domain/deals/deal-card'
import { asText } from '#store/text-item'
import { aKeptDeal } from '#test/store/things'
import { useEngine } from '#test/support/engine'
import { meter } from '#test/support/meter'
import { aWorld, type World } from '#test/support/world'
import { createDeal } from '#usecases/deals/create-deal'
import { loseDeal } from '#usecases/deals/close-deal'
import { mostPages } from '#usecases/deals/find-deals'
import { readBoardPage, usuallyShown } from '#usecases/deals/read-board-page'
import { searchDeals } from '#usecases/deals/search-deals'
import { updateDeal } from '#usecases/deals/update-deal'

import { BatchWriteCommand } from '@aws-sdk/lib-dynamodb'

const engine = useEngine()
let world: World

beforeAll(async () => {
  world = await aWorld(engine)
})

describe('a search of the board', () => {
  test('finds a deal by title, client, number or owner, whoever may see it, and nobody else', async () => {
    const id = await deal('anna', {
      title: 'Ёмкость для кофе',
      client: { name: 'ООО «Аврора»' },
      externalId: 'CRM-4711',
    })
    await deal('fedor', { title: 'Чай' })

    for (const typed of ['ЕМКОСТЬ', 'аврора', '4711', 'anna кофе', id]) {
      expect([typed, (await found('helen', typed)).ids]).toEqual([typed, [id]])
      expect([typed, (await found('boris', typed)).ids]).toEqual([typed, [id]])
      expect([typed, (await found('anna', typed)).ids]).toEqual([typed, [id]])
      expect([typed, (await found('fedor', typed)).ids]).toEqual([typed, []])
    }
  })

  test('reads no column where an id, a phone number or an e-mail address says which deal it is', async () => {
    const id = await deal('anna', { title: 'By its key', client: { email: 'key@aurora.example' } })
    const never = () => Promise.reject(new Error('No column is read for this.'))
    const ports = { ...world.ports, deals: { ...world.ports.deals, namedColumn: never, column: never } }
    const titles = async (q: string) =>
      (await readBoardPage(ports, await asker('helen'), ask(q, 'b2b_new'))).columns.flatMap(({ cards }) =>
        cards.map((card) => card.deal.title),
      )

    expect(await titles(id)).toEqual(['By its key'])
    expect(await titles('key@aurora.example')).toEqual(['By its key'])
    expect(await titles('+7 999 000-00-00')).toEqual([])
    await expect(titles('key')).rejects.toThrow('No column is read for this.')
  })

  test('finds the client’s latest deal by phone or e-mail', async () => {
    const client = { name: 'Zoya', phone: '+7 900 123-45-67', email: 'zoya@aurora.example' }
    await deal('anna', { title: 'First', client })
    const latest = await deal('anna', { title: 'Second', client })

    expect((await found('helen', '8 900 123 45 67')).ids).toEqual([latest])
    expect((await found('anna', 'ZOYA@aurora.example')).ids).toEqual([latest])
    expect((await found('fedor', 'zoya@aurora.example')).ids).toEqual([])
  })

  test.each([
    '9161234567',
    '(916) 123-45-67',
    '123-45-67',
    '1234567',
    '61234567',
    '+7 916 123 45 67 доб. 12',
    '8 916 123-45-67 ext. 7',
  ])('finds a client by what is typed of the phone number: %s', async (typed) => {
    const client = { name: 'Phoned', phone: '+7 (916) 123-45-67, доб. 4' }
    const id = await deal('anna', { title: 'Phoned', client })
    await deal('anna', { title: 'Another', client: { phone: '+7 916 123-45-00' } })

    expect((await found('helen', typed)).ids).toEqual([id])
    expect((await found('fedor', typed)).ids).toEqual([])
    expect((await found('helen', '495 123-45-67')).ids).toEqual([])
  })

  test('finds a client by a phone number that was written down later', async () => {
    const id = await deal('anna', { title: 'Late number' })
    await updateDeal(world.ports, await world.as('anna'), id, { client: { phone: '+7 903 765-43-21' } })

    expect((await found('helen', '7654321')).ids).toEqual([id])
  })

  test('shows the way to a deal that is named but stands elsewhere, to whom it concerns', async () => {
    const id = await deal('anna', { title: 'Lost for good', externalId: 'CRM-5' })
    await loseDeal(world.ports, await world.as('anna'), id, { reason: 'price' })

    expect((await found('helen', 'CRM-5')).elsewhere).toBe(id)
    expect((await found('helen', id)).elsewhere).toBe(id)
    expect((await found('fedor', id)).elsewhere).toBeUndefined()
  })

  test('says how many were found of how many, and adds up what was found', async () => {
    await deal('cyril', { title: 'Samovar one', pipeline: 'b2c_new', fields: { amount: 100_00 } })
    await deal('carol', { title: 'Samovar two', pipeline: 'b2c_new', fields: { amount: 50_00 } })
    await deal('carol', { title: 'Kettle', pipeline: 'b2c_new', fields: { amount: 7_00 } })

    const [first] = (await look('helen', 'samovar', 'b2c_new')).columns
    const [own] = (await look('carol', 'samovar', 'b2c_new')).columns
    const none = await look('helen', 'teapot', 'b2c_new')

    expect(first).toMatchObject({ found: { count: 2, searched: 3, isAll: true }, count: 3, hidden: 0 })
    expect(first?.sums).toEqual([{ currency: 'RUB', minor: 150_00 }])
    expect(own).toMatchObject({ found: { count: 1, searched: 2 }, sums: [{ currency: 'RUB', minor: 50_00 }] })
    expect(none.search).toEqual({ found: 0, searched: 3, isAll: true })
  })
})

describe('a column of 10,000 deals', () => {
  const stage = 'feedback'
  const last = 9_999
  let stages: number

  beforeAll(async () => {
    stages = (await world.ports.rules.current()).model.pipelines['b2c_new']?.stages.length ?? 0
    await fill('b2c_new', stage, last + 1)
  }, 180_000)

  test('is looked through to its end: a request and some 75 read units for a thousand, and one a column', async () => {
    const cost = meter(engine.client)

    const { columns, search } = await look('helen', 'needle 9999', 'b2c_new')
    const { requests, readUnits } = cost()

    const column = columns.find((one) => one.stage.id === stage)
    expect(column?.cards.map(({ deal: one }) => one.title)).toEqual([`Needle ${last}`])
    expect(column?.found).toEqual({ count: 1, searched: 10_000, isAll: true })
    expect(search).toEqual({ found: 1, searched: 10_003, isAll: true })
    // Beside the columns: the rules, settings and counters, what was closed, the number, the tasks of the card.
    // A page that ends where the column ends says that there may be more: DynamoDB has to be asked once again.
    expect(requests).toBeLessThanOrEqual(11 + stages + 8)
    expect(readUnits).toBeLessThan(900)
  })

  test('shows the first twenty of very many, says how many there are, and adds all of them up', async () => {
    const column = (await look('helen', 'needle', 'b2c_new')).columns.find((one) => one.stage.id === stage)

    expect(column?.cards).toHaveLength(usuallyShown)
    expect(column).toMatchObject({ found: { count: 10_000 }, hidden: 10_000 - usuallyShown })
    expect(column?.sums).toEqual([{ currency: 'RUB', minor: 10_000 * 100 }])
  })

  test('gives its hits page by page to a program, each of them once', async () => {
    const titles: string[] = []
    let cursor: string | undefined
    let pages = 0
    do {
      const page = { limit: 100, ...(cursor === undefined ? {} : { cursor }) }
      // oxlint-disable-next-line no-await-in-loop -- where a page starts is known only when the one before has been read
      const read = await searchDeals(world.ports, await asker('helen'), { pipeline: 'b2c_new', q: 'needle 77' }, page)
      titles.push(...read.items.map(({ title }) => title))
      cursor = read.cursor
      pages += 1
    } while (cursor !== undefined)

    const right = Array.from({ length: 10_000 }, (_, no) => `Needle ${no}`).filter((title) => title.includes('77'))
    expect(titles.toSorted()).toEqual(right.toSorted())
    expect(pages).toBe(Math.ceil(right.length / 100))
  })
})

test('a board with more than a search may read says so, and what was looked at', async () => {
  let reads = 0
  const [card] = (await world.ports.deals.namedColumn({ pipeline: 'b2b_new', stage: 'presentation', limit: 1 })).items
  if (card === undefined) throw new Error('There is no deal yet.')
  const endless = () => {
    reads += 1
    return Promise.resolve({ items: Array.from({ length: 1000 }, () => card), cursor: 'on' })
  }
  const ports = { ...world.ports, deals: { ...world.ports.deals, namedColumn: endless } }

  const { search, columns } = await readBoardPage(ports, await asker('helen'), ask('nothing like this', 'b2b_new'))

  expect(reads).toBe(mostPages)
  expect(search).toEqual({ found: 0, searched: mostPages * 1000, isAll: false })
  expect(columns.every(({ found: one }) => one?.isAll === false)).toBe(true)
})

test('a client is found on cards that were written before cards knew their client, and by a name too long for a card', async () => {
  const long = `Акционерное общество ${'очень '.repeat(20)}дальнего следования`
  const old = await deal('anna', { title: 'Old card', client: { name: 'Borealis' } })
  const lengthy = await deal('anna', { title: `Long name ${'и ещё много '.repeat(12)}`, client: { name: long } })
  const [kept, full] = await Promise.all([old, lengthy].map((id) => world.ports.deals.find(id)))
  expect(JSON.stringify(full && coreItem(full))).not.toContain('дальнего')
  if (kept === undefined) throw new Error('It was just created.')
  const item = { ...coreItem(kept), deal: asText(cardOf(kept)) }
  await engine.client.send(new BatchWriteCommand({ RequestItems: { [world.table]: [{ PutRequest: { Item: item } }] } }))

  expect((await found('helen', 'borealis')).ids).toEqual([old])
  expect((await found('helen', 'дальнего')).ids).toEqual([lengthy])
})

async function deal(owner: string, more: object): Promise<string> {
  const asked = { title: 'A deal', pipeline: 'b2b_new', owner, ...more }
  return (await createDeal(world.ports, await world.as(owner), asked)).id
}

const ask = (q: string, pipeline: string) => ({ pipeline, q, shown: {} })

async function look(who: string, q: string, pipeline = 'b2b_new') {
  return readBoardPage(world.ports, await asker(who), ask(q, pipeline))
}

async function found(who: string, q: string) {
  const { columns, search } = await look(who, q)
  const ids = columns.flatMap(({ cards }) => cards.map((card) => card.deal.id))
  const listed = await searchDeals(world.ports, await asker(who), { pipeline: 'b2b_new', q }, { limit: 100 })
  expect(listed.items.map(({ id }) => id)).toEqual(ids)
  expect(listed.items.filter((one) => 'client' in one || 'clientName' in one)).toEqual([])
  return { ids, elsewhere: search?.elsewhere?.id }
}

async function asker(who: string) {
  const people = await world.ports.people.load()
  const employee = people.employees[who]
  if (employee === undefined) throw new Error(`Nobody is called ${who}.`)
  return { caller: employeeCaller(employee, people.departments), people }
}

async function fill(pipeline: string, stage: string, count: number): Promise<void> {
  const puts = Array.from({ length: count }, (_, no) => {
    const enteredAt = new Date(Date.UTC(2026, 0, 1) + no * 60_000).toISOString()
    const one = aKeptDeal({
      id: `deal_n${no}`,
      title: `Needle ${no}`,
      pipeline,
      stage,
      owner: 'carol',
      client: { name: 'Haystack Ltd' },
      fields: { amount: 100, source: 'website', client_type: 'company' },
      visit: { no: 1, enteredAt, configVersion: 1 },
    })
    return { PutRequest: { Item: coreItem(one) } }
  })
  for (let start = 0; start < puts.length; start += 25) {
    // oxlint-disable-next-line no-await-in-loop -- a batch takes 25
    await engine.client.send(new BatchWriteCommand({ RequestItems: { [world.table]: puts.slice(start, start + 25) } }))
  }
}
