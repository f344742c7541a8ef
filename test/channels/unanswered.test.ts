import { beforeEach, describe, expect, test } from 'vitest'

import { readUnanswered } from '#channels/usecases/read-unanswered'
import { fetchRecordings } from '#channels/usecases/recordings/fetch-recordings'
import { aDoor, type Door } from '#test/support/http'
import { pagesOn, type PagesDoor } from '#test/pages/support'
import { aWorldInMemory, type World } from '#test/support/world'

import { channelScene, type ChannelScene } from './channel-scene'
import { plainRules } from '#test/support/steady-rules'

const rules = `${plainRules()}
channels:
  main_line: { kind: phone, name: Main number }
  site: { kind: form, name: Forms of the site }
intake:
  lines:
    - when: { channel: site, form: question }
      becomes: request
      by: head_of_sales
      answer: 1 working hour
    - becomes: deal
calls:
  missed: { call_back: 15 working minutes, by: owner, otherwise: head_of_sales }
`

let world: World
let scene: ChannelScene
let door: Door
let page: PagesDoor

beforeEach(async () => {
  world = await aWorldInMemory({ text: rules, now: '2026-12-01T07:00:00.000Z' })
  const helen = (await world.ports.people.load()).employees['helen']
  if (helen === undefined) throw new Error('Helen works here.')
  await world.ports.people.saveEmployee({ ...helen, rights: { ...helen.rights, channels_edit: 'all' } })
  scene = await channelScene(world)
  await connectSite()
  door = await aDoor({ ports: scene.ports })
  page = pagesOn({ ...world, ports: scene.ports })
})

async function connectSite(): Promise<void> {
  const kept = await scene.ports.integrations.find('site-main')
  if (kept !== undefined) await scene.ports.integrations.save({ ...kept, lines: { '*': 'site' }, rev: kept.rev + 1 })
  await scene.ports.integrations.save({
    ...(kept ?? (await Promise.reject(new Error('The site is connected.')))),
    id: 'own-pbx',
    adapter: 'generic',
    lines: { '+74955550000': 'main_line' },
    secrets: [{ values: { key: 'k1' } }],
    rev: 1,
  })
}

const rings = async (notice: Readonly<Record<string, unknown>>): Promise<void> => {
  const call = { direction: 'in', client: '+79005550101', line: '+74955550000', ...notice }
  await scene.tell('own-pbx', call)
}
const missed = async (call: string, minute: number): Promise<void> => {
  const at = (second: number) => `2026-12-01T07:${String(minute).padStart(2, '0')}:${String(second).padStart(2, '0')}Z`
  world.setNow(at(40).replace('Z', '.000Z'))
  await rings({ call, startedAt: at(0), endedAt: at(30), result: 'missed' })
  world.setNow(`2026-12-01T07:${String(minute + 2).padStart(2, '0')}:30.000Z`)
  await scene.settle(world.now())
}
const sends = async (fields: Readonly<Record<string, string>>): Promise<void> => {
  const headers = { 'content-type': 'application/x-www-form-urlencoded' }
  const body = Buffer.from(new URLSearchParams(fields).toString())
  await scene.send('site-main', { method: 'POST', tail: '', query: '', headers, body })
  await scene.read()
}
const unanswered = async (as = 'helen') => (await door.get('/inbox/unanswered', { as })).body.items
const talkOf = (contact: string) => scene.ports.talks.talkIdOf(contact)

describe('who waits for us', () => {
  test('stands with what is due first at the top, with the number for whoever owes it and for nobody else', async () => {
    await missed('1', 1)
    await missed('2', 5)
    await sends({ form: 'question', name: 'Olga', phone: '89005550202', message: 'How much is it?' })
    const mine = await unanswered()
    const [call, request] = mine

    expect([call.kind, call.times, call.contact, call.dueAt]).toEqual([
      'call_back',
      2,
      '+79005550101',
      '2026-12-01T07:16:30.000Z',
    ])
    expect([request.kind, request.name, request.text]).toEqual(['answer', 'Olga', 'How much is it?'])
    expect(await unanswered('anna')).toEqual([])
  })

  test('is read with one look at what is connected and one at each talk, however much is owed', async () => {
    await missed('1', 1)
    await sends({ form: 'question', name: 'Olga', phone: '89005550202', message: 'How much is it?' })
    await sends({ form: 'question', name: 'Pavel', phone: '89005550303', message: 'And when?' })
    const { talks, integrations } = scene.ports
    const counted = { lines: 0, talks: 0, connected: 0 }
    const ports = {
      ...scene.ports,
      integrations: { ...integrations, all: () => ((counted.connected += 1), integrations.all()) },
      talks: {
        ...talks,
        lines: (...asked: Parameters<typeof talks.lines>) => ((counted.lines += 1), talks.lines(...asked)),
        findTalk: (id: string) => ((counted.talks += 1), talks.findTalk(id)),
      },
    }
    const asker = { caller: (await world.as('helen')).caller, people: await ports.people.load() }

    expect((await readUnanswered(ports, asker, {})).items).toHaveLength(3)
    expect(counted).toEqual({ lines: 3, talks: 3, connected: 1 })
  })

  test('is shown without the number to whom the rules show none of that client’s', async () => {
    await missed('1', 1)
    await door.post('/clients', { kind: 'person', name: 'Olga', phone: '+7 900 555-01-01', owner: 'boris' })
    const found = await scene.ports.rules.current()
    const { clients = { kinds: { company: {}, person: {} }, roles: {} } } = found.model
    const origin = { line: 1, column: 1, path: 'clients.see' }
    const see = { contacts: { department: 'no', others: 'no' }, origin } as const
    const model = { ...found.model, clients: { ...clients, see } }
    const rules = { ...scene.ports.rules, current: async () => ({ ...found, model }) }
    const asker = { caller: (await world.as('helen')).caller, people: await scene.ports.people.load() }
    const open = await readUnanswered(scene.ports, asker, {})
    const ruled = await readUnanswered({ ...scene.ports, rules }, asker, {})

    expect(open.items.map(({ name, contact }) => [name, contact])).toEqual([['Olga', '+79005550101']])
    expect(ruled.items.map(({ name, contact }) => [name, contact])).toEqual([['Olga', undefined]])
  })

  test('is taken by one click, and is then whoever’s who took it, with the date it had', async () => {
    await missed('1', 1)
    const anna = (await scene.ports.people.load()).employees['anna']
    if (anna === undefined) throw new Error('Anna works here.')
    await scene.ports.people.saveEmployee({ ...anna, rights: { ...anna.rights, deals_edit: 'all' } })
    const taken = await door.post(`/talks/${await talkOf('+79005550101')}/taking`, {}, { as: 'anna' })

    expect(taken.status).toBe(200)
    expect((await unanswered('anna'))[0]).toMatchObject({ responsible: 'anna', dueAt: '2026-12-01T07:16:30.000Z' })
    expect(await unanswered()).toEqual([])
  })

  test('is told of nothing about a talk that is not theirs', async () => {
    await missed('1', 1)
    const path = `/talks/${await talkOf('+79005550101')}`
    const asked = await Promise.all([
      door.get(path, { as: 'anna' }),
      door.post(`${path}/taking`, {}, { as: 'anna' }),
      door.post(`${path}/dismissal`, {}, { as: 'anna' }),
      door.get('/talks/talk_nowhere', { as: 'anna' }),
    ])

    expect(asked.map(({ status }) => status)).toEqual([404, 404, 404, 404])
  })

  test('who is no client waits no more, whatever they try, until somebody takes that back', async () => {
    await missed('1', 1)
    const path = `/talks/${await talkOf('+79005550101')}`
    const gone = await door.post(`${path}/dismissal`, { reason: 'A courier' })
    await missed('2', 5)
    const quiet = await unanswered()
    const { body: read } = await door.get(path)
    const said = read.items.length
    await door.post(`${path}/return`, {})

    expect(gone.body).toMatchObject({ isClient: false, owed: [] })
    expect([quiet, said]).toEqual([[], 2])
    expect(read.notClient).toMatchObject({ text: 'A courier' })
    expect((await unanswered()).map(({ dueAt }: { dueAt: string }) => dueAt)).toEqual(['2026-12-01T07:16:30.000Z'])
  })
})

describe('what is owed is paid', () => {
  test('by a call from one’s own phone, once however often it is told, and the stream marks it as told', async () => {
    await missed('1', 1)
    const path = `/talks/${await talkOf('+79005550101')}`
    const told = { result: 'answered', note: 'Wants an offer' }
    const headers = { 'idempotency-key': 'told-1' }
    await door.post(`${path}/calls`, told, { headers })
    await door.post(`${path}/calls`, told, { headers })
    const { items } = (await door.get(path)).body

    expect(await unanswered()).toEqual([])
    expect(items.map((one: Record<string, unknown>) => [one['result'], one['asTold'], one['by'], one['text']])).toEqual(
      [
        ['answered', true, 'helen', 'Wants an offer'],
        ['missed', undefined, undefined, undefined],
      ],
    )
  })

  test('not by an attempt that nobody answered: that is counted', async () => {
    await missed('1', 1)
    await door.post(`/talks/${await talkOf('+79005550101')}/calls`, { result: 'missed' })

    expect((await unanswered()).map(({ attempts }: { attempts: number }) => attempts)).toEqual([1])
  })

  test('by a talk, also where a form had asked, but not by one that was before the last word', async () => {
    await sends({ form: 'question', name: 'Olga', phone: '+79005550101', message: 'How much is it?' })
    await rings({
      call: '3',
      startedAt: '2026-12-01T06:50:00Z',
      answeredAt: '2026-12-01T06:50:05Z',
      endedAt: '2026-12-01T06:52:00Z',
      result: 'answered',
      employee: 'anna',
    })
    const before = (await unanswered()).length
    world.setNow('2026-12-01T07:20:00.000Z')
    await rings({
      call: '4',
      direction: 'out',
      startedAt: '2026-12-01T07:10:00Z',
      answeredAt: '2026-12-01T07:10:05Z',
      endedAt: '2026-12-01T07:12:00Z',
      result: 'answered',
      employee: 'anna',
    })
    const tasks = await scene.ports.deals.tasksOfSubject({ kind: 'talk', id: await talkOf('+79005550101') })

    expect(before).toBe(1)
    expect(tasks.map(({ status, doneBy, doneAt, owes }) => [status, doneBy, doneAt, owes?.how])).toEqual([
      ['done', 'anna', '2026-12-01T07:10:05.000Z', 'called_back'],
    ])
  })
})

describe('a request of somebody unknown', () => {
  test('becomes a deal of whoever makes it, timed from when it came, and what is owed is owed there', async () => {
    await sends({ form: 'question', name: 'Olga', phone: '89005550202', message: 'How much is it?' })
    world.setNow('2026-12-01T07:30:00.000Z')
    const talk = await talkOf('+79005550202')
    const headers = { 'idempotency-key': 'deal-1' }
    const made = await door.post(`/talks/${talk}/deal`, { title: 'Racks' }, { headers })
    const again = await door.post(`/talks/${talk}/deal`, { title: 'Racks' }, { headers })
    const deal = await scene.ports.deals.find(made.body.dealId)
    const stream = (await door.get(`/deals/${made.body.dealId}/conversation`)).body

    expect(again.body.dealId).toBe(made.body.dealId)
    expect(deal).toMatchObject({ title: 'Racks', askedAt: '2026-12-01T07:00:00.000Z', client: { name: 'Olga' } })
    expect((await unanswered())[0].deal).toMatchObject({ title: 'Racks' })
    expect([stream.waitingSince, stream.items[0].became]).toEqual(['2026-12-01T07:00:00.000Z', 'deal'])
    expect((await scene.ports.talks.listed('request', { limit: 10 })).items).toEqual([])
  })

  test('that a robot seemed to send is brought back by a person with the right, and by nobody else', async () => {
    await sends({ name: 'x', phone: '89005550203', website: 'spam.example' })
    const [spam] = (await door.get('/inbox/spam')).body.items
    const path = `/talks/${spam.talk}/requests/${spam.id}/restoration`
    const refused = await door.post(path, {}, { as: 'anna' })
    const restored = await door.post(path, {})

    expect([refused.status, restored.body.became]).toEqual([403, 'deal'])
    expect((await door.get('/inbox/spam')).body.items).toEqual([])
  })
})

describe('the pages', () => {
  const read = async (path: string, language = 'en', as = 'helen') =>
    (await page(path, { as, headers: { 'accept-language': language } })).text()

  test.each([
    ['en', 'Missed call', 'Not a client'],
    ['ru', 'Пропущенный', 'Не клиент'],
  ])('show who waits, with a click for each answer (%s)', async (language, kind, not) => {
    await missed('1', 1)
    const text = await read('/app/unanswered', language)

    expect(text).toContain(kind)
    expect(text).toContain(not)
    expect(text).toContain('href="tel:+79005550101"')
    expect(text).toContain('href="/app/unanswered"')
  })

  test('show on the deal and on the client’s card what was said', async () => {
    await sends({ name: 'Ivan', phone: '+79005550101', message: 'Do you <deliver>?' })
    await missed('1', 1)
    const deals = await scene.ports.deals.byOwner({ owner: 'helen', limit: 10 })
    const all = await Promise.all(
      Object.keys((await scene.ports.people.load()).employees).map((owner) =>
        scene.ports.deals.byOwner({ owner, limit: 10 }),
      ),
    )
    const [deal] = [...deals.items, ...all.flatMap(({ items }) => items)]
    const card = deal?.links?.[0]?.client ?? ''

    expect(await read(`/app/deals/${deal?.id ?? ''}`)).toContain('Do you &lt;deliver&gt;?')
    const client = await read(`/app/clients/${card}`)
    expect(client).toContain('Missed call')
    expect(client).toContain('The client has been waiting since')
  })

  test('show what is connected to whoever looks after it, and to nobody else', async () => {
    await missed('1', 1)
    const text = await read('/app/company/integrations/own-pbx', 'ru')

    expect(text).toContain('на связи')
    expect(text).toContain('+74955550000')
    expect(await read('/app/company/integrations', 'ru')).toContain('Mango')
    expect(await read('/app/company/integrations/new/vats', 'ru')).toContain('Адрес вашей CRM')
    // A mailbox of one person must be known as such before it is looked into for the first time.
    const asksWhose = async (id: string) =>
      (await read(`/app/company/integrations/new/${id}`)).includes('name="settings.knownOnly"')
    expect([await asksWhose('imap'), await asksWhose('graph'), await asksWhose('mail')]).toEqual([true, true, false])
    expect(await read('/app/company/integrations', 'en', 'anna')).toContain('may connect telephones and forms')
  })
})

test('a login that was heard is given to an employee over what was seen, and days are counted', async () => {
  await rings({
    call: '9',
    startedAt: '2026-12-01T07:00:00Z',
    endedAt: '2026-12-01T07:00:30Z',
    result: 'missed',
    employee: '777',
  })
  const path = '/integrations/own-pbx'
  const body = { what: 'login', name: '777', to: 'boris' }
  const tag = (await door.get(path)).headers.get('etag') ?? ''
  const blind = await door.ask('PATCH', `${path}/names`, { body })
  const named = await door.ask('PATCH', `${path}/names`, { body, headers: { 'if-match': tag } })
  const nobody = await door.ask('PATCH', `${path}/names`, {
    body: { ...body, to: 'nobody' },
    headers: { 'if-match': named.headers.get('etag') ?? '' },
  })

  expect([blind.status, named.status, nobody.status]).toEqual([428, 200, 422])
  expect(named.body.logins['777']).toBe('boris')
  expect((await door.post(`${path}/test`, {})).body.unmapped).toEqual([])
  expect((await door.get(`${path}/days`)).body.items).toEqual([{ day: '2026-12-01', arrived: 1, unreadable: 0 }])
})

test('a recorded call is listened to by whoever spoke and their head, never unnoticed, and by nobody else', async () => {
  await rings({
    call: '8',
    startedAt: '2026-12-01T07:00:00Z',
    answeredAt: '2026-12-01T07:00:05Z',
    endedAt: '2026-12-01T07:02:00Z',
    result: 'answered',
    employee: 'anna',
    recordings: ['https://records.example/8.mp3'],
  })
  const talk = await talkOf('+79005550101')
  const { people } = scene.ports
  const { employees } = await people.load()
  for (const id of ['anna', 'boris', 'cyril']) {
    const one = employees[id]
    if (one !== undefined) await people.saveEmployee({ ...one, rights: { ...one.rights, channels_edit: 'all' } })
  }
  const hear = (as: string, call = 'own-pbx:8', no = 0) =>
    door.post(`/talks/${talk}/calls/${encodeURIComponent(call)}/recording`, { no }, { as })
  const bytes = Buffer.from('ID3 a call')
  const get = async () => ({ status: 200, type: 'audio/mpeg', bytes })
  await fetchRecordings({ ...scene.ports, outlet: { ...scene.ports.outlet, get } }, world.now())
  const [own, other] = [await hear('anna'), await hear('cyril')]
  const wrong = [await hear('anna', 'own-pbx:9'), await hear('anna', 'own-pbx:8', 1)]
  const kept = (await door.get(`/talks/${talk}/hearings`)).body.items
  const { items } = (await door.get(`/talks/${talk}`)).body

  expect([own.status, other.status]).toEqual([200, 403])
  expect(Buffer.from(world.bytes.read(own.body.url)?.bytes ?? []).toString()).toBe('ID3 a call')
  expect(wrong.map(({ status }) => status)).toEqual([422, 422])
  expect(kept.map(({ by, call }: { by: string; call: string }) => [by, call])).toEqual([['anna', 'own-pbx:8']])
  expect(items.map(({ kind, recordings }: { kind: string; recordings: number }) => [kind, recordings])).toEqual([
    ['call', 1],
  ])
})
