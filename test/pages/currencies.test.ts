import { beforeAll, expect, test } from 'vitest'

import { consumers } from '#product/lists/consumers'
import { aWorldInMemory } from '#test/support/world'
import { pageFormat } from '#pages/page-format.tsx'
import { createDeal } from '#usecases/deals/create-deal'

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
  ['en', '−1,234.5', '−12.5 %', '−₽1,234.50', '−₽1.23k'],
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
