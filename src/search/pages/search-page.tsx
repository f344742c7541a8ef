import { mostTyped } from '#schemas/search-names'
import type { PageSpec, PieceSpec } from '#pages/page.tsx'
import { foundGroups, typedIn } from './found-groups'
import { searchTexts } from './texts/search'

/** So many of a kind are on the page, and under the box in the header. */
const onPage = 50
const underBox = 6

/** Everything that was found, for whoever wants more than the box shows, or has no script. */
export const searchPage: PageSpec = {
  id: 'search',
  path: '/app/search',
  right: 'signed_in',
  run: async (ask) => {
    const t = searchTexts[ask.language]
    const q = typedIn(ask.query)
    return {
      title: t.title,
      body: (
        <>
          <h1>{t.title}</h1>
          <form method="get" action="/app/search" role="search" class="search-page">
            <input name="q" value={q} maxlength={mostTyped} aria-label={t.label} autocomplete="off" />
            <button class="primary">{t.find}</button>
          </form>
          {q === '' ? <p class="quiet">{t.label}</p> : await foundGroups(ask, q, onPage)}
        </>
      ),
    }
  },
}

/** What stands under the box in the header while somebody types. */
export const foundPiece: PieceSpec = {
  id: 'found',
  path: '/app/pieces/search',
  right: 'signed_in',
  run: async (ask) => {
    const t = searchTexts[ask.language]
    const q = typedIn(ask.query)
    return foundGroups(
      ask,
      q,
      underBox,
      <a class="found-all" href={`/app/search?q=${encodeURIComponent(q)}`} data-found>
        {t.all}
      </a>,
    )
  },
}
