import { systemCaller, type Caller } from '#domain/kernel/access'
import { prepareFormulas } from '#domain/formula/formula'
import { consumer } from '#events/consumer'
import { together } from '#events/side-by-side'
import { consumers } from '#product/lists/consumers'
import type { Keep } from '#memory/kept'
import { memoryWorld, type MemoryWorld } from '#product/memory-world'
import { headOf } from '#memory/rules/rules'
import type { DealChange } from '#ports/deals'
import type { People } from '#ports/people'
import type { Ports } from '#ports/ports'
import type { RulesVersion, RulesStore } from '#ports/rules'
import type { Actor } from '#schemas/event'
import type { Employee } from '#schemas/people'
import { changeNames } from '#schemas/event-names'
import type { Command } from '#usecases/command'
import { replayedFacts, type RecordedPapers } from './replayed-papers'
import { followDeal } from '#usecases/tasks/follow-deal'

/** The rules a history is replayed through: versions, the oldest first, each in force from its `at` on. */
export type ReplayRules = {
  readonly versions: readonly RulesVersion[]
  /** Whether any of them calls something otherwise than the ones before. */
  readonly isRenaming: boolean
}

/** Makes rules ready for replays. */
export async function replayRules(versions: readonly RulesVersion[]): Promise<ReplayRules> {
  for (const { model } of versions) {
    // oxlint-disable-next-line no-await-in-loop -- a handful of versions, and the second finds the compiler loaded
    await prepareFormulas(model)
  }
  return { versions, isRenaming: versions.some(({ renamings = [] }) => renamings.length > 0) }
}

/** People as they are today, with those who have left since, or lost rights, still as able as they were: they did what they did. */
export function staffOf(people: People): People {
  const able = ({ rights, ...one }: Employee): Employee => ({
    ...one,
    active: true,
    ...(rights === undefined ? {} : { rights: withoutNone(rights) }),
  })
  const all = Object.entries(people.employees).map(([id, one]) => [id, able(one)])
  return { employees: Object.fromEntries(all) as People['employees'], departments: people.departments }
}

function withoutNone(rights: NonNullable<Employee['rights']>): NonNullable<Employee['rights']> {
  return Object.fromEntries(Object.entries(rights).filter(([, reach]) => reach !== 'none'))
}

/** A world in which one recorded deal lives again. */
export type ReplayWorld = {
  readonly world: MemoryWorld
  /** The next deal or task that is made gets this id. */
  readonly nameNext: (id: string) => void
  /** Does something as somebody who may pass every gate, but on record as the one who really did it. */
  readonly forced: <T>(actor: Actor, run: (command: Command) => Promise<T>) => Promise<T>
}

/** What follows from events in a replay: tasks, clocks, automation. Books, inboxes and webhooks are of no interest. */
const needed = [
  consumer({
    name: 'follow-deal',
    on: changeNames,
    run: together(async () => (ports, events) => followDeal(ports, events)),
  }),
  ...consumers.filter(({ name }) => name === 'run-automation'),
]

/** What is written in a replay is changed by nobody, and read by nobody but the replay: no copy has to be frozen. */
const asItIs: Keep = (thing) => thing

/** When a replay begins, what papers the deal has had, and the currency of its sums; the company's own where none is named. */
type ReplayStart = {
  readonly now: string
  readonly papers?: RecordedPapers | undefined
  readonly currency?: string | undefined
}

/** A world for one deal: the people of `staffOf`, the rules as of its clock. */
export async function replayWorld(
  given: ReplayRules,
  people: People,
  { now, papers, currency }: ReplayStart,
): Promise<ReplayWorld> {
  const { versions, isRenaming } = given
  const role: Role = {}
  const instead = (memory: Ports): Partial<Ports> => ({
    ...replayPorts(memory, role),
    ...(currency === undefined
      ? {}
      : { settings: { ...memory.settings, load: async () => ({ currency, rates: {} }) } }),
    ...(papers === undefined ? {} : { gateFacts: replayedFacts(papers, memory) }),
  })
  const world = await memoryWorld({
    // A deal whose stage was renamed on the way is read by its new name from then on, as in production.
    rules: (clock) => rulesAsOf(clock, versions),
    // The same people in every replay: nobody is hired or leaves in one.
    made: { people, isRenaming, keep: asItIs },
    now,
    consumers: needed,
    instead,
  })
  return {
    world,
    nameNext: (id) => {
      role.nextId = id
    },
    forced: async (actor, run) => {
      role.onRecord = actor
      try {
        return await run({ caller: systemCaller('import', 'replay'), correlationId: 'cor_replay' })
      } finally {
        delete role.onRecord
      }
    },
  }
}

/** What the next write is told: which id to take, and who is on record as having done it. */
type Role = { nextId?: string; onRecord?: Actor }

function replayPorts(memory: Ports, role: Role): Partial<Ports> {
  return {
    ids: {
      next: (prefix) => {
        const named = role.nextId?.startsWith(`${prefix}_`) === true ? role.nextId : undefined
        if (named !== undefined) delete role.nextId
        return named ?? memory.ids.next(prefix)
      },
    },
    deals: {
      ...memory.deals,
      hasOnlyOne: true,
      save: (change) => memory.deals.save(asRecorded(change, role.onRecord)),
    },
  }
}

function asRecorded(change: DealChange, actor: Actor | undefined): DealChange {
  if (actor === undefined) return change
  const { override: _override, ...detail } = change.event.detail
  return { ...change, event: { ...change.event, actor, detail } }
}

/** The newest version that was in force at the time; before the first there is the first. */
function rulesAsOf(clock: Ports['clock'], versions: readonly RulesVersion[]): RulesStore {
  const byNo = new Map(versions.map((one) => [one.version, one]))
  const oldest = versions[0]
  if (oldest === undefined) throw new Error('A replay needs rules.')
  return {
    current: async () => {
      const now = clock.now()
      return versions.findLast(({ at }) => at <= now) ?? oldest
    },
    version: async (no) => byNo.get(no) ?? oldest,
    versions: async () => versions.map(headOf).toReversed(),
    publish: nothingPublished,
    reseating: async () => undefined,
    noteReseating: nothingPublished,
    scheduled: async () => [],
    schedule: nothingPublished,
    unschedule: nothingPublished,
  }
}

const nothingPublished = () => Promise.reject(new Error('Nothing is published in a replay.'))

/** The command of whoever did it, who may do everything: what is replayed are the rules, not the rights. */
export function recordedCommand(actor: Actor, people: People): Command {
  const isEmployee = actor.kind === 'employee'
  const roles = isEmployee ? (people.employees[actor.id]?.roles ?? []) : []
  const everything: Caller = systemCaller('system', 'replay')
  return {
    caller: { actor, employee: isEmployee ? actor.id : null, roles, reach: everything.reach, asAnybody: true },
    correlationId: 'cor_replay',
  }
}
