import { erasedSooner } from '#clients/usecases/keeping/erased-sooner'
import { callBackFacts } from '#channels/usecases/calling/call-back-facts'
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
import { factsInWords } from './facts-in-words'
import { papersInWords } from './papers-in-words'
import { inTodaysWords } from './todays-words'
import { memoryIntegrations } from '#channels/memory/integrations'
import { memoryTalks } from '#channels/memory/talks'
import { memoryAutomation, memoryPeople, memorySettings } from '#memory/people/company'
import { clientFacts } from '#clients/usecases/client-facts'
import { memoryDocuments } from '#documents/memory/documents'
import { documentFacts } from '#documents/usecases/document-facts'
import { ruleFiles } from './rule-files'
import { memoryExchange } from '#exchange/memory/exchange'
import { knownClients } from '#clients/usecases/known-clients'
import { memoryClients, noCards } from '#clients/memory/clients'
import { memoryDuplicates } from '#clients/memory/duplicates'
import { memoryConsents } from '#clients/memory/consents'
import { memoryKeeping } from '#clients/memory/keeping'
import { memoryReading } from '#clients/memory/reading'
import { memoryMerges } from '#clients/memory/merges'
import { memoryDeals, type MemoryDeals } from '#memory/deals/deals'
import { memoryAttached } from '#memory/attached/attached'
import { memoryFiles } from '#memory/files'
import type { Keep } from '#memory/kept'
import { keyholders } from '#entry/usecases/keyholders'
import { memoryApiKeys } from '#entry/memory/api-keys'
import { memoryEntries } from '#entry/memory/entries'
import { registerLoader } from '#documents/usecases/register/register-loader'
import { memoryLoads } from '#loads/memory/loads'
import { statementLoader } from '#money/usecases/statement-loader'
import { moneyFacts } from '#money/usecases/money-facts'
import { memoryMoney } from '#money/memory/money'
import { toldPayments } from '#money/usecases/take-told-payment'
import { memoryNumbers } from '#memory/numbers'
import { memoryNotices } from '#notices/memory/notices'
import { memoryPlans } from '#memory/plan/plans'
import { memoryReports } from '#reports/memory/reports'
import { memoryRules } from '#memory/rules/rules'
import { memoryWords } from '#search/memory/words'
import { memoryViews } from '#memory/views/views'
import type { StandInSigns } from '#memory/deals/stand-in-times'
import { memoryHandovers } from '#workday/memory/handovers'
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
  const { clock, language, ids = countingIds(), heard, isRenaming = true, people, rules = memoryRules() } = ask
  const { versionOf, ...room } = clientRoom(heard ?? (() => undefined))
  const { versionOfPaper, ...papers } = paperRoom(() => deals, heard, isRenaming ? rules : undefined)
  const versions = (of: Subject) => versionOfPaper(of) ?? versionOf(of)
  const deals: MemoryDeals = memoryDeals(heard ?? (() => undefined), ask.keep, versions)
  const { plans, openDeals } = memoryPlans()
  const stored: Ports = {
    clock,
    ids,
    deals: deals.deals,
    people: people === undefined ? memoryPeople(openDeals) : { ...memoryPeople(openDeals), load: async () => people },
    rules,
    plans,
    ...papers,
    settings: memorySettings(),
    gateFacts: factsOf({ ...papers, ...room }, isRenaming ? rules : undefined),
    callBacks: callsKnownTo(() => stored),
    ...room,
    knownClients: knownClients({ ...room, deals: deals.deals, ids, rules }),
    files: memoryFiles(clock).files,
    attached: memoryAttached(deals),
    reports: memoryReports(deals.refusals),
    backlog: noBacklog,
    automation: memoryAutomation(deals),
    notices: memoryNotices(),
    ...unsaid,
    webhooks: memoryWebhooks(deals),
    ...looking(),
    outlet: noWayOut,
    integrations: memoryIntegrations(heard ?? (() => undefined)),
    talks: memoryTalks(heard ?? (() => undefined)),
    language,
    entry: memoryEntries(),
    ...forPrograms(deals.keepAnswer),
    backstage: noBackstage(() => Promise.resolve()),
  }
  const { nextLook, standIns, refusals } = deals
  return { ports: isRenaming ? inTodaysWords(stored) : stored, nextLook, standIns, refusals }
}

/** What is asked of calls, of ports that are only being put together. */
function callsKnownTo(ports: () => Ports): Ports['callBacks'] {
  return {
    justRang: (asked) => callBackFacts(ports()).justRang(asked),
    between: (from, to) => callBackFacts(ports()).between(from, to),
  }
}

/** By what people find things. */
function looking(): Pick<Ports, 'words' | 'views'> {
  return { words: memoryWords(), views: memoryViews() }
}

/** With what programs come in; nobody asks for too much here. */
function forPrograms(
  keepAnswer: MemoryDeals['keepAnswer'],
): Pick<Ports, 'apiKeys' | 'keyholders' | 'limits' | 'handovers'> {
  const apiKeys = memoryApiKeys()
  return { apiKeys, keyholders: keyholders(apiKeys), limits: noLimits, handovers: memoryHandovers({ keepAnswer }) }
}

/** Which channels are set up, and by what people come in, is for whoever runs it to say. */
const unsaid: Pick<Ports, 'channels' | 'ways'> = { channels: {}, ways: { by: 'elsewhere' } }

/** Documents and money, which share the numbers of their series, and what of them goes to bookkeeping. */
function paperRoom(
  deals: () => MemoryDeals,
  heard: MemoryAsk['heard'] = () => undefined,
  renaming?: Ports['rules'],
): Pick<Ports, 'documents' | 'exchange' | 'loaders' | 'loads' | 'money' | 'ruleFiles' | 'toldPayments'> & {
  readonly versionOfPaper: (subject: Subject) => number | undefined
} {
  const numbers = memoryNumbers()
  const keepAnswer: MemoryDeals['keepAnswer'] = (answer) => deals().keepAnswer(answer)
  const { documents, versionOf } = memoryDocuments(keepAnswer, numbers)
  const { money, versionOf: versionOfInvoice } = memoryMoney({ keepAnswer }, numbers)
  const versionOfPaper = ({ kind, id }: Subject): number | undefined =>
    kind === 'document' ? versionOf(id) : kind === 'invoice' ? versionOfInvoice(id) : undefined
  const exchange = memoryExchange(heard)
  const kept = { documents, money }
  const papers = renaming === undefined ? kept : papersInWords(kept, renaming)
  const loaders = { register: registerLoader, statement: statementLoader }
  return {
    ...papers,
    versionOfPaper,
    ruleFiles,
    exchange,
    loaders,
    loads: memoryLoads(heard, { keepAnswer }),
    toldPayments,
  }
}

function factsOf(
  room: Pick<Ports, 'money' | 'documents' | 'clients'>,
  renaming: Ports['rules'] | undefined,
): Ports['gateFacts'] {
  const facts = gateFactsOf([moneyFacts(room), clientFacts(room), documentFacts(room)])
  return renaming === undefined ? facts : factsInWords(facts, renaming)
}

/** What is kept of clients. */
function clientRoom(heard: (event: DomainEvent) => void): Pick<
  Ports,
  'clients' | 'merges' | 'duplicates' | 'personalData' | 'reading' | 'consents' | 'keeping'
> & {
  readonly versionOf: (subject: Subject) => number | undefined
} {
  const cards = noCards()
  return {
    clients: memoryClients(cards, (event) => {
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- as the queue hands them on: whoever hears of clients reads the subject
      heard(event as unknown as DomainEvent)
    }),
    merges: memoryMerges(cards),
    duplicates: memoryDuplicates(),
    reading: memoryReading(),
    consents: memoryConsents(),
    keeping: memoryKeeping(),
    personalData: { doors: async () => personalDoors, erasedSooner },
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
