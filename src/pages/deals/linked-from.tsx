import { fieldLabel } from '#playbook/rule-sentences'
import type { DealPageFile } from '#usecases/deals/read-deal-page'

import { nameOfDeal } from '#usecases/linked/named-deals'
import { dealAddress } from '#pages/links.tsx'
import type { PageAsk } from '#pages/page.tsx'
import { boardTexts } from './texts/board'
import { fieldTexts } from './texts/fields'

/** The deals that name this one in a field; of one that the reader may not see, that it is there. */
export function LinkedFrom({ ask, file: { linked, newest } }: { readonly ask: PageAsk; readonly file: DealPageFile }) {
  const t = fieldTexts[ask.language]
  if (linked.from.length === 0) return null
  const labelOf = (id: string): string => {
    const field = newest.model.fields[id]
    return field === undefined ? id : fieldLabel(field, ask.language)
  }
  return (
    <section class="card" aria-labelledby="linked-title">
      <header>
        <h2 id="linked-title">{t.linkedFrom}</h2>
      </header>
      <dl class="shown">
        {linked.from.map(({ field, deal }) => (
          <div>
            <dt>{labelOf(field)}</dt>
            <dd>
              {deal === null ? (
                <span class="quiet">{t.hiddenDeal}</span>
              ) : (
                <>
                  <a href={dealAddress(deal.id)}>{nameOfDeal(deal)}</a>{' '}
                  <span class="quiet small">{boardTexts[ask.language].statuses[deal.status]}</span>
                </>
              )}
            </dd>
          </div>
        ))}
      </dl>
      {linked.isAll ? null : <p class="quiet small">{t.moreLinked}</p>}
    </section>
  )
}
