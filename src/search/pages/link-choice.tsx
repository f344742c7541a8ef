import { dealNumber } from '#domain/deals/deal-number'
import { fewestTyped } from '#schemas/search-names'
import type { PageAsk, PieceSpec } from '#pages/page.tsx'
import { nameOfDeal } from '#usecases/linked/named-deals'
import { search } from '#search/usecases/search'
import { typedIn } from './found-groups'
import { searchTexts } from './texts/search'

/** So many deals are looked at, of which those of the direction are shown. */
const looked = 50
const shown = 8

/** The deals of a direction that a field of the type `link` may name, by what is typed; any deal where no field is named. */
export const linkChoicePiece: PieceSpec = {
  id: 'linkChoice',
  path: '/app/pieces/link-choice',
  right: 'signed_in',
  run: async (ask) => {
    const t = searchTexts[ask.language]
    const q = typedIn(ask.query)
    const found = await choicesOf(ask, q)
    if (found.length === 0) return <p class="quiet">{t.nothing(q)}</p>
    return (
      <ul role="listbox" aria-label={t.groups.deal}>
        {found.map(({ id, title, about, owner }) => (
          <li role="option" data-id={id} data-label={nameOfDeal({ id, title })}>
            <strong>{title}</strong>{' '}
            <span class="quiet">
              {[`№ ${dealNumber(id)}`, about, ask.people.employees[owner]?.name ?? owner]
                .filter((text) => text !== '')
                .join(' · ')}
            </span>
          </li>
        ))}
      </ul>
    )
  },
}

async function choicesOf(ask: PageAsk, q: string) {
  const { model } = await ask.ports.rules.current()
  const field = ask.query.get('field')
  const to = model.fields[field ?? '']?.to
  if (q.length < fewestTyped || (field !== null && to === undefined)) return []
  const { groups } = await search(ask.ports, ask, { q, limit: looked })
  const items = groups.find(({ kind }) => kind === 'deal')?.items ?? []
  if (field === null) return items.slice(0, shown)
  const deals = new Map((await ask.ports.deals.findMany(items.map(({ id }) => id))).map((deal) => [deal.id, deal]))
  return items.filter(({ id }) => deals.get(id)?.pipeline === to && id !== ask.query.get('of')).slice(0, shown)
}
