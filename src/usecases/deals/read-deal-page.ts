import type { Caller } from '#domain/kernel/access'
import { reaches } from '#domain/kernel/access'
import { fieldsOf, gateValues, type StageRules } from '#domain/rules/stage-rules'
import type { People } from '#ports/people'
import type { Ports } from '#ports/ports'
import type { RulesVersion } from '#ports/rules'
import type { Deal, FieldValue } from '#schemas/deal'
import type { DomainEvent } from '#schemas/event'
import type { Task } from '#schemas/task'
import type { GateView } from '#schemas/views'

import { linkedDealsOf } from '#usecases/linked/read-linked-deals'
import { namedDeals, nameOfDeal, type DealNames } from '#usecases/linked/named-deals'
import type { LinkedDeals } from '#schemas/lists/linked-deals'
import { rulesFor } from './deal-file'
import { withFacts } from './with-facts'
import { gateFrom } from './read-deal'
import { readableDeal } from './readable-deal'

/** A deal with everything its page shows of it. */
export type DealPageFile = {
  readonly deal: Deal
  readonly tasks: readonly Task[]
  /** The rules of its visit, and the newest ones. */
  readonly rules: StageRules
  readonly newest: RulesVersion
  readonly gate: GateView
  /** What its gate judges by: sums are as the file is read, in hundredths of a unit. */
  readonly values: Readonly<Record<string, FieldValue>>
  /** Stored and computed fields, sums in minor units of its currency. */
  readonly fields: Readonly<Record<string, FieldValue>>
  /** Whether the caller may change the deal itself, not only tasks of their own. */
  readonly mayEdit: boolean
  /** Which deals it names and which name it, and what those that the reader may see are called. */
  readonly linked: LinkedDeals
  readonly namedDeals: DealNames
}

/** A deal with the newest of what happened to it; `isMore` when there is more than was asked for. */
export type DealPageHistory = DealPageFile & {
  readonly events: readonly DomainEvent[]
  readonly isMore: boolean
}

/** Reads a deal with its history: one query more, and nothing of it is given to who may not see the deal. */
export async function readDealHistory(
  ports: Pick<Ports, 'deals' | 'rules' | 'gateFacts' | 'clock'>,
  asker: { readonly caller: Caller; readonly people: People },
  dealId: string,
  limit: number,
): Promise<DealPageHistory> {
  const [file, { items, cursor }] = await Promise.all([
    readDealPage(ports, asker, dealId),
    ports.deals.events(dealId, { limit, order: 'newest' }),
  ])
  const told = items.flatMap(({ detail: { changes = {} } }) => [sideOf(changes, 0), sideOf(changes, 1)])
  const namedBefore = await namedDeals(ports, asker, file.newest.model, told)
  return {
    ...file,
    namedDeals: new Map([...namedBefore, ...file.namedDeals]),
    events: items,
    isMore: cursor !== undefined,
  }
}

/** What fields held before a change, or after it. */
function sideOf(changes: Readonly<Record<string, readonly FieldValue[]>>, side: 0 | 1) {
  return Object.fromEntries(Object.entries(changes).map(([id, values]) => [id, values[side] ?? null]))
}

/** Reads a deal for its page: one query for it, one for its tasks. */
export async function readDealPage(
  ports: Pick<Ports, 'deals' | 'rules' | 'gateFacts' | 'clock'>,
  { caller, people }: { readonly caller: Caller; readonly people: People },
  dealId: string,
): Promise<DealPageFile> {
  const { deal, tasks } = await readableDeal(ports, caller, people, dealId)
  const [own, newest] = await Promise.all([rulesFor(ports, deal), ports.rules.current()])
  const [{ rules }, linked] = await Promise.all([
    withFacts(ports, deal, own),
    linkedDealsOf(ports, { caller, people }, { deal, model: newest.model }),
  ])
  return {
    deal,
    tasks,
    rules,
    newest,
    gate: gateFrom(deal, tasks, { rules, newest }),
    values: gateValues(deal, rules),
    fields: fieldsOf(deal, rules.model),
    mayEdit: reaches(caller, 'deals_edit', deal.owner, people),
    linked,
    namedDeals: new Map(
      linked.to.flatMap(({ deal: one }) => (one === null ? [] : [[one.id, nameOfDeal(one)] as const])),
    ),
  }
}
