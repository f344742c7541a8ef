import { beforeEach, expect, test } from 'vitest'

import { systemCaller } from '#domain/kernel/access'
import { sentenceIn } from '#domain/kernel/saying'
import { Refusal } from '#domain/kernel/refusal'
import { consumers } from '#product/lists/consumers'
import type { Deal } from '#schemas/deal'
import type { Command } from '#usecases/command'
import { changeOwner } from '#usecases/deals/change-owner'
import { cancelDeal } from '#usecases/deals/close-deal'
import { createDeal } from '#usecases/deals/create-deal'
import { moveDeal } from '#usecases/deals/move-deal'
import { postEvent } from '#usecases/deals/post-event'
import { reattributeDeal } from '#usecases/deals/reattribute-deal'
import { reopenDeal } from '#usecases/deals/reopen-deal'
import { updateDeal } from '#usecases/deals/update-deal'
import { addTask } from '#usecases/tasks/add-task'
import { completeTask } from '#usecases/tasks/complete-task'
import { handOver } from '#usecases/tasks/hand-over'
import { aWorldInMemory, employees, type World } from '#test/support/world'

let world: World
let won: Deal

beforeEach(async () => {
  world = await aWorldInMemory()
  await grant('alex', { deals_read: 'all', books_edit: 'all' })
  won = await wonDeal()
})

async function grant(id: string, rights: object): Promise<void> {
  const one = employees.find((person) => person.id === id)
  if (one !== undefined) await world.ports.people.saveEmployee({ ...one, rights })
}

async function wonDeal(): Promise<Deal> {
  const input = { title: 'Coffee machines', pipeline: 'b2b_new', owner: 'anna', stage: 'payment' }
  const fields = { amount: 100_000, paid: 100_000 }
  const { id } = await createDeal(world.ports, await world.as(), { ...input, fields })
  await world.run(consumers, id)
  const complete = [`task_${id.slice(5)}-1-check_payment`]
  return moveDeal(world.ports, await world.asAnybody('anna'), id, { toStage: 'delivery', complete })
}

const refused = async (run: Promise<unknown>): Promise<Refusal> => {
  const error = await run.then(
    () => undefined,
    (reason: unknown) => reason,
  )
  if (!(error instanceof Refusal)) throw new Error(`It was not refused: ${String(error)}`)
  return error
}

const fact = async (): Promise<unknown> =>
  (await world.ports.plans.facts('2026-12')).filter(({ count }) => count > 0).map((row) => [row.employee, row.sumMinor])

const settle = (): Promise<void> => world.run(consumers, won.id)

type Road = (command: Command, reason?: string) => Promise<unknown>

const roads: Readonly<Record<string, Road>> = {
  'a change': (command, reason) => updateDeal(world.ports, command, won.id, { fields: { amount: 7 }, ...why(reason) }),
  'emptying the field': (command, reason) =>
    updateDeal(world.ports, command, won.id, { fields: { amount: null }, ...why(reason) }),
  'a move on': (command, reason) =>
    moveDeal(world.ports, command, won.id, { toStage: 'nps', fields: { amount: 7 }, ...why(reason) }),
  'an event': (command, reason) =>
    postEvent(world.ports, command, won.id, { event: 'payment_received', fields: { amount: 7 }, ...why(reason) }),
  'a task that is done': async (command, reason) => {
    const task = await addTask(world.ports, await world.as('anna'), won.id, { do: 'Call', due: '1 working day' })
    return completeTask(world.ports, command, task.id, { fields: { amount: 7 }, ...why(reason) })
  },
}

const why = (reason: string | undefined) => (reason === undefined ? {} : { reason })

test.each(Object.entries(roads))('by %s its owner does not change the amount of a won deal', async (_, road) => {
  await settle()

  const refusal = await refused(road(await world.as('anna'), 'It was more'))
  await settle()

  expect(refusal.code).toBe('deal_won')
  expect((await world.ports.deals.find(won.id))?.fields['amount']).toBe(100_000)
  expect(await fact()).toEqual([['anna', 100_000]])
})

test.each(Object.entries(roads))('by %s nobody changes it without a reason', async (_, road) => {
  const refusal = await refused(road(await world.as('helen')))

  expect([refusal.code, refusal.message]).toEqual(['deal_won', expect.stringContaining('“reason”')])
})

test('a deal that is completed is in the books too', async () => {
  const input = { toStage: 'completed', override: { reason: 'History' } }
  await moveDeal(world.ports, { ...(await world.as()), caller: systemCaller('import', 'old') }, won.id, input)

  expect((await refused(roads['a change']?.(await world.as('anna'), 'More') ?? Promise.resolve())).code).toBe(
    'deal_won',
  )
})

test('the refusal names who may correct it, in both languages', async () => {
  const refusal = await refused(roads['a change']?.(await world.as('anna')) ?? Promise.resolve())

  expect(await sentenceIn('en', refusal)).toBe(
    'The deal “Coffee machines” is won, and its amount is in the books. Only whoever may correct the books does that, with a reason: ask Alex or Helen.',
  )
  expect(await sentenceIn('ru', refusal)).toBe(
    'Сделка «Coffee machines» выиграна, её сумма уже в учёте. Исправить это, назвав причину, может только тот, у кого есть право исправлять учёт: Alex или Helen.',
  )
})

test('where nobody has the right it says whom to ask for it', async () => {
  await grant('alex', {})
  await grant('helen', {})

  const refusal = await refused(roads['a change']?.(await world.as('anna'), 'More') ?? Promise.resolve())

  expect(refusal.message).toContain('Nobody has the right to correct it')
  expect(await sentenceIn('ru', refusal)).toContain('нет ни у кого')
})

test('whoever has the right corrects it with a reason without owning the deal: before, after, who and why are kept', async () => {
  await updateDeal(world.ports, await world.as('alex'), won.id, { fields: { amount: 90_000 }, reason: 'Returned one' })
  await settle()

  const last = (await world.eventsOf(won.id)).at(-1)
  expect(last).toMatchObject({
    name: 'deal.updated',
    actor: { id: 'alex' },
    detail: { changes: { amount: [100_000, 90_000] }, reason: 'Returned one', won: { baseMinor: 90_000 } },
  })
  expect(await fact()).toEqual([['anna', 90_000]])
})

test('the right to the books opens the amount alone', async () => {
  const alex = await world.as('alex')
  const more = { fields: { amount: 1, need: 'More' }, reason: 'Returned one' }

  expect((await refused(updateDeal(world.ports, alex, won.id, more))).code).toBe('not_your_field')
  expect((await refused(updateDeal(world.ports, alex, won.id, { title: 'Tea' }))).code).toBe('forbidden')
})

test('a rule of the automation does not correct the books', async () => {
  const rule: Command = { ...(await world.as()), caller: systemCaller('automation', 'set_amount') }

  expect((await refused(roads['a change']?.(rule, 'The rule says so') ?? Promise.resolve())).code).toBe('deal_won')
})

test('other fields of a won deal, and the amount it has already, are written as ever', async () => {
  const anna = await world.as('anna')

  await updateDeal(world.ports, anna, won.id, { fields: { amount: 100_000, need: 'More' } })

  expect((await world.ports.deals.find(won.id))?.fields).toMatchObject({ amount: 100_000, need: 'More' })
})

test('whom it counts for stays with another owner, one by one or all at once, and is moved by right alone', async () => {
  await settle()
  const helen = await world.as('helen')
  await changeOwner(world.ports, helen, won.id, { owner: 'andrew' })
  await handOver(world.ports, helen, 'andrew', { to: 'fedor' })
  await settle()
  expect([(await world.ports.deals.find(won.id))?.owner, await fact()]).toEqual(['fedor', [['anna', 100_000]]])

  const input = { owner: 'andrew', reason: 'He did the work' }
  const refusal = await refused(reattributeDeal(world.ports, await world.as('boris'), won.id, input))
  expect([refusal.code, await sentenceIn('ru', refusal)]).toEqual([
    'deal_won',
    'Сделка «Coffee machines» выиграна, и то, кому она засчитана, уже в учёте. Исправить это, назвав причину, может только тот, у кого есть право исправлять учёт: Alex или Helen.',
  ])
  await reattributeDeal(world.ports, await world.as('alex'), won.id, input)
  await settle()
  expect(await fact()).toEqual([['andrew', 100_000]])
})

test.each([
  ['whoever sold it', 'anna', 'forbidden', []],
  ['their head, whom the file does not let cancel', 'boris', 'forbidden', []],
  ['whoever may cancel', 'helen', undefined, [['anna', 100_000]]],
  ['whoever keeps the books, who may change the deal', 'clara', undefined, [['anna', 100_000]]],
])('what was cancelled is not let count again by just anybody: %s', async (_, who, code, expected) => {
  await grant('clara', { deals_read: 'all', deals_edit: 'all', books_edit: 'all' })
  await cancelDeal(world.ports, await world.as('helen'), won.id, { reason: 'refund' })
  await settle()

  const command = await world.as(who)
  const reopened = reopenDeal(world.ports, command, won.id, { reason: 'They keep it' })
  if (code === undefined) await reopened
  else
    expect(await refused(reopened)).toMatchObject({
      code,
      message: expect.stringContaining('“Head of the sales department”'),
    })
  await settle()

  expect(await fact()).toEqual(expected)
})

test('what was cancelled is taken up again before the win by whoever sells it, and counts for nothing', async () => {
  await cancelDeal(world.ports, await world.as('helen'), won.id, { reason: 'refund' })

  const again = await reopenDeal(world.ports, await world.as('anna'), won.id, { reason: 'Anew', toStage: 'payment' })
  await settle()

  expect([again.status, again.won]).toEqual(['open', undefined])
  expect(await fact()).toEqual([])
})
