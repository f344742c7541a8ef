import { fewestTyped } from '#schemas/search-names'
import { typedPauseMs, typedPiece } from './typed-piece'

let timer: ReturnType<typeof setTimeout> | undefined

/**
 * Lets another deal or a client be chosen in a field: what is typed is looked for at `data-find-thing`, arrows choose among what is
 * found, Enter or a click takes it, Escape closes the list. What was taken stands in `data-held`.
 */
export function startLinkChoice(): void {
  document.addEventListener('input', ({ target }) => {
    if (!isChoice(target)) return
    clearTimeout(timer)
    timer = setTimeout(() => void look(target), typedPauseMs)
  })
  document.addEventListener('keydown', (event) => {
    if (isChoice(event.target) && listOf(event.target) !== null) steer(event, event.target)
  })
  // A change that was only typed is not one yet: what is found has to be taken.
  document.addEventListener(
    'change',
    (event) => {
      if (isChoice(event.target) && isHalfTyped(event.target)) event.stopPropagation()
    },
    { capture: true },
  )
  document.addEventListener('focusout', ({ target }) => {
    if (isChoice(target)) close(target)
  })
}

function isChoice(target: EventTarget | null): target is HTMLInputElement {
  return target instanceof HTMLInputElement && target.dataset['findThing'] !== undefined
}

function isHalfTyped({ value, dataset }: HTMLInputElement): boolean {
  return value.trim() !== '' && value !== dataset['shown'] && !/deal_[0-9A-Za-z_]+/.test(value)
}

async function look(field: HTMLInputElement): Promise<void> {
  const q = field.value.trim()
  close(field)
  if (q.length < fewestTyped || q === field.dataset['shown']) return
  const html = await typedPiece(`${field.dataset['findThing'] ?? ''}&q=${encodeURIComponent(q)}`)
  // What was typed meanwhile is on its way, and who has gone on needs no list.
  if (field.value.trim() !== q || document.activeElement !== field) return
  const list = document.createElement('div')
  list.className = 'mention-list'
  list.dataset['linkList'] = ''
  list.setAttribute('data-keep', '')
  list.innerHTML = html
  list.addEventListener('pointerdown', (event) => {
    event.preventDefault()
    const option = event.target instanceof Element ? event.target.closest<HTMLElement>('[role=option]') : null
    if (option !== null) take(field, option)
  })
  field.after(list)
  field.setAttribute('aria-expanded', 'true')
  choose(field, 0)
}

function steer(event: KeyboardEvent, field: HTMLInputElement): void {
  const options = optionsOf(field)
  const at = options.findIndex((one) => one.getAttribute('aria-selected') === 'true')
  const next = { ArrowDown: at + 1, ArrowUp: at - 1 }[event.key]
  const chosen = options[at]
  if (next !== undefined && options.length > 0) choose(field, (next + options.length) % options.length)
  else if (event.key === 'Enter' && chosen !== undefined) take(field, chosen)
  else if (event.key === 'Escape') close(field)
  else return
  event.preventDefault()
}

function choose(field: HTMLInputElement, no: number): void {
  for (const [at, one] of optionsOf(field).entries()) one.setAttribute('aria-selected', String(at === no))
}

function take(field: HTMLInputElement, { dataset: { id = '', label = '' } }: HTMLElement): void {
  field.value = label
  field.dataset['shown'] = label
  field.dataset['held'] = id
  close(field)
  field.dispatchEvent(new Event('change', { bubbles: true }))
}

function close(field: HTMLInputElement): void {
  listOf(field)?.remove()
  field.setAttribute('aria-expanded', 'false')
}

function listOf(field: HTMLInputElement): HTMLElement | null {
  const next = field.nextElementSibling
  return next instanceof HTMLElement && next.dataset['linkList'] !== undefined ? next : null
}

function optionsOf(field: HTMLInputElement): readonly HTMLElement[] {
  return [...(listOf(field)?.querySelectorAll<HTMLElement>('[role=option]') ?? [])]
}
