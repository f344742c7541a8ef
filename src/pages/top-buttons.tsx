import type { FrameTexts } from './texts/frame'

/** What is added from anywhere, and the bell. */
export function TopButtons({ t, path }: { readonly t: FrameTexts; readonly path: string }) {
  // What is added on the page of a deal is mostly for that deal.
  const deal = /^\/app\/deals\/([^/?#]+)/.exec(path)?.[1]
  const add = `/app/pieces/quick-add${deal === undefined ? '' : `?deal=${deal}`}`
  return (
    <>
      <button type="button" class="top-button" data-quick-add data-piece={add} title={`${t.add} (n)`}>
        <span aria-hidden="true">+</span>
        <span class="hidden">{t.add}</span>
      </button>
      <a class="top-button" href="/app/inbox" data-bell data-piece="/app/pieces/bell" title={t.notices}>
        <Bell />
        <span class="hidden">{t.notices}</span>
        <span class="bell-count" data-bell-count hidden />
      </a>
    </>
  )
}

function Bell() {
  return (
    <svg viewBox="0 0 24 24" width="20" height="20" aria-hidden="true">
      <path
        d="M6 16V11a6 6 0 0 1 12 0v5l1.5 2h-15zM10 20.5h4"
        fill="none"
        stroke="currentColor"
        stroke-width="1.8"
        stroke-linejoin="round"
        stroke-linecap="round"
      />
    </svg>
  )
}
