import type { SavedView } from '#schemas/lists/deal-table'

import type { PageAsk } from './page'
import { viewTexts } from './texts/views'

type Parts = {
  readonly ask: PageAsk
  readonly label: string
  /** What most look for: its name, its address, and whether the list shows that now. */
  readonly usual: readonly (readonly [name: string, href: string, isNow: boolean])[]
  readonly views: readonly SavedView[]
  /** The view that is open. */
  readonly open: SavedView | undefined
  /** The address of the list. */
  readonly home: string
}

/** The ways to what most look for in a list, and to the views of it that were kept. */
export function ViewTabs({ ask, label, usual, views, open, home }: Parts) {
  return (
    <nav class="tabs deal-views" aria-label={label}>
      {usual.map(([name, href, isNow]) => (
        <a href={href} aria-current={isNow ? 'page' : undefined}>
          {name}
        </a>
      ))}
      {views.map((view) => (
        <a
          href={`${home}?view=${encodeURIComponent(view.id)}`}
          aria-current={open?.id === view.id ? 'page' : undefined}
          title={view.isShared ? viewTexts[ask.language].shared : undefined}
        >
          {view.name}
          {view.isShared ? <span class="quiet"> ◦</span> : null}
        </a>
      ))}
    </nav>
  )
}
