import { beforeAll, describe, expect, test } from 'vitest'

import { allOperations } from '#product/lists/operations'
import { allPages } from '#product/lists/pages'
import { memoryWorld } from '#product/memory-world'
import { channelScene } from '#test/channels/channel-scene'
import { sampleSecrets } from '#test/channels/samples'
import { pagesOn } from '#test/pages/support'
import { steadyRules } from '#test/support/steady-rules'
import { aDoor } from '#test/support/http'
import { departments, employees } from '#test/support/world'
import type { Employee } from '#schemas/people'
import { marksIn, marksOf } from './marked'

/** Everybody may read everything and be shown every number: what is hidden is hidden by the rules. */
const open = employees.map((one) => ({
  ...one,
  rights: {
    ...one.rights,
    clients_read: 'all',
    clients_edit: 'all',
    clients_contacts: 'all',
    clients_merge: 'all',
    deals_read: 'all',
    deals_edit: 'all',
    export: 'all',
    audit_read: 'all',
    recordings_hear: 'all',
  } as const,
}))

const marked = { name: 'Zephyrina Quokkova', phone: '+7 916 777-12-34', email: 'zqmarked@client.example' }
const ways = marksOf(marked).ways
/** What is left of a number and an address that are masked. */
const masks = ['···-··-34', 'z···d@']

const rulesWith = (contacts: string) => `${steadyRules()}
clients:
  see:
    contacts: ${contacts}
channels:
  chat: { kind: messenger, name: Messengers }
  phone: { kind: phone, name: Telephone }
`

type Told = { readonly open: readonly string[]; readonly masked: readonly string[] }

/** What everybody is told by all doors that read, while the rules let so much be seen. */
async function toldUnder(contacts: string, less: Employee['rights'] = {}): Promise<(as: string) => Promise<Told>> {
  const rules = rulesWith(contacts)
  const world = await memoryWorld({
    rules,
    employees: open.map((one) => ({ ...one, rights: { ...one.rights, ...less } })),
    departments,
  })
  const scene = await channelScene(world)
  for (const [id, line] of Object.entries({ 'wazzup-main': 'chat', 'vats-main': 'phone' })) {
    const kept = await scene.ports.integrations.find(id)
    if (kept === undefined) throw new Error(`${id} is connected.`)
    await scene.ports.integrations.save({ ...kept, lines: { '*': line }, rev: kept.rev + 1 })
  }
  const door = await aDoor({ ...world, ports: scene.ports })
  const page = pagesOn({ ports: scene.ports })
  const asked = { title: 'Tea', pipeline: 'b2b_new', owner: 'anna', client: marked }
  const deal = (await door.post('/deals', asked)).body
  const client = deal.links[0].client as string
  // Two more cards: one that may be the same, one that was merged into it.
  const twin = (await door.post('/clients', { kind: 'person', name: marked.name, email: marked.email, owner: 'anna' }))
    .body.id as string
  const other = (await door.post('/clients', { kind: 'person', name: marked.name, email: marked.email, owner: 'anna' }))
    .body.id as string
  await world.settle()
  const { merge } = (await door.post(`/clients/${client}/merge`, { loser: other })).body
  await world.settle()
  const digits = marked.phone.replaceAll(/\D/g, '')
  const wrote = {
    messageId: '00000000-0000-4000-8000-00000000000a',
    channelId: '00000000-0000-4000-8000-0000000000c1',
    chatType: 'whatsapp',
    chatId: digits,
    dateTime: '2026-12-01T06:10:00.000',
    type: 'text',
    status: 'inbound',
    text: 'Hello',
    isEcho: false,
    contact: { name: marked.name, phone: digits },
  }
  const send = async (integration: string, body: string, headers: Readonly<Record<string, string>>) => {
    const reply = await scene.send(integration, {
      method: 'POST',
      tail: '',
      query: '',
      headers,
      body: Buffer.from(body),
    })
    expect(reply.status).toBe(200)
    await scene.read()
    await world.settle()
  }
  await send('wazzup-main', JSON.stringify({ messages: [wrote] }), {
    'content-type': 'application/json',
    authorization: `Bearer ${sampleSecrets['wazzup']?.['crm'] ?? ''}`,
  })
  const rung = {
    cmd: 'history',
    type: 'in',
    status: 'missed',
    phone: digits,
    callid: 'c-1',
    start: '20261201T060000Z',
    duration: '0',
    diversion: '74955550002',
    crm_token: sampleSecrets['vats']?.['token'] ?? '',
  }
  await send('vats-main', new URLSearchParams(rung).toString(), { 'content-type': 'application/x-www-form-urlencoded' })
  await scene.settle(world.now())
  await world.settle()
  const [talk = ''] = await scene.ports.talks.talksOf(client)
  expect(talk).not.toBe('')
  await door.post(`/clients/${client}/requests`, { kind: 'access', way: 'mail' })
  const arrivals = (await door.get('/integrations/wazzup-main/arrivals')).body.items
  const ids: Readonly<Record<string, string>> = {
    deal: deal.id,
    client,
    talk,
    merge,
    employee: 'anna',
    person: 'anna',
    integration: 'wazzup-main',
    arrival: arrivals?.[0]?.id ?? 'none',
    pipeline: 'b2b_new',
    report: 'deals',
    period: '2026-12',
    month: '2026-12',
    rules: '1',
    department: 'b2b',
    other: twin,
  }
  const filled = (path: string) =>
    path.replaceAll(/\{([a-z]+)\}|:([a-z]+)/g, (_, one?: string, two?: string) => ids[one ?? two ?? ''] ?? 'none')
  const q = encodeURIComponent('Quokkova')
  const operations = allOperations.filter(({ method, right }) => method === 'GET' && right !== 'public')
  const addresses = operations.map(
    ({ id, path }) =>
      [
        id,
        `${filled(path)}${{ search: `?q=${q}`, listDeals: `?pipeline=b2b_new&q=${q}`, listTasks: '?responsible=anna' }[id] ?? ''}`,
      ] as const,
  )
  const pages = [...allPages.map(({ path }) => filled(path)), `/app/search?q=${q}`, `/app/pieces/found?q=${q}`]
  return async (as) => {
    const said: (readonly [string, string])[] = []
    for (const [id, address] of addresses) {
      const { body } = await door.get(address, { as })
      said.push([id, typeof body === 'string' ? body : (JSON.stringify(body) ?? '')])
    }
    for (const address of pages) said.push([address, await (await page(address, { as })).text()])
    const named = said.map(
      ([id, text]) =>
        [id.replaceAll(client, '{client}').replaceAll(deal.id, '{deal}').replaceAll(talk, '{talk}'), text] as const,
    )
    return {
      open: named.flatMap(([id, text]) => (marksIn(text, ways).length > 0 ? [id] : [])),
      masked: named.flatMap(([id, text]) => (masks.some((mask) => text.includes(mask)) ? [id] : [])),
    }
  }
}

/**
 * Doors that tell whose client it is, and owes them a call, the number as it is while the rules let that be; all others tell
 * masks at most.
 */
const opens = [
  'listUnanswered',
  'readDealConversation',
  'readClientConversation',
  'readTalk',
  'readClient',
  'readClientsCsv',
  '/app/deals/{deal}',
  '/app/unanswered',
  '/app/talks/{talk}',
  '/app/clients/{client}',
  '/app',
]
/** Doors that tell somebody who may be shown the number a mask of it, so that they recognise it. */
const maskDoors = [
  'listClients',
  'readClient',
  'listDuplicates',
  'readClientsCsv',
  '/app/clients',
  '/app/clients/{client}',
  '/app/duplicates',
]
const nothing: Told = { open: [], masked: [] }
const colleagues = { andrew: 'a colleague', boris: 'their head' } as const

describe('what the rules let be seen of a client is a ceiling at every door that reads, whatever the rights', () => {
  let usual: (as: string) => Promise<Told>
  let strict: (as: string) => Promise<Told>

  beforeAll(async () => {
    usual = await toldUnder('{ owner: always, department: masked, others: no }')
    strict = await toldUnder('{ owner: masked, department: no, others: no }')
  }, 60_000)

  test('and no number is told to whoever may not be shown any, whose client it is among them', async () => {
    const told = await toldUnder('{ owner: always }', { clients_contacts: 'none' })

    for (const as of ['anna', 'helen']) expect(await told(as)).toEqual({ open: [], masked: maskDoors })
  }, 60_000)

  test('whose client it is is told all by the doors of the table, and masks by the lists', async () => {
    expect(await usual('anna')).toEqual({
      open: opens,
      masked: ['listClients', 'listDuplicates', '/app/clients', '/app/duplicates'],
    })
  }, 60_000)

  test.each(Object.entries(colleagues))(
    '%s, %s, is told masks, and nothing where the rules say no',
    async (as) => {
      expect(await usual(as)).toEqual({ open: [], masked: maskDoors })
      expect(await strict(as)).toEqual(nothing)
    },
    60_000,
  )

  test('whose client it is is told masks where the rules say so, on talks they owe, too', async () => {
    expect(await strict('anna')).toEqual({ open: [], masked: maskDoors })
  }, 60_000)

  test('others are told nothing, not even a mask', async () => {
    expect(await usual('cyril')).toEqual(nothing)
  }, 60_000)
})
