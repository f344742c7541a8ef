import { describe, expect, test } from 'vitest'

import { bookPayment, ignorePayment, settlePayment, unbookPayment } from '#money/usecases/change-payment'
import { issueInvoice } from '#money/usecases/issue-invoice'
import { loadStatement } from '#money/usecases/load-statement'
import { makeInvoice } from '#money/usecases/make-invoice'
import { readPaymentInbox } from '#money/usecases/read-payment-inbox'
import { settleDeals } from '#money/usecases/settle-deals'
import type { Task } from '#schemas/task'
import { readWorkday } from '#usecases/tasks/read-workday'
import { sweepDue } from '#usecases/tasks/sweep-due'
import { moveDeal } from '#usecases/deals/move-deal'
import { pagesOn } from '#test/pages/support'
import { useEngine } from '#test/support/engine'
import { aWorld, aWorldInMemory, type World } from '#test/support/world'
import { aDealWorth, anInvoice, dealNow, moneyRules, statementOf, type GivenPayment } from './money-world'

const engine = useEngine()
const stores = [
  ['the table', () => aWorld(engine, { text: moneyRules() })],
  ['memory', () => aWorldInMemory({ text: moneyRules() })],
] as const

async function load(world: World, payments: readonly GivenPayment[]): Promise<readonly string[]> {
  await loadStatement(world.ports, await world.as('alex'), statementOf(payments))
  const { items } = await world.ports.money.payments({ state: 'unmatched', limit: 10 })
  return items.map(({ id }) => id)
}

async function tasksOf({ ports }: World, payment = ''): Promise<readonly Task[]> {
  return ports.deals.tasksOfSubject({ kind: 'payment', id: payment })
}

describe.each(stores)('what is to be done about a payment in %s', (_, open) => {
  test('stands on the day of whoever looks after the bank until they have done it, and comes back when that is taken back', async () => {
    const world = await open()
    const { id: deal } = await aDealWorth(world)
    const { id: invoice } = await anInvoice(world, deal)
    const [id = ''] = await load(world, [{ kopecks: 12_000_000, purpose: 'Иное', inn: '7736207543' }])
    const accountant = await world.as('alex')
    const day = async () => {
      const people = await world.ports.people.load()
      const { overdue, dueToday } = await readWorkday(world.ports, { caller: accountant.caller, people })
      return overdue.concat(dueToday).map(({ task }) => task.do)
    }

    expect(await tasksOf(world, id)).toMatchObject([
      {
        status: 'open',
        responsible: 'alex',
        role: 'accountant',
        dueAt: '2026-12-01T11:00:00.000Z',
        owes: { kind: 'match' },
      },
    ])
    expect(await day()).toEqual(['Match the payment of ₽120,000.00 of 2 December 2026.'])
    await bookPayment(world.ports, accountant, id, { shares: [{ invoice, kopecks: 12_000_000 }] })
    expect(await tasksOf(world, id)).toMatchObject([{ status: 'done', doneBy: 'alex' }])
    expect(await day()).toEqual([])
    await unbookPayment(world.ports, accountant, id, 'Another deal')
    expect((await tasksOf(world, id)).map(({ status }) => status).toSorted()).toEqual(['done', 'open'])
    await ignorePayment(world.ports, accountant, id, 'A loan')
    expect((await tasksOf(world, id)).map(({ status }) => status)).toEqual(['done', 'done'])
  })

  test('is told of once a statement when it is late, however many payments wait', async () => {
    const world = await open()
    const payments = [1, 2, 3].map((no) => ({
      kopecks: no * 100,
      purpose: `Иное ${no}`,
      number: String(no),
      inn: '7736207543',
    }))
    await load(world, payments)
    const told = async () => {
      const { items } = await world.ports.notices.inbox('alex', { limit: 20 })
      return new Set(items.flatMap(({ task }) => (task?.statement === undefined ? [] : [task.id]))).size
    }

    await sweepDue(world.ports, '2026-12-04T12:00:00.000Z')
    const once = await told()
    await load(world, [{ kopecks: 700, purpose: 'Иное 7', number: '7', inn: '7736207543' }])
    await sweepDue(world.ports, '2026-12-09T12:00:00.000Z')

    expect([once, await told()]).toEqual([1, 2])
  })

  test('is brought to the day by the clock where a process ended before it could', async () => {
    const world = await open()
    const { ports } = world
    const openTask = () => Promise.reject(new Error('killed'))
    const broken = { ...world, ports: { ...ports, deals: { ...ports.deals, openTask } } }
    await expect(load(broken as World, [{ kopecks: 100, purpose: 'Иное' }])).rejects.toThrow('killed')
    const { items } = await ports.money.payments({ state: 'unmatched', limit: 10 })

    await settleDeals(ports)
    await settleDeals(ports)

    expect(await tasksOf(world, items[0]?.id)).toMatchObject([{ status: 'open', owes: { kind: 'match' } }])
    expect(await ports.money.unsettled(10)).toEqual([])
  })

  test('is done though somebody did it before its task was there', async () => {
    const world = await open()
    const { ports } = world
    const openTask = async (task: Task) => {
      await ignorePayment(ports, await world.as('alex'), task.subject?.id ?? '', 'A loan')
      return ports.deals.openTask(task)
    }
    const racing = { ...world, ports: { ...ports, deals: { ...ports.deals, openTask } } } as World
    await load(racing, [{ kopecks: 100, purpose: 'Иное' }])
    const { items } = await ports.money.payments({ state: 'ignored', limit: 10 })

    expect(await tasksOf(world, items[0]?.id)).toMatchObject([{ status: 'done', doneBy: 'alex' }])
  })

  test('is done by the clock where its task was changed at the same moment', async () => {
    const world = await open()
    const { ports } = world
    const [id = ''] = await load(world, [{ kopecks: 100, purpose: 'Иное' }])
    const deals = { ...ports.deals, adjustTask: async () => false }

    await ignorePayment({ ...ports, deals }, await world.as('alex'), id, 'A loan')
    expect(await tasksOf(world, id)).toMatchObject([{ status: 'open' }])
    await settleDeals(ports)

    expect(await tasksOf(world, id)).toMatchObject([{ status: 'done', doneBy: 'alex' }])
  })
})

test('an advance is a task until somebody says what was agreed, and a new booking asks anew', async () => {
  const world = await aWorldInMemory({ text: moneyRules() })
  const { id: deal } = await aDealWorth(world)
  const { number } = await anInvoice(world, deal)
  await load(world, [{ kopecks: 12_500_000, purpose: `Счет ${number}` }])
  const [payment] = (await world.ports.money.payments({ state: 'booked', limit: 1 })).items
  const accountant = await world.as('alex')

  const settled = await settlePayment(world.ports, accountant, payment?.id ?? '', 'For next month')

  expect(settled).toMatchObject({ restKopecks: 500_000, settled: { by: 'alex', note: 'For next month' } })
  expect(settled.toDo).toBeUndefined()
  expect(await tasksOf(world, payment?.id)).toMatchObject([
    {
      status: 'done',
      dealId: deal,
      do: 'Agree with the client what the advance of ₽5,000.00 of 2 December 2026 is for.',
    },
  ])
  await expect(settlePayment(world.ports, accountant, payment?.id ?? '', 'Again')).rejects.toThrow(
    'Nothing is to be agreed',
  )
  expect(await unbookPayment(world.ports, accountant, payment?.id ?? '', 'Wrong')).toMatchObject({ toDo: 'match' })
  expect((await tasksOf(world, payment?.id)).map(({ owes, status }) => [owes?.kind, status])).toEqual(
    expect.arrayContaining([
      ['advance', 'done'],
      ['match', 'open'],
    ]),
  )
})

const wonAtOnce = moneyRules('{ filled: [amount], may_override: head_of_sales }')
  .replace('won_after: payment', 'won_after: presentation')
  .replaceAll(/^ +chance: .*\n/gm, '')

async function aWonDeal(world: World): Promise<string> {
  const { id } = await aDealWorth(world)
  const override = { reason: 'A test of money' }
  const { status } = await moveDeal(world.ports, await world.asAnybody('helen'), id, {
    toStage: 'general_offer',
    override,
  })
  expect(status).toBe('won')
  return id
}

test('a refund of a won deal is a task with the deal and its cancelling beside it; the books of the plan stay', async () => {
  const world = await aWorldInMemory({ text: wonAtOnce })
  const id = await aWonDeal(world)
  const books = async () =>
    (({ won, status, fields }) => ({ won, status, amount: fields['amount'] }))(await dealNow(world.ports, id))
  const before = await books()

  const draft = await makeInvoice(world.ports, await world.asAnybody('helen'), id, {
    kind: 'whole',
    buyer: { name: 'ООО «Альфа Пример»', inn: '5001001006' },
    lines: [{ name: 'More than was sold', quantity: 1, unit: 'шт.', priceKopecks: 99_000_000 }],
  })
  const { number } = await issueInvoice(world.ports, await world.as('alex'), draft.id)
  await load(world, [{ kopecks: 99_000_000, purpose: `Счет ${number}` }])
  expect(await books()).toEqual(before)
  await load(world, [{ kopecks: 99_000_000, purpose: `Возврат по счету ${number}`, number: '9', isOut: true }])

  expect(await books()).toEqual(before)
  const { booked } = await readPaymentInbox(world.ports, (await world.as('alex')).caller)
  const back = booked.find(({ payment }) => payment.direction === 'out')
  expect(back?.refunded.map(({ id: deal }) => deal)).toEqual([id])
  expect(await tasksOf(world, back?.payment.id)).toMatchObject([
    {
      status: 'open',
      dealId: id,
      owes: { kind: 'refund' },
      do: expect.stringContaining('decide whether to cancel the deal'),
    },
  ])
  const page = await (await pagesOn(world)('/app/payments', { as: 'alex' })).text()
  expect(page).toContain('The deal stays won until somebody cancels it')
  await settlePayment(world.ports, await world.as('alex'), back?.payment.id ?? '', 'Sold again')
  expect((await tasksOf(world, back?.payment.id)).map(({ status }) => status)).toEqual(['done'])
})

test('a payment nobody has looked at in time is late, as any other task', async () => {
  const world = await aWorldInMemory({ text: moneyRules() })
  const [id = ''] = await load(world, [{ kopecks: 100, purpose: 'Иное' }])

  world.setNow('2026-12-01T15:00:00.000Z')
  await sweepDue(world.ports, '2026-12-01T15:00:00.000Z')

  expect((await tasksOf(world, id))[0]).toMatchObject({ status: 'open', missed: { by: 'alex' } })
})

test('where the file gives no time for payments, nobody is asked', async () => {
  const world = await aWorldInMemory({ text: moneyRules().replace(', unmatched: 4 working hours', '') })
  const [id = ''] = await load(world, [{ kopecks: 100, purpose: 'Иное' }])

  expect(await tasksOf(world, id)).toEqual([])
})
