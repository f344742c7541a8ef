import { steadyRules } from '#test/support/steady-rules'

import { employeeCaller, systemCaller } from '#domain/kernel/access'
import type { Consumer } from '#events/consumer'
import { webhookOutlet } from '#webhooks/events/webhook-outlet'
import type { DomainEvent } from '#schemas/event'
import type { Department, Employee } from '#schemas/people'
import { storePorts } from '#product/store-ports'
import { noLimits } from '#product/no-limits'
import { rememberingLanguage } from '#product/memory-language'
import { memoryPorts } from '#product/memory-ports'
import type { Ports } from '#ports/ports'
import type { Command } from '#usecases/command'
import { memoryFiles, type MemoryFiles } from '#memory/files'
import { publishRules } from '#release/usecases/publish-rules'
import type { TestEngine } from '#test/support/engine'

/** A small company on a real engine: rules published, people hired, a clock that the test moves. */
export type World = {
  readonly ports: Ports
  readonly table: string
  /** What the addresses of files lead to. */
  readonly bytes: MemoryFiles
  readonly now: () => string
  readonly setNow: (instant: string) => void
  /** A command of an employee, or of the system where none is named. */
  readonly as: (employee?: string, more?: Partial<Command>) => Promise<Command>
  /** A command of an employee who does what is everybody else's too: for lives in which it does not matter who did it. */
  readonly asAnybody: (employee: string) => Promise<Command>
  /** Every event of the deals, oldest first by deal, as the relay would publish them. */
  readonly eventsOf: (dealId: string) => Promise<readonly DomainEvent[]>
  /** Hands all events of a deal to consumers, in order. */
  readonly run: (consumers: readonly Consumer[], dealId: string) => Promise<void>
}

/** The departments of the test company. */
export const departments: readonly Department[] = [
  { id: 'sales', name: 'Sales', parent: null, head: 'helen' },
  { id: 'b2b', name: 'B2B', parent: 'sales', head: 'boris' },
  { id: 'b2c', name: 'B2C', parent: 'sales', head: 'clara' },
  { id: 'office', name: 'Office', parent: null, head: null },
]

const person = (id: string, department: string, roles: readonly string[], more: Partial<Employee> = {}): Employee => ({
  id,
  name: id[0]?.toUpperCase() + id.slice(1),
  department,
  roles: [...roles],
  active: true,
  ...more,
})

/** The people of the test company. */
export const employees: readonly Employee[] = [
  person('helen', 'sales', ['head_of_sales'], {
    rights: {
      deals_read: 'all',
      deals_edit: 'all',
      plan_read: 'all',
      plan_edit: 'all',
      books_edit: 'all',
      people_edit: 'all',
      rules_edit: 'all',
    },
  }),
  person('boris', 'b2b', []),
  person('anna', 'b2b', ['b2b_hunters']),
  person('andrew', 'b2b', ['b2b_hunters']),
  person('fedor', 'b2b', ['b2b_farmers']),
  person('clara', 'b2c', []),
  person('cyril', 'b2c', ['b2c_team']),
  person('carol', 'b2c', ['b2c_team']),
  person('lena', 'office', ['lawyer']),
  person('alex', 'office', ['accountant']),
  person('leo', 'office', ['logistics']),
  person('quinn', 'office', ['quality']),
]

/** Every name leads to a public address, and nobody answers there. */
const aPublicInternet = {
  ...webhookOutlet({ lookup: () => Promise.resolve(['93.184.215.14']) }),
  post: () => Promise.reject(new Error('Nobody answers here.')),
  get: () => Promise.reject(new Error('Nobody answers here.')),
}

/** Founds the company: people, departments and the product's own pipelines.yaml (or another text) as version 1. */
export async function aWorld(
  engine: TestEngine,
  { text = steadyRules(), now = '2026-12-01T07:00:00.000Z' } = {},
): Promise<World> {
  const table = await engine.createTable()
  const store = storePorts({ document: engine.client, table, contactSecret: 'test' }, rememberingLanguage)
  return worldOn(store, { text, now, table })
}

/** The same company in memory: for whoever wants thousands of them. */
export function aWorldInMemory({ text = steadyRules(), now = '2026-12-01T07:00:00.000Z' } = {}): Promise<World> {
  const clock = { now: () => now }
  return worldOn(memoryPorts({ clock, language: rememberingLanguage }).ports, { text, now, table: 'memory' })
}

async function worldOn(
  store: Ports,
  { text, now, table }: { readonly text: string; readonly now: string; readonly table: string },
): Promise<World> {
  let instant = now
  let ids = 0
  const bytes = memoryFiles({ now: () => instant })
  const ports: Ports = {
    ...store,
    files: bytes.files,
    outlet: aPublicInternet,
    // A test asks in a second what people ask in a day.
    limits: noLimits,
    clock: { now: () => instant },
    ids: { next: (prefix) => `${prefix}_${String((ids += 1)).padStart(6, '0')}` },
  }
  await Promise.all(departments.map((one) => ports.people.saveDepartment(one)))
  await Promise.all(employees.map((one) => ports.people.saveEmployee(one)))
  const system: Command = { caller: systemCaller('system', 'test'), correlationId: 'cor_test' }
  await publishRules(ports, system, { text, note: 'first', expected: 0 })
  const eventsOf = async (dealId: string) => (await ports.deals.events(dealId, { order: 'oldest', limit: 1000 })).items
  return {
    ports,
    table,
    bytes,
    now: () => instant,
    setNow: (next) => {
      instant = next
    },
    as: async (employee, more = {}) => ({ ...system, ...(await callerOf(ports, employee)), ...more }),
    asAnybody: async (employee) => {
      const { caller = system.caller } = await callerOf(ports, employee)
      return { ...system, caller: { ...caller, asAnybody: true } }
    },
    eventsOf,
    run: async (consumers, dealId) => {
      for (const event of await eventsOf(dealId)) await hand(ports, consumers, event)
    },
  }
}

/** Hands one event to every consumer that has subscribed to its name. */
export async function hand(ports: Ports, consumers: readonly Consumer[], event: DomainEvent): Promise<void> {
  for (const consumer of consumers) {
    if (!consumer.on.includes(event.name)) continue
    const failed = await consumer.run(ports, [event])
    if (failed.length > 0) throw new Error(`${consumer.name} failed on ${failed.join(', ')}`)
  }
}

async function callerOf(ports: Ports, id: string | undefined): Promise<Partial<Command>> {
  if (id === undefined) return {}
  const { employees: staff, departments: all } = await ports.people.load()
  const employee = staff[id]
  if (employee === undefined) throw new Error(`Nobody in the test company is called ${id}.`)
  return { caller: employeeCaller(employee, all) }
}
