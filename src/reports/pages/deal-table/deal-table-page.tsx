import { msOf } from '#domain/time/zone'
import { namedDeals } from '#usecases/linked/named-deals'
import { mayExport } from '#domain/kernel/access'
import { Refusal } from '#domain/kernel/refusal'
import { sentenceIn } from '#domain/kernel/saying'
import { dealColumns, type DealColumn } from '#reports/domain/deal-table/deal-columns'
import { chosenColumns, columnName } from '#reports/usecases/deal-table-names'
import { readDealTable } from '#reports/usecases/read-deal-table'
import { TickAllCell, TickCell } from '#pages/bulk-frame.tsx'
import { dealAddress, queryOf } from '#pages/links.tsx'
import type { PageAsk, PageSpec } from '#pages/page.tsx'
import { ViewForms } from '#pages/view-forms.tsx'
import { dealTableTexts } from '#reports/pages/texts/deal-table'
import type { DealRow, DealTable } from '#schemas/lists/deal-table'
import { listViews } from '#usecases/views/views'

import { askedTable, isSent, sentTable, tableAddress, type TableAsked } from './asked-table'
import { TableBulk } from './table-bulk'
import { TableFilters } from './table-filters'
import { bodyOfView, TableViews } from './table-views'
import { cellText, type TableScene } from './table-words'

const aPage = 50

/** All deals somebody may see as one table: of every direction and state, narrowed, sorted, kept as views, changed many at once. */
export const dealTablePage: PageSpec = {
  id: 'deal-table',
  path: '/app/deals',
  nav: 'deals',
  right: 'deals_read',
  script: 'deals',
  run: async (ask) => {
    const t = dealTableTexts[ask.language]
    const [{ model }, { items: views }] = await Promise.all([
      ask.ports.rules.current(),
      listViews(ask.ports, ask.caller),
    ])
    const columns = dealColumns(model, ask.people, { now: msOf(ask.now) })
    const asked = askedTable(
      ask.query,
      views.find(({ id }) => id === ask.query.get('view')),
    )
    if (isSent(ask.query)) return { title: t.title, body: null, goTo: tableAddress(sentTable(ask, columns, asked)) }
    const shown = chosenColumns(asked.columns, columns)
    const read = await readTable(ask, asked)
    const named = await namedDeals(ask.ports, ask, model, read.table?.items.map(({ fields }) => fields) ?? [])
    const scene = { ask, model, columns, named }
    return {
      title: t.title,
      isWide: true,
      body: (
        <>
          <header class="page-head deal-table-head">
            <h1>{t.title}</h1>
            {read.table === undefined ? null : <Summary ask={ask} table={read.table} />}
            <span class="grow" />
            <Files ask={ask} asked={asked} />
            <ViewForms ask={ask} view={asked.view} shown={bodyOfView(asked)} home="/app/deals" />
          </header>
          <TableViews ask={ask} asked={asked} views={views.filter(({ list }) => list === 'deals')} />
          <TableFilters scene={scene} asked={asked} shown={shown} />
          {read.table === undefined ? (
            <p class="note" role="alert">
              {read.said}
            </p>
          ) : (
            <Rows scene={scene} asked={asked} shown={shown} table={read.table} />
          )}
          {ask.caller.reach.deals_edit === 'none' ? null : (
            <TableBulk ask={ask} model={model} asked={asked} total={read.table?.total ?? 0} />
          )}
        </>
      ),
    }
  },
}

type Table = DealTable & { readonly cursor?: string }

/** The table, or what is wrong with what it was asked for: an old view may name a field that is gone. */
async function readTable(
  ask: PageAsk,
  { where, q, sort, cursor }: TableAsked,
): Promise<
  { readonly table: Table; readonly said?: undefined } | { readonly table?: undefined; readonly said: string }
> {
  const asked = { where, q, ...(sort === '' ? {} : { sort }) }
  try {
    const page = { limit: aPage, ...(cursor === '' ? {} : { cursor }) }
    return { table: await readDealTable(ask.ports, ask, { asked, language: ask.language }, page) }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    // Ids of columns are for programs.
    if (error.code === 'field_unknown') return { said: dealTableTexts[ask.language].columnGone }
    return { said: await sentenceIn(ask.language, error) }
  }
}

function Summary({ ask: { format, language }, table }: { readonly ask: PageAsk; readonly table: Table }) {
  const t = dealTableTexts[language]
  return (
    <p class="quiet" data-to-come={(table.toCome ?? 0) === 0 ? undefined : ''}>
      <strong>{format.counted(table.total, t.deals)}</strong> · {format.money(table.sumMinor, table.currency)} ·{' '}
      {t.asOf(format.time(table.asOf))}
      {(table.toCome ?? 0) === 0 ? '' : ` ${t.toCome(format.number(table.toCome ?? 0))}`}
      {table.noRate.length === 0 ? '' : ` ${t.noRate(table.noRate.join(', '))}`}
    </p>
  )
}

function Files({ ask, asked: { where, q, sort, columns } }: { readonly ask: PageAsk; readonly asked: TableAsked }) {
  const t = dealTableTexts[ask.language]
  const query = queryOf({
    where,
    ...(q === '' ? {} : { q }),
    ...(sort === '' ? {} : { sort }),
    ...(columns.length === 0 ? {} : { columns: columns.join(',') }),
    lang: ask.language,
  })
  return (
    <>
      {(mayExport(ask.caller) ? (['xlsx', 'csv'] as const) : []).map((format) => (
        <a class="button secondary" href={`/app/api/deal-table/${format}?${query}`} download="" title={t.file}>
          {t[format]}
        </a>
      ))}
    </>
  )
}

type RowsParts = {
  readonly scene: TableScene
  readonly asked: TableAsked
  readonly shown: readonly DealColumn[]
  readonly table: Table
}

function Rows({ scene, asked, shown, table }: RowsParts) {
  const { ask, model } = scene
  const t = dealTableTexts[ask.language]
  if (table.items.length === 0) return <p class="empty">{t.none}</p>
  const mayChange = ask.caller.reach.deals_edit !== 'none'
  return (
    <>
      <div class="card table-wrap deal-table-wrap" tabindex={0} role="region" aria-label={t.title}>
        <table class="deal-table cards-on-phone">
          <thead>
            <tr>
              {mayChange ? <TickAllCell id="deals" label={t.chooseAll} /> : null}
              {shown.map((column) => (
                <Head asked={asked} column={column} name={columnName(column, model, ask.language)} scene={scene} />
              ))}
            </tr>
          </thead>
          <tbody>
            {table.items.map((row) => (
              <Row scene={scene} shown={shown} row={row} mayChange={mayChange} />
            ))}
          </tbody>
        </table>
      </div>
      <p class="row">
        {asked.cursor === '' ? null : <a href={tableAddress(asked)}>{t.first}</a>}
        {table.cursor === undefined ? null : <a href={tableAddress(asked, { cursor: table.cursor })}>{t.next}</a>}
      </p>
    </>
  )
}

function Head({
  asked,
  column,
  name,
  scene,
}: { readonly column: DealColumn; readonly name: string } & Pick<RowsParts, 'asked' | 'scene'>) {
  const t = dealTableTexts[scene.ask.language]
  const sort = asked.sort === '' ? '-createdAt' : asked.sort
  const isUp = sort === column.id
  const isDown = sort === `-${column.id}`
  const order = isUp ? 'ascending' : isDown ? 'descending' : undefined
  return (
    <th scope="col" class={isNumber(column) ? 'number' : undefined} aria-sort={order}>
      <a href={tableAddress(asked, { sort: isUp ? `-${column.id}` : column.id })} title={t.sortBy(name)}>
        {name}
        <span aria-hidden="true">{isUp ? ' ↑' : isDown ? ' ↓' : ''}</span>
      </a>
    </th>
  )
}

type RowParts = {
  readonly scene: TableScene
  readonly shown: readonly DealColumn[]
  readonly row: DealRow
  readonly mayChange: boolean
}

function Row({ scene, shown, row, mayChange }: RowParts) {
  const { ask, model } = scene
  const t = dealTableTexts[ask.language]
  return (
    <tr id={`row-${row.id}`}>
      {mayChange ? <TickCell id="deals" name="deals" value={row.id} label={t.choose(row.title)} /> : null}
      {shown.map((column) => {
        const text = cellText(scene, column, row)
        const name = columnName(column, model, ask.language)
        if (column.id === 'title') {
          return (
            <th scope="row">
              <a href={dealAddress(row.id)}>{text}</a>
            </th>
          )
        }
        const isLate = column.id === 'nextDueAt' && row.nextDueAt !== null && row.nextDueAt < ask.now
        const isNone = text === '' || text === '—'
        const looks = [isNumber(column) ? 'number' : '', isLate ? 'bad' : '', isNone ? 'none' : '']
          .filter((one) => one !== '')
          .join(' ')
        return (
          <td class={looks === '' ? undefined : looks} data-name={speaksForItself.has(column.id) ? undefined : name}>
            {column.id === 'number' ? <a href={dealAddress(row.id)}>{text}</a> : text}
          </td>
        )
      })}
    </tr>
  )
}

/** What needs no name beside it on a card of a phone: who, where and with whom. */
const speaksForItself = new Set(['client', 'direction', 'stage', 'owner'])

function isNumber({ kind }: DealColumn): boolean {
  return kind === 'number' || kind === 'money' || kind === 'percent'
}
