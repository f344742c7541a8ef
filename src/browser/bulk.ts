import { onRefresh } from './live'

/**
 * Shows the form of `data-bulk` while something is ticked that belongs to it, and says how much; what the API could not
 * change is told under it. `data-tick-all` ticks everything of a form, with `data-tick-here` what stands in its own section.
 */
export function startBulk(): void {
  document.addEventListener('change', ({ target }) => {
    if (!(target instanceof HTMLInputElement) || target.type !== 'checkbox') return
    if (target.dataset['tickAll'] !== undefined) tickAll(target, target.dataset['tickAll'])
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

function tickAll(all: HTMLInputElement, id: string): void {
  const form = document.querySelector<HTMLFormElement>(`form#${id}`)
  const place = all.dataset['tickHere'] === undefined ? undefined : all.closest('section')
  for (const one of form?.elements ?? []) {
    if (!(one instanceof HTMLInputElement) || one.type !== 'checkbox') continue
    if (place === undefined || place?.contains(one) === true) one.checked = all.checked
  }
}
