import { expect, test } from 'vitest'

import { taskIdOf } from '#domain/kernel/task-id'
import { consumers } from '#product/lists/consumers'
import type { Deal, Fields } from '#schemas/deal'
import { completeTask } from '#usecases/tasks/complete-task'
import { createDeal } from '#usecases/deals/create-deal'
import { moveDeal } from '#usecases/deals/move-deal'
import { postEvent } from '#usecases/deals/post-event'
import { readDeal } from '#usecases/deals/read-deal'
import { readTaskWork } from '#usecases/tasks/read-task-work'
import { keepPaid } from '#usecases/deals/keep-paid'
import { pagesOn } from '#test/pages/support'
import { updateDeal } from '#usecases/deals/update-deal'
import { aWorldInMemory, employees, type World } from '#test/support/world'

async function aDeal(world: World, stage: string, fields: Fields = {}): Promise<Deal> {
  const input = { title: 'Coffee machines', pipeline: 'b2b_new', owner: 'anna', stage, fields }
  const deal = await createDeal(world.ports, await world.as(), input)
  await world.run(consumers, deal.id)
  return deal
}

const outcome = (run: Promise<unknown>): Promise<string> =>
  run.then(
    () => 'done',
    (error: { code: string }) => error.code,
  )

const change = async (world: World, id: string, more: object): Promise<void> => {
  const one = employees.find((person) => person.id === id)
  if (one !== undefined) await world.ports.people.saveEmployee({ ...one, ...more })
}

test.each([
  ['whoever the field names writes it without owning the deal', 'alex', { paid: 5 }, 'done'],
  ['the owner of the deal does not', 'anna', { paid: 5 }, 'not_your_field'],
  ['the head of the owner does not', 'boris', { paid: 5 }, 'not_your_field'],
  ['somebody who may change every deal does not', 'helen', { paid: 5 }, 'not_your_field'],
  ['whoever is named for one field writes no other', 'alex', { paid: 5, need: 'More' }, 'not_your_field'],
  ['what nobody is named for is the owner’s', 'anna', { need: 'More' }, 'done'],
  ['and nobody else’s', 'alex', { need: 'More' }, 'forbidden'],
  ['a deal that somebody cannot see is not there for them', 'lena', { contract_file: 'c.pdf' }, 'deal_unknown'],
])('%s', async (_, who, fields, expected) => {
  const world = await aWorldInMemory()
  const deal = await aDeal(world, 'payment', { amount: 10 })

  expect(await outcome(updateDeal(world.ports, await world.as(who), deal.id, { fields }))).toBe(expected)
})

test('it is so on every road: a new deal, a move, an event, a task that is done', async () => {
  const world = await aWorldInMemory()
  const { ports } = world
  const deal = await aDeal(world, 'payment', { amount: 10 })
  const anna = await world.as('anna')
  const fields = { paid: 10 }

  const roads = [
    createDeal(ports, anna, { title: 'One', pipeline: 'b2b_new', owner: 'anna', fields }),
    moveDeal(ports, anna, deal.id, { toStage: 'delivery', fields }),
    postEvent(ports, anna, deal.id, { event: 'payment_received', fields }),
    completeTask(ports, await world.as('helen'), taskIdOf(deal.id, 1, 'check_payment'), { fields }),
  ]

  expect(await Promise.all(roads.map(outcome))).toEqual(roads.map(() => 'not_your_field'))
  const done = completeTask(ports, await world.as('alex'), taskIdOf(deal.id, 1, 'check_payment'), { fields })
  expect(await outcome(done)).toBe('done')
  expect((await ports.deals.find(deal.id))?.fields).toMatchObject(fields)
})

test('whoever completes a task writes what the gate of its stage asks for, and nothing else', async () => {
  const world = await aWorldInMemory()
  const deal = await aDeal(world, 'nps')
  const quinn = await world.as('quinn')
  const ask = taskIdOf(deal.id, 1, 'ask_nps')

  expect(await outcome(completeTask(world.ports, quinn, ask, { fields: { amount: 1 } }))).toBe('not_your_field')
  expect(await outcome(completeTask(world.ports, quinn, ask, { fields: { nps: 9 } }))).toBe('done')
})

test('the deputy of somebody who is away writes for them, and where nobody is in the role the head does', async () => {
  const world = await aWorldInMemory()
  const deal = await aDeal(world, 'payment', { amount: 10 })
  await change(world, 'alex', { absences: [{ from: '2026-12-01', to: '2026-12-09', deputy: 'helen' }] })
  const helen = await world.as('helen')
  expect(await outcome(updateDeal(world.ports, helen, deal.id, { fields: { paid: 5 } }))).toBe('done')

  await change(world, 'alex', { active: false })
  expect(await outcome(updateDeal(world.ports, helen, deal.id, { fields: { paid: 6 } }))).toBe('not_your_field')
  const boris = await world.as('boris')
  expect(await outcome(updateDeal(world.ports, boris, deal.id, { fields: { paid: 7 } }))).toBe('done')
})

test('a gate says who writes what it lacks', async () => {
  const world = await aWorldInMemory()
  const deal = await aDeal(world, 'contract', { amount: 10 })
  const anna = await world.as('anna')

  const { gate } = await readDeal(world.ports, anna.caller, await world.ports.people.load(), deal.id)
  const stopped = await moveDeal(world.ports, anna, deal.id, { toStage: 'payment' }).catch((error: Error) => error)

  expect(gate.missing.fields.map(({ id, writtenBy }) => [id, writtenBy])).toEqual([
    ['contract_file', ['lawyer', 'b2b_farmers']],
    ['invoice_number', ['accountant', 'b2c_team']],
  ])
  expect((stopped as Error).message).toContain(
    'fill in “Invoice number” (“Accountant” or “Managers for private clients” writes it)',
  )
})

test.each([
  ['lena', ['contract_file'], ['invoice_number']],
  ['helen', [], ['contract_file', 'invoice_number']],
])(
  'whoever completes a task is asked for what they may write, and told who writes the rest: %s',
  async (who, own, rest) => {
    const world = await aWorldInMemory()
    const deal = await aDeal(world, 'contract', { amount: 10 })
    const { caller } = await world.as(who)
    const people = await world.ports.people.load()
    const id = taskIdOf(deal.id, 1, 'draft_contract')

    const { asks, others } = await readTaskWork(world.ports, { caller, people }, id)

    expect(asks.map((field) => field.id)).toEqual(own)
    expect(others.map((field) => field.id)).toEqual(rest)
  },
)

test('what follows from payments is asked of nobody: not with the task, not with the move', async () => {
  const world = await aWorldInMemory()
  const deal = await aDeal(world, 'payment', { amount: 10 })
  const alex = await world.as('alex')
  const people = await world.ports.people.load()
  const check = taskIdOf(deal.id, 1, 'check_payment')
  const asked = async () => {
    const { asks, others } = await readTaskWork(world.ports, { caller: alex.caller, people }, check)
    return [...asks, ...others].map((field) => field.id)
  }
  const before = await asked()
  await keepPaid(world.ports, deal.id, { minor: 4 })

  const move = await (await pagesOn(world)(`/app/pieces/move/${deal.id}?to=delivery`, { as: 'anna' })).text()

  expect([before, await asked()]).toEqual([['paid'], []])
  expect(move).not.toMatch(/name="fields\.(paid|amount)"/)
  expect(move).toContain('the deal waits for others')
  const byHand = completeTask(world.ports, alex, check, { fields: { paid: 10 } })
  expect(await outcome(byHand)).toBe('paid_by_invoices')
})
