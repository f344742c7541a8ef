import type { RulesLanguage } from './rules-language'
import type { ApiKeyStore, Keyholders } from './api-keys'
import type { AttachedStore } from './attached'
import type { AutomationStore } from './automation'
import type { Backstage } from './backstage'
import type { Backlog } from './backlog'
import type { ClientMerges } from './client-merges'
import type { ClientStore, ConsentStore, KeepingStore } from './client-store'
import type { DealStore } from './deals'
import type { DocumentStore } from './documents'
import type { DuplicateStore } from './duplicates'
import type { EntryStore, Ways } from './entry'
import type { ExchangeStore } from './exchange'
import type { Files, LoadersOn, LoadStore } from './files'
import type { GateFacts } from './gate-facts'
import type { HandoverStore } from './handovers'
import type { KnownClients } from './known-clients'
import type { IntegrationStore } from './integrations'
import type { Limits } from './limits'
import type { MoneyStore, ToldPaymentsOn } from './money'
import type { Channels, NoticeStore } from './notices'
import type { PeopleStore } from './people'
import type { PersonalDataOn } from './personal-door'
import type { PlanStore } from './plans'
import type { ReadingStore } from './reading'
import type { ReportStore } from './reports'
import type { RulesStore } from './rules'
import type { RuleFiles } from './rule-files'
import type { SettingsStore } from './settings'
import type { CallBacks, TalkStore } from './talks'
import type { ViewStore } from './views'
import type { WebhookOutlet, WebhookStore } from './webhooks'
import type { WordStore } from './words'

/** What the outside provides. A use case names the part of it that it needs. */
export type Ports = {
  readonly clock: { readonly now: () => string }
  readonly ids: {
    readonly next: (
      prefix:
        | 'deal'
        | 'task'
        | 'client'
        | 'merge'
        | 'ref'
        | 'cor'
        | 'hook'
        | 'exp'
        | 'inv'
        | 'doc'
        | 'stm'
        | 'file'
        | 'up'
        | 'arr'
        | 'comment'
        | 'view'
        | 'handover'
        | 'exchange'
        | 'load',
    ) => string
  }
  readonly deals: DealStore
  readonly people: PeopleStore
  readonly rules: RulesStore
  readonly plans: PlanStore
  readonly money: MoneyStore
  readonly documents: DocumentStore
  readonly toldPayments: ToldPaymentsOn<
    Pick<Ports, 'clock' | 'deals' | 'gateFacts' | 'ids' | 'money' | 'people' | 'rules'>
  >
  readonly exchange: ExchangeStore
  readonly loads: LoadStore
  readonly loaders: LoadersOn<Ports>
  readonly settings: SettingsStore
  readonly gateFacts: GateFacts
  readonly callBacks: CallBacks
  readonly ruleFiles: RuleFiles
  readonly clients: ClientStore
  readonly knownClients: KnownClients
  readonly merges: ClientMerges
  readonly duplicates: DuplicateStore
  readonly consents: ConsentStore
  readonly keeping: KeepingStore
  readonly personalData: PersonalDataOn<Ports>
  readonly files: Files
  readonly attached: AttachedStore
  readonly automation: AutomationStore
  readonly notices: NoticeStore
  readonly channels: Channels
  readonly webhooks: WebhookStore
  readonly words: WordStore
  readonly views: ViewStore
  readonly outlet: WebhookOutlet
  readonly integrations: IntegrationStore
  readonly talks: TalkStore
  readonly reports: ReportStore
  readonly backlog: Backlog
  readonly language: RulesLanguage
  readonly entry: EntryStore
  readonly ways: Ways
  readonly reading: ReadingStore
  readonly handovers: HandoverStore
  readonly apiKeys: ApiKeyStore
  readonly keyholders: Keyholders
  readonly limits: Limits
  readonly backstage: Backstage
}
