/** A list beside a field fills it: what is chosen where `data-fills` names the field of the same form. */
export function startFillFrom(): void {
  document.addEventListener(
    'change',
    ({ target }) => {
      if (!(target instanceof HTMLSelectElement) || target.value === '') return
      const field = target.form?.elements.namedItem(target.dataset['fills'] ?? '')
      if (!(field instanceof HTMLInputElement)) return
      field.value = target.value
      field.dispatchEvent(new Event('input', { bubbles: true }))
    },
    // Before the form is sent by the same change.
    { capture: true },
  )
}
