/** Narrows lists while somebody types: `data-filter` in a field, `data-filter-words` on what is narrowed. */
export function startFilters(): void {
  document.addEventListener('input', (event) => {
    const field = event.target
    if (!(field instanceof HTMLInputElement) || !field.hasAttribute('data-filter')) return
    const root = field.closest('[data-filter-root]')
    if (root !== null) narrow(root, field.value.trim().toLowerCase())
  })
}

function narrow(root: Element, wanted: string): void {
  let shown = 0
  for (const one of root.querySelectorAll<HTMLElement>('[data-filter-words]')) {
    one.hidden = !(one.dataset['filterWords'] ?? '').includes(wanted)
    if (!one.hidden) shown += 1
  }
  for (const group of root.querySelectorAll<HTMLElement>('[data-filter-group]')) {
    group.hidden = group.querySelector('[data-filter-words]:not([hidden])') === null
  }
  const none = root.querySelector<HTMLElement>('[data-filter-none]')
  if (none !== null) none.hidden = shown > 0
}
