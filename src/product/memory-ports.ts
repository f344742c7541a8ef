import { gateFactsOf } from './gate-facts'
import { noBacklog } from './no-backlog'
import { noBackstage } from './no-backstage'
import { noLimits } from './no-limits'
import type { RefusedMove } from '#ports/deals'
import type { People } from '#ports/people'
import type { Ports } from '#ports/ports'
import type { RulesLanguage } from '#ports/rules-language'
import type { RulesStore } from '#ports/rules'
import type { DomainEvent } from '#schemas/event'
import type { Subject } from '#schemas/subject'
import { inTodaysWords } from './todays-words'
import { memoryIntegrations } from '#channels/memory/integrations'
import { memoryTalks } from '#channels/memory/talks'
import { memoryAutomation, memoryPeople, memorySettings } from '#memory/people/company'
import { clientFacts } from '#clients/usecases/client-facts'
import { knownClients } from '#clients/usecases/known-clients'
import { memoryClients, noCards } from '#clients/memory/clients'
import { memoryDuplicates } from '#clients/memory/duplicates'
import { memoryMerges } from '#clients/memory/merges'
import { memoryDeals } from '#memory/deals/deals'
import { memoryAttached } from '#memory/attached/attached'
import { memoryFiles } from '#memory/files'
import type { Keep } from '#memory/kept'
import { keyholders } from '#entry/usecases/keyholders'
import { memoryApiKeys } from '#entry/memory/api-keys'
import { memoryEntries } from '#entry/memory/entries'
import { moneyFacts } from '#money/usecases/money-facts'
import { memoryMoney } from '#money/memory/money'
import { memoryNotices } from '#notices/memory/notices'
import { memoryPlans } from '#memory/plan/plans'
import { memoryReports } from '#reports/memory/reports'
import { memoryRules } from '#memory/rules/rules'
import { memoryWords } from '#search/memory/words'
import { memoryViews } from '#memory/views/views'
import type { StandInSigns } from '#memory/deals/stand-in-times'
import { memoryWebhooks, noWayOut } from '#webhooks/memory/webhooks'
import { personalDoors } from './lists/personal-doors'

/** What the ports in memory need from outside; `heard` is told of every event once it is written, as the stream would. */
export type MemoryAsk = Pick<Ports, 'clock'> & {
  readonly language: RulesLanguage
  readonly ids?: Ports['ids']
  readonly heard?: (event: DomainEvent) => void
  /** How deals, tasks and events are kept; as frozen copies by default. */
  readonly keep?: Keep
  /** Rules of somebody else in the place of ones that are published here. */
  readonly rules?: RulesStore
  /** People who stay as they are, in the place of ones that are hired here. */
  readonly people?: People
  /** Whether any version may call things otherwise than one before; where none does, nothing has to be translated. */
  readonly isRenaming?: boolean
}

/** The ports in memory, and what those who use them may look at beside the ports. */
export type MemoryPorts = {
  readonly ports: Ports
  /** When the clock has to look at something next, not before an instant; undefined when it never has to. */
  readonly nextLook: (from: string) => string | undefined
  /** What tells whether deputies may have something to get. */
  readonly standIns: () => StandInSigns
  /** The moves that gates have stopped, oldest first. */
  readonly refusals: () => readonly RefusedMove[]
}

/**
 * Everything the use cases need, kept in memory by the rules of the one table: the same versions, conditions, orders and
 * pages. Nothing that was written or read can be changed from outside. Ids count up, so the same commands give the same.
 */
export function memoryPorts(ask: MemoryAsk): MemoryPorts {
  const { clock, language, ids = countingIds(), heard, isRenaming = true, people } = ask
  const { versionOf, ...room } = clientRoom()
  const deals = memoryDeals(heard ?? (() => undefined), ask.keep, versionOf)
  const { plans, openDeals } = memoryPlans()
  const money = memoryMoney(deals)
  const stored: Ports = {
    clock,
    ids,
    deals: deals.deals,
    people: people === undefined ? memoryPeople(openDeals) : { ...memoryPeople(openDeals), load: async () => people },
    rules: ask.rules ?? memoryRules(),
    plans,
    money,
    settings: memorySettings(),
    gateFacts: gateFactsOf([moneyFacts({ money }), clientFacts(room)]),
    ...room,
    knownClients: knownClients({ ...room, deals: deals.deals, ids }),
    files: memoryFiles(clock).files,
    attached: memoryAttached(deals),
    reports: memoryReports(deals.refusals),
    backlog: noBacklog,
    automation: memoryAutomation(deals),
    notices: memoryNotices(),
    // Which channels are set up is for whoever sends to say.
    channels: {},
    webhooks: memoryWebhooks(deals),
    words: memoryWords(),
    views: memoryViews(),
    outlet: noWayOut,
    integrations: memoryIntegrations(heard ?? (() => undefined)),
    talks: memoryTalks(heard ?? (() => undefined)),
    language,
    entry: memoryEntries(),
    ways: { by: 'elsewhere' },
    ...forPrograms(),
    backstage: noBackstage(() => Promise.resolve()),
  }
  const ports = isRenaming ? inTodaysWords(stored) : stored
  return { ports, nextLook: deals.nextLook, standIns: deals.standIns, refusals: deals.refusals }
}

/** With what programs come in; nobody asks for too much here. */
function forPrograms(): Pick<Ports, 'apiKeys' | 'keyholders' | 'limits'> {
  const apiKeys = memoryApiKeys()
  return { apiKeys, keyholders: keyholders(apiKeys), limits: noLimits }
}

/** What is kept of clients. */
function clientRoom(): Pick<Ports, 'clients' | 'merges' | 'duplicates' | 'personalData'> & {
  readonly versionOf: (subject: Subject) => number | undefined
} {
  const cards = noCards()
  return {
    clients: memoryClients(cards),
    merges: memoryMerges(cards),
    duplicates: memoryDuplicates(),
    personalData: { doors: async () => personalDoors },
    versionOf: ({ kind, id }) => (kind === 'client' ? cards.cards.get(id)?.client.version : undefined),
  }
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
