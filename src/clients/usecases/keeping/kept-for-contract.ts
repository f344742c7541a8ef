import { contractKept } from '#domain/rules/personal-data'
import { shiftDay } from '#domain/time/calendar'
import { dateOf, dayOf } from '#domain/time/days'
import { dateIn } from '#domain/time/zone'
import type { Ports } from '#ports/ports'
import type { Deal } from '#schemas/deal'

type Needs = Pick<Ports, 'clients' | 'deals' | 'documents' | 'money' | 'rules' | 'clock'>

/** The day until which what a contract or a document of a client leaves behind is kept; undefined where nothing is. */
export async function keptForContract(ports: Needs, client: string): Promise<string | undefined> {
  const { model } = await ports.rules.current()
  const deals = await dealsOf(ports, [client])
  const last = await lastPaperOn(ports, deals, model.calendar.timezone)
  if (last === undefined) return undefined
  const until = dateOf(shiftDay(model.calendar, dayOf(last), contractKept(model), 1))
  return until > dateIn(model.calendar.timezone, ports.clock.now()) ? until : undefined
}

/** All deals that clients have to do with, in whatever role. */
export async function dealsOf({ clients, deals }: Needs, ids: readonly string[]): Promise<readonly Deal[]> {
  const rows = await Promise.all(ids.map((id) => clients.dealsOf(id)))
  const named = [...new Set(rows.flat().map(({ deal }) => deal))]
  return deals.findMany(named)
}

/** The day of the last deal that was won, document or invoice that was issued; undefined where there is none. */
export async function lastPaperOn(
  { documents, money }: Pick<Needs, 'documents' | 'money'>,
  deals: readonly Deal[],
  zone: string,
): Promise<string | undefined> {
  const [papers, invoices] = await Promise.all([
    Promise.all(deals.map(({ id }) => documents.ofDeal(id))),
    Promise.all(deals.map(({ id }) => money.invoicesOf(id))),
  ])
  return [
    ...deals.flatMap(({ won }) => (won === undefined ? [] : dateIn(zone, won.at))),
    ...papers.flat().flatMap(({ stands, on }) => (stands === 'draft' ? [] : (on ?? []))),
    ...invoices.flat().flatMap(({ isIssued, on }) => (isIssued ? (on ?? []) : [])),
  ]
    .toSorted()
    .at(-1)
}
