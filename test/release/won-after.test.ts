import { describe, expect, test } from 'vitest'

import { foldDeal } from '#domain/deals/fold'
import type { MemoryWorld } from '#product/memory-world'
import { planAsText } from '#release/domain/plan-text'
import { planRules } from '#release/usecases/plan-rules'
import { rollbackRules } from '#release/usecases/publish-rules'
import type { Deal } from '#schemas/deal'
import { timelineOf } from '#usecases/deals/deal-as-of'
import { moveDeal } from '#usecases/deals/move-deal'
import { aDealIn, aShop, follow, publish, shopText, type Shop } from './shop'

const pipelines = (wonAfter: string, stages = '[talk, offer, pay, after]'): Shop => ({
  pipelines: `shop: { name: Shop, stages: ${stages}, won_after: ${wonAfter} }
  works: { name: Works, stages: [offer, pay, after], won_after: pay }`,
})

const dealNow = async (world: MemoryWorld, id: string): Promise<Deal | undefined> => world.ports.deals.find(id)

async function forward(world: MemoryWorld, deal: Deal, toStage: string): Promise<void> {
  const tasks = await world.ports.deals.tasksOf(deal.id)
  const complete = tasks.filter(({ status }) => status === 'open').map(({ id }) => id)
  await moveDeal(world.ports, await world.as('helen'), deal.id, { toStage, complete })
  await world.settle()
}

/** A deal that stands in “pay”, worth 1 000 roubles. */
const inPay = (world: MemoryWorld) => aDealIn(world, 'pay', { fields: { amount: 100_000 } })

const planned = async (world: MemoryWorld, shop: Shop, now: readonly string[] = []) =>
  (await planRules(world.ports, await world.as('helen'), { text: shopText(shop), now })).plan

describe('the stage after which a deal is won moves to an earlier one', () => {
  test('the plan counts the open deals that are behind it, names them, and says what becomes of them', async () => {
    const world = await aShop()
    await inPay(world)
    await inPay(world)
    await aDealIn(world, 'talk')

    const plan = await planned(world, pipelines('offer'))

    const change = plan.nextEntry.find(({ code }) => code === 'won-after')
    expect(change).toMatchObject({ deals: 2, now: { key: 'pipelines.shop.won_after', won: 2 } })
    expect(change?.examples.deals.map(({ title }) => title)).toEqual(['A deal in pay', 'A deal in pay'])
    const text = planAsText(plan, { file: 'pipelines.yaml', lang: 'en' })
    expect(text).toContain('2 open deals are already behind “offer”: each is won at its next move forward')
    expect(text).toContain('with --now pipelines.shop.won_after: 2 open deals are won at once, dated today')
    expect(planAsText(plan, { file: 'pipelines.yaml', lang: 'ru' })).toContain(
      'уже за этапом «offer» – 2\u00a0открытые сделки: каждая будет выиграна при следующем переходе вперёд',
    )
  })

  test('such a deal is won at its next move forward', async () => {
    const world = await aShop()
    const deal = await inPay(world)
    await publish(world, pipelines('offer'))

    await forward(world, deal, 'after')

    expect(await dealNow(world, deal.id)).toMatchObject({
      stage: 'after',
      status: 'won',
      won: { amountMinor: 100_000, month: '2026-12' },
    })
  })

  test('it cannot be completed without having been won', async () => {
    const world = await aShop()
    const deal = await aDealIn(world, 'pay', { fields: { amount: 100_000 } })
    await publish(world, pipelines('talk', '[talk, offer, pay]'))

    await forward(world, deal, 'completed')

    expect(await dealNow(world, deal.id)).toMatchObject({ status: 'completed', won: { amountMinor: 100_000 } })
  })

  test('with --now it is won at once, dated today, and its events tell so', async () => {
    const world = await aShop()
    const [deal, early] = [await inPay(world), await aDealIn(world, 'talk')]
    world.setNow('2026-12-03T10:00:00.000Z')

    await publish(world, pipelines('offer'), ['won_after'])
    const { seated } = await follow(world)

    expect(seated).toBe(1)
    expect(await dealNow(world, deal.id)).toMatchObject({
      stage: 'pay',
      status: 'won',
      won: { at: '2026-12-03T10:00:00.000Z', amountMinor: 100_000 },
    })
    expect(await dealNow(world, early.id)).toMatchObject({ status: 'open' })
    const events = await timelineOf(world.ports.deals, deal.id)
    expect(events.at(-1)).toMatchObject({ name: 'deal.reseated', detail: { became: 'won' } })
    expect(foldDeal(events)).toEqual(await dealNow(world, deal.id))
    expect((await follow(world)).seated).toBe(0)
  })

  test('a later publishing that moves it further wins nothing at once that it did not name', async () => {
    const world = await aShop()
    const [deal, early] = [await inPay(world), await aDealIn(world, 'offer')]

    await publish(world, pipelines('offer'), ['won_after'])
    await publish(world, pipelines('talk'))
    await follow(world)

    expect(await dealNow(world, deal.id)).toMatchObject({ status: 'won' })
    expect(await dealNow(world, early.id)).toMatchObject({ status: 'open' })
  })

  test('nor does one that moves it back and another that moves it there again', async () => {
    const world = await aShop()
    const deal = await inPay(world)
    await publish(world, pipelines('offer'), ['won_after'])
    await publish(world, {})
    await publish(world, { ...pipelines('offer'), holidays: '[2026-12-03]' })
    await follow(world)

    expect(await dealNow(world, deal.id)).toMatchObject({ status: 'open' })
  })

  test('what was won by it stays won when the rules are taken back', async () => {
    const world = await aShop()
    const deal = await inPay(world)
    await publish(world, pipelines('offer'), ['pipelines.shop.won_after'])
    await follow(world)

    await rollbackRules(world.ports, await world.as('helen'), { to: 1, note: 'back', expected: 2 })
    await follow(world)

    expect(await dealNow(world, deal.id)).toMatchObject({ status: 'won' })
  })
})

describe('deals come behind it by other ways', () => {
  test('a stage that becomes one behind it: the plan counts its deals, and they are won at their next move', async () => {
    const world = await aShop({ moved: '' })
    const deal = await aDealIn(world, 'offer', { fields: { amount: 100_000, need: 'Soap' } })
    const next: Shop = { ...pipelines('pay', '[talk, pay, settle, after]'), offer: settle, moved: 'shop.offer: settle' }
    const shop: Shop = {
      ...next,
      pipelines: `shop: { name: Shop, stages: [talk, pay, settle, after], won_after: pay }
  works: { name: Works, stages: [settle, pay, after], won_after: pay }`,
      moved: 'offer: settle',
    }

    const plan = await planned(world, shop)
    await publish(world, shop)
    await follow(world)
    await forward(world, deal, 'after')

    expect(plan.nextEntry.find(({ code }) => code === 'won-behind')).toMatchObject({
      key: 'pipelines.shop.won_after',
      deals: 1,
      now: { won: 1 },
    })
    expect(await dealNow(world, deal.id)).toMatchObject({ stage: 'after', status: 'won' })
  })

  test('the order of the stages changes: the same', async () => {
    const world = await aShop()
    await inPay(world)
    const plan = await planned(world, pipelines('offer', '[talk, offer, after, pay]'))
    const same = await planned(world, pipelines('pay', '[talk, pay, offer, after]'))

    expect(plan.nextEntry.filter(({ code }) => code === 'won-after' || code === 'won-behind')).toHaveLength(1)
    expect(same.nextEntry.filter(({ code }) => code === 'won-behind')).toEqual([])
  })
})

const settle = `settle:
    name: Settle
    tasks:
      agree: { do: Agree on the rest, by: owner, due: 2 working days }`
