import { eachPage } from '#usecases/every-page'
import { shelfNames } from '#reports/domain/facts'
import { wholeAccount } from '#reports/domain/account'
import { dealFacts } from '#reports/domain/deal-facts'
import { monthOf, periodAfter } from '#domain/time/period'
import { textHash } from '#domain/kernel/text-hash'
import type { Ports } from '#ports/ports'
import type { DealCard } from '#schemas/deal'
import { inGroups } from '#usecases/in-groups'

import { readRecord, shelvingOf, tellingOf } from './keep-reports'

type Needs = Pick<Ports, 'deals' | 'people' | 'rules' | 'reports'>

/** What a nightly recomputation of the facts for reports found. */
export type ReportsReconciliation = {
  readonly at: string
  readonly deals: number
  /** Deals whose facts were not what the deal says; must be 0. */
  readonly found: number
  /** Deals that have just changed: their events are still on their way. */
  readonly onTheirWay: number
  /** The first of those that were wrong, with the shelves on which they were. */
  readonly wrong: readonly { readonly deal: string; readonly shelves: readonly string[]; readonly repaired: boolean }[]
}

/** The current month and the year before it. */
const MONTHS = 13
/** How long an event may take: what has changed since is on its way, not wrong. */
const ON_THE_WAY_MS = 15 * 60_000
const AT_ONCE = 16
const NAMED = 200

/**
 * Makes the facts of every deal that is under way, or was closed within a year, anew from its events and tasks, and
 * compares them with what is on the shelves. There must be no difference; one that is found is repaired and reported. It
 * also puts deals on the shelves that are older than the shelves.
 */
export async function reconcileReports(ports: Needs, at: string): Promise<ReportsReconciliation> {
  const ids = await dealIds(ports, at)
  const shelved = await shelvedBodies(ports, at)
  const looked = await inGroups(ids, AT_ONCE, (id) => look(ports, { id, at, shelved }))
  const wrong = looked.flatMap((one) => (one.kind === 'wrong' ? [one] : []))
  const report: ReportsReconciliation = {
    at,
    deals: ids.length,
    found: wrong.length,
    onTheirWay: looked.filter(({ kind }) => kind === 'on_the_way').length,
    wrong: wrong.slice(0, NAMED).map(({ deal, shelves, repaired }) => ({ deal, shelves, repaired })),
  }
  await ports.reports.saveReconciliation(report)
  return report
}

type Looked =
  | { readonly kind: 'right' | 'on_the_way' }
  | { readonly kind: 'wrong'; readonly deal: string; readonly shelves: readonly string[]; readonly repaired: boolean }

/** Short names of what is on each shelf, by deal. */
type Shelved = ReadonlyMap<string, ReadonlyMap<string, string>>

async function look(
  ports: Needs,
  { id, at, shelved }: { readonly id: string; readonly at: string; readonly shelved: Shelved },
): Promise<Looked> {
  const kept = await ports.reports.kept(id)
  const record = await readRecord(ports, id)
  if (record === undefined) return { kind: 'right' }
  // A missed due date is noted without a change of the deal.
  const changedAt = record.events.reduce((last, event) => (event.at > last ? event.at : last), record.deal.updatedAt)
  if (Date.parse(at) - Date.parse(changedAt) < ON_THE_WAY_MS) return { kind: 'on_the_way' }
  const telling = await tellingOf(ports, record.events)
  const said = new Map([...dealFacts(record, telling)].map(([shelf, body]) => [shelf, textHash(body)]))
  // A shelf that was not read, being older than what is compared, is taken at its word.
  const isOn = (shelf: string) => shelved.get(shelf)?.get(id)
  const wrong = [...new Set([...said.keys(), ...Object.keys(kept?.shelves ?? {})])].filter((shelf) =>
    shelved.has(shelf) ? isOn(shelf) !== said.get(shelf) : kept?.shelves[shelf] !== said.get(shelf),
  )
  if (wrong.length === 0) return { kind: 'right' }
  // Whatever the head says is there has to be written again where it is wrong.
  const doubted = Object.fromEntries(
    Object.entries(kept?.shelves ?? {}).map(([shelf, name]) => [shelf, wrong.includes(shelf) ? '' : name]),
  )
  const account = wholeAccount(record.deal, record.events, telling)
  const shelving = shelvingOf(record, kept === undefined ? undefined : { ...kept, shelves: doubted }, account)
  const repaired = await ports.reports.keep(shelving)
  return { kind: 'wrong', deal: id, shelves: wrong, repaired }
}

/** Deals that are on a board, and those that were closed in the months that are compared. */
async function dealIds({ deals, rules }: Needs, at: string): Promise<readonly string[]> {
  const { model } = await rules.current()
  const ids = new Set<string>()
  const take = (cards: readonly DealCard[]) => {
    for (const { id } of cards) ids.add(id)
  }
  for (const pipeline of Object.values(model.pipelines)) {
    for (const { id: stage } of pipeline.stages) {
      await eachPage(500, (page) => deals.column({ pipeline: pipeline.id, stage, ...page }), take)
    }
  }
  for (const month of monthsAt(model.calendar.timezone, at)) {
    await eachPage(500, (page) => deals.closedIn({ month, ...page }), take)
  }
  return [...ids]
}

async function shelvedBodies({ reports, rules }: Needs, at: string): Promise<Shelved> {
  const months = monthsAt((await rules.current()).model.calendar.timezone, at)
  const names = [
    shelfNames.open,
    ...months.flatMap((month) => [shelfNames.deals, shelfNames.tasks, shelfNames.listed].map((named) => named(month))),
  ]
  const shelves = new Map<string, ReadonlyMap<string, string>>()
  for (const name of names) {
    const [entries = []] = await reports.read([name])
    shelves.set(name, new Map(entries.map(({ id, body }) => [id, textHash(body ?? '')])))
  }
  return shelves
}

function monthsAt(zone: string, at: string): readonly string[] {
  const current = monthOf(zone, at)
  // Lists of closed deals are by months in UTC: one more at the end.
  return Array.from({ length: MONTHS + 1 }, (_, index) => periodAfter(current, index + 1 - MONTHS))
}
