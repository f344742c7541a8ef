import { gunzipSync } from 'node:zlib'

import { afterEach, beforeEach, expect, test, vi } from 'vitest'

import { readMapping } from '#import/read-mapping'
import { runImport } from '#import/run-import'
import { fileOfBytes } from '#import/source-file'
import { allKeyLines } from '#product/lists/key-lines'
import { consumers } from '#product/lists/consumers'
import { packReports } from '#reports/usecases/pack-reports'
import type { DomainEvent } from '#schemas/event'
import { channelScene, type ChannelScene } from '#test/channels/channel-scene'
import { sampleSecrets } from '#test/channels/samples'
import { useEngine } from '#test/support/engine'
import { everyItem } from '#test/support/history-checker'
import { packageWords } from '#clients/words/package-words'
import { aDoor, type Door } from '#test/support/http'
import { aWorld, hand, type World } from '#test/support/world'
import { keysIn, leavesOf, pageSays } from './handed-out'
import { kindOf, marksIn, marksOf, type Marked } from './marked'

const engine = useEngine()

/** Where the name of a private person may stand, and where numbers and addresses. Everything else is a fault. */
const named: ReadonlySet<string> = new Set([
  'deal, core',
  'deal, the rest',
  'client, core',
  'my clients',
  'word',
  'words of a thing',
])
const whole: ReadonlySet<string> = new Set([
  'client, personal',
  'client, what it was',
  'link of clients',
  'consent',
  'arrival',
  'arrival bytes',
  'call facts',
  'message facts',
  'message to send',
  'talk',
  'talk line',
  'word',
  'words of a thing',
])

const people = {
  api: { name: 'Apollonia Quillfeather', phone: '+7 916 771-10-01', email: 'apq1@marked.example' },
  form: { name: 'Florimond Whittlesea', phone: '+7 916 771-10-02', email: 'fwh2@marked.example' },
  mail: { name: 'Melisande Yarborough', phone: '', email: 'mya3@marked.example' },
  call: { name: 'Calliope Dunmore', phone: '+7 916 771-10-04', email: '' },
  messenger: { name: 'Mordecai Zouche', phone: '+7 916 771-10-05', email: '' },
  import: { name: 'Isambard Ponsonby', phone: '+7 916 771-10-06', email: 'ipo6@marked.example' },
} as const satisfies Readonly<Record<string, Marked>>

const rulesOf = (steady: string): string => `${steady}
channels:
  site: { kind: form, name: Forms of the site }
  mail: { kind: mail, name: Mail }
  chat: { kind: messenger, name: Messengers }
  phone: { kind: phone, name: Telephone }
intake:
  lines:
    - becomes: deal
      by: head_of_sales
      answer: 1 working hour
`

let world: World
let scene: ChannelScene
let door: Door
const logged: string[] = []
const told: DomainEvent[] = []

beforeEach(async () => {
  for (const way of ['log', 'error', 'warn', 'info'] as const)
    vi.spyOn(console, way).mockImplementation((...said: unknown[]) => void logged.push(JSON.stringify(said)))
  const { steadyRules } = await import('#test/support/steady-rules')
  world = await aWorld(engine, { text: rulesOf(steadyRules()) })
  scene = await channelScene(world)
  const channel = {
    'site-main': 'site',
    'mail-main': 'mail',
    'telegram-main': 'chat',
    'wazzup-main': 'chat',
    'vats-main': 'phone',
  }
  for (const [id, line] of Object.entries(channel)) {
    const kept = await scene.ports.integrations.find(id)
    if (kept === undefined) throw new Error(`${id} is connected.`)
    const settings = id === 'mail-main' ? { ...kept.settings, mailbox: 'sales@in.norma.example' } : kept.settings
    await scene.ports.integrations.save({ ...kept, settings, lines: { '*': line }, rev: kept.rev + 1 })
  }
  door = await aDoor({ ...world, ports: scene.ports })
})
afterEach(() => void vi.restoreAllMocks())

const send = async (integration: string, body: string, headers: Readonly<Record<string, string>>) => {
  await scene.send(integration, { method: 'POST', tail: '', query: '', headers, body: Buffer.from(body) })
  await scene.read()
}

/** Lets a client come in by every way there is. */
async function plant(): Promise<void> {
  const { name, phone, email } = people.api
  const asked = { title: 'Tea', pipeline: 'b2b_new', owner: 'anna', client: { name, phone, email } }
  await door.post('/deals', asked, { headers: { 'idempotency-key': 'planted' } })
  const { form, mail, call, messenger } = people
  const json = { 'content-type': 'application/json' }
  await send(
    'site-main',
    JSON.stringify({ form: 'ask', fields: { name: form.name, phone: form.phone, email: form.email } }),
    json,
  )
  const letter = [
    `From: "${mail.name}" <${mail.email}>`,
    'To: sales@in.norma.example',
    'Subject: Tea',
    'Message-ID: <planted@marked.example>',
    'Date: Tue, 1 Dec 2026 09:00:00 +0300',
    'Content-Type: text/plain; charset=utf-8',
    '',
    'Please call me.',
  ].join('\r\n')
  await send('mail-main', letter, { authorization: 'Bearer mail-key-0001', 'content-type': 'message/rfc822' })
  const digits = call.phone.replaceAll(/\D/g, '')
  const { token = '' } = sampleSecrets['vats'] ?? {}
  const rung = {
    cmd: 'history',
    type: 'in',
    status: 'missed',
    phone: digits,
    callid: 'c-1',
    start: '20261201T070000Z',
    duration: '0',
    diversion: '74955550002',
    crm_token: token,
  }
  await send('vats-main', new URLSearchParams(rung).toString(), { 'content-type': 'application/x-www-form-urlencoded' })
  await scene.settle('2026-12-01T09:00:00.000Z')
  const wrote = {
    messages: [
      {
        messageId: '00000000-0000-4000-8000-00000000000a',
        channelId: '00000000-0000-4000-8000-0000000000c1',
        chatType: 'whatsapp',
        chatId: messenger.phone.replaceAll(/\D/g, ''),
        dateTime: '2026-12-01T06:10:00.000',
        type: 'text',
        status: 'inbound',
        text: 'Hello',
        isEcho: false,
        contact: { name: messenger.name, phone: messenger.phone.replaceAll(/\D/g, '') },
      },
    ],
  }
  await send('wazzup-main', JSON.stringify(wrote), {
    ...json,
    authorization: `Bearer ${sampleSecrets['wazzup']?.['crm'] ?? ''}`,
  })
  // Whoever rang has no card before somebody makes one.
  const card = (await door.post('/clients', { kind: 'person', name: call.name, owner: 'anna' })).body.id
  await door.post(`/clients/${card}/ways`, { kind: 'phone', text: call.phone })
  const { import: older } = people
  const lines = [
    'No,Title,Made,Name,Phone,Mail',
    `1,Old tea,2026-11-02,${older.name},${older.phone},${older.email}`,
  ].join('\n')
  const mapping = [
    'version: 1',
    'inputs:',
    '  - kind: deals',
    '    file: deals.csv',
    '    external_id: No',
    '    title: Title',
    '    owner: { value: anna }',
    '    pipeline: { value: b2b_new }',
    '    created: Made',
    '    client: { name: Name, phone: Phone, email: Mail }',
  ].join('\n')
  await runImport(scene.ports, { mapping: readMapping(mapping), read: () => fileOfBytes(Buffer.from(lines)) })
}

const cards = async () => {
  const { employees } = await scene.ports.people.load()
  const lists = await Promise.all(
    [...Object.keys(employees), null].map((owner) => scene.ports.clients.listOf({ owner, limit: 100 })),
  )
  return lists.flat().map(({ id }) => id)
}

/** Hands everything that is told to everybody who hears it, and keeps what was told. */
async function settle(): Promise<void> {
  for (let before = -1; before !== told.length;) {
    before = told.length
    const items = await everyItem({ document: engine.client, table: world.table })
    const events = items.flatMap(({ event }) => (typeof event === 'string' ? [JSON.parse(event) as DomainEvent] : []))
    for (const event of events.filter(({ id, name }) => !told.some((one) => one.id === id && one.name === name))) {
      told.push(event)
      await hand(scene.ports, consumers, event)
    }
  }
  await scene.ports.reports.repack([...new Set(told.map(({ detail }) => detail.dealId).filter((id) => id !== ''))])
  await packReports(scene.ports, world.now())
}

/** Bytes of packs as what they say. */
function opened(item: Readonly<Record<string, unknown>>): string {
  return JSON.stringify(item, (_, value: unknown) => (value instanceof Uint8Array ? textOf(value) : value))
}

function textOf(bytes: Uint8Array): string {
  return bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes).toString('latin1') : Buffer.from(bytes).toString()
}

/** Items that say something of these people. */
async function itemsOf(words: readonly string[]): Promise<readonly Readonly<Record<string, unknown>>[]> {
  const items = [
    ...(await everyItem({ document: engine.client, table: world.table })),
    ...(await everyItem({ document: engine.client, table: `${world.table}-words` })),
  ]
  return items.filter((item) => marksIn(opened(item), words).length > 0)
}

/** Which kinds of items say something of these people; the key of one that has no kind. */
async function placesOf(words: readonly string[]): Promise<readonly string[]> {
  const found = await itemsOf(words)
  return [
    ...new Set(found.map((item) => kindOf(item)?.item ?? `${String(item['pk'])} ${String(item['sk'])}`)),
  ].toSorted()
}

test('what clients are stands where the list says and nowhere else, whichever way they come in; and nowhere once they are erased', async () => {
  await plant()
  await settle()
  const marks = Object.values(people).map(marksOf)
  const [names, ways] = [marks.flatMap((one) => one.names), marks.flatMap((one) => one.ways)]
  const personal = new Set(
    Object.values(allKeyLines).flatMap((lines) =>
      lines.flatMap((line) => (line.personal === undefined ? [] : [line.item])),
    ),
  )

  const [withNames, withWays, everyone] = [await placesOf(names), await placesOf(ways), await cards()]
  const found = await Promise.all(everyone.map((id) => scene.ports.clients.find(id)))
  const known = JSON.stringify(found).toLowerCase()

  // Everybody came in: each of the words is on a card.
  const said = [...names, ...marks.flatMap((one) => [one.ways[0] ?? '', one.ways[2] ?? ''])]
  expect(said.filter((word) => !known.includes(word))).toEqual([])
  expect(withNames.filter((item) => !named.has(item) && !whole.has(item))).toEqual([])
  expect(withWays.filter((item) => !whole.has(item))).toEqual([])
  expect([...withNames, ...withWays].filter((item) => !personal.has(item))).toEqual([])
  expect(withNames).toEqual(expect.arrayContaining(['client, core', 'deal, the rest', 'talk line', 'word']))
  expect(told.length).toBeGreaterThan(10)
  expect(
    told.filter((event) => marksIn(JSON.stringify(event), [...names, ...ways]).length > 0).map(({ name }) => name),
  ).toEqual([])
  expect(logged.filter((line) => marksIn(line, [...names, ...ways]).length > 0)).toEqual([])

  const boris = (await scene.ports.people.load()).employees['boris']
  const rights = { clients_read: 'all', clients_edit: 'all' } as const
  if (boris !== undefined) await scene.ports.people.saveEmployee({ ...boris, rights })
  for (const card of everyone) {
    await door.post(`/clients/${card}/erasure`, { reason: 'Asked for' }, { as: 'boris' })
    const done = await door.post(`/clients/${card}/erasure/confirmation`, {})
    expect([done.status, done.body.state]).toEqual([200, 'done'])
  }
  await settle()

  expect(await placesOf([...names, ...ways])).toEqual(['arrival'])
  expect(logged.filter((line) => marksIn(line, [...names, ...ways]).length > 0)).toEqual([])
})

/** What is made of what is handed out, and says no more than it: words, lists, the name in deals, how what came in was read. */
const made: ReadonlySet<string> = new Set([
  'word',
  'words of a thing',
  'my clients',
  'deal, core',
  'deal, the rest',
  'arrival',
  'arrival bytes',
  'call facts',
  'message facts',
])

test('what is handed out of a client says all that a scan of the table finds of them', async () => {
  await plant()
  await settle()
  const everyone = await scene.ports.clients.findMany(await cards())

  for (const marked of Object.values(people)) {
    const { names, ways } = marksOf(marked)
    const card = everyone.find(({ client }) => client.name.toLowerCase().includes(names[0] ?? ''))?.client.id ?? ''
    const pack = (await door.post(`/clients/${card}/personal-data`, {})).body as {
      readonly parts: readonly { readonly room: string; readonly place: string; readonly says: unknown }[]
    }
    const found = await itemsOf([...names, ...ways])
    const kinds = found.flatMap((item) => kindOf(item) ?? [])
    const left = kinds.filter(
      ({ room, item }) => !made.has(item) && !pack.parts.some((part) => part.room === room && part.place === item),
    )
    const said = JSON.stringify(pack).toLowerCase()
    const inTable = new Set(found.flatMap((item) => marksIn(opened(item), [...names, ...ways])))
    // A number from its end is how it is found, and nothing more that is said.
    const backwards = ways[1] ?? ''

    expect([marked.name, kinds.length > 3, left.map(({ room, item }) => `${room}: ${item}`)]).toEqual([
      marked.name,
      true,
      [],
    ])
    expect([...inTable].filter((mark) => mark !== backwards && !said.includes(mark))).toEqual([])
    const page = (await door.post(`/clients/${card}/personal-data/page`, {})).body as string
    expect(leavesOf(pack).filter((value) => !pageSays(page, value))).toEqual([])
    // What visitors of a site say stands under their own words.
    const parts = pack.parts.flatMap(({ says }) => keysIn(says))
    expect([...new Set(parts)].filter((key) => !Object.hasOwn(packageWords.ru.keys, key))).toEqual([])
  }
})
