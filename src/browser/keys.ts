type Action = (event: KeyboardEvent) => void

const actions = new Map<string, Action>()
let first: { key: string; at: number } | undefined
const sequenceMs = 1500

/** Does something when a key (`x`, `?`) or two in a row (`g d`) are pressed outside of fields and dialogs. */
export function onKey(keys: string, action: Action): void {
  actions.set(keys, action)
}

/** Listens to the keyboard. */
export function startKeys(): void {
  onKey('?', () => openDialog('keys'))
  onKey('g d', () => go('/app'))
  onKey('g b', () => go('/app/board'))
  onKey('f', () => document.querySelector<HTMLElement>('input[type="search"]')?.focus())
  onKey('n', () => document.querySelector<HTMLElement>('[data-quick-add]')?.click())
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || isBusy(event.target)) return
    const pair = first !== undefined && event.timeStamp - first.at < sequenceMs ? `${first.key} ${event.key}` : ''
    const action = actions.get(pair) ?? actions.get(event.key)
    first = { key: event.key, at: event.timeStamp }
    if (action === undefined) return
    // A link or button that has the focus is opened by Enter and space, as everywhere.
    if ((event.key === 'Enter' || event.key === ' ') && isPressable(event.target)) return
    event.preventDefault()
    action(event)
  })
}

/** Opens a dialog of the page by its id. */
export function openDialog(id: string): void {
  const dialog = document.getElementById(id)
  if (dialog instanceof HTMLDialogElement && !dialog.open) dialog.showModal()
}

function go(address: string): void {
  location.assign(address)
}

function isBusy(target: EventTarget | null): boolean {
  if (document.querySelector('dialog[open]') !== null) return true
  return target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'))
}

function isPressable(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches('a[href], button, summary')
}
