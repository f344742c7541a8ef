import { beforeAll, expect, test } from 'vitest'

import { mostOpenTasks } from '#domain/deals/task-limit'
import { useEngine } from '#test/support/engine'
import { aDoor, type Door, type Reply } from '#test/support/http'
import { aWorld, type World } from '#test/support/world'

const engine = useEngine()
let world: World
let door: Door
let dealId = ''

beforeAll(async () => {
  world = await aWorld(engine)
  door = await aDoor(world)
  const { body } = await door.post('/deals', { title: 'Tea', pipeline: 'b2b_new', owner: 'anna' })
  dealId = body.id
})

const add = (): Promise<Reply> =>
  door.post(`/deals/${dealId}/tasks`, { do: 'Call', responsible: 'anna', due: '1 working day' })

/** Puts open tasks beside one that was added, straight into the store. */
async function fill(upTo: number): Promise<void> {
  const [first] = await world.ports.deals.tasksOf(dealId)
  if (first === undefined) throw new Error('A task was added before.')
  const have = (await world.ports.deals.tasksOf(dealId)).filter(({ status }) => status === 'open').length
  for (let no = have; no < upTo; no += 25) {
    const some = Array.from({ length: Math.min(25, upTo - no) }, (_, index) => `${first.id}-${no + index}`)
    await Promise.all(some.map((id) => world.ports.deals.openTask({ ...first, id })))
  }
}

test('a deal has at most 500 open tasks, and room for another when one is done', async () => {
  const first = await add()
  await fill(mostOpenTasks)

  const over = await add()
  const done = await door.post(`/tasks/${first.body.id}/completion`, {}, { as: 'anna' })
  const next = await add()
  const again = await door.post(`/tasks/${first.body.id}/reopening`, { reason: 'Wrong number' }, { as: 'anna' })

  expect([over.status, over.body.code]).toEqual([422, 'too_many_tasks'])
  expect(over.body.detail).toContain('500')
  expect([done.status, next.status]).toEqual([200, 201])
  expect([again.status, again.body.code]).toEqual([422, 'too_many_tasks'])
})

test('the tasks of a deal are read page by page, each once', async () => {
  const read: string[] = []
  let path: string | undefined = `/deals/${dealId}/tasks?limit=100`
  let pages = 0
  while (path !== undefined) {
    const page: Reply = await door.get(path, { as: 'anna' })
    expect(page.body.items.length).toBeLessThanOrEqual(100)
    read.push(...page.body.items.map(({ id }: { id: string }) => id))
    path = /<([^>]+)>; rel="next"/.exec(page.headers.get('link') ?? '')?.[1]
    pages += 1
  }
  const all = (await world.ports.deals.tasksOf(dealId)).map(({ id }) => id)

  expect(pages).toBeGreaterThan(4)
  expect(read.toSorted()).toEqual(all.toSorted())
  expect(new Set(read).size).toBe(read.length)
})
