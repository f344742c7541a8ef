import { expect, test } from 'vitest'

import { cancelDeal, loseDeal } from '#usecases/deals/close-deal'
import { completeTask } from '#usecases/tasks/complete-task'
import { createDeal } from '#usecases/deals/create-deal'
import { moveDeal } from '#usecases/deals/move-deal'
import { postEvent } from '#usecases/deals/post-event'
import { reopenDeal } from '#usecases/deals/reopen-deal'
import { updateDeal } from '#usecases/deals/update-deal'
import { dealIn, rulesWith, runsOf, settle } from '#test/support/automation'
import { useEngine } from '#test/support/engine'
import { aWorld, type World } from '#test/support/world'

const engine = useEngine()

const rules = rulesWith(`  born: { on: deal_created, do: [{ notify: owner }] }
  in_feedback: { on: stage_entered, stage: feedback, do: [{ notify: owner }] }
  entered: { on: stage_entered, do: [{ notify: owner_manager }] }
  discount_given: { on: field_changed, field: discount, when: { discount: more than 10% }, do: [{ notify: head_of_sales }] }
  share_paid: { on: field_changed, field: paid_percent, when: { paid_percent: at least 50% }, do: [{ notify: accountant }] }
  deck_sent: { on: task_done, task: send_deck, do: [{ notify: owner }] }
  anything_done: { on: task_done, do: [{ notify: owner }] }
  won: { on: deal_won, do: [{ notify: [accountant, logistics] }] }
  lost: { on: deal_lost, do: [{ notify: owner_manager }] }
  cancelled: { on: deal_cancelled, do: [{ notify: head_of_sales }] }
  signed: { on: contract_signed, when: { pipeline: b2b_new }, do: [{ notify: lawyer }] }`)

/** The rules that ran after the newest change of a deal. */
async function setOff(world: World, dealId: string): Promise<readonly string[]> {
  await settle(world, dealId)
  const events = await world.eventsOf(dealId)
  const last = events.filter((event) => !event.id.includes('~')).at(-1)
  return events.flatMap((event) => (event.causationId === last?.id ? (event.detail.run?.rule ?? []) : []))
}

const task = (dealId: string, visit: number, template: string) => `task_${dealId.slice(5)}-${visit}-${template}`

test('each kind of event sets off the rules that wait for it, and no others', async () => {
  const world = await aWorld(engine, { text: rules })
  const { ports } = world
  const anna = await world.asAnybody('anna')
  const helen = await world.as('helen')

  const { id } = await createDeal(ports, anna, { title: 'One', pipeline: 'b2b_new', owner: 'anna' })
  expect(await setOff(world, id)).toEqual(['born', 'entered'])

  await completeTask(ports, anna, task(id, 1, 'send_deck'), {})
  expect(await setOff(world, id)).toEqual(['anything_done', 'deck_sent'])

  await updateDeal(ports, anna, id, { fields: { discount: 8, amount: 100_00 } })
  expect(await setOff(world, id)).toEqual([])

  await updateDeal(ports, anna, id, { fields: { discount: 12 } })
  expect(await setOff(world, id)).toEqual(['discount_given'])

  await updateDeal(ports, anna, id, { fields: { paid: 60_00 } })
  expect(await setOff(world, id)).toEqual(['share_paid'])

  const fields = { decision_maker: 'x', need: 'y' }
  const complete = [task(id, 1, 'confirm_seen')]
  await moveDeal(ports, anna, id, { toStage: 'general_offer', fields, complete })
  expect(await setOff(world, id)).toEqual(['anything_done', 'entered'])

  await moveDeal(ports, anna, id, { toStage: 'feedback', complete: [task(id, 2, 'send_general_offer')] })
  expect(await setOff(world, id)).toEqual(['anything_done', 'entered', 'in_feedback'])

  await postEvent(ports, anna, id, { event: 'contract_signed' })
  expect(await setOff(world, id)).toEqual(['signed'])

  await loseDeal(ports, anna, id, { reason: 'price' })
  expect(await setOff(world, id)).toEqual(['lost'])

  await reopenDeal(ports, helen, id, { reason: 'They called' })
  expect(await setOff(world, id)).toEqual(['entered', 'in_feedback'])
})

test('a deal that is won or cancelled sets off what waits for that', async () => {
  const world = await aWorld(engine, { text: rules })
  const deal = await dealIn(world, 'payment', { amount: 100_00, paid: 100_00 })
  await settle(world, deal.id)
  const anna = await world.asAnybody('anna')

  await moveDeal(world.ports, anna, deal.id, { toStage: 'delivery', complete: [task(deal.id, 1, 'check_payment')] })
  const afterWin = await setOff(world, deal.id)
  await cancelDeal(world.ports, await world.as('helen'), deal.id, { reason: 'refund' })

  expect(afterWin).toEqual(['anything_done', 'entered', 'won'])
  expect(await setOff(world, deal.id)).toEqual(['cancelled'])
})

test('people are told by role, each once, and whoever would do the work where a role is empty', async () => {
  const text = rulesWith(`  several: { on: deal_created, do: [{ notify: [owner, owner_manager, b2b_hunters] }] }
  nobody: { on: deal_created, do: [{ notify: quality }] }`)
  const world = await aWorld(engine, { text })
  const { employees } = await world.ports.people.load()
  const quinn = employees['quinn']
  if (quinn !== undefined) await world.ports.people.saveEmployee({ ...quinn, active: false })
  const deal = await dealIn(world, 'presentation')

  const events = await settle(world, deal.id)

  const told = Object.fromEntries(
    events.flatMap(({ detail: { run, alert } }) => (run ? [[run.rule, alert?.notify]] : [])),
  )
  expect(told).toEqual({ several: ['anna', 'boris', 'andrew'], nobody: ['boris'] })
})

test('set fills fields, and add_task makes a whole task: person, date, checklist, ladder', async () => {
  const text = rulesWith(`  prepare:
    on: stage_entered
    stage: individual_offer
    do:
      - set: { discount: 5%, objection: price, need: empty }
      - add_task:
          do: Ask the lawyer
          by: lawyer
          due: 2 working hours
          checklist: [Ask, Listen]
          how_to: Be short.
          optional: yes
          on_leave: keep
      - add_task: { do: Not for this one, by: owner, due: same day, when: { discount: more than 50% } }`)
  const world = await aWorld(engine, { text })
  const deal = await dealIn(world, 'individual_offer', { need: 'Tea' })

  await settle(world, deal.id)

  expect((await world.ports.deals.find(deal.id))?.fields).toEqual({ discount: 5, objection: 'price' })
  const added = (await world.ports.deals.tasksOf(deal.id)).filter((one) => one.template === null)
  expect(added).toMatchObject([
    {
      do: 'Ask the lawyer',
      responsible: 'lena',
      role: 'lawyer',
      dueAt: '2026-12-01T09:00:00.000Z',
      checklist: [
        { text: 'Ask', done: false },
        { text: 'Listen', done: false },
      ],
      howTo: 'Be short.',
      required: false,
      onLeave: 'keep',
      escalate: 'late_task',
      createdBy: 'prepare',
    },
  ])
  expect(await runsOf(world, deal.id)).toMatchObject([
    {
      outcome: 'done',
      actions: [
        { kind: 'set', done: true },
        { kind: 'add_task', done: true },
        { kind: 'add_task', done: true, why: 'The deal is not one of those that get this task.' },
      ],
    },
  ])
})

test('a rule may move a deal back, and says which rule it was; its next task belongs to where the deal is then', async () => {
  const text = rulesWith(`  once_more:
    on: contract_signed
    when: { stage: contract }
    do:
      - move_to: individual_offer
      - add_task: { do: Agree on the terms again, by: owner, due: 1 working day }`)
  const world = await aWorld(engine, { text })
  const deal = await dealIn(world, 'contract')
  await postEvent(world.ports, await world.as(), deal.id, { event: 'contract_signed' })

  const events = await settle(world, deal.id)

  const line = text.split('\n').indexOf('  once_more:') + 1
  expect(events.find((event) => event.name === 'deal.moved')?.detail).toMatchObject({
    deal: { stage: 'individual_offer', visit: 2 },
    reason: `By rule “once_more”, line ${line} of version 1`,
  })
  const added = (await world.ports.deals.tasksOf(deal.id)).find((one) => one.createdBy === 'once_more')
  expect(added).toMatchObject({ stage: 'individual_offer', visit: 2, status: 'open' })
})

test('what nobody has opened yet is ticked off, and what is not there to be done is no obstacle', async () => {
  const text = rulesWith(`  hurry:
    on: contract_signed
    do: [{ complete_task: draft_contract }, { complete_task: ask_nps }]`)
  const world = await aWorld(engine, { text })
  const deal = await dealIn(world, 'contract')
  await postEvent(world.ports, await world.as(), deal.id, { event: 'contract_signed' })

  await settle(world, deal.id)

  const done = (await world.ports.deals.tasksOf(deal.id)).filter((one) => one.status === 'done')
  expect(done.map((one) => [one.template, one.doneBy])).toEqual([['draft_contract', 'hurry']])
  expect(await runsOf(world, deal.id)).toMatchObject([
    {
      outcome: 'done',
      actions: [
        { done: true },
        { done: true, why: expect.stringMatching(/^The deal has no task “Ring and ask .+” to be done now\.$/) },
      ],
    },
  ])
})
