import { offerAll, startBulkAll } from './bulk-all'
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
  startBulkAll()
  count()
}

function count(): void {
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-bulk]')) {
    const boxes = [...form.elements].filter(isBox)
    const ticked = boxes.filter(({ checked }) => checked).length
    form.hidden = ticked === 0
    if (form.dataset['all'] !== undefined && ticked === boxes.length) continue
    offerAll(form, ticked, boxes.length)
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

/** Whether something is a box for a thing that may be changed; a field of the form may be one too. */
function isBox(one: Element): one is HTMLInputElement {
  return one instanceof HTMLInputElement && one.type === 'checkbox' && one.name.endsWith('[]')
}
