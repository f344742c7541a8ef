/** Says beside the button of a file which one was chosen; where a form begins anew, that none is. */
export function startChosenFile(): void {
  document.addEventListener('change', ({ target }) => {
    if (target instanceof HTMLInputElement && target.type === 'file') say(target)
  })
  document.addEventListener('reset', ({ target }) => {
    // The form is emptied once the event is over.
    if (target instanceof HTMLFormElement)
      queueMicrotask(() => target.querySelectorAll<HTMLInputElement>('input[type=file]').forEach(say))
  })
}

function say(input: HTMLInputElement): void {
  const place = input.closest('.file-input')?.querySelector<HTMLElement>('[data-chosen]')
  if (place instanceof HTMLElement) place.textContent = input.files?.[0]?.name ?? place.dataset['chosen'] ?? ''
}
