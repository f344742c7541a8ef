import type { Caller } from '#domain/kernel/access'
import { reaches } from '#domain/kernel/access'
import { gateValues, type StageRules } from '#domain/rules/stage-rules'
import type { People } from '#ports/people'
import type { Ports } from '#ports/ports'
import type { RulesVersion } from '#ports/rules'
import type { Deal, FieldValue } from '#schemas/deal'
import type { DomainEvent } from '#schemas/event'
import type { Task } from '#schemas/task'
import type { GateView } from '#schemas/views'

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
  /** Stored and computed fields. */
  readonly values: Readonly<Record<string, FieldValue>>
  /** Whether the caller may change the deal itself, not only tasks of their own. */
  readonly mayEdit: boolean
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
  return { ...file, events: items, isMore: cursor !== undefined }
}

/** Reads a deal for its page: one query for it, one for its tasks. */
export async function readDealPage(
  ports: Pick<Ports, 'deals' | 'rules' | 'gateFacts' | 'clock'>,
  { caller, people }: { readonly caller: Caller; readonly people: People },
  dealId: string,
): Promise<DealPageFile> {
  const { deal, tasks } = await readableDeal(ports, caller, people, dealId)
  const [own, newest] = await Promise.all([rulesFor(ports, deal), ports.rules.current()])
  const { rules } = await withFacts(ports, deal, own)
  return {
    deal,
    tasks,
    rules,
    newest,
    gate: gateFrom(deal, tasks, { rules, newest }),
    values: gateValues(deal, rules),
    mayEdit: reaches(caller, 'deals_edit', deal.owner, people),
  }
}
