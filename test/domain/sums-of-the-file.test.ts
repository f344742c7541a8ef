import { expect, test } from 'vitest'

import { doneBefore } from '#automation/usecases/take-action'
import { unmetConditions } from '#playbook/stopped-move'
import { memoryWorld } from '#product/memory-world'
import { createDeal } from '#usecases/deals/create-deal'
import { moveDeal } from '#usecases/deals/move-deal'
import { readDealPage } from '#usecases/deals/read-deal-page'
import { updateDeal } from '#usecases/deals/update-deal'
import { rulesOf } from '#test/trial/tried'

/** Sums of the file wherever one can stand: a bound, a line of new deals, a gate, a task, a rule that waits and sets, a formula. */
const file = `version: 1
calendar: { timezone: Europe/Moscow, work_week: mon-fri, hours: 09:00-18:00, holidays: [2026-11-04, 2027-01-01] }
roles: { head: Head, seller: Seller }
fields:
  deposit: { type: money, name: Deposit, min: 50, max: 5 000 }
  fee: { type: money, name: Fee }
  rest: { type: money, name: Rest, formula: amount - deposit - 10 }
stages:
  talk:
    name: Talk
    tasks:
      ring: { do: Ring, by: owner, due: 1 working day }
      approve: { do: Approve, by: owner, due: 1 working day, optional: yes, when: { amount: more than 2 000 } }
    gate: { must: { amount: at least 1 000, rest: less than 10 000 } }
  pay:
    name: Pay
    tasks:
      check: { do: Check, by: owner, due: 1 working day }
pipelines:
  large: { name: Large, stages: [talk, pay], won_after: pay }
  small: { name: Small, stages: [talk, pay], won_after: pay }
outcomes:
  lost: { reasons: { price: Price } }
  cancelled: { reasons: { refund: Refund } }
new_deals:
  - when: { amount: between 500 and 1 000 000 }
    pipeline: large
    give_to: seller
  - pipeline: small
    give_to: seller
automation:
  large_one:
    on: field_changed
    field: amount
    when: { amount: at least 3 000 }
    do:
      - set: { fee: 12.50 }
`

const currencies = [
  ['JPY', 0],
  ['RUB', 2],
  ['USD', 2],
  ['KWD', 3],
  ['CLF', 4],
] as const

test.each(currencies)(
  'a sum of the file is so many units of %s, whatever digits its minor unit has (%i)',
  async (currency, digits) => {
    const world = await memoryWorld({
      rules: await rulesOf(file),
      employees: [{ id: 'ann', name: 'Ann', department: 'sales', roles: ['seller', 'head'], active: true }],
      departments: [{ id: 'sales', name: 'Sales', parent: null, head: 'ann' }],
      now: '2026-12-01T07:00:00.000Z',
    })
    const { ports } = world
    await ports.settings.save({ currency: 'RUB', rates: { JPY: '0.6', USD: '90', KWD: '300', CLF: '3000' } })
    const units = (count: number): number => Math.round(count * 10 ** digits)
    const ann = await world.as('ann')
    const make = async (count: number) => {
      const made = await createDeal(ports, await world.as(), {
        title: 'One',
        currency,
        fields: { amount: units(count) },
      })
      await world.settle()
      return made
    }
    const write = async (id: string, fields: Record<string, number>) => {
      await updateDeal(ports, ann, id, { fields })
      await world.settle()
    }
    const move = async (id: string) => {
      const ring = (await ports.deals.tasksOf(id)).find(({ template }) => template === 'ring')?.id ?? ''
      return moveDeal(ports, ann, id, { toStage: 'pay', complete: [ring] }).then(
        ({ stage }) => stage,
        () => 'stopped',
      )
    }
    const pageOf = async (id: string) =>
      readDealPage(ports, { caller: ann.caller, people: await ports.people.load() }, id)

    const [small, large] = [await make(499), await make(500)]
    expect([small.pipeline, large.pipeline]).toEqual(['small', 'large'])

    for (const wrong of [49, 5001]) {
      await expect(updateDeal(ports, ann, large.id, { fields: { deposit: units(wrong) } })).rejects.toThrow('Deposit')
    }
    await write(large.id, { deposit: units(50) })
    await write(large.id, { amount: units(999) })
    expect(await move(large.id)).toBe('stopped')
    expect(unmetConditions(await pageOf(large.id), 'en')).toEqual([expect.stringContaining('(now 999)')])
    await write(large.id, { amount: units(2000) })
    expect((await ports.deals.tasksOf(large.id)).map(({ template }) => template)).toEqual(['ring'])
    await write(large.id, { amount: units(2001) })
    expect((await ports.deals.tasksOf(large.id)).map(({ template }) => template).toSorted()).toEqual([
      'approve',
      'ring',
    ])
    expect((await ports.deals.find(large.id))?.fields['fee']).toBeUndefined()

    await write(large.id, { amount: units(3000) })
    expect((await ports.deals.find(large.id))?.fields['fee']).toBe(Math.round(12.5 * 10 ** digits))
    const page = await pageOf(large.id)
    expect(unmetConditions(page, 'en')).toEqual([])
    expect(page.fields).toMatchObject({
      amount: units(3000),
      rest: units(3000 - 50 - 10),
    })
    expect(await move(large.id)).toBe('pay')
  },
)

test.each(currencies)('a rule that is gone on with later finds the sum in %s that it has set', async (currency) => {
  const world = await memoryWorld({
    rules: await rulesOf(file),
    employees: [{ id: 'ann', name: 'Ann', department: 'sales', roles: ['seller', 'head'], active: true }],
    departments: [{ id: 'sales', name: 'Sales', parent: null, head: 'ann' }],
    now: '2026-12-01T07:00:00.000Z',
  })
  const { ports } = world
  await ports.settings.save({ currency, rates: {} })
  const { id } = await createDeal(ports, await world.as(), { title: 'One' })
  await updateDeal(ports, await world.as('ann'), id, { fields: { amount: 1_000_000_000 } })
  await world.settle()
  const state = await ports.deals.find(id)
  const events = world.history().filter(({ detail }) => detail.dealId === id)
  const event = events.find(({ name, actor }) => name === 'deal.updated' && actor.kind !== 'automation')
  const caused = events.filter(({ name, actor }) => name === 'deal.updated' && actor.kind === 'automation')
  const rules = await ports.rules.current()
  const [rule] = rules.model.automation
  const [action] = rule?.actions ?? []
  if (state === undefined || event === undefined || rule === undefined || action === undefined)
    throw new Error('The rule has run.')
  const forgotten = { deals: { ...ports.deals, answerOf: async () => undefined } }

  const before = await doneBefore(
    forgotten,
    { event, rule, rules, state, facts: {}, caused },
    { action, no: 0, place: event.detail.deal },
  )

  expect(caused).toHaveLength(1)
  expect(before).toEqual(event.detail.deal)
})
