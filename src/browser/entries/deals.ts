import { startBulk } from '#browser/bulk'

startBulk()

/** Of the fields that many deals may be given, the one that is chosen can be filled in; the others are not sent. */
function showField(form: HTMLFormElement): void {
  const chosen = form.querySelector<HTMLSelectElement>('select[name=""]')?.value ?? ''
  for (const one of form.querySelectorAll<HTMLElement>('[data-bulk-field]')) {
    const isChosen = one.dataset['bulkField'] === chosen
    one.hidden = !isChosen
    for (const control of one.querySelectorAll<HTMLInputElement | HTMLSelectElement>('input, select')) {
      control.disabled = !isChosen
    }
  }
}

const form = document.querySelector<HTMLFormElement>('form#deals-bulk')
if (form !== null) {
  showField(form)
  form.addEventListener('change', () => {
    showField(form)
  })
  form.addEventListener('reset', () => {
    setTimeout(() => {
      showField(form)
    })
  })
}
