import { isNamed } from '#domain/kernel/access'
import { Refusal } from '#domain/kernel/refusal'
import type { Ports } from '#ports/ports'
import type { CloseDeal } from '#schemas/commands'
import type { Deal } from '#schemas/deal'
import type { Outcome } from '#schemas/model'
import { expectVersion, once, type Command } from '#usecases/command'
import { commit, notBefore } from './commit'
import { openFile, type DealFile } from './deal-file'

type Needs = Pick<Ports, 'clock' | 'deals' | 'people' | 'rules'>

/** Closes a deal that is not won yet as lost, with a reason from the list. No gate stands in the way. */
export function loseDeal(ports: Needs, command: Command, dealId: string, input: CloseDeal): Promise<Deal> {
  return once(ports, command, async () => {
    const file = await openForClosing(ports, command, dealId)
    if (file.deal.status !== 'open') {
      throw new Refusal(
        'deal_already_won',
        `The deal “${file.deal.title}” is ${file.deal.status}: it can be cancelled, not lost.`,
      )
    }
    return close(ports, command, file, { input, outcome: 'lost' })
  })
}

/** Closes a deal that was won already as cancelled: it is taken off the plan, visibly. */
export function cancelDeal(ports: Needs, command: Command, dealId: string, input: CloseDeal): Promise<Deal> {
  return once(ports, command, async () => {
    const file = await openForClosing(ports, command, dealId)
    if (file.deal.status === 'open') {
      throw new Refusal('deal_not_won', `The deal “${file.deal.title}” is not won yet: it can be lost, not cancelled.`)
    }
    return close(ports, command, file, { input, outcome: 'cancelled' })
  })
}

async function openForClosing(ports: Needs, command: Command, dealId: string): Promise<DealFile> {
  const file = await openFile(ports, command.caller, dealId)
  expectVersion(file.deal, command)
  const { status, title } = file.deal
  if (status !== 'lost' && status !== 'cancelled') return file
  throw new Refusal('deal_closed', `The deal “${title}” is ${status} already.`, { status })
}

async function close(
  ports: Needs,
  command: Command,
  { deal, newest, people }: DealFile,
  { input, outcome }: { input: CloseDeal; outcome: 'lost' | 'cancelled' },
): Promise<Deal> {
  const rules = newest.model.outcomes[outcome]
  refuseReason(rules, outcome, input.reason)
  const mayClose = rules.who === undefined || isNamed(command.caller, rules.who, deal.owner, people)
  if (!mayClose) refusePerson(rules, command, newest.model.roles[rules.who ?? '']?.name ?? rules.who)
  const at = notBefore(ports.clock.now(), deal)
  const { reason, comment } = input
  const note = { reason, ...(comment === undefined ? {} : { comment }) }
  const next: Deal = { ...deal, status: outcome, closed: { at, ...note } }
  const { stage, visit, status, pipeline, owner } = deal
  const detail = { from: { stage, visit: visit.no, status, pipeline, owner }, ...note }
  return commit(ports, command, { was: deal, next, name: `deal.${outcome}`, detail, at })
}

function refuseReason(rules: Outcome, outcome: string, reason: string): void {
  if (Object.hasOwn(rules.reasons, reason)) return
  const known = Object.keys(rules.reasons)
  throw new Refusal(
    'reason_unknown',
    `“${reason}” is no reason for a deal to be ${outcome}. Choose one of: ${known.join(', ')}.`,
    {
      known,
    },
  )
}

function refusePerson(rules: Outcome, { caller }: Command, name: string | undefined): void {
  if (caller.employee === null) return
  throw new Refusal('forbidden', `Only “${name ?? rules.who}” may do this.`, { role: rules.who })
}
