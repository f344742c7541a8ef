import { shownDocument } from '#documents/domain/document-state'
import type { KeptDocument } from '#schemas/documents/kept-document'
import type { Invoice } from '#schemas/money/money'

/** A paper in the register: an issued document or an invoice. */
export type RegisterRow = {
  readonly is: 'document' | 'invoice'
  readonly id: string
  readonly dealId: string
  readonly kind: string
  readonly name: string
  readonly number: string
  /** A calendar day. */
  readonly on: string
  readonly buyer: string
  readonly inn: string
  readonly kopecks: number
  /** The VAT inside; null without VAT, and where nobody has said it. */
  readonly vatKopecks: number | null
  /** What is paid of an invoice; null of documents. */
  readonly paidKopecks: number | null
  readonly state: string
  /** Our legal entity; empty where the file named none. */
  readonly seller: string
  /** It was loaded from a register of another system. */
  readonly takenOver?: true
}

/** Which rows are wanted. */
export type RegisterAsked = { readonly kind?: string; readonly state?: string; readonly q?: string }

/** A document as a row of the register. */
export function documentRow(document: KeptDocument): RegisterRow {
  const { id, dealId, kind, name, number, on, buyer, totalKopecks, state, seller, takenOver } = {
    ...shownDocument(document),
  }
  const inn = document.printed.values['client.inn']?.[1] ?? ''
  const vat = document.printed.values['vat_sum']?.[1]
  return {
    is: 'document',
    id,
    dealId,
    kind,
    name,
    number: number ?? '',
    on: on ?? '',
    buyer,
    inn: String(inn),
    kopecks: totalKopecks,
    vatKopecks: typeof vat === 'number' ? vat : null,
    paidKopecks: null,
    state,
    seller,
    ...(takenOver === true ? { takenOver } : {}),
  }
}

/** An invoice as a row of the register. */
export function invoiceRow(invoice: Invoice): RegisterRow {
  const { id, dealId, kind, name, number, on, buyer, kopecks, vatKopecks, paidKopecks, state, seller, takenOver } =
    invoice
  const place = { is: 'invoice', id, dealId, kind, name, number: number ?? '', on: on ?? '' } as const
  const over = takenOver === true ? { takenOver } : {}
  const sums = { kopecks, vatKopecks, paidKopecks }
  return { ...place, buyer: buyer.name, inn: buyer.inn ?? '', ...sums, state, seller, ...over }
}

/** The rows that were asked for, the newest first. */
export function registerRows(rows: readonly RegisterRow[], { kind, state, q }: RegisterAsked): readonly RegisterRow[] {
  const part = (q ?? '').trim().toLowerCase()
  return rows
    .filter((row) => kind === undefined || kind === '' || row.kind === kind)
    .filter((row) => state === undefined || state === '' || row.state === state)
    .filter(({ number, buyer, inn }) => part === '' || `${number} ${buyer} ${inn}`.toLowerCase().includes(part))
    .toSorted((a, b) => order(b.on, a.on) || order(b.number, a.number))
}

const numbers = new Intl.Collator('ru', { numeric: true })

function order(one: string, other: string): number {
  return numbers.compare(one, other)
}
