import { BatchWriteCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'

import { keyOf } from '#domain/deals/contribution'
import { dealFacts, type DealRecord } from '#reports/domain/deal-facts'
import { shelfNames } from '#reports/domain/facts'
import { refusalFact } from '#reports/domain/refusal-fact'
import type { Ports } from '#ports/ports'
import type { ShelfEntry } from '#ports/reports'
import type { LedgerKey } from '#schemas/deal'
import { keys as planKeys } from '#store/plan/keys'
import { keys as reportKeys } from '#reports/store/keys'
import { writePack } from '#reports/store/shelf-packs'

import { sellers } from './company'
import { aMadeUpRecord, type Span } from './report-history'

type At = { readonly document: DynamoDBDocumentClient; readonly table: string }
type Row = { readonly key: LedgerKey; sumMinor: number; deals: number }

/** Entries that lie loose between two hourly packings: on what is open and this month, and on months that are over. */
export type Loose = { readonly busy: number; readonly quiet: number }

/** What was made up. */
export type Seeded = {
  readonly events: number
  readonly tasks: number
  readonly won: number
  readonly entries: number
  readonly refusals: number
}

/**
 * Makes up so many deals with their events and tasks in memory, makes their facts by the code that makes them from real
 * ones, and writes only these: packed by the packer’s own writer, the rest loose; with the plan’s counters and targets.
 */
export async function seedReports(
  at: At,
  { ports, count, span, loose }: { ports: Ports; count: number; span: Span; loose: Loose },
): Promise<Seeded> {
  const { model } = await ports.rules.current()
  const telling = { modelOf: () => model, zone: model.calendar.timezone }
  const shelves = new Map<string, ShelfEntry[]>()
  const books = new Map<string, Row>()
  const total = { events: 0, tasks: 0, won: 0, entries: 0, refusals: 0 }
  for (let no = 0; no < count; no += 1) {
    const record = aMadeUpRecord(model, no, span)
    total.events += record.events.length
    total.tasks += record.tasks.length
    total.won += book(books, record)
    const put = (shelf: string, entry: ShelfEntry) => {
      shelves.set(shelf, shelves.get(shelf) ?? [])
      shelves.get(shelf)?.push(entry)
      total.entries += 1
    }
    for (const [shelf, body] of dealFacts(record, telling)) put(shelf, { id: record.deal.id, rev: 1, body })
    for (const { at: refusedAt, entry } of refusalsOf(record)) {
      put(shelfNames.refusals(refusedAt.slice(0, 7)), entry)
      total.refusals += 1
    }
  }
  const month = span.now.slice(0, 7)
  for (const [shelf, entries] of shelves) {
    const loosely = shelf === 'open' || shelf.endsWith(month) ? loose.busy : loose.quiet
    await writePack(at, shelf, 0, entries.slice(loosely))
    await putAll(at, looseItems(shelf, entries.slice(0, loosely)))
  }
  await putAll(at, [...books.values()].map(bookItem))
  await setTargets(ports, books)
  return total
}

/** Every fifth deal was stopped once on each of its moves, the day before. */
function refusalsOf({ deal, events }: DealRecord): readonly { readonly at: string; readonly entry: ShelfEntry }[] {
  if (Number(deal.id.slice('deal_'.length)) % 5 !== 0) return []
  return events.flatMap(({ id, name, at: movedAt, actor, detail }) => {
    if (name !== 'deal.moved' || detail.from === undefined) return []
    const { pipeline, stage, owner } = detail.from
    const at = new Date(Date.parse(movedAt) - 86_400_000).toISOString()
    const fact = refusalFact({ dealId: deal.id, owner, at, actor: actor.id, pipeline, stage })
    return [{ at, entry: { id: `refused_${id}`, rev: 1, body: JSON.stringify(fact) } }]
  })
}

/** Entries as they lie loose. */
export function looseItems(shelf: string, entries: readonly ShelfEntry[]): readonly Record<string, unknown>[] {
  return entries.map(({ id, rev, body }) => ({ ...reportKeys.shelfEntry(shelf, id), rev, body }))
}

/** Writes items, 25 a request. */
export async function putAll({ document, table }: At, items: readonly Record<string, unknown>[]): Promise<void> {
  for (let first = 0; first < items.length; first += 25) {
    const puts = items.slice(first, first + 25).map((Item) => ({ PutRequest: { Item } }))
    await document.send(new BatchWriteCommand({ RequestItems: { [table]: puts } }))
  }
}

/** Counts a won deal in the plan’s books; answers 1 when it is one. */
function book(books: Map<string, Row>, { deal }: DealRecord): number {
  const { won, status } = deal
  if (won === undefined || (status !== 'won' && status !== 'completed')) return 0
  const key = keyOf(won)
  const name = JSON.stringify(key)
  const row = books.get(name) ?? { key, sumMinor: 0, deals: 0 }
  books.set(name, row)
  row.sumMinor += won.baseMinor
  row.deals += 1
  return 1
}

function bookItem({ key, sumMinor, deals }: Row): Record<string, unknown> {
  return { ...planKeys.fact(key.month, key), sumMinor, deals, tasks: 0, rev: deals }
}

async function setTargets({ plans }: Ports, books: ReadonlyMap<string, Row>): Promise<void> {
  for (const month of new Set([...books.values()].map(({ key }) => key.month))) {
    await plans.setTargets(
      month,
      sellers.map((id) => ({ metric: 'sum', scope: 'employee', id, value: 60_000_000_00 })),
    )
  }
}
