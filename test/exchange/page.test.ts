import { beforeAll, describe, expect, test } from 'vitest'

import { consumers } from '#exchange/events/consumers'
import { schedules } from '#exchange/events/schedules'
import { fileEvent } from '#exchange/domain/file-event'
import { pagesOn, type PagesDoor } from '#test/pages/support'
import { useEngine } from '#test/support/engine'
import { aDoor, type Door } from '#test/support/http'
import { aDealWorth, anInvoice, moneyRules } from '#test/money/money-world'
import { loadStatement } from '#money/usecases/load-statement'
import { statementOf } from '#test/money/money-world'
import { aWorld, aWorldInMemory, hand, type World } from '#test/support/world'
import { anIssued, exchangeRules, exchanging, saidOf, sample, type Exchanging } from './exchange-world'

const engine = useEngine()

describe('the page of the exchange', () => {
  let world: World
  let ask: PagesDoor
  let scene: Exchanging
  let dealId = ''

  beforeAll(async () => {
    world = await aWorldInMemory({ text: exchangeRules() })
    dealId = (await aDealWorth(world)).id
    await world.ports.money.save({ invoices: [{ invoice: anIssued('inv-123', dealId) }] }, 'mark')
    scene = await exchanging(world)
    await scene.base.checkAuth()
    await scene.base.query()
    await scene.base.success()
    await scene.base.file('orders.xml', sample('x6-date-only-datetime-and-russian-date.xml'))
    await scene.base.file('good.xml', sample('12-orders-status-answer-from-1c-utf8.xml'))
    await scene.read()
    ask = pagesOn(world)
  })

  const page = async (path: string, language: string, as = 'alex') =>
    ask(path, { as, headers: { 'accept-language': language } })

  test.each([
    [
      'ru',
      ['Обмен с 1С', 'верим выпискам банка', 'последний обмен не удался', 'УТ 11', '02.02.2026 9:10:00', 'неудачно'],
    ],
    [
      'en',
      [
        'Exchange with 1C',
        'statements of the bank are believed',
        'the last exchange failed',
        'not a date like',
        'failed',
      ],
    ],
  ])('shows how each base stands and what its sessions brought (%s)', async (language, said) => {
    const text = await (await page('/app/company/one-c', language)).text()

    for (const one of said) expect(text).toContain(one)
    expect(text).not.toContain(scene.given.password)
  })

  test('is closed to whoever neither connects things nor looks after payments', async () => {
    expect((await page('/app/company/one-c', 'en', 'anna')).status).toBe(403)
  })

  test('has a place on the page of a deal for what 1C says of its invoices', async () => {
    const text = await (await page(`/app/deals/${dealId}`, 'ru', 'helen')).text()

    expect(text).toContain('Счёт № 123 → 0000-000045')
    expect(text).toContain('проведён')
  })
})

describe('bases of 1C', () => {
  let world: World
  let door: Door
  beforeAll(async () => {
    world = await aWorld(engine, { text: exchangeRules() })
    door = await aDoor(world)
  })

  test('are let in by whoever looks after payments; the password is shown once and opens nothing else', async () => {
    const made = await door.post('/one-c/bases', { name: 'УТ' }, { as: 'alex' })
    const { base, password } = made.body
    const read = await door.get(`/one-c/bases/${base.id}`, { as: 'alex' })
    const all = await door.get('/one-c/bases', { as: 'alex' })
    const changed = await door.post(`/one-c/bases/${base.id}/password`, {}, { as: 'alex' })
    const sessions = await door.get(`/one-c/bases/${base.id}/sessions`, { as: 'alex' })

    expect(made.status).toBe(201)
    expect(password).toMatch(/^[0-9a-f]{32}$/)
    expect(made.body.instruction).toContain(password)
    expect(base).toMatchObject({ name: 'УТ', seller: null, from: '2026-12-01', lamp: 'never', lastSuccessAt: null })
    expect(JSON.stringify([read.body, all.body])).not.toContain(password)
    expect(changed.body.password).not.toBe(password)
    expect(sessions.body).toEqual({ items: [] })
  })

  test('are refused to others, for a seller that is none, and when they are gone', async () => {
    const [other, seller] = await Promise.all([
      door.post('/one-c/bases', { name: 'УТ' }, { as: 'anna' }),
      door.post('/one-c/bases', { name: 'УТ', seller: 'nobody' }, { as: 'alex' }),
    ])
    const made = await door.post('/one-c/bases', { name: 'УТ' }, { as: 'alex' })
    const removed = await door.ask('DELETE', `/one-c/bases/${made.body.base.id}`, { as: 'alex' })
    const gone = await door.get(`/one-c/bases/${made.body.base.id}`, { as: 'alex' })

    expect([other.status, seller.status, removed.status, gone.status]).toEqual([403, 422, 200, 404])
    expect(seller.body.detail).toContain('there are: main')
  })

  test('a file of 1C is read by what hears that it is whole, on the table, however often it hears', async () => {
    const deal = await aDealWorth(world)
    await world.ports.money.save({ invoices: [{ invoice: anIssued('inv-123', deal.id) }] }, 'mark')
    const { base, given } = await exchanging(world)
    await base.checkAuth()
    await base.file('a.xml', sample('12-orders-status-answer-from-1c-utf8.xml'), 3000)
    const [session] = await world.ports.exchange.sessions(given.base.id, 1)
    const place = { base: given.base.id, session: session?.id ?? '', name: 'a.xml' }
    const waiting = await world.ports.exchange.toRead(10)

    const event = fileEvent({ ...place, upload: 1 }, world.now())
    for (let times = 0; times < 2; times += 1) await hand(world.ports, consumers, event)

    expect(waiting).toEqual([{ ...place, upload: 1 }])
    expect(await world.ports.exchange.toRead(10)).toEqual([])
    expect(await base.importFile('a.xml')).toBe('success')
    expect(await saidOf(world, 'inv-123')).toMatchObject({ isPosted: true })
  })
})

test('a base that has not exchanged for a working day is told of once, to whoever looks after it', async () => {
  const world = await aWorldInMemory({ text: exchangeRules() })
  const { base } = await exchanging(world)
  await base.checkAuth()
  await base.query()
  await base.success()
  const watch = async (at: string) => {
    world.setNow(at)
    for (const { name, run } of schedules) if (name === 'watch-exchanges') await run(world.ports, at)
    const { items } = await world.ports.notices.inbox('alex', { limit: 10 })
    return items.filter(({ kind }) => kind === 'exchange_silent').length
  }

  expect(await watch('2026-12-01T13:00:00.000Z')).toBe(0)
  expect(await watch('2026-12-03T13:00:00.000Z')).toBe(1)
  expect(await watch('2026-12-04T13:00:00.000Z')).toBe(1)
})

test('a base that fails again and again is told of as one that is silent', async () => {
  const world = await aWorldInMemory({ text: exchangeRules() })
  const { base } = await exchanging(world)
  await base.checkAuth()
  await base.query()
  await base.success()
  for (let no = 0; no < 60; no += 1) {
    await base.checkAuth()
    await base.piece('a.xml', new Uint8Array())
  }
  const at = '2026-12-03T13:00:00.000Z'
  world.setNow(at)
  for (const { name, run } of schedules) if (name === 'watch-exchanges') await run(world.ports, at)
  const { items } = await world.ports.notices.inbox('alex', { limit: 10 })

  expect(items.map(({ kind }) => kind)).toContain('exchange_silent')
})

test('where 1C is believed about money, statements of the bank are not taken', async () => {
  const world = await aWorldInMemory({ text: exchangeRules('believes: one_c') })
  const load = loadStatement(world.ports, await world.as('alex'), statementOf([{ kopecks: 100, purpose: 'x' }]))

  await expect(load).rejects.toMatchObject({ code: 'money_unset', message: expect.stringContaining('believes: bank') })
})

test('a buyer stays in 1C whom they were there when their card becomes part of another, and when it is parted again', async () => {
  const world = await aWorldInMemory({ text: exchangeRules() })
  const { ports } = world
  const door = (await ports.personalData.doors())['exchange']
  const moved: { place: string; id: string; says?: unknown }[] = []
  await ports.exchange.counterparty('client:one', 'main', 'norma-one')
  await door?.moveTo(ports, { from: 'one', to: 'two' }, async (what) => void moved.push(what))
  const merged = await ports.exchange.counterparty('client:two', 'main', 'norma-two')
  await door?.moveBack(ports, { from: 'one', to: 'two' }, moved)
  const parted = await ports.exchange.counterparty('client:two', 'main', 'norma-two')

  expect([merged, parted]).toEqual(['norma-one', 'norma-two'])
  expect(await ports.exchange.counterparty('client:one', 'main', 'x')).toBe('norma-one')
})

test('an invoice of somebody without an INN goes out under their card, and keeps that name', async () => {
  const world = await aWorldInMemory({ text: exchangeRules() })
  const deal = await aDealWorth(world)
  const invoice = await anInvoice(world, deal.id, 'whole', { name: 'Пётр Примеров' } as never)
  const { base } = await exchanging(world)
  await base.checkAuth()
  await base.query()
  const first = /<Контрагент><Ид>(.*?)</.exec(base.loaded.get(invoice.id)?.xml ?? '')?.[1]
  await base.query()

  expect(first).toMatch(/^norma-/)
  expect(base.loaded.get(invoice.id)?.xml).toContain(`<Ид>${first}</Ид><Наименование>Пётр Примеров</Наименование>`)
  expect(moneyRules()).not.toContain('one_c')
})
