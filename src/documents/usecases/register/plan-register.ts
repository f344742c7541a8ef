import { documentRow, invoiceRow, type RegisterRow } from '#documents/domain/register/register-rows'
import type { RegisterFault } from '#documents/domain/register/register-fault'
import type { RegisterLine } from '#documents/domain/register/register-line'
import type { RegisterTable } from '#documents/domain/register/register-table'
import { documentSaying } from '#documents/words/document-refusal'
import { textHash } from '#domain/kernel/text-hash'
import type { Caller } from '#domain/kernel/access'
import { sellerOf } from '#domain/money/deal-lines'
import { shownInvoice } from '#domain/money/invoice-state'
import type { People } from '#ports/people'
import type { Ports } from '#ports/ports'
import type { Deal } from '#schemas/deal'
import type { Model } from '#schemas/model'
import { inTurns } from '#usecases/in-groups'
import { mayAct } from '#documents/usecases/document-scene'
import { dealsOfLines, type DealOfLine } from './deals-of-lines'

type Needs = Pick<Ports, 'clients' | 'deals' | 'documents' | 'knownClients' | 'money'>

/** A paper that is to be kept: what its row says, of which deal, whose, under which id. */
export type NewPaper = {
  readonly id: string
  readonly line: RegisterLine
  readonly deal: Deal
  /** Our legal entity; empty where the file names none. */
  readonly seller: string
}

/** What loading a register comes to: it is the same whether it is done or only looked at. */
export type RegisterPlan = {
  readonly papers: readonly NewPaper[]
  /** Rows whose paper is there already, with its id, and whether what is paid of one that was loaded is not. */
  readonly known: readonly { readonly id: string; readonly line: RegisterLine; readonly isUnpaid: boolean }[]
  readonly faults: readonly RegisterFault[]
}

/** Who asks, by which rules. */
export type RegisterAsker = { readonly caller: Caller; readonly model: Model; readonly people: People }

/** How many papers of one deal a register may bring. */
const mostOfDeal = 100

/** Decides what becomes of every row that could be read. Changes nothing. */
export async function planRegister(
  ports: Needs,
  { lines, faultAt }: RegisterTable,
  asker: RegisterAsker,
): Promise<RegisterPlan> {
  const there = await papersThere(ports, lines)
  const known = lines.flatMap((line) => {
    const row = there(line)
    if (row === undefined) return []
    const isUnpaid = row.takenOver === true && row.paidKopecks === 0 && (line.paidKopecks ?? 0) > 0
    return [{ id: row.id, line, row, isUnpaid }]
  })
  const knownLines = new Set(known.map(({ line }) => line))
  const news = lines.filter((line) => !knownLines.has(line))
  const dealOf = await dealsOfLines(ports, news)
  const faults: RegisterFault[] = known.flatMap(({ line, row }) => differences(line, row, faultAt))
  const papers: NewPaper[] = []
  const taken = new Map<string, number>()
  const ofDeal = new Map<string, number>()
  for (const line of news) {
    const found = paperOf(line, dealOf(line), asker, faultAt)
    if ('weight' in found) {
      faults.push(found)
      continue
    }
    const before = taken.get(found.id)
    const many = (ofDeal.get(found.deal.id) ?? 0) + 1
    if (before !== undefined)
      faults.push(faultAt(line.line, 'number', documentSaying('register_twice', { row: before })))
    else if (many > mostOfDeal)
      faults.push(faultAt(line.line, 'deal', documentSaying('register_many', { most: mostOfDeal })))
    else papers.push(found)
    taken.set(found.id, before ?? line.line)
    ofDeal.set(found.deal.id, many)
  }
  return { papers, known, faults }
}

/** Every paper of the years that rows are of, found by what a row says. */
async function papersThere(
  { documents, money }: Needs,
  lines: readonly RegisterLine[],
): Promise<(line: RegisterLine) => RegisterRow | undefined> {
  const years = [...new Set(lines.map(({ on }) => on.slice(0, 4)))]
  const rows = await inTurns(years, 2, async (year) => {
    const [ofDocuments, ofInvoices] = await Promise.all([documents.issuedIn(year), money.issuedIn(year)])
    return [...ofDocuments.map(documentRow), ...ofInvoices.map((one) => invoiceRow(shownInvoice(one)))]
  })
  const byPlace = new Map<string, RegisterRow[]>()
  for (const row of rows.flat()) {
    const place = placeOf(row.kind, row.number, row.on)
    byPlace.set(place, [...(byPlace.get(place) ?? []), row])
  }
  return ({ kind, number, on, seller, inn }) => {
    const own = byPlace.get(placeOf(kind.id, number, on)) ?? []
    const ofSeller = seller === undefined ? own : own.filter((row) => row.seller === seller || row.seller === '')
    // Two of our legal entities may give the same number: then it is that of the same client.
    return ofSeller.length < 2 ? ofSeller[0] : (ofSeller.find((row) => row.inn === inn) ?? ofSeller[0])
  }
}

function placeOf(kind: string, number: string, on: string): string {
  return `${kind}#${on.slice(0, 4)}#${number}`
}

/** What is there is never changed by a register: what differs is told. */
function differences(
  { line, on, inn, kopecks, paidKopecks }: RegisterLine,
  row: RegisterRow,
  faultAt: RegisterTable['faultAt'],
): readonly RegisterFault[] {
  const tell = (column: 'on' | 'inn' | 'sum' | 'paid', now: string | number, written: string | number) =>
    faultAt(line, column, documentSaying('register_differs', { part: column, now, written }), 'warning')
  return [
    ...(on === row.on ? [] : [tell('on', row.on, on)]),
    ...(inn === row.inn || inn === '' || row.inn === '' ? [] : [tell('inn', row.inn, inn)]),
    ...(kopecks === row.kopecks ? [] : [tell('sum', row.kopecks, kopecks)]),
    ...(paidKopecks === undefined ||
    row.paidKopecks === null ||
    paidKopecks === row.paidKopecks ||
    row.takenOver === true
      ? []
      : [tell('paid', row.paidKopecks, paidKopecks)]),
  ]
}

/** The paper that a row makes, or why it makes none. */
function paperOf(
  line: RegisterLine,
  found: DealOfLine,
  { caller, model, people }: RegisterAsker,
  faultAt: RegisterTable['faultAt'],
): NewPaper | RegisterFault {
  if ('said' in found) return faultAt(line.line, line.deal === '' ? 'inn' : 'deal', found.said)
  const { deal } = found
  const { kind } = line
  if (!mayAct(caller, kind.by, deal.owner, people)) {
    const role = model.roles[kind.by]?.name ?? kind.by
    return faultAt(line.line, 'kind', documentSaying('register_not_yours', { name: kind.name, role }))
  }
  if (deal.currency !== 'RUB')
    return faultAt(line.line, 'deal', documentSaying('register_currency', { currency: deal.currency }))
  const seller = line.seller ?? sellerOf(model, deal.pipeline)?.id ?? ''
  if (seller === '' && kind.is === 'invoice') return faultAt(line.line, 'seller', documentSaying('register_no_seller'))
  const id = `${kind.is === 'invoice' ? 'inv' : 'doc'}_${textHash(`${seller}#${placeOf(kind.id, line.number, line.on)}`)}`
  return { id, line, deal, seller }
}
