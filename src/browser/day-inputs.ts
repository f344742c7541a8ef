import { whenThere } from './appear'
import { texts } from './browser-texts'
import { companyZone } from './company-zone'
import { typedDay, writtenDay, writtenMoment } from './moments'

/**
 * Days and moments are shown and typed as the language of the page writes them, whatever the browser speaks: its own fields
 * for them become fields of text with its picker beside them. Where no script runs they stay as they are.
 */
export function startDayInputs(): void {
  whenThere<HTMLInputElement>('input[type="date"], input[type="datetime-local"]', upgrade)
  // Addresses hold days as machines write them.
  document.addEventListener('formdata', ({ target, formData }) => {
    if (!(target instanceof HTMLFormElement) || target.dataset['api'] !== undefined) return
    for (const field of target.querySelectorAll<HTMLInputElement>('input[data-type="day"]')) {
      const day = typedDay(field.value.trim(), { zone: companyZone() })
      if (day !== undefined && formData.has(field.name)) formData.set(field.name, day)
    }
  })
}

function upgrade(field: HTMLInputElement): void {
  if (field.dataset['picker'] !== undefined) return
  const { type, value, min } = field
  const isDay = type === 'date'
  const written = isDay ? writtenDay : writtenMoment
  const write = (picked: string): string => written(picked, document.body.dataset['language'])
  field.type = 'text'
  field.dataset['type'] = isDay ? 'day' : 'moment'
  field.autocomplete = 'off'
  field.placeholder = isDay ? texts.daySample : texts.momentSample
  field.maxLength = 30
  field.value = field.defaultValue = value === '' ? '' : write(value)
  // What is typed in another spelling, or as “tomorrow”, is shown as the day that it is.
  if (isDay) field.addEventListener('change', () => (field.value = spelled(field.value, write)))
  const around = document.createElement('span')
  around.className = 'picks'
  field.replaceWith(around)
  around.append(field, pickerOf(field, { type, min, write }))
}

function spelled(typed: string, write: (day: string) => string): string {
  const day = typedDay(typed.trim(), { zone: companyZone() })
  return day === undefined ? typed : write(day)
}

type Picked = { readonly type: string; readonly min: string; readonly write: (value: string) => string }

/** The browser’s own picker, behind a small button; what is picked is written into the field. */
function pickerOf(field: HTMLInputElement, { type, min, write }: Picked): HTMLElement {
  const hidden = document.createElement('input')
  hidden.type = type
  hidden.min = min
  hidden.tabIndex = -1
  hidden.ariaHidden = 'true'
  hidden.dataset['picker'] = ''
  hidden.addEventListener('input', (event) => event.stopPropagation())
  hidden.addEventListener('change', (event) => {
    event.stopPropagation()
    if (hidden.value === '') return
    field.value = write(hidden.value)
    field.dispatchEvent(new Event('input', { bubbles: true }))
    field.dispatchEvent(new Event('change', { bubbles: true }))
  })
  const button = document.createElement('button')
  button.type = 'button'
  button.ariaLabel = texts.pick
  button.title = texts.pick
  button.disabled = field.disabled
  button.addEventListener('click', (event) => {
    event.preventDefault()
    hidden.showPicker()
  })
  const box = document.createElement('span')
  box.append(button, hidden)
  return box
}
