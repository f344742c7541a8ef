import { describe, expect, test } from 'vitest'

import { foldDeal } from '#domain/deals/fold'
import type { MemoryWorld } from '#product/memory-world'
import type { Task } from '#schemas/task'
import { completeTask } from '#usecases/tasks/complete-task'
import { timelineOf } from '#usecases/deals/deal-as-of'
import { planRules } from '#release/usecases/plan-rules'
import { rollbackRules } from '#release/usecases/publish-rules'
import { readDeal } from '#usecases/deals/read-deal'
import { reassignTask } from '#usecases/tasks/reassign-task'
import { reopenTask } from '#usecases/tasks/reopen-task'
import { rescheduleTask } from '#usecases/tasks/reschedule-task'
import { aDealIn, aShop, follow, offerWith, publish, shopText } from './shop'

const isOf = (template: string) => (task: Task) => task.template === template
const taskOf = async (world: MemoryWorld, dealId: string, template: string) =>
  (await world.ports.deals.tasksOf(dealId)).find(isOf(template))

async function missingOf(world: MemoryWorld, dealId: string) {
  const [helen, people] = [await world.as('helen'), await world.ports.people.load()]
  const { missing } = (await readDeal(world.ports, helen.caller, people, dealId)).gate
  return [...missing.tasks.map(({ template }) => template), ...missing.fields.map(({ id }) => id)]
}

/** The shop with an invoice that may close a task. */
const withBill = {
  escalations: `late_task:
    - { after: 1 working day, notify: owner }
  stuck_deal:
    - { after: at once, notify: owner }
sellers:
  main: { name: LLC Aurora, inn: "7701990013", kpp: "770101001", bik: "044525999", account: "40702810600000012345" }
numbers:
  bills: { like: "{n}" }
invoices:
  bill: { name: Bill, number: bills, by: accountant }`,
}

/** Every deal is what its events tell, whatever happened to it. */
async function expectTold(world: MemoryWorld, dealId: string): Promise<void> {
  expect(foldDeal(await timelineOf(world.ports.deals, dealId))).toEqual(await world.ports.deals.find(dealId))
}

describe('without --now', () => {
  test('an open task keeps its date, its responsible and its ladder, and the gate stays as it was', async () => {
    const world = await aShop()
    const deal = await aDealIn(world, 'offer')
    const before = await world.ports.deals.tasksOf(deal.id)
    const offer = offerWith('lawyer, due: 2 working days', 'head, due: 1 working day').replace('[need]', '[need, mood]')

    await publish(world, { offer })
    const { seated } = await follow(world)

    expect(seated).toBe(0)
    expect(await world.ports.deals.tasksOf(deal.id)).toEqual(before)
    expect(await missingOf(world, deal.id)).toEqual(['write_offer', 'check_terms', 'need'])
  })

  test('a task that is gone from the rules stays open until it is done', async () => {
    const world = await aShop()
    const deal = await aDealIn(world, 'offer')

    await publish(world, {
      offer: offerWith('      check_terms: { do: Check the terms, by: lawyer, due: 2 working days }\n', ''),
    })
    await follow(world)

    expect(await taskOf(world, deal.id, 'check_terms')).toMatchObject({ status: 'open' })
  })

  test('a new message of the gate is read at once', async () => {
    const world = await aShop()
    const deal = await aDealIn(world, 'offer')
    await publish(world, { offer: offerWith('[need] }', '[need], message: Ask what for. }') })

    const move = (await import('#usecases/deals/move-deal')).moveDeal(world.ports, await world.as('helen'), deal.id, {
      toStage: 'pay',
    })

    await expect(move).rejects.toMatchObject({
      code: 'gate_blocked',
      message: expect.stringContaining('Ask what for.'),
      extra: { rule: { configVersion: 1 } },
    })
  })
})

describe('with --now', () => {
  test('a due date counts from publishing, and nobody is late by it', async () => {
    const world = await aShop()
    const deal = await aDealIn(world, 'offer')
    world.setNow('2026-12-02T15:00:00.000Z')

    await publish(world, { offer: offerWith('owner, due: 2 working days', 'owner, due: 4 working hours') }, [
      'offer.write_offer.due',
    ])
    await follow(world)

    expect(await taskOf(world, deal.id, 'write_offer')).toMatchObject({
      dueAt: '2026-12-03T10:00:00.000Z',
      lateAtBirth: false,
      dueWhy: { rule: '4 working hours', anchorValue: '2026-12-02T15:00:00.000Z' },
    })
    await expectTold(world, deal.id)
  })

  test('a task goes to the new role, and one that somebody was given stays with them', async () => {
    const world = await aShop()
    const [deal, other] = [await aDealIn(world, 'offer'), await aDealIn(world, 'offer')]
    const given = await taskOf(world, other.id, 'check_terms')
    await reassignTask(world.ports, await world.as('helen'), given?.id ?? '', { responsible: 'anna' })
    await world.settle()

    await publish(world, { offer: offerWith('by: lawyer', 'by: accountant') }, ['offer.check_terms.by'])
    await follow(world)

    expect(await taskOf(world, deal.id, 'check_terms')).toMatchObject({ responsible: 'alex', role: 'accountant' })
    expect(await taskOf(world, other.id, 'check_terms')).toMatchObject({ responsible: 'anna', role: '' })
  })

  test('a task is closed by what closes it now, by nothing where nothing does, and one that was opened again by nobody', async () => {
    const papers = (fact: string) => ({
      offer: offerWith('check_terms: { do: Check the terms,', `check_terms: { do: Check the terms,${fact}`),
    })
    const closing = async (world: MemoryWorld, id: string) => (await taskOf(world, id, 'check_terms'))?.closesWhen
    const amended = async (fact: string, keys: readonly string[]) => {
      const world = await aShop({ ...withBill, ...papers(' done_when: bill issued,') })
      const deal = await aDealIn(world, 'offer')
      const before = await closing(world, deal.id)
      const task = await taskOf(world, deal.id, 'check_terms')
      const helen = await world.as('helen')
      if (fact === ' done_when: bill issued, optional: yes,') {
        await completeTask(world.ports, helen, task?.id ?? '', {})
        await reopenTask(world.ports, await world.as('helen'), task?.id ?? '', { reason: 'Not right' })
        await world.settle()
      }
      await publish(world, { ...withBill, ...papers(fact) }, keys)
      await follow(world)
      return [before, await closing(world, deal.id)]
    }
    const [issued, paid] = [
      { paper: 'bill', fact: 'issued' },
      { paper: 'bill', fact: 'paid' },
    ]

    expect(await amended(' done_when: bill paid,', ['offer'])).toEqual([issued, paid])
    expect(await amended('', ['offer'])).toEqual([issued, undefined])
    expect(await amended(' done_when: bill issued, optional: yes,', ['offer'])).toEqual([issued, undefined])
  })

  test('a new task appears, one that is gone is cancelled, and the gate asks for what it asks now', async () => {
    const world = await aShop()
    const deal = await aDealIn(world, 'offer')
    world.setNow('2026-12-03T10:00:00.000Z')
    const offer = offerWith('check_terms: { do: Check the terms, by: lawyer', 'ring: { do: Ring, by: owner').replace(
      '[need]',
      '[need, mood]',
    )

    await publish(world, { offer }, ['offer'])
    await follow(world)

    expect(await taskOf(world, deal.id, 'ring')).toMatchObject({ status: 'open', dueAt: '2026-12-07T18:00:00.000Z' })
    expect(await taskOf(world, deal.id, 'check_terms')).toMatchObject({
      status: 'cancelled',
      cancelReason: 'condition_gone',
    })
    expect(await missingOf(world, deal.id)).toEqual(['write_offer', 'ring', 'need', 'mood'])
    await expectTold(world, deal.id)
  })

  test('max_age is counted from publishing: a deal that would have been stuck long ago is not', async () => {
    const world = await aShop()
    const deal = await aDealIn(world, 'offer')
    world.setNow('2026-12-07T10:00:00.000Z')

    await publish(world, { offer: offerWith('5 working days', '2 working days') }, ['offer.max_age'])
    await follow(world)
    await world.passTo('2026-12-09T17:59:00.000Z')
    const before = (await timelineOf(world.ports.deals, deal.id)).filter(({ name }) => name === 'deal.stuck')
    await world.passTo('2026-12-09T18:05:00.000Z')
    const after = (await timelineOf(world.ports.deals, deal.id)).filter(({ name }) => name === 'deal.stuck')

    expect(before).toEqual([])
    expect(after[0]?.detail.alert?.since).toBe('2026-12-09T18:00:00.000Z')
  })

  test('a holiday moves the dates of open tasks whose way it lies on, and no other', async () => {
    const world = await aShop()
    const deal = await aDealIn(world, 'offer')
    const byHand = await taskOf(world, deal.id, 'check_terms')
    const helen = await world.as('helen')
    await rescheduleTask(world.ports, helen, byHand?.id ?? '', {
      dueAt: '2026-12-03T12:00:00.000Z',
      reason: 'They asked',
    })
    await world.settle()

    const holidays = '[2026-12-03]'
    const { plan } = await planRules(world.ports, helen, { text: shopText({ holidays }) })
    await publish(world, { holidays }, ['calendar'])
    await follow(world)

    expect(plan.atOnce.find(({ code }) => code === 'calendar')?.now).toMatchObject({ key: 'calendar', redated: 1 })
    expect(await taskOf(world, deal.id, 'write_offer')).toMatchObject({ dueAt: '2026-12-04T18:00:00.000Z' })
    expect(await taskOf(world, deal.id, 'check_terms')).toMatchObject({ dueAt: '2026-12-03T12:00:00.000Z' })
    expect((await follow(world)).seated).toBe(0)
  })

  test('another ladder is climbed by tasks that are open, from the next step on', async () => {
    const world = await aShop()
    const deal = await aDealIn(world, 'offer')
    const escalations = `late_task:
    - { after: 2 working hours, notify: head }
  stuck_deal:
    - { after: at once, notify: owner }`

    await publish(world, { escalations }, ['escalations.late_task'])
    await follow(world)
    await world.passTo('2026-12-04T12:00:00.000Z')

    const told = (await timelineOf(world.ports.deals, deal.id)).filter(({ name }) => name === 'task.escalated')
    expect(told.map(({ detail, configVersion }) => [detail.alert?.notify, configVersion])).toEqual([
      [['helen'], 2],
      [['helen'], 2],
    ])
  })

  test('comes to a visit once, and to none that began under the new rules', async () => {
    const world = await aShop()
    const old = await aDealIn(world, 'offer')
    const offer = offerWith('[need]', '[need, mood]')
    await publish(world, { offer }, ['offer.gate'])
    const fresh = await aDealIn(world, 'offer')

    const rounds = [await follow(world), await follow(world), await follow(world)]

    expect(rounds.map(({ seated }) => seated)).toEqual([1, 0, 0])
    expect((await world.ports.deals.find(old.id))?.visit.amended).toMatchObject([{ rules: 2, keys: ['offer.gate'] }])
    expect((await world.ports.deals.find(fresh.id))?.visit).not.toHaveProperty('amended')
    const [first] = (await timelineOf(world.ports.deals, old.id)).filter(({ name }) => name === 'deal.reseated')
    expect(first?.detail.reseated).toMatchObject({ rules: 2, was: { rules: 1 }, amended: [{ keys: ['offer.gate'] }] })
  })

  test('names a key that the plan has, or is refused with those there are', async () => {
    const world = await aShop()
    const text = shopText({ offer: offerWith('[need]', '[need, mood]') })

    const planned = planRules(world.ports, await world.as('helen'), { text, now: ['offer.gates'] })

    await expect(planned).rejects.toMatchObject({ code: 'now_unknown' })
  })
})

describe('going back', () => {
  const rollBack = async (world: MemoryWorld, to: number): Promise<void> => {
    const { version } = await world.ports.rules.current()
    await rollbackRules(world.ports, await world.as('helen'), { to, note: 'Too strict', expected: version })
    await follow(world)
  }

  test('is a new version with the earlier text, under which stages have their names again', async () => {
    const world = await aShop()
    const { proposal } = await import('./shop')
    const deal = await aDealIn(world, 'offer')
    await publish(world, { ...proposal, moved: 'offer: proposal' })
    await follow(world)
    const later = await aDealIn(world, 'proposal')

    await rollBack(world, 1)

    const current = await world.ports.rules.current()
    const deals = await Promise.all([deal, later].map(({ id }) => world.ports.deals.find(id)))
    expect(current).toMatchObject({ version: 3, restores: 1, text: shopText() })
    expect(deals.map((one) => one?.stage)).toEqual(['offer', 'offer'])
    expect(await missingOf(world, later.id)).toEqual(['write_offer', 'check_terms', 'need'])
    await expectTold(world, deal.id)
    await expectTold(world, later.id)
  })

  test('puts deals of stages that had become one back where each of them was', async () => {
    const world = await aShop()
    const [talk, offer] = [await aDealIn(world, 'talk'), await aDealIn(world, 'offer')]
    await publish(world, {
      pipelines:
        'shop: { name: Shop, stages: [offer, pay, after], won_after: pay }\n  works: { name: Works, stages: [offer, pay, after], won_after: pay }',
      moved: 'talk: offer',
    })
    await follow(world)

    await rollBack(world, 1)

    const deals = await Promise.all([talk, offer].map(({ id }) => world.ports.deals.find(id)))
    expect(deals.map((one) => one?.stage)).toEqual(['talk', 'offer'])
    await expectTold(world, talk.id)
  })

  test('takes back what came with --now, but not what somebody has touched since', async () => {
    const world = await aShop()
    const [deal, other] = [await aDealIn(world, 'offer'), await aDealIn(world, 'offer')]
    const before = await world.ports.deals.tasksOf(deal.id)
    const offer = offerWith('lawyer, due: 2 working days', 'accountant, due: 1 working day').replace(
      'owner, due: 2',
      'owner, due: 3',
    )
    await publish(world, { offer }, ['offer'])
    await follow(world)
    const touched = await taskOf(world, other.id, 'check_terms')
    await rescheduleTask(world.ports, await world.as('helen'), touched?.id ?? '', {
      dueAt: '2026-12-24T12:00:00.000Z',
      reason: 'Later',
    })
    await completeTask(world.ports, await world.as('anna'), `task_${other.id.slice(5)}-1-write_offer`, {})
    await world.settle()

    await rollBack(world, 1)

    const now = await world.ports.deals.tasksOf(deal.id)
    expect(now.map(({ rev: _rev, ...task }) => task)).toEqual(before.map(({ rev: _rev, ...task }) => task))
    expect(await taskOf(world, other.id, 'check_terms')).toMatchObject({
      dueAt: '2026-12-24T12:00:00.000Z',
      responsible: 'alex',
    })
    expect(await taskOf(world, other.id, 'write_offer')).toMatchObject({ status: 'done' })
    expect((await world.ports.deals.find(deal.id))?.visit).not.toHaveProperty('amended')
    expect((await follow(world)).seated).toBe(0)
    await expectTold(world, deal.id)
    await expectTold(world, other.id)
  })
})
