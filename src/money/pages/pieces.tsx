import { plainAmount } from '#domain/numbers/typed-amount'
import { findPayableInvoices } from '#money/usecases/find-payable-invoices'
import { readPayment } from '#money/usecases/read-payments'
import { dealAddress } from '#pages/links.tsx'
import type { PageAsk, PieceSpec } from '#pages/page.tsx'
import { PieceHead } from '#pages/piece-form.tsx'
import type { Invoice, Payment } from '#schemas/money/money'

import { paymentTexts } from './texts/payments'

/** The dialog in which whoever looks after the bank says which invoice a payment is for, where nothing else has told. */
const bookPiece: PieceSpec = {
  id: 'bookPayment',
  path: '/app/pieces/payments/:payment/invoices',
  right: 'signed_in',
  run: async (ask) => {
    const t = paymentTexts[ask.language]
    const payment = await readPayment(ask.ports, ask.caller, ask.params['payment'] ?? '')
    return (
      <>
        <PieceHead title={payment.direction === 'out' ? t.backOther : t.bookOther} language={ask.language} />
        <p>
          {ask.format.money(payment.restKopecks, 'RUB')} · {payment.name === '' ? t.noName : payment.name}
        </p>
        <p class="quiet lines">{payment.purpose}</p>
        <label class="field">
          <span class="label">{t.find}</span>
          <input
            type="search"
            maxlength={200}
            autocomplete="off"
            autofocus
            data-find-invoices={`/app/pieces/payments/${payment.id}/invoices/found`}
          />
        </label>
        <div class="stack" data-found-invoices aria-live="polite">
          <Found ask={ask} payment={payment} q="" />
        </div>
      </>
    )
  },
}

/** What is found in it. */
const foundPiece: PieceSpec = {
  id: 'payableInvoices',
  path: '/app/pieces/payments/:payment/invoices/found',
  right: 'signed_in',
  run: async (ask) => {
    const payment = await readPayment(ask.ports, ask.caller, ask.params['payment'] ?? '')
    return <Found ask={ask} payment={payment} q={ask.query.get('q') ?? ''} />
  },
}

/** What of payments is shown in dialogs. */
export const pieces: readonly PieceSpec[] = [bookPiece, foundPiece]

async function Found({ ask, payment, q }: { readonly ask: PageAsk; readonly payment: Payment; readonly q: string }) {
  const t = paymentTexts[ask.language]
  const found = await findPayableInvoices(ask.ports, ask.caller, { payment: payment.id, q: q.slice(0, 200) })
  if (found.length === 0) return <p class="empty">{q.trim() === '' ? t.noneLikely : t.noneFound}</p>
  return found.map((invoice) => <Offer ask={ask} payment={payment} invoice={invoice} />)
}

/** An invoice with how much of the payment is booked on it: all that there is room for, or less. */
function Offer({
  ask,
  payment,
  invoice,
}: {
  readonly ask: PageAsk
  readonly payment: Payment
  readonly invoice: Invoice
}) {
  const t = paymentTexts[ask.language]
  const { format, language } = ask
  const isOut = payment.direction === 'out'
  const room = isOut ? invoice.paidKopecks : invoice.leftKopecks
  const on = invoice.on === null ? '' : ` ${t.of} ${format.wholeDay(invoice.on)}`
  return (
    <form class="card stack" data-api={`POST /payments/${payment.id}/book`} data-done={t.done}>
      <p>
        <strong>
          № {invoice.number}
          {on}
        </strong>{' '}
        · {invoice.buyer.name}
        {invoice.buyer.inn === undefined ? '' : `, ${t.inn} ${invoice.buyer.inn}`}
      </p>
      <p class="quiet small">
        {format.money(invoice.kopecks, 'RUB')}, {isOut ? t.paid : t.left} {format.money(room, 'RUB')} ·{' '}
        <a href={dealAddress(invoice.dealId)}>{t.deal}</a>
      </p>
      <input type="hidden" name="shares.0.invoice" value={invoice.id} />
      <div class="row">
        <label class="field">
          <span class="label">{t.howMuch}</span>
          <input
            name="shares.0.kopecks"
            value={plainAmount(Math.min(payment.restKopecks, room), { language, digits: 2 })}
            data-type="money"
            data-digits="2"
            data-currency="RUB"
            inputmode="decimal"
            autocomplete="off"
            required
          />
        </label>
        <button class="primary">
          {isOut ? t.back : t.bookOn} № {invoice.number}
        </button>
      </div>
      <p class="problem" data-problem role="alert" hidden />
    </form>
  )
}
