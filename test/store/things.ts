import type { Deal } from '#schemas/deal'
import type { DomainEvent } from '#schemas/event'
import type { Task } from '#schemas/task'
import type { DealChange } from '#ports/deals'
import { anEvent } from '#test/support/history'

/** The instant things are made at, so many hours later. */
export function hour(no: number): string {
  return new Date(Date.parse('2026-12-01T07:00:00.000Z') + no * 3_600_000).toISOString()
}

/** A deal as it is kept; only what matters is said. */
export function aKeptDeal(more: Partial<Deal> = {}): Deal {
  return {
    id: 'deal_1',
    version: 1,
    title: 'Coffee machines',
    pipeline: 'b2b_new',
    stage: 'presentation',
    status: 'open',
    visit: { no: 1, enteredAt: hour(0), configVersion: 1 },
    owner: 'anna',
    client: {},
    currency: 'RUB',
    fields: {},
    happened: {},
    createdAt: hour(0),
    createdBy: 'anna',
    updatedAt: hour(0),
    ...more,
  }
}

/** An open task of the first visit. */
export function aKeptTask(more: Partial<Task> = {}): Task {
  return {
    id: 'task_1-1-call',
    dealId: 'deal_1',
    rev: 1,
    template: 'call',
    pipeline: 'b2b_new',
    stage: 'presentation',
    visit: 1,
    do: 'Call',
    required: true,
    status: 'open',
    responsible: 'anna',
    role: 'owner',
    dueAt: hour(8),
    dueWhy: {
      rule: '1 working day',
      anchor: 'start',
      anchorValue: hour(0),
      calendar: 'company',
      configVersion: 1,
      skipped: [],
    },
    lateAtBirth: false,
    checklist: [{ text: 'Ask about the budget', done: false }],
    escalate: 'late_task',
    onLeave: 'cancel',
    createdAt: hour(0),
    createdBy: 'system',
    ...more,
  }
}

/** The change that makes a new deal. */
export function born(deal: Deal, more: Partial<DealChange> = {}): DealChange {
  const event = { ...anEvent(deal.version, { dealId: deal.id, name: 'deal.created' }), at: deal.updatedAt }
  return { was: undefined, deal, event, ...more }
}

/** The change after which a deal is as `next` says, one version on. */
export function changed(was: Deal, next: Partial<Deal>, more: Partial<DealChange> = {}): DealChange {
  const deal = { ...was, ...next, version: was.version + 1 }
  const event = { ...anEvent(deal.version, { dealId: deal.id, name: 'deal.updated' }), at: deal.updatedAt }
  return { was, deal, event, ...more }
}

/** A note after a version of a deal. */
export function aNote(deal: Pick<Deal, 'id' | 'version'>, what: string): DomainEvent {
  const event = anEvent(deal.version, { dealId: deal.id, name: 'task.overdue' })
  return { ...event, id: `${event.id}~${what}` }
}

/** Everything of a list, read page by page. */
export async function everything<T>(
  read: (page: {
    limit: number
    cursor?: string
  }) => Promise<{ readonly items: readonly T[]; readonly cursor?: string }>,
  limit: number,
): Promise<readonly T[]> {
  const found: T[] = []
  let cursor: string | undefined
  do {
    const page = await read({ limit, ...(cursor === undefined ? {} : { cursor }) })
    if (page.items.length > limit) throw new Error(`A page of ${limit} has ${page.items.length}.`)
    found.push(...page.items)
    cursor = page.cursor
  } while (cursor !== undefined)
  return found
}
