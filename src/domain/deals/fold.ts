import { keyOf, leaveRow } from './contribution'
import { correctionsIn } from '#domain/plan/new-currency'
import type { Deal, FieldValue } from '#schemas/deal'
import type { DomainEvent, EventDetail } from '#schemas/event'

/** The deal that its events, oldest first, add up to; undefined without a `deal.created`. Notes change nothing. */
export function foldDeal(events: readonly DomainEvent[]): Deal | undefined {
  let deal: Deal | undefined
  for (const event of events.filter((one) => !isNote(one))) deal = deal === undefined ? born(event) : after(deal, event)
  return deal
}

/** Whether an event only notes something beside the deal. */
export function isNote({ id }: Pick<DomainEvent, 'id'>): boolean {
  return id.includes('~')
}

function born(event: DomainEvent): Deal | undefined {
  if (event.name !== 'deal.created') return undefined
  const {
    dealId,
    deal,
    title = '',
    client = {},
    links,
    currency = '',
    externalId,
    firstReplyDueAt,
    askedAt,
    channel,
    changes,
  } = event.detail
  return {
    id: dealId,
    version: 1,
    title,
    pipeline: deal.pipeline,
    stage: deal.stage,
    status: deal.status,
    visit: { no: deal.visit, enteredAt: event.at, configVersion: event.configVersion },
    owner: deal.owner,
    client,
    ...(links === undefined ? {} : { links }),
    currency,
    fields: withChanges({}, changes),
    happened: {},
    createdAt: event.at,
    createdBy: event.actor.id,
    updatedAt: event.at,
    ...(firstReplyDueAt === undefined ? {} : { firstReplyDueAt }),
    ...(askedAt === undefined ? {} : { askedAt }),
    ...(channel === undefined ? {} : { channel }),
    ...(externalId === undefined ? {} : { externalId }),
  }
}

function after(found: Deal, event: DomainEvent): Deal {
  const before = seatedBy(found, event)
  const { deal, title, client, links, changes, event: posted } = event.detail
  const { closed: _closed, ...open } = before
  const next: Deal = {
    ...open,
    version: before.version + 1,
    ...(title === undefined ? {} : { title }),
    pipeline: deal.pipeline,
    stage: deal.stage,
    status: deal.status,
    visit: visitAfter(before, event),
    owner: deal.owner,
    client: client ?? before.client,
    ...(links === undefined ? {} : { links }),
    fields: event.name === 'deal.reattributed' ? before.fields : withChanges(before.fields, changes),
    happened: posted === undefined ? before.happened : { ...before.happened, [posted]: event.at },
    updatedAt: event.at,
    ...(event.detail.firstReply === undefined ? {} : { firstReply: event.detail.firstReply }),
    ...closingAfter(before, event),
  }
  return booksAfter(before, next, event)
}

/** The deal as it was called from this event on: its place, its fields, what applies to its visit. */
function seatedBy(before: Deal, { name, detail }: DomainEvent): Deal {
  const { reseated } = detail
  if (reseated === undefined) return before
  const { was, rules, fields, amended } = reseated
  // The event of a move names the place it moved to; where it was put before that is told by what it came from.
  const { pipeline, stage } = name === 'deal.reseated' ? detail.deal : (detail.from ?? detail.deal)
  const isPut = was.pipeline !== pipeline || was.stage !== stage
  const { amended: before_, ...visit } = before.visit
  const kept = amended ?? before_ ?? []
  const to = before.version + 1
  const from = before.seat?.to === before.version ? before.seat.from : before.version
  return {
    ...before,
    pipeline,
    stage,
    fields: withChanges(before.fields, fields),
    visit: {
      ...visit,
      ...(isPut ? { entered: visit.entered ?? { pipeline: was.pipeline, stage: was.stage } } : {}),
      ...(kept.length === 0 ? {} : { amended: [...kept] }),
    },
    // What was brought to its visit on purpose is news to whoever has seen the version before.
    seat: { rules, from: name === 'deal.reseated' && amended === undefined ? from : to, to },
  }
}

function visitAfter(before: Deal, event: DomainEvent): Deal['visit'] {
  if (event.detail.deal.visit === before.visit.no) return before.visit
  return { no: event.detail.deal.visit, enteredAt: event.at, configVersion: event.configVersion }
}

function closingAfter(before: Deal, event: DomainEvent): Pick<Deal, 'closed'> {
  const { status } = event.detail.deal
  if (status === 'open' || status === 'won') return {}
  if (before.closed !== undefined && before.status === status) return { closed: before.closed }
  const { reason, comment } = event.detail
  if (status === 'completed') return { closed: { at: event.at } }
  return {
    closed: {
      at: event.at,
      ...(reason === undefined ? {} : { reason }),
      ...(comment === undefined ? {} : { comment }),
    },
  }
}

function booksAfter(before: Deal, after_: Deal, event: DomainEvent): Deal {
  const { won, corrections } = event.detail
  const next =
    corrections === undefined
      ? restated(after_, event.detail.restated)
      : { ...after_, corrections: [...(before.corrections ?? []), ...corrections] }
  if (won === undefined) return next
  const { won: _won, countedBefore: _before, ...bare } = next
  const isSameRow =
    won !== null && before.won !== undefined && JSON.stringify(keyOf(won)) === JSON.stringify(keyOf(before.won))
  const left = isSameRow ? (before.countedBefore ?? []) : leaveRow(before, won ?? undefined)
  return {
    ...bare,
    ...(won === null ? {} : { won }),
    ...(left.length === 0 ? {} : { countedBefore: [...left] }),
  }
}

/** What was corrected before, in the currency the company has reckoned in since. */
function restated(deal: Deal, change: EventDetail['restated']): Deal {
  if (change === undefined || deal.corrections === undefined) return deal
  return { ...deal, corrections: correctionsIn(deal.corrections, change) }
}

function withChanges(
  fields: Deal['fields'],
  changes: Readonly<Record<string, readonly FieldValue[]>> | undefined,
): Deal['fields'] {
  const next = { ...fields }
  for (const [id, [, value]] of Object.entries(changes ?? {})) {
    if (value === undefined || value === null) delete next[id]
    else next[id] = value
  }
  return next
}
