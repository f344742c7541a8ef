import { typedPauseMs, typedPiece } from './typed-piece'

let timer: ReturnType<typeof setTimeout> | undefined

/** Looks for invoices at `data-find-invoices` as somebody types, and shows what is found in the list below. */
export function startFoundInvoices(): void {
  document.addEventListener('input', ({ target }) => {
    const address = target instanceof HTMLInputElement ? target.dataset['findInvoices'] : undefined
    if (!(target instanceof HTMLInputElement) || address === undefined) return
    clearTimeout(timer)
    timer = setTimeout(() => void look(target, address), typedPauseMs)
  })
}

async function look(field: HTMLInputElement, address: string): Promise<void> {
  const q = field.value
  const html = await typedPiece(`${address}?q=${encodeURIComponent(q)}`)
  const list = field.closest('dialog')?.querySelector('[data-found-invoices]')
  // What was typed meanwhile is on its way.
  if (field.value === q && list instanceof HTMLElement) list.innerHTML = html
}
