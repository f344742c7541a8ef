import { offerAll, startBulkAll } from './bulk-all'
import { boxesOf, clearFaults } from './forms'
import { onRefresh } from './live'

/**
 * Shows the form of `data-bulk` while something is ticked that belongs to it, and says how much; what the API could not
 * change is told under it. `data-tick-all` ticks everything of a form, with `data-tick-here` what stands in its own section.
 */
export function startBulk(): void {
  document.addEventListener('change', ({ target }) => {
    if (!(target instanceof HTMLInputElement) || target.type !== 'checkbox') return
    const all = target.dataset['tickAll']
    const form = all === undefined ? target.form : document.querySelector<HTMLFormElement>(`form#${all}`)
    if (form?.dataset['bulk'] === undefined || form.contains(target)) return
    if (all !== undefined) tickAll(target, form)
    // Whoever takes the last tick away has read what could not be changed.
    if (tickedOf(form) === 0 && form.ariaBusy !== 'true') clearFaults(form)
    count()
  })
  onRefresh(count)
  startBulkAll()
  count()
}

function count(): void {
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-bulk]')) {
    // How far it is can be seen, and it can be stopped.
    if (form.ariaBusy === 'true') continue
    const boxes = boxesOf(form).length
    const ticked = tickedOf(form)
    form.hidden = ticked === 0 && form.querySelector('[data-problem]:not([hidden])') === null
    if (form.dataset['all'] !== undefined && ticked === boxes) continue
    offerAll(form, ticked, boxes)
    const place = form.querySelector('[data-bulk-count]')
    if (place !== null) place.textContent = String(ticked)
  }
}

function tickedOf(form: HTMLFormElement): number {
  return boxesOf(form).filter(({ checked }) => checked).length
}

function tickAll(all: HTMLInputElement, form: HTMLFormElement): void {
  const place = all.dataset['tickHere'] === undefined ? undefined : all.closest('section')
  for (const one of boxesOf(form)) {
    if (place === undefined || place?.contains(one) === true) one.checked = all.checked
  }
}
