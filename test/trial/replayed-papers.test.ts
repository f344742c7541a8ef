import { expect, test } from 'vitest'

import { cancelDocument, signDocument } from '#documents/usecases/change-document'
import { loadRegister } from '#documents/usecases/register/load-register'
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
import { documentRules } from '#test/documents/document-world'
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

test('a gate that asks for signatures is told by who had signed at that time, not by who has today', async () => {
  const rulesWith = (gate: string) => rulesOf(documentRules({ gate, make: '[whole]' }))
  const rules = await rulesWith('{ filled: [amount] }')
  const world = await memoryWorld({ rules, employees, departments, now: '2026-12-01T07:00:00.000Z' })
  const { ports } = world
  const titles = ['Signed', 'Signed by us', 'Signed late', 'Refused since', 'Without a contract']
  const ids: string[] = []
  for (const title of titles) {
    const input = { title, pipeline: 'b2b_new', owner: 'anna', fields: { amount: 12_000_000 } }
    ids.push((await createDeal(ports, await world.as('anna'), input)).id)
    await world.settle()
  }
  const rows = ids.slice(0, 4).map((id, no) => `Договор;${no + 1};01.12.2026;Альфа;120000;выпущен;${id}`)
  const content = Buffer.from(['Документ;Номер;Дата;Клиент;Сумма;Состояние;Сделка', ...rows].join('\n')).toString(
    'base64',
  )
  const lawyer = { ...(await world.as('lena')), language: 'en' as const }
  await loadRegister(ports, lawyer, { name: 'r.csv', content, dryRun: false })
  const sign = async (deal = '', ...by: ('us' | 'client')[]) => {
    const [contract] = await ports.documents.ofDeal(deal)
    for (const who of by) await signDocument(ports, await world.as('lena'), contract?.id ?? '', { who })
    await world.settle()
  }
  await world.passTo('2026-12-02T08:00:00.000Z')
  await sign(ids[0], 'us', 'client')
  await sign(ids[1], 'us')
  await sign(ids[3], 'us', 'client')
  await world.passTo('2026-12-02T09:00:00.000Z')
  const doAll = async (id: string) => {
    for (const { id: task, responsible, status } of await ports.deals.tasksOf(id))
      if (status === 'open') await completeTask(ports, await world.as(responsible), task, {})
    await world.settle()
  }
  for (const id of ids) {
    await doAll(id)
    await doAll(id)
    await moveDeal(ports, await world.as('helen'), id, { toStage: 'general_offer' })
    await world.settle()
  }
  await world.passTo('2026-12-02T10:00:00.000Z')
  await sign(ids[1], 'client')
  await sign(ids[2], 'us', 'client')
  const [refused] = await ports.documents.ofDeal(ids[3] ?? '')
  await cancelDocument(ports, await world.as('lena'), refused?.id ?? '', 'Terminated')
  const deals = (await Promise.all(ids.map((id) => recordOf(ports, id)))).filter((one) => one !== undefined)
  const through = async (gate: string) => {
    const [had, next] = [await replayRules([rules]), await replayRules([await rulesWith(gate)])]
    const period = { since: '2026-11-30T00:00:00.000Z', until: '2026-12-03T12:00:00.000Z' }
    return replayAll({ had, next, people: await ports.people.load(), ...period }, deals)
  }

  const same = await through('{ filled: [amount] }')
  const signed = await through('{ filled: [amount], signed: contract }')

  expect(same.moves).toMatchObject({ all: 5, stopped: 0 })
  expect(signed.moves).toMatchObject({ all: 5, stopped: 3 })
  expect(signed.stops[0]?.examples.map(({ deal }) => deal)).toEqual([ids[1], ids[2], ids[4]])
})
