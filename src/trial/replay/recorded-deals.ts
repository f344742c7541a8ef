import { dealIdsIn } from '#domain/deals/deal-ids'
import { everyTaskOf } from '#usecases/tasks/every-task'
import { eachPage } from '#usecases/every-page'
import type { Ports } from '#ports/ports'
import type { RulesVersion } from '#ports/rules'
import type { DealCard } from '#schemas/deal'
import type { DomainEvent } from '#schemas/event'
import { timelineOf } from '#usecases/deals/deal-as-of'
import type { RecordedDeal } from './replaying'

type Recorded = Pick<Ports, 'deals' | 'documents' | 'money' | 'rules'>

/** Deals read and replayed at a time. */
const atOnce = 8

/** Every published version of the rules, the oldest first. */
export async function publishedVersions({ rules }: Pick<Ports, 'rules'>): Promise<readonly RulesVersion[]> {
  const newest = await rules.current()
  const versions: RulesVersion[] = []
  for (let no = 1; no <= newest.version; no += 1) {
    // oxlint-disable-next-line no-await-in-loop -- versions are few, and each is as large as a file
    versions.push(no === newest.version ? newest : await rules.version(no))
  }
  return versions
}

/** The ids of deals that were alive at some time since an instant: all that are open, and those closed since. */
export async function idsOfDeals(
  ports: Pick<Ports, 'deals'>,
  versions: readonly RulesVersion[],
  { since, until }: { readonly since: string; readonly until: string },
): Promise<readonly string[]> {
  const ids = new Set<string>()
  const take = (cards: readonly DealCard[]): void => {
    for (const card of cards)
      if ((card.closed?.at ?? card.updatedAt) >= since || card.closed === undefined) ids.add(card.id)
  }
  const columns = new Set(
    versions.flatMap(({ model }) =>
      Object.values(model.pipelines).flatMap(({ id, stages }) => stages.map((stage) => `${id} ${stage.id}`)),
    ),
  )
  for (const column of columns) {
    const [pipeline = '', stage = ''] = column.split(' ')
    // oxlint-disable-next-line no-await-in-loop -- page after page of one column after another
    await eachPage(500, (page) => ports.deals.column({ pipeline, stage, ...page }), take)
  }
  for (const month of monthsOf(since, until)) {
    // oxlint-disable-next-line no-await-in-loop -- the same
    await eachPage(500, (page) => ports.deals.closedIn({ month, ...page }), take)
  }
  return [...ids].toSorted()
}

/** What is on record of deals, read a few at a time, so that no more than those are in memory. */
export async function* recordsOf(ports: Recorded, ids: readonly string[]): AsyncGenerator<RecordedDeal> {
  for (let first = 0; first < ids.length; first += atOnce) {
    // oxlint-disable-next-line no-await-in-loop -- the next few are read when these have been replayed
    for (const one of await Promise.all(ids.slice(first, first + atOnce).map((id) => recordOf(ports, id)))) {
      if (one !== undefined) yield one
    }
  }
}

/** What is on record of one deal; undefined where there is none. */
export async function recordOf(ports: Recorded, id: string): Promise<RecordedDeal | undefined> {
  const { deals } = ports
  const [deal, tasks, events, papers] = await Promise.all([
    deals.find(id),
    everyTaskOf(deals, id),
    timelineOf(deals, id),
    papersOf(ports, id),
  ])
  if (deal === undefined) return undefined
  return { id, title: deal.title, tasks, events, ...papers, ...(await linkedIn(deals, events)) }
}

/** Where the deals are that fields have named: one request where any was. */
async function linkedIn(deals: Ports['deals'], events: readonly DomainEvent[]): Promise<Pick<RecordedDeal, 'linked'>> {
  const values = events.flatMap(({ detail }) => Object.values(detail.changes ?? {}).map(([, value]) => value ?? null))
  const ids = dealIdsIn(Object.fromEntries(values.map((value, no) => [String(no), value])))
  if (ids.length === 0) return {}
  const found = await deals.findMany(ids)
  return { linked: Object.fromEntries(found.map(({ id, pipeline }) => [id, pipeline])) }
}

/** Documents and invoices are read only where the rules have kinds of them. */
async function papersOf({ documents, money, rules }: Recorded, id: string): Promise<Pick<RecordedDeal, 'papers'>> {
  const { model } = await rules.current()
  if (model.documents === undefined && model.invoices === undefined) return {}
  const [own, invoices] = await Promise.all([documents.ofDeal(id), money.invoicesOf(id)])
  return own.length + invoices.length === 0 ? {} : { papers: { documents: own, invoices } }
}

function monthsOf(since: string, until: string): readonly string[] {
  const [first, last] = [since, until].map((at) => Number(at.slice(0, 4)) * 12 + Number(at.slice(5, 7)) - 1)
  const count = (last ?? 0) - (first ?? 0) + 1
  return Array.from({ length: count }, (_, no) => {
    const month = (first ?? 0) + no
    return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`
  })
}
