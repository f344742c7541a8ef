import type { SortableEvent } from 'sortablejs'

import { api } from '#browser/api'
import { startAutoSubmit } from '#browser/auto-submit'
import { openPiece } from '#browser/dialogs'
import { makeDraggable } from '#browser/dragging'
import { onKey } from '#browser/keys'
import { startBoardSearch } from '#browser/board-search'
import { refresh, refreshAfter } from '#browser/live'
import { toast } from '#browser/toast'

const stepShown = 50

onKey('n', () => document.querySelector<HTMLElement>('[data-create]')?.click())
document.addEventListener('click', (event) => {
  const button = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-more]') : null
  if (button !== null) void showMore(button.dataset['more'] ?? '', Number(button.dataset['shown']))
})
startAutoSubmit()
makeDraggable({
  lists: '[data-stage]',
  things: '[data-deal]',
  but: 'button, [data-fixed]',
  group: () => 'deals',
  dropped,
})
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

async function dropped({ item, from, to }: SortableEvent): Promise<void> {
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
