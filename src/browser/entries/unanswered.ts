import { onKey } from '#browser/keys'

onKey('j', () => step(1))
onKey('k', () => step(-1))
onKey('ArrowDown', () => step(1))
onKey('ArrowUp', () => step(-1))
onKey('c', () => press('[data-call]'))
onKey('a', () => press('[data-answer]'))
onKey('t', () => press('[data-take] button'))
onKey('x', () => press('[data-dismiss] button'))
onKey('o', () => press('[data-open]'))

function rows(): readonly HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>('[data-owed]')]
}

function current(): HTMLElement | undefined {
  return document.activeElement?.closest<HTMLElement>('[data-owed]') ?? undefined
}

/** The first key goes to the first row; what it would do is done with the next, when somebody sees to whom. */
function press(what: string): void {
  const row = current()
  if (row === undefined) rows()[0]?.focus()
  else row.querySelector<HTMLElement>(what)?.click()
}

function step(by: 1 | -1): void {
  const all = rows()
  const now = current()
  const at = now === undefined ? -1 : all.indexOf(now)
  all[Math.max(0, Math.min(all.length - 1, now === undefined ? 0 : at + by))]?.focus()
}
