import { texts } from './browser-texts'

/**
 * What a form lacks is said by the page, in its language: a browser would say it in its own, in a bubble that goes away.
 * The words stand under the field until something is typed.
 */
export function startOwnFaults(): void {
  let isFirst = true
  document.addEventListener(
    'invalid',
    (event) => {
      const field = event.target
      if (!isField(field)) return
      event.preventDefault()
      showFault(field, saidOf(field))
      if (isFirst) field.focus()
      isFirst = false
      setTimeout(() => (isFirst = true))
    },
    true,
  )
  for (const kind of ['input', 'change']) {
    document.addEventListener(kind, ({ target }) => {
      if (isField(target) && target.dataset['ownFault'] !== undefined) hideFault(target)
    })
  }
}

type Field = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement

function isField(target: EventTarget | null): target is Field {
  return (
    target instanceof HTMLInputElement || target instanceof HTMLSelectElement || target instanceof HTMLTextAreaElement
  )
}

function saidOf({ validity: { valueMissing, typeMismatch, badInput }, type }: Field): string {
  if (valueMissing) return texts.required
  if (type === 'email') return texts.badEmail
  return typeMismatch || badInput ? texts.badForm : texts.badValue
}

function showFault(field: Field, said: string): void {
  hideFault(field)
  const text = document.createElement('span')
  text.className = 'fault'
  text.id = `${field.id === '' ? `field-${Math.random().toString(36).slice(2)}` : field.id}-own-fault`
  text.textContent = said
  field.dataset['ownFault'] = text.id
  field.setAttribute('aria-invalid', 'true')
  field.setAttribute('aria-describedby', text.id)
  // Beside a picker the words stand under both.
  ;(field.closest('.picks') ?? field).after(text)
}

function hideFault(field: Field): void {
  document.getElementById(field.dataset['ownFault'] ?? '')?.remove()
  delete field.dataset['ownFault']
  field.removeAttribute('aria-invalid')
  field.removeAttribute('aria-describedby')
}
