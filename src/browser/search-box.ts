import { fewestTyped } from '#schemas/search-names'
import { onKey } from './keys'
import { typedPauseMs, typedPiece } from './typed-piece'

let timer: ReturnType<typeof setTimeout> | undefined
let asked = ''

/**
 * The box in the header: `/` goes to it from anywhere, what is found stands under it as it is typed, arrows go through it,
 * Enter opens the page with all of it, Escape closes it.
 */
export function startSearchBox(): void {
  const box = document.querySelector<HTMLInputElement>('[data-find]')
  const list = document.querySelector<HTMLElement>('[data-found-list]')
  if (box === null || list === null) return
  onKey('/', () => {
    box.focus()
    box.select()
  })
  box.addEventListener('input', () => {
    clearTimeout(timer)
    timer = setTimeout(() => void look(box, list), typedPauseMs)
  })
  box.addEventListener('focus', () => {
    if (list.innerHTML !== '' && box.value.trim() === asked) show(box, list, true)
  })
  document.addEventListener('keydown', (event) => step(event, box, list))
  document.addEventListener('click', (event) => {
    const isInside = event.target instanceof Element && event.target.closest('.find') !== null
    if (!isInside) show(box, list, false)
  })
  document.addEventListener('focusin', (event) => {
    const isInside = event.target instanceof Element && event.target.closest('.find') !== null
    if (!isInside) show(box, list, false)
  })
}

async function look(box: HTMLInputElement, list: HTMLElement): Promise<void> {
  const q = box.value.trim()
  asked = q
  if (q.length < fewestTyped) return show(box, list, false)
  const html = await typedPiece(`/app/pieces/search?q=${encodeURIComponent(q)}`)
  // What was typed meanwhile is on its way.
  if (asked !== q) return
  list.innerHTML = html
  show(box, list, true)
}

function show(box: HTMLInputElement, list: HTMLElement, isShown: boolean): void {
  list.hidden = !isShown
  box.setAttribute('aria-expanded', String(isShown))
}

function step(event: KeyboardEvent, box: HTMLInputElement, list: HTMLElement): void {
  if (list.hidden || event.isComposing) return
  const places = [box, ...list.querySelectorAll<HTMLElement>('[data-found]')]
  const at = places.findIndex((place) => place === document.activeElement)
  if (at < 0) return
  if (event.key === 'Escape') {
    box.focus()
    show(box, list, false)
    return
  }
  const by = { ArrowDown: 1, ArrowUp: -1 }[event.key]
  if (by === undefined) return
  event.preventDefault()
  // Keys of the page go through its own list.
  event.stopImmediatePropagation()
  places[Math.min(Math.max(at + by, 0), places.length - 1)]?.focus()
}
