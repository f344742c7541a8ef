import { expect, test } from 'vitest'

import { announcedUntil, keptUntil, type KeepFacts } from '#clients/domain/keeping'
import { keepingStore } from '#clients/store/keeping-store'
import { memoryKeeping } from '#clients/memory/keeping'
import { eraseRestricted } from '#clients/usecases/erase-client'
import { announceOver } from '#clients/usecases/keeping/announce-over'
import type { Ports } from '#ports/ports'
import type { KeepRules } from '#schemas/clients/client-rules'
import type { Calendar, Duration } from '#schemas/model'
import { useEngine } from '#test/support/engine'
import { pagesOn } from '#test/pages/support'
import { aDoor } from '#test/support/http'
import { steadyRules } from '#test/support/steady-rules'
import { aWorldInMemory } from '#test/support/world'

const engine = useEngine()
const lasting = (count: number, unit: Duration['unit']): Duration => ({ count, unit, kind: 'calendar', text: '' })
const keep: KeepRules = {
  kinds: ['person'],
  contract: lasting(60, 'months'),
  lost: lasting(12, 'months'),
  noConsent: lasting(30, 'days'),
}
const calendar = { timezone: 'Europe/Moscow' } as Calendar
const facts: KeepFacts = { kind: 'person', isBusy: false, lastOn: '2025-03-31' }

test.each([
  ['after the last thing that happened', {}, '2026-03-31 lost'],
  ['by the month, whose last day it is', { lastOn: '2024-02-29' }, '2025-02-28 lost'],
  [
    'for a contract, whatever else',
    { lastPaperOn: '2024-01-10', withoutConsentSince: '2025-01-01' },
    '2029-01-10 contract',
  ],
  ['without a consent, where that is sooner', { withoutConsentSince: '2025-03-01' }, '2025-03-31 no_consent'],
  ['by the last line, where that is sooner', { withoutConsentSince: '2026-12-01' }, '2026-03-31 lost'],
  ['while something is under way', { isBusy: true }, undefined],
  ['where companies are not named', { kind: 'company' as const }, undefined],
])('a client is kept %s', (_, more, expected) => {
  const found = keptUntil(keep, { ...facts, ...more }, calendar)

  expect(found === undefined ? undefined : `${found.until} ${found.line}`).toBe(expected)
})

test('what is not said is kept for ever, and nobody is erased without a week’s notice', () => {
  const { contract: _contract, ...withoutContract } = keep

  expect(keptUntil(withoutContract, { ...facts, lastPaperOn: '2001-01-01' }, calendar)).toBeUndefined()
  expect(announcedUntil({ until: '2020-01-01', line: 'lost' }, '2026-12-01')).toBe('2026-12-08')
  expect(announcedUntil({ until: '2026-12-12', line: 'lost' }, '2026-12-01')).toBe('2026-12-12')
})

const rules = (said: string) =>
  `${steadyRules()}\nconsents:\n  data: { text: I agree to be kept., version: 1, required: yes }\nclients:\n  personal_data: { of: RU, keep: ${said} }\n`
const lost = rules('{ lost: 12 calendar months, contract: 60 calendar months }')

/** People and a company of two years ago; one has an open deal, one works at a company that has. */
async function old(text = lost) {
  const world = await aWorldInMemory({ text, now: '2024-12-01T07:00:00.000Z' })
  const door = await aDoor(world)
  const make = async (kind: string, name: string, phone?: string): Promise<string> =>
    (await door.post('/clients', { kind, name, owner: 'anna', ...(phone === undefined ? {} : { phone }) })).body.id
  const ids = {
    gone: await make('person', 'Gone', '+7 916 000-00-01'),
    busy: await make('person', 'Busy'),
    works: await make('person', 'Works'),
    company: await make('company', 'Aurora'),
  }
  await door.post(`/clients/${ids.company}/links`, { client: ids.works })
  for (const client of [ids.busy, ids.company]) {
    const deal = (await door.post('/deals', { title: 'Tea', pipeline: 'b2b_new', owner: 'anna' })).body.id
    const { links } = (
      await door.post(
        `/deals/${deal}/clients`,
        { client, role: 'client' },
        {
          headers: { 'if-match': '*' },
        },
      )
    ).body
    expect(links).toHaveLength(1)
    await world.ports.clients.keepDeal(client, { deal, role: 'client', since: world.now() })
  }
  world.setNow('2026-12-01T07:00:00.000Z')
  return { world, door, ids }
}

test('whoever is kept no longer is announced for a week, told of, and erased the night after; others stay', async () => {
  const { world, door, ids } = await old()

  const first = await announceOver(world.ports, world.now())
  const again = await announceOver(world.ports, world.now())
  const due = (await door.get(`/clients/${ids.gone}/erasure`)).body
  const early = await eraseRestricted(world.ports, world.now())
  const confirmed = await door.post(`/clients/${ids.gone}/erasure/confirmation`, {})
  const told = (await door.get('/inbox')).body.items.filter(
    ({ notice }: { notice: { kind: string } }) => notice.kind === 'clients_over',
  )
  world.setNow('2026-12-09T00:00:00.000Z')
  const done = await eraseRestricted(world.ports, world.now())
  const list = (await door.get('/personal-data/erased?month=2026-12')).body
  const act = (await door.get(`/clients/${ids.gone}/erasure`)).body
  const left = await world.ports.clients.findMany(Object.values(ids))
  const page = await pagesOn(world)('/app/company/personal-data?month=2026-12', { as: 'helen' })

  expect([first.announced, again.announced]).toEqual([1, 0])
  expect(due).toMatchObject({ state: 'due', line: 'lost', until: '2026-12-08', askedBy: 'rules' })
  expect([early.erased, confirmed.status, done.erased]).toEqual([0, 404, 1])
  expect(told.map(({ notice }: { notice: { count: number } }) => notice.count)).toEqual([1])
  expect(act).toMatchObject({ state: 'done', line: 'lost', confirmedBy: 'rules' })
  expect(list.items).toEqual([
    { client: ids.gone, line: 'lost', announcedAt: '2026-12-01T07:00:00.000Z', until: '2026-12-08', state: 'done' },
  ])
  expect(list.round).toMatchObject({ beganOn: '2026-12-01', endedOn: '2026-12-01', announced: 1 })
  expect(left.filter(({ client }) => client.name.startsWith('–')).map(({ client }) => client.id)).toEqual([ids.gone])
  expect((await door.get('/personal-data/erased', { as: 'anna' })).status).toBe(403)
  // On a phone, where a row is a card, a cell says what it is of.
  const named = [...(await page.text()).matchAll(/<td data-name="([^"]+)">([^<]+)</g)].map((cell) => cell.slice(1))
  expect(named.map(([name]) => name)).toEqual(['By', 'Kept until', 'State'])
  expect(named[1]?.[1]).toContain('8 Dec')
})

test('whatever happens in that week keeps a client, and two people may still erase them sooner', async () => {
  const [kept, sooner] = [await old(), await old()]
  for (const { world } of [kept, sooner]) await announceOver(world.ports, world.now())

  await kept.door.post(
    `/clients/${kept.ids.gone}/ways`,
    { kind: 'email', text: 'gone@example.com' },
    {
      headers: { 'if-match': '*' },
    },
  )
  kept.world.setNow('2026-12-09T00:00:00.000Z')
  const done = await eraseRestricted(kept.world.ports, kept.world.now())
  const none = await kept.door.get(`/clients/${kept.ids.gone}/erasure`)
  const asked = await sooner.door.post(`/clients/${sooner.ids.gone}/erasure`, { reason: 'Letter' }, { as: 'anna' })
  sooner.world.setNow('2026-12-09T00:00:00.000Z')
  const unconfirmed = await eraseRestricted(sooner.world.ports, sooner.world.now())
  const confirmed = await sooner.door.post(`/clients/${sooner.ids.gone}/erasure/confirmation`, {})

  expect([done.erased, none.status]).toEqual([0, 404])
  expect((await kept.world.ports.clients.find(kept.ids.gone))?.client.name).toBe('Gone')
  expect([asked.status, asked.body.state, unconfirmed.erased, confirmed.body.state]).toEqual([201, 'asked', 0, 'done'])
})

test('whoever has revoked a required consent is kept for so long after, and not at all longer for it', async () => {
  const { world, door, ids } = await old(rules('{ no_consent: 30 calendar days }'))
  await door.post(`/clients/${ids.gone}/consents`, { consent: 'data' })
  await door.post(`/clients/${ids.gone}/consents/data/revocation`, {})

  const early = await announceOver(world.ports, world.now())
  world.setNow('2026-12-20T07:00:00.000Z')
  await announceOver(world.ports, world.now())
  const { line, until } = (await door.get(`/clients/${ids.gone}/erasure`)).body

  expect(early.announced).toBe(0)
  expect([line, until]).toEqual(['no_consent', '2026-12-31'])
})

test('a round that is broken off at any step announces and erases the same', async () => {
  const ends = async ({ world, ids }: Awaited<ReturnType<typeof old>>) => {
    world.setNow('2026-12-09T00:00:00.000Z')
    for (let time = 0; time < 3; time += 1) await eraseRestricted(world.ports, world.now()).catch(() => undefined)
    const { places: _places, ...act } = (await world.ports.clients.erasure(ids.gone)) ?? { places: [] }
    return { act, rows: await world.ports.keeping.announced('2026-12', 10) }
  }
  const whole = await old()
  await announceOver(whole.world.ports, whole.world.now())
  const expected = await ends(whole)
  let broken = 0

  for (let step = 0, isReached = true; isReached; step += 1) {
    const all = await old()
    const dying = diesAt(all.world.ports, step)
    isReached = await announceOver(dying, all.world.now()).then(
      () => false,
      () => true,
    )
    broken += isReached ? 1 : 0
    await announceOver(all.world.ports, all.world.now())
    expect(await ends(all)).toEqual(expected)
  }

  expect(broken).toBeGreaterThan(10)
})

test('an erasure by the rules that is broken off at any step goes on, and has its act', async () => {
  let broken = 0

  for (let step = 0, isReached = true; isReached; step += 1) {
    const { world, ids } = await old()
    await announceOver(world.ports, world.now())
    world.setNow('2026-12-09T00:00:00.000Z')
    isReached = await eraseRestricted(diesAt(world.ports, step), world.now()).then(
      () => false,
      () => true,
    )
    broken += isReached ? 1 : 0
    for (let time = 0; time < 2; time += 1) await eraseRestricted(world.ports, world.now()).catch(() => undefined)
    const act = await world.ports.clients.erasure(ids.gone)
    expect({ step, state: act?.state, by: act?.confirmedBy }).toEqual({ step, state: 'done', by: 'rules' })
  }

  expect(broken).toBeGreaterThan(10)
})

/** Ports of which the so manyth request to what is kept of clients fails after it was done. */
function diesAt(ports: Ports, step: number): Ports {
  let count = 0
  const dying = <T extends object>(store: T): T =>
    new Proxy(store, {
      get: (of, name) => {
        const run: unknown = Reflect.get(of, name)
        if (typeof run !== 'function') return run
        return async (...args: unknown[]): Promise<unknown> => {
          const answer: unknown = await Reflect.apply(run, of, args)
          count += 1
          if (count === step + 1) throw new Error('The process died.')
          return answer
        }
      },
    })
  return { ...ports, clients: dying(ports.clients), keeping: dying(ports.keeping) }
}

test('the table keeps requests, rounds and announcements as the memory does', async () => {
  const table = keepingStore({ document: engine.client, table: await engine.createTable() })
  const request = {
    client: 'client_1',
    kind: 'access',
    way: 'letter',
    receivedOn: '2026-12-01',
    state: 'open',
    responsible: 'anna',
    createdAt: '2026-12-01T07:00:00.000Z',
    createdBy: 'anna',
    task: 'task_1',
    rev: 1,
  } as const
  const answers = []
  for (const store of [table, memoryKeeping()]) {
    const said: unknown[] = []
    const later = { ...request, id: 'client_1-access-2', dueAt: '2026-12-20T15:00:00.000Z' }
    const sooner = { ...request, id: 'client_1-erasure-1', dueAt: '2026-12-10T15:00:00.000Z' }
    for (const one of [later, sooner, later]) said.push(await store.saveRequest(one))
    said.push(await store.openRequests({ limit: 10 }))
    said.push(await store.saveRequest({ ...sooner, state: 'done', rev: 2 }))
    said.push(await store.requestsOf('client_1'), await store.requestsOf('client_2'))
    said.push(
      await store.openRequests({ limit: 10 }),
      await store.request(sooner.id),
      await store.request('client_9-a-1'),
    )
    const progress = { beganOn: '2026-12-01', by: '', looked: 0, announced: 0, rev: 1 }
    said.push(await store.progress(), await store.saveProgress(progress), await store.saveProgress(progress))
    said.push(await store.saveProgress({ ...progress, owner: null, after: 'b#2', rev: 2 }), await store.progress())
    const row = { client: 'client_1', line: 'lost', announcedAt: '2026-12-01T07:00:00.000Z' } as const
    for (const until of ['2026-12-09', '2026-12-08', '2027-01-01', '2026-12-08'])
      await store.announce({ ...row, until })
    said.push(await store.announced('2026-12', 10), await store.announced('2026-12', 1))
    answers.push(said)
  }

  expect(answers[0]).toEqual(answers[1])
  expect(answers[0]?.slice(0, 3)).toEqual([true, true, false])
})

test('a plan counts whom a new or shorter length erases soon, and after which day; the same and longer ones nobody', async () => {
  const kept = rules('{ lost: 36 calendar months, contract: 60 calendar months }')
  const { door } = await old(kept)
  const told = async (text: string) =>
    (await door.post('/rules/plan', { text })).body.warnings
      .filter(({ code }: { code: string }) => code === 'keep-erases')
      .map(({ key, names }: { key: string; names: object }) => [key, names])

  expect(await told(lost)).toEqual([['clients.personal_data.keep', { cards: '1', on: '2026-12-08' }]])
  expect(await told(kept)).toEqual([])
  expect(await told(rules('{ lost: 48 calendar months, contract: 60 calendar months }'))).toEqual([])
  expect(await told(rules('{ contract: 60 calendar months }'))).toEqual([])
})
