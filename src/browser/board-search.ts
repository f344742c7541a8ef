import { refreshAfter } from './live'

/** So long after the last letter somebody is taken to have typed what they look for. */
const pauseMs = 250

let timer: ReturnType<typeof setTimeout> | undefined

/**
 * Narrows a board to what is typed into its field. The words are part of the address: the board is renewed by them, and they
 * are there after a reload or in a link that is passed on.
 */
export function startBoardSearch(): void {
  document.addEventListener('input', (event) => {
    if (!isField(event.target)) return
    clearTimeout(timer)
    timer = setTimeout(search, pauseMs)
  })
  document.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.isComposing || !isField(event.target)) return
    // Whoever presses Enter need not wait, and stays where they are.
    event.preventDefault()
    clearTimeout(timer)
    search()
  })
  document.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('[data-clear-search]') : null
    const field = fieldOf()
    if (link === null || field === undefined) return
    event.preventDefault()
    field.value = ''
    field.focus()
    search()
  })
  if (fieldOf()?.value) showFirst()
}

function search(): void {
  const q = fieldOf()?.value.trim() ?? ''
  const address = new URL(location.href)
  if (q === (address.searchParams.get('q') ?? '')) return
  // More cards of a column were asked for among other deals.
  address.searchParams.delete('show')
  if (q === '') address.searchParams.delete('q')
  else address.searchParams.set('q', q)
  history.replaceState(null, '', address)
  const board = document.querySelector('.board')
  board?.setAttribute('aria-busy', 'true')
  void refreshAfter().finally(() => {
    board?.removeAttribute('aria-busy')
    if (q !== '') showFirst()
  })
}

/** What was found may stand in a column that is out of sight. */
function showFirst(): void {
  document.querySelector('.board [data-deal]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
}

function fieldOf(): HTMLInputElement | undefined {
  return document.querySelector<HTMLInputElement>('[data-board-search]') ?? undefined
}

function isField(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.hasAttribute('data-board-search')
}
