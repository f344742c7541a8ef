import { employeeCaller, systemCaller } from '#domain/kernel/access'
import { dateIn } from '#domain/time/zone'
import type { Consumer } from '#events/consumer'
import { consumers as everyConsumer } from './lists/consumers'
import type { RefusedMove } from '#ports/deals'
import type { Ports } from '#ports/ports'
import type { RulesVersion, RulesStore } from '#ports/rules'
import type { DomainEvent } from '#schemas/event'
import type { Department, Employee } from '#schemas/people'
import type { Command } from '#usecases/command'
import { standIn } from '#usecases/tasks/stand-in'
import { sweepDue } from '#usecases/tasks/sweep-due'
import { firstRules, rememberingLanguage } from './memory-language'
import { memoryPorts, type MemoryAsk } from './memory-ports'
import { isEverAway, nextStandIn, type StandInSigns, type StoodIn } from '#memory/deals/stand-in-times'

/** What a world in memory begins with. */
export type WorldAsk = {
  /**
   * The text of the rules, or a version made of one before, which is quicker: published as version 1. Or a store of rules
   * that looks at the clock of this world.
   */
  readonly rules: string | RulesVersion | ((clock: Ports['clock']) => RulesStore)
  readonly employees?: readonly Employee[]
  readonly departments?: readonly Department[]
  readonly now?: string
  /** Who follows events; all of them by default. */
  readonly consumers?: readonly Consumer[]
  /** How the ports in memory are to be made: see `MemoryAsk`. */
  readonly made?: Pick<MemoryAsk, 'keep' | 'isRenaming' | 'people'>
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
  readonly standIns: () => StandInSigns
  readonly stood: { last?: StoodIn }
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
    // What happened to a client is told by their card.
    if (event.detail.subject?.kind !== 'client') history.push(event)
  }
  const made = memoryPorts({ ...portsAsk(ask, { now: () => clock.now }), heard })
  const { nextLook, standIns, refusals } = made
  if (typeof rules !== 'function') {
    await made.ports.rules.publish(typeof rules === 'string' ? await firstRules(rules, now) : rules, 0)
  }
  const ports: Ports = { ...made.ports, ...ask.instead?.(made.ports) }
  await Promise.all(departments.map((one) => ports.people.saveDepartment(one)))
  await Promise.all(employees.map((one) => ports.people.saveEmployee(one)))
  const inside: Inside = {
    ports,
    clock,
    waiting,
    history,
    consumers: ask.consumers ?? everyConsumer,
    nextLook,
    standIns,
    stood: {},
  }
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

function portsAsk({ rules, made = {} }: WorldAsk, clock: Ports['clock']): MemoryAsk {
  return {
    clock,
    language: rememberingLanguage,
    ...(typeof rules === 'function' ? { rules: rules(clock) } : {}),
    ...made,
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
    const absences = await standInAt(inside, target)
    const sweeping = look === undefined ? undefined : minuteAfter(look < clock.now ? clock.now : look)
    const at = [sweeping, absences].filter((one) => one !== undefined).toSorted()[0]
    if (at === undefined || at > target) break
    clock.now = at
    // Where both fall on one minute, both run in it, as by their schedules.
    if (at === absences) await letStandIn(inside, at)
    if (at === sweeping) await sweepDue(ports, at)
    await settle(inside)
    // What a sweep has left where it was is not looked at by itself again, or time would never get on.
    const left = nextLook('')
    from = at === sweeping && look !== undefined && left !== undefined && left <= look ? at : ''
  }
  if (clock.now < target) clock.now = target
}

/** When deputies next get what those who are away would miss: a quarter past an hour, if there may be something. */
async function standInAt({ ports, clock, standIns, stood }: Inside, target: string): Promise<string | undefined> {
  const people = await ports.people.load()
  if (!isEverAway(people)) return undefined
  const { timezone } = (await ports.rules.current()).model.calendar
  return nextStandIn({ people, zone: timezone, now: clock.now, target, signs: standIns(), last: stood.last })
}

async function letStandIn({ ports, standIns, stood }: Inside, at: string): Promise<void> {
  const [{ employees }, { model }] = await Promise.all([ports.people.load(), ports.rules.current()])
  const { written } = standIns()
  const { left } = await standIn(ports, at)
  // What was passed on is written itself, so the next run looks once more and finds nothing.
  if (left === 0) stood.last = { date: dateIn(model.calendar.timezone, at), written, employees }
}

/** The whole minute after an instant, in which what was due then is looked at. */
function minuteAfter(instant: string): string {
  return new Date(Math.floor(Date.parse(instant) / minuteMs) * minuteMs + minuteMs).toISOString()
}
