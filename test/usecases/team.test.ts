import { parse } from 'node-html-parser'
import { beforeEach, expect, test } from 'vitest'

import { consumers } from '#product/lists/consumers'
import { employeeCaller } from '#domain/kernel/access'
import type { Deal } from '#schemas/deal'
import type { Employee } from '#schemas/people'
import { useEngine } from '#test/support/engine'
import { pagesOn } from '#test/pages/support'
import { meter } from '#test/support/meter'
import { aWorld, aWorldInMemory, departments, employees, type World } from '#test/support/world'
import { changeMany } from '#usecases/team/change-many'
import { leadsOthers, readTeam, type TeamRow } from '#usecases/team/read-team'
import { createDeal } from '#usecases/deals/create-deal'
import { refreshPace } from '#usecases/plan/refresh-pace'
import { readStandings } from '#reports/usecases/read-standings'
import { readTeamDay } from '#workday/usecases/read-team-day'
import { completeTask } from '#usecases/tasks/complete-task'

const engine = useEngine()
let world: World
let deal: Deal

beforeEach(async () => {
  world = await aWorldInMemory({ now: '2026-12-01T07:00:00.000Z' })
  deal = await createDeal(world.ports, await world.as(), { title: 'Machines', pipeline: 'b2b_new', owner: 'anna' })
  await world.run(consumers, deal.id)
})

const rowsOf = async (who: string): Promise<Readonly<Record<string, TeamRow>>> => {
  const employee = employees.find((one) => one.id === who)
  if (employee === undefined) throw new Error(`Nobody is called ${who}.`)
  const org = Object.fromEntries(departments.map((one) => [one.id, one]))
  const people = await world.ports.people.load()
  const { rows } = await readTeam(world.ports, { caller: employeeCaller(employee, org), people })
  return Object.fromEntries(rows.map((row) => [row.employee.id, row]))
}
const taskOf = async (who: string): Promise<string> =>
  (await world.ports.deals.openTasks({ responsible: who, limit: 1 })).items[0]?.id ?? ''

test('a head sees the people below, each with what is late and what is due today', async () => {
  world.setNow('2026-12-20T07:00:00.000Z')
  const boris = await rowsOf('boris')

  expect(Object.keys(boris)).toEqual(['anna'])
  expect(boris['anna']).toMatchObject({ late: 1, today: 0 })
  expect(Object.keys(await rowsOf('clara'))).toEqual([])
})

test('whoever sees the deals of all but changes only their own leads nobody; whoever only watches sees all', async () => {
  const rights = { deals_read: 'all' } as const
  const lena = employees.find(({ id }) => id === 'lena')
  if (lena === undefined) throw new Error('Nobody is called lena.')
  const teamOf = async (who: Employee) => {
    const people = await world.ports.people.load()
    const caller = employeeCaller(who, people.departments)
    return [leadsOthers(caller), (await readTeam(world.ports, { caller, people })).rows.length > 0]
  }

  expect(await teamOf({ ...lena, rights })).toEqual([false, false])
  expect(await teamOf({ ...lena, rights: { ...rights, deals_edit: 'none' } })).toEqual([true, true])
})

test('what was given away late is late with whoever had it, and taken over by whoever has it', async () => {
  world.setNow('2026-12-20T07:00:00.000Z')
  const task = await taskOf('anna')
  const page = async () => (await pagesOn(world)(`/app/deals/${deal.id}`, { as: 'helen' })).text()
  expect(await page()).toMatch(/— Anna, [^<]+</)
  await changeMany(world.ports, await world.as('boris'), { tasks: [task], giveTo: 'boris', reason: 'Too late' })

  // Whoever has it for the manager is not called the manager.
  expect(await page()).toContain('— Boris<')
  const rows = await rowsOf('helen')

  expect(rows['anna']).toMatchObject({ late: 1, handedOn: 1, takenOver: 0 })
  expect(rows['boris']).toMatchObject({ late: 0, handedOn: 0, takenOver: 1 })
  // What is `none` is left out on a phone: what was taken over is not.
  const team = await (await pagesOn(world)('/app/team', { as: 'helen' })).text()
  const lateOf = (who: string) => parse(team).querySelector(`#person-${who} .lead`)
  expect(lateOf('boris')?.text).toContain('(+')
  expect(lateOf('boris')?.classList.contains('none')).toBe(false)
  expect(lateOf('anna')?.classList.contains('bad')).toBe(true)
})

test('what somebody who has left still has is seen until others have it', async () => {
  const { ports } = world
  const anna = employees.find(({ id }) => id === 'anna')
  if (anna === undefined) throw new Error('Nobody is called anna.')
  await createDeal(ports, await world.as(), { title: 'Machines', pipeline: 'b2b_new', owner: 'andrew' })
  const task = await taskOf('anna')
  await ports.people.saveEmployee({ ...anna, active: false })
  world.setNow('2027-02-01T07:00:00.000Z')
  expect((await rowsOf('helen'))['anna']).toMatchObject({ late: 1, stuck: [{ deal: { id: deal.id } }] })
  const page = await (await pagesOn(world)('/app/team', { as: 'helen' })).text()
  expect(page).toMatch(/id="person-anna".*has left/)

  await changeMany(ports, await world.as('helen'), { deals: [deal.id], giveTo: 'andrew', reason: 'Left' })
  await world.run(consumers, deal.id)
  expect((await rowsOf('helen'))['anna']).toMatchObject({ late: 1, handedOn: 1, stuck: [] })
  await changeMany(ports, await world.as('helen'), { tasks: [task], dueAt: '2027-02-02T07:00:00.000Z', reason: 'Left' })
  expect(Object.keys(await rowsOf('helen'))).not.toContain('anna')
})

test('of those who have left the first fifty without deals are asked for tasks, twenty at once, and only where a page is the last', async () => {
  const { ports } = world
  const anna = employees.find(({ id }) => id === 'anna')
  if (anna === undefined) throw new Error('Nobody is called anna.')
  world.setNow('2026-12-20T07:00:00.000Z')
  await changeMany(ports, await world.as('boris'), { deals: [deal.id], giveTo: 'andrew', reason: 'Left' })
  await world.run(consumers, deal.id)
  await ports.people.saveEmployee({ ...anna, active: false })
  const gone = Array.from({ length: 90 }, (_, no) => `gone-${no + 10}`)
  const staff = Array.from({ length: 60 }, (_, no) => `hunter-${no + 10}`)
  const hunter = { department: 'b2b', roles: ['b2b_hunters'] }
  await Promise.all(gone.map((id) => ports.people.saveEmployee({ ...hunter, id, name: id, active: false })))
  await Promise.all(staff.map((id) => ports.people.saveEmployee({ ...hunter, id, name: id, active: true })))
  const people = await ports.people.load()
  const { caller } = await world.as('helen')
  const [asked, most]: [string[], number[]] = [[], []]
  let atOnce = 0
  const deals: typeof ports.deals = {
    ...ports.deals,
    openTasks: async (ask) => {
      if (ask.limit !== 1) return ports.deals.openTasks(ask)
      asked.push(ask.responsible)
      most.push((atOnce += 1))
      const found = await ports.deals.openTasks(ask)
      atOnce -= 1
      return found
    },
  }

  const first = await readTeam({ ...ports, deals }, { caller, people }, 1)
  const askedFirst = asked.length
  const last = await readTeam({ ...ports, deals }, { caller, people }, 2)

  expect(askedFirst).toBe(0)
  expect(asked).toEqual(['anna', ...gone.slice(0, 49)])
  expect(Math.max(...most)).toBe(20)
  expect(first.rows.map(({ employee }) => employee.id)).not.toContain('anna')
  expect(last.rows.at(-1)).toMatchObject({ employee: { id: 'anna' }, late: 1 })
})

test('a deal that stands too long in its stage is stuck, since when the rules say', async () => {
  expect((await rowsOf('boris'))['anna']?.stuck).toEqual([])
  world.setNow('2027-02-01T07:00:00.000Z')

  expect((await rowsOf('boris'))['anna']?.stuck.map(({ deal: { id } }) => id)).toEqual([deal.id])
})

test.each([1, 2, 16])('the page of a team shows each of %i deals that are stuck', async (count) => {
  for (let no = 1; no < count; no += 1) {
    await createDeal(world.ports, await world.as(), { title: `Deal ${no}`, pipeline: 'b2b_new', owner: 'anna' })
  }
  await Promise.all(
    (await world.ports.deals.byOwner({ owner: 'anna', limit: 99 })).items.map(({ id }) => world.run(consumers, id)),
  )
  world.setNow('2027-02-01T07:00:00.000Z')

  const answer = await pagesOn(world)('/app/team', { as: 'boris' })
  const html = await answer.text()

  expect(answer.status).toBe(200)
  expect([...html.matchAll(/<tr id="stuck-/g)]).toHaveLength(count)
  const where = encodeURIComponent('status=open,won;stuckSince<=now')
  const listed = await pagesOn(world)(`/app/deals?where=${where}&sort=stuckSince`, { as: 'boris' })
  expect([...(await listed.text()).matchAll(/<tr id="row-/g)]).toHaveLength(count)
})

test('what is done counts for whoever did it, today and yesterday', async () => {
  await completeTask(world.ports, await world.as('boris'), await taskOf('anna'), {})
  world.setNow('2026-12-01T09:00:00.000Z')
  expect((await rowsOf('helen'))['boris']).toMatchObject({ doneToday: 1, doneYesterday: 0 })
  world.setNow('2026-12-02T09:00:00.000Z')

  expect((await rowsOf('helen'))['boris']).toMatchObject({ doneToday: 0, doneYesterday: 1 })
  expect((await rowsOf('helen'))['anna']).toMatchObject({ doneToday: 0, doneYesterday: 0 })
})

test('what reports are made of counts how a team stands as its page does, whatever was done with tasks and deals', async () => {
  const { ports } = world
  const sellers = ['anna', 'andrew']
  for (const [no, owner] of ['anna', 'anna', 'andrew', 'andrew', 'anna'].entries()) {
    const input = { title: `Deal ${no}`, pipeline: 'b2b_new', owner, fields: { source: 'site' } }
    await world.run(consumers, (await createDeal(ports, await world.as(), input)).id)
  }
  const compared = async () => {
    const deals = (await Promise.all(sellers.map((owner) => ports.deals.byOwner({ owner, limit: 99 })))).flatMap(
      ({ items }) => items,
    )
    for (const { id } of deals) await world.run(consumers, id)
    const people = await ports.people.load()
    const [rows, { of }] = [await rowsOf('helen'), await readStandings(ports, people)]
    return ['anna', 'andrew', 'boris'].map((who) => {
      const { late = 0, stuck = [], waitingLate = 0 } = rows[who] ?? {}
      const page = { late, stuck: stuck.length, waitingLate }
      return [page, of.get(who) ?? { late: 0, stuck: 0, waitingLate: 0 }] as const
    })
  }
  const told = [await compared()]
  world.setNow('2026-12-20T07:00:00.000Z')
  told.push(await compared())
  await completeTask(ports, await world.as('anna'), await taskOf('anna'), {})
  await changeMany(ports, await world.as('boris'), { tasks: [await taskOf('anna')], giveTo: 'boris', reason: 'Late' })
  await changeMany(ports, await world.as('boris'), { deals: [deal.id], giveTo: 'andrew', reason: 'Ill' })
  told.push(await compared())
  world.setNow('2027-02-01T07:00:00.000Z')
  told.push(await compared())

  for (const [page, shelves] of told.flat()) expect(shelves).toEqual(page)
  const sums = told.map((all) => all.map(([page]) => [page.late, page.stuck, page.waitingLate]))
  expect(sums[0]).toEqual([
    [0, 0, 0],
    [0, 0, 0],
    [0, 0, 0],
  ])
  expect(
    sums
      .at(-1)
      ?.flat()
      .filter((count) => count > 0).length,
  ).toBe(4)
})

test('many things are given away in one command, which says what it could not do', async () => {
  const task = await taskOf('anna')
  const input = { tasks: [task, 'task_none-1-x'], deals: [deal.id], giveTo: 'andrew', reason: 'Ill' }

  const { done, failed } = await changeMany(world.ports, await world.as('boris'), input)

  expect(done).toEqual([task, deal.id])
  expect(failed).toMatchObject([{ id: 'task_none-1-x', code: 'task_unknown' }])
  expect((await world.ports.deals.find(deal.id))?.owner).toBe('andrew')
  const told = (await world.eventsOf(deal.id)).filter(({ detail }) => detail.reason === 'Ill')
  expect(told.map(({ name }) => name)).toEqual(['task.reassigned', 'deal.owner_changed'])
})

test('many tasks are dated anew, and nobody does it to the tasks of others', async () => {
  const task = await taskOf('anna')
  const dueAt = '2026-12-24T09:00:00.000Z'

  const others = await changeMany(world.ports, await world.as('cyril'), { tasks: [task], dueAt, reason: 'Later' })
  const own = await changeMany(world.ports, await world.as('boris'), { tasks: [task], dueAt, reason: 'Later' })

  expect(others).toMatchObject({ done: [], failed: [{ id: task, code: 'task_unknown' }] })
  expect(own).toEqual({ done: [task], failed: [] })
  expect((await world.ports.deals.openTasks({ responsible: 'anna', limit: 1 })).items[0]?.dueAt).toBe(dueAt)
})

test('a team of thirty is read by three queries a person, one more of each who owns deals, and a batch or two', async () => {
  const real = await aWorld(engine, { now: '2026-12-01T07:00:00.000Z' })
  const { ports } = real
  const staff = Array.from({ length: 30 }, (_, no) => `hunter-${no + 10}`)
  const hunter = { department: 'b2b', roles: ['b2b_hunters'], active: true }
  await Promise.all(staff.map((id) => ports.people.saveEmployee({ ...hunter, id, name: id })))
  const owners = staff.slice(0, 8)
  for (const owner of owners) {
    const input = { title: 'Machines', pipeline: 'b2b_new', owner }
    await real.run(consumers, (await createDeal(ports, await real.as('helen'), input)).id)
  }
  real.setNow('2026-12-20T07:00:00.000Z')
  const task = (await ports.deals.openTasks({ responsible: owners[0] ?? '', limit: 1 })).items[0]?.id ?? ''
  await changeMany(ports, await real.as('helen'), { tasks: [task], giveTo: 'boris', reason: 'Too late' })
  const people = await ports.people.load()
  const { caller } = await real.as('boris')
  await refreshPace(ports, real.now())
  const at = { rules: await ports.rules.current(), settings: await ports.settings.load() }
  const cost = meter(engine.client)

  const needs = {
    ...ports,
    rules: { ...ports.rules, current: () => Promise.resolve(at.rules) },
    settings: { ...ports.settings, load: () => Promise.resolve(at.settings) },
  }
  cost()
  const { rows } = await readTeam(needs, { caller, people })
  const { requests } = cost()

  // Open tasks, done ones and those given away late; of owners their deals. Counters: those of owners, the pace of the plan.
  const members = staff.length + 3
  const [batches, counters] = [2, 2]
  expect(requests).toBe(3 * members + owners.length + batches + counters)
  expect(rows.map(({ employee }) => employee.id)).toEqual(owners)
  expect(rows[0]).toMatchObject({ late: 1, handedOn: 1 })
})

test('a team of two hundred is read fifty at a time, and no page asks for more than its people', async () => {
  const real = await aWorld(engine, { now: '2026-12-01T07:00:00.000Z' })
  const { ports } = real
  const staff = Array.from({ length: 200 }, (_, no) => `hunter-${no + 100}`)
  const hunter = { department: 'b2b', roles: ['b2b_hunters'], active: true }
  await Promise.all(staff.map((id) => ports.people.saveEmployee({ ...hunter, id, name: id })))
  const last = staff.at(-1) ?? ''
  const input = { title: 'Machines', pipeline: 'b2b_new', owner: last }
  await real.run(consumers, (await createDeal(ports, await real.as('helen'), input)).id)
  real.setNow('2026-12-20T07:00:00.000Z')
  const { caller } = await real.as('boris')
  await refreshPace(ports, real.now())
  const people = await ports.people.load()
  await readTeam(ports, { caller, people }, 1)
  const cost = meter(engine.client)

  const first = await readTeam(ports, { caller, people }, 1)
  const { requests } = cost()
  const [end, beyond, whole] = [
    await readTeam(ports, { caller, people }, 5),
    await readTeam(ports, { caller, people }, 99),
    await readTeam(ports, { caller, people }),
  ]

  await readTeamDay(ports, { caller, people })
  cost()
  const day = await readTeamDay(ports, { caller, people })

  // One a shelf: a year’s and what is open; what is loose, which packs there are, the pace, the rules, what the company has set.
  expect(cost().requests).toBeLessThanOrEqual(14 + 7)
  expect(day).toMatchObject({ ofDeals: true, toCome: 0 })
  expect(day.rows.find(({ employee }) => employee.id === last)).toMatchObject({ late: 1, stuck: 1 })
  expect(day.rows.reduce((sum, { late }) => sum + late, 0)).toBe(whole.rows.reduce((sum, { late }) => sum + late, 0))
  // Three queries a person; besides them counters, the pace, the rules and what the company has set.
  expect(requests).toBeGreaterThan(3 * 50)
  expect(requests).toBeLessThanOrEqual(3 * 50 + 8)
  expect(first.pages.map(({ no }) => no)).toEqual([1, 2, 3, 4, 5])
  expect(beyond.page).toBe(5)
  expect(end.rows).toEqual(beyond.rows)
  expect([first, end].flatMap(({ rows }) => rows.map(({ employee }) => employee.id))).toContain(last)
  expect(whole.rows.map(({ employee }) => employee.id)).toContain(last)
})
