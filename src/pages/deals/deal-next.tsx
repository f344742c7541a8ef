import type { DealPageFile } from '#usecases/deals/read-deal-page'

import type { PageAsk } from '#pages/page.tsx'
import { dealTexts } from './texts/deal'

type Parts = { readonly ask: PageAsk; readonly file: DealPageFile }

/** While a client waits for the first reply: until when, and a button for whoever has answered. */
export function ReplyClock({ ask, file: { deal, mayEdit } }: Parts) {
  const t = dealTexts[ask.language]
  const dueAt = deal.firstReplyDueAt ?? null
  if (dueAt === null || deal.firstReply !== undefined || deal.status !== 'open') return null
  const isLate = dueAt < ask.now
  return (
    <div class={`card reply-clock ${isLate ? 'late' : ''}`}>
      <p>
        <strong>{isLate ? t.replyIsLate : t.replyWaits}</strong>{' '}
        <span>
          {isLate ? t.replyLateBy(ask.format.span(dueAt, ask.now)) : `${t.replyUntil} ${ask.format.moment(dueAt)}`}
        </span>
      </p>
      {mayEdit ? (
        <button type="button" class="primary" data-piece={`/app/pieces/deal/${deal.id}/reply`}>
          {t.answered}
        </button>
      ) : null}
    </div>
  )
}

/** Asks for the next task where a deal is under way and nobody has anything to do for it. */
export function NextTask({ ask, file }: Parts) {
  const { deal, tasks, mayEdit } = file
  const t = dealTexts[ask.language]
  const isBusy = tasks.some(({ status }) => status === 'open')
  const isUnderWay = deal.status === 'open' || deal.status === 'won'
  if (isBusy || !isUnderWay || !mayEdit) return null
  return (
    <section class="card next-task" aria-labelledby="next-task-title" data-next-task>
      <div>
        <h2 id="next-task-title">{t.nothingToDo}</h2>
        <p class="quiet">{t.whatNext}</p>
      </div>
      <button type="button" class="primary" data-piece={`/app/pieces/deal/${deal.id}/task`}>
        {t.addNext}
      </button>
    </section>
  )
}
