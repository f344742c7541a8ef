import fc from 'fast-check'
import { expect, test } from 'vitest'

import { consumers } from '#product/lists/consumers'
import { createDeal } from '#usecases/deals/create-deal'
import { sweepDue } from '#usecases/tasks/sweep-due'
import { aCompany, act, hastyRules, type Life, type Round } from '#test/e2e/time-lives'
import { useEngine } from '#test/support/engine'
import { aWorld, aWorldInMemory, employees, hand, type World } from '#test/support/world'
import { everything } from '#test/store/things'

const engine = useEngine()

async function live(world: World, lives: readonly Life[], script: readonly Round[]): Promise<readonly string[]> {
  const ids: string[] = []
  const seen = new Set<string>()
  const settle = async (id: string): Promise<void> => {
    for (;;) {
      const fresh = (await world.eventsOf(id)).filter((event) => !seen.has(event.id))
      if (fresh.length === 0) return
      for (const event of fresh) {
        seen.add(event.id)
        await hand(world.ports, consumers, event)
      }
    }
  }
  for (const life of lives) {
    const fields = { client_type: life.isTrade ? 'company' : 'person', amount: 900_00 }
    const { id } = await createDeal(world.ports, await world.as('helen'), {
      title: 'Machines',
      owner: life.owner,
      fields,
    })
    ids.push(id)
    await settle(id)
  }
  for (const [no, { minutes, sweep }] of script.entries()) {
    world.setNow(new Date(Date.parse(world.now()) + minutes * 60_000).toISOString())
    for (const [deal, life] of lives.entries()) {
      const [doing, id = ''] = [life.doings[no], ids[deal]]
      if (doing !== undefined) await act(world, id, doing)
      // What nobody hears of now comes with the next round.
      if (doing?.letters !== 0) await settle(id)
    }
    if (sweep !== 'no') await sweepDue(world.ports, world.now())
    for (const id of ids) await settle(id)
  }
  return ids
}

/** Everything that a port can show of a world. */
async function pictureOf({ ports: { deals, plans, people, notices } }: World, ids: readonly string[]) {
  const shards = Array.from({ length: 8 }, (_, shard) => shard)
  const staff = employees.map(({ id }) => id)
  const due = shards.map((shard) => everything((page) => deals.due({ shard, before: '2028', ...page }), 50))
  return {
    deals: await Promise.all(ids.map((id) => deals.find(id))),
    tasks: await Promise.all(ids.map((id) => deals.tasksOf(id))),
    clocks: await Promise.all(ids.map((id) => deals.clockOf(id))),
    events: await Promise.all(
      ids.map((id) => everything((page) => deals.events(id, { order: 'newest', ...page }), 20)),
    ),
    due: (await Promise.all(due))
      .flat()
      .map((key) => JSON.stringify(key))
      .toSorted(),
    todo: await Promise.all(
      staff.map((responsible) => everything((page) => deals.openTasks({ responsible, ...page }), 7)),
    ),
    done: await Promise.all(
      staff.map((responsible) => everything((page) => deals.doneTasks({ responsible, month: '2026-12', ...page }), 7)),
    ),
    late: await Promise.all(staff.map((employee) => everything((page) => deals.lateBefore({ employee, ...page }), 7))),
    owned: await Promise.all(staff.map((owner) => everything((page) => deals.byOwner({ owner, ...page }), 3))),
    lateOfAll: (await deals.lateBeforeOf({ employees: staff, limit: 7 })).map(({ items }) => items),
    ownedByAll: (await deals.byOwners({ owners: staff, limit: 3 })).map(({ items }) => items),
    inboxes: await Promise.all(staff.map((one) => everything((page) => notices.inbox(one, page), 9))),
    columns: [await plans.columns('trade'), await plans.columns('retail')],
    facts: await plans.facts('2026-12'),
    ledger: await plans.ledger('2026-12'),
    openDeals: await people.openDeals(),
  }
}

test('lives of deals leave the same in memory as on the engine, down to the last list', async () => {
  const written = { events: 0, overdue: 0, notices: 0, won: 0 }
  const company = fc.asyncProperty(aCompany(5, 8), async ({ lives, rounds }) => {
    const [real, memory] = await Promise.all([
      aWorld(engine, { text: hastyRules }),
      aWorldInMemory({ text: hastyRules }),
    ])

    const [realIds, memoryIds] = [await live(real, lives, rounds), await live(memory, lives, rounds)]

    expect(memoryIds).toEqual(realIds)
    const picture = await pictureOf(memory, memoryIds)
    expect(picture).toEqual(await pictureOf(real, realIds))
    const events = picture.events.flat()
    written.events += events.length
    written.overdue += events.filter(({ name }) => name === 'task.overdue').length
    written.notices += picture.inboxes.flat().length
    written.won += picture.facts.filter(({ count }) => count > 0).length
  })

  await fc.assert(company, { numRuns: 4, endOnFailure: true })

  expect(Math.min(...Object.values(written))).toBeGreaterThan(0)
})
