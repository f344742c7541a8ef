import { employeeCaller, systemCaller } from '#domain/access'
import type { Consumer } from '#events/consumer'
import { consumers as everyConsumer } from '#events/consumers'
import type { Ports, RefusedMove, RulesVersion } from '#ports'
import type { DomainEvent } from '#schemas/event'
import type { Department, Employee } from '#schemas/people'
import type { Command } from '#usecases/command'
import { standIn } from '#usecases/stand-in'
import { sweepDue } from '#usecases/sweep-due'
import { firstRules, rememberingLanguage } from './language'
import { memoryPorts } from './ports'

/** What a world in memory begins with. */
export type WorldAsk = {
  /** The text of the rules, or a version made of one before, which is quicker. Published as version 1. */
  readonly rules: string | RulesVersion
  readonly employees?: readonly Employee[]
  readonly departments?: readonly Department[]
  readonly now?: string
  /** Who follows events; all of them by default. */
  readonly consumers?: readonly Consumer[]
  /** Ports to be used in the place of those in memory, such as ones that fail now and then. */
  readonly instead?: (ports: Ports) => Partial<Ports>
}

/**
 * A whole company in memory on a virtual clock. Commands are those of production, called with its ports; what follows
 * from them happens in `settle`, what time brings in `passTo`, by the consumers and sweeps of production.
 */
export type MemoryWorld = {
  readonly ports: Ports
  readonly now: () => string
  /** Everything that has happened, in the order in which it was written. */
  readonly history: () => readonly DomainEvent[]
  /** The moves that gates have stopped, oldest first. */
  readonly refusals: () => readonly RefusedMove[]
  /** A command of an employee, or of the system where none is named. */
  readonly as: (employee?: string) => Promise<Command>
  /**
   * Hands every event that has not been handed on yet, and those that follow, to the consumers. Throws when one of them
   * cannot handle an event; the event then waits for the next call.
   */
  readonly settle: () => Promise<void>
  /** Sets the clock without anything happening on the way, as after a time in which the schedules stood still. */
  readonly setNow: (instant: string) => void
  /** Lets time pass up to an instant: on the way everything that is due happens in the minute after it is. */
  readonly passTo: (instant: string) => Promise<void>
}

type Inside = {
  readonly ports: Ports
  readonly clock: { now: string }
  readonly waiting: DomainEvent[]
  readonly history: DomainEvent[]
  readonly consumers: readonly Consumer[]
  readonly nextLook: (from: string) => string | undefined
}

const minuteMs = 60_000

/** Founds a company in memory: people, departments, and the rules as version 1. */
export async function memoryWorld(ask: WorldAsk): Promise<MemoryWorld> {
  const { rules, employees = [], departments = [], now = '2026-12-01T07:00:00.000Z' } = ask
  const clock = { now }
  const waiting: DomainEvent[] = []
  const history: DomainEvent[] = []
  const heard = (event: DomainEvent): void => {
    waiting.push(event)
    history.push(event)
  }
  const made = memoryPorts({ clock: { now: () => clock.now }, language: rememberingLanguage, heard })
  const { nextLook, refusals } = made
  const first = typeof rules === 'string' ? await firstRules(rules, now) : rules
  await made.ports.rules.publish(first, 0)
  const ports: Ports = { ...made.ports, ...ask.instead?.(made.ports) }
  await Promise.all(departments.map((one) => ports.people.saveDepartment(one)))
  await Promise.all(employees.map((one) => ports.people.saveEmployee(one)))
  const inside: Inside = { ports, clock, waiting, history, consumers: ask.consumers ?? everyConsumer, nextLook }
  return {
    ports,
    now: () => clock.now,
    history: () => [...history],
    refusals,
    as: (employee) => commandOf(ports, employee),
    settle: () => settle(inside),
    setNow: (instant) => {
      clock.now = new Date(instant).toISOString()
    },
    passTo: (instant) => passTo(inside, new Date(instant).toISOString()),
  }
}

async function commandOf({ ids, people }: Ports, id: string | undefined): Promise<Command> {
  const correlationId = ids.next('cor')
  if (id === undefined) return { caller: systemCaller('system', 'system'), correlationId }
  const { employees, departments } = await people.load()
  const employee = employees[id]
  if (employee === undefined) throw new Error(`Nobody here is called ${id}.`)
  return { caller: employeeCaller(employee, departments), correlationId }
}

async function settle({ ports, waiting, consumers }: Inside): Promise<void> {
  for (let event = waiting[0]; event !== undefined; event = waiting[0]) {
    for (const consumer of consumers) {
      if (!consumer.on.includes(event.name)) continue
      // oxlint-disable-next-line no-await-in-loop -- one after another, so that the same commands give the same world
      const failed = await consumer.run(ports, [event])
      if (failed.length > 0) throw new Error(`${consumer.name} could not handle ${failed.join(', ')}.`)
    }
    waiting.shift()
  }
}

async function passTo(inside: Inside, target: string): Promise<void> {
  const { clock, ports, nextLook } = inside
  await settle(inside)
  let from = ''
  for (;;) {
    const look = nextLook(from)
    const absences = await nextStandIn(inside)
    const sweeping = look === undefined ? undefined : minuteAfter(look < clock.now ? clock.now : look)
    const at = [sweeping, absences].filter((one) => one !== undefined).toSorted()[0]
    if (at === undefined || at > target) break
    clock.now = at
    if (at === absences) await standIn(ports, at)
    else await sweepDue(ports, at)
    await settle(inside)
    // What a sweep has left where it was is not looked at by itself again, or time would never get on.
    const left = nextLook('')
    from = at === sweeping && look !== undefined && left !== undefined && left <= look ? at : ''
  }
  if (clock.now < target) clock.now = target
}

/** When deputies next get what those who are away would miss: a quarter past every hour, if anybody is ever away. */
async function nextStandIn({ ports, clock }: Inside): Promise<string | undefined> {
  const { employees } = await ports.people.load()
  if (!isAnybodyAway(employees)) return undefined
  const next = new Date(Math.floor((Date.parse(clock.now) - 15 * minuteMs) / 3_600_000) * 3_600_000 + 75 * minuteMs)
  return next.toISOString()
}

const awayAmong = new WeakMap<object, boolean>()

/** People are asked for all the time and hardly ever change. */
function isAnybodyAway(employees: Readonly<Record<string, Employee>>): boolean {
  const known = awayAmong.get(employees)
  if (known !== undefined) return known
  const isAway = Object.values(employees).some(({ absences = [] }) => absences.length > 0)
  awayAmong.set(employees, isAway)
  return isAway
}

/** The whole minute after an instant, in which what was due then is looked at. */
function minuteAfter(instant: string): string {
  return new Date(Math.floor(Date.parse(instant) / minuteMs) * minuteMs + minuteMs).toISOString()
}
