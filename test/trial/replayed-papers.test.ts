import { expect, test } from 'vitest'

import { loadStatement } from '#money/usecases/load-statement'
import { issueInvoice } from '#money/usecases/issue-invoice'
import { makeInvoice } from '#money/usecases/make-invoice'
import { memoryWorld } from '#product/memory-world'
import { recordOf } from '#trial/replay/recorded-deals'
import { replayAll } from '#trial/replay/replay-all'
import { replayRules } from '#trial/replay/replay-world'
import type { RecordedDeal } from '#trial/replay/replaying'
import { createDeal } from '#usecases/deals/create-deal'
import { moveDeal } from '#usecases/deals/move-deal'
import { completeTask } from '#usecases/tasks/complete-task'
import { alpha, moneyRules, statementOf } from '#test/money/money-world'
import { departments, employees } from '#test/support/world'
import { rulesOf } from '#test/trial/tried'

const gated = (asks: string): string => moneyRules(`{ filled: [amount]${asks} }`)

/** Three deals that go on at the same hour: one paid before it, one paid an hour later, one without an invoice. */
async function aWeek() {
  const rules = await rulesOf(gated(''))
  const world = await memoryWorld({ rules, employees, departments, now: '2026-12-01T07:00:00.000Z' })
  const { ports } = world
  const ids: string[] = []
  for (const title of ['Paid', 'Paid late', 'Not invoiced']) {
    const input = { title, pipeline: 'b2b_new', owner: 'anna', fields: { amount: 12_000_000 } }
    ids.push((await createDeal(ports, await world.as('anna'), input)).id)
    await world.settle()
  }
  const pay = async (deal = '', number = '') => {
    const draft = await makeInvoice(ports, await world.as('helen'), deal, { kind: 'whole', buyer: alpha })
    const invoice = await issueInvoice(ports, await world.as('alex'), draft.id)
    await loadStatement(
      ports,
      await world.as('alex'),
      statementOf([{ kopecks: 12_000_000, purpose: `Счет ${invoice.number}`, number }]),
    )
    await world.settle()
  }
  await world.passTo('2026-12-02T08:00:00.000Z')
  await pay(ids[0], '1')
  await world.passTo('2026-12-02T09:00:00.000Z')
  for (const id of ids) {
    for (const { id: task, responsible, status } of await ports.deals.tasksOf(id))
      if (status === 'open') await completeTask(ports, await world.as(responsible), task, {})
    await world.settle()
    for (const { id: task, responsible, status } of await ports.deals.tasksOf(id))
      if (status === 'open') await completeTask(ports, await world.as(responsible), task, {})
    await moveDeal(ports, await world.as('helen'), id, { toStage: 'general_offer' })
    await world.settle()
  }
  await world.passTo('2026-12-02T10:00:00.000Z')
  await pay(ids[1], '2')
  const deals = await Promise.all(ids.map((id) => recordOf(ports, id)))
  return {
    rules,
    people: await ports.people.load(),
    ids,
    deals: deals.filter((one): one is RecordedDeal => one !== undefined),
  }
}

test('a gate that asks for money is told by what was paid at that time, not by what is paid today', async () => {
  const { rules, people, ids, deals } = await aWeek()
  const through = async (asks: string) => {
    const next = await replayRules([await rulesOf(gated(asks))])
    const had = await replayRules([rules])
    const period = { since: '2026-11-30T00:00:00.000Z', until: '2026-12-03T12:00:00.000Z' }
    return replayAll({ had, next, people, ...period }, deals)
  }

  const same = await through('')
  const paid = await through(', paid: at least 100%')
  const invoiced = await through(', invoiced: [whole]')

  expect(same.moves).toMatchObject({ all: 3, stopped: 0 })
  expect(paid.moves).toMatchObject({ all: 3, stopped: 2 })
  expect(paid.stops[0]?.examples.map(({ deal }) => deal)).toEqual([ids[1], ids[2]])
  expect(invoiced.moves).toMatchObject({ all: 3, stopped: 2 })
})
