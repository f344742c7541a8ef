import type { PageAsk } from '#pages/page.tsx'
import type { SavedView, SaveView } from '#schemas/lists/deal-table'
import { viewTexts } from '#pages/texts/views'
import { dealTableTexts } from '#reports/pages/texts/deal-table'
import { tableAddress, usualWhere, type TableAsked } from './asked-table'

type Parts = { readonly ask: PageAsk; readonly asked: TableAsked; readonly views: readonly SavedView[] }

/** The ways to what most look for, and to the views that were kept. */
export function TableViews({ ask, asked, views }: Parts) {
  const t = dealTableTexts[ask.language]
  const month = ask.now.slice(0, 7)
  const usual = [
    [t.underWay, usualWhere],
    [t.mine, `${usualWhere};owner=me`],
    [t.late, `${usualWhere};nextDueAt<=today-1`],
    [t.closed, `status=completed,lost,cancelled;closedAt>=${month}-01`],
  ] as const
  const isNow = (where: string): boolean => asked.view === undefined && asked.q === '' && asked.where === where
  return (
    <nav class="tabs deal-views" aria-label={t.views}>
      {usual.map(([name, where]) => (
        <a
          href={tableAddress({ ...asked, view: undefined, q: '' }, { where })}
          aria-current={isNow(where) ? 'page' : undefined}
        >
          {name}
        </a>
      ))}
      {views.map((view) => (
        <a
          href={`/app/deals?view=${encodeURIComponent(view.id)}`}
          aria-current={asked.view?.id === view.id ? 'page' : undefined}
          title={view.isShared ? viewTexts[ask.language].shared : undefined}
        >
          {view.name}
          {view.isShared ? <span class="quiet"> ◦</span> : null}
        </a>
      ))}
    </nav>
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
