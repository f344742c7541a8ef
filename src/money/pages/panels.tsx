import { MakeForm } from '#pages/make-form.tsx'
import { sumOf } from '#domain/kernel/money'
import { shareIsTold } from '#domain/money/invoice-state'
import { readDealInvoices, type DealInvoice, type DealInvoices } from '#money/usecases/read-deal-invoices'
import type { PageAsk, PanelSpec } from '#pages/page.tsx'
import type { Invoice } from '#schemas/money/money'

import { invoiceTexts } from './texts/invoices'

const tones: Readonly<Record<Invoice['state'], string>> = {
  draft: '',
  issued: 'accent',
  part_paid: 'accent',
  paid: 'good',
  cancelled: 'bad',
}

/** What money shows on the page of a deal: its invoices, what is left of them, and a way to make one. */
export const panels: readonly PanelSpec[] = [
  {
    on: 'deal',
    run: async (ask, id) => {
      const read = await readDealInvoices(ask.ports, ask.caller, id)
      const { invoices, kinds } = read
      if (invoices.length === 0 && kinds.length === 0) return null
      const t = invoiceTexts[ask.language]
      return (
        <section class="card" aria-labelledby="invoices-title" id="invoices">
          <header>
            <h2 id="invoices-title">{t.title}</h2>
            {invoices.length === 0 ? null : <span class="badge">{ask.format.number(invoices.length)}</span>}
          </header>
          {invoices.length === 0 ? <p class="quiet">{t.none}</p> : null}
          <ul class="file-list">
            {invoices.toReversed().map((one) => (
              <OneInvoice ask={ask} one={one} read={read} />
            ))}
          </ul>
          <MakeForm api={`POST /deals/${id}/invoices`} kinds={kinds} t={t} />
        </section>
      )
    },
  },
]

type One = { readonly ask: PageAsk; readonly one: DealInvoice; readonly read: DealInvoices }

function OneInvoice({ ask, one: { invoice, mayIssue }, read }: One) {
  const t = invoiceTexts[ask.language]
  const { format } = ask
  const { id, name, number, on, dueOn, state, kopecks, leftKopecks } = invoice
  const isLive = state === 'issued' || state === 'part_paid'
  return (
    <li id={id}>
      <p>
        {`${name}${number === null ? '' : ` № ${number}`}`}{' '}
        <span class={`badge ${tones[state]}`}>{t.states[state]}</span>
      </p>
      <p class="quiet small">
        {[
          ...(on === null ? [] : [format.day(on)]),
          format.money(kopecks, 'RUB'),
          ...(state === 'part_paid' ? [`${t.left} ${format.money(leftKopecks, 'RUB')}`] : []),
          ...(isLive && dueOn !== null ? [`${t.until} ${format.wholeDay(dueOn)}`] : []),
        ].join(' · ')}
      </p>
      <PaidOf ask={ask} invoice={invoice} />
      {state === 'draft' && mayIssue ? (
        <form data-api={`POST /invoices/${id}/issue`} data-done={t.done} data-sure={sureOf(ask, invoice, read)}>
          <button class="primary">{t.issue}</button>
          <p class="problem" data-problem role="alert" hidden />
        </form>
      ) : null}
      {state !== 'cancelled' && mayIssue && invoice.paidKopecks === 0 ? (
        <details data-closes-when-done>
          <summary>{t.cancel}</summary>
          <form class="row" data-api={`POST /invoices/${id}/cancel`} data-done={t.done}>
            <label class="field">
              <span>{t.why}</span>
              <input name="reason" required maxlength={500} />
            </label>
            <button class="secondary">{t.cancel}</button>
            <p class="problem" data-problem role="alert" hidden />
          </form>
        </details>
      ) : null}
      {state !== 'cancelled' && mayIssue && invoice.paidKopecks !== 0 ? (
        <p class="quiet small">
          {t.unbookFirst} {read.isAtBank ? <a href="/app/payments">{t.payments}</a> : t.others}.
        </p>
      ) : null}
    </li>
  )
}

/** What came in of an invoice, one line a booking. */
function PaidOf({ ask: { language, format }, invoice: { shares } }: Pick<One, 'ask'> & { readonly invoice: Invoice }) {
  const t = invoiceTexts[language]
  return shares.map((share) => (
    <p class="quiet small">
      {[
        `${share.kopecks < 0 ? t.back : t.paid} ${format.money(Math.abs(share.kopecks), 'RUB')}`,
        format.moment(share.at),
        ...(shareIsTold(share) ? [t.told] : []),
      ].join(' · ')}
    </p>
  ))
}

/** What is asked before an invoice is issued with which more is invoiced than the deal comes to. */
function sureOf({ language, format }: PageAsk, { kopecks }: Invoice, read: DealInvoices): string | undefined {
  const live = read.invoices.filter(({ invoice }) => invoice.state !== 'draft' && invoice.state !== 'cancelled')
  const all = sumOf([kopecks, ...live.map(({ invoice }) => invoice.kopecks)])
  if (read.kopecks === undefined || all <= read.kopecks) return undefined
  return invoiceTexts[language].beyond(format.money(all, 'RUB'), format.money(read.kopecks, 'RUB'))
}
