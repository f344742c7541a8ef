import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'

import { languagePort } from '#config/language-port'
import { makeDemo, type DemoReport } from '#demo/make-demo'
import { randomOf } from '#demo/random'
import { demoStaff } from '#demo/staff'
import { systemCaller } from '#domain/kernel/access'
import { foundCompany } from '#local/found-company'
import type { Ports } from '#ports/ports'
import type { Deal } from '#schemas/deal'
import type { DomainEvent } from '#schemas/event'
import type { PlanScope } from '#schemas/plan'
import type { Task } from '#schemas/task'
import { storePorts } from '#product/store-ports'
import { useEngine } from '#test/support/engine'
import { readProgress } from '#usecases/plan/read-progress'

const engine = useEngine()
const now = '2026-11-23T11:00:00.000Z'
const months = ['2026-08', '2026-09', '2026-10', '2026-11']

type Made = {
  readonly ports: Ports
  readonly report: DemoReport
  readonly deals: readonly Deal[]
  readonly tasks: readonly Task[]
  readonly events: readonly DomainEvent[]
}

async function aCompany(text = readFileSync('pipelines.yaml', 'utf8')): Promise<Ports> {
  const table = await engine.createTable()
  const ports = storePorts({ document: engine.client, table, contactSecret: 'test' }, languagePort)
  await foundCompany(ports, text)
  return ports
}

async function made(seed: string, deals: number): Promise<Made> {
  const store = await aCompany()
  const ids = new Set<string>()
  const save: Ports['deals']['save'] = async (change) => {
    await store.deals.save(change)
    ids.add(change.deal.id)
  }
  const ports = { ...store, deals: { ...store.deals, save } }
  const report = await makeDemo(ports, { seed, now, deals })
  const sorted = [...ids].toSorted()
  const found = await store.deals.findMany(sorted)
  const tasks = await Promise.all(sorted.map((id) => store.deals.tasksOf(id)))
  const events = await Promise.all(sorted.map((id) => store.deals.events(id, { order: 'oldest', limit: 500 })))
  return {
    ports: store,
    report,
    deals: found.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
    tasks: tasks.flat(),
    events: events.flatMap(({ items }) => items),
  }
}

describe('a demo company', () => {
  let demo: Made

  beforeAll(async () => {
    demo = await made('7', 28)
  }, 240_000)

  test('has 30 people, every role filled and a head for every department', async () => {
    const { employees, departments } = demoStaff(randomOf('people 7'), 'en')
    const roles = new Set(employees.flatMap((one) => one.roles))
    const { model } = await demo.ports.rules.current()

    expect(employees).toHaveLength(30)
    expect(new Set(employees.map(({ id }) => id)).size).toBe(30)
    expect([...roles].toSorted()).toEqual(Object.keys(model.roles).toSorted())
    expect(departments.every(({ head }) => employees.some(({ id }) => id === head))).toBe(true)
  })

  test('leaves no open task without an active person', async () => {
    const { employees } = await demo.ports.people.load()
    const open = demo.tasks.filter(({ status }) => status === 'open')

    expect(open.length).toBeGreaterThan(0)
    expect(open.filter(({ responsible }) => employees[responsible]?.active !== true)).toEqual([])
    expect(demo.tasks.filter(({ fallback }) => fallback !== undefined)).toEqual([])
  })

  test('has lived through everything that happens to deals', () => {
    const names = new Set(demo.events.map(({ name }) => name))
    const { open, completed, won, lost } = demo.report.deals
    const late = demo.tasks.filter(({ firstMissedDueAt }) => firstMissedDueAt !== undefined)

    for (const name of ['deal.created', 'deal.replied', 'deal.moved', 'deal.lost', 'deal.event_posted', 'task.done']) {
      expect([...names]).toContain(name)
    }
    expect(Math.min(open, completed + won, lost, demo.report.overdue, late.length)).toBeGreaterThan(0)
    expect(new Set(demo.deals.map(({ pipeline }) => pipeline)).size).toBe(4)
  })

  test('has no event after now, and none before its deal', () => {
    for (const event of demo.events) {
      const deal = demo.deals.find(({ id }) => id === event.detail.dealId)
      expect(event.at <= now).toBe(true)
      expect(event.at >= (deal?.createdAt ?? '~')).toBe(true)
    }
  })

  test('has books that add up: people, departments, directions and the deals themselves', async () => {
    for (const month of months) {
      const counting = demo.deals.filter(({ status }) => status === 'won' || status === 'completed')
      const inMonth = counting.flatMap(({ won }) => (won?.month === month ? [won.baseMinor] : []))
      const fact = async (by: PlanScope) => {
        const { rows } = await readProgress(demo.ports, systemCaller('system', 'test'), month, { by, at: now })
        return rows.filter((row) => row.scope === by && row.id !== 'unplanned').reduce((sum, row) => sum + row.fact, 0)
      }
      const wanted = inMonth.reduce((sum, one) => sum + one, 0)

      expect([await fact('company'), await fact('employee'), await fact('department'), await fact('pipeline')]).toEqual(
        [wanted, wanted, wanted, wanted],
      )
    }
  })

  test('has columns that hold what is on the board', async () => {
    const { model } = await demo.ports.rules.current()
    const columns = (await Promise.all(Object.keys(model.pipelines).map((id) => demo.ports.plans.columns(id)))).flat()
    const said = Object.fromEntries(
      columns.filter(({ count }) => count > 0).map((one) => [`${one.pipeline} ${one.stage}`, one.count]),
    )
    const wanted: Record<string, number> = {}
    for (const { pipeline, stage } of demo.deals.filter(({ status }) => status === 'open' || status === 'won')) {
      wanted[`${pipeline} ${stage}`] = (wanted[`${pipeline} ${stage}`] ?? 0) + 1
    }

    expect(said).toEqual(wanted)
  })

  test('plans every seller by the month, and the company by the year', async () => {
    const { employees } = await demo.ports.people.load()
    const sellers = Object.values(employees).filter(({ roles }) => roles.some((role) => role.startsWith('b2')))
    const monthly = await demo.ports.plans.targets('2026-11')
    const planned = new Set(monthly.flatMap(({ scope, id }) => (scope === 'employee' ? [id] : [])))

    expect(sellers.filter(({ id }) => !planned.has(id))).toEqual([])
    expect(
      monthly
        .filter(({ scope }) => scope === 'pipeline')
        .map(({ metric }) => metric)
        .toSorted(),
    ).toEqual([...Array<string>(4).fill('count'), ...Array<string>(4).fill('sum')])
    expect((await demo.ports.plans.targets('2026')).map(({ metric }) => metric).toSorted()).toEqual(['count', 'sum'])
    expect(await demo.ports.plans.recurring()).toHaveLength(sellers.length)
  })

  test('is refused where there are deals, with what to do', async () => {
    await expect(makeDemo(demo.ports, { seed: '7', now, deals: 1 })).rejects.toThrow('There are deals here already')
  })
})

test('the same seed makes the same company, another seed another', async () => {
  const [one, same, other] = [await made('3', 7), await made('3', 7), await made('4', 7)]

  expect(same.deals).toEqual(one.deals)
  expect(same.tasks).toEqual(one.tasks)
  expect(same.events).toEqual(one.events)
  expect(await same.ports.plans.targets('2026-11')).toEqual(await one.ports.plans.targets('2026-11'))
  expect(other.deals.map(({ title }) => title)).not.toEqual(one.deals.map(({ title }) => title))
}, 240_000)

test('other rules than the product’s are refused with what is missing', async () => {
  const ports = await aCompany(readFileSync('examples/import/maven-pipelines.yaml', 'utf8'))

  await expect(makeDemo(ports, { seed: '1', now })).rejects.toThrow('those here lack b2b_new')
})
