import type { Place } from '#domain/plan/target-sheet/sheet'
import { nameOf } from './view'

/** What a pointer may do to the grid. */
export type Pointing = {
  readonly point: (place: Place, extend: boolean) => void
  readonly open: () => void
  readonly focus: () => Place
  readonly isWriting: () => boolean
}

/** Marks cells by pressing and drawing, opens them by two presses. */
export function listenToPointer(table: HTMLTableElement, { point, open, focus, isWriting }: Pointing): void {
  let isDrawing = false
  table.addEventListener('pointerdown', (event) => {
    const place = placeOf(event.target)
    if (place === undefined || event.button !== 0) return
    const isSame = nameOf(place) === nameOf(focus())
    if (isSame && isWriting()) return
    // A second tap with a finger opens the cell: there is no keyboard to begin with.
    if (isSame && event.pointerType === 'touch') {
      event.preventDefault()
      return open()
    }
    if (event.pointerType === 'mouse') event.preventDefault()
    isDrawing = event.pointerType === 'mouse'
    point(place, event.shiftKey)
  })
  table.addEventListener('pointerover', (event) => {
    const place = placeOf(event.target)
    if (isDrawing && event.buttons === 1 && place !== undefined) point(place, true)
  })
  // A screen reader moves the focus by itself: what it is on is what is marked.
  table.addEventListener('focusin', (event) => {
    const place = placeOf(event.target)
    if (place !== undefined && !isDrawing && !isWriting() && nameOf(place) !== nameOf(focus())) point(place, false)
  })
  addEventListener('pointerup', () => {
    isDrawing = false
  })
  table.addEventListener('dblclick', (event) => {
    if (placeOf(event.target) !== undefined && !isWriting()) open()
  })
}

/** What the clipboard may do to the grid. */
export type Clipboard = {
  readonly isWriting: () => boolean
  readonly text: () => string
  readonly paste: (text: string) => void
  readonly clear: () => void
}

/** Copies, cuts and pastes what is marked, while the grid has the focus. */
export function listenToClipboard(table: HTMLTableElement, { isWriting, text, paste, clear }: Clipboard): void {
  const isHere = (): boolean => table.contains(document.activeElement) && !isWriting()
  for (const kind of ['copy', 'cut'] as const) {
    document.addEventListener(kind, (event) => {
      if (!isHere()) return
      event.preventDefault()
      event.clipboardData?.setData('text/plain', text())
      if (kind === 'cut') clear()
    })
  }
  document.addEventListener('paste', (event) => {
    if (!isHere()) return
    event.preventDefault()
    paste(event.clipboardData?.getData('text/plain') ?? '')
  })
}

function placeOf(target: EventTarget | null): Place | undefined {
  const at = target instanceof Element ? target.closest<HTMLElement>('[data-at]')?.dataset['at'] : undefined
  if (at === undefined) return undefined
  const [row = 0, column = 0] = at.split(':').map(Number)
  return { row, column }
}
