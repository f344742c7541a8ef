import { contentTag } from '#http/conditions'
import type { PageAsk } from '#pages/page.tsx'
import type { SavedView } from '#schemas/lists/deal-table'
import { mayChangeView, mayShareViews } from '#usecases/views/views'
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
          title={view.isShared ? t.shared : undefined}
        >
          {view.name}
          {view.isShared ? <span class="quiet"> ◦</span> : null}
        </a>
      ))}
    </nav>
  )
}

/** Keeps what the table shows as a view, new or in the place of the one that is open, and takes that away. */
export async function ViewForms({ ask, asked }: Omit<Parts, 'views'>) {
  const t = dealTableTexts[ask.language]
  const { view, where, q, sort, columns } = asked
  const body = JSON.stringify({
    list: 'deals',
    where,
    ...(q === '' ? {} : { q }),
    ...(sort === '' ? {} : { sort }),
    ...(columns.length === 0 ? {} : { columns }),
  })
  const isTheirs = view !== undefined && mayChangeView(ask.caller, view)
  const version = view === undefined ? '' : (await contentTag(view)).replaceAll('"', '')
  return (
    <details class="folded menu-sheet">
      <summary class="button secondary">{t.saveView}</summary>
      <div class="sheet stack">
        <form
          class="form"
          data-api="POST /views"
          data-body={body}
          data-done={t.saved}
          data-then="go:/app/deals?view={id}"
        >
          <NameFields ask={ask} name="" isShared={false} />
          <p class="problem" data-problem role="alert" hidden />
          <button class="primary">{t.saveNew}</button>
        </form>
        {!isTheirs ? null : (
          <form
            class="form"
            data-api={`PUT /views/${view.id}`}
            data-version={version}
            data-body={body}
            data-done={t.saved}
            data-then={`go:/app/deals?view=${view.id}`}
          >
            <NameFields ask={ask} name={view.name} isShared={view.isShared} />
            <p class="problem" data-problem role="alert" hidden />
            <button class="secondary">{t.update(view.name)}</button>
          </form>
        )}
        {!isTheirs ? null : (
          <form
            data-api={`DELETE /views/${view.id}`}
            data-sure={t.sureRemove(view.name)}
            data-done={t.removed}
            data-then="go:/app/deals"
          >
            <p class="problem" data-problem role="alert" hidden />
            <button class="plain danger">{t.remove}</button>
          </form>
        )}
      </div>
    </details>
  )
}

function NameFields({
  ask,
  name,
  isShared,
}: {
  readonly ask: PageAsk
  readonly name: string
  readonly isShared: boolean
}) {
  const t = dealTableTexts[ask.language]
  return (
    <>
      <label class="field">
        <span class="label">{t.viewName}</span>
        <input name="name" value={name} required maxlength={80} autocomplete="off" />
      </label>
      {mayShareViews(ask.caller) ? (
        <label class="check">
          <input type="checkbox" name="isShared" data-type="yes_no" checked={isShared} />
          <span>{t.forAll}</span>
        </label>
      ) : null}
    </>
  )
}
