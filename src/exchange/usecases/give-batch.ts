import { buyerOf } from '#domain/deals/of-buyer'
import { batchAfter, changedSince, mostAnswerBytes, mostInvoices, type Candidate } from '#exchange/domain/batch'
import { orderDocument, ordersFile, type Outgoing } from '#exchange/domain/write-orders'
import { textHash } from '#domain/kernel/text-hash'
import { dateIn } from '#domain/time/zone'
import type { KeptBase, SentInvoice } from '#schemas/exchange/kept-exchange'
import type { Ports } from '#ports/ports'
import type { OneC } from '#schemas/exchange/one-c-rules'
import type { Model } from '#schemas/model'
import type { KeptInvoice } from '#schemas/money/money'
import { inTurns } from '#usecases/in-groups'
import { changeSession, type OpenSession } from './open-session'

type Needs = Pick<Ports, 'clock' | 'deals' | 'exchange' | 'ids' | 'money' | 'outlet'>

/** So many things are asked side by side. */
const atOnce = 25
/** So many invoices are read at a time. */
const readAtOnce = 200

/** A batch on its way: what a base will have of which invoices, and the documents that say so. */
type Packing = { readonly items: SentInvoice[]; readonly documents: string[]; bytes: number; isFull: boolean }

/**
 * The invoices that a base does not have as they are, as one file: as many as one answer holds, the others come with the
 * next. Nothing is noted as sent here: what is not confirmed comes again, as it is then.
 */
export async function giveBatch(
  ports: Needs,
  { base, session }: OpenSession,
  { model, oneC }: { readonly model: Model; readonly oneC: OneC },
): Promise<string> {
  const at = ports.clock.now()
  if (oneC.sends === 'nothing') return ordersFile([], at)
  const [sent, was] = await Promise.all([ports.exchange.sentTo(base.id), ports.exchange.batch(base.id, session.id)])
  const isAgain = was !== undefined && !was.isConfirmed && was.items.length > 0
  const known = new Map(sent.map((one) => [one.invoice, one]))
  const changed = isAgain
    ? was.items.map(({ invoice }) => ({ id: invoice, on: '' }))
    : changedSince(await candidates(ports, base, dateIn(model.calendar.timezone, at)), sent, base.from)
  const packing = await packed(ports, { base, oneC, known, changed })
  // Handed out again, they count as they did the first time.
  const documents = isAgain ? was.documents : packing.documents.length
  await ports.exchange.keepBatch(base.id, session.id, batchAfter(was, { items: packing.items, documents }), at)
  const news = isAgain ? 0 : documents
  await changeSession(ports, session, ({ offered }) => ({ offered: offered + news }))
  return ordersFile(packing.documents, at)
}

/** Says that a base has what it was handed last. Said twice, or of nothing, it is as good as once. */
export async function confirmBatch(
  ports: Pick<Ports, 'clock' | 'exchange'>,
  { base, session }: OpenSession,
): Promise<void> {
  const batch = await ports.exchange.batch(base.id, session.id)
  const isNews = batch !== undefined && !batch.isConfirmed
  if (isNews) {
    await inTurns(batch.items, atOnce, (one) => ports.exchange.noteSent(base.id, one))
    await ports.exchange.keepBatch(base.id, session.id, { ...batch, isConfirmed: true }, ports.clock.now())
  }
  const count = isNews ? batch.documents : 0
  await changeSession(ports, session, ({ state, sent }) => ({
    state: state === 'failed' ? state : 'done',
    sent: sent + count,
  }))
}

/** Everything issued since the day from which a base gets invoices, with its versions: a few requests, whatever there is. */
async function candidates(
  { money }: Pick<Ports, 'money'>,
  { from }: KeptBase,
  today: string,
): Promise<readonly Candidate[]> {
  const [first, last] = [Number(from.slice(0, 4)), Number(today.slice(0, 4))]
  const years = Array.from({ length: Math.max(1, last - first + 1) }, (_, no) => String(first + no))
  return (await Promise.all(years.map((year) => money.versionsIn(year)))).flat()
}

type Asked = {
  readonly base: KeptBase
  readonly oneC: OneC
  readonly known: ReadonlyMap<string, SentInvoice>
  readonly changed: readonly Candidate[]
}

/** Packs until an answer is full. What says nothing new is noted with it and takes no room. */
async function packed(ports: Needs, asked: Asked): Promise<Packing> {
  const { known, changed } = asked
  const packing: Packing = { items: [], documents: [], bytes: 0, isFull: false }
  for (let first = 0; first < changed.length && !packing.isFull; first += readAtOnce) {
    const ids = changed.slice(first, first + readAtOnce).map(({ id }) => id)
    // oxlint-disable-next-line no-await-in-loop -- as many as there is room for
    const found = new Map((await ports.money.findInvoices(ids)).map((one) => [one.id, one]))
    const news = ids.flatMap((id) => found.get(id) ?? []).filter(({ id, version }) => version > versionOf(known, id))
    // oxlint-disable-next-line no-await-in-loop
    for (const one of await withBuyers(ports, news, known)) if (!packing.isFull) pack(packing, one, asked)
  }
  return packing
}

function versionOf(known: Asked['known'], id: string): number {
  return known.get(id)?.version ?? 0
}

function pack(packing: Packing, one: Outgoing, { base, oneC, known }: Asked): void {
  const { id: invoice, version, seller, cancelled, takenOver } = one.invoice
  const was = known.get(invoice)
  const isTheirs = base.seller === undefined || base.seller === seller
  // What was cancelled before 1C ever heard of it stays unheard of, and so does what was issued by another system.
  const isUnheard = (was?.hash ?? '') === '' && (cancelled !== undefined || takenOver === true)
  const document = isTheirs && !isUnheard ? orderDocument(one, oneC) : ''
  const hash = document === '' ? '' : textHash(document)
  const isNews = document !== '' && hash !== was?.hash
  const bytes = isNews ? Buffer.byteLength(document) : 0
  packing.isFull =
    packing.items.length >= mostInvoices || (packing.bytes + bytes > mostAnswerBytes && packing.documents.length > 0)
  if (packing.isFull) return
  packing.items.push({ invoice, version, hash, counterparty: one.counterparty })
  if (!isNews) return
  packing.documents.push(document)
  packing.bytes += bytes
}

/**
 * As whom a base knows the buyers: by INN where there is one, so that cards which are merged or parted change nothing; else
 * by the card as it is when the invoice is first handed out. Once given it stays.
 */
async function withBuyers(
  { deals, exchange }: Pick<Ports, 'deals' | 'exchange'>,
  invoices: readonly KeptInvoice[],
  known: Asked['known'],
): Promise<readonly Outgoing[]> {
  const named = await inTurns(invoices, atOnce, async (invoice) => {
    const { inn } = invoice.buyer
    const given = known.get(invoice.id)?.counterparty ?? ''
    const who = given !== '' ? '' : inn === undefined ? await cardOf(deals, invoice.dealId) : `inn:${inn}`
    return { invoice, given, who }
  })
  const asked = new Map(
    named.flatMap(({ invoice: { seller }, who }) =>
      who === '' ? [] : [[`${who}#${seller}`, { who, seller }] as const],
    ),
  )
  const there = asked.size === 0 ? new Map<string, string>() : await exchange.counterparties([...asked.values()])
  const news = [...asked].filter(([place]) => !there.has(place))
  const made = await exchange.keepCounterparties(
    news.map(([, { who, seller }]) => ({ who, seller, otherwise: `norma-${textHash(who)}` })),
  )
  const all = new Map([...there, ...made])
  return named.map(({ invoice, given, who }) => ({
    invoice,
    counterparty: given === '' ? (all.get(`${who}#${invoice.seller}`) ?? '') : given,
  }))
}

async function cardOf(deals: Ports['deals'], dealId: string): Promise<string> {
  const deal = await deals.find(dealId)
  const card = deal && buyerOf(deal)
  return card === undefined ? `deal:${dealId}` : `client:${card}`
}
