import { dealRefusal } from '#domain/deals/words/deal-refusal'
import { mayEnd } from '#domain/deals/closing-rights'
import type { Ports } from '#ports/ports'
import type { CloseDeal } from '#schemas/commands'
import type { Deal } from '#schemas/deal'
import type { Outcome } from '#schemas/model'
import { expectVersion, once, type Command } from '#usecases/command'
import { commit, notBefore } from './commit'
import { openFile, type DealFile } from './deal-file'

type Needs = Pick<Ports, 'clock' | 'deals' | 'people' | 'rules' | 'gateFacts'>

/** Closes a deal that is not won yet as lost, with a reason from the list. No gate stands in the way. */
export function loseDeal(ports: Needs, command: Command, dealId: string, input: CloseDeal): Promise<Deal> {
  return once(ports, command, async () => {
    const file = await openForClosing(ports, command, dealId)
    if (file.deal.status !== 'open') {
      throw dealRefusal('deal_already_won', { title: file.deal.title, status: file.deal.status })
    }
    return close(ports, command, file, { input, outcome: 'lost' })
  })
}

/** Closes a deal that was won already as cancelled: it is taken off the plan, visibly. */
export function cancelDeal(ports: Needs, command: Command, dealId: string, input: CloseDeal): Promise<Deal> {
  return once(ports, command, async () => {
    const file = await openForClosing(ports, command, dealId)
    if (file.deal.status === 'open') {
      throw dealRefusal('deal_not_won', { title: file.deal.title })
    }
    return close(ports, command, file, { input, outcome: 'cancelled' })
  })
}

async function openForClosing(ports: Needs, command: Command, dealId: string): Promise<DealFile> {
  const file = await openFile(ports, command.caller, dealId)
  expectVersion(file.deal, command)
  const { status, title } = file.deal
  if (status !== 'lost' && status !== 'cancelled') return file
  throw dealRefusal('deal_closed.already', { title, status }, { status })
}

async function close(
  ports: Needs,
  command: Command,
  { deal, newest, people }: DealFile,
  { input, outcome }: { input: CloseDeal; outcome: 'lost' | 'cancelled' },
): Promise<Deal> {
  const rules = newest.model.outcomes[outcome]
  refuseReason(rules, outcome, input.reason)
  if (!mayEnd(command.caller, rules, deal.owner, people)) {
    const role = rules.who ?? ''
    throw dealRefusal('forbidden.close_deal', { role, name: newest.model.roles[role]?.name ?? role }, { role })
  }
  const at = notBefore(ports.clock.now(), deal)
  const { reason, comment } = input
  const note = { reason, ...(comment === undefined ? {} : { comment }) }
  const next: Deal = { ...deal, status: outcome, closed: { at, ...note } }
  const { stage, visit, status, pipeline, owner } = deal
  const detail = { from: { stage, visit: visit.no, status, pipeline, owner }, ...note }
  return commit(ports, command, { was: deal, next, name: `deal.${outcome}`, detail, at })
}

function refuseReason(rules: Outcome, outcome: 'lost' | 'cancelled', reason: string): void {
  if (Object.hasOwn(rules.reasons, reason)) return
  const known = Object.keys(rules.reasons)
  throw dealRefusal('reason_unknown', { reason, outcome, known }, { known })
}
