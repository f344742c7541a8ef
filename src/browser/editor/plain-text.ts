import type { Place } from './code-editor'
import { find } from './elements'

/** Where the browser keeps what is not published yet. */
export const draftKey = 'norma-rules-draft'

/** The text area that stands in the page from the beginning, until the editor takes over. */
export type PlainText = {
  /** The text the page came with. */
  readonly inForce: string
  /** Whether a draft was put in place of it. */
  readonly isRestored: boolean
  readonly source: HTMLTextAreaElement
  /** Waits for the end of what an input method is composing: it cannot be moved half-way. */
  readonly settled: () => Promise<void>
  /** Where somebody is in the text. */
  readonly place: () => Place
  readonly remove: () => void
}

/** Makes the text area one to work with: lines are numbered as they come, and what is typed is kept. */
export function plainText(): PlainText {
  const source = find('editor-source', HTMLTextAreaElement)
  const box = find('editor-plain', HTMLElement)
  const inForce = source.defaultValue
  const draft = localStorage.getItem(draftKey)
  // Whoever has typed before this script came is not overwritten.
  const isRestored = draft !== null && draft !== inForce && source.value === inForce
  let composing: Promise<void> | undefined
  if (isRestored) {
    source.value = draft
    source.setSelectionRange(0, 0)
  }
  number(source)
  source.addEventListener('input', () => {
    number(source)
    localStorage.setItem(draftKey, source.value)
  })
  source.addEventListener('compositionstart', () => {
    composing = new Promise((resolve) => {
      source.addEventListener('compositionend', () => setTimeout(resolve), { once: true })
    })
  })
  return {
    inForce,
    isRestored,
    source,
    settled: async () => composing,
    place: () => placeIn(source, box),
    remove: () => box.remove(),
  }
}

function placeIn(source: HTMLTextAreaElement, box: HTMLElement): Place {
  const { selectionStart, selectionEnd, selectionDirection } = source
  const isBackwards = selectionDirection === 'backward'
  return {
    anchor: isBackwards ? selectionEnd : selectionStart,
    head: isBackwards ? selectionStart : selectionEnd,
    topLine: 1 + Math.round(box.scrollTop / (source.scrollHeight / source.rows)),
  }
}

function number(source: HTMLTextAreaElement): void {
  const rows = source.value.split('\n').length
  if (source.rows === rows) return
  source.rows = rows
  find('editor-lines', HTMLElement).textContent = Array.from({ length: rows }, (_, index) => index + 1).join('\n')
}
