import type { DealPageFile } from '#usecases/deals/read-deal-page'

import type { PageAsk } from '#pages/page.tsx'
import { dealTexts } from './texts/deal'

/** The stages of a deal in order: passed, now, to come; each opens what it asks. */
export function DealRail({ ask, file: { deal, newest } }: { readonly ask: PageAsk; readonly file: DealPageFile }) {
  const t = dealTexts[ask.language]
  const pipeline = newest.model.pipelines[deal.pipeline]
  const stages = pipeline?.stages ?? []
  const now = stages.findIndex(({ id }) => id === deal.stage)
  const isAll = deal.status === 'completed'
  return (
    <nav class="rail" aria-label={t.rail} tabindex={-1}>
      <ol>
        {stages.map(({ id, name }, at) => {
          const state = isAll || at < now ? 'done' : at === now ? 'now' : 'next'
          return (
            <li class={state} aria-current={state === 'now' ? 'step' : undefined}>
              <button type="button" data-piece={`/app/pieces/deal/${deal.id}/stage?stage=${id}`} title={t.stageAsks}>
                <span class="dot" aria-hidden="true">
                  {state === 'done' ? '✓' : ask.format.number(at + 1)}
                </span>
                <span class="name">{name}</span>
                {state === 'next' ? null : <span class="hidden">{state === 'now' ? t.stageNow : t.stageDone}</span>}
              </button>
            </li>
          )
        })}
      </ol>
      {/* Where the names have no room the one that counts stands below; whoever listens has heard it above. */}
      {isAll || now < 0 ? null : (
        <p class="rail-now" aria-hidden="true">
          {t.stageOf(ask.format.number(now + 1), ask.format.number(stages.length), stages[now]?.name ?? '')}
        </p>
      )}
    </nav>
  )
}
