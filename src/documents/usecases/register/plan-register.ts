import { documentRow, invoiceRow, type RegisterRow } from '#documents/domain/register/register-rows'
import type { RegisterFault } from '#documents/domain/register/register-fault'
import type { RegisterLine } from '#documents/domain/register/register-line'
import type { RegisterTable } from '#documents/domain/register/register-table'
import { documentSaying } from '#documents/words/document-refusal'
import { isTrusted } from '#domain/deals/task-rights'
import { textHash } from '#domain/kernel/text-hash'
import type { Caller } from '#domain/kernel/access'
import { sellerOf } from '#domain/money/deal-lines'
import { shownInvoice } from '#domain/money/invoice-state'
import type { People } from '#ports/people'
import type { Ports } from '#ports/ports'
import type { Deal } from '#schemas/deal'
import type { Model } from '#schemas/model'
import { inTurns } from '#usecases/in-groups'
import { maySayPaid, namedForPaid } from './may-say-paid'
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

type KnownPaper = {
  readonly id: string
  readonly dealId: string
  readonly line: RegisterLine
  readonly isUnpaid: boolean
}

/** What loading a register comes to: it is the same whether it is done or only looked at. */
export type RegisterPlan = {
  readonly papers: readonly NewPaper[]
  /** Rows whose paper is there already, with its id and its deal, and whether what is paid of one that was loaded is not. */
  readonly known: readonly KnownPaper[]
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
  const found = lines.flatMap((line) => {
    const row = there(line)
    return row === undefined ? [] : [{ line, row }]
  })
  const { isTheirs, saysPaid } = await handsOn(ports, found, asker)
  const known = found.filter(isTheirs).map((one) => {
    const { line, row } = one
    return { id: row.id, dealId: row.dealId, line, row, isUnpaid: isUnpaid(one) && saysPaid(row) }
  })
  const foundLines = new Set(found.map(({ line }) => line))
  const news = lines.filter((line) => !foundLines.has(line))
  const dealOf = await dealsOfLines(ports, news)
  const told = [
    ...known.flatMap(({ line, row }) => differences(line, row, faultAt)),
    ...known
      .filter((one) => isUnpaid(one) && !one.isUnpaid)
      .map(({ line }) => notPaid(line, asker, faultAt, 'warning')),
    ...found.filter((one) => !isTheirs(one)).map(({ line }) => notYours(line, asker, faultAt)),
  ]
  const { papers, faults } = papersOf(news, (line) => paperOf(line, dealOf(line), asker, faultAt), faultAt)
  return { papers, known, faults: [...told, ...faults] }
}

/** The papers that rows make, each number once and no more of a deal than it may have; and why the others make none. */
function papersOf(
  lines: readonly RegisterLine[],
  make: (line: RegisterLine) => NewPaper | RegisterFault,
  faultAt: RegisterTable['faultAt'],
): Pick<RegisterPlan, 'papers' | 'faults'> {
  const faults: RegisterFault[] = []
  const papers: NewPaper[] = []
  const taken = new Map<string, number>()
  const ofDeal = new Map<string, number>()
  for (const line of lines) {
    const paper = make(line)
    if ('weight' in paper) {
      faults.push(paper)
      continue
    }
    const before = taken.get(paper.id)
    const many = (ofDeal.get(paper.deal.id) ?? 0) + 1
    if (before !== undefined)
      faults.push(faultAt(line.line, 'number', documentSaying('register_twice', { row: before })))
    else if (many > mostOfDeal)
      faults.push(faultAt(line.line, 'deal', documentSaying('register_many', { most: mostOfDeal })))
    else papers.push(paper)
    taken.set(paper.id, before ?? line.line)
    ofDeal.set(paper.deal.id, many)
  }
  return { papers, faults }
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

type Found = { readonly line: RegisterLine; readonly row: RegisterRow }

/** Whether a row says that an invoice of another system is paid of which nothing is paid here. */
function isUnpaid({ line, row }: Found): boolean {
  return row.takenOver === true && row.paidKopecks === 0 && (line.paidKopecks ?? 0) > 0
}

/** Whether somebody issues what is there: nobody else is told what differs of it. And whether they may say that it is paid. */
async function handsOn(
  { deals }: Pick<Needs, 'deals'>,
  found: readonly Found[],
  asker: RegisterAsker,
): Promise<{ readonly isTheirs: (one: Found) => boolean; readonly saysPaid: (row: RegisterRow) => boolean }> {
  const { caller, people, model } = asker
  const isByOwner = namedForPaid(model).some((name) => name === 'owner' || name === 'owner_manager')
  const isOfAll = ({ line: { kind } }: Found): boolean => isTrusted(caller) || caller.roles.includes(kind.by)
  const owned = found.filter((one) => !isOfAll(one) || (isByOwner && isUnpaid(one)))
  const dealIds = new Set(owned.map(({ row }) => row.dealId))
  const owners = new Map((await deals.findMany([...dealIds])).map(({ id, owner }) => [id, owner]))
  const ownerOf = ({ dealId }: RegisterRow): string => owners.get(dealId) ?? ''
  return {
    isTheirs: (one) => isOfAll(one) || mayAct(caller, one.line.kind.by, ownerOf(one.row), people),
    saysPaid: (row) => maySayPaid(asker, ownerOf(row)),
  }
}

function notYours({ line, kind }: RegisterLine, { model }: RegisterAsker, faultAt: RegisterTable['faultAt']) {
  const role = model.roles[kind.by]?.name ?? kind.by
  return faultAt(line, 'kind', documentSaying('register_not_yours', { name: kind.name, role }))
}

/** Nobody but who looks after the money says that something is paid: whom the rules name for that. */
function notPaid(
  { line }: RegisterLine,
  { model }: RegisterAsker,
  faultAt: RegisterTable['faultAt'],
  weight: RegisterFault['weight'] = 'fault',
): RegisterFault {
  const roles = namedForPaid(model).map((name) => model.roles[name]?.name ?? name)
  return faultAt(line, 'paid', documentSaying('register_not_paid', { roles }), weight)
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
    ...(paidKopecks === undefined || row.paidKopecks === null || isAsPaid(paidKopecks, row, row.paidKopecks)
      ? []
      : [tell('paid', row.paidKopecks, paidKopecks)]),
  ]
}

/**
 * Whether there is nothing to tell of what a row says to be paid: of an invoice of another system less may be, as payments go on
 * here, and where nothing is paid yet it is taken instead.
 */
function isAsPaid(written: number, { takenOver }: RegisterRow, now: number): boolean {
  return written === now || (takenOver === true && (now === 0 || written < now))
}

/** The paper that a row makes, or why it makes none. */
function paperOf(
  line: RegisterLine,
  found: DealOfLine,
  asker: RegisterAsker,
  faultAt: RegisterTable['faultAt'],
): NewPaper | RegisterFault {
  const { caller, model, people } = asker
  if ('said' in found) return faultAt(line.line, line.deal === '' ? 'inn' : 'deal', found.said)
  const { deal } = found
  const { kind } = line
  if (!mayAct(caller, kind.by, deal.owner, people)) return notYours(line, asker, faultAt)
  if ((line.paidKopecks ?? 0) > 0 && !maySayPaid(asker, deal.owner)) return notPaid(line, asker, faultAt)
  if (deal.currency !== 'RUB')
    return faultAt(line.line, 'deal', documentSaying('register_currency', { currency: deal.currency }))
  const seller = line.seller ?? sellerOf(model, deal.pipeline)?.id ?? ''
  if (seller === '' && kind.is === 'invoice') return faultAt(line.line, 'seller', documentSaying('register_no_seller'))
  const id = `${kind.is === 'invoice' ? 'inv' : 'doc'}_${textHash(`${seller}#${placeOf(kind.id, line.number, line.on)}`)}`
  return { id, line, deal, seller }
}
