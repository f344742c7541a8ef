import { saidOfDeal, type SaidHere } from '#exchange/usecases/said-of-deal'
import type { PageAsk, PanelSpec } from '#pages/page.tsx'

import { exchangeTexts } from './texts/exchange'

/** What 1C says of the invoices of a deal, on its page. */
export const panels: readonly PanelSpec[] = [
  {
    on: 'deal',
    run: async (ask, id) => {
      const said = await saidOfDeal(ask.ports, id)
      if (said.length === 0) return null
      const t = exchangeTexts[ask.language]
      return (
        <section class="card" aria-labelledby="one-c-title" id="one-c">
          <header>
            <h2 id="one-c-title">{t.panel}</h2>
          </header>
          <ul class="file-list">
            {said.map((one) => (
              <One ask={ask} one={one} />
            ))}
          </ul>
        </section>
      )
    },
  },
]

function One({ ask, one: { invoice, said } }: { readonly ask: PageAsk; readonly one: SaidHere }) {
  const t = exchangeTexts[ask.language]
  const { number, on, isPosted, isDeleted, isCancelled, paidOn, paidNumber, shippedOn, status } = said
  const dated = (name: string, day: string | undefined) =>
    day === undefined ? [] : [`${name} ${ask.format.wholeDay(day)}`]
  const facts = [
    ...(isPosted === undefined ? [] : [isPosted ? t.posted : t.unposted]),
    ...dated(paidNumber === undefined ? t.paid : `${t.paid} (№ ${paidNumber})`, paidOn),
    ...dated(t.shipped, shippedOn),
    ...(status === undefined ? [] : [status]),
  ]
  return (
    <li>
      <p>
        {`${t.invoice} № ${invoice.number ?? ''}${number === undefined ? '' : ` → ${number}`}${on === undefined ? '' : ` ${t.of} ${ask.format.wholeDay(on)}`}`}{' '}
        {isDeleted === true ? <span class="badge bad">{t.deleted}</span> : null}
        {isCancelled === true ? <span class="badge bad">{t.cancelled}</span> : null}
      </p>
      <p class="quiet small">{facts.join(' · ')}</p>
    </li>
  )
}
