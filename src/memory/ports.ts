import type { Language, Ports, RefusedMove } from '#ports'
import type { DomainEvent } from '#schemas/event'
import { inTodaysWords } from '#store/todays-words'
import { memoryAutomation, memoryPeople, memorySettings } from './company'
import { memoryDeals } from './deals'
import { memoryNotices } from './notices'
import { memoryPlans } from './plans'
import { memoryReports } from './reports'
import { memoryRules } from './rules'
import { memoryWebhooks, noWayOut } from './webhooks'

/** What the ports in memory need from outside; `heard` is told of every event once it is written, as the stream would. */
export type MemoryAsk = Pick<Ports, 'clock'> & {
  readonly language: Language
  readonly ids?: Ports['ids']
  readonly heard?: (event: DomainEvent) => void
}

/** The ports in memory, and what those who use them may look at beside the ports. */
export type MemoryPorts = {
  readonly ports: Ports
  /** When the clock has to look at something next, not before an instant; undefined when it never has to. */
  readonly nextLook: (from: string) => string | undefined
  /** The moves that gates have stopped, oldest first. */
  readonly refusals: () => readonly RefusedMove[]
}

/**
 * Everything the use cases need, kept in memory by the rules of the one table: the same versions, conditions, orders and
 * pages. Nothing that was written or read can be changed from outside. Ids count up, so the same commands give the same.
 */
export function memoryPorts({ clock, language, ids = countingIds(), heard }: MemoryAsk): MemoryPorts {
  const deals = memoryDeals(heard ?? (() => undefined))
  const { plans, openDeals } = memoryPlans()
  const ports: Ports = inTodaysWords({
    clock,
    ids,
    deals: deals.deals,
    people: memoryPeople(openDeals),
    rules: memoryRules(),
    plans,
    settings: memorySettings(),
    reports: memoryReports(deals.refusals),
    automation: memoryAutomation(deals),
    notices: memoryNotices(),
    // Which channels are set up is for whoever sends to say.
    channels: {},
    webhooks: memoryWebhooks(deals),
    outlet: noWayOut,
    language,
  })
  return { ports, nextLook: deals.nextLook, refusals: deals.refusals }
}

/** Ids that count up from 1, the same in every run. */
export function countingIds(): Ports['ids'] {
  let count = 0
  return {
    next: (prefix) => {
      count += 1
      return `${prefix}_${String(count).padStart(6, '0')}`
    },
  }
}
