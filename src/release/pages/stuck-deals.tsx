import { directionName, placeName } from '#domain/rules/former-names'
import type { Model } from '#schemas/model'
import type { StuckDeals as Stuck, StuckDealView } from '#release/usecases/read-stuck-deals'

import { dealAddress } from '#pages/links.tsx'
import type { PageAsk } from '#pages/page.tsx'
import { stuckTexts } from './texts/stuck'

/** With more of them the text of the rules would be out of sight. */
const atOnce = 5

/** Deals that could not follow the rules in force: which, why, and what to do; nothing where there are none. */
export function StuckDeals({
  ask,
  model,
  stuck,
}: {
  readonly ask: PageAsk
  readonly model: Model
  readonly stuck: Stuck | undefined
}) {
  if (stuck === undefined) return null
  const t = stuckTexts[ask.language]
  const { deals, others, version } = stuck
  return (
    <section class="card stuck-deals" aria-labelledby="stuck-title">
      <header>
        <h2 id="stuck-title">{t.title(ask.format.number(version))}</h2>
      </header>
      <p>{t.intro}</p>
      <List ask={ask} model={model} deals={deals.slice(0, atOnce)} />
      {deals.length <= atOnce ? null : (
        <details>
          <summary>{t.more(ask.format.counted(deals.length - atOnce, t.deals))}</summary>
          <List ask={ask} model={model} deals={deals.slice(atOnce)} />
        </details>
      )}
      {others === 0 ? null : <p class="quiet">{t.others(ask.format.counted(others, t.deals))}</p>}
    </section>
  )
}

function List({ ask, model, deals }: { ask: PageAsk; model: Model; deals: readonly StuckDealView[] }) {
  return (
    <ul class="linked">
      {deals.map((one) => (
        <StuckDeal ask={ask} model={model} one={one} />
      ))}
    </ul>
  )
}

function StuckDeal({
  ask,
  model,
  one: { deal, why, because },
}: {
  readonly ask: PageAsk
  readonly model: Model
  readonly one: StuckDealView
}) {
  const t = stuckTexts[ask.language]
  const direction = directionName(model, deal.pipeline) ?? deal.pipeline
  const stage = placeName(model, deal) ?? deal.stage
  const owner = ask.people.employees[deal.owner]?.name ?? deal.owner
  return (
    <li>
      <p>
        <a href={dealAddress(deal.id)}>{deal.title}</a>{' '}
        <span class="quiet small">{[direction, stage, owner].join(' · ')}</span>
      </p>
      <p>
        {t.because[because].why} {t.because[because].act}
      </p>
      <p class="quiet small">
        {t.said} <code>{why}</code>
      </p>
    </li>
  )
}
