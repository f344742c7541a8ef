const mostShown = 8

/**
 * Lets people be named in a field: `@` and the beginning of a name open a list of those in `data-mentions`; arrows choose,
 * Enter or Tab takes, Escape closes. Ctrl and Enter send the form.
 */
export function startMentions(): void {
  document.addEventListener('input', (event) => {
    if (isNaming(event.target)) offer(event.target)
  })
  document.addEventListener('keydown', (event) => {
    const { target } = event
    if (!isNaming(target)) return
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault()
      target.form?.requestSubmit()
      return
    }
    if (listOf(target) !== undefined) steer(event, target)
  })
  document.addEventListener('focusout', ({ target }) => {
    if (isNaming(target)) close(target)
  })
}

function isNaming(target: EventTarget | null): target is HTMLTextAreaElement {
  return target instanceof HTMLTextAreaElement && target.dataset['mentions'] !== undefined
}

function offer(field: HTMLTextAreaElement): void {
  const begun = begunName(field)
  const names =
    begun === undefined
      ? []
      : namesOf(field)
          .filter((name) => fits(name, begun))
          .slice(0, mostShown)
  close(field)
  if (names.length === 0) return
  const list = document.createElement('ul')
  list.id = `${field.id}-people`
  list.className = 'mention-list'
  list.setAttribute('role', 'listbox')
  list.setAttribute('aria-label', field.dataset['mentionsTitle'] ?? '')
  list.setAttribute('data-keep', '')
  for (const [no, name] of names.entries()) list.append(option(field, name, no))
  field.after(list)
  field.setAttribute('aria-controls', list.id)
  field.setAttribute('aria-autocomplete', 'list')
  choose(field, 0)
}

function option(field: HTMLTextAreaElement, name: string, no: number): HTMLElement {
  const item = document.createElement('li')
  item.id = `${field.id}-person-${no}`
  item.setAttribute('role', 'option')
  item.textContent = name
  // Before the field loses the focus, which closes the list.
  item.addEventListener('pointerdown', (event) => {
    event.preventDefault()
    take(field, name)
  })
  return item
}

function steer(event: KeyboardEvent, field: HTMLTextAreaElement): void {
  const options = [...(listOf(field)?.children ?? [])]
  const at = options.findIndex((one) => one.getAttribute('aria-selected') === 'true')
  const next = { ArrowDown: at + 1, ArrowUp: at - 1 }[event.key]
  if (next !== undefined) choose(field, (next + options.length) % options.length)
  else if (event.key === 'Enter' || event.key === 'Tab') take(field, options[at]?.textContent ?? '')
  else if (event.key === 'Escape') close(field)
  else return
  event.preventDefault()
}

function choose(field: HTMLTextAreaElement, no: number): void {
  for (const [at, one] of [...(listOf(field)?.children ?? [])].entries()) {
    one.setAttribute('aria-selected', String(at === no))
    if (at === no) field.setAttribute('aria-activedescendant', one.id)
  }
}

function take(field: HTMLTextAreaElement, name: string): void {
  const end = field.selectionStart
  const begun = begunName(field) ?? ''
  field.setRangeText(`@${name} `, end - begun.length - 1, end, 'end')
  field.dispatchEvent(new Event('input', { bubbles: true }))
  close(field)
}

function close(field: HTMLTextAreaElement): void {
  listOf(field)?.remove()
  field.removeAttribute('aria-activedescendant')
  field.removeAttribute('aria-controls')
}

function listOf(field: HTMLTextAreaElement): Element | undefined {
  return document.getElementById(`${field.id}-people`) ?? undefined
}

/** What is typed after the last @ before the cursor: a name, perhaps of two words; undefined where there is none. */
function begunName({ value, selectionStart }: HTMLTextAreaElement): string | undefined {
  return /(?:^|[^\p{L}\p{N}_])@([\p{L}\p{N}.-]*(?: [\p{L}\p{N}.-]*)?)$/u.exec(value.slice(0, selectionStart))?.[1]
}

function fits(name: string, begun: string): boolean {
  const [low, wanted] = [name.toLocaleLowerCase(), begun.toLocaleLowerCase()]
  return low !== wanted.trim() && (low.startsWith(wanted) || low.split(' ').some((word) => word.startsWith(wanted)))
}

function namesOf(field: HTMLTextAreaElement): readonly string[] {
  const names: unknown = JSON.parse(field.dataset['mentions'] ?? '[]')
  return Array.isArray(names) ? names.filter((name): name is string => typeof name === 'string') : []
}
