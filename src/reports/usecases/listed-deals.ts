import { reportRefusal } from '#reports/words/report-refusal'
import { isFound, searchFor } from '#domain/deals/deal-search'
import { periodAfter } from '#domain/time/period'
import type { Called } from '#reports/domain/called'
import { readConditions } from '#reports/domain/deal-table/conditions'
import { dealColumns, type DealColumn } from '#reports/domain/deal-table/deal-columns'
import { listedOn, type Listed } from '#reports/domain/deal-table/listed'
import { channelKey, shelfNames } from '#reports/domain/facts'
import type { Opened } from '#reports/domain/opened-shelf'
import { ancestorsOf, scopeOf, type Frame } from '#reports/domain/scope'
import type { Ports } from '#ports/ports'
import type { Deal } from '#schemas/deal'
import type { DealTableQuery } from '#schemas/lists/deal-table'
import type { Model } from '#schemas/model'
import type { ReportGroup } from '#schemas/report-names'

import { keptMonths } from './pack-reports'
import { namesOnShelves, unread, type NameOf } from './names-on-shelves'
import { openShelf } from './shelf'

/** Which deals of the table. */
export type AskedDeals = Pick<DealTableQuery, 'where' | 'q'>

/** Which deals a report is narrowed down to, and what stands in the field that its rows are made by. */
export type Narrowed = { readonly only?: ReadonlySet<string>; readonly fieldOf?: (deal: string) => string }

/**
 * Goes through the table of deals, where what a report is asked for is told by their fields; what they hold now counts.
 * Refuses a field whose values are no rows, and conditions that cannot be read.
 */
export async function narrowTo(
  ports: Pick<Ports, 'clients' | 'reports'>,
  frame: Frame,
  {
    called,
    by,
    isOfDeals,
  }: { readonly called: Called | undefined; readonly by: ReportGroup; readonly isOfDeals: boolean },
): Promise<Narrowed> {
  const { model, org, today, filters } = frame
  const { where, field } = filters
  const isByField = by === 'field'
  // A field without rows by it, or the other way round, is a slip that would go unnoticed.
  if (isByField !== (field !== undefined)) throw reportRefusal('report_group.no_field', { known: groupFields(model) })
  const isByChannel = by === 'channel' && isOfDeals
  if (where === undefined && field === undefined && !isByChannel) return {}
  const opened = await openListed(ports, today, called)
  const nameOf = await namesAsked(ports, opened, where === undefined ? {} : { where })
  const columns = dealColumns(model, org, { clientOf: nameOf, now: frame.now })
  const column = field === undefined ? undefined : groupColumn(field, model, columns)
  const isAsked = askedBy({ where: where ?? '' }, { frame, columns, nameOf })
  const only = new Set<string>()
  const values = new Map<string, string>()
  for (const one of listedOn(opened, model.fields)) {
    if (!isAsked(one)) continue
    only.add(one.row.deal)
    const value = isByChannel ? one.field(channelKey) : column?.cell(one)
    if (value !== undefined && value !== null) values.set(one.row.deal, String(value))
  }
  return {
    ...(where === undefined ? {} : { only }),
    ...(column === undefined && !isByChannel ? {} : { fieldOf: (deal: string) => values.get(deal) ?? '' }),
  }
}

/** Fields whose values are few enough to be rows: choices, people, yes and no, and where a deal came from. */
export function groupFields({ fields }: Pick<Model, 'fields'>): readonly string[] {
  const kinds: readonly string[] = ['choice', 'person', 'yes_no']
  return Object.values(fields)
    .filter(({ id, type }) => kinds.includes(type) || id === 'source')
    .map(({ id }) => id)
}

function groupColumn(field: string, model: Model, columns: readonly DealColumn[]): DealColumn | undefined {
  const known = groupFields(model)
  if (!known.includes(field)) throw reportRefusal('report_group.field', { id: field, known })
  return columns.find(({ id }) => id === `fields.${field}`)
}

/** Whether a deal is among those that are asked for. */
export function askedBy(
  { where = '', q = '' }: AskedDeals,
  {
    frame,
    columns,
    nameOf,
  }: { readonly frame: Frame; readonly columns: readonly DealColumn[]; readonly nameOf: NameOf },
): (one: Listed) => boolean {
  const { caller, today, zone, org, now } = frame
  const { base } = scopeOf(frame)
  const isBelow = (department: string, above: string) => ancestorsOf(department, org).includes(above)
  const scene = { me: caller.employee, today, now, zone, base, columns, isBelow }
  const conditions = readConditions(where, scene)
  const search = searchFor(q, org.employees)
  return (one) =>
    conditions.every(({ holds }) => holds(one)) &&
    (search === undefined || isFound(search, searched(one), nameOf(one.row.client)))
}

/**
 * The names of clients, where it is asked for deals by them: narrowed to, looked for, in their order. All of the table are
 * read then, fifty a request; otherwise those of the rows that are shown alone.
 */
export async function namesAsked(
  ports: Pick<Ports, 'clients'>,
  opened: readonly Opened[],
  { where = '', q = '', sort = '' }: AskedDeals & Pick<DealTableQuery, 'sort'>,
): Promise<NameOf> {
  if (q === '' && sort.replace(/^-/, '') !== 'client' && !/\bclient\b/.test(where)) return unread
  return namesOnShelves(ports, clientsOn(opened))
}

function* clientsOn(opened: readonly Opened[]): Generator<string> {
  for (const { row } of listedOn(opened, {})) yield row.client
}

/** The shelves on which the table of deals lies. */
export async function openListed(
  { reports }: Pick<Ports, 'reports'>,
  today: string,
  called: Called | undefined,
): Promise<readonly Opened[]> {
  const months = Array.from({ length: keptMonths + 1 }, (_, no) => periodAfter(today.slice(0, 7), 1 - no))
  const shelves = await reports.rows(months.map((month) => ({ shelf: shelfNames.listed(month), kinds: ['listed'] })))
  return shelves.map((one) => openShelf(one, called))
}

function searched({ row }: Listed): Pick<Deal, 'id' | 'title' | 'owner'> {
  return { id: row.deal, title: row.title, owner: row.owner }
}
