import { toldOf } from '#domain/money/invoice-state'
import { readPaymentInbox, type InboxPayment } from '#money/usecases/read-payment-inbox'
import { readStatements } from '#money/usecases/read-payments'
import { dealAddress } from '#pages/links.tsx'
import { FileInput } from '#pages/file-input.tsx'
import { OwnLoads } from '#pages/own-loads.tsx'
import type { PageAsk, PageSpec } from '#pages/page.tsx'
import { loadTexts } from '#pages/texts/loads'
import type { BookPayment, Invoice } from '#schemas/money/money'
import type { Child } from 'hono/jsx'

import { mostStatements, Statements } from './statements'
import { paymentTexts } from './texts/payments'

/** The payments inbox of whoever looks after the bank. */
export const paymentsPage: PageSpec = {
  id: 'payments',
  path: '/app/payments',
  nav: 'payments',
  right: 'signed_in',
  script: 'payments',
  isLive: true,
  run: async (ask) => {
    const t = paymentTexts[ask.language]
    const [inbox, statements, loads] = await Promise.all([
      readPaymentInbox(ask.ports, ask.caller),
      readStatements(ask.ports, ask.caller, { limit: mostStatements, language: ask.language }),
      ask.ports.loads.own({ what: 'statement', actor: ask.caller.actor, limit: 10 }),
    ])
    return {
      title: t.title,
      body: (
        <>
          <header class="page-head">
            <h1>{t.title}</h1>
            <p>{t.lead}</p>
            <a href="/app/register">{t.register}</a>
            <a href="/app/company/one-c">{t.oneC}</a>
          </header>
          <div class="stack">
            <form class="card form row" data-statement data-done={t.sent}>
              <FileInput label={t.file} language={ask.language} />
              <button class="primary">{t.send}</button>
              <p class="problem" data-problem role="alert" hidden />
            </form>
            <OwnLoads
              ask={ask}
              loads={loads.filter(({ state }) => state !== 'done')}
              title={loadTexts[ask.language].title}
            />
            {(['unmatched', 'suggested', 'booked'] as const).map((state) => (
              <section class="stack" aria-labelledby={`h-${state}`}>
                <h2 id={`h-${state}`}>
                  {t[state]} <span class="badge">{ask.format.number(inbox[state].length)}</span>
                </h2>
                {inbox[state].length === 0 ? <p class="empty">{t.none}</p> : null}
                {inbox[state].map((one) => (
                  <PaymentCard ask={ask} one={one} />
                ))}
              </section>
            ))}
            {inbox.ignored.length === 0 ? null : (
              <details class="stack">
                <summary>
                  {t.ignored} <span class="badge">{ask.format.number(inbox.ignored.length)}</span>
                </summary>
                {inbox.ignored.map((one) => (
                  <PaymentCard ask={ask} one={one} />
                ))}
              </details>
            )}
            <Statements ask={ask} statements={statements.items} />
          </div>
        </>
      ),
    }
  },
}

function PaymentCard({
  ask,
  one: { payment, invoices, refunded, twin },
}: {
  readonly ask: PageAsk
  readonly one: InboxPayment
}) {
  const t = paymentTexts[ask.language]
  const { format } = ask
  return (
    <article class="card stack" id={payment.id}>
      <h3>
        {payment.direction === 'out' ? '−' : ''}
        {format.money(payment.kopecks, 'RUB')} · {payment.name === '' ? t.noName : payment.name}
      </h3>
      <p class="quiet small">
        {payment.inn === '' ? t.noInn : `${t.inn} ${payment.inn}`} · № {payment.number} · {format.day(payment.bookedOn)}
        {payment.dueAt === null ? '' : ` · ${t.until}: ${format.due(payment.dueAt)}`}
      </p>
      <p class="lines">{payment.purpose}</p>
      {payment.toDo === 'advance' ? (
        <p>
          <span class="badge">{t.advance}</span> {format.money(payment.restKopecks, 'RUB')}.{' '}
          {invoices.some(({ leftKopecks }) => leftKopecks > 0) ? t.restHint : t.advanceHint}
        </p>
      ) : null}
      {payment.toDo === 'refund' ? <Refund ask={ask} deals={refunded} /> : null}
      {twin === undefined ? null : <Twin ask={ask} payment={payment} twin={twin} />}
      {payment.state === 'suggested' && payment.rule === 'told_before' ? <p>{t.toldBefore}</p> : null}
      {invoices.map((invoice) => (
        <InvoiceLine ask={ask} payment={payment} invoice={invoice} />
      ))}
      {payment.direction !== 'own' && payment.restKopecks > 0 && payment.settled === undefined ? (
        <p>
          <button type="button" class="secondary" data-piece={`/app/pieces/payments/${payment.id}/invoices`}>
            {payment.direction === 'out' ? t.backOther : t.bookOther}…
          </button>
        </p>
      ) : null}
      <Acts ask={ask} payment={payment} />
    </article>
  )
}

/** What was done about a payment, and what can be. */
function Acts({ ask, payment }: { readonly ask: PageAsk; readonly payment: InboxPayment['payment'] }) {
  const t = paymentTexts[ask.language]
  const isToSay = payment.state === 'unmatched' || payment.state === 'suggested'
  return (
    <>
      {payment.toDo === 'advance' || payment.toDo === 'refund' ? (
        <ReasonForm
          path={`/payments/${payment.id}/settle`}
          label={t.settle}
          t={{ ...t, why: t.settledHow }}
          name="note"
        />
      ) : null}
      {payment.settled === undefined ? null : (
        <p class="quiet small">
          {t.settled}: {payment.settled.note} ({ask.people.employees[payment.settled.by]?.name ?? payment.settled.by})
        </p>
      )}
      {(payment.inPlaceOf ?? []).length === 0 ? null : <p class="quiet small">{t.inPlaceOf}</p>}
      {payment.state === 'ignored' ? <Ignored ask={ask} payment={payment} /> : null}
      {isToSay ? <ReasonForm path={`/payments/${payment.id}/ignore`} label={t.notInvoice} t={t} /> : null}
      {payment.state === 'booked' ? (
        <ReasonForm path={`/payments/${payment.id}/unbook`} label={t.unbook} t={t} />
      ) : null}
    </>
  )
}

/** Why a payment is for no invoice: what somebody said, or that it follows from what the bank told. */
function Ignored({
  ask,
  payment: { direction, trace },
}: {
  readonly ask: PageAsk
  readonly payment: InboxPayment['payment']
}) {
  const t = paymentTexts[ask.language]
  const said = trace.findLast(({ did }) => did === 'ignored')
  if (said === undefined) return <p class="quiet small">{t.notOf[direction]}</p>
  return (
    <p class="quiet small">
      {said.reason} ({ask.people.employees[said.by]?.name ?? said.by})
    </p>
  )
}

type Like = { readonly ask: PageAsk; readonly payment: InboxPayment['payment']; readonly twin: InboxPayment['payment'] }

/** A payment that was perhaps loaded before, from another file: whoever knows says so with one click. */
function Twin({ ask, payment, twin }: Like) {
  const t = paymentTexts[ask.language]
  const { number, bookedOn, kopecks, name } = twin
  const day = ask.format.wholeDay(bookedOn)
  // Some files tell no number.
  const named = number === '' ? day : `№ ${number} ${t.of} ${day}`
  return (
    <form
      class="stack"
      data-api={`POST /payments/${payment.id}/ignore`}
      data-body={JSON.stringify({ reason: t.knownAs(named) })}
      data-done={t.done}
    >
      <p>{t.perhapsKnown([named, ask.format.money(kopecks, 'RUB'), name].filter((part) => part !== '').join(', '))}</p>
      <button class="secondary">{t.samePayment}</button>
      <p class="problem" data-problem role="alert" hidden />
    </form>
  )
}

type Line = { readonly ask: PageAsk; readonly payment: InboxPayment['payment']; readonly invoice: Invoice }

function InvoiceLine({ ask, payment, invoice }: Line) {
  const t = paymentTexts[ask.language]
  const { format } = ask
  const isOut = payment.direction === 'out'
  const most = Math.min(payment.restKopecks, isOut ? invoice.paidKopecks : invoice.leftKopecks)
  // What another system said to be paid gives way to what the bank says.
  const same = payment.rule === 'told_before' ? Math.min(payment.restKopecks, toldOf(invoice)) : 0
  const named = `№ ${invoice.number ?? ''} ${t.of} ${invoice.on === null ? '' : format.wholeDay(invoice.on)}`
  const share = payment.shares.find(({ invoice: id }) => id === invoice.id)
  if (share !== undefined || (most <= 0 && same <= 0))
    return (
      <p>
        <a href={dealAddress(invoice.dealId)}>{named}</a>
        {share === undefined ? '' : `: ${format.money(share.kopecks, 'RUB')}`}
      </p>
    )
  const bookOn = isOut ? t.back : same > 0 ? t.otherMoney : t.bookOn
  return (
    <>
      {same > 0 ? (
        <BookForm ask={ask} payment={payment} share={{ invoice: invoice.id, kopecks: same, inPlace: true }}>
          {t.sameMoney} {named}: {format.money(same, 'RUB')}
        </BookForm>
      ) : null}
      {most > 0 ? (
        <BookForm ask={ask} payment={payment} share={{ invoice: invoice.id, kopecks: most }}>
          {bookOn} {named}: {format.money(most, 'RUB')}
        </BookForm>
      ) : null}
      <a href={dealAddress(invoice.dealId)} class="small">
        {invoice.buyer.name}, {t.left} {format.money(invoice.leftKopecks, 'RUB')}
      </a>
    </>
  )
}

type Booked = {
  readonly ask: PageAsk
  readonly payment: InboxPayment['payment']
  readonly share: BookPayment['shares'][number]
  readonly children?: Child
}

function BookForm({ ask, payment, share, children }: Booked) {
  return (
    <form
      class="row"
      data-api={`POST /payments/${payment.id}/book`}
      data-body={JSON.stringify({ shares: [share] })}
      data-done={paymentTexts[ask.language].done}
    >
      <button class="primary">{children}</button>
      <p class="problem" data-problem role="alert" hidden />
    </form>
  )
}

type Words = (typeof paymentTexts)['en']

/** What was given back is nobody’s loss yet: a deal that is won stays so until somebody cancels it, which is proposed here. */
function Refund({ ask, deals }: { readonly ask: PageAsk; readonly deals: InboxPayment['refunded'] }) {
  const t = paymentTexts[ask.language]
  return (
    <>
      <p>{deals.length > 0 ? t.refund : t.refundOfOpen}</p>
      {deals.map(({ id, title, owner, mayCancel }) => (
        <p class="row">
          <a href={dealAddress(id)}>{title}</a>
          {mayCancel ? (
            <button type="button" class="secondary" data-piece={`/app/pieces/deal/${id}/cancel`}>
              {t.cancelDeal}
            </button>
          ) : (
            <span class="quiet small">{t.askOwner(ask.people.employees[owner]?.name ?? owner)}</span>
          )}
        </p>
      ))}
    </>
  )
}

type Reasoning = {
  readonly path: string
  readonly label: string
  readonly t: Pick<Words, 'done' | 'why'>
  /** What the API calls it. */
  readonly name?: string
}

function ReasonForm({ path, label, t, name = 'reason' }: Reasoning) {
  return (
    <details>
      <summary>{label}</summary>
      <form class="row" data-api={`POST ${path}`} data-done={t.done}>
        <label class="field">
          <span>{t.why}</span>
          <input name={name} required maxlength={500} />
        </label>
        <button class="secondary">{label}</button>
        <p class="problem" data-problem role="alert" hidden />
      </form>
    </details>
  )
}
