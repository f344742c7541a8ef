import { openDialog } from './keys'
import { texts } from './browser-texts'
import { toast } from './toast'

/**
 * Opens and closes dialogs: `data-opens="id"` opens the dialog of that id, `data-piece="/app/pieces/…"` one whose inside
 * the server makes, `data-closes` closes the one it is in. Sheets under a summary close by a click elsewhere or Escape.
 */
export function startDialogs(): void {
  document.addEventListener('click', (event) => {
    const target = event.target instanceof Element ? event.target : null
    const opens = target?.closest<HTMLElement>('[data-opens]')?.dataset['opens']
    if (opens !== undefined) openDialog(opens)
    const piece = target?.closest<HTMLElement>('[data-piece]')?.dataset['piece']
    if (piece !== undefined) {
      event.preventDefault()
      void openPiece(piece)
    }
    const closing = target?.closest('[data-closes]')?.closest('dialog')
    closing?.close()
    // A click on the dialog itself is one on its backdrop: all of its inside is covered by its children.
    if (target instanceof HTMLDialogElement && target.hasAttribute('data-light')) target.close()
    closeSheets(target)
  })
  document.addEventListener('change', (event) => {
    const field = event.target
    if (!(field instanceof HTMLSelectElement) || field.dataset['reloads'] === undefined) return
    void reloadPiece(field, field.dataset['reloads'])
  })
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') closeSheets(null)
  })
}

/** Shows a dialog whose inside the server makes. */
export async function openPiece(address: string): Promise<HTMLDialogElement | undefined> {
  const html = await loadPiece(address)
  if (html === undefined) return undefined
  const dialog = document.createElement('dialog')
  dialog.className = 'piece'
  fill(dialog, html)
  dialog.addEventListener('close', () => dialog.remove())
  document.body.append(dialog)
  dialog.showModal()
  // What is to be said is begun with, not the cross that closes.
  if (dialog.querySelector('[autofocus]') === null) dialog.querySelector<HTMLElement>(firstSaid)?.focus()
  return dialog
}

const firstSaid = 'form :is(select, textarea, input:not([type=hidden], [type=checkbox], [type=radio]))'

/** Asks whether something is meant that cannot be undone; `does` is the button that was pressed, which is there to be pressed again. */
export function isSure(question: string, does: HTMLElement): Promise<boolean> {
  const dialog = document.createElement('dialog')
  dialog.className = 'piece'
  const text = document.createElement('p')
  text.id = 'sure-text'
  text.textContent = question
  const form = document.createElement('form')
  form.method = 'dialog'
  form.className = 'buttons'
  for (const [value, label, look] of [
    ['no', texts.cancel, 'secondary'],
    ['yes', wordsOn(does), does.matches('.danger, .link') ? 'secondary danger' : 'primary'],
  ] as const) {
    const button = document.createElement('button')
    button.value = value
    button.className = look
    button.textContent = label
    form.append(button)
  }
  dialog.append(text, form)
  dialog.setAttribute('aria-labelledby', text.id)
  document.body.append(dialog)
  dialog.showModal()
  return new Promise((resolve) => {
    dialog.addEventListener('close', () => {
      dialog.remove()
      resolve(dialog.returnValue === 'yes')
    })
  })
}

/** What a button says to whoever sees it. */
function wordsOn(button: HTMLElement): string {
  const seen = [...button.childNodes].filter((one) => !(one instanceof HTMLElement && one.matches('.hidden')))
  return seen
    .map(({ textContent }) => textContent)
    .join('')
    .trim()
}

/** Makes the inside of a dialog anew for what was chosen in it. */
async function reloadPiece(field: HTMLSelectElement, address: string): Promise<void> {
  const html = await loadPiece(`${address}?to=${encodeURIComponent(field.value)}`)
  const dialog = field.closest('dialog')
  if (html === undefined || dialog === null) return
  fill(dialog, html)
  dialog.querySelector<HTMLElement>('[data-reloads]')?.focus()
}

function fill(dialog: HTMLDialogElement, html: string): void {
  dialog.innerHTML = html
  const title = dialog.querySelector('h2')
  if (title === null) return
  title.id ||= 'piece-title'
  dialog.setAttribute('aria-labelledby', title.id)
}

async function loadPiece(address: string): Promise<string | undefined> {
  try {
    const answer = await fetch(address, { headers: { 'x-norma-part': 'piece' }, cache: 'no-store' })
    if (answer.ok) return await answer.text()
    toast(answer.status === 401 ? texts.signIn : texts.failed, { isBad: true })
  } catch {
    // The browser tells a lost connection by throwing; the person may try again.
    toast(texts.offline, { isBad: true })
  }
  return undefined
}

function closeSheets(target: Element | null): void {
  for (const sheet of document.querySelectorAll<HTMLDetailsElement>('details[name][open]')) {
    if (target === null || !sheet.contains(target)) sheet.open = false
  }
}
