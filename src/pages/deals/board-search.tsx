import { directionName, placeName } from '#domain/rules/former-names'
import { longestSearch } from '#domain/deals/deal-search'
import type { Model } from '#schemas/model'
import type { BoardColumnPage, BoardPage, BoardSearch } from '#usecases/deals/read-board-page'

import { boardAddress, dealAddress } from '#pages/links.tsx'
import type { PageAsk } from '#pages/page.tsx'
import { boardTexts } from './texts/board'

/** What a board is narrowed to by its address: one owner’s deals, those that have certain words. */
export type BoardNarrowed = { readonly owner: string; readonly q: string }

/** Reads from an address what a board is narrowed to. */
export function boardNarrowed(query: URLSearchParams): BoardNarrowed {
  return { owner: query.get('owner') ?? '', q: (query.get('q') ?? '').trim().slice(0, longestSearch) }
}

/** The address of a board that is narrowed in the same way. */
export function narrowedBoard(pipeline: string, { owner, q }: BoardNarrowed): string {
  const query = new URLSearchParams({ ...(owner === '' ? {} : { owner }), ...(q === '' ? {} : { q }) }).toString()
  return boardAddress(pipeline) + (query === '' ? '' : `?${query}`)
}

/** The field in which words are looked for. Without a script Enter sends it; with one the board follows what is typed. */
export function BoardSearchField({ ask, q }: { readonly ask: PageAsk; readonly q: string }) {
  const t = boardTexts[ask.language]
  return (
    <input
      type="search"
      name="q"
      value={q}
      maxlength={longestSearch}
      autocomplete="off"
      aria-label={t.filter}
      placeholder={t.filter}
      data-board-search
      data-keep
    />
  )
}

type Parts = {
  readonly ask: PageAsk
  readonly model: Model
  readonly board: BoardPage
  readonly narrowed: BoardNarrowed
}

/**
 * What a search has come to, and the way back. `data-live-ms`: a page that reads a thousand deals at every look is looked at
 * once a second at most, one that reads ten thousand every ten.
 */
export function BoardSearchSaid(parts: Parts) {
  const { ask, board, narrowed } = parts
  const { search } = board
  const t = boardTexts[ask.language]
  const all = narrowedBoard(board.pipeline.id, { ...narrowed, q: '' })
  return (
    <div class="board-search" role="status" data-live-ms={search === undefined ? undefined : search.searched}>
      {search === undefined ? null : (
        <>
          <p>
            {saidOf(parts, search)} <FoundWhere {...parts} />{' '}
            <a href={all} data-clear-search>
              {t.showAll}
            </a>
          </p>
          {search.elsewhere === undefined ? null : <Elsewhere {...parts} deal={search.elsewhere} />}
        </>
      )}
    </div>
  )
}

function saidOf({ ask: { format, language }, board, narrowed: { q } }: Parts, search: BoardSearch): string {
  const t = boardTexts[language]
  // Where the deal stands is said below: that it is not here is said with it.
  if (search.found === 0 && search.elsewhere !== undefined) return ''
  const found =
    search.found === 0
      ? t.noneFound(q, board.pipeline.name)
      : t.found(q, format.counted(search.found, t.deals), search.found)
  return search.isAll ? found : `${found} ${t.stopped(format.number(search.searched))}`
}

/** The way to the columns in which something was found: on a phone the first of them may be far aside. */
function FoundWhere({ board, ask }: Parts) {
  const t = boardTexts[ask.language]
  const columns = board.columns.filter(({ found }) => (found?.count ?? 0) > 0)
  if (columns.length === 0) return null
  return (
    <>
      {t.foundWhere}{' '}
      {columns.map(({ stage, found }, at) => (
        <>
          {at === 0 ? '' : ', '}
          <a href={`#section-${stage.id}`}>{stage.name}</a> ({ask.format.number(found?.count ?? 0)})
        </>
      ))}
      .
    </>
  )
}

/** A deal that is named by its number or its client’s contact is shown the way to, wherever it is. */
function Elsewhere({ ask, model, deal }: Parts & { readonly deal: NonNullable<BoardSearch['elsewhere']> }) {
  const t = boardTexts[ask.language]
  const direction = directionName(model, deal.pipeline) ?? deal.pipeline
  const isUnderWay = deal.status === 'open' || deal.status === 'won'
  const state = isUnderWay ? (placeName(model, deal) ?? deal.stage) : t.statuses[deal.status]
  const owner = ask.people.employees[deal.owner]?.name ?? deal.owner
  return (
    <p>
      {t.elsewhere} <a href={dealAddress(deal.id)}>{deal.title}</a>{' '}
      <span class="quiet">{[direction, state, owner].join(' · ')}</span>
    </p>
  )
}

/** How many deals a column has, or how many of them were found. */
export function ColumnCount({ ask, column }: { readonly ask: PageAsk; readonly column: BoardColumnPage }) {
  const t = boardTexts[ask.language]
  const { count, found } = column
  const all = ask.format.counted(count, t.deals)
  if (found === undefined) return <span data-count>{all}</span>
  return (
    <>
      <span data-count>{ask.format.number(found.count)}</span>{' '}
      {found.isAll
        ? t.foundOf(ask.format.number(count))
        : t.foundOfFirst(ask.format.number(found.searched), ask.format.number(count))}
    </>
  )
}
