import { expect, test, vi } from 'vitest'

import { Refusal } from '#domain/kernel/refusal'
import { taskIdOf } from '#domain/kernel/task-id'
import { together } from '#events/side-by-side'
import { undisturbed } from '#usecases/undisturbed'
import { startBackstage } from '#local/backstage'
import { consumers } from '#product/lists/consumers'
import type { Deal } from '#schemas/deal'
import { addTask } from '#usecases/tasks/add-task'
import { changeOwner } from '#usecases/deals/change-owner'
import { loseDeal } from '#usecases/deals/close-deal'
import type { Command } from '#usecases/command'
import { completeTask } from '#usecases/tasks/complete-task'
import { createDeal } from '#usecases/deals/create-deal'
import { moveDeal } from '#usecases/deals/move-deal'
import { updateDeal } from '#usecases/deals/update-deal'
import { everyField } from '#test/e2e/steps'
import { useEngine } from '#test/support/engine'
import { historyFaults } from '#test/support/history-checker'
import { aDoor } from '#test/support/http'
import { useFolder } from '#test/support/temporary-folder'
import { aWorld, type World } from '#test/support/world'

/** What the gate of the first stage asks for: whoever moves the deal may write it. */
const askedFor = { need: everyField.need, decision_maker: everyField.decision_maker }
const engine = useEngine()
const folder = useFolder()
const rivals = 50

async function aDeal(world: World): Promise<Deal> {
  const deal = await createDeal(world.ports, await world.as(), {
    title: 'Machines',
    pipeline: 'b2b_new',
    owner: 'anna',
  })
  await world.run(consumers, deal.id)
  return deal
}

const both = ({ id }: Deal) => [taskIdOf(id, 1, 'send_deck'), taskIdOf(id, 1, 'confirm_seen')]
const faultsIn = ({ ports, table }: World) => historyFaults({ ports, document: engine.client, table })

/** The same for many at once: how each of them ended. */
async function allAtOnce<T>(run: (no: number) => Promise<T>): Promise<{ won: T[]; refused: string[] }> {
  const ends = await Promise.allSettled(Array.from({ length: rivals }, (_, no) => run(no)))
  const won = ends.flatMap((end) => (end.status === 'fulfilled' ? [end.value] : []))
  const refused = ends.flatMap((end) => {
    if (end.status === 'fulfilled') return []
    if (end.reason instanceof Refusal) return [end.reason.code]
    throw end.reason as Error
  })
  return { won, refused }
}

test(`of ${rivals} moves of one deal from one version exactly one wins`, async () => {
  const world = await aWorld(engine)
  const deal = await aDeal(world)
  const commands = await Promise.all(['anna', 'boris', 'helen'].map((id) => world.as(id, { ifMatch: deal.version })))

  const { won, refused } = await allAtOnce((no) => {
    const command = commands[no % 3] as Command
    const move = { toStage: 'general_offer', fields: { ...askedFor, amount: no + 1 }, complete: both(deal) }
    return moveDeal(world.ports, command, deal.id, move)
  })
  await world.run(consumers, deal.id)

  expect(won).toHaveLength(1)
  expect(refused).toHaveLength(rivals - 1)
  expect(new Set([...refused, 'version_conflict', 'precondition_failed'])).toEqual(
    new Set(['version_conflict', 'precondition_failed']),
  )
  expect(await world.ports.deals.find(deal.id)).toEqual(won[0])
  expect(await world.eventsOf(deal.id)).toHaveLength(2)
  expect(await faultsIn(world)).toEqual([])
})

test(`of ${rivals} moves at the door exactly one is answered 200, the others 409 or 412`, async () => {
  const world = await aWorld(engine)
  const deal = await aDeal(world)
  const { post } = await aDoor(world)

  const move = { toStage: 'general_offer', fields: askedFor, complete: both(deal) }
  const { won } = await allAtOnce(() => post(`/deals/${deal.id}/moves`, move, { headers: { 'if-match': '"1"' } }))

  const statuses = won.map(({ status }) => status)
  expect(statuses.filter((status) => status === 200)).toHaveLength(1)
  expect(statuses.filter((status) => status === 409 || status === 412)).toHaveLength(rivals - 1)
})

const commands: Readonly<Record<string, (world: World, deal: Deal, command: Command) => Promise<unknown>>> = {
  'creating a deal': ({ ports }, _, command) =>
    createDeal(ports, command, { title: 'New', pipeline: 'b2b_new', owner: 'anna' }),
  'moving a deal': ({ ports }, deal, command) =>
    moveDeal(ports, command, deal.id, { toStage: 'general_offer', fields: askedFor, complete: both(deal) }),
  'losing a deal': ({ ports }, deal, command) => loseDeal(ports, command, deal.id, { reason: 'price' }),
  'giving a deal away': ({ ports }, deal, command) => changeOwner(ports, command, deal.id, { owner: 'andrew' }),
  'changing fields': ({ ports }, deal, command) => updateDeal(ports, command, deal.id, { fields: { amount: 5_00 } }),
  'completing a task': ({ ports }, deal, command) =>
    completeTask(ports, command, taskIdOf(deal.id, 1, 'send_deck'), {}),
  'adding a task': ({ ports }, deal, command) =>
    addTask(ports, command, deal.id, { do: 'Ring', by: 'owner', due: '1 working day' }),
}

test.each(Object.entries(commands))(`%s ${rivals} times with one key has one effect and one answer`, async (_, run) => {
  const world = await aWorld(engine)
  const deal = await aDeal(world)
  const once = { key: 'one key', requestHash: 'one request', status: 200 }
  const correlationId = 'cor_one'
  const command = await world.as('helen', { once, correlationId })

  const { won, refused } = await allAtOnce(() => run(world, deal, command))
  const later = await run(world, deal, command)
  const other = { ...command, once: { ...once, requestHash: 'another request' } }
  const misused = await run(world, deal, other).catch((error: Refusal) => error.code)

  expect(refused).toEqual([])
  expect(won).toEqual(Array.from({ length: rivals }, () => later))
  expect(misused).toBe('idempotency_key_reused')
  const told = [{ correlationId: 'cor_test', outcome: 'done' } as const, { correlationId, outcome: 'done' } as const]
  const ids = [
    deal.id,
    ...won.flatMap((answer) => ((answer as Deal).id.startsWith('deal_') ? [(answer as Deal).id] : [])),
  ]
  for (const id of new Set(ids)) await world.run(consumers, id)
  expect(await historyFaults({ ports: world.ports, document: engine.client, table: world.table }, told)).toEqual([])
})

test('consumers that handle one event at the same time do it once', async () => {
  const world = await aWorld(engine)
  const { ports } = world
  const helen = await world.as('helen')
  const command = await world.as()
  const deal = await createDeal(ports, command, {
    title: 'Machines',
    pipeline: 'b2b_new',
    owner: 'anna',
    stage: 'payment',
  })
  const complete = [taskIdOf(deal.id, 1, 'check_payment')]
  await moveDeal(ports, command, deal.id, { toStage: 'delivery', fields: everyField, complete })
  await changeOwner(ports, helen, deal.id, { owner: 'andrew' })

  for (const event of await world.eventsOf(deal.id)) {
    const failed = await Promise.all(
      consumers
        .filter(({ on }) => on.includes(event.name))
        .flatMap((consumer) => Array.from({ length: 12 }, () => consumer.run(ports, [event]))),
    )
    expect(failed.flat()).toEqual([])
  }

  expect(await faultsIn(world)).toEqual([])
})

test('people, and consumers of every event, who are at one deal at the same time leave it whole', async () => {
  const world = await aWorld(engine)
  const { ports } = world
  const deal = await aDeal(world)
  const helen = await world.as('helen')
  const owners = ['anna', 'andrew', 'fedor']
  const acts: readonly ((no: number) => Promise<unknown>)[] = [
    (no) => changeOwner(ports, helen, deal.id, { owner: owners[no % 3] ?? 'anna' }),
    (no) => updateDeal(ports, helen, deal.id, { fields: { amount: no + 1 } }),
    (no) => addTask(ports, helen, deal.id, { do: `Ring ${no}`, by: 'owner', due: '1 working day' }),
    () => completeTask(ports, helen, taskIdOf(deal.id, 1, 'send_deck'), {}),
    () => world.run(consumers, deal.id),
    () => moveDeal(ports, helen, deal.id, { toStage: 'general_offer', fields: askedFor, complete: both(deal) }),
  ]

  const { won, refused } = await allAtOnce((no) => acts[no % acts.length]?.(no) ?? Promise.resolve())
  await world.run(consumers, deal.id)

  expect(new Set(refused)).toEqual(new Set(['version_conflict']))
  expect(won.length).toBeGreaterThan(1)
  expect(await faultsIn(world)).toEqual([])
})

/** Adds so many tasks to a deal, some at once, as an integration does. */
async function addTasks({ ports, as }: World, deal: Deal, count: number): Promise<void> {
  const helen = await as('helen')
  const add = (no: number) => addTask(ports, helen, deal.id, { do: `Ring ${no}`, by: 'owner', due: '1 working day' })
  for (let no = 0; no < count; no += 4) {
    await Promise.all([0, 1, 2, 3].map((more) => undisturbed(() => add(no + more))))
  }
}

test('what follows from a hundred tasks that are added to one deal in a moment is done at the first attempt', async () => {
  const world = await aWorld(engine)
  const faults = vi.spyOn(console, 'error').mockReturnValue()
  const [dataDir, zone] = [folder.path('data'), 'Europe/Moscow']
  const { store } = engine
  const backstage = await startBackstage(world.ports, {
    dataDir,
    store,
    table: world.table,
    zone,
    log: () => undefined,
    schedulesRest: true,
  })
  const deal = await createDeal(world.ports, await world.as(), {
    title: 'Machines',
    pipeline: 'b2b_new',
    owner: 'anna',
  })

  await addTasks(world, deal, 100)
  await backstage.idle()
  await backstage.stop()

  expect(faults.mock.calls).toEqual([])
  expect(await faultsIn(world)).toEqual([])
})

test('functions that know nothing of each other keep up with a deal that goes on changing', async () => {
  const world = await aWorld(engine)
  const deal = await aDeal(world)
  await addTasks(world, deal, 80)
  const faults = vi.spyOn(console, 'error').mockReturnValue()
  const events = (await world.eventsOf(deal.id)).values()
  const aFunction = async () => {
    const follow = together(async () => (await import('#workday/usecases/follow-deal')).followWholeDeal)
    const failed: string[] = []
    for (const event of events) failed.push(...(await follow(world.ports, [event])))
    return failed
  }

  const [failed] = await Promise.all([Promise.all(Array.from({ length: 12 }, aFunction)), addTasks(world, deal, 40)])

  expect(failed.flat()).toEqual([])
  expect(faults.mock.calls).toEqual([])
})
