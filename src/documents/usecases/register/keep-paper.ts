import type { RegisterLine } from '#documents/domain/register/register-line'
import { documentSaying } from '#documents/words/document-refusal'
import { registerTexts } from '#documents/words/register-words'
import { usualUnit } from '#domain/money/lines'
import { countOf } from '#domain/numbers/next-number'
import { numberIn } from '#domain/numbers/number-text'
import { rulesLanguage } from '#domain/rules/rules-language'
import type { Ports } from '#ports/ports'
import type { KeptDocument } from '#schemas/documents/kept-document'
import type { DocumentTrace } from '#schemas/documents/documents'
import type { PrintedValue } from '#schemas/documents/printed'
import type { Model } from '#schemas/model'
import type { KeptInvoice } from '#schemas/money/money'
import type { Saying } from '#schemas/saying'
import { keepUnderNumber } from '#usecases/keep-under-number'
import { tellDeal } from '#documents/usecases/tell-deals'
import type { NewPaper } from './plan-register'

export type KeepNeeds = Pick<
  Ports,
  'clock' | 'deals' | 'documents' | 'files' | 'gateFacts' | 'ids' | 'money' | 'people' | 'rules' | 'toldPayments'
>

/** Who takes papers over, by which rules. */
export type Keeping = { readonly by: string; readonly model: Model; readonly rulesVersion: number }

/**
 * Keeps a paper that another system has issued, under the number it has there, in one transaction with that number: nobody
 * gives it a second time, and the next one that is issued here comes behind it. One that another load has kept meanwhile is
 * known. Answers what to say where it could not be kept.
 */
export async function keepPaper(
  ports: KeepNeeds,
  paper: NewPaper,
  keeping: Keeping,
): Promise<'added' | 'known' | Saying> {
  const { id, line } = paper
  const isInvoice = line.kind.is === 'invoice'
  const isAdded = await (isInvoice ? keepInvoice(ports, paper, keeping) : keepDocument(ports, paper, keeping))
  const there = isAdded || (await (isInvoice ? ports.money.findInvoice(id) : ports.documents.find(id)))
  if (there === undefined) return documentSaying('register_taken', { number: line.number })
  if (isInvoice) await keepPaid(ports, paper)
  return isAdded ? 'added' : 'known'
}

/** What is paid of an invoice becomes a payment of its own, once: a process that ended in between is made good by the next load. */
export async function keepPaid(
  ports: KeepNeeds,
  { id, line: { paidKopecks = 0, on, number, state } }: Pick<NewPaper, 'id' | 'line'>,
): Promise<void> {
  if (paidKopecks === 0 || state === 'cancelled') return
  await ports.toldPayments.take(ports, {
    key: `register#${id}`,
    invoice: id,
    direction: 'in',
    number,
    bookedOn: on,
    kopecks: paidKopecks,
    source: 'register',
    by: 'register',
  })
}

async function keepInvoice(ports: KeepNeeds, { id, line, deal, seller }: NewPaper, keeping: Keeping): Promise<boolean> {
  const { by, model } = keeping
  const at = ports.clock.now()
  const { kind, number, on, dueOn, buyer, inn, kopecks, state, vat } = line
  const { cancelled: reason } = registerTexts[rulesLanguage(model)]
  const invoice: KeptInvoice = {
    id,
    version: 1,
    isIssued: true,
    takenOver: true,
    dealId: deal.id,
    kind: kind.id,
    name: kind.name,
    seller,
    number,
    on,
    dueOn: dueOn ?? null,
    buyer: { name: buyer, ...(inn === '' ? {} : { inn }) },
    // Where the register says nothing of VAT, nothing is said of it here.
    lines: [
      { name: deal.title, quantity: 1, unit: usualUnit, priceKopecks: kopecks, vatPercent: vat?.percent ?? null },
    ],
    kopecks,
    vatPercent: vat?.percent ?? null,
    vatKopecks: vat === undefined || (vat.percent === null && vat.kopecks === 0) ? null : vat.kopecks,
    shares: [],
    createdAt: at,
    createdBy: by,
    issuedBy: by,
    ...(state === 'cancelled' ? { cancelled: { at, by, reason } } : {}),
  }
  const counted = countedAs(line, seller, model)
  return ports.toldPayments.takeInvoice(ports, { invoice, ...(counted === undefined ? {} : { counting: counted }) })
}

async function keepDocument(ports: KeepNeeds, paper: NewPaper, keeping: Keeping): Promise<boolean> {
  const document = documentOf(paper, keeping, ports.clock.now())
  const counted = countedAs(paper.line, paper.seller, keeping.model)
  const mark = ports.ids.next('cor')
  const isKept = await keepUnderNumber(ports.documents, `Numbers of ${paper.seller} were given`, {
    counted,
    isThere: async () => (await ports.documents.find(document.id)) !== undefined,
    save: (counting) => ports.documents.save({ documents: [{ document }], ...counting }, mark),
  })
  if (isKept) await tellDeal(ports, { dealId: document.dealId, document: document.id, mark })
  return isKept
}

/** Which number of its series a paper has; undefined where its number is none of them. */
export function countedAs({ kind, number, on }: RegisterLine, seller: string, { numbers = {} }: Model) {
  const series = numbers[kind.number ?? '']
  const n = series === undefined ? undefined : numberIn(series.like, number, on.slice(0, 4))
  return series === undefined || n === undefined ? undefined : { ...countOf(series, seller, on), n }
}

function documentOf(paper: NewPaper, { by, model, rulesVersion }: Keeping, at: string): KeptDocument {
  const { id, line, deal, seller } = paper
  const { kind, number, on, buyer, kopecks } = line
  return {
    id,
    version: 1,
    textVersion: 1,
    takenOver: true,
    dealId: deal.id,
    kind: kind.id,
    name: kind.name,
    ...howFar(line, { at, by }),
    seller,
    number,
    on,
    buyer,
    totalKopecks: kopecks,
    template: '',
    rulesVersion,
    printed: { language: rulesLanguage(model), values: valuesOf(line), lists: {}, forms: {} },
    createdAt: at,
  }
}

function valuesOf({ number, on, buyer, inn, kopecks, vat }: RegisterLine): Record<string, PrintedValue> {
  return {
    number: ['text', number],
    date: ['date', on],
    'client.name': ['text', buyer],
    'client.inn': ['text', inn === '' ? null : inn],
    total: ['money', kopecks],
    ...(vat === undefined ? {} : { vat: ['percent', vat.percent], vat_sum: ['money', vat.kopecks] }),
  }
}

type Said = { readonly at: string; readonly by: string }

/** How far a document is by its row. What has come to nothing long ago tells its deal nothing. */
function howFar({ kind: { signedBy }, state }: RegisterLine, said: Said) {
  const us = state === 'signed_us' || (state === 'signed' && signedBy !== 'client')
  const client = state === 'signed_client' || (state === 'signed' && signedBy !== 'us')
  const stands =
    state === 'sent' || state === 'refused' || state === 'cancelled' || state === 'replaced' ? state : 'issued'
  const did: readonly DocumentTrace['did'][] = [
    'taken_over',
    ...(stands === 'issued' || stands === 'sent' ? (['issued'] as const) : []),
    ...(stands === 'sent' ? (['sent'] as const) : []),
    ...(us ? (['signed_us'] as const) : []),
    ...(client ? (['signed_client'] as const) : []),
  ]
  return {
    stands,
    ...(signedBy === undefined ? {} : { signedBy }),
    ...(us ? { signedUs: said } : {}),
    ...(client ? { signedClient: said } : {}),
    trace: did.map((one) => ({ ...said, did: one })),
  } as const
}
