import { expect } from 'vitest'

import { foldDeal } from '#domain/deals/fold'
import { pipelinesOf } from '#domain/rules/renaming'
import { dealInWords } from '#domain/rules/renamed-words'
import type { Deal } from '#schemas/deal'
import type { Task } from '#schemas/task'
import { timelineOf } from '#usecases/deals/deal-as-of'
import { listDeals } from '#usecases/deals/list-deals'
import { readDeal } from '#usecases/deals/read-deal'
import { dealNow, type Living } from './live'
import { firstState, type RulesState } from './lives'

/** What is remembered of the moment before a step. */
export type Before = ReadonlyMap<string, { readonly deal: Deal; readonly tasks: readonly Task[] }>

/** Takes down everything as it is. */
export async function takenDown(living: Living): Promise<Before> {
  const entries = await Promise.all(
    living.ids.map(async (id) => {
      const tasks = await living.world.ports.deals.tasksOf(id)
      return [id, { deal: await dealNow(living, id), tasks }] as const
    }),
  )
  return new Map(entries)
}

/** What must hold after every step, whatever it was. */
export async function expectLaws(living: Living, before: Before): Promise<void> {
  await expectSeats(living)
  for (const id of living.ids) {
    const deal = await dealNow(living, id)
    const was = before.get(id)
    await expectJudged(living, deal)
    if (deal.status === 'completed') expect(deal.won).toBeDefined()
    if (was !== undefined) await expectKept(living, deal, was)
  }
}

/** Every deal is what its events tell, and nothing is left for another run. */
export async function expectTold({ world, ids }: Living): Promise<void> {
  const newest = await world.ports.rules.current()
  for (const id of ids) {
    const [deal, told] = [await world.ports.deals.find(id), foldDeal(await timelineOf(world.ports.deals, id))]
    const isOpen = deal?.status === 'open' || deal?.status === 'won'
    // A deal that is closed is not seated: it is called as it is called today whenever it is read.
    expect(told === undefined || isOpen ? told : dealInWords(told, newest)).toEqual(deal)
  }
}

/** Every deal that is open stands in one column of the newest rules, and in one only. */
async function expectSeats({ world, ids }: Living): Promise<void> {
  const [{ model }, helen, people] = await Promise.all([
    world.ports.rules.current(),
    world.as('helen'),
    world.ports.people.load(),
  ])
  const shown: string[] = []
  for (const { pipeline, stage } of pipelinesOf(model)) {
    const page = await listDeals(world.ports, { caller: helen.caller, people }, { pipeline, stage }, { limit: 100 })
    for (const deal of page.items) expect([deal.pipeline, deal.stage]).toEqual([pipeline, stage])
    shown.push(...page.items.map(({ id }) => id))
  }
  const deals = await Promise.all(ids.map((id) => world.ports.deals.find(id)))
  const open = deals.flatMap((deal) => (deal?.status === 'open' || deal?.status === 'won' ? [deal.id] : []))
  expect(shown.toSorted()).toEqual(open.toSorted())
}

/** A deal is judged by the version it entered with, and by what was brought to it on purpose: another reckoning of its gate. */
async function expectJudged(living: Living, deal: Deal): Promise<void> {
  const { world, states } = living
  const people = await world.ports.people.load()
  const { gate } = await readDeal(world.ports, (await world.as('helen')).caller, people, deal.id)
  expect(gate.configVersion).toBe(deal.visit.configVersion)
  const newest = states.get((await world.ports.rules.current()).version) ?? firstState
  if (deal.stage !== newest.offer || (deal.status !== 'open' && deal.status !== 'won')) return
  const asked = askedOf(deal, states)
  const tasks = await world.ports.deals.tasksOf(deal.id)
  const isDone = (template: string) =>
    tasks.some((task) => task.visit === deal.visit.no && task.template === template && task.status === 'done')
  const wanted = ['write_offer', 'check_terms', ...(asked.hasExtra ? ['extra'] : [])].filter((one) => !isDone(one))
  const filled = [newest.field, ...(asked.asksMood ? ['mood'] : []), ...(asked.asksFrame ? ['frame'] : [])].filter(
    (field) => deal.fields[field] === undefined,
  )
  expect(
    [
      ...gate.missing.tasks.map(({ template }) => template ?? ''),
      ...gate.missing.fields.map(({ id }) => id),
    ].toSorted(),
  ).toEqual([...wanted, ...filled].toSorted())
}

function askedOf(
  { visit }: Deal,
  states: ReadonlyMap<number, RulesState>,
): Pick<RulesState, 'hasExtra' | 'asksMood' | 'asksFrame'> {
  const own = states.get(visit.configVersion) ?? firstState
  return (visit.amended ?? []).reduce(
    (now, { rules, keys }) => {
      const later = states.get(rules) ?? firstState
      const has = (part: string) => keys.some((key) => key === `${later.offer}.${part}`)
      return {
        hasExtra: has('extra') ? later.hasExtra : now.hasExtra,
        asksMood: has('gate') ? later.asksMood : now.asksMood,
        asksFrame: has('gate') ? later.asksFrame : now.asksFrame,
      }
    },
    { hasExtra: own.hasExtra, asksMood: own.asksMood, asksFrame: own.asksFrame },
  )
}

/** What is won stays won, a visit keeps what it began with, and an open task keeps its promise unless somebody meant it. */
async function expectKept(
  { world, touched }: Living,
  deal: Deal,
  was: { readonly deal: Deal; readonly tasks: readonly Task[] },
): Promise<void> {
  const isSameVisit = deal.visit.no === was.deal.visit.no
  if (!isSameVisit) return
  const { no, enteredAt, configVersion } = was.deal.visit
  expect(deal.visit).toMatchObject({ no, enteredAt, configVersion })
  if (was.deal.status === 'won') expect(['won', 'completed', 'cancelled']).toContain(deal.status)
  const isAmended = JSON.stringify(deal.visit.amended) !== JSON.stringify(was.deal.visit.amended)
  const tasks = new Map((await world.ports.deals.tasksOf(deal.id)).map((task) => [task.id, task]))
  for (const task of was.tasks) {
    const now = tasks.get(task.id)
    expect(now).toBeDefined()
    const isMeant = touched.has(task.id) || isAmended || task.status !== 'open' || now?.status !== 'open'
    if (isMeant) continue
    const kept = ({ dueAt, responsible, escalate, mayAlso }: Task) => [dueAt, responsible, escalate, mayAlso]
    expect(now === undefined ? undefined : kept(now)).toEqual(kept(task))
  }
}
