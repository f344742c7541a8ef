import { clientColumns, shownColumns, type ClientColumn } from '#clients/domain/client-columns'
import { columnTitle } from '#clients/usecases/column-names'
import { listClients } from '#clients/usecases/list-clients'
import { mayExport } from '#domain/kernel/access'
import { Refusal } from '#domain/kernel/refusal'
import { sentenceIn } from '#domain/kernel/saying'
import { BulkFrame, TickAllCell, TickCell } from '#pages/bulk-frame.tsx'
import { clientAddress } from '#pages/links.tsx'
import type { PageAsk, PageSpec } from '#pages/page.tsx'
import { peopleChoice } from '#pages/people-choice.tsx'
import { Select } from '#pages/piece-form.tsx'
import { ViewForms } from '#pages/view-forms.tsx'
import { ViewTabs } from '#pages/view-tabs.tsx'
import type { ClientRow } from '#schemas/client'
import type { SavedView } from '#schemas/lists/deal-table'
import { listViews } from '#usecases/views/views'

import { askedClients, clientsAddress, sentClients, type ClientsAsked } from './asked-clients'
import { ClientFilters } from './client-filters'
import { cellOf } from './client-words'
import { clientTexts } from './texts/clients'
import { duplicateTexts } from './texts/duplicates'

const aPage = 50

/** Clients by name: narrowed by what their cards say, with the columns one chooses, kept as views, given away many at once. */
export const clientListPage: PageSpec = {
  id: 'clients',
  path: '/app/clients',
  nav: 'clients',
  right: 'clients_read',
  script: 'deals',
  run: async (ask) => {
    const t = clientTexts[ask.language]
    const [{ model }, { items }] = await Promise.all([ask.ports.rules.current(), listViews(ask.ports, ask.caller)])
    const views = items.filter(({ list }) => list === 'clients')
    const columns = clientColumns(model, Object.keys(ask.people.employees))
    const open = views.find(({ id }) => id === ask.query.get('view'))
    const asked = askedClients(ask.query, open)
    if (ask.query.has('sent'))
      return { title: t.title, body: null, goTo: clientsAddress(sentClients(ask.query, columns, asked)) }
    const shown = shownColumns(asked.columns, columns)
    const read = await readList(ask, asked)
    const mayChange = ask.caller.reach.clients_edit !== 'none'
    const kept = { list: 'clients', where: asked.where, columns: shown.map(({ id }) => id) } as const
    return {
      title: t.title,
      body: (
        <>
          <header class="page-head">
            <h1>{t.title}</h1>
            <span class="grow" />
            <a href="/app/duplicates">{duplicateTexts[ask.language].title}</a>
            <ViewForms ask={ask} view={open} shown={kept} home="/app/clients" />
            {mayChange ? (
              <button type="button" class="primary" data-piece="/app/pieces/clients/new">
                {t.add}
              </button>
            ) : null}
            <Files ask={ask} asked={asked} shown={shown} />
          </header>
          <Views ask={ask} asked={asked} views={views} />
          <ClientFilters ask={ask} asked={asked} columns={columns} shown={shown} />
          {'said' in read ? (
            <p class="note" role="alert">
              {read.said}
            </p>
          ) : (
            <List ask={ask} asked={asked} shown={shown} page={read} mayChange={mayChange} />
          )}
          {mayChange ? <Bulk ask={ask} /> : null}
        </>
      ),
    }
  },
}

type Listed = { readonly items: readonly ClientRow[]; readonly cursor?: string }

/** The list, or what is wrong with what it was asked for: an old view may name a field that is gone. */
async function readList(ask: PageAsk, { where, cursor }: ClientsAsked): Promise<Listed | { readonly said: string }> {
  const page = { limit: aPage, ...(cursor === '' ? {} : { cursor }) }
  try {
    return await listClients(ask.ports, ask, { where, ...page })
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return { said: await sentenceIn(ask.language, error) }
  }
}

type Asked = { readonly ask: PageAsk; readonly asked: ClientsAsked }

/** The ways to all clients, to one’s own, and to the views that were kept. */
function Views({ ask, asked, views }: Asked & { readonly views: readonly SavedView[] }) {
  const t = clientTexts[ask.language]
  const usual = [
    [t.all, ''],
    [t.mine, 'owner=me'],
  ] as const
  return (
    <ViewTabs
      ask={ask}
      label={t.views}
      usual={usual.map(([name, where]) => [
        name,
        clientsAddress({ ...asked, view: undefined }, { where }),
        asked.view === undefined && asked.where === where,
      ])}
      views={views}
      open={asked.view}
      home="/app/clients"
    />
  )
}

type ListParts = Asked & {
  readonly shown: readonly ClientColumn[]
  readonly page: Listed
  readonly mayChange: boolean
}

function List({ ask, asked, shown, page: { items, cursor }, mayChange }: ListParts) {
  const t = clientTexts[ask.language]
  return (
    <>
      {items.length === 0 ? (
        <p class="empty">{cursor !== undefined ? t.noneYet : asked.where === '' ? t.none : t.noneFit}</p>
      ) : (
        <Rows ask={ask} shown={shown} items={items} mayChange={mayChange} />
      )}
      <p class="row">
        {asked.cursor === '' ? null : <a href={clientsAddress(asked)}>{t.first}</a>}
        {cursor === undefined ? null : <a href={clientsAddress(asked, { cursor })}>{t.next}</a>}
      </p>
    </>
  )
}

/** What needs no name beside it on a card of a phone. */
const speaksForItself = new Set(['kind', 'owner', 'contact'])

type RowsParts = Pick<ListParts, 'ask' | 'shown' | 'mayChange'> & { readonly items: readonly ClientRow[] }

function Rows({ ask, shown, items, mayChange }: RowsParts) {
  const t = clientTexts[ask.language]
  return (
    <div class="card table-wrap deal-table-wrap" tabindex={0} role="region" aria-label={t.title}>
      <table class="deal-table cards-on-phone">
        <thead>
          <tr>
            {mayChange ? <TickAllCell id="clients" label={t.chooseAll} /> : null}
            {shown.map((column) => (
              <th scope="col">{columnTitle(column, ask.language)}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {items.map((row) => (
            <tr id={`row-${row.id}`}>
              {mayChange ? <TickCell id="clients" name="clients" value={row.id} label={t.choose(row.name)} /> : null}
              {shown.map((column) =>
                column.id === 'name' ? (
                  <th scope="row">
                    <a href={clientAddress(row.id)}>{row.name}</a>
                  </th>
                ) : (
                  <td data-name={speaksForItself.has(column.id) ? undefined : columnTitle(column, ask.language)}>
                    {cellOf(column, row, ask)}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** The list as files, for whoever may take files out: with its filters and its columns. */
function Files({ ask, asked: { where }, shown }: Asked & Pick<ListParts, 'shown'>) {
  const t = clientTexts[ask.language]
  const columns = shown.map(({ id }) => id).join(',')
  const query = new URLSearchParams({ ...(where === '' ? {} : { where }), columns, lang: ask.language }).toString()
  return (
    <>
      {(mayExport(ask.caller) ? (['xlsx', 'csv'] as const) : []).map((format) => (
        <a class="button secondary" href={`/app/api/client-list/${format}?${query}`} download="" title={t.file}>
          {t[format]}
        </a>
      ))}
    </>
  )
}

/** What is done with all clients that are ticked: they are given to somebody. */
function Bulk({ ask }: { readonly ask: PageAsk }) {
  const t = clientTexts[ask.language]
  return (
    <BulkFrame id="clients" words={t.bulk} lays="row" api="POST /clients/changes">
      <Select label={t.bulk.giveTo} name="giveTo" options={peopleChoice(ask)} isRequired empty="–" />
    </BulkFrame>
  )
}
