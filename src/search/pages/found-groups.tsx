import type { Child } from 'hono/jsx'

import type { FoundGroup, FoundThing, SearchAnswer } from '#schemas/search'
import { fewestTyped, mostTyped, type FoundKind } from '#schemas/search-names'
import { clientAddress, dealAddress } from '#pages/links.tsx'
import type { PageAsk } from '#pages/page.tsx'
import { askSearch } from '#search/usecases/ask-search'
import { searchTexts } from './texts/search'

/** What somebody typed, as an address says it. */
export function typedIn(query: URLSearchParams): string {
  return (query.get('q') ?? '').trim().slice(0, mostTyped)
}

/** What was found, in groups, for the page and for the box in the header; so many of each at most, and below them the way to more. */
export async function foundGroups(ask: PageAsk, q: string, limit: number, more?: Child) {
  const t = searchTexts[ask.language]
  if (q.length < fewestTyped) return <p class="quiet">{t.tooShort}</p>
  const answer = await askSearch(ask.ports, ask, { q, limit })
  return <Found ask={ask} q={q} answer={answer} more={more} />
}

type Parts = { readonly ask: PageAsk; readonly q: string; readonly answer: SearchAnswer; readonly more: Child }

function Found({ ask, q, answer: { groups, knownBy }, more }: Parts) {
  const t = searchTexts[ask.language]
  const some = groups.filter(({ items }) => items.length > 0)
  const names = knownBy.map((id) => nameOf(ask, id)).join(', ')
  return (
    <>
      {some.length === 0 && knownBy.length === 0 ? <p class="quiet">{t.nothing(q)}</p> : null}
      {knownBy.length === 0 ? null : <p>{t.knownBy(names)}</p>}
      {some.map((group) => (
        <Group ask={ask} group={group} />
      ))}
      {some.length === 0 ? null : more}
    </>
  )
}

function Group({ ask, group: { kind, items, count, isAll } }: { readonly ask: PageAsk; readonly group: FoundGroup }) {
  const t = searchTexts[ask.language]
  const number = ask.format.number(count)
  return (
    <section class="found-group">
      <h2>
        {t.groups[kind]} <span class="quiet">{isAll ? number : t.more(number)}</span>
      </h2>
      <ul>
        {items.map((thing) => (
          <li>
            <Thing ask={ask} thing={thing} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function Thing({
  ask,
  thing: { kind, id, title, about, owner, at },
}: {
  readonly ask: PageAsk
  readonly thing: FoundThing
}) {
  const beside = [about, nameOf(ask, owner), ask.format.ago(at)].filter((text) => text !== '')
  return (
    <a href={addressOf[kind](id)} data-found>
      <strong>{title}</strong> <span class="quiet">{beside.join(' · ')}</span>
    </a>
  )
}

const addressOf: Readonly<Record<FoundKind, (id: string) => string>> = {
  deal: dealAddress,
  company: clientAddress,
  person: clientAddress,
}

function nameOf({ people }: PageAsk, id: string): string {
  return people.employees[id]?.name ?? id
}
