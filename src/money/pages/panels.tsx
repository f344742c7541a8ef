import { MakeForm } from '#pages/make-form.tsx'
import { readDealInvoices, type DealInvoice } from '#money/usecases/read-deal-invoices'
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
      const { invoices, kinds } = await readDealInvoices(ask.ports, ask.caller, id)
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
              <OneInvoice ask={ask} one={one} />
            ))}
          </ul>
          <MakeForm api={`POST /deals/${id}/invoices`} kinds={kinds} t={t} />
        </section>
      )
    },
  },
]

function OneInvoice({ ask, one: { invoice, mayIssue } }: { readonly ask: PageAsk; readonly one: DealInvoice }) {
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
      {state === 'draft' && mayIssue ? (
        <form data-api={`POST /invoices/${id}/issue`} data-done={t.done}>
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
    </li>
  )
}
