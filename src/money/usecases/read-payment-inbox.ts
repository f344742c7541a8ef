import type { Caller } from '#domain/kernel/access'
import { leftToPay, shownInvoice, shownPayment } from '#domain/money/invoice-state'
import type { Ports } from '#ports/ports'
import type { Invoice, KeptPayment, Payment, PaymentState } from '#schemas/money/money'
import { mayEditDeal } from '#usecases/deals/deal-file'
import { openBank } from './money-rights'

type Needs = Pick<Ports, 'deals' | 'money' | 'people' | 'rules'>

/** A payment with the invoices it may be for, those of which something is left first of all. */
export type InboxPayment = {
  readonly payment: Payment
  readonly invoices: readonly Invoice[]
  /** Deals that are won and of which money went back: somebody has to see whether they are to be cancelled. */
  readonly refunded: readonly RefundedDeal[]
  /** The payment of another file that it may be. */
  readonly twin?: Payment
}

export type RefundedDeal = {
  readonly id: string
  readonly title: string
  readonly owner: string
  readonly mayCancel: boolean
}

/**
 * What whoever looks after the bank sees: what to say of what fits nothing, what to confirm, what was booked by itself, and what
 * is for no invoice.
 */
export type PaymentInbox = Readonly<Record<PaymentState, readonly InboxPayment[]>>

/** How many payments of each kind are shown. */
const most = 50

/** The payments inbox, for whoever the file names under `bank`. */
export async function readPaymentInbox(ports: Needs, caller: Caller): Promise<PaymentInbox> {
  const { people } = await openBank(ports, caller)
  const [unmatched, suggested, booked, ignored] = await Promise.all(
    (['unmatched', 'suggested', 'booked', 'ignored'] as const).map(async (state: PaymentState) => {
      const { items } = await ports.money.payments({ state, limit: most })
      return Promise.all(items.map((payment) => withInvoices(ports, payment)))
    }),
  )
  const back = (booked ?? []).filter((one) => one.payment.toDo === 'refund')
  const ids = new Set(back.flatMap(({ payment }) => payment.shares.map(({ dealId }) => dealId)))
  const deals = (await ports.deals.findMany([...ids])).filter(({ status }) => status === 'won')
  const refunded = deals.map((deal) => {
    const { id, title, owner } = deal
    return { id, title, owner, mayCancel: mayEditDeal(caller, { deal, people }) }
  })
  return {
    unmatched: unmatched ?? [],
    suggested: suggested ?? [],
    booked: (booked ?? []).map((one) => (one.payment.toDo === 'refund' ? withDeals(one, refunded) : one)),
    ignored: ignored ?? [],
  }
}

function withDeals(one: InboxPayment, deals: readonly RefundedDeal[]): InboxPayment {
  const own = new Set(one.payment.shares.map(({ dealId }) => dealId))
  return { ...one, refunded: deals.filter(({ id }) => own.has(id)) }
}

async function withInvoices({ money }: Pick<Ports, 'money'>, payment: KeptPayment): Promise<InboxPayment> {
  const named = [...payment.suggested, ...payment.shares.map(({ invoice }) => invoice)]
  const isOpenTo = payment.state === 'unmatched' && payment.direction === 'in' && payment.inn !== ''
  const found = isOpenTo ? await money.issuedTo(payment.inn) : await money.findInvoices([...new Set(named)])
  const isOfOther = ({ seller }: Pick<Invoice, 'seller'>): boolean => (payment.seller ?? seller) !== seller
  const ordered = found.toSorted((a, b) => Number(isOfOther(a)) - Number(isOfOther(b)))
  const open = isOpenTo ? ordered.filter((invoice) => leftToPay(invoice) > 0) : ordered
  const isAsked = payment.state === 'suggested' && payment.resembles !== undefined
  const twin = isAsked ? await money.findPayment(payment.resembles ?? '') : undefined
  const like = twin === undefined ? {} : { twin: shownPayment(twin) }
  return { payment: shownPayment(payment), invoices: open.map(shownInvoice), refunded: [], ...like }
}
