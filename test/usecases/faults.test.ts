import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import { expect, test, vi } from 'vitest'

import { foldDeal } from '#domain/deals/fold'
import { taskIdOf } from '#domain/kernel/task-id'
import type { Consumer } from '#events/consumer'
import { consumers } from '#product/lists/consumers'
import type { Deal } from '#schemas/deal'
import type { DomainEvent } from '#schemas/event'
import { addTask } from '#usecases/tasks/add-task'
import { changeOwner } from '#usecases/deals/change-owner'
import { cancelDeal, loseDeal } from '#usecases/deals/close-deal'
import type { Command } from '#usecases/command'
import { completeTask } from '#usecases/tasks/complete-task'
import { createDeal } from '#usecases/deals/create-deal'
import { moveDeal } from '#usecases/deals/move-deal'
import { postEvent } from '#usecases/deals/post-event'
import { reopenDeal } from '#usecases/deals/reopen-deal'
import { updateDeal } from '#usecases/deals/update-deal'
import { everyField } from '#test/e2e/steps'
import { useEngine } from '#test/support/engine'
import { faultKinds, injectFaults } from '#test/support/faults'
import { dealFaults, everyItem, historyFaults, readHistory, type Told } from '#test/support/history-checker'
import { aWorld, hand, type World } from '#test/support/world'

const engine = useEngine()

test('an event that comes after a younger one takes no task away that the younger one brought', async () => {
  const world = await aWorld(engine)
  const { ports } = world
  const deal = await createDeal(ports, await world.as(), { title: 'Machines', pipeline: 'b2b_new', owner: 'anna' })
  await world.run(consumers, deal.id)
  await updateDeal(ports, await world.as('anna'), deal.id, { title: 'Coffee machines' })
  world.setNow('2026-12-01T07:02:00.000Z')
  await completeTask(ports, await world.as('anna'), taskIdOf(deal.id, 1, 'send_deck'), {})
  const [, updated, done] = await world.eventsOf(deal.id)

  for (const event of [done, updated]) if (event !== undefined) await hand(ports, consumers, event)

  const brought = await ports.deals.findTask(deal.id, taskIdOf(deal.id, 1, 'confirm_seen'))
  expect(brought).toMatchObject({ status: 'open', createdAt: '2026-12-01T07:02:00.000Z' })
  expect(await dealFaults(ports, await ports.people.load(), await readHistory(ports, deal.id))).toEqual([])
})

const afterCancelling: Readonly<Record<string, (world: World, dealId: string) => Promise<unknown>>> = {
  'its amount is corrected': async (world, dealId) =>
    updateDeal(world.ports, await world.as('helen'), dealId, { fields: { amount: 70_00 }, reason: 'Returned one' }),
  'it is reopened before the win': async (world, dealId) =>
    reopenDeal(world.ports, await world.as('helen'), dealId, { reason: 'They called', toStage: 'contract' }),
}

test.each(Object.entries(afterCancelling))(
  'a cancelled deal stays what its events add up to when %s',
  async (_, act) => {
    const world = await aWorld(engine)
    const { ports } = world
    const input = { title: 'Machines', pipeline: 'b2b_new', owner: 'anna', stage: 'payment' }
    const deal = await createDeal(ports, await world.as(), input)
    const complete = [taskIdOf(deal.id, 1, 'check_payment')]
    const fields = { amount: 50_00, paid: 50_00 }
    await moveDeal(ports, await world.as(), deal.id, { toStage: 'delivery', fields, complete })
    await cancelDeal(ports, await world.as('helen'), deal.id, { reason: 'refund' })

    await act(world, deal.id)

    expect(foldDeal(await world.eventsOf(deal.id))).toEqual(await ports.deals.find(deal.id))
  },
)

/** A deal that is worked on, won, corrected, given away, cancelled and reopened before the win, lost: each told at once. */
const life: readonly ((world: World, id: string) => Promise<unknown>)[] = [
  async (world, id) => completeTask(world.ports, await world.as('helen'), taskIdOf(id, 1, 'draft_contract'), {}),
  async (world, id) => postEvent(world.ports, await world.as(), id, { event: 'contract_signed' }),
  (world, id) => forward(world, id, 'payment', ['send_invoice', 'get_signature']),
  (world, id) => forward(world, id, 'delivery', ['check_payment']),
  async (world, id) => updateDeal(world.ports, await world.as(), id, { fields: { delivery_date: '2026-12-20' } }),
  async (world, id) =>
    updateDeal(world.ports, await world.as('helen'), id, { fields: { amount: 120_00 }, reason: 'They took one more' }),
  async (world, id) => changeOwner(world.ports, await world.as('helen'), id, { owner: 'andrew' }),
  async (world, id) => cancelDeal(world.ports, await world.as('helen'), id, { reason: 'refund' }),
  async (world, id) => reopenDeal(world.ports, await world.as('helen'), id, { reason: 'Again', toStage: 'feedback' }),
  async (world, id) => loseDeal(world.ports, await world.as('helen'), id, { reason: 'price' }),
]

async function forward(world: World, id: string, toStage: string, done: readonly string[]): Promise<unknown> {
  const visit = (await world.ports.deals.find(id))?.visit.no ?? 1
  const complete = done.map((template) => taskIdOf(id, visit, template))
  return moveDeal(world.ports, await world.as(), id, { toStage, fields: everyField, complete })
}

type Handing = (consumer: Consumer, event: DomainEvent, world: World) => Promise<void>

/** Lives the life; every event is handed to its consumers as soon as it is there, in the way that is given. */
async function lived(handing: Handing): Promise<World> {
  const world = await aWorld(engine)
  const input = { title: 'Machines', pipeline: 'b2b_new', owner: 'anna', stage: 'contract' }
  const { id } = await createDeal(world.ports, await world.as(), input)
  const seen = new Set<string>()
  const tell = async () => {
    for (let fresh = await unseen(world, id, seen); fresh.length > 0; fresh = await unseen(world, id, seen)) {
      for (const event of fresh) {
        for (const consumer of consumers.filter(({ on }) => on.includes(event.name)))
          await handing(consumer, event, world)
      }
    }
  }
  await tell()
  for (const act of life) {
    world.setNow(new Date(Date.parse(world.now()) + 3_600_000).toISOString())
    await act(world, id)
    await tell()
  }
  return world
}

async function unseen(world: World, id: string, seen: Set<string>): Promise<readonly DomainEvent[]> {
  const fresh = (await world.eventsOf(id)).filter((event) => !seen.has(event.id))
  for (const event of fresh) seen.add(event.id)
  return fresh
}

const plainly: Handing = async (consumer, event, { ports }) => {
  expect(await consumer.run(ports, [event])).toEqual([])
}

test.each(faultKinds)(
  'consumers whose n-th request fails (%s) and that are asked again leave the same, whatever n is',
  async (kind) => {
    vi.spyOn(console, 'error').mockImplementation(() => undefined)
    const undisturbed = await lived(plainly)
    const expected = await everyItem({ document: engine.client, table: undisturbed.table })
    const struckBy = new Map<string, number>()
    let isReached = true

    for (let request = 0; isReached; request += 1) {
      isReached = false
      const world = await lived(async (consumer, event, { ports }) => {
        const faults = injectFaults(engine.client)
        faults.nextRequest(kind, request)
        const requests = countRequests(engine.client)
        const failed = await consumer.run(ports, [event]).catch(() => [event.id])
        faults.remove()
        if (requests() > request) isReached = true
        if (faults.struck()[kind] > 0) struckBy.set(consumer.name, (struckBy.get(consumer.name) ?? 0) + 1)
        if (failed.length > 0) await plainly(consumer, event, { ports } as World)
      })
      expect(await everyItem({ document: engine.client, table: world.table })).toEqual(expected)
      expect(await historyFaults({ ports: world.ports, document: engine.client, table: world.table })).toEqual([])
    }

    // What hears of arrivals, messages, files of 1C or clients alone has nothing to do here.
    // By these rules no stage makes papers by itself, and clients stay where they are: test/documents and test/clients break off what does.
    const ofDeals = consumers.filter(
      ({ name, on }) =>
        !name.startsWith('make-') &&
        name !== 'follow-owner' &&
        on.some((one) => !/^(?:arrival|client|exchange|load|message)\./.test(one)),
    )
    // Only books are kept in transactions: elsewhere there is no conflict to be had.
    const hit = kind === 'conflict' ? ['keep-column-counters', 'keep-plan-ledger'] : ofDeals.map(({ name }) => name)
    expect([...struckBy.keys()]).toEqual(expect.arrayContaining(hit))
  },
  240_000,
)

const commands: Readonly<Record<string, (world: World, id: string, command: Command) => Promise<unknown>>> = {
  'create a deal': ({ ports }, _, command) =>
    createDeal(ports, command, { title: 'New', pipeline: 'b2b_new', owner: 'anna' }),
  'update a deal': ({ ports }, id, command) => updateDeal(ports, command, id, { fields: { amount: 5 } }),
  'move a deal': ({ ports }, id, command) =>
    moveDeal(ports, command, id, { toStage: 'feedback', complete: [taskIdOf(id, 1, 'send_general_offer')] }),
  'lose a deal': ({ ports }, id, command) => loseDeal(ports, command, id, { reason: 'price' }),
  'give a deal away': ({ ports }, id, command) => changeOwner(ports, command, id, { owner: 'andrew' }),
  'post an event': ({ ports }, id, command) => postEvent(ports, command, id, { event: 'contract_signed' }),
  'complete a task': ({ ports }, id, command) =>
    completeTask(ports, command, taskIdOf(id, 1, 'send_general_offer'), {}),
  'add a task': ({ ports }, id, command) =>
    addTask(ports, command, id, { do: 'Ring', by: 'owner', due: '1 working day' }),
}

test.each(Object.entries(commands))(
  'to %s has one effect when any of its requests fails and it is repeated under its key',
  async (name, run) => {
    const world = await aWorld(engine)
    const told: Told[] = []
    const ids: string[] = []
    let struck = 0

    for (const kind of faultKinds) {
      for (let request = 0, isReached = true; isReached; request += 1) {
        const first = { correlationId: `cor_first_${kind}_${request}` }
        const input = { title: 'Machines', pipeline: 'b2b_new', owner: 'anna', stage: 'general_offer' }
        const { id } = await createDeal(world.ports, await world.as(undefined, first), input)
        const correlationId = `cor_${kind}_${request}`
        const command = await world.as('helen', {
          correlationId,
          once: { key: correlationId, requestHash: name, status: 200 },
        })
        const faults = injectFaults(engine.client)
        faults.nextRequest(kind, request)
        const requests = countRequests(engine.client)
        const answer = await run(world, id, command).catch(() => undefined)
        faults.remove()
        struck += faults.struck()[kind]
        isReached = requests() > request
        const again = await run(world, id, command)
        if (answer !== undefined) expect(again).toEqual(answer)
        expect(await run(world, id, command)).toEqual(again)
        told.push({ ...first, outcome: 'done' }, { correlationId, outcome: 'done' })
        ids.push(id, ...(name === 'create a deal' ? [(again as Deal).id] : []))
      }
    }
    for (const id of ids) await world.run(consumers, id)

    expect(struck).toBeGreaterThan(faultKinds.length)
    expect(await historyFaults({ ports: world.ports, document: engine.client, table: world.table }, told)).toEqual([])
  },
  120_000,
)

/** How many requests a client has been asked for since. */
function countRequests(client: DynamoDBDocumentClient): () => number {
  let count = 0
  client.middlewareStack.add((next) => (args) => ((count += 1), next(args)), {
    step: 'initialize',
    name: 'counter',
    priority: 'high',
    override: true,
  })
  return () => {
    client.middlewareStack.remove('counter')
    return count
  }
}
