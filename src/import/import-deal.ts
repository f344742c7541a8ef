import { isNote } from '#domain/deals/fold'
import type { Ports } from '#ports/ports'
import type { Deal } from '#schemas/deal'
import type { DomainEvent } from '#schemas/event'
import { loseDeal } from '#usecases/deals/close-deal'
import type { Command } from '#usecases/command'
import { createDeal } from '#usecases/deals/create-deal'
import { moveDeal } from '#usecases/deals/move-deal'

import type { DealDraft } from './draft-deals'

export type ImportPorts = Pick<
  Ports,
  'clock' | 'ids' | 'deals' | 'people' | 'rules' | 'settings' | 'plans' | 'gateFacts' | 'knownClients'
>

/** What an import did with a deal: made it, went on with one that was begun, or left alone what is there already. */
export type Taken = 'made' | 'continued' | 'there'

/**
 * Brings a deal to where the file says it is, by the same commands as anybody, each at its day in the file. A deal with
 * this external id is made once; one that only an import has touched goes on from where it is, any other is left alone.
 */
export async function importDeal(
  ports: ImportPorts,
  command: Command,
  draft: DealDraft,
  source: string,
): Promise<Taken> {
  const known = await ports.deals.byExternalId(draft.externalId)
  const found = known === undefined ? undefined : await ports.deals.find(known)
  if (found !== undefined && (isThere(found, draft) || !(await isImported(ports, found.id)))) return 'there'
  const deal = found ?? (await makeDeal(ports, command, draft))
  await bringOn(ports, command, { deal, draft, reason: `import ${source}:${draft.line}` })
  return found === undefined ? 'made' : 'continued'
}

function makeDeal(ports: ImportPorts, command: Command, draft: DealDraft): Promise<Deal> {
  const { title, pipeline, owner, client, currency, fields, externalId } = draft
  const more = currency === undefined ? {} : { currency }
  return createDeal(onDay(ports, draft.createdAt), command, {
    title,
    pipeline,
    owner,
    client,
    fields,
    externalId,
    ...more,
  })
}

type Way = { readonly deal: Deal; readonly draft: DealDraft; readonly reason: string }

async function bringOn(ports: ImportPorts, command: Command, { deal, draft, reason }: Way): Promise<void> {
  const { outcome, createdAt, closedAt } = draft
  if (outcome.kind !== 'won' && outcome.stage !== undefined && outcome.stage !== deal.stage) {
    await moveDeal(onDay(ports, createdAt), command, deal.id, { toStage: outcome.stage, reason, override: { reason } })
  }
  if (outcome.kind === 'won') {
    const toStage = outcome.stage ?? 'completed'
    await moveDeal(onDay(ports, closedAt), command, deal.id, { toStage, override: { reason } })
  }
  if (outcome.kind === 'lost') {
    await loseDeal(onDay(ports, closedAt), command, deal.id, { reason: outcome.reason ?? '', comment: reason })
  }
}

function isThere(deal: Deal, { outcome }: DealDraft): boolean {
  if (deal.status !== 'open') return true
  return outcome.kind === 'open' && (outcome.stage ?? deal.stage) === deal.stage
}

/**
 * Whether nobody but imports has ever touched a deal. What the clock notes of it changes nothing: one that was begun, and has
 * lain for months by its file, is noted as stuck before the import goes on.
 */
export async function isImported({ deals }: ImportPorts, dealId: string): Promise<boolean> {
  const { items, cursor } = await deals.events(dealId, { order: 'oldest', limit: 100 })
  const isByClock = (event: DomainEvent) => event.actor.kind === 'system' && isNote(event)
  return cursor === undefined && items.every((event) => event.actor.kind === 'import' || isByClock(event))
}

/** The same ports on another day. */
export function onDay(ports: ImportPorts, instant: string): ImportPorts {
  return { ...ports, clock: { now: () => instant } }
}
