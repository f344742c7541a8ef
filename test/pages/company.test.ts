import { parse } from 'node-html-parser'
import { beforeAll, describe, expect, test } from 'vitest'

import { allOperations } from '#product/lists/operations'
import { schedules } from '#product/lists/schedules'
import { consumers } from '#product/lists/consumers'
import { consumerName, scheduleName } from '#pages/company/texts/company'
import type { PutAside } from '#ports/backstage'
import { webhookOutlet } from '#webhooks/events/webhook-outlet'
import { pagesOn } from '#test/pages/support'
import { aDoor, type Door } from '#test/support/http'
import { tell } from '#usecases/people/tell'
import { aWorldInMemory, type World } from '#test/support/world'

const letter: PutAside = {
  consumer: 'keep-plan-ledger',
  id: '7',
  event: 'deal.moved',
  dealId: 'deal_000001',
  why: 'The store did not answer.',
  at: '2026-11-30T09:00:00.000Z',
}
const outlet = webhookOutlet({ lookup: () => Promise.resolve(['93.184.215.14']) })
let world: World
let door: Door
let put: readonly PutAside[] | undefined = [letter]
const tried: unknown[] = []

beforeAll(async () => {
  const made = await aWorldInMemory({ now: '2026-12-01T07:00:00.000Z' })
  const stand = {
    stream: { waiting: 0, behindSeconds: 0 },
    queues: [],
    schedules: { 'sweep-due': '2026-12-01T06:55:00.000Z' },
  }
  const backstage = {
    ...made.ports.backstage,
    stand: () => (put === undefined ? undefined : stand),
    deadLetters: () => put,
    redrive: (...asked: readonly unknown[]) => {
      tried.push(asked)
      return put?.length ?? 0
    },
  }
  world = { ...made, ports: { ...made.ports, backstage, outlet } }
  door = await aDoor(world)
})

async function page(path: string, as: string, language: 'en' | 'ru' = 'en') {
  const answer = await pagesOn(world)(path, {
    as,
    headers: { cookie: `norma_session=token-${as}; norma_language=${language}` },
  })
  return { status: answer.status, location: answer.headers.get('location'), root: parse(await answer.text()) }
}

describe('the company', () => {
  test('says of each month that is over whether it is closed, and leads to where that is done', async () => {
    await door.ask('PUT', '/plans/2026-10/closing', { as: 'helen', body: { closed: true, reason: 'Handed in' } })
    const { root } = await page('/app/company', 'helen', 'ru')
    const rows = root.querySelectorAll('section[aria-labelledby=months-title] li').map((one) => one.innerText)
    const link = root.querySelector('section[aria-labelledby=months-title] li:nth-child(2) a')

    expect(rows).toHaveLength(12)
    expect(rows.slice(0, 2).map((row) => /октябрь|ноябрь/i.exec(row)?.[0].toLowerCase())).toEqual(['ноябрь', 'октябрь'])
    expect([rows[0]?.includes('открыт'), rows[1]?.includes('закрыт')]).toEqual([true, true])
    expect(link?.getAttribute('href')).toBe('/app/plan?period=2026-10#closing')
  })

  test.each([
    [
      'en',
      [
        'Currency and rates',
        'Switch to another currency',
        'Closed months',
        'How people are notified',
        'What could not be handled',
        'Scheduled jobs',
      ],
    ],
    [
      'ru',
      [
        'Валюта и курсы',
        'Перейти на другую валюту',
        'Закрытые месяцы',
        'Как люди узнают о важном',
        'Что не удалось обработать',
        'Что делается по часам',
      ],
    ],
  ] as const)('has its money, its channels and what goes on behind it (%s)', async (language, titles) => {
    const { root } = await page('/app/company', 'helen', language)

    expect(root.querySelectorAll('main h2').map(({ text }) => text)).toEqual(titles)
    expect(root.querySelector('#letters')?.text).toContain(language === 'ru' ? 'Перенесена' : 'Moved')
    expect(root.querySelectorAll('.company-tabs a')).toHaveLength(6)
  })

  test('is in the menu of whoever may change it, and closed to others', async () => {
    const { root, status } = await page('/app/company', 'boris')

    expect(status).toBe(403)
    expect(root.querySelectorAll('nav.menu a').map((one) => one.getAttribute('href'))).not.toContain('/app/company')
    expect((await page('/app/company/webhooks', 'boris')).status).toBe(403)
    const people = (await page('/app/people', 'boris')).root.querySelector('main')?.text
    expect(people).toMatch(/You do not have the right to see this page/)
    expect(people).not.toMatch(/[a-z]+_[a-z]+/)
    const exports = await page('/app/company/exports', 'boris')
    expect([exports.status, exports.root.querySelectorAll('tbody tr').length]).toEqual([200, 0])
  })

  test('shows rates by the language of whoever reads', async () => {
    await world.ports.settings.save({ currency: 'RUB', rates: { USD: '90.5' } })
    const rate = async (language: 'en' | 'ru') =>
      (await page('/app/company', 'helen', language)).root.querySelector('[name="rates.USD"]')?.getAttribute('value')

    expect([await rate('en'), await rate('ru')]).toEqual(['90.5', '90,5'])
    expect((await page('/app/company?currency=aed', 'helen')).root.querySelector('[name="rates.AED"]')).not.toBeNull()
  })

  test('takes the rate of another currency as people of both languages write it, and nothing else', async () => {
    const { root } = await page('/app/company', 'helen')
    const pattern = root.querySelector('#currency [name="at"]')?.getAttribute('pattern') ?? ''
    // A browser wants the whole of what is typed to fit.
    const isTaken = (typed: string) => new RegExp(`^(?:${pattern})$`, 'v').test(typed)

    expect(['90', '90.5', '0,0125'].filter((typed) => !isTaken(typed))).toEqual([])
    expect(['', 'ninety', '90.', '-1'].filter(isTaken)).toEqual([])
  })

  test.each(schedules.map(({ name }) => name))('names %s in both languages', (name) => {
    expect(scheduleName(name, 'en')).toMatch(/^[A-Z]/)
    expect(scheduleName(name, 'ru')).toMatch(/^[А-ЯЁ]/)
  })
})

describe('what was put aside', () => {
  test.each(consumers.map(({ name }) => name))('is named by what is missing where %s could not do it', (name) => {
    expect(consumerName(name, 'en')).toMatch(/^[A-Z]/)
    expect(consumerName(name, 'ru')).toMatch(/^[А-ЯЁ]/)
  })

  test('is said in the language of the page, each with a button that tries it alone', async () => {
    const { root } = await page('/app/company', 'helen', 'ru')
    const one = root.querySelector('#letter-keep-plan-ledger-7')
    const form = one?.querySelector('form')

    expect(one?.text).toMatch(/^Выполнение плана.*Перенесена.*Сделка/s)
    expect(form?.text).toBe('Повторить')
    expect(JSON.parse(form?.getAttribute('data-body') ?? '')).toEqual({ consumer: 'keep-plan-ledger', ids: ['7'] })
  })

  test('is told without what it says, and tried again, by whoever may change the rules', async () => {
    const { body } = await door.get('/dead-letters')
    const redriven = await door.post('/dead-letters/redrive', { consumer: 'keep-plan-ledger', ids: ['7'] })

    expect(body).toEqual({ isHere: true, items: [letter] })
    expect(redriven).toMatchObject({ status: 200, body: { redriven: 1 } })
    expect(tried).toEqual([['keep-plan-ledger', ['7']]])
    expect((await door.get('/dead-letters', { as: 'boris' })).status).toBe(403)
    expect((await door.post('/dead-letters/redrive', {}, { as: 'boris' })).status).toBe(403)
  })

  test('is elsewhere in AWS, which the page says', async () => {
    put = undefined
    const { root } = await page('/app/company', 'helen')
    const { body } = await door.get('/dead-letters')
    put = [letter]

    expect(body).toEqual({ isHere: false, items: [] })
    expect(root.querySelector('#letters')?.text).toContain('AWS')
  })
})

describe('webhooks', () => {
  test('are listed with their state, and a page of each shows what went to it', async () => {
    const { body } = await door.post('/webhooks', { url: 'https://example.com/norma', events: ['deal.moved'] })
    const list = await page('/app/company/webhooks', 'helen')
    const one = await page(`/app/company/webhooks/${body.webhook.id}`, 'helen', 'ru')

    expect(list.root.querySelector('main')?.text).toContain('https://example.com/norma')
    expect(list.root.text).not.toContain(body.secret)
    expect(one.root.querySelector('h1')?.text).toBe('https://example.com/norma')
    expect(one.root.querySelector('#deliveries-title')?.text).toBe('Последние отправки')
    expect(one.root.querySelector('input[value="deal.moved"]')?.hasAttribute('checked')).toBe(true)
    expect(one.root.querySelector('input[name=url]')?.getAttribute('type')).toBeUndefined()
  })

  test('say in the language of the page why nothing arrives, and one that has stopped is switched on by a button', async () => {
    const { body } = await door.post('/webhooks', { url: 'https://example.com/gone', events: [] })
    const { id } = body.webhook
    const said = [{ say: 'delivery_gone' }]
    const fault = { error: 'The receiver answered 410: it is gone for good.', said }
    const at = '2026-12-01T06:00:00.000Z'
    const kept = await world.ports.webhooks.find(id)
    if (kept === undefined) throw new Error('The webhook is not kept.')
    await world.ports.webhooks.addDelivery({
      id: 'msg_1',
      webhook: id,
      event: 'deal_1:1',
      name: 'deal.created',
      dealId: 'deal_1',
      at,
      state: 'failed',
      attempts: 1,
      tries: [{ at, tookMs: 1, status: 410, ...fault }],
      rev: 1,
    })
    const on = await page(`/app/company/webhooks/${id}`, 'helen', 'ru')
    const disabled = { at, reason: 'gone', detail: fault.error, said } as const
    await world.ports.webhooks.save({ ...kept, disabled, rev: kept.rev + 1 })
    const off = await page(`/app/company/webhooks/${id}`, 'helen', 'ru')
    const why = { why: fault.error, whyRu: 'Получатель ответил 410.' }
    const notice = { id: 'notice_1', kind: 'webhook_disabled', at, webhook: { id, url: kept.url }, ...why } as const
    await tell(world.ports, 'helen', notice, { once: id })
    const inbox = await page('/app/inbox', 'helen', 'ru')
    const delivery = on.root.querySelector('#delivery-msg_1')?.text
    const [again] = off.root.querySelectorAll(`form[data-api="PUT /webhooks/${id}"]`)

    expect(delivery).toContain('Сделка создана')
    expect(delivery).toContain('Получатель ответил 410: по этому адресу его больше нет.')
    expect(on.root.querySelectorAll('form[data-api$="/replay"]')).toHaveLength(2)
    expect(off.root.querySelector('.note')?.text).toBe('Получатель ответил 410: по этому адресу его больше нет.')
    expect(off.root.querySelectorAll('form[data-api$="/replay"]')).toHaveLength(0)
    expect(again?.text).toBe('Включить снова')
    expect(inbox.root.querySelector(`h2 a[href="/app/company/webhooks/${id}"]`)?.text).toContain('остановлен')
    expect(JSON.parse(again?.getAttribute('data-body') ?? '')).toMatchObject({ active: true, events: [] })
  })
})

describe('the page of how one is told', () => {
  test('makes the address of one’s calendar, makes it anew and takes it away', async () => {
    const forms = async () =>
      (await page('/app/notifications', 'boris', 'ru')).root
        .querySelectorAll('form[data-api="PUT /me/calendar"]')
        .map((form) => [form.innerText.trim(), form.getAttribute('data-then') ?? null])
    const before = await forms()
    await door.ask('PUT', '/me/calendar', { as: 'boris', body: { shared: true } })

    expect(before).toEqual([['Получить адрес', 'show:path']])
    expect(await forms()).toEqual([
      ['Получить новый адрес', 'show:path'],
      ['Отключить адрес', null],
    ])
  })
})

describe('the record of exports', () => {
  test('says who took which report or table out', async () => {
    await door.get('/deal-table/csv?columns=title,fields.amount', { as: 'boris' })
    await door.get('/reports/accountant/csv?period=2026-11&direction=b2b_new&lang=en', { as: 'helen' })
    await door.get('/reports/plan_fact/csv?period=2026-11&by=person&metric=count', { as: 'helen' })
    await door.get('/reports/lost_reasons/csv?period=2026-11&by=field&field=source', { as: 'helen' })
    const { root } = await page('/app/company/exports', 'helen', 'ru')
    const rows = root.querySelectorAll('tbody tr').map((row) => row.querySelectorAll('td').map(({ text }) => text))

    expect(rows.map(([, who, what, asked]) => [who, what, asked])).toEqual([
      ['Helen', expect.any(String), 'Период: 2026-11; Строки: Поле сделки; Поле: Источник'],
      ['Helen', expect.any(String), 'Период: 2026-11; Строки: Сотрудник; Что считалось: Сделки'],
      ['Helen', expect.stringContaining('CSV'), expect.stringMatching(/^Период: 2026-11; Направление: (?!b2b_new)/)],
      ['Boris', 'Сделки · CSV', 'Столбцы: Сделка, Сумма'],
    ])
  })
})

test('what the pages ask of the API is there', () => {
  const known = allOperations.map(({ method, path }) => `${method} ${path}`)

  expect(known).toEqual(expect.arrayContaining(['PUT /settings', 'POST /dead-letters/redrive', 'POST /webhooks']))
})

describe('the people', () => {
  const tuned = async (path: string, language: 'en' | 'ru' = 'ru') => {
    const ports = { ...world.ports, ways: { by: 'link' as const } }
    const answer = await pagesOn({ ...world, ports })(path, {
      as: 'helen',
      headers: { cookie: `norma_session=token-helen; norma_language=${language}` },
    })
    return parse(await answer.text())
  }

  test('closed departments stand apart, are offered to nobody, and can be opened again', async () => {
    const { people } = world.ports
    await people.saveDepartment({ id: 'south', name: 'Юг', parent: 'sales', head: 'boris', active: false })
    const [root, hire, other, south, office, reports] = await Promise.all([
      tuned('/app/people'),
      tuned('/app/pieces/people/new'),
      tuned('/app/pieces/departments/b2c'),
      tuned('/app/pieces/departments/south'),
      tuned('/app/pieces/departments/office'),
      tuned('/app/reports/plan_fact'),
    ])
    const options = (one: typeof root, name: string) =>
      one.querySelectorAll(`select[name=${name}] option`).map(({ text }) => text.trim())
    const bodies = (one: typeof root) =>
      one.querySelectorAll('form[data-api^="PUT"]').map((form) => form.getAttribute('data-body') ?? '')

    expect(root.querySelector('#closed-departments')?.text).toMatch(/Закрытые отделы: 1.*Юг.*Boris/s)
    expect(root.querySelectorAll('.department h2').map(({ text }) => text)).not.toContain('Юг')
    expect([options(hire, 'department'), options(other, 'parent')].flat().join()).not.toContain('Юг')
    expect(options(reports, 'department').at(-1)).toBe('Юг (закрыт)')
    expect(bodies(south).map((body) => body.includes('"active":false'))).toEqual([true, false])
    expect(bodies(office)).toHaveLength(1)
    expect(office.querySelectorAll('details a').map((one) => one.getAttribute('href'))).toContain('/app/people/lena')
  })

  test('an address that two share is told with both of them, to whoever may change people', async () => {
    const { people } = world.ports
    const { anna, fedor } = (await people.load()).employees
    if (anna === undefined || fedor === undefined) throw new Error('Both work here.')
    await people.saveEmployee({ ...anna, email: 'sales@aurora.example' })
    await people.saveEmployee({ ...fedor, email: 'Sales@aurora.example' })
    const [all, one] = await Promise.all([tuned('/app/people'), tuned('/app/people/anna')])
    await people.saveEmployee(fedor)
    const mended = await tuned('/app/people')

    const section = all.querySelector('section[aria-labelledby=shared-mail]')
    expect(section?.querySelectorAll('a').map((link) => link.getAttribute('href'))).toEqual([
      '/app/people/anna',
      '/app/people/fedor',
    ])
    expect(one.querySelector('input[name=email] + .warn')?.text).toContain('Fedor')
    expect(mended.querySelector('#shared-mail')).toBeNull()
  })
})
