import { dateIn } from '#domain/time/zone'
import type { PageAsk } from '#pages/page.tsx'
import type { SavedView, SaveView } from '#schemas/lists/deal-table'
import { ViewTabs } from '#pages/view-tabs.tsx'
import { dealTableTexts } from '#reports/pages/texts/deal-table'
import { stuckAsked, tableAddress, usualWhere, type TableAsked } from './asked-table'

type Parts = { readonly ask: PageAsk; readonly asked: TableAsked; readonly views: readonly SavedView[] }

/** The ways to what most look for, and to the views that were kept. */
export function TableViews({ ask, asked, views }: Parts) {
  const t = dealTableTexts[ask.language]
  const month = dateIn(ask.zone, ask.now).slice(0, 7)
  const usual = [
    [t.underWay, usualWhere],
    [t.mine, `${usualWhere};owner=me`],
    [t.late, `${usualWhere};nextDueAt<=now`],
    [t.stuck, stuckAsked.where],
    [t.closed, `status=completed,lost,cancelled;closedAt>=${month}-01`],
  ] as const
  // What is stuck is shown with since when, the longest first, unless somebody has chosen otherwise.
  const isOfStuck = asked.columns.join(',') === stuckAsked.columns.join(',')
  const own = isOfStuck ? { ...asked, columns: [], sort: asked.sort === stuckAsked.sort ? '' : asked.sort } : asked
  const lookOf = (where: string): Partial<TableAsked> =>
    where === stuckAsked.where && own.columns.length === 0
      ? { ...stuckAsked, ...(own.sort === '' ? {} : { sort: own.sort }) }
      : {}
  const isNow = (where: string): boolean => asked.view === undefined && asked.q === '' && asked.where === where
  return (
    <ViewTabs
      ask={ask}
      label={t.views}
      usual={usual.map(([name, where]) => [
        name,
        tableAddress({ ...own, view: undefined, q: '' }, { where, ...lookOf(where) }),
        isNow(where),
      ])}
      views={views}
      open={asked.view}
      home="/app/deals"
    />
  )
}

/** What the table shows, as a view keeps it. */
export function bodyOfView({ where, q, sort, columns }: TableAsked): Omit<SaveView, 'name'> {
  return {
    list: 'deals',
    where,
    ...(q === '' ? {} : { q }),
    ...(sort === '' ? {} : { sort }),
    ...(columns.length === 0 ? {} : { columns: [...columns] }),
  }
}
