import { readFileSync } from 'node:fs'

import { describe, expect, test } from 'vitest'

import { check } from '#config/check'
import { consumers } from '#product/lists/consumers'
import type { Fields } from '#schemas/deal'
import type { Model } from '#schemas/model'
import type { Task } from '#schemas/task'
import { sampleOf } from '#trial/fill-gate'
import { createDeal } from '#usecases/deals/create-deal'
import { aDoor, type Door, type Reply } from '#test/support/http'
import { aWorldInMemory, type World } from '#test/support/world'

const text = readFileSync('pipelines.yaml', 'utf8')
const { model } = check(text) as { readonly model: Model }
/** What would open every gate. */
const everything: Fields = Object.fromEntries(
  Object.values(model.fields)
    .filter(({ formula }) => formula === undefined)
    .map((field) => [field.id, field.id === 'discount' ? 0 : sampleOf(field, '2026-12-01')]),
)
/** Who sells in a direction, of the test company. */
const sellers: Readonly<Record<string, string>> = { b2b_new: 'anna', b2b_repeat: 'fedor', b2c_new: 'cyril' }

type Scene = { readonly world: World; readonly door: Door; readonly deal: string; readonly seller: string }

async function aScene(pipeline: string, stage: string): Promise<Scene> {
  const world = await aWorldInMemory({ text })
  const seller = sellers[pipeline] ?? 'cyril'
  const input = { title: 'One', pipeline, owner: seller, stage }
  const { id } = await createDeal(world.ports, await world.as(), input)
  await world.run(consumers, id)
  return { world, door: await aDoor(world), deal: id, seller }
}

async function openTasks({ world, deal }: Scene): Promise<readonly Task[]> {
  return (await world.ports.deals.tasksOf(deal)).filter(({ status }) => status === 'open')
}

/** Writes fields of the deal as it is now. */
async function write({ world, door, deal }: Scene, as: string, fields: Fields): Promise<Reply> {
  const { version = 0 } = (await world.ports.deals.find(deal)) ?? {}
  return door.ask('PATCH', `/deals/${deal}`, { as, body: { fields }, headers: { 'if-match': `"${version}"` } })
}

/** Roads round the gate: by another deal, another person’s place, a deal that ends and goes on. All of them lead nowhere. */
async function tryRoundAbout(scene: Scene, as: string, next: string): Promise<readonly string[]> {
  const { door, deal } = scene
  const { body } = await door.get(`/deals/${deal}`, { as })
  const { pipeline } = body.deal
  const why = 'Because'
  const [task] = await openTasks(scene)
  const away = [{ from: '2026-11-30', to: '2026-12-30', deputy: as }]
  const roads: readonly (readonly [method: string, path: string, body: object])[] = [
    ['POST', '/deals', { title: 'Another', pipeline, owner: as, stage: next }],
    ['POST', '/deals', { title: 'Another', pipeline, owner: as, fields: { paid: 1 } }],
    ['PUT', `/deals/${deal}/attribution`, { owner: as, reason: why }],
    ['POST', `/deals/${deal}/reopening`, { toStage: next, reason: why }],
    ['PUT', `/employees/${as}`, { name: as, department: 'office', roles: ['accountant'], active: true }],
    [
      'PUT',
      '/employees/alex',
      { name: 'Alex', department: 'office', roles: ['accountant'], active: true, absences: away },
    ],
    ['PUT', '/departments/office', { name: 'Office', parent: null, head: as }],
    ['POST', '/handovers', { from: 'alex', to: [as] }],
    ['POST', '/keys', { name: 'Mine', scopes: { books_edit: 'all' }, days: 3 }],
    ['POST', `/deals/${deal}/tasks`, { do: 'Another', by: 'nobody_at_all', due: '1 working day' }],
  ]
  const passed: string[] = []
  for (const [method, path, sent] of roads) {
    const { status } = await door.ask(method, path, { as, body: sent })
    if (status < 400 || status >= 500) passed.push(`${method} ${path}: ${status}`)
  }
  const many = { tasks: [task?.id], deals: [deal], reason: why }
  const given = await door.post('/changes', { ...many, deals: [], giveTo: as }, { as })
  const written = await door.post('/changes', { ...many, tasks: [], fields: { paid: 1 } }, { as })
  passed.push(...[given, written].flatMap(({ body: { done } }) => (done ?? []) as string[]))
  await door.post(`/deals/${deal}/loss`, { reason: 'price' }, { as })
  const late = await door.post(`/deals/${deal}/reopening`, { toStage: next, reason: why }, { as })
  if (late.status < 400) passed.push('reopened behind the gate')
  await door.post(`/deals/${deal}/reopening`, { reason: why }, { as })
  return passed
}

/** Every road of the API by which somebody might get a deal past its gate: fields, tasks, taking them, moving with both. */
async function tryEveryRoad(scene: Scene, as: string, next: string): Promise<void> {
  const { world, door, deal } = scene
  const written: Reply[] = []
  for (const [field, value] of Object.entries(everything)) written.push(await write(scene, as, { [field]: value }))
  // Some are theirs to write, and some are not: none was refused for its form alone.
  expect([...new Set(written.map(({ status }) => status))].toSorted()).toEqual([200, 403])
  for (let round = 0; round < 3; round += 1) {
    for (const { id } of await openTasks(scene)) {
      await door.ask('PUT', `/tasks/${id}/responsible`, { as, body: { responsible: as } })
      await door.post(`/tasks/${id}/completion`, { fields: everything }, { as })
      await door.post(`/tasks/${id}/cancellation`, { reason: 'Not needed' }, { as })
    }
    await world.run(consumers, deal)
  }
  const complete = (await openTasks(scene)).map(({ id }) => id)
  const roads: readonly object[] = [
    { toStage: next, fields: everything, complete },
    { toStage: next, complete },
    { toStage: next, override: { reason: 'Because' } },
    { toStage: 'completed', fields: everything, complete },
  ]
  for (const body of roads) await door.post(`/deals/${deal}/moves`, body, { as })
  await door.post(
    `/deals/${deal}/events`,
    { event: 'payment_received', fields: { paid: everything['amount'] } },
    { as },
  )
  await world.run(consumers, deal)
}

describe.each(['b2b_new', 'b2b_repeat', 'b2c_new', 'b2c_repeat'])('%s', (pipeline) => {
  const stages = model.pipelines[pipeline]?.stages ?? []
  const won = stages.findIndex(({ id }) => id === model.pipelines[pipeline]?.wonAfter)

  test('a seller alone does not get it past the payment, by whatever road of the API', async () => {
    const scene = await aScene(pipeline, stages[won]?.id ?? '')

    const next = stages[won + 1]?.id ?? ''
    await tryEveryRoad(scene, scene.seller, next)
    expect(await tryRoundAbout(scene, scene.seller, next)).toEqual([])
    await scene.world.run(consumers, scene.deal)
    await tryEveryRoad(scene, scene.seller, next)

    const { body } = await scene.door.get(`/deals/${scene.deal}`, { as: scene.seller })
    expect(body.deal).toMatchObject({ status: 'open', stage: stages[won]?.id })
    expect(body.deal.fields.paid ?? null).toBeNull()
  })

  test('the accountant has the payment on their own day, and does it without being the owner', async () => {
    const scene = await aScene(pipeline, stages[won]?.id ?? '')
    const own = await scene.door.get('/tasks?assignee=me&state=open', { as: 'alex' })
    const tasks = (own.body.items as readonly Task[]).filter(({ dealId }) => dealId === scene.deal)

    const done: Reply[] = [await write(scene, 'alex', { paid: 100_000 })]
    for (const { id } of tasks) done.push(await scene.door.post(`/tasks/${id}/completion`, {}, { as: 'alex' }))

    expect(tasks.map(({ template }) => template)).toContain('check_payment')
    expect(done.map(({ status }) => status)).toEqual(done.map(() => 200))
  })
})

test('the lawyer has the contract on their own day, and does it without being the owner; the seller is told whose it is', async () => {
  const scene = await aScene('b2b_new', 'contract')
  const own = await scene.door.get('/tasks?assignee=me&state=open', { as: 'lena' })
  const [task] = (own.body.items as readonly Task[]).filter(({ dealId }) => dealId === scene.deal)

  const byOther = await scene.door.post(`/tasks/${task?.id}/completion`, {}, { as: scene.seller })
  const blocked = await scene.door.post(`/deals/${scene.deal}/moves`, { toStage: 'payment' }, { as: scene.seller })
  const written = await write(scene, 'lena', { contract_file: 'https://docs.example/signed.pdf' })
  const byOwn = await scene.door.post(`/tasks/${task?.id}/completion`, {}, { as: 'lena' })

  expect([byOther.status, byOther.body.code]).toEqual([403, 'not_your_task'])
  expect([blocked.status, blocked.body.code]).toEqual([409, 'gate_blocked'])
  expect(JSON.stringify(blocked.body)).toContain('lena')
  expect([written.status, byOwn.status]).toEqual([200, 200])
})
