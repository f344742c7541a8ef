import { peopleChoice } from '#pages/people-choice.tsx'
import { listClients } from '#clients/usecases/read-clients'
import { reachesClient } from '#clients/usecases/readable-client'
import { clientAddress } from '#pages/links.tsx'
import type { PageAsk, PageSpec } from '#pages/page.tsx'
import { Select } from '#pages/piece-form.tsx'
import { clientKinds, type ClientKind } from '#schemas/client-names'
import type { ClientRow } from '#schemas/client'
import { clientTexts } from './texts/clients'
import { duplicateTexts } from './texts/duplicates'

const aPage = 50

/** A name as it is sorted, and an id: nothing longer is a place of the list. */
const longestPlace = 200

/** Clients by name: all that somebody may see, of one employee, companies or people alone. */
export const clientListPage: PageSpec = {
  id: 'clients',
  path: '/app/clients',
  nav: 'clients',
  right: 'clients_read',
  run: async (ask) => {
    const t = clientTexts[ask.language]
    const asked = askedBy(ask)
    const { items, cursor } = await listClients(ask.ports, ask, { ...asked, limit: aPage })
    const next = new URLSearchParams({ ...asked, cursor: cursor ?? '' })
    return {
      title: t.title,
      body: (
        <>
          <header class="page-head">
            <h1>{t.title}</h1>
            <span class="grow" />
            <a href="/app/duplicates">{duplicateTexts[ask.language].title}</a>
            {ask.caller.reach.clients_edit === 'none' ? null : (
              <button type="button" class="primary" data-piece="/app/pieces/clients/new">
                {t.add}
              </button>
            )}
          </header>
          <Filter ask={ask} asked={asked} />
          {items.length === 0 ? <p class="empty">{t.none}</p> : <Rows ask={ask} items={items} />}
          {cursor === undefined ? null : (
            <p>
              <a href={`/app/clients?${next.toString()}`}>{t.next}</a>
            </p>
          )}
        </>
      ),
    }
  },
}

type Asked = { readonly owner?: string; readonly kind?: ClientKind; readonly cursor?: string }

function askedBy({ query }: PageAsk): Asked {
  const kind = clientKinds.find((one) => one === query.get('kind'))
  const [owner, cursor] = ['owner', 'cursor'].map((name) => query.get(name) ?? '')
  return {
    ...(kind === undefined ? {} : { kind }),
    ...(owner === undefined || owner === '' ? {} : { owner }),
    ...(cursor !== undefined && cursor !== '' && cursor.length <= longestPlace ? { cursor } : {}),
  }
}

function Filter({ ask, asked }: { readonly ask: PageAsk; readonly asked: Asked }) {
  const t = clientTexts[ask.language]
  const owners = peopleChoice(ask, (id) => reachesClient(ask, 'clients_read', id))
  return (
    <form class="card report-filters" method="get" action="/app/clients" role="search" aria-label={t.show}>
      <Select
        label={t.kind}
        name="kind"
        options={clientKinds.map((kind) => [kind, t.onlyKinds[kind]] as const)}
        selected={asked.kind}
        empty={t.allKinds}
      />
      {owners.length < 2 ? null : (
        <Select label={t.owner} name="owner" options={owners} selected={asked.owner} empty="–" />
      )}
      <button class="secondary">{t.show}</button>
    </form>
  )
}

function Rows({ ask, items }: { readonly ask: PageAsk; readonly items: readonly ClientRow[] }) {
  const t = clientTexts[ask.language]
  return (
    <div class="card table-wrap" tabindex={0} role="region" aria-label={t.title}>
      <table class="cards-on-phone named">
        <thead>
          <tr>
            <th scope="col">{t.name}</th>
            <th scope="col">{t.kind}</th>
            <th scope="col">{t.owner}</th>
            <th scope="col">{t.contact}</th>
          </tr>
        </thead>
        <tbody>
          {items.map(({ id, name, kind, owner, contact }) => (
            <tr>
              <th scope="row">
                <a href={clientAddress(id)}>{name}</a>
              </th>
              <td data-name={t.kind}>{t.kinds[kind]}</td>
              <td data-name={t.owner}>{ownerName(ask, owner)}</td>
              <td data-name={t.contact} class="with-more">
                {contact ?? ''}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** Whose client it is, in words. */
export function ownerName({ people, language }: PageAsk, owner: string | null): string {
  return owner === null ? clientTexts[language].nobodys : (people.employees[owner]?.name ?? owner)
}
