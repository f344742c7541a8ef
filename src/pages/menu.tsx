import { navIds, type NavId } from './page'
import type { FrameTexts } from './texts/frame'

const addresses: Readonly<Record<NavId, string>> = {
  myDay: '/app',
  team: '/app/team',
  unanswered: '/app/unanswered',
  board: '/app/board',
  deals: '/app/deals',
  clients: '/app/clients',
  payments: '/app/payments',
  plan: '/app/plan',
  reports: '/app/reports',
  playbook: '/app/playbook',
  rules: '/app/editor',
  people: '/app/people',
  company: '/app/company',
  api: '/app/api-reference',
}

/** What is opened every day, first what whoever sees it lives by; the rest stands behind “More”. */
const everyDay: readonly NavId[] = [
  'myDay',
  'unanswered',
  'team',
  'payments',
  'board',
  'deals',
  'plan',
  'clients',
  'reports',
]
/** So many entries have room on a phone, where the menu is at the bottom. */
const onPhone = 4
/** And so many on a small desk. */
const onSmallDesk = 7

/** The main menu. Where there is little room, what does not fit stands behind “More” instead. */
export function Menu({
  t,
  nav,
  may,
}: {
  readonly t: FrameTexts
  readonly nav: NavId | undefined
  readonly may: readonly NavId[]
}) {
  const front = everyDay.filter((id) => may.includes(id))
  const behind = navIds.filter((id) => may.includes(id) && !everyDay.includes(id))
  const link = (id: NavId, looks?: string) => (
    <a href={addresses[id]} class={looks} aria-current={id === nav ? 'page' : undefined}>
      {t.nav[id]}
    </a>
  )
  const isBehind = nav !== undefined && behind.includes(nav)
  const place = nav === undefined ? -1 : front.indexOf(nav)
  const here = isBehind ? 'here' : whenNarrow('here-', place)
  return (
    <nav class="menu" aria-label={t.menu}>
      {front.map((id, at) => link(id, whenNarrow('', at)))}
      {behind.length === 0 && front.length <= onPhone ? null : (
        <details class={here === undefined ? 'menu-more' : `menu-more ${here}`} name="top">
          <summary>{t.moreOfMenu}</summary>
          <div class="sheet">
            {front.slice(onPhone).map((id, at) => link(id, at + onPhone < onSmallDesk ? 'again' : 'again again-last'))}
            {behind.map((id) => link(id))}
          </div>
        </details>
      )}
    </nav>
  )
}

/** How an entry is called that stands behind “More” where there is little room: on a phone and a tablet, or on a small desk, too. */
function whenNarrow(before: string, at: number): string | undefined {
  if (at < onPhone) return undefined
  return at < onSmallDesk ? `${before}later` : `${before}later ${before}last`
}
