import fc from 'fast-check'
import { expect, test } from 'vitest'

import { consumers } from '#product/lists/consumers'
import type { DomainEvent } from '#schemas/event'
import { changeOwner } from '#usecases/deals/change-owner'
import { loseDeal } from '#usecases/deals/close-deal'
import { createDeal } from '#usecases/deals/create-deal'
import { moveDeal } from '#usecases/deals/move-deal'
import { followDeal } from '#usecases/tasks/follow-deal'
import { postEvent } from '#usecases/deals/post-event'
import { reopenDeal } from '#usecases/deals/reopen-deal'
import { updateDeal } from '#usecases/deals/update-deal'
import { useEngine } from '#test/support/engine'
import { aWorld, type World } from '#test/support/world'
import { runs } from '#test/support/runs'

const engine = useEngine()

const steps = ['forward', 'back', 'lose', 'reopen', 'objection', 'discount', 'date', 'event', 'owner'] as const
type Step = (typeof steps)[number]

/** Does a step if the deal is in a state for it; refusals are part of life. */
async function take(world: World, dealId: string, step: Step, no: number): Promise<void> {
  const command = await world.as('helen')
  const deal = await world.ports.deals.find(dealId)
  if (deal === undefined) return
  const { ports } = world
  const doStep: Record<Step, () => Promise<unknown>> = {
    forward: () => forward(world, dealId),
    back: () => moveDeal(ports, command, dealId, { toStage: 'presentation', reason: 'Once more' }),
    lose: () => loseDeal(ports, command, dealId, { reason: 'price' }),
    reopen: () => reopenDeal(ports, command, dealId, { reason: 'They called' }),
    objection: () => updateDeal(ports, command, dealId, { fields: { objection: no % 2 === 0 ? 'price' : 'none' } }),
    discount: () => updateDeal(ports, command, dealId, { fields: { discount: no % 2 === 0 ? 15 : 5 } }),
    date: () => updateDeal(ports, command, dealId, { fields: { delivery_date: `2026-12-${10 + (no % 15)}` } }),
    event: () => postEvent(ports, command, dealId, { event: 'contract_signed' }),
    owner: () => changeOwner(ports, command, dealId, { owner: no % 2 === 0 ? 'andrew' : 'anna' }),
  }
  await doStep[step]().catch((error: unknown) => {
    if (!(error instanceof Error) || error.name !== 'Refusal') throw error
  })
}

/** Moves to the next stage and brings along everything that the gate asks for. */
async function forward(world: World, dealId: string): Promise<void> {
  const command = await world.as('helen')
  const order = ['presentation', 'general_offer', 'feedback', 'individual_offer', 'contract', 'payment', 'delivery']
  const deal = await world.ports.deals.find(dealId)
  const toStage = order[order.indexOf(deal?.stage ?? '') + 1] ?? 'delivery'
  const fields = { decision_maker: 'x', need: 'y', objection: 'none', amount: 100_00, paid: 100_00, discount: 5 }
  const files = { offer_file: 'o', contract_file: 'c', invoice_number: '1' }
  const move = (complete: string[]) =>
    moveDeal(world.ports, command, dealId, { toStage, fields: { ...fields, ...files }, complete })
  const missing = await move([]).then(
    () => [],
    (error: { extra?: { missing?: { tasks: { id: string }[] } } }) =>
      error.extra?.missing?.tasks.map((task) => task.id) ?? [],
  )
  if (missing.length > 0) await move(missing)
}

/** What must be the same in whatever order events come: which tasks there are, and what became of them. */
async function outcome(world: World, dealId: string): Promise<Record<string, string>> {
  const tasks = await world.ports.deals.tasksOf(dealId)
  return Object.fromEntries(
    tasks
      .filter((task) => task.cancelReason !== 'condition_gone')
      .map((task) => [
        task.id.slice(task.id.indexOf('-')),
        task.status === 'open' ? `open ${task.responsible}` : task.status,
      ]),
  )
}

const run = (world: World, event: DomainEvent) => followDeal(world.ports, [event])

test('late, twice, in any order and after crashes: the tasks come out as if every event had come at once', async () => {
  const world = await aWorld(engine)
  const life = fc.array(fc.record({ step: fc.constantFrom(...steps), deliver: fc.nat(3) }), {
    minLength: 2,
    maxLength: 12,
  })
  let sequences = 0

  await fc.assert(
    fc.asyncProperty(life, fc.infiniteStream(fc.nat(1000)), async (moves, chance) => {
      sequences += 1
      const input = { title: 'One', pipeline: 'b2b_new', owner: 'anna' }
      const prompt = await createDeal(world.ports, await world.as(), input)
      const late = await createDeal(world.ports, await world.as(), input)
      const seen = new Set<string>()
      const pending: DomainEvent[] = []
      const collect = async () => {
        const fresh = (await world.eventsOf(late.id)).filter((event) => !seen.has(event.id))
        for (const event of fresh) seen.add(event.id)
        pending.push(...fresh)
      }
      await world.run(
        consumers.filter(({ name }) => name === 'follow-deal'),
        prompt.id,
      )
      await collect()
      for (const [no, { step, deliver }] of moves.entries()) {
        world.setNow(new Date(Date.parse(world.now()) + 60_000).toISOString())
        await take(world, prompt.id, step, no)
        await take(world, late.id, step, no)
        const fresh = (await world.eventsOf(prompt.id)).at(-1)
        if (fresh !== undefined) await run(world, fresh)
        await collect()
        for (let count = 0; count < deliver && pending.length > 0; count += 1) {
          const at = (chance.next().value ?? 0) % pending.length
          const event = pending[at]
          // Half of them are handed over and not acknowledged: they come again.
          if ((chance.next().value ?? 0) % 2 === 0) pending.splice(at, 1)
          if (event !== undefined) await run(world, event)
        }
      }
      while (pending.length > 0) {
        const [event] = pending.splice((chance.next().value ?? 0) % pending.length, 1)
        if (event !== undefined) await run(world, event)
      }

      const expected = await outcome(world, prompt.id)
      const gone = new Set(
        (await world.ports.deals.tasksOf(prompt.id))
          .filter((task) => task.cancelReason === 'condition_gone')
          .map((task) => task.id.slice(task.id.indexOf('-'))),
      )
      const actual = Object.fromEntries(Object.entries(await outcome(world, late.id)).filter(([id]) => !gone.has(id)))
      expect(actual).toEqual(expected)

      // Replaying everything changes nothing.
      for (const event of await world.eventsOf(late.id)) await run(world, event)
      const replayed = Object.fromEntries(Object.entries(await outcome(world, late.id)).filter(([id]) => !gone.has(id)))
      expect(replayed).toEqual(expected)
    }),
    { numRuns: runs(40) },
  )
  expect(sequences).toBeGreaterThanOrEqual(runs(40))
}, 240_000)
