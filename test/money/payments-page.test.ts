import { beforeAll, expect, test } from 'vitest'

import { bookPayment } from '#money/usecases/change-payment'
import { loadStatement } from '#money/usecases/load-statement'
import { pagesOn, type PagesDoor } from '#test/pages/support'
import { aWorldInMemory, type World } from '#test/support/world'
import { aDealWorth, anInvoice, dealNow, moneyRules, statementOf } from './money-world'

let world: World
let ask: PagesDoor
let dealId = ''

beforeAll(async () => {
  world = await aWorldInMemory({ text: moneyRules() })
  dealId = (await aDealWorth(world)).id
  const { number } = await anInvoice(world, dealId)
  const payments = [
    { kopecks: 12_500_000, purpose: `Оплата по счету № ${number}` },
    { kopecks: 7_000_000, purpose: 'За <оборудование>', number: '2', on: '03.12.2026' },
    { kopecks: 0, purpose: 'Ничего', number: '3' },
  ]
  const other = await aDealWorth(world, 7_000_000, 'Second')
  await anInvoice(world, other.id)
  dealId = other.id
  await loadStatement(world.ports, await world.as('alex'), statementOf(payments))
  ask = pagesOn(world)
})

const page = async (language: string, as = 'alex'): Promise<string> =>
  (await ask('/app/payments', { as, headers: { 'accept-language': language } })).text()

test.each([
  ['en', ['To be confirmed', 'Book on № 2', 'More was paid than invoiced', 'The amount is nothing']],
  ['ru', ['Подтвердить', 'Разнести на счёт № 2', 'Заплатили больше, чем выставлено', 'Сумма нулевая']],
])('the accountant sees what is booked, what to confirm, and every fault of a file (%s)', async (language, said) => {
  const text = await page(language)

  for (const one of said) expect(text).toContain(one)
  expect(text).toContain('За &lt;оборудование&gt;')
})

test('the page is in the menu of whoever the file names under “bank”, and of nobody else', async () => {
  const home = async (as: string) => (await ask('/app', { as })).text()

  expect(await home('alex')).toContain('href="/app/payments"')
  expect(await home('anna')).not.toContain('href="/app/payments"')
})

test('one click books what is suggested', async () => {
  const text = await page('en')
  const [, path = '', body = ''] = /data-api="POST (\/payments\/[^"]*\/book)" data-body="([^"]*)"/.exec(text) ?? []
  const json: unknown = JSON.parse(body.replaceAll('&quot;', '"'))

  const answer = await ask(`/app/api${path}`, {
    as: 'alex',
    json,
    headers: { 'sec-fetch-site': 'same-origin', 'idempotency-key': 'click-1' },
  })

  expect(answer.status).toBe(200)
  expect((await dealNow(world.ports, dealId)).fields['paid']).toBe(7_000_000)
  expect(await page('en')).not.toContain('Book on № 2')
})

test('whoever the file does not name under “bank” is told whose page it is', async () => {
  expect(await page('en', 'anna')).toContain('Accountant')
})

test('statements stand by their days, the latest first, in whatever order they were loaded', async () => {
  const of = async (name: string, on: string): Promise<void> => {
    const payments = [{ kopecks: 1_000, purpose: name, number: name.length.toString(), on }]
    await loadStatement(world.ports, await world.as('alex'), { ...statementOf(payments), name })
  }
  await of('february.txt', '11.02.2027')
  await of('december.txt', '15.12.2026')
  await of('jan.txt', '20.01.2027')

  const html = await page('ru')
  const names = [...html.matchAll(/<h3>([a-z_0-9]+\.txt) · ([^<]*)<\/h3>/g)].map(([, name, days]) => `${name} ${days}`)

  expect(names).toEqual([
    'february.txt 11\u00A0февр. 2027\u00A0г.',
    'jan.txt 20\u00A0янв. 2027\u00A0г.',
    'december.txt 15\u00A0дек. 2026\u00A0г.',
    'kl_to_1c.txt 2\u00A0дек. 2026\u00A0г. – 3\u00A0дек. 2026\u00A0г.',
  ])
})

test.each([
  ['en', 'See with whoever leads the deal', 'stays won', 'Not all of it is booked'],
  ['ru', 'Решите с менеджером, что дальше со сделкой', 'остаётся выигранной', 'Разнесено не всё'],
] as const)(
  'of a deal that is open nobody says that it stays won, nor of a part of a payment that more was paid than invoiced (%s)',
  async (language, refund, won, rest) => {
    const own = await aWorldInMemory({ text: moneyRules() })
    const alex = await own.as('alex')
    const invoice = await anInvoice(own, (await aDealWorth(own)).id)
    const back = `Возврат по счету № ${invoice.number}`
    const payments = [
      { kopecks: 12_000_000, purpose: 'Иное', inn: '5001001013' },
      { kopecks: 1_000_000, purpose: back, number: '2', isOut: true, on: '03.12.2026' },
    ]
    await loadStatement(own.ports, alex, statementOf(payments.slice(0, 1)))
    const found = await Promise.all(
      (['unmatched', 'suggested'] as const).map((state) => own.ports.money.payments({ state, limit: 10 })),
    )
    const shares = [{ invoice: invoice.id, kopecks: 5_000_000 }]
    await bookPayment(own.ports, alex, found.flatMap(({ items }) => items)[0]?.id ?? '', { shares })
    await loadStatement(own.ports, alex, statementOf(payments.slice(1)))

    const text = await (
      await pagesOn(own)('/app/payments', { as: 'alex', headers: { 'accept-language': language } })
    ).text()

    expect(text).toContain(refund)
    expect(text).not.toContain(won)
    expect(text).toContain(rest)
  },
)
