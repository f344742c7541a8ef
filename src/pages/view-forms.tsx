import { contentTag } from '#http/conditions'
import type { SavedView, SaveView } from '#schemas/lists/deal-table'
import { mayChangeView, mayShareViews } from '#usecases/views/views'

import type { PageAsk } from './page'
import { viewTexts } from './texts/views'

type Parts = {
  readonly ask: PageAsk
  /** The view that is open. */
  readonly view: SavedView | undefined
  /** What the list shows now. */
  readonly shown: Omit<SaveView, 'name'>
  /** The address of the list. */
  readonly home: string
}

/** Keeps what a list shows as a view, new or in the place of the one that is open, and takes that away. */
export async function ViewForms({ ask, view, shown, home }: Parts) {
  const t = viewTexts[ask.language]
  const body = JSON.stringify(shown)
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
          data-then={`go:${home}?view={id}`}
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
            data-then={`go:${home}?view=${view.id}`}
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
            data-then={`go:${home}`}
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
  const t = viewTexts[ask.language]
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
