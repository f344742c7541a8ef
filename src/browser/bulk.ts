import { onRefresh } from './live'

/**
 * Shows the form of `data-bulk` while something is ticked that belongs to it, and says how much; what the API could not
 * change is told under it.
 */
export function startBulk(): void {
  document.addEventListener('change', ({ target }) => {
    if (!(target instanceof HTMLInputElement) || target.type !== 'checkbox') return
    if (target.dataset['tickAll'] !== undefined) tickAll(target.dataset['tickAll'], target.checked)
    count()
  })
  onRefresh(count)
  count()
}

function count(): void {
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-bulk]')) {
    const ticked = [...form.elements].filter(
      (one) => one instanceof HTMLInputElement && one.type === 'checkbox' && one.checked,
    ).length
    form.hidden = ticked === 0
    const place = form.querySelector('[data-bulk-count]')
    if (place !== null) place.textContent = String(ticked)
  }
}

function tickAll(id: string, checked: boolean): void {
  const form = document.querySelector<HTMLFormElement>(`form#${id}`)
  for (const one of form?.elements ?? []) {
    if (one instanceof HTMLInputElement && one.type === 'checkbox') one.checked = checked
  }
}
