import { describe, expect, test } from 'vitest'

import { employeeCaller } from '#domain/kernel/access'
import { foldDeal } from '#domain/deals/fold'
import { listDeals } from '#usecases/deals/list-deals'
import { listTasks } from '#usecases/tasks/list-tasks'
import { moveDeal } from '#usecases/deals/move-deal'
import { readBoard } from '#usecases/deals/read-board'
import { searchDeals } from '#usecases/deals/search-deals'
import { readDeal } from '#usecases/deals/read-deal'
import { timelineOf } from '#usecases/deals/deal-as-of'
import { updateDeal } from '#usecases/deals/update-deal'
import { completeTask } from '#usecases/tasks/complete-task'
import type { MemoryWorld } from '#product/memory-world'
import { aDealIn, aShop, follow, proposal, publish } from './shop'

const renamed = { ...proposal, moved: 'offer: proposal' }

/** Everything that Helen sees of a deal. */
async function seen(world: MemoryWorld, id: string) {
  const people = await world.ports.people.load()
  const helen = people.employees['helen']
  if (helen === undefined) throw new Error('Helen is missing.')
  const caller = employeeCaller(helen, people.departments)
  const who = { caller, people }
  const view = await readDeal(world.ports, caller, people, id)
  const { pipeline, stage } = view.deal
  const column = await listDeals(world.ports, who, { pipeline, stage }, { limit: 50 })
  const board = await readBoard(world.ports, who, pipeline)
  const tasks = await listTasks(world.ports, who, { assignee: 'anna', direction: pipeline }, { limit: 50 })
  return {
    stage,
    pipeline,
    next: view.gate.next,
    missing: view.gate.missing.tasks.map(({ template }) => template),
    isInColumn: column.items.some((deal) => deal.id === id),
    counted: board.columns.find((one) => one.stage === stage)?.count,
    tasks: tasks.items.filter(({ dealId }) => dealId === id).map((task) => `${task.stage} ${task.template}`),
  }
}

describe('a stage with another name', () => {
  const inProposal = {
    stage: 'proposal',
    pipeline: 'shop',
    next: 'pay',
    missing: ['write_offer', 'check_terms'],
    isInColumn: true,
    counted: 1,
    tasks: ['proposal write_offer'],
  }

  test('shows every deal under it at once, before any has followed', async () => {
    const world = await aShop()
    const deal = await aDealIn(world, 'offer')

    await publish(world, renamed)

    expect(await seen(world, deal.id)).toEqual(inProposal)
  })

  test('is looked through with those of its deals that have not followed, page by page', async () => {
    const world = await aShop()
    const old = [await aDealIn(world, 'offer'), await aDealIn(world, 'offer')]
    await publish(world, renamed)
    const fresh = await aDealIn(world, 'proposal')
    const people = await world.ports.people.load()
    const helen = people.employees['helen']
    if (helen === undefined) throw new Error('Helen is missing.')
    const who = { caller: employeeCaller(helen, people.departments), people }
    const asked = { pipeline: 'shop', stage: 'proposal', q: old[0]?.title.split(' ')[0] ?? '' }
    const found: string[] = []
    let cursor: string | undefined
    do {
      const page = { limit: 1, ...(cursor === undefined ? {} : { cursor }) }
      const read = await searchDeals(world.ports, who, asked, page)
      found.push(...read.items.map(({ id, stage }) => `${id} in ${stage}`))
      cursor = read.cursor
    } while (cursor !== undefined)

    expect(found.toSorted()).toEqual([fresh, ...old].map(({ id }) => `${id} in proposal`).toSorted())
  })

  test('has its deals seated with everything that is theirs', async () => {
    const world = await aShop()
    const deal = await aDealIn(world, 'offer')
    const before = await world.ports.deals.tasksOf(deal.id)
    await publish(world, renamed)

    const { seated } = await follow(world)

    const now = await world.ports.deals.find(deal.id)
    const tasks = await world.ports.deals.tasksOf(deal.id)
    expect(seated).toBe(1)
    expect(await seen(world, deal.id)).toEqual(inProposal)
    expect(now).toMatchObject({
      id: deal.id,
      version: 2,
      visit: { ...deal.visit, entered: { pipeline: 'shop', stage: 'offer' } },
    })
    expect(tasks.map(({ id, dueAt, rev }) => [id, dueAt, rev])).toEqual(
      before.map(({ id, dueAt, rev }) => [id, dueAt, rev]),
    )
  })

  test('is told on the timeline, from which the deal can be told again', async () => {
    const world = await aShop()
    const deal = await aDealIn(world, 'offer')
    await publish(world, renamed)
    await follow(world)

    const events = await timelineOf(world.ports.deals, deal.id)

    expect(events.at(-1)).toMatchObject({
      name: 'deal.reseated',
      actor: { kind: 'system', id: 'rules' },
      configVersion: 1,
      detail: {
        deal: { stage: 'proposal' },
        from: { stage: 'offer' },
        reseated: { rules: 2, was: { rules: 1, pipeline: 'shop', stage: 'offer' } },
      },
    })
    expect(foldDeal(events)).toEqual(await world.ports.deals.find(deal.id))
  })

  test('lets a deal go on by the gate of its own version, before it was seated', async () => {
    const world = await aShop()
    const deal = await aDealIn(world, 'offer', { fields: { need: 'Tea' } })
    await publish(world, renamed)
    const complete = (await world.ports.deals.tasksOf(deal.id)).map(({ id }) => id)

    const moved = await moveDeal(world.ports, await world.as('helen'), deal.id, { toStage: 'pay', complete })
    await world.settle()

    const events = await timelineOf(world.ports.deals, deal.id)
    expect(moved).toMatchObject({ stage: 'pay', visit: { no: 2, configVersion: 2 } })
    expect(moved.visit).not.toHaveProperty('entered')
    expect(events.at(-1)?.detail).toMatchObject({
      from: { stage: 'proposal' },
      reseated: { rules: 2, was: { stage: 'offer' } },
    })
    expect(foldDeal(events)).toEqual(await world.ports.deals.find(deal.id))
    expect(await follow(world)).toMatchObject({ seated: 0 })
    expect(await seen(world, deal.id)).toMatchObject({ stage: 'pay', counted: 1, isInColumn: true })
  })

  test('does not turn away somebody who saw the deal before it was seated', async () => {
    const world = await aShop()
    const deal = await aDealIn(world, 'offer')
    await publish(world, renamed)
    await follow(world)
    const helen = { ...(await world.as('helen')), ifMatch: deal.version }

    const updated = await updateDeal(world.ports, helen, deal.id, { fields: { need: 'Tea' } })
    const late = updateDeal(world.ports, helen, deal.id, { fields: { need: 'Coffee' } })

    expect(updated.version).toBe(3)
    await expect(late).rejects.toMatchObject({ code: 'precondition_failed' })
  })

  test('through several publishings leads to where the last one has it', async () => {
    const world = await aShop()
    const deal = await aDealIn(world, 'offer')
    const named = (stage: string) => ({
      offer: proposal.offer?.replace('proposal:', `${stage}:`) ?? '',
      pipelines: proposal.pipelines?.replaceAll('proposal', stage) ?? '',
    })
    await publish(world, renamed)
    await publish(world, { ...named('quote'), moved: 'proposal: quote' })
    await publish(world, { ...named('bid'), moved: 'quote: bid' })

    const shown = await seen(world, deal.id)
    await follow(world)

    expect(shown).toEqual({ ...inProposal, stage: 'bid', tasks: ['bid write_offer'] })
    expect(await seen(world, deal.id)).toEqual(shown)
    expect((await world.ports.deals.find(deal.id))?.version).toBe(2)
  })

  test('counts a deal once in its column, whether it was seated or not', async () => {
    const world = await aShop()
    const first = await aDealIn(world, 'offer')
    await aDealIn(world, 'offer')
    await publish(world, renamed)
    await aDealIn(world, 'proposal')

    const before = await seen(world, first.id)
    await follow(world)
    const after = await seen(world, first.id)

    expect([before.counted, after.counted]).toEqual([3, 3])
  })
})

describe('names of other things', () => {
  const fields = 'wish: { type: text }\n  mood: { type: choice, options: [hot, cold] }\n  ready: { type: date }'
  const moved = 'fields.need: wish\n  fields.mood.warm: hot\n  roles.lawyer: counsel'
  const roles = 'counsel: Counsel\n  accountant: Accountant\n  head: Head of sales'
  const offer = (proposal.offer ?? '')
    .replace('proposal', 'offer')
    .replace('[need]', '[wish]')
    .replace('by: lawyer', 'by: counsel')
  const all = { fields, moved, roles, offer }

  test('a field keeps what it holds, and the gate of the old version asks for it', async () => {
    const world = await aShop()
    const full = await aDealIn(world, 'offer', { fields: { need: 'Tea', mood: 'warm' } })
    const empty = await aDealIn(world, 'offer')
    await publish(world, all)

    const shown = await world.ports.deals.find(full.id)
    const helen = await world.as('helen')
    const people = await world.ports.people.load()
    const gates = await Promise.all(
      [full, empty].map(async ({ id }) => (await readDeal(world.ports, helen.caller, people, id)).gate.missing.fields),
    )

    expect(shown?.fields).toEqual({ wish: 'Tea', mood: 'hot' })
    expect(gates).toEqual([[], [{ id: 'wish', name: 'Wish' }]])
  })

  test('are written down by the job, and by whoever changes the deal first', async () => {
    const world = await aShop()
    const one = await aDealIn(world, 'offer', { fields: { need: 'Tea', mood: 'warm' } })
    const other = await aDealIn(world, 'offer', { fields: { need: 'Cups' } })
    await publish(world, all)

    await updateDeal(world.ports, await world.as('helen'), one.id, { fields: { mood: 'cold' } })
    const { seated } = await follow(world)

    expect(seated).toBe(1)
    expect((await world.ports.deals.find(one.id))?.fields).toEqual({ wish: 'Tea', mood: 'cold' })
    for (const { id } of [one, other]) {
      expect(foldDeal(await timelineOf(world.ports.deals, id))).toEqual(await world.ports.deals.find(id))
    }
  })

  test('a role keeps its people, and tasks that open under the old version go to them', async () => {
    const world = await aShop()
    await publish(world, all)
    const deal = await aDealIn(world, 'offer')

    const tasks = await world.ports.deals.tasksOf(deal.id)

    expect((await world.ports.people.load()).employees['lena']?.roles).toEqual(['counsel'])
    expect(tasks.find(({ template }) => template === 'check_terms')).toMatchObject({
      responsible: 'lena',
      role: 'counsel',
    })
  })
})

test('two stages that become one keep telling apart which gate judges whom', async () => {
  const world = await aShop()
  const talk = await aDealIn(world, 'talk')
  const offer = await aDealIn(world, 'offer')
  await publish(world, {
    pipelines:
      'shop: { name: Shop, stages: [offer, pay, after], won_after: pay }\n  works: { name: Works, stages: [offer, pay, after], won_after: pay }',
    moved: 'talk: offer',
  })
  await follow(world)

  const [first, second] = await Promise.all([talk, offer].map(({ id }) => seen(world, id)))

  expect(first).toMatchObject({ stage: 'offer', missing: ['call'], counted: 2 })
  expect(second).toMatchObject({ stage: 'offer', missing: ['write_offer', 'check_terms'] })
})

test('a task of the old version is done by its id after the stage has another name', async () => {
  const world = await aShop()
  const deal = await aDealIn(world, 'offer')
  await publish(world, renamed)

  const task = await completeTask(world.ports, await world.as('anna'), `task_${deal.id.slice(5)}-1-write_offer`, {})

  expect(task).toMatchObject({ status: 'done', stage: 'proposal' })
})
