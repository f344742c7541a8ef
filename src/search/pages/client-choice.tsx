import { fewestTyped } from '#schemas/search-names'
import type { PageAsk, PieceSpec } from '#pages/page.tsx'
import { search } from '#search/usecases/search'
import { typedIn } from './found-groups'
import { searchTexts } from './texts/search'

const shown = 8

/** The companies, or the people, that a field may name, by what is typed. */
export const clientChoicePiece: PieceSpec = {
  id: 'clientChoice',
  path: '/app/pieces/client-choice',
  right: 'clients_read',
  run: async (ask) => {
    const t = searchTexts[ask.language]
    const q = typedIn(ask.query)
    const kind = ask.query.get('kind') === 'company' ? 'company' : 'person'
    const found = await choicesOf(ask, q, kind)
    if (found.length === 0) return <p class="quiet">{t.nothing(q)}</p>
    return (
      <ul role="listbox" aria-label={t.groups[kind]}>
        {found.map(({ id, title, owner }) => (
          <li role="option" data-id={id} data-label={title}>
            <strong>{title}</strong> <span class="quiet">{ask.people.employees[owner]?.name ?? owner}</span>
          </li>
        ))}
      </ul>
    )
  },
}

async function choicesOf(ask: PageAsk, q: string, kind: 'company' | 'person') {
  if (q.length < fewestTyped) return []
  const { groups } = await search(ask.ports, ask, { q, limit: shown })
  return groups.find((group) => group.kind === kind)?.items ?? []
}
