import { beforeAll, describe, expect, test } from 'vitest'

import { allExamples as examples } from '#product/lists/examples'
import { allOperations } from '#product/lists/operations'
import { allPages } from '#product/lists/pages'
import { consumers } from '#product/lists/consumers'
import { packReports } from '#reports/usecases/pack-reports'
import type { DomainEvent } from '#schemas/event'
import { pagesOn } from '#test/pages/support'
import { aDoor, type Door } from '#test/support/http'
import { aWorldInMemory, hand, type World } from '#test/support/world'
import { marksIn, marksOf } from './marked'

/** What is read of a client by each door that shows one to whoever may see everything: a name, or a whole number too. */
const shows: Readonly<Record<string, 'name' | 'number'>> = {
  readDeal: 'name',
  readDealTable: 'name',
  readDealTableCsv: 'name',
  readDealTableXlsx: 'name',
  readClientsCsv: 'name',
  readClientsXlsx: 'name',
  listClients: 'name',
  readClient: 'number',
  readReading: 'name',
  search: 'name',
}

/** Doors that only write, or act on something else: nothing of a client is read by them but what their answers’ shapes say. */
const answersWith: Readonly<Record<string, 'client' | 'deal'>> = {
  ClientCard: 'client',
  RevealedWay: 'client',
  MergePlan: 'client',
  PersonalPackage: 'client',
  Deal: 'deal',
}

const marked = { name: 'Zephyrina Quokkova', phone: '+7 916 777-12-34', email: 'zqmarked@client.example' }
const { names, ways } = marksOf(marked)
const both = [...names, ...ways]

let world: World
let door: Door
let page: ReturnType<typeof pagesOn>
const ids: Record<string, string> = {
  employee: 'helen',
  pipeline: 'b2b_new',
  report: 'deals',
  period: '2026-12',
  month: '2026-12',
  rules: '1',
  department: 'b2b',
}

beforeAll(async () => {
  world = await aWorldInMemory()
  door = await aDoor(world)
  page = pagesOn(world)
  const asked = { title: 'Tea', pipeline: 'b2b_new', owner: 'anna', client: marked }
  const deal = (await door.post('/deals', asked)).body
  Object.assign(ids, { deal: deal.id, client: deal.links[0].client })
  await world.run(consumers, deal.id)
  for (const event of (await world.ports.clients.events(deal.links[0].client, { limit: 50 })).items)
    await hand(world.ports, consumers, event as unknown as DomainEvent)
  await world.ports.reports.repack([deal.id])
  await packReports(world.ports, world.now())
  const [task] = (await door.get(`/deals/${deal.id}/tasks`)).body.items
  ids['task'] = task.id
  await door.get(`/clients/${ids['client']}`)
  // Clara leads others and may see every client and deal, but how to reach nobody.
  const clara = (await world.ports.people.load()).employees['clara']
  const rights = {
    deals_read: 'all',
    deals_edit: 'all',
    clients_read: 'all',
    clients_edit: 'all',
    clients_contacts: 'none',
  } as const
  if (clara !== undefined) await world.ports.people.saveEmployee({ ...clara, rights })
}, 60_000)

const asking = (path: string) => path.replaceAll(/\{([a-z]+)\}/g, (_, name: string) => ids[name] ?? 'none')
const queries: Readonly<Record<string, string>> = {
  search: `?q=${encodeURIComponent('Quokkova')}`,
  listDeals: '?pipeline=b2b_new&q=Quokkova',
  listTasks: '?responsible=anna',
  listClients: '?owner=anna',
  readReading: '?on=2026-12-01',
}
const textOf = ({ body }: { readonly body: unknown }): string => JSON.stringify(body) ?? ''
const gets = allOperations.filter(({ method, right }) => method === 'GET' && right !== 'public')

/** A workbook says its texts compressed: its rows are those of the other file. */
const isPacked = (id: string) => id === 'readDealTableXlsx' || id === 'readClientsXlsx'

describe('every door that shows a client', () => {
  test('is in the table: what whoever sees everything is told of a client by any door that reads', async () => {
    const told: Record<string, string> = {}
    for (const { id, path } of gets) {
      const asked = `${asking(path)}${queries[id] ?? ''}`
      const reply = await door.get(asked, { as: 'helen' })
      // Whose client it is sees more of it.
      const text = `${textOf(reply)}${textOf(await door.get(asked, { as: 'anna' }))}`
      if (marksIn(text, ways).length > 0) told[id] = 'number'
      else if (marksIn(text, names).length > 0) told[id] = 'name'
      else if (isPacked(id) && reply.status === 200) told[id] = 'name'
    }

    expect(told).toEqual(shows)
  })

  test('tells somebody without a right to them nothing, whatever they ask or try', async () => {
    const told: string[] = []
    for (const { id, method, path, body } of allOperations.filter(({ right }) => right !== 'public')) {
      const sent = body === undefined ? {} : { body: examples[id]?.body }
      const reply = await door.ask(method, `${asking(path)}${queries[id] ?? ''}`, {
        as: 'cyril',
        ...sent,
        headers: { 'if-match': '*' },
      })
      if (marksIn(textOf(reply), both).length > 0) told.push(id)
    }

    expect(told).toEqual([])
  }, 60_000)

  test('masks numbers and addresses for whoever may not be shown them', async () => {
    const told: string[] = []
    let seen = 0
    for (const { id, path } of gets) {
      const reply = await door.get(`${asking(path)}${queries[id] ?? ''}`, { as: 'clara' })
      const text = textOf(reply)
      seen += marksIn(text, names).length > 0 ? 1 : 0
      if (marksIn(text, ways).length > 0) told.push(id)
    }
    const writes = [
      await door.post(`/clients/${ids['client']}/reveal`, { way: 'w1' }, { as: 'clara' }),
      await door.ask('PATCH', `/clients/${ids['client']}`, {
        body: { name: marked.name },
        as: 'clara',
        headers: { 'if-match': '*' },
      }),
      await door.ask('PATCH', `/deals/${ids['deal']}`, {
        body: { title: 'Tea' },
        as: 'clara',
        headers: { 'if-match': '*' },
      }),
      await door.post(`/clients/${ids['client']}/personal-data`, {}, { as: 'clara' }),
    ]

    expect(told).toEqual([])
    expect(seen).toBeGreaterThan(5)
    expect(writes.map(({ status }) => status)).toEqual([403, 200, 200, 403])
    expect(writes.filter(({ body }) => marksIn(JSON.stringify(body), ways).length > 0)).toEqual([])
  })

  test('on pages is the same: nothing for strangers, masks without the right', async () => {
    const addresses = allPages.map(({ path }) =>
      path
        .replace(':deal', ids['deal'] ?? '')
        .replace(':client', ids['client'] ?? '')
        .replace(':person', 'anna')
        .replace(/:\w+/, 'deals'),
    )
    const seenBy = async (as: string, words: readonly string[]) => {
      const told: string[] = []
      for (const address of [...addresses, '/app/search?q=Quokkova', '/app/clients?owner=anna']) {
        const text = await (await page(address, { as })).text()
        if (marksIn(text, words).length > 0) told.push(address)
      }
      return told
    }

    expect((await seenBy('helen', names)).length).toBeGreaterThan(2)
    expect((await seenBy('cyril', both)).filter((address) => !address.includes('q=Quokkova'))).toEqual([])
    expect(await seenBy('clara', ways)).toEqual([])
  }, 120_000)

  test('by events, webhooks, feeds and agents tells no more', async () => {
    const events = await world.eventsOf(ids['deal'] ?? '')
    const timeline = await door.get(`/deals/${ids['deal']}/timeline`, { as: 'helen' })
    const feed = await door.ask('PUT', '/me/calendar', {
      body: { shared: true },
      as: 'anna',
      headers: { 'if-match': '*' },
    })
    const address = JSON.stringify(feed.body)
    const calendar = /\/calendar\/[\w.-]+/.exec(address)?.[0]
    const shown = calendar === undefined ? '' : textOf(await door.get(calendar, { as: null }))
    const agent = await door.fetch(
      new Request('http://norma.example/mcp', {
        method: 'POST',
        headers: {
          authorization: `Bearer ${await door.mint({ sub: 'clara' })}`,
          'content-type': 'application/json',
          accept: 'application/json, text/event-stream',
        },
        body: JSON.stringify({
          jsonrpc: '2.0',
          id: 1,
          method: 'tools/call',
          params: { name: 'readClient', arguments: { client: ids['client'] } },
        }),
      }),
    )
    const said = await agent.text()

    expect(events.length).toBeGreaterThan(0)
    expect(marksIn(JSON.stringify(events), both)).toEqual([])
    expect(marksIn(JSON.stringify(timeline.body), both)).toEqual([])
    expect(marksIn(shown, ways)).toEqual([])
    expect(marksIn(said, names)).toEqual(names)
    expect(marksIn(said, ways)).toEqual([])
  })

  test('that writes answers with a shape of which it is known whether it says who a client is', () => {
    const writing = allOperations.filter(({ method, right }) => method !== 'GET' && right !== 'public')
    const known = writing.filter(({ answer }) => Object.hasOwn(answersWith, answer)).map(({ id }) => id)

    expect(known.length).toBeGreaterThan(15)
    expect(
      known.filter(
        (id) =>
          ![
            'deals_edit',
            'clients_edit',
            'clients_contacts',
            'clients_merge',
            'export',
            'books_edit',
            'signed_in',
          ].includes(writing.find((one) => one.id === id)?.right ?? ''),
      ),
    ).toEqual([])
  })
})
