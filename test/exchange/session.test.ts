import { describe, expect, test } from 'vitest'

import { readWaiting } from '#exchange/usecases/read-files'
import { readSessions } from '#exchange/usecases/read-bases'
import { changePassword, removeBase } from '#exchange/usecases/save-base'
import { cancelInvoice } from '#money/usecases/issue-invoice'
import { useEngine } from '#test/support/engine'
import { aWorld, aWorldInMemory, type World } from '#test/support/world'
import { aDealWorth, alpha, anInvoice } from '#test/money/money-world'
import { anIssued, exchangeRules, exchanging, sample } from './exchange-world'

const engine = useEngine()
const stores = [
  ['the table', (text: string) => aWorld(engine, { text })],
  ['memory', async (text: string) => aWorldInMemory({ text })],
] as const

async function cancel(world: World, id: string): Promise<void> {
  await cancelInvoice(world.ports, await world.as('alex'), id, 'A mistake')
}

describe.each(stores)('a session of 1C, on %s,', (_, aWorldOf) => {
  test('makes many new buyers known at once, each as whom it has known them first', async () => {
    const { exchange } = (await aWorldOf(exchangeRules())).ports
    await exchange.counterparty('inn:7', 'main', 'known')
    const news = Array.from({ length: 203 }, (_one, no) => ({
      who: `inn:${no}`,
      seller: 'main',
      otherwise: `id-${no}`,
    }))
    const twice = { who: 'inn:5', seller: 'main', otherwise: 'later' }

    const kept = await exchange.keepCounterparties([...news, twice])

    expect(kept.size).toBe(203)
    expect(['inn:5#main', 'inn:7#main', 'inn:202#main'].map((place) => kept.get(place))).toEqual([
      'id-5',
      'known',
      'id-202',
    ])
    expect(await exchange.counterparties(news)).toEqual(kept)
  })

  test('hands the same invoices out until 1C says that it has them, and then those alone that changed', async () => {
    const world = await aWorldOf(exchangeRules())
    const deal = await aDealWorth(world)
    const [one, other] = [await anInvoice(world, deal.id), await anInvoice(world, deal.id, 'advance')]
    const { base } = await exchanging(world)

    expect(await base.checkAuth()).toMatch(/^success\nnorma_1c\n\S+$/)
    expect(await base.init()).toBe('zip=no\nfile_limit=1000000')
    const first = await base.query()
    const again = await base.query()
    await base.checkAuth()
    const inAnother = await base.query()
    const said = await base.success()
    const afterwards = await base.query()
    await cancel(world, one.id)
    const changed = await base.query()

    expect(first.toSorted()).toEqual([one.id, other.id].toSorted())
    expect([again, inAnother]).toEqual([first, first])
    expect(said).toBe('success')
    expect([afterwards, changed]).toEqual([[], [one.id]])
    expect(base.loaded.get(one.id)?.xml).toContain('<Наименование>Отменен</Наименование><Значение>true</Значение>')
    expect(base.loaded.size).toBe(2)
  })

  test('sends an invoice again that changes between being handed out and being confirmed', async () => {
    const world = await aWorldOf(exchangeRules())
    const deal = await aDealWorth(world)
    const invoice = await anInvoice(world, deal.id)
    const { base } = await exchanging(world)
    await base.checkAuth()

    await base.query()
    await cancel(world, invoice.id)
    await base.success()

    expect(await base.query()).toEqual([invoice.id])
    // The second answer may have got lost: what was handed out first is all that is certain.
    expect(await base.query()).toEqual([invoice.id])
    await base.success()
    expect(await base.query()).toEqual([])
  })

  test('answers “failure” and 401 to a wrong password, and lets no session go on with it', async () => {
    const world = await aWorldOf(exchangeRules())
    const { base, given } = await exchanging(world)

    base.reset('wrong')
    const wrong = await base.raw('mode=checkauth')
    const withoutSession = await base.raw('mode=query')
    base.reset(given.password)
    await base.checkAuth()
    const fresh = await changePassword(world.ports, await world.as('alex'), given.base.id)
    const old = await base.raw('mode=query')
    base.reset(fresh.password)
    await base.checkAuth()
    const good = await base.raw('mode=query')
    await removeBase(world.ports, await world.as('alex'), given.base.id)
    const removed = await base.raw('mode=checkauth')

    expect([wrong, withoutSession, old, good, removed].map(({ status }) => status)).toEqual([401, 401, 401, 200, 401])
    expect((await wrong.text()).split('\n')).toEqual(['failure', expect.stringContaining('Неверный логин или пароль')])
    expect(wrong.headers.get('www-authenticate')).toContain('Basic')
    expect(wrong.headers.get('content-type')).toContain('text/plain')
  })
})

test('an invoice is an order with its lines, the VAT inside and the buyer as its invoice names them', async () => {
  const world = await aWorldInMemory({ text: exchangeRules() })
  const invoice = await anInvoice(world, (await aDealWorth(world, 12_000_000, 'Станок «А» & <Б>')).id)
  const { base } = await exchanging(world)
  await base.checkAuth()
  await base.query()
  const xml = base.loaded.get(invoice.id)?.xml ?? ''

  expect(xml).toContain(`<Ид>${invoice.id}</Ид><Номер>1</Номер><Дата>2026-12-01</Дата>`)
  expect(xml).toContain('<ХозОперация>Заказ товара</ХозОперация><Роль>Продавец</Роль><Валюта>RUB</Валюта>')
  expect(xml).toContain('<Сумма>120000.00</Сумма>')
  expect(xml).toContain(`<ОфициальноеНаименование>${alpha.name}</ОфициальноеНаименование><ИНН>${alpha.inn}</ИНН>`)
  expect(xml).toContain('<Наименование>Станок «А» &amp; &lt;Б&gt;</Наименование>')
  expect(xml).toContain('<УчтеноВСумме>true</УчтеноВСумме><Сумма>21639.34</Сумма><Ставка>22</Ставка>')
  expect(xml).toContain('<Наименование>Заказ оплачен</Наименование><Значение>false</Значение>')
  expect(xml).toContain('<Наименование>Статуса заказа ИД</Наименование><Значение>N</Значение>')
})

test('an answer without news is a whole file without documents', async () => {
  const world = await aWorldInMemory({ text: exchangeRules() })
  const { base } = await exchanging(world)
  await base.checkAuth()
  const answer = await (await base.raw('mode=query')).text()

  expect(answer).toMatch(
    /^<\?xml version="1.0" encoding="UTF-8"\?>\n<КоммерческаяИнформация [^>]+>\n<\/КоммерческаяИнформация>\n$/,
  )
})

test('what is no step of the protocol, of another kind, or without rules is a failure with its reason, never a fault', async () => {
  const world = await aWorldInMemory({ text: exchangeRules() })
  const { base } = await exchanging(world)
  await base.checkAuth()
  const unset = await aWorldInMemory({ text: exchangeRules().replace(/^one_c:.*$/m, '') })
  const { base: other } = await exchanging(unset)
  await other.checkAuth()
  const asked = await Promise.all([
    base.raw('mode=info'),
    base.raw('type=catalog&mode=query').then(async () => base.raw('mode=file&filename=..', new Uint8Array([1]))),
    base.raw('mode=file&filename=a.xml', new Uint8Array()),
    base.raw('mode=import&filename=a.xml'),
    other.raw('mode=query'),
  ])
  const texts = await Promise.all(asked.map((one) => one.text()))

  expect(asked.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200])
  expect(texts.every((text) => /^failure\n[^\n]{20,}$/.test(text))).toBe(true)
  expect(texts[4]).toContain('one_c')
})

test('a base of one legal entity gets its invoices alone, and none from before the day it was connected', async () => {
  const world = await aWorldInMemory({ text: exchangeRules() })
  const deal = await aDealWorth(world)
  const invoice = await anInvoice(world, deal.id)
  const { base } = await exchanging(world, '2026-01-01', 'main')
  const { base: later } = await exchanging(world, '2026-12-02')
  await base.checkAuth()
  await later.checkAuth()

  expect([await base.query(), await later.query()]).toEqual([[invoice.id], []])
})

test('the log says of a session what was handed out, confirmed and refused', async () => {
  const world = await aWorldInMemory({ text: exchangeRules() })
  await anInvoice(world, (await aDealWorth(world)).id)
  const { base, given } = await exchanging(world)
  await base.checkAuth()
  await base.query()
  await base.query()
  await base.success()
  await base.success()
  const { caller } = await world.as('alex')
  const [session] = await readSessions(world.ports, caller, { id: given.base.id, language: 'ru' })

  expect(session).toMatchObject({ state: 'done', offered: 1, sent: 1, received: 0, refused: 0, notes: [] })
})

test('an invoice of which 1C has nothing new to hear counts neither as handed out nor as confirmed', async () => {
  const world = await aWorldInMemory({ text: exchangeRules() })
  const { money } = world.ports
  const invoice = anIssued('inv-123', (await aDealWorth(world)).id)
  await money.save({ invoices: [{ invoice }] }, 'mark')
  const { base, given } = await exchanging(world)
  await base.checkAuth()
  await base.query()
  await base.success()
  await money.save({ invoices: [{ invoice: { ...invoice, version: 3 }, wasVersion: 2 }] }, 'mark')
  await base.query()
  await base.success()
  const { caller } = await world.as('alex')
  const [session] = await readSessions(world.ports, caller, { id: given.base.id, language: 'ru' })

  expect(session).toMatchObject({ offered: 1, sent: 1 })
  expect(await world.ports.exchange.sentTo(given.base.id)).toMatchObject([{ invoice: 'inv-123', version: 3 }])
})

test('a session ends as its file did, even where the process died between saying so of the one and of the other', async () => {
  const world = await aWorldInMemory({ text: exchangeRules() })
  const { base, given, read } = await exchanging(world)
  await base.checkAuth()
  await base.file('orders.xml', sample('12-orders-status-answer-from-1c-utf8.xml'))
  const { exchange } = world.ports
  const dying = { ...exchange, saveSession: async () => Promise.reject(new Error('The process died.')) }
  await readWaiting({ ...world.ports, exchange: dying }).catch(() => undefined)
  const [left] = await exchange.sessions(given.base.id, 1)
  await read()
  const [session] = await exchange.sessions(given.base.id, 1)

  expect([left?.state, session?.state]).toEqual(['open', 'done'])
  expect(await exchange.toRead(10)).toEqual([])
})
