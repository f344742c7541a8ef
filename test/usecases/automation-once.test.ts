import { ScanCommand, DeleteCommand } from '@aws-sdk/lib-dynamodb'
import { describe, expect, test, vi } from 'vitest'

import { mostDepth } from '#automation/domain/automation'
import { consumers } from '#product/lists/consumers'
import type { DomainEvent } from '#schemas/event'
import { moveDeal } from '#usecases/deals/move-deal'
import { postEvent } from '#usecases/deals/post-event'
import { runAutomation } from '#automation/usecases/run-automation'
import { updateDeal } from '#usecases/deals/update-deal'
import { dealIn, pictureOf, rulesWith, runsOf, settle } from '#test/support/automation'
import { useEngine } from '#test/support/engine'
import { injectFaults, randomFrom, shuffled } from '#test/support/faults'
import { aWorld, hand, type World } from '#test/support/world'

const engine = useEngine()

/** Every kind of action in one rule, and a second rule for the same event. */
const rules = rulesWith(`  paid:
    on: payment_received
    when: { stage: payment, paid_percent: at least 100% }
    do:
      - set: { invoice_number: Paid }
      - complete_task: check_payment
      - move_to: delivery
      - add_task: { do: Thank the client, by: owner, due: 1 working day, optional: yes, on_leave: keep }
      - notify: logistics
  also:
    on: payment_received
    do: [{ add_task: { do: Tell the accountant, by: accountant, due: 2 working hours, on_leave: keep, optional: yes } }]`)

async function paidDeal(world: World): Promise<{ readonly id: string; readonly paid: DomainEvent }> {
  const { id } = await dealIn(world, 'payment', { amount: 100_00, paid: 100_00 })
  await postEvent(world.ports, await world.as('anna'), id, { event: 'payment_received' })
  const paid = (await world.eventsOf(id)).find((event) => event.name === 'deal.event_posted')
  if (paid === undefined) throw new Error('The payment was not posted.')
  return { id, paid }
}

/** What was done by itself: every event a rule caused and every note, without times. */
async function actsOf(world: World, dealId: string): Promise<readonly string[]> {
  const events = await world.eventsOf(dealId)
  return events
    .filter((event) => event.actor.kind === 'automation')
    .map(({ name, actor, detail }) => `${actor.id} ${name} ${detail.run?.outcome ?? ''}`)
    .toSorted()
}

const expected = [
  'also automation.run done',
  'also task.added ',
  'paid automation.run done',
  'paid deal.moved ',
  'paid deal.updated ',
  'paid task.added ',
  'paid task.done ',
]

test('twice at the same time, again later, and all events once more in any order: once', async () => {
  const world = await aWorld(engine, { text: rules })
  const { id, paid } = await paidDeal(world)

  await Promise.all([1, 2, 3].map(() => runAutomation(world.ports, paid).catch(() => [])))
  await runAutomation(world.ports, paid)
  await settle(world, id)
  const acts = await actsOf(world, id)
  const picture = await pictureOf(world, id)
  for (const seed of [1, 2, 3]) {
    for (const event of shuffled(await world.eventsOf(id), randomFrom(seed))) await hand(world.ports, consumers, event)
  }

  expect(acts).toEqual(expected)
  expect(await actsOf(world, id)).toEqual(expected)
  expect(await pictureOf(world, id)).toEqual(picture)
})

describe.each(['cut_before', 'reply_lost'] as const)('a crash (%s)', (kind) => {
  test('at any request of a run leaves what is done once when it is tried again', async () => {
    const world = await aWorld(engine, { text: rules })
    let reached = true
    let crashes = 0
    for (let after = 0; reached && after < 200; after += 1) {
      const { id, paid } = await paidDeal(world)
      const faults = injectFaults(engine.client)
      faults.nextRequest(kind, after)
      await runAutomation(world.ports, paid).catch(() => [])
      reached = Object.values(faults.struck()).some((count) => count > 0)
      crashes += reached ? 1 : 0
      faults.remove()

      await runAutomation(world.ports, paid)

      expect([after, await actsOf(world, id)]).toEqual([after, expected])
    }
    expect(crashes).toBeGreaterThan(30)
  }, 120_000)
})

test('a run that broke off is gone on with weeks later, when the answers to its actions are forgotten', async () => {
  const world = await aWorld(engine, { text: rules })
  const { id, paid } = await paidDeal(world)
  const note = {
    ...world.ports,
    automation: { ...world.ports.automation, note: () => Promise.reject(new Error('cut')) },
  }
  await runAutomation(note, paid).catch(() => [])
  const broken = await actsOf(world, id)

  await forgetAnswers(world)
  world.setNow('2026-12-20T07:00:00.000Z')
  await updateDeal(world.ports, await world.as('alex'), id, { fields: { invoice_number: 'By hand' } })
  await settle(world, id)

  expect(broken).toEqual(expected.filter((act) => !act.includes('run')))
  expect(await actsOf(world, id)).toEqual(expected)
  expect((await world.ports.deals.find(id))?.fields['invoice_number']).toBe('By hand')
})

test('the archive replayed into a full system weeks later changes nothing', async () => {
  const world = await aWorld(engine, { text: rules })
  const { id } = await paidDeal(world)
  await settle(world, id)
  const before = [await world.eventsOf(id), await world.ports.deals.tasksOf(id), await world.ports.deals.find(id)]
  await forgetAnswers(world)
  world.setNow('2027-03-01T07:00:00.000Z')

  for (const event of shuffled(await world.eventsOf(id), randomFrom(7))) await hand(world.ports, consumers, event)

  expect([await world.eventsOf(id), await world.ports.deals.tasksOf(id), await world.ports.deals.find(id)]).toEqual(
    before,
  )
})

test('a gate stops a machine as it stops people: nothing after it is done, the owner is told everything that is missing', async () => {
  const world = await aWorld(engine, {
    text: rulesWith(`  eager:
    on: contract_signed
    do: [{ set: { objection: none } }, { move_to: payment }, { notify: accountant }]`),
  })
  const { id } = await dealIn(world, 'contract')
  await postEvent(world.ports, await world.as('anna'), id, { event: 'contract_signed' })

  const events = await settle(world, id)

  const note = events.find((event) => event.name === 'automation.run')?.detail
  expect(note?.run).toMatchObject({
    rule: 'eager',
    outcome: 'stopped',
    actions: [
      { kind: 'set', done: true },
      {
        kind: 'move_to',
        done: false,
        missing: [
          'task:draft_contract',
          'task:send_invoice',
          'task:get_signature',
          'field:contract_file',
          'field:invoice_number',
        ],
      },
      { kind: 'notify', done: false, why: 'An action before it was stopped.' },
    ],
  })
  expect(note?.run?.actions[1]?.why).toContain('fill in “Contract signed by both sides”')
  expect(note?.alert).toMatchObject({ reason: 'automation', notify: ['anna'] })
  expect(await world.ports.deals.find(id)).toMatchObject({ stage: 'contract' })
})

test('whoever was faster is not moved back by a machine', async () => {
  const world = await aWorld(engine, { text: rules })
  const { id } = await paidDeal(world)
  const anna = await world.asAnybody('anna')
  await moveDeal(world.ports, anna, id, { toStage: 'delivery', complete: [`task_${id.slice(5)}-1-check_payment`] })
  const complete = ['agree_date', 'deliver', 'remind_client'].map((one) => `task_${id.slice(5)}-2-${one}`)
  await moveDeal(world.ports, anna, id, {
    toStage: 'closing_documents',
    complete,
    fields: { delivered_on: '2026-12-01' },
  })

  await settle(world, id)

  expect(await world.ports.deals.find(id)).toMatchObject({ stage: 'closing_documents' })
  expect((await runsOf(world, id)).find((run) => run.rule === 'paid')).toMatchObject({
    outcome: 'done',
    actions: [
      { done: true },
      { done: true },
      { done: true, why: 'The deal is in “Closing documents” already.' },
      {},
      {},
    ],
  })
})

test('somebody who changes the deal at the same moment is not overwritten, and the run decides anew', async () => {
  const world = await aWorld(engine, { text: rules })
  const { id, paid } = await paidDeal(world)
  const anna = await world.as('anna')
  let meddled = 0
  const deals = {
    ...world.ports.deals,
    find: async (dealId: string) => {
      const found = await world.ports.deals.find(dealId)
      // Between reading and writing, the first few times.
      if (meddled < 4) await updateDeal(world.ports, anna, id, { fields: { need: `Need ${(meddled += 1)}` } })
      return found
    },
  }

  await runAutomation({ ...world.ports, deals }, paid)
  await settle(world, id)

  expect(await actsOf(world, id)).toEqual(expected)
  expect((await world.ports.deals.find(id))?.fields['need']).toBe('Need 4')
})

test('`when` is asked of the deal as it was right after the event, however late the event comes', async () => {
  const world = await aWorld(engine, {
    text: rulesWith(`  big:
    on: contract_signed
    when: { amount: more than 500 }
    do: [{ notify: head_of_sales }]`),
  })
  const { id } = await dealIn(world, 'contract', { amount: 1000_00 })
  const anna = await world.as('anna')
  await postEvent(world.ports, anna, id, { event: 'contract_signed' })
  await updateDeal(world.ports, anna, id, { fields: { amount: 100_00 } })
  await postEvent(world.ports, anna, id, { event: 'contract_signed' })
  await updateDeal(world.ports, anna, id, { fields: { amount: 2000_00 } })

  const events = await settle(world, id)

  expect(events.filter((event) => event.detail.run !== undefined).map((event) => event.id)).toEqual([
    `${id}:2~auto~big`,
  ])
})

test('rules that set each other off stop after a declared number of steps, and somebody is alarmed', async () => {
  // The checker does not see through a computed field.
  const text =
    rulesWith(`  up: { on: field_changed, field: paid_percent, when: { paid_percent: at most 50% }, do: [{ set: { paid: 100 } }] }
  down: { on: field_changed, field: paid_percent, when: { paid_percent: more than 50% }, do: [{ set: { paid: 1 } }] }`)
  const world = await aWorld(engine, { text })
  const { id } = await dealIn(world, 'payment', { amount: 100_00 })
  await settle(world, id)
  const said = vi.spyOn(console, 'error').mockImplementation(() => undefined)

  await updateDeal(world.ports, await world.asAnybody('anna'), id, { fields: { paid: 10_00 } })
  const events = await settle(world, id)
  const alarms = said.mock.calls.map(([line]) => JSON.parse(String(line)) as Record<string, unknown>)
  said.mockRestore()

  expect(events.filter((event) => event.name === 'deal.updated').map((event) => event.depth ?? 0)).toEqual([
    0, 1, 2, 3, 4, 5, 6, 7, 8,
  ])
  const line = text.split('\n').findIndex((one) => one.startsWith('  up:')) + 1
  expect((await runsOf(world, id)).at(-1)).toMatchObject({
    rule: 'up',
    line,
    outcome: 'too_deep',
    actions: [{ done: false }],
  })
  expect(events.filter((event) => event.detail.run?.outcome === 'done')).toHaveLength(mostDepth)
  expect(alarms).toEqual([
    {
      level: 'alarm',
      alarm: 'automation_too_deep',
      rule: 'up',
      line,
      event: expect.stringMatching(`^${id}:`) as string,
    },
  ])
})

async function forgetAnswers({ table }: World): Promise<void> {
  const { Items = [] } = await engine.client.send(new ScanCommand({ TableName: table }))
  for (const { pk, sk } of Items.filter((item) => String(item['pk']).startsWith('I#'))) {
    await engine.client.send(new DeleteCommand({ TableName: table, Key: { pk, sk } }))
  }
}
