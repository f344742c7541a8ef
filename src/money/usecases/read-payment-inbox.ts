import type { Caller } from '#domain/kernel/access'
import { leftToPay, shownInvoice, shownPayment } from '#domain/money/invoice-state'
import type { Ports } from '#ports/ports'
import type { Invoice, KeptPayment, Payment, PaymentState } from '#schemas/money/money'
import { openBank } from './money-rights'

type Needs = Pick<Ports, 'money' | 'people' | 'rules'>

/** A payment with the invoices it may be for, those of which something is left first of all. */
export type InboxPayment = { readonly payment: Payment; readonly invoices: readonly Invoice[] }

/** What whoever looks after the bank sees: what to say of what fits nothing, what to confirm, what was booked by itself. */
export type PaymentInbox = Readonly<Record<'unmatched' | 'suggested' | 'booked', readonly InboxPayment[]>>

/** How many payments of each kind are shown. */
const most = 50

/** The payments inbox, for whoever the file names under `bank`. */
export async function readPaymentInbox(ports: Needs, caller: Caller): Promise<PaymentInbox> {
  await openBank(ports, caller)
  const [unmatched, suggested, booked] = await Promise.all(
    (['unmatched', 'suggested', 'booked'] as const).map(async (state: PaymentState) => {
      const { items } = await ports.money.payments({ state, limit: most })
      return Promise.all(items.map((payment) => withInvoices(ports, payment)))
    }),
  )
  return { unmatched: unmatched ?? [], suggested: suggested ?? [], booked: booked ?? [] }
}

async function withInvoices({ money }: Pick<Ports, 'money'>, payment: KeptPayment): Promise<InboxPayment> {
  const named = [...payment.suggested, ...payment.shares.map(({ invoice }) => invoice)]
  const isOpenTo = payment.state === 'unmatched' && payment.direction === 'in' && payment.inn !== ''
  const found = isOpenTo ? await money.issuedTo(payment.inn) : await money.findInvoices([...new Set(named)])
  const open = isOpenTo ? found.filter((invoice) => leftToPay(invoice) > 0) : found
  return { payment: shownPayment(payment), invoices: open.map(shownInvoice) }
}
