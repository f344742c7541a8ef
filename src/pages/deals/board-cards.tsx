import { reaches } from '#domain/kernel/access'
import { addDuration } from '#domain/time/calendar'
import type { Model, Pipeline, Stage } from '#schemas/model'
import type { BoardCard } from '#usecases/deals/read-board-page'

import { dealAddress } from '#pages/links.tsx'
import type { PageAsk } from '#pages/page.tsx'
import { boardTexts } from './texts/board'

/** The cards of a column. */
export function BoardCards(parts: {
  readonly ask: PageAsk
  readonly model: Model
  readonly stage: Stage
  readonly pipeline: Pipeline
  readonly cards: readonly BoardCard[]
}) {
  return (
    <>
      {parts.cards.map((card) => (
        <Card {...parts} card={card} />
      ))}
    </>
  )
}

function Card({ ask, model, stage, card }: { ask: PageAsk; model: Model; stage: Stage; card: BoardCard }) {
  const { deal } = card
  const t = boardTexts[ask.language]
  const owner = ask.people.employees[deal.owner]?.name ?? deal.owner
  const amount = deal.fields['amount']
  const mayMove = reaches(ask.caller, 'deals_edit', deal.owner, ask.people)
  const isStuck =
    stage.maxAge !== undefined && addDuration(model.calendar, deal.visit.enteredAt, stage.maxAge) < ask.now
  return (
    <li
      class="deal-card"
      id={deal.id}
      data-deal={deal.id}
      data-version={deal.version}
      data-fixed={mayMove ? undefined : ''}
    >
      <a class="title" href={dealAddress(deal.id)}>
        {deal.title}
      </a>
      <p class="row small">
        {typeof amount === 'number' ? <strong>{ask.format.money(amount, deal.currency)}</strong> : null}
        {deal.status === 'won' ? <span class="badge good">{t.won}</span> : null}
        <span class="grow" />
        <span class={isStuck ? 'badge warn' : 'quiet'} title={isStuck ? t.stuck : undefined}>
          <span class="hidden">{`${t.inStage}: `}</span>
          {ask.format.span(deal.visit.enteredAt, ask.now)}
          {isStuck ? <span class="hidden">{`. ${t.stuck}`}</span> : null}
        </span>
      </p>
      <NextTask ask={ask} card={card} />
      <p class="row small">
        <span class="quiet">{owner}</span>
        <span class="grow" />
        {mayMove ? (
          <button
            type="button"
            class="link"
            data-piece={`/app/pieces/move/${deal.id}`}
            aria-label={`${t.moving}: ${deal.title}`}
          >
            {t.moving}
          </button>
        ) : null}
      </p>
    </li>
  )
}

function NextTask({ ask, card: { next } }: { readonly ask: PageAsk; readonly card: BoardCard }) {
  const t = boardTexts[ask.language]
  if (next === undefined) {
    return (
      <p class="small">
        <span class="badge warn">{t.noTask}</span>
      </p>
    )
  }
  const isLate = next.dueAt !== null && next.dueAt < ask.now
  return (
    <div class="small">
      <p class="next-task">{next.do}</p>
      {next.dueAt === null ? null : <p class={isLate ? 'bad' : 'quiet'}>{ask.format.due(next.dueAt)}</p>}
    </div>
  )
}
