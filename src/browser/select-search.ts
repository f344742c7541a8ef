import { whenThere } from './appear'
import { texts } from './browser-texts'

/** A long list to choose from gets a box above it: what is typed narrows it, and what alone is left is chosen. */
export function startSelectSearch(): void {
  whenThere<HTMLSelectElement>('select[data-many]', (list) => {
    if (list.dataset['many'] === 'searched') return
    list.dataset['many'] = 'searched'
    const box = document.createElement('input')
    box.type = 'search'
    box.className = 'narrows'
    box.ariaLabel = texts.narrow
    box.placeholder = texts.narrow
    box.autocomplete = 'off'
    const whole = [...list.children]
    box.addEventListener('input', (event) => {
      event.stopPropagation()
      narrow(list, whole, box.value)
    })
    box.addEventListener('change', (event) => event.stopPropagation())
    // Enter chooses; the form is sent by its button.
    box.addEventListener('keydown', (event) => {
      if (event.key === 'Enter') event.preventDefault()
    })
    list.after(box)
  })
}

/** Leaves in the list what has all the words, with its group; what is chosen stays while it does. */
function narrow(list: HTMLSelectElement, whole: readonly Element[], typed: string): void {
  const words = typed.trim().toLowerCase().split(/\s+/)
  const { value } = list
  const fits = (text: string): boolean => words.every((word) => text.toLowerCase().includes(word))
  const left = whole.flatMap((one): Element[] => {
    if (!(one instanceof HTMLOptGroupElement)) return typed.trim() === '' || fits(one.textContent) ? [one] : []
    const group = one.cloneNode(true) as HTMLOptGroupElement
    for (const option of group.querySelectorAll('option')) {
      if (!fits(`${option.textContent} ${one.label}`)) option.remove()
    }
    return group.childElementCount === 0 ? [] : [group]
  })
  list.replaceChildren(...left)
  const options = [...list.options]
  const only = options.length === 1 ? options[0]?.value : undefined
  list.value = only ?? (options.some((option) => option.value === value) ? value : (options[0]?.value ?? ''))
  list.dispatchEvent(new Event('input', { bubbles: true }))
}
