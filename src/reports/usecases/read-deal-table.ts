import { reportRefusal } from '#reports/words/report-refusal'
import { dealNumber } from '#domain/deals/deal-number'
import { wordsOf } from '#domain/rules/renamed-words'
import { calledBy } from '#reports/domain/called'
import { unknownColumn } from '#reports/domain/deal-table/conditions'
import { dealColumns, type DealColumn } from '#reports/domain/deal-table/deal-columns'
import { listedOn, type Listed } from '#reports/domain/deal-table/listed'
import { firstOf, orderBy, type After } from '#reports/domain/deal-table/sorting'
import { tableNames } from './deal-table-names'
import { nameOfDeal } from '#usecases/linked/named-deals'
import { frameOf } from '#reports/domain/frame'
import { scopeOf } from '#reports/domain/scope'
import type { Model } from '#schemas/model'
import type { DealRow, DealTable, DealTableQuery } from '#schemas/lists/deal-table'
import type { Language } from '#schemas/language-names'

import type { Reader, ReportPorts } from './build-report'
import { askedBy, namesAsked, openListed } from './listed-deals'
import { namesOnShelves, type NameOf } from './names-on-shelves'

/** Which deals, in which order. */
export type AskedTable = Pick<DealTableQuery, 'where' | 'q' | 'sort'>

const keepers = ['follow-deal']

/**
 * A page of all deals the caller may see, narrowed and sorted by any column. Requests do not depend on how many deals there
 * are: one for those with something not yet packed, one for each hundred of these, two for which packs there are, and one for
 * up to 25 packs that the process does not remember. What has changed within the last moments may still be missing (`toCome`).
 */
export async function readDealTable(
  ports: ReportPorts,
  reader: Reader,
  { asked, language }: { readonly asked: AskedTable; readonly language: Language },
  { limit, cursor }: { readonly limit: number; readonly cursor?: string },
): Promise<DealTable & { cursor?: string }> {
  const table = await openTable(ports, reader, { asked, language })
  const { base, order, matching } = table
  const page = firstOf(limit, order, placeOf(cursor))
  const noRate = new Set<string>()
  let [total, sumMinor] = [0, 0]
  for (const one of matching()) {
    total += 1
    sumMinor += amountOf(one, base, noRate)
    page.add(one)
  }
  const next = page.next()
  const rows = page.rows()
  const nameOf = await namesOnShelves(
    ports,
    rows.map(({ row }) => row.client),
  )
  const stuck = table.columns.find(({ id }) => id === 'stuckSince')
  return {
    items: rows.map((one) => rowOf(one, { ...table, nameOf, stuck })),
    total,
    sumMinor,
    currency: table.currency,
    noRate: [...noRate].toSorted(),
    asOf: table.now,
    toCome: table.toCome,
    ...(next === undefined ? {} : { cursor: JSON.stringify(next) }),
  }
}

/** The table as it is asked for: its columns, its order, and the deals that match, one after another. */
export async function openTable(
  ports: ReportPorts,
  { caller, people }: Reader,
  { asked, language }: { readonly asked: AskedTable; readonly language: Language },
) {
  const now = ports.clock.now()
  const [rules, money, toCome] = await Promise.all([
    ports.rules.current(),
    ports.settings.load(),
    ports.backlog.toCome(keepers),
  ])
  const { model } = rules
  const frame = frameOf({ caller, org: people, model, money, now }, {})
  const { sees, base } = scopeOf(frame)
  const opened = await openListed(ports, frame.today, calledBy(wordsOf(rules)))
  const clientOf = await namesAsked(ports, opened, asked)
  const nameOf = namesOn(opened, { fields: model.fields, sees, language })
  const columns = dealColumns(model, people, { nameOf, clientOf, now: frame.now })
  const isAsked = askedBy(asked, { frame, columns, nameOf: clientOf })
  function* matching(): Generator<Listed, void, undefined> {
    for (const one of listedOn(opened, model.fields)) if (sees(one.row.owner) && isAsked(one)) yield one
  }
  return {
    now,
    toCome,
    columns,
    nameOf,
    fieldIds: Object.keys(model.fields),
    model,
    base,
    currency: money.currency,
    order: orderOf(asked.sort ?? '-createdAt', columns, { language, base }),
    matching,
  }
}

/** What deals that others name are called, looked up once one is asked for; of those that are hidden only that they are there. */
function namesOn(
  opened: Awaited<ReturnType<typeof openListed>>,
  { fields, sees, language }: { fields: Model['fields']; sees: (owner: string) => boolean; language: Language },
): (deal: string) => string {
  let names: Map<string, string> | undefined
  const read = (): Map<string, string> => {
    const seen = [...listedOn(opened, fields)].filter(({ row }) => sees(row.owner))
    return new Map(seen.map(({ row: { deal: id, title } }) => [id, nameOfDeal({ id, title })]))
  }
  return (deal) => (names ??= read()).get(deal) ?? tableNames(language).hiddenDeal
}

function orderOf(sort: string, columns: readonly DealColumn[], how: Parameters<typeof orderBy>[2]) {
  const isDown = sort.startsWith('-')
  const id = isDown ? sort.slice(1) : sort
  const column = columns.find((one) => one.id === id)
  if (column === undefined) throw unknownColumn(id, columns)
  return orderBy(column, isDown, how)
}

function amountOf(
  one: Listed,
  base: (minor: number, currency: string) => number | undefined,
  noRate: Set<string>,
): number {
  const amount = one.field('amount')
  if (typeof amount !== 'number') return 0
  const inBase = base(amount, one.row.currency)
  if (inBase === undefined) noRate.add(one.row.currency)
  return inBase ?? 0
}

type Look = {
  readonly fieldIds: readonly string[]
  readonly nameOf: NameOf
  /** The column that says since when a deal is stuck. */
  readonly stuck: DealColumn | undefined
}

/** A deal of the table as it is answered, with the fields that the rules declare today. */
function rowOf(one: Listed, { fieldIds, nameOf, stuck }: Look): DealRow {
  const { row, field } = one
  const stuckAt = stuck?.cell(one)
  const fields = fieldIds.flatMap((id) => {
    const value = field(id)
    return value === undefined || value === null ? [] : [[id, value] as const]
  })
  return {
    id: row.deal,
    number: dealNumber(row.deal),
    title: row.title,
    client: nameOf(row.client),
    direction: row.pipeline,
    stage: row.stage,
    status: row.status as DealRow['status'],
    owner: row.owner,
    createdAt: instantOf(row.createdAt),
    enteredAt: instantOf(row.enteredAt),
    closedAt: row.endedAt === undefined ? null : instantOf(row.endedAt),
    reason: row.reason ?? null,
    stuckSince: typeof stuckAt === 'number' ? instantOf(stuckAt) : null,
    nextDueAt: row.dueAt === undefined ? null : instantOf(row.dueAt),
    tasks: row.tasks,
    currency: row.currency,
    fields: Object.fromEntries(fields),
  }
}

function instantOf(ms: number): string {
  return new Date(ms).toISOString()
}

function placeOf(cursor: string | undefined): After | undefined {
  if (cursor === undefined) return undefined
  const place = parsed(cursor)
  const isPlace =
    Array.isArray(place) &&
    place.length === 2 &&
    (place[0] === null || typeof place[0] === 'string' || typeof place[0] === 'number') &&
    typeof place[1] === 'string'
  if (!isPlace) throw reportRefusal('cursor_bad.table')
  return place as unknown as After
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
