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
    const isAll = target.dataset['tickAll'] !== undefined
    const form = isAll ? formOf(target) : target.form
    if (form?.dataset['bulk'] === undefined || form.contains(target)) return
    if (isAll) for (const one of boxesUnder(target)) one.checked = target.checked
    // Whoever takes the last tick away has read what could not be changed.
    if (tickedOf(form) === 0 && form.ariaBusy !== 'true') clearFaults(form)
    count()
  })
  onRefresh(count)
  startBulkAll()
  count()
}

function count(): void {
  for (const all of document.querySelectorAll<HTMLInputElement>('[data-tick-all]')) {
    const boxes = boxesUnder(all)
    all.checked = boxes.length > 0 && boxes.every(({ checked }) => checked)
  }
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

function formOf(all: HTMLInputElement): HTMLFormElement | null {
  return document.querySelector<HTMLFormElement>(`form#${all.dataset['tickAll']}`)
}

/** The boxes that a box of `data-tick-all` stands for: it is ticked where all of them are. */
function boxesUnder(all: HTMLInputElement): readonly HTMLInputElement[] {
  const form = formOf(all)
  const place = all.dataset['tickHere'] === undefined ? document.body : all.closest('section')
  return form === null ? [] : boxesOf(form).filter((one) => place?.contains(one) === true)
}
