import { rulesRefusal } from '#domain/rules/words/rules-refusal'
import { reaches } from '#domain/kernel/access'
import { readBoardPage, usuallyShown, type BoardColumnPage, type BoardPage } from '#usecases/deals/read-board-page'
import type { Model } from '#schemas/model'

import { BoardCards } from './board-cards'
import {
  BoardSearchField,
  BoardSearchSaid,
  ColumnCount,
  boardNarrowed,
  narrowedBoard,
  type BoardNarrowed,
} from './board-search'
import { boardAddress, dealAddress } from '#pages/links.tsx'
import type { PageAsk, PageSpec } from '#pages/page.tsx'
import { boardTexts } from './texts/board'

/** The way to the board of the first direction in which somebody has deals. */
export const boardStartPage: PageSpec = {
  id: 'boardStart',
  path: '/app/board',
  nav: 'board',
  right: 'deals_read',
  run: async ({ ports, me, language }) => {
    const [{ model }, own] = await Promise.all([
      ports.rules.current(),
      ports.deals.byOwner({ owner: me.id, limit: 100 }),
    ])
    const all = Object.values(model.pipelines)
    const count = (id: string) => own.items.filter(({ pipeline }) => pipeline === id).length
    const first = all.toSorted((a, b) => count(b.id) - count(a.id))[0]
    if (first === undefined) throw rulesRefusal('pipeline_unknown.none')
    return { title: boardTexts[language].title, body: null, goTo: boardAddress(first.id) }
  },
}

/** A direction stage by stage: cards that are dragged on, counts and sums. */
export const boardPage: PageSpec = {
  id: 'board',
  path: '/app/board/:pipeline',
  nav: 'board',
  right: 'deals_read',
  script: 'board',
  isLive: true,
  run: async (ask) => {
    const t = boardTexts[ask.language]
    const narrowed = boardNarrowed(ask.query)
    const { owner, q } = narrowed
    const { model } = await ask.ports.rules.current()
    const board = await readBoardPage(ask.ports, ask, {
      pipeline: ask.params['pipeline'] ?? '',
      shown: shownIn(ask.query),
      ...(owner === '' ? {} : { owner: owner === 'me' ? ask.me.id : owner }),
      ...(q === '' ? {} : { q }),
    })
    return {
      title: `${board.pipeline.name} · ${t.title}`,
      isWide: true,
      shortcuts: [
        { keys: 'f', does: t.keys.filter },
        { keys: 'n', does: t.keys.create },
      ],
      body: (
        <div class="board-page">
          <BoardHead ask={ask} model={model} board={board} narrowed={narrowed} />
          <BoardSearchSaid ask={ask} model={model} board={board} narrowed={narrowed} />
          <p class="hidden" id="board-how">
            {t.moveHow}
          </p>
          <div class="board" role="group" aria-label={board.pipeline.name} aria-describedby="board-how" tabindex={0}>
            {board.columns.map((column) => (
              <Column ask={ask} model={model} column={column} board={board} />
            ))}
          </div>
          <Closed ask={ask} board={board} />
        </div>
      ),
    }
  },
}

type Parts = { readonly ask: PageAsk; readonly model: Model; readonly board: BoardPage }

function BoardHead({ ask, model, board, narrowed }: Parts & { readonly narrowed: BoardNarrowed }) {
  const t = boardTexts[ask.language]
  const { owner, q } = narrowed
  const owners = Object.values(ask.people.employees)
    .filter((one) => one.active && one.id !== ask.me.id && reaches(ask.caller, 'deals_read', one.id, ask.people))
    .toSorted((a, b) => a.name.localeCompare(b.name))
  return (
    <header class="board-head">
      <h1 class="hidden">{`${t.title}: ${board.pipeline.name}`}</h1>
      <nav class="tabs" aria-label={t.directions}>
        {Object.values(model.pipelines).map(({ id, name }) => (
          <a href={narrowedBoard(id, narrowed)} aria-current={id === board.pipeline.id ? 'page' : undefined}>
            {name}
          </a>
        ))}
      </nav>
      <span class="grow" />
      <form method="get" class="row" data-auto-submit>
        {owners.length === 0 ? null : (
          <label class="row">
            <span class="hidden">{t.owner}</span>
            <select name="owner" aria-label={t.owner}>
              <option value="">{t.everybody}</option>
              <option value="me" selected={owner === 'me' || owner === ask.me.id}>
                {t.mine}
              </option>
              {owners.map(({ id, name }) => (
                <option value={id} selected={owner === id}>
                  {name}
                </option>
              ))}
            </select>
          </label>
        )}
        <BoardSearchField ask={ask} q={q} />
        <noscript>
          <button class="secondary">{t.find}</button>
        </noscript>
      </form>
      {ask.caller.reach.deals_edit === 'none' ? null : (
        <button
          type="button"
          class="primary"
          data-create
          data-piece={`/app/pieces/new-deal?pipeline=${board.pipeline.id}`}
        >
          {t.create}
        </button>
      )}
    </header>
  )
}

function Column({ ask, model, column, board }: Parts & { readonly column: BoardColumnPage }) {
  const t = boardTexts[ask.language]
  const { stage, sums, cards, hidden } = column
  // The company's own currency is what most look for.
  const isOwn = ({ currency }: { readonly currency: string }) => currency === ask.currency
  const money = [...sums.filter(isOwn), ...sums.filter((sum) => !isOwn(sum))].filter(({ minor }) => minor !== 0)
  const shown = cards.length
  return (
    <section class="column" aria-labelledby={`column-${stage.id}`} id={`section-${stage.id}`}>
      <header>
        <h2 id={`column-${stage.id}`}>{stage.name}</h2>
        <p class="quiet small">
          <ColumnCount ask={ask} column={column} />
          {money.map(({ currency, minor }) => (
            <span title={ask.format.money(minor, currency)}>{` · ${ask.format.shortMoney(minor, currency)}`}</span>
          ))}
        </p>
      </header>
      <ul class="cards" data-stage={stage.id} data-stage-name={stage.name} id={`cards-${stage.id}`}>
        <BoardCards ask={ask} model={model} stage={stage} cards={cards} pipeline={board.pipeline} />
      </ul>
      {shown > 0 ? null : (
        <p class="quiet small column-empty">{column.found === undefined ? t.empty : t.nothingHere}</p>
      )}
      {hidden === 0 ? null : (
        <button type="button" class="plain" data-more={stage.id} data-shown={Math.max(shown, usuallyShown)}>
          {t.more(ask.format.number(hidden))}
        </button>
      )}
    </section>
  )
}

function Closed({ ask, board }: Pick<Parts, 'ask' | 'board'>) {
  const t = boardTexts[ask.language]
  if (board.closed.length === 0) return null
  return (
    <details class="card closed" id="closed">
      <summary>
        {t.closed}: {ask.format.counted(board.closed.length, t.deals)}
      </summary>
      <ul class="linked">
        {board.closed.map((deal) => (
          <li>
            <span class="row">
              <a href={dealAddress(deal.id)}>{deal.title}</a>
              <span class={`badge ${deal.status === 'completed' ? 'good' : 'bad'}`}>{t.statuses[deal.status]}</span>
              <span class="quiet small">{ask.people.employees[deal.owner]?.name ?? deal.owner}</span>
              {deal.closed === undefined ? null : <span class="quiet small">{ask.format.moment(deal.closed.at)}</span>}
            </span>
          </li>
        ))}
      </ul>
    </details>
  )
}

/** How many cards of which columns: `show=offer:70&show=contract:120`. */
function shownIn(query: URLSearchParams): Readonly<Record<string, number>> {
  const pairs = query.getAll('show').map((one) => one.split(':'))
  return Object.fromEntries(
    pairs.map(([stage = '', count = '']) => [stage, Number.parseInt(count, 10) || usuallyShown]),
  )
}
