/** Forms that say `data-auto-submit` are sent as soon as something else is chosen in them. */
export function startAutoSubmit(): void {
  document.addEventListener('change', ({ target }) => {
    if (target instanceof HTMLSelectElement && target.closest('[data-auto-submit]') !== null)
      target.form?.requestSubmit()
  })
}
