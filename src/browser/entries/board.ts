import Sortable, { type SortableEvent } from 'sortablejs'

import { api } from '#browser/api'
import { openPiece } from '#browser/dialogs'
import { onKey } from '#browser/keys'
import { startBoardSearch } from '#browser/board-search'
import { hold, onRefresh, refresh, refreshAfter } from '#browser/live'
import { toast } from '#browser/toast'

const stepShown = 50

onKey('n', () => document.querySelector<HTMLElement>('[data-create]')?.click())
document.addEventListener('click', (event) => {
  const button = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-more]') : null
  if (button !== null) void showMore(button.dataset['more'] ?? '', Number(button.dataset['shown']))
})
document.addEventListener('change', (event) => {
  const field = event.target
  if (field instanceof HTMLSelectElement && field.closest('[data-auto-submit]') !== null) field.form?.requestSubmit()
})
onRefresh(makeSortable)
makeSortable()
startBoardSearch()
showFirstDeals()

/** On a phone one column is seen at a time: the first that has anything, unless the address names one. */
function showFirstDeals(): void {
  const phonePx = 720
  const column = document.querySelector('[data-deal]')?.closest<HTMLElement>('.column')
  const board = column?.parentElement
  if (innerWidth > phonePx || location.hash !== '' || board === null || board === undefined) return
  board.scrollTo({ left: (column?.offsetLeft ?? 0) - board.offsetLeft })
}

function makeSortable(): void {
  for (const list of document.querySelectorAll<HTMLElement>('[data-stage]')) {
    if (Sortable.get(list) !== undefined && Sortable.get(list) !== null) continue
    Sortable.create(list, {
      group: 'deals',
      draggable: '[data-deal]',
      filter: 'button',
      preventOnFilter: false,
      // The same on mice and fingers, and in every browser.
      forceFallback: true,
      fallbackOnBody: true,
      fallbackTolerance: 4,
      delay: 180,
      delayOnTouchOnly: true,
      // The order of a column is that of the deals, not of the person who looks.
      sort: false,
      ghostClass: 'ghost',
      onStart: () => hold(true),
      onEnd: (event) => void dropped(event),
    })
  }
}

async function dropped({ item, from, to }: SortableEvent): Promise<void> {
  hold(false)
  if (from === to) return
  const stage = to.dataset['stage'] ?? ''
  const deal = item.dataset['deal'] ?? ''
  const answer = await api('POST', `/deals/${deal}/moves`, {
    body: { toStage: stage },
    version: item.dataset['version'] ?? '',
  })
  if (answer.ok) {
    toast(to.dataset['stageName'] ?? '')
    return refreshAfter()
  }
  // It is where it was until it may go on.
  from.append(item)
  await refreshAfter()
  if (['gate_blocked', 'reason_required', 'stage_not_next'].includes(answer.problem.code)) {
    await openPiece(`/app/pieces/move/${encodeURIComponent(deal)}?to=${encodeURIComponent(stage)}`)
  } else {
    toast(answer.problem.said, { isBad: true })
  }
}

/** More cards of a column are part of the address: they are renewed with the others, and stay after a reload. */
async function showMore(stage: string, shown: number): Promise<void> {
  const address = new URL(location.href)
  const others = address.searchParams.getAll('show').filter((one) => !one.startsWith(`${stage}:`))
  address.searchParams.delete('show')
  for (const one of [...others, `${stage}:${shown + stepShown}`]) address.searchParams.append('show', one)
  history.replaceState(null, '', address)
  await refresh()
}
