import { batchAfter, changedSince, mostAnswerBytes, mostInvoices, type Candidate } from '#exchange/domain/batch'
import { orderDocument, ordersFile } from '#exchange/domain/write-orders'
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

/** A batch on its way: what a base will have of which invoices, and the documents that say so. */
type Packing = { readonly items: SentInvoice[]; readonly documents: string[]; bytes: number }

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
  await ports.exchange.keepBatch(base.id, session.id, batchAfter(was, packing.items), at)
  const news = isAgain ? 0 : packing.documents.length
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
  const count = isNews ? batch.items.filter(({ hash }) => hash !== '').length : 0
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
async function packed(ports: Needs, { base, oneC, known, changed }: Asked): Promise<Packing> {
  const packing: Packing = { items: [], documents: [], bytes: 0 }
  for (let first = 0; first < changed.length && packing.items.length < mostInvoices; first += 250) {
    const ids = changed.slice(first, first + 250).map(({ id }) => id)
    // oxlint-disable-next-line no-await-in-loop -- as many as there is room for
    const invoices = await inOrder(ports, ids)
    // oxlint-disable-next-line no-await-in-loop
    const outgoing = await inTurns(invoices, atOnce, async (invoice) => ({
      invoice,
      counterparty: known.get(invoice.id)?.counterparty || (await counterpartyOf(ports, invoice)),
    }))
    for (const one of outgoing) {
      const was = known.get(one.invoice.id)
      if (was !== undefined && was.version >= one.invoice.version) continue
      const isTheirs = base.seller === undefined || base.seller === one.invoice.seller
      const isUnheard = (was?.hash ?? '') === '' && one.invoice.cancelled !== undefined
      const document = isTheirs && !isUnheard ? orderDocument(one, oneC) : ''
      const hash = document === '' ? '' : textHash(document)
      const isNews = document !== '' && hash !== was?.hash
      const bytes = isNews ? Buffer.byteLength(document) : 0
      if (packing.items.length >= mostInvoices) return packing
      if (packing.bytes + bytes > mostAnswerBytes && packing.documents.length > 0) return packing
      packing.items.push({
        invoice: one.invoice.id,
        version: one.invoice.version,
        hash,
        counterparty: one.counterparty,
      })
      if (!isNews) continue
      packing.documents.push(document)
      packing.bytes += bytes
    }
  }
  return packing
}

async function inOrder({ money }: Pick<Ports, 'money'>, ids: readonly string[]): Promise<readonly KeptInvoice[]> {
  const found = new Map((await money.findInvoices(ids)).map((one) => [one.id, one]))
  return ids.flatMap((id) => found.get(id) ?? [])
}

/**
 * As whom a base knows the buyer: by INN where there is one, so that cards which are merged or parted change nothing; else
 * by the card as it is when the invoice is first handed out. Once given it stays.
 */
async function counterpartyOf(
  { deals, exchange }: Pick<Ports, 'deals' | 'exchange'>,
  { buyer, dealId, seller }: KeptInvoice,
): Promise<string> {
  const who = buyer.inn === undefined ? await cardOf(deals, dealId) : `inn:${buyer.inn}`
  return exchange.counterparty(who, seller, `norma-${textHash(who)}`)
}

async function cardOf(deals: Ports['deals'], dealId: string): Promise<string> {
  const deal = await deals.find(dealId)
  const card = deal?.links?.find(({ role }) => role === 'client')?.client
  return card === undefined ? `deal:${dealId}` : `client:${card}`
}
