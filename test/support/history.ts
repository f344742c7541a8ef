import { axesText } from '#domain/deals/contribution'
import type { FactRow } from '#ports/plans'
import type { DealStatus, LedgerKey } from '#schemas/deal'
import type { Contribution, DealState, DomainEvent } from '#schemas/event'

import { randomFrom } from './faults'

/** A key of the ledger; only what matters is said. */
export function aLedgerKey(key: Partial<LedgerKey> = {}): LedgerKey {
  return {
    month: '2026-11',
    employee: 'anna',
    department: 'north',
    pipeline: 'b2b_new',
    axes: axesText({ audience: 'new' }),
    ...key,
  }
}

/** What a deal counts for under a key. */
export function aContribution(
  part: Partial<Omit<Contribution, 'key'>> & { key?: Partial<LedgerKey> } = {},
): Contribution {
  const { key, ...amounts } = part
  return { key: aLedgerKey(key), sumMinor: 100_00, count: 1, tasksDone: 0, ...amounts }
}

/** An event of a deal; `deal` says its state after it, `plan` its whole part in the plan. */
export function anEvent(
  version: number,
  said: { dealId?: string; name?: DomainEvent['name']; deal?: Partial<DealState>; plan?: Contribution[] } = {},
): DomainEvent {
  const dealId = said.dealId ?? 'deal_1'
  return {
    id: `${dealId}:${version}`,
    name: said.name ?? 'deal.moved',
    schemaVersion: 1,
    at: '2026-11-23T09:00:00.000Z',
    actor: { kind: 'employee', id: 'anna' },
    configVersion: 1,
    correlationId: 'cor_1',
    causationId: null,
    detail: {
      dealId,
      deal: {
        status: 'open',
        pipeline: 'b2b_new',
        stage: 'presentation',
        visit: 1,
        owner: 'anna',
        amountMinor: 100_00,
        currency: 'RUB',
        ...said.deal,
      },
      ...(said.plan === undefined ? {} : { plan: said.plan }),
    },
  }
}

/** Lives of some deals that win, are corrected, change hands, are cancelled and won again, drawn from a seed. */
export function aHistory(seed: number, { deals = 4, events = 8 } = {}): readonly DomainEvent[] {
  const random = randomFrom(seed)
  const pick = <T>(list: readonly [T, ...T[]]): T => list[Math.floor(random() * list.length)] ?? list[0]
  return Array.from({ length: deals }, (_, no) => {
    const seen = new Map<string, LedgerKey>()
    return Array.from({ length: events }, (__, index) => {
      const key = aLedgerKey({
        month: pick(['2026-10', '2026-11']),
        employee: pick(['anna', 'boris']),
        pipeline: pick(['b2b_new', 'b2c_new']),
      })
      const status = pick<DealStatus>(['open', 'won', 'won', 'completed', 'lost', 'cancelled'])
      const amountMinor = Math.floor(random() * 1_000_00)
      const counts = status === 'won' || status === 'completed'
      const left = [...seen.values()].map((one) => aContribution({ key: one, sumMinor: 0, count: 0 }))
      const now = counts ? [aContribution({ key, sumMinor: amountMinor })] : []
      seen.set(nameOf(key), key)
      return anEvent(index + 1, {
        dealId: `deal_${no + 1}`,
        deal: {
          status,
          pipeline: key.pipeline,
          owner: key.employee,
          stage: pick(['presentation', 'offer', 'delivery']),
          amountMinor,
          currency: no % 2 === 0 ? 'RUB' : 'USD',
        },
        plan: [...now, ...left.filter((one) => !now.some((other) => nameOf(other.key) === nameOf(one.key)))],
      })
    })
  }).flat()
}

/** The state every deal ends in: the simple road to what the books must say. */
export function endsOf(history: readonly DomainEvent[]): readonly DomainEvent[] {
  const last = new Map<string, DomainEvent>()
  for (const event of history) {
    const before = last.get(event.detail.dealId)
    if (before === undefined || numberOf(before) < numberOf(event)) last.set(event.detail.dealId, event)
  }
  return [...last.values()]
}

/** The books that the ends of a history add up to: what counts for something, by plan row. */
export function booksOf(history: readonly DomainEvent[]): Readonly<Record<string, readonly number[]>> {
  const sums: Record<string, [number, number, number]> = {}
  for (const { key, sumMinor, count, tasksDone } of endsOf(history).flatMap((event) => event.detail.plan ?? [])) {
    const [sum, deals, tasks] = sums[nameOf(key)] ?? [0, 0, 0]
    sums[nameOf(key)] = [sum + sumMinor, deals + count, tasks + tasksDone]
  }
  return withoutZeros(sums)
}

/** Counters as `booksOf` gives them. */
export function asBooks(rows: readonly FactRow[]): Readonly<Record<string, readonly number[]>> {
  return withoutZeros(Object.fromEntries(rows.map((row) => [nameOf(row), [row.sumMinor, row.count, row.tasksDone]])))
}

function nameOf({ month, employee, department, pipeline, axes }: LedgerKey): string {
  return [month, employee, department, pipeline, axes].join(' ')
}

function withoutZeros(sums: Record<string, readonly number[]>): Record<string, readonly number[]> {
  return Object.fromEntries(Object.entries(sums).filter(([, amounts]) => amounts.some((amount) => amount !== 0)))
}

function numberOf(event: DomainEvent): number {
  return Number(event.id.split(':')[1])
}
