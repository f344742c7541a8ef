import { beforeAll, expect, test } from 'vitest'

import { boundText } from '#domain/deals/words/bound'
import { consumers } from '#product/lists/consumers'
import { aWorldInMemory } from '#test/support/world'
import { pageFormat } from '#pages/page-format.tsx'
import { texts } from '#pages/texts/in-both'
import { publishRules } from '#release/usecases/publish-rules'
import { createDeal } from '#usecases/deals/create-deal'
import { loseDeal } from '#usecases/deals/close-deal'
import { refreshPace } from '#usecases/plan/refresh-pace'

import { pagesOn, type PagesDoor } from './support'

let ask: PagesDoor

beforeAll(async () => {
  const world = await aWorldInMemory()
  const counters = consumers.filter(({ name }) => name === 'keep-column-counters')
  await world.ports.settings.save({ currency: 'RUB', rates: { USD: '90', EUR: '100' } })
  for (const currency of ['RUB', 'USD', 'EUR']) {
    const input = { title: 'Machines', pipeline: 'b2b_new', owner: 'anna', currency, fields: { amount: 1_000_00 } }
    const { id } = await createDeal(world.ports, await world.as(), input)
    await world.run(counters, id)
  }
  await world.ports.settings.save({ currency: 'RUB', rates: { USD: '90' } })
  await world.ports.plans.setTargets('2026-12', [{ metric: 'sum', scope: 'company', id: '', value: 50_000_00 }])
  ask = pagesOn(world)
})

test('a column of the board shows each of its currencies by itself, the company’s own first', async () => {
  const page = await (await ask('/app/board/b2b_new', { as: 'helen' })).text()
  const [, head = ''] = /id="column-presentation">(.*?)<\/header>/s.exec(page) ?? []

  expect([...head.matchAll(/title="([^"]*)"/g)].map(([, title]) => title?.replaceAll(/\s/g, ' '))).toEqual([
    '₽1,000',
    '€1,000',
    '$1,000',
  ])
})

test.each([
  ['en', 'Open deals in EUR are not in the coverage: there is no rate. Set one in the settings.'],
  ['ru', 'Открытые сделки в EUR не входят в обеспеченность: нет курса. Задайте его в настройках.'],
])('the plan converts what is open and says what it cannot convert (%s)', async (language, sentence) => {
  const page = await (await ask('/app/plan', { as: 'helen', headers: { 'accept-language': language } })).text()

  // Presentation 10 %: of 1,000 and 90,000 roubles that is 9,100 for 50,000.
  expect(page).toMatch(/0[.,]18×/)
  expect(page).toContain(sentence)
})

test.each([
  ['ru', '−1 234,5', '−12,5 %', '−1 234,50 ₽', '−1,23 тыс. ₽'],
  ['en', '−1,234.5', '−12.5%', '−₽1,234.50', '−₽1.23k'],
] as const)(
  'less than nothing has a minus before it, not a hyphen, in %s',
  (language, number, percent, money, short) => {
    const format = pageFormat(language, 'Europe/Moscow', '2026-11-30T09:00:00.000Z')
    const written = [
      format.number(-1234.5),
      format.percent(-12.5),
      format.money(-123_450, 'RUB'),
      format.shortMoney(-123_450, 'RUB'),
    ]

    expect(written.map((one) => one.replaceAll(/\s/g, ' '))).toEqual([number, percent, money, short])
    expect(format.money(-0, 'RUB')).toBe(format.money(0, 'RUB'))
  },
)

test.each([
  [
    'en',
    'amount',
    10_000_000_000_001,
    '“Amount” takes a value of RUB 100,000,000,000 or less, you sent RUB 100,000,000,000.01.',
  ],
  [
    'ru',
    'amount',
    10_000_000_000_001,
    'В поле «Сумма» – не больше 100 000 000 000 ₽, а прислано: 100 000 000 000,01 ₽.',
  ],
  ['en', 'discount', 120.5, '“Discount” takes a value of 100% or less, you sent 120.5%.'],
  ['ru', 'discount', -1, 'В поле «Discount» – не меньше 0 %, а прислано: −1 %.'],
])(
  'what is beyond a bound is told as people write it, and so is the bound (%s, %s)',
  async (lang, field, value, said) => {
    const answer = await ask('/app/api/deals', {
      headers: { cookie: `norma_session=token-helen; norma_language=${lang}`, 'sec-fetch-site': 'same-origin' },
      json: { title: 'Machines', pipeline: 'b2b_new', owner: 'anna', fields: { [field]: value } },
    })

    const { detail } = (await answer.json()) as { readonly detail: string }
    expect(detail.replaceAll(/\s/g, ' ')).toBe(said)
  },
)

test.each(['руб', '', 'US$', 'RUBL'])(
  'a bound in %j, which is no code of a currency, is written as it is',
  (currency) => {
    expect(boundText('ru', -10_000, currency)).toBe('-10000')
  },
)

test('quotes within quotes have their own signs in Russian', () => {
  const { ru, en } = texts({
    en: { choose: (name: string) => `Choose “${name}”` },
    ru: { choose: (name: string) => `Выбрать «${name}»` },
  })

  expect(ru.choose('«Вершина», склад')).toBe('Выбрать «„Вершина“, склад»')
  expect(ru.choose('Склад')).toBe('Выбрать «Склад»')
  expect(en.choose('«Вершина», склад')).toBe('Choose “«Вершина», склад”')
})

test('what the rules have forgotten since is told by the name that it had', async () => {
  const world = await aWorldInMemory()
  const { id } = await createDeal(world.ports, await world.as(), { title: 'One', pipeline: 'b2b_new', owner: 'anna' })
  await loseDeal(world.ports, await world.as('helen', { ifMatch: 1 }), id, { reason: 'timing' })
  const { text, version } = await world.ports.rules.current()
  await publishRules(world.ports, await world.as(), {
    text: text.replace(/^ +timing: The time was not right\n/m, ''),
    note: 'One reason less',
    expected: version,
  })

  const page = await (await pagesOn(world)(`/app/deals/${id}`, { as: 'helen' })).text()
  const timeline = page.slice(page.indexOf('id="timeline"'))
  expect(timeline).toContain('The time was not right')
  expect(timeline).not.toMatch(/\btiming\b/)
})

test('the day of somebody and the team say as of when their plans are, and lead to the plan as it is now', async () => {
  const world = await aWorldInMemory({ now: '2026-12-10T09:30:00.000Z' })
  await world.ports.plans.setTargets('2026-12', [{ metric: 'sum', scope: 'employee', id: 'anna', value: 50_000_00 }])
  await refreshPace(world.ports, '2026-12-10T09:00:00.000Z')
  const read = pagesOn(world)
  const russian = { 'accept-language': 'ru' }
  const day = await (await read('/app', { as: 'anna', headers: russian })).text()
  const team = await (await read('/app/team', { as: 'boris', headers: russian })).text()

  expect(day).toContain('Посчитано: сегодня, 12:00, пересчёт каждый час. <a href="/app/plan">')
  expect(team).toContain('Планы посчитаны: сегодня, 12:00, пересчёт каждый час. <a href="/app/plan">')
})
