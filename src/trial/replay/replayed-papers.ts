import { documentFacts } from '#documents/usecases/document-facts'
import { dateIn } from '#domain/time/zone'
import { moneyFacts } from '#money/usecases/money-facts'
import type { GateFacts } from '#ports/gate-facts'
import type { Ports } from '#ports/ports'
import { gateFactsOf } from '#product/gate-facts'
import { factsInWords } from '#product/facts-in-words'
import type { KeptDocument } from '#schemas/documents/kept-document'
import type { DocumentTrace } from '#schemas/documents/documents'
import type { KeptInvoice } from '#schemas/money/money'

/** The papers of a recorded deal, as they are today. */
export type RecordedPapers = { readonly documents: readonly KeptDocument[]; readonly invoices: readonly KeptInvoice[] }

/**
 * What gates ask of papers in a replay: how far each was at that time, by what was done to it until then. Bookings that were
 * taken back since are not on record any more.
 */
export function replayedFacts(
  { documents, invoices }: RecordedPapers,
  { gateFacts, clock, rules }: Pick<Ports, 'gateFacts' | 'clock' | 'rules'>,
): GateFacts {
  const money = {
    invoicesOf: async () => {
      const { model } = await rules.current()
      const at = clock.now()
      const today = dateIn(model.calendar.timezone, at)
      return invoices.flatMap((one) => (one.createdAt <= at ? [invoiceAsOf(one, at, today)] : []))
    },
  }
  const papers = {
    ofDeal: async () =>
      documents.flatMap((one) => (one.createdAt <= clock.now() ? [documentAsOf(one, clock.now())] : [])),
  }
  const facts = factsInWords(gateFactsOf([moneyFacts({ money }), documentFacts({ documents: papers })]), rules)
  return {
    find: async (deal, names) => {
      const [known, replayed] = await Promise.all([gateFacts.find(deal, names), facts.find(deal, names)])
      // Nothing is written to papers in a replay: there is nothing that could change between reading and moving.
      return { values: { ...known.values, ...replayed.values }, sources: known.sources }
    },
  }
}

function invoiceAsOf(invoice: KeptInvoice, at: string, today: string): KeptInvoice {
  const { cancelled, on, shares, ...rest } = invoice
  return {
    ...rest,
    on,
    isIssued: invoice.isIssued && on !== null && on <= today,
    shares: shares.filter((share) => share.at <= at),
    ...(cancelled === undefined || cancelled.at > at ? {} : { cancelled }),
  }
}

const stands: Readonly<Partial<Record<DocumentTrace['did'], KeptDocument['stands']>>> = {
  issued: 'issued',
  sent: 'sent',
  refused: 'refused',
  cancelled: 'cancelled',
  replaced: 'replaced',
}

function documentAsOf(document: KeptDocument, at: string): KeptDocument {
  const { signedUs, signedClient, ...rest } = document
  const trace = document.trace.filter((one) => one.at <= at)
  const last = trace.flatMap(({ did }) => stands[did] ?? []).at(-1)
  return {
    ...rest,
    trace,
    // What came over from another system is as it came.
    stands: last ?? (document.takenOver === true ? document.stands : 'draft'),
    ...(signedUs === undefined || signedUs.at > at ? {} : { signedUs }),
    ...(signedClient === undefined || signedClient.at > at ? {} : { signedClient }),
  }
}
