import { steadyRules } from '#test/support/steady-rules'

import { describe, expect, test } from 'vitest'

import { Refusal } from '#domain/kernel/refusal'
import { taskIdOf } from '#domain/kernel/task-id'
import { consumers } from '#product/lists/consumers'
import { noticesOf } from '#notices/domain/notices'
import type { DomainEvent } from '#schemas/event'
import type { Deal, Fields } from '#schemas/deal'
import type { AddTask } from '#schemas/commands'
import type { Employee } from '#schemas/people'
import type { Task } from '#schemas/task'
import { addTask } from '#usecases/tasks/add-task'
import { cancelTask } from '#usecases/tasks/cancel-task'
import { changeOwner } from '#usecases/deals/change-owner'
import { checkItem } from '#usecases/tasks/check-item'
import { cancelDeal, loseDeal } from '#usecases/deals/close-deal'
import { completeTask } from '#usecases/tasks/complete-task'
import { createDeal } from '#usecases/deals/create-deal'
import { moveDeal } from '#usecases/deals/move-deal'
import { publishRules } from '#release/usecases/publish-rules'
import { reassignTask } from '#usecases/tasks/reassign-task'
import { reopenDeal } from '#usecases/deals/reopen-deal'
import { reopenTask } from '#usecases/tasks/reopen-task'
import { rescheduleTask } from '#usecases/tasks/reschedule-task'
import { updateDeal } from '#usecases/deals/update-deal'
import { everyField, livelyRules } from '#test/e2e/steps'
import { useEngine } from '#test/support/engine'
import { everyItem } from '#test/support/history-checker'
import { aDoor } from '#test/support/http'
import { aWorld, type World } from '#test/support/world'

const engine = useEngine()
const rulesText = steadyRules()

type Start = {
  readonly currency?: string
  readonly pipeline?: string
  readonly stage?: string
  readonly owner?: string
  readonly fields?: Fields
}

async function aDeal(world: World, { pipeline = 'b2b_new', owner = 'anna', ...more }: Start = {}): Promise<Deal> {
  const deal = await createDeal(world.ports, await world.as(), { title: 'Machines', pipeline, owner, ...more })
  await world.run(consumers, deal.id)
  return deal
}

const task = (deal: Deal, template: string, visit = deal.visit.no) => taskIdOf(deal.id, visit, template)

async function templates(world: World, deal: Deal, status: Task['status'] = 'open'): Promise<readonly string[]> {
  const tasks = await world.ports.deals.tasksOf(deal.id)
  const found = tasks.filter((one) => one.status === status)
  return found.map((one) => `${one.visit} ${one.template ?? one.do}`).toSorted()
}

const refusal = (asked: Promise<unknown>): Promise<Refusal> =>
  asked.then(
    () => Promise.reject(new Error('It was not refused.')),
    (error: unknown) => (error instanceof Refusal ? error : Promise.reject(error as Error)),
  )

const change = async (world: World, id: string, change: Partial<Employee>) => {
  const { employees } = await world.ports.people.load()
  const employee = employees[id]
  if (employee === undefined) throw new Error(`There is no ${id}.`)
  await world.ports.people.saveEmployee({ ...employee, ...change })
}

/** Everything in the table except who was refused what, and the fact of it for the reports. */
const stored = async (world: World) =>
  (await everyItem({ document: engine.client, table: world.table })).filter(
    ({ pk, sk }) => !String(sk).startsWith('R#') && !String(pk).startsWith('RS#r-'),
  )

describe('where a deal may go', () => {
  type Ask = Parameters<typeof moveDeal>[3]
  const rows: readonly (readonly [string, Start, Omit<Ask, 'toStage'> & { to: string; done?: string[] }, string])[] = [
    [
      'forward through an open gate',
      { stage: 'general_offer' },
      { to: 'feedback', done: ['send_general_offer'] },
      '2 feedback open',
    ],
    [
      'not past the next stage',
      { stage: 'general_offer' },
      { to: 'contract', done: ['send_general_offer'] },
      'stage_not_next',
    ],
    [
      'past stages that may be skipped',
      { pipeline: 'b2b_repeat', stage: 'general_offer' },
      { to: 'individual_offer', done: ['send_general_offer'] },
      '2 individual_offer open',
    ],
    [
      'not past one that may not be',
      { pipeline: 'b2b_repeat', stage: 'general_offer' },
      { to: 'contract', done: ['send_general_offer'] },
      'stage_not_next',
    ],
    [
      'a skip does not go around the gate',
      { pipeline: 'b2b_repeat', stage: 'general_offer' },
      { to: 'individual_offer' },
      'gate_blocked',
    ],
    [
      'back with a reason, whatever is missing',
      { stage: 'contract' },
      { to: 'presentation', reason: 'Another person decides' },
      '2 presentation open',
    ],
    ['not back without a reason', { stage: 'contract' }, { to: 'presentation' }, 'reason_required'],
    ['not to a stage that is not there', { stage: 'contract' }, { to: 'kontract' }, 'stage_unknown'],
    [
      'not to a stage of another direction',
      { pipeline: 'b2c_repeat', stage: 'contract' },
      { to: 'presentation', reason: 'Why not' },
      'stage_unknown',
    ],
    ['nowhere, where it is', { stage: 'contract' }, { to: 'contract' }, '1 contract open'],
    ['to completed only from the last stage', { stage: 'contract' }, { to: 'completed' }, 'stage_not_next'],
  ]

  test.each(rows)('%s', async (_, start, { to, done = [], ...more }, outcome) => {
    const world = await aWorld(engine)
    const deal = await aDeal(world, start)
    const before = await stored(world)
    const command = await world.as('anna')

    const complete = done.map((template) => task(deal, template))
    const moved = await moveDeal(world.ports, command, deal.id, { toStage: to, complete, ...more }).then(
      ({ visit, stage, status }) => `${visit.no} ${stage} ${status}`,
      (error: Refusal) => error.code,
    )

    expect(moved).toBe(outcome)
    if (/^(1|[a-z])/.test(outcome)) expect(await stored(world)).toEqual(before)
  })
})

describe('the gate', () => {
  const inOffer = (world: World) => aDeal(world, { stage: 'individual_offer', fields: { discount: 25 } })

  test('names everything that is missing, the version and the line, and writes nothing but that it stopped somebody', async () => {
    const world = await aWorld(engine)
    const deal = await inOffer(world)
    const before = await stored(world)
    const fields = { offer_file: '' }

    const { code, message, extra } = await refusal(
      moveDeal(world.ports, await world.as('anna'), deal.id, { toStage: 'contract', fields }),
    )

    const { gate } = (await world.ports.rules.current()).model.pipelines['b2b_new']?.stages[3] ?? {}
    const line = rulesText.split('\n').findIndex((text) => text.includes('filled: [amount, offer_file]')) + 1
    expect(code).toBe('gate_blocked')
    expect(extra).toMatchObject({
      missing: {
        tasks: [
          { id: task(deal, 'prepare_offer'), responsible: 'anna', due: '2026-12-03T15:00:00.000Z' },
          { id: task(deal, 'approve_discount'), do: 'Decide on the discount', responsible: 'helen' },
        ],
        fields: [{ id: 'amount' }, { id: 'offer_file', name: 'Individual offer as sent' }],
        must: [{ field: 'discount', text: 'discount: at most 20%' }],
      },
      rule: { configVersion: 1, line: gate?.origin.line },
      mayOverride: 'head_of_sales',
    })
    expect(Math.abs((gate?.origin.line ?? 0) - line)).toBeLessThanOrEqual(1)
    for (const words of [
      'Work out the individual offer',
      'Individual offer as sent',
      '“Discount” must be at most 20%',
    ]) {
      expect(message).toContain(words)
    }
    expect(await stored(world)).toEqual(before)
    const items = await everyItem({ document: engine.client, table: world.table })
    expect(items.filter(({ sk }) => String(sk).startsWith('R#'))).toMatchObject([
      { refusal: { actor: 'anna', stage: 'individual_offer', toStage: 'contract', configVersion: 1 } },
    ])
  })

  test('what a stopped move carries is not applied, what a passing one carries is, in one event', async () => {
    const world = await aWorld(engine)
    const deal = await inOffer(world)
    const anna = await world.as('anna')
    const move = (fields: Fields, complete: string[]) =>
      moveDeal(world.ports, anna, deal.id, { toStage: 'contract', fields, complete })

    const stopped = await refusal(move({ amount: 100_00, discount: 5 }, [task(deal, 'prepare_offer')]))
    const untouched = await world.ports.deals.find(deal.id)
    await move({ amount: 100_00, discount: 5, offer_file: 'offer.pdf' }, [task(deal, 'prepare_offer')])

    expect(stopped.extra).toMatchObject({ missing: { tasks: [], fields: [{ id: 'offer_file' }], must: [] } })
    expect(untouched).toMatchObject({ version: 1, fields: { discount: 25 } })
    const [, moved, ...more] = await world.eventsOf(deal.id)
    expect(more).toEqual([])
    expect(moved?.detail).toMatchObject({
      from: { stage: 'individual_offer' },
      deal: { stage: 'contract', amountMinor: 100_00 },
      changes: { discount: [25, 5], amount: [null, 100_00], offer_file: [null, 'offer.pdf'] },
      completed: [task(deal, 'prepare_offer')],
    })
    expect(await templates(world, deal, 'done')).toEqual(['1 prepare_offer'])
  })

  test('a role it names may pass with a reason, which is on record with what was missing', async () => {
    const world = await aWorld(engine)
    const deal = await inOffer(world)
    const override = { reason: 'The owner of the client gave his word' }

    await moveDeal(world.ports, await world.as('helen'), deal.id, { toStage: 'contract', override })

    expect((await world.eventsOf(deal.id)).at(-1)).toMatchObject({
      actor: { id: 'helen' },
      configVersion: 1,
      detail: {
        override: {
          by: 'helen',
          role: 'head_of_sales',
          reason: override.reason,
          missing: [
            'task:prepare_offer',
            'task:approve_discount',
            'field:amount',
            'field:offer_file',
            'must:discount: at most 20%',
          ],
        },
      },
    })
  })

  const forbidden: readonly (readonly [string, string, string, string])[] = [
    ['somebody without the role', 'anna', 'individual_offer', 'contract'],
    ['a head where the gate names no role', 'helen', 'contract', 'payment'],
    ['a head where there is no gate but tasks', 'helen', 'general_offer', 'feedback'],
  ]
  test.each(forbidden)('may not be overridden by %s', async (_, who, stage, toStage) => {
    const world = await aWorld(engine)
    const deal = await aDeal(world, { stage })

    const { code } = await refusal(
      moveDeal(world.ports, await world.as(who), deal.id, { toStage, override: { reason: 'Please' } }),
    )

    expect(code).toBe('override_forbidden')
    expect((await world.ports.deals.find(deal.id))?.version).toBe(1)
  })

  test('an override does not skip stages', async () => {
    const world = await aWorld(engine)
    const deal = await inOffer(world)

    const { code } = await refusal(
      moveDeal(world.ports, await world.as('helen'), deal.id, {
        toStage: 'payment',
        override: { reason: 'In a hurry' },
      }),
    )

    expect(code).toBe('stage_not_next')
  })

  test('is 409 at the door, and an override without the role 403', async () => {
    const world = await aWorld(engine)
    const deal = await inOffer(world)
    const { post } = await aDoor(world)
    const path = `/deals/${deal.id}/moves`

    const blocked = await post(path, { toStage: 'contract' }, { as: 'anna' })
    const overridden = await post(path, { toStage: 'contract', override: { reason: 'Please' } }, { as: 'anna' })

    expect([blocked.status, blocked.body.code]).toEqual([409, 'gate_blocked'])
    expect(blocked.body.missing.fields).toHaveLength(2)
    expect([overridden.status, overridden.body.code]).toEqual([403, 'override_forbidden'])
  })

  test('judges a visit by the rules it began with, also when others are published meanwhile', async () => {
    const world = await aWorld(engine)
    const deal = await inOffer(world)
    const text = rulesText.replace('discount: at most 20%', 'discount: at most 30%')

    await publishRules(world.ports, await world.as(), { text, note: 'Bigger discounts', expected: 1 })
    const { extra } = await refusal(moveDeal(world.ports, await world.as('anna'), deal.id, { toStage: 'contract' }))

    expect(extra).toMatchObject({ rule: { configVersion: 1 }, missing: { must: [{ text: 'discount: at most 20%' }] } })
  })
})

describe('closing', () => {
  const close = async (world: World, deal: Deal, as: string, how: 'lose' | 'cancel', reason: string) => {
    const input = { reason, comment: 'In their words' }
    const run = how === 'lose' ? loseDeal : cancelDeal
    return run(world.ports, await world.as(as), deal.id, input).then(
      ({ status }) => status,
      (error: Refusal) => error.code,
    )
  }
  const rows: readonly (readonly [string, string, string, 'lose' | 'cancel', string, string])[] = [
    ['before the win it can be lost', 'contract', 'anna', 'lose', 'price', 'lost'],
    ['with a reason from the list only', 'contract', 'anna', 'lose', 'refund', 'reason_unknown'],
    ['no inherited word is a reason', 'contract', 'anna', 'lose', 'constructor', 'reason_unknown'],
    ['before the win it cannot be cancelled', 'contract', 'helen', 'cancel', 'refund', 'deal_not_won'],
    ['after the win it cannot be lost', 'delivery', 'anna', 'lose', 'price', 'deal_already_won'],
    ['after the win the named role cancels', 'delivery', 'helen', 'cancel', 'refund', 'cancelled'],
    ['and nobody else', 'delivery', 'anna', 'cancel', 'refund', 'forbidden'],
    ['with a reason of its own list', 'delivery', 'helen', 'cancel', 'price', 'reason_unknown'],
  ]

  test.each(rows)('%s (%s, %s: %s for %s)', async (_, stage, as, how, reason, outcome) => {
    const world = await aWorld(engine)
    const deal = stage === 'delivery' ? await wonDeal(world) : await aDeal(world, { stage })

    expect(await close(world, deal, as, how, reason)).toBe(outcome)

    const now = await world.ports.deals.find(deal.id)
    const isClosed = outcome === 'lost' || outcome === 'cancelled'
    expect(now?.closed).toEqual(isClosed ? { at: world.now(), reason, comment: 'In their words' } : undefined)
    expect(now?.version).toBe(deal.version + (isClosed ? 1 : 0))
  })

  test('a closed deal does not move and is not closed again', async () => {
    const world = await aWorld(engine)
    const deal = await aDeal(world)
    await close(world, deal, 'anna', 'lose', 'price')

    const anna = await world.as('anna')
    const moved = await refusal(moveDeal(world.ports, anna, deal.id, { toStage: 'general_offer', fields: everyField }))
    const again = await close(world, deal, 'anna', 'lose', 'timing')

    expect([moved.code, again]).toEqual(['deal_closed', 'deal_closed'])
    expect((await world.ports.deals.find(deal.id))?.version).toBe(2)
  })
})

describe('winning', () => {
  test('is a moment: it counts once on leaving payment and not again until the deal is completed', async () => {
    const world = await aWorld(engine)
    const deal = await wonDeal(world)
    const helen = await world.asAnybody('helen')
    const facts: unknown[] = [await factOf(world)]

    for (const [stage, done] of [
      ['closing_documents', ['agree_date', 'remind_client', 'deliver']],
      ['nps', ['send_documents', 'collect_signed']],
      ['completed', ['ask_nps']],
    ] as const) {
      world.setNow(new Date(Date.parse(world.now()) + 20 * 86_400_000).toISOString())
      const now = await world.ports.deals.find(deal.id)
      const complete = done.map((template) => task(now ?? deal, template))
      await moveDeal(world.ports, helen, deal.id, {
        toStage: stage,
        complete,
        fields: { ...everyField, amount: 500_00 },
      })
      await world.run(consumers, deal.id)
      facts.push(await factOf(world))
    }

    const completed = await world.ports.deals.find(deal.id)
    const won = (await world.eventsOf(deal.id))
      .map(({ detail }) => detail.became)
      .filter((became) => became !== undefined)
    expect(facts).toEqual([500_00, 500_00, 500_00, 500_00])
    expect(completed).toMatchObject({
      status: 'completed',
      stage: 'nps',
      closed: { at: world.now() },
      won: { month: '2026-12' },
    })
    expect(won).toEqual(['won', 'completed'])
    expect(await templates(world, deal)).toEqual([])
  })

  test('in a currency that has lost its rate waits for one: nothing is booked at a rate that nobody set', async () => {
    const world = await aWorld(engine)
    const { ports } = world
    await ports.settings.save({ currency: 'RUB', rates: { USD: '92.5' } })
    const made = await aDeal(world, { stage: 'payment', fields: { amount: 5_00, paid: 5_00 }, currency: 'USD' })
    await ports.settings.save({ currency: 'RUB', rates: {} })
    const anna = await world.asAnybody('anna')
    const move = () => moveDeal(ports, anna, made.id, { toStage: 'delivery', complete: [task(made, 'check_payment')] })

    await expect(move()).rejects.toThrow('There is no rate for USD')
    expect((await ports.deals.find(made.id))?.status).toBe('open')
    await ports.settings.save({ currency: 'RUB', rates: { USD: '90' } })
    expect((await move()).won).toMatchObject({ rate: '90', amountMinor: 5_00, baseMinor: 450_00 })
  })
})

describe('reopening', () => {
  const rows: readonly (readonly [string, string | undefined, string, string[]])[] = [
    ['in the stage it was in', undefined, 'open contract 2', ['2 draft_contract']],
    ['in an earlier one', 'feedback', 'open feedback 2', ['2 get_feedback']],
    ['not in a later one', 'delivery', 'stage_not_next', ['1 follow_up']],
  ]

  test.each(rows)('a lost deal goes on %s', async (_, toStage, outcome, open) => {
    const world = await aWorld(engine)
    const deal = await aDeal(world, { stage: 'contract' })
    const anna = await world.as('anna')
    await loseDeal(world.ports, anna, deal.id, { reason: 'timing' })
    await world.run(consumers, deal.id)

    const input = { reason: 'They called', ...(toStage === undefined ? {} : { toStage }) }
    const reopened = await reopenDeal(world.ports, anna, deal.id, input).then(
      ({ status, stage, visit }) => `${status} ${stage} ${visit.no}`,
      (error: Refusal) => error.code,
    )
    await world.run(consumers, deal.id)

    expect(reopened).toBe(outcome)
    expect(await templates(world, deal)).toEqual(open)
  })

  test('is for closed deals only', async () => {
    const world = await aWorld(engine)
    const deal = await aDeal(world)

    const { code } = await refusal(reopenDeal(world.ports, await world.as('anna'), deal.id, { reason: 'Why not' }))

    expect(code).toBe('deal_not_closed')
  })
})

describe('tasks when the deal moves on', () => {
  test('those of the stage left are cancelled, those to be kept stay, those asked for once do not come again', async () => {
    const world = await aWorld(engine, { text: livelyRules() })
    const deal = await aDeal(world)
    const anna = await world.as('anna')
    const helen = await world.asAnybody('helen')
    const go = async (toStage: string, more: object) => {
      await moveDeal(world.ports, helen, deal.id, { toStage, ...more })
      await world.run(consumers, deal.id)
    }

    await completeTask(world.ports, anna, task(deal, 'send_deck'), {})
    await world.run(consumers, deal.id)
    await go('general_offer', { fields: everyField, complete: [task(deal, 'confirm_seen')] })
    await go('feedback', { complete: [task(deal, 'send_general_offer', 2)] })
    const inFeedback = await templates(world, deal)
    await go('presentation', { reason: 'Another person decides' })

    expect(inFeedback).toEqual(['3 get_feedback'])
    expect(await templates(world, deal)).toEqual(['3 get_feedback', '4 confirm_seen'])
    await go('general_offer', { complete: [task(deal, 'confirm_seen', 4)] })
    expect(await templates(world, deal)).toEqual(['3 get_feedback', '5 send_general_offer'])
    await go('presentation', { reason: 'Once more' })
    const cancelled = (await world.ports.deals.tasksOf(deal.id)).filter(({ status }) => status === 'cancelled')
    expect(cancelled).toMatchObject([{ template: 'send_general_offer', visit: 5, cancelReason: 'stage_left' }])
  })

  test('an added task is kept or cancelled by whether the gate waits for it', async () => {
    const world = await aWorld(engine)
    const deal = await aDeal(world, { stage: 'general_offer' })
    const anna = await world.as('anna')
    const add = (text: string, required: boolean) =>
      addTask(world.ports, anna, deal.id, { do: text, by: 'owner', due: '1 working day', required })

    const needed = await add('Ask the director', true)
    await add('Send a card', false)
    const complete = [task(deal, 'send_general_offer')]
    const blocked = await refusal(moveDeal(world.ports, anna, deal.id, { toStage: 'feedback', complete }))
    await moveDeal(world.ports, anna, deal.id, { toStage: 'presentation', reason: 'Once more' })
    await world.run(consumers, deal.id)

    expect(blocked.extra).toMatchObject({ missing: { tasks: [{ id: needed.id, do: 'Ask the director' }] } })
    expect(await templates(world, deal)).toEqual(['1 Send a card', '2 send_deck'])
    expect(await world.ports.deals.findTask(deal.id, needed.id)).toMatchObject({ cancelReason: 'stage_left' })
  })

  describe('an added task, when the deal is closed', () => {
    const add = async (world: World, deal: Deal, more: Partial<AddTask>) =>
      addTask(world.ports, await world.as('anna'), deal.id, {
        do: 'Ring back',
        by: 'owner',
        due: '1 working hour',
        ...more,
      })
    const lose = async (world: World, deal: Deal) =>
      loseDeal(world.ports, await world.as('anna'), deal.id, { reason: 'price' })

    test.each([
      [{}, 'with_deal', { status: 'cancelled', cancelReason: 'deal_closed' }],
      [{ keep: false }, 'with_deal', { status: 'cancelled', cancelReason: 'deal_closed' }],
      [{ required: true }, 'cancel', { status: 'cancelled', cancelReason: 'deal_closed' }],
      [{ keep: true }, 'keep', { status: 'open' }],
      [{ keep: true, required: true }, 'keep', { status: 'open' }],
    ] as const)('asked for with %j', async (more, onLeave, becomes) => {
      const world = await aWorld(engine)
      const deal = await aDeal(world)
      const added = await add(world, deal, more)

      await lose(world, deal)
      await world.run(consumers, deal.id)

      expect(added.onLeave).toBe(onLeave)
      const now = await world.ports.deals.findTask(deal.id, added.id)
      expect(now).toMatchObject(becomes)
      expect('look' in (now ?? {})).toBe(becomes.status === 'open')
    })

    test('stays when it is added to a deal that is closed already, and through the stages of an open one', async () => {
      const world = await aWorld(engine)
      const [closed, open] = [await aDeal(world), await aDeal(world, { stage: 'general_offer' })]
      await lose(world, closed)
      const late = await add(world, closed, {})
      const early = await add(world, open, {})
      await moveDeal(world.ports, await world.as('anna'), open.id, { toStage: 'presentation', reason: 'Once more' })
      await world.run(consumers, closed.id)
      await world.run(consumers, open.id)

      expect(await world.ports.deals.findTask(closed.id, late.id)).toMatchObject({ status: 'open', onLeave: 'keep' })
      expect(await world.ports.deals.findTask(open.id, early.id)).toMatchObject({ status: 'open' })
    })
  })

  test('an added task that is done lets the deal go on', async () => {
    const world = await aWorld(engine)
    const deal = await aDeal(world, { stage: 'general_offer' })
    const anna = await world.as('anna')
    const input = { do: 'Ask the director', by: 'owner', due: '1 working day', required: true }
    const { id } = await addTask(world.ports, anna, deal.id, input)

    const complete = [task(deal, 'send_general_offer'), id]
    const moved = await moveDeal(world.ports, anna, deal.id, { toStage: 'feedback', complete })

    expect(moved.stage).toBe('feedback')
  })
})

describe('a task', () => {
  test('has its checklist ticked, unticked and left as it is', async () => {
    const world = await aWorld(engine)
    const deal = await aDeal(world, { stage: 'individual_offer' })
    const anna = await world.as('anna')
    const tick = (item: number, done: boolean) =>
      checkItem(world.ports, anna, task(deal, 'prepare_offer'), { item, done })

    const { checklist } = await tick(1, true)
    await tick(1, true)
    const again = await tick(1, false)
    const { code, message } = await refusal(tick(3, true))

    expect(checklist.map(({ done }) => done)).toEqual([false, true, false])
    expect(again.checklist.some(({ done }) => done)).toBe(false)
    expect([code, message]).toEqual(['task_unknown', expect.stringContaining('no item 3')])
    const checked = (await world.eventsOf(deal.id)).filter(({ name }) => name === 'task.checked')
    expect(checked.map(({ detail }) => detail.task?.was)).toMatchObject([{ done: false }, { done: true }])
  })

  test('given to somebody stays with them when the deal gets another owner', async () => {
    const world = await aWorld(engine)
    const deal = await aDeal(world, { stage: 'individual_offer', fields: { discount: 15 } })
    const helen = await world.as('helen')

    await reassignTask(world.ports, helen, task(deal, 'prepare_offer'), { responsible: 'fedor', reason: 'Knows them' })
    await changeOwner(world.ports, helen, deal.id, { owner: 'andrew' })
    await world.run(consumers, deal.id)
    await change(world, 'carol', { active: false })
    const { code } = await refusal(
      reassignTask(world.ports, helen, task(deal, 'prepare_offer'), { responsible: 'carol' }),
    )

    expect(await world.ports.deals.findTask(deal.id, task(deal, 'prepare_offer'))).toMatchObject({
      responsible: 'fedor',
    })
    expect(code).toBe('employee_inactive')
    const [given] = (await world.eventsOf(deal.id)).filter(({ name }) => name === 'task.reassigned')
    expect(given?.detail).toMatchObject({
      task: { responsible: 'fedor', was: { responsible: 'anna' } },
      reason: 'Knows them',
    })
  })

  test('that was missed stays missed: moving its deadline afterwards does not heal that', async () => {
    const world = await aWorld(engine)
    const deal = await aDeal(world)
    const anna = await world.as('anna')
    const id = task(deal, 'send_deck')
    const due = '2026-12-02T15:00:00.000Z'

    world.setNow('2026-12-02T14:00:00.000Z')
    const inTime = await rescheduleTask(world.ports, anna, id, { dueAt: '2026-12-02T15:00:00.000Z' })
    world.setNow('2026-12-04T09:00:00.000Z')
    const moved = await rescheduleTask(world.ports, anna, id, { dueAt: '2026-12-08T09:00:00.000Z', reason: 'Ill' })
    world.setNow('2026-12-09T09:00:00.000Z')
    const done = await completeTask(world.ports, anna, id, {})

    expect(inTime.firstMissedDueAt).toBeUndefined()
    expect(moved).toMatchObject({
      firstMissedDueAt: due,
      dueAt: '2026-12-08T09:00:00.000Z',
      dueWhy: { anchor: 'person', by: 'anna' },
    })
    expect(done).toMatchObject({ status: 'done', firstMissedDueAt: due })
  })

  test('due before it is born is due at once and nobody is blamed', async () => {
    const world = await aWorld(engine)
    const deal = await aDeal(world, { stage: 'delivery', fields: { delivery_date: '2026-11-20' } })

    const late = await world.ports.deals.findTask(deal.id, task(deal, 'deliver'))
    world.setNow('2026-12-02T09:00:00.000Z')
    const done = await completeTask(world.ports, await world.as('leo'), task(deal, 'deliver'), {})

    expect(late).toMatchObject({ dueAt: '2026-12-01T07:00:00.000Z', lateAtBirth: true })
    expect(done.firstMissedDueAt).toBeUndefined()
  })

  test('done, reopened and cancelled as far as the rules let it', async () => {
    const world = await aWorld(engine)
    const deal = await aDeal(world, { stage: 'contract' })
    const helen = await world.as('helen')
    const id = task(deal, 'draft_contract')

    await completeTask(world.ports, await world.as('lena'), id, { comment: 'Sent to both' })
    const reopened = await reopenTask(world.ports, helen, id, { reason: 'A page is missing' })
    const required = await refusal(cancelTask(world.ports, helen, id, { reason: 'Needless' }))
    await completeTask(world.ports, helen, id, {})
    const closed = await refusal(rescheduleTask(world.ports, helen, id, { dueAt: null }))

    expect(reopened).toMatchObject({ status: 'open' })
    expect(reopened.doneAt).toBeUndefined()
    expect([required.code, closed.code]).toEqual(['task_closed', 'task_closed'])
  })
})

describe('who gets a task', () => {
  const draft = async (world: World): Promise<Task | undefined> => {
    const deal = await aDeal(world, { stage: 'contract' })
    return world.ports.deals.findTask(deal.id, task(deal, 'draft_contract'))
  }

  test('the head of the owner, when nobody is in the role, and the task says so', async () => {
    const world = await aWorld(engine)
    await change(world, 'lena', { roles: [] })

    const found = await draft(world)

    expect(found).toMatchObject({ responsible: 'boris', role: 'lawyer' })
    expect(found?.fallback).toContain('lawyer')
  })

  test('the owner’s head, when the owner has left', async () => {
    const world = await aWorld(engine)
    const deal = await aDeal(world)
    await change(world, 'anna', { active: false })

    await moveDeal(world.ports, await world.asAnybody('helen'), deal.id, {
      toStage: 'general_offer',
      fields: everyField,
      complete: [task(deal, 'send_deck'), task(deal, 'confirm_seen')],
    })
    await world.run(consumers, deal.id)

    expect(await world.ports.deals.findTask(deal.id, task(deal, 'send_general_offer', 2))).toMatchObject({
      responsible: 'boris',
      fallback: expect.stringContaining('anna') as string,
    })
  })

  test('the deputy of somebody who is away that day', async () => {
    const world = await aWorld(engine)
    await change(world, 'lena', { absences: [{ from: '2026-11-30', to: '2026-12-01', deputy: 'alex' }] })

    const away = await draft(world)
    world.setNow('2026-12-02T07:00:00.000Z')
    const back = await draft(world)

    expect([away?.responsible, back?.responsible]).toEqual(['alex', 'lena'])
  })

  test('whoever of the role is there, when others are away', async () => {
    const world = await aWorld(engine)
    await change(world, 'quinn', { roles: ['quality', 'lawyer'] })
    await change(world, 'lena', { absences: [{ from: '2026-12-01', to: '2026-12-31' }] })

    const responsibles = await Promise.all([1, 2, 3].map(() => draft(world)))

    expect(new Set(responsibles.map((found) => found?.responsible))).toEqual(new Set(['quinn']))
  })

  test('somebody who works by another calendar has dates by it', async () => {
    const far =
      "calendars:\n  far_east:\n    timezone: Asia/Vladivostok\n    work_week: mon-fri\n    hours: '10:00-19:00'\n\nroles:"
    const world = await aWorld(engine, { text: rulesText.replace('roles:', far) })
    await change(world, 'lena', { calendar: 'far_east' })

    const found = await draft(world)

    // Tuesday 17:00 in Vladivostok; the second working day after it closes on Thursday at 19:00 there.
    expect(found).toMatchObject({ dueAt: '2026-12-03T09:00:00.000Z', dueWhy: { calendar: 'far_east' } })
  })
})

describe('new deals', () => {
  const lead = async (world: World, fields: Fields, client: { phone?: string; email?: string } = {}) => {
    const deal = await createDeal(world.ports, await world.as(), { title: 'Lead', fields, client })
    await world.run(consumers, deal.id)
    return deal
  }
  const company = { client_type: 'company', repeat_client: false }
  const person = { client_type: 'person', repeat_client: false }

  test('go to the people of a role in turn', async () => {
    const world = await aWorld(engine)

    const owners = [await lead(world, company), await lead(world, company), await lead(world, company)]

    expect(new Set(owners.slice(0, 2).map(({ owner }) => owner))).toEqual(new Set(['anna', 'andrew']))
    expect(owners[2]?.owner).toBe(owners[0]?.owner)
    expect(owners[0]).toMatchObject({ pipeline: 'b2b_new', stage: 'presentation' })
  })

  test('go to whoever has the fewest open deals', async () => {
    const world = await aWorld(engine)
    const first = await aDeal(world, { pipeline: 'b2c_new', owner: 'cyril' })
    await aDeal(world, { pipeline: 'b2c_new', owner: 'cyril' })

    const owners = [(await lead(world, person)).owner, (await lead(world, person)).owner]
    await loseDeal(world.ports, await world.as('cyril'), first.id, { reason: 'price' })
    await world.run(consumers, first.id)

    expect(owners).toEqual(['carol', 'carol'])
    expect((await lead(world, person)).owner).toBe('cyril')
  })

  const known: readonly (readonly [string, object, string])[] = [
    ['phone, in any spelling', { phone: '8 (912) 345-67-89' }, 'andrew'],
    ['e-mail, in any case', { email: ' Boss@Aurora.example ' }, 'andrew'],
    ['nothing: otherwise', { phone: '+7 912 000 00 00' }, 'fedor'],
    ['the end of a number alone: otherwise', { phone: '+7 812 345-67-89' }, 'fedor'],
    ['no contact: otherwise', {}, 'fedor'],
  ]
  test.each(known)('of a returning client go to the owner they had, known by %s', async (_, client, owner) => {
    const world = await aWorld(engine)
    const command = await world.as()
    const before = { phone: '+7 912 345-67-89', email: 'boss@aurora.example' }
    await createDeal(world.ports, command, { title: 'Before', pipeline: 'b2b_new', owner: 'andrew', client: before })

    const deal = await lead(world, { ...company, repeat_client: true }, client)

    expect(deal).toMatchObject({ pipeline: 'b2b_repeat', owner })
  })

  test('of a client whose owner has left go to the role named otherwise', async () => {
    const world = await aWorld(engine)
    const client = { phone: '+7 912 345-67-89' }
    await createDeal(world.ports, await world.as(), { title: 'Before', pipeline: 'b2b_new', owner: 'andrew', client })
    await change(world, 'andrew', { active: false })

    expect((await lead(world, { ...company, repeat_client: true }, client)).owner).toBe('fedor')
  })

  test('go to the next line that they match where nobody is in the role, and whoever leads the company is told', async () => {
    const last = /(# nobody knows yet what kind of client it is\n    give_to:) head_of_sales/
    const world = await aWorld(engine, { text: rulesText.replace(last, '$1 b2b_farmers') })
    for (const id of ['cyril', 'carol']) await change(world, id, { active: false })

    const deal = await lead(world, person)
    const { items } = await world.ports.deals.events(deal.id, { order: 'oldest', limit: 10 })
    const told = noticesOf(items[0] as DomainEvent).map(({ employee, notice }) => [employee, notice.kind, notice.role])

    expect(deal).toMatchObject({ pipeline: 'b2c_new', owner: 'fedor' })
    expect(told).toEqual([
      ['fedor', 'deal_given', undefined],
      ['helen', 'lead_untaken', 'b2c_team'],
    ])
  })

  test('go to the head of the company where nobody is left in any role', async () => {
    const world = await aWorld(engine)
    const { employees } = await world.ports.people.load()
    for (const id of Object.keys(employees)) if (id !== 'helen') await change(world, id, { active: false })
    await change(world, 'helen', { roles: [] })

    expect((await lead(world, company)).owner).toBe('helen')
    expect((await lead(world, { ...company, repeat_client: true })).owner).toBe('helen')
  })

  const replies: readonly (readonly [string, Fields, string, string])[] = [
    ['2 working hours for a company', company, '2026-12-01T07:00:00.000Z', '2026-12-01T09:00:00.000Z'],
    ['15 working minutes for a person', person, '2026-12-01T07:00:00.000Z', '2026-12-01T07:15:00.000Z'],
    ['over the weekend', person, '2026-12-04T14:50:00.000Z', '2026-12-07T06:05:00.000Z'],
  ]
  test.each(replies)('are answered in %s', async (_, fields, now, due) => {
    const world = await aWorld(engine)
    world.setNow(now)

    expect((await lead(world, fields)).firstReplyDueAt).toBe(due)
  })
})

test('the timeline tells who did what, what was before and after, and by which rules', async () => {
  const world = await aWorld(engine)
  const deal = await aDeal(world)

  await updateDeal(world.ports, await world.as('anna'), deal.id, { fields: { amount: 100_00 }, title: 'Grinders' })
  await updateDeal(world.ports, await world.as('boris'), deal.id, { fields: { amount: 90_00 } })

  const told = (await world.eventsOf(deal.id)).map(({ name, actor, configVersion, detail }) => [
    name,
    actor.id,
    configVersion,
    detail.changes,
  ])
  expect(told).toEqual([
    ['deal.created', 'test', 1, {}],
    ['deal.updated', 'anna', 1, { amount: [null, 100_00] }],
    ['deal.updated', 'boris', 1, { amount: [100_00, 90_00] }],
  ])
})

test('a gate compares with another field, and with the day of the move', async () => {
  const asked = 'must:\n        paid_percent: at least 100%'
  const text = rulesText
    .replace(
      asked,
      'must: { paid: at least amount, expected_close: after today, delivery_date: within 30 calendar days }',
    )
    .replace('paid_percent: at least 100%', 'paid: filled')
    .replace('      - move_to: delivery\n', '')
  const world = await aWorld(engine, { text, now: '2026-12-01T07:00:00.000Z' })
  const fields = { amount: 0, paid: 0, expected_close: '2026-12-02', delivery_date: '2027-01-05' }
  const deal = await aDeal(world, { stage: 'payment', fields })
  const helen = await world.as('helen')
  const move = () =>
    moveDeal(world.ports, helen, deal.id, { toStage: 'delivery', complete: [task(deal, 'check_payment')] })

  const early = await refusal(move())
  world.setNow('2026-12-08T07:00:00.000Z')
  const late = await refusal(move())
  await updateDeal(world.ports, helen, deal.id, { fields: { expected_close: '2026-12-09' } })
  const moved = await move()

  expect(early.extra).toMatchObject({ missing: { must: [{ field: 'delivery_date' }] } })
  expect(late.extra).toMatchObject({ missing: { must: [{ field: 'expected_close' }] } })
  expect(moved.stage).toBe('delivery')
})

test('a gate that asks for a formula over zero says so, in both languages and in the view of the deal', async () => {
  const world = await aWorld(engine)
  const deal = await aDeal(world, { stage: 'payment', fields: { amount: 0, paid: 0 } })
  const door = await aDoor(world)
  const ask = (language: string) =>
    door.post(
      `/deals/${deal.id}/moves`,
      { toStage: 'delivery', complete: [task(deal, 'check_payment')] },
      {
        headers: { 'accept-language': language },
      },
    )

  const [english, russian, view] = await Promise.all([ask('en'), ask('ru'), door.get(`/deals/${deal.id}`)])

  expect(english.body.detail).toContain('“paid / amount * 100” cannot be computed: “Amount” is 0')
  expect(russian.body.detail).toContain('формула «paid / amount * 100» не вычисляется: «Сумма» – 0')
  expect(view.body.gate.missing.must).toEqual([
    {
      field: 'paid_percent',
      text: 'paid_percent: at least 100%',
      writtenBy: ['accountant'],
      notComputed: { formula: 'paid / amount * 100', zero: ['amount'] },
    },
  ])
})

async function wonDeal(world: World): Promise<Deal> {
  const deal = await aDeal(world, { stage: 'payment', fields: { amount: 500_00, paid: 500_00 } })
  const complete = [task(deal, 'check_payment')]
  const won = await moveDeal(world.ports, await world.asAnybody('anna'), deal.id, { toStage: 'delivery', complete })
  await world.run(consumers, deal.id)
  return won
}

const factOf = async (world: World): Promise<number> =>
  (await Promise.all(['2026-12', '2027-01', '2027-02'].map((month) => world.ports.plans.facts(month))))
    .flat()
    .reduce((sum, row) => sum + row.sumMinor, 0)
