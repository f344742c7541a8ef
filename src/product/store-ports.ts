import { ulid } from 'ulid'

import { noBacklog } from './no-backlog'
import { noBackstage } from './no-backstage'
import { noFiles } from './no-files'
import type { ApiKeyStore } from '#ports/api-keys'
import type { EntryStore } from '#ports/entry'
import type { PeopleStore } from '#ports/people'
import type { Ports } from '#ports/ports'
import type { RulesLanguage } from '#ports/rules-language'
import type { WebhookOutlet } from '#ports/webhooks'
import type { Employee } from '#schemas/people'
import { automationStore } from '#automation/store/automation-store'
import { dealStore } from '#store/deals/deal-store'
import type { TableAccess } from '#store/table-access'
import { refusalRow } from '#reports/store/refusal-row'
import { onDemand } from '#store/on-demand'
import { peopleStore, settingsStore, touchSettings } from '#store/people/people-store'
import { planStore } from '#store/plan/plan-store'
import { randomFraction } from '#store/random-fraction'
import { rulesStore } from '#store/rules/rules-store'
import { papersInWords } from './papers-in-words'
import { inTodaysWords } from './todays-words'

/** Everything the use cases need, on the one table. `alarm` hears of rules that cannot be loaded. */
export function storePorts(access: TableAccess, language: RulesLanguage, alarm?: (message: string) => void): Ports {
  const entry = onDemand(async () => (await import('#entry/store/entry-store')).entryStore(access))
  const programs = forPrograms(access)
  const clients = onDemand(async () => (await import('#clients/store/client-store')).clientStore(access))
  const [rules, deals] = [rulesStore(access, alarm), dealStore(access, refusalRow)]
  const ids: Ports['ids'] = { next: (prefix) => `${prefix}_${ulid(undefined, randomFraction)}` }
  const paper = papersInWords(papers(access), rules)
  const ports: Ports = inTodaysWords({
    clock: { now: () => new Date().toISOString() },
    ids,
    deals,
    people: closingDoors(peopleStore(access), entry, programs.apiKeys),
    rules,
    ...figures(access),
    // Gates that ask for nothing but their deal load nothing of money and clients.
    gateFacts: onDemand(() => gateFacts({ ...paper, clients, rules })),
    callBacks: onDemand(async () => (await import('#channels/usecases/calling/call-back-facts')).callBackFacts(ports)),
    ...paper,
    clients,
    knownClients: onDemand(() => knownTo({ clients, deals, ids, rules: ports.rules })),
    ...besideCards(access),
    // Where bytes are kept is for whoever runs it to say.
    files: noFiles,
    attached: onDemand(async () => (await import('#store/attached/attached-store')).attachedStore(access)),
    // Most requests have nothing to do with these.
    reports: onDemand(async () => (await import('#reports/store/report-store')).reportStore(access)),
    // What runs behind the store says how far it is.
    backlog: noBacklog,
    notices: onDemand(async () => (await import('#notices/store/notice-store')).noticeStore(access)),
    // Which channels are set up is for whoever sends to say.
    channels: {},
    webhooks: onDemand(async () => (await import('#webhooks/store/webhook-store')).webhookStore(access)),
    words: onDemand(async () => (await import('#search/store/word-store')).wordStore(access)),
    views: onDemand(async () => (await import('#store/views/view-store')).viewStore(access)),
    integrations: onDemand(async () => (await import('#channels/store/integration-store')).integrationStore(access)),
    talks: onDemand(async () => (await import('#channels/store/talk-store')).talkStore(access)),
    // So is the way out of this machine.
    outlet: noOutlet,
    language,
    entry,
    ...programs,
    // By what people come in is for whoever lets them in to say.
    ways: { by: 'elsewhere' },
    backstage: noBackstage(() => touchSettings(access)),
  })
  return ports
}

/** With what programs come in, how much may be asked, and what goes from whom to whom. */
function forPrograms(access: TableAccess): Pick<Ports, 'apiKeys' | 'keyholders' | 'limits' | 'handovers'> {
  const apiKeys = onDemand(async () => (await import('#entry/store/api-key-store')).apiKeyStore(access))
  return {
    apiKeys,
    keyholders: onDemand(async () => (await import('#entry/usecases/keyholders')).keyholders(apiKeys)),
    limits: onDemand(() => limitsOf(access)),
    handovers: onDemand(async () => (await import('#workday/store/handover-store')).handoverStore(access)),
  }
}

async function limitsOf(access: TableAccess): Promise<Ports['limits']> {
  const [{ leasedLimits }, { leaseStore }] = await Promise.all([
    import('#usecases/lease-limits'),
    import('#store/limits/lease-store'),
  ])
  return leasedLimits(leaseStore(access), () => Date.now())
}

/** The plan, what holds for the company, and what rules have done by themselves. */
function figures(access: TableAccess): Pick<Ports, 'plans' | 'settings' | 'automation'> {
  return {
    plans: planStore(access.document, access.table),
    settings: settingsStore(access),
    automation: automationStore(access),
  }
}

async function knownTo(ports: Pick<Ports, 'clients' | 'deals' | 'ids' | 'rules'>): Promise<Ports['knownClients']> {
  return (await import('#clients/usecases/known-clients')).knownClients(ports)
}

async function gateFacts(ports: Pick<Ports, 'money' | 'clients' | 'documents' | 'rules'>): Promise<Ports['gateFacts']> {
  const [{ gateFactsOf }, { factsInWords }, { moneyFacts }, { clientFacts }, { documentFacts }] = await Promise.all([
    import('./gate-facts'),
    import('./facts-in-words'),
    import('#money/usecases/money-facts'),
    import('#clients/usecases/client-facts'),
    import('#documents/usecases/document-facts'),
  ])
  return factsInWords(gateFactsOf([moneyFacts(ports), clientFacts(ports), documentFacts(ports)]), ports.rules)
}

/** Documents, money and what of it goes to bookkeeping; most requests have nothing to do with them. */
function papers(
  access: TableAccess,
): Pick<Ports, 'documents' | 'exchange' | 'loaders' | 'loads' | 'money' | 'ruleFiles' | 'toldPayments'> {
  return {
    loads: onDemand(async () => (await import('#loads/store/load-store')).loadStore(access)),
    loaders: {
      register: onDemand(async () => (await import('#documents/usecases/register/register-loader')).registerLoader),
      statement: onDemand(async () => (await import('#money/usecases/statement-loader')).statementLoader),
    },
    exchange: onDemand(async () => (await import('#exchange/store/exchange-store')).exchangeStore(access)),
    toldPayments: onDemand(async () => (await import('#money/usecases/take-told-payment')).toldPayments),
    documents: onDemand(async () => (await import('#documents/store/document-store')).documentStore(access)),
    money: onDemand(async () => (await import('#money/store/money-store')).moneyStore(access)),
    ruleFiles: onDemand(async () => (await import('./rule-files')).ruleFiles),
  }
}

/** What clients need beside their cards; most requests do not. */
function besideCards(
  access: TableAccess,
): Pick<Ports, 'merges' | 'duplicates' | 'personalData' | 'reading' | 'consents' | 'keeping'> {
  return {
    keeping: onDemand(async () => (await import('#clients/store/keeping-store')).keepingStore(access)),
    consents: onDemand(async () => (await import('#clients/store/consent-store')).consentStore(access)),
    reading: onDemand(async () => (await import('#clients/store/reading-store')).readingStore(access)),
    merges: onDemand(async () => (await import('#clients/store/merge-store')).mergeStore(access)),
    duplicates: onDemand(async () => (await import('#clients/store/duplicate-store')).duplicateStore(access)),
    personalData: {
      doors: async () => (await import('./lists/personal-doors')).personalDoors,
      erasedSooner: async (ports, change) =>
        (await import('#clients/usecases/keeping/erased-sooner')).erasedSooner(ports, change),
    },
  }
}

/** Whoever leaves is let in by nothing any more: what they came in with is forgotten with the very change. */
export function closingDoors(people: PeopleStore, entry: Pick<EntryStore, 'close'>, apiKeys: ApiKeyStore): PeopleStore {
  const afterwards = async (isSaved: boolean, { id, active }: Employee): Promise<boolean> => {
    if (isSaved && !active) {
      const { closeApiKeys } = await import('#entry/usecases/close-api-keys')
      await Promise.all([entry.close(id), closeApiKeys(apiKeys, id, new Date().toISOString())])
    }
    return isSaved
  }
  return {
    ...people,
    saveEmployee: async (employee, over) => afterwards(await people.saveEmployee(employee, over), employee),
    saveEmployeeBeside: async (employee, editor, over) =>
      afterwards(await people.saveEmployeeBeside(employee, editor, over), employee),
  }
}

const nowhere = (): Promise<never> =>
  Promise.reject(new Error('Nothing can be posted or fetched from here: the way out is not set up.'))

const noOutlet: WebhookOutlet = {
  faultOf: nowhere,
  post: nowhere,
  get: nowhere,
  ask: nowhere,
  randomBytes: () => {
    throw new Error('No secret can be made here: the way out is not set up.')
  },
  random: () => 0,
}
