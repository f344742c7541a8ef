import { api } from '#browser/api'
import { startChecklists } from '#browser/checklist'
import { startFillIn } from '#browser/fill-in'
import { openPiece } from '#browser/dialogs'
import { onKey } from '#browser/keys'
import { refreshAfter } from '#browser/live'
import { toast } from '#browser/toast'

document.addEventListener('click', (event) => {
  const target = event.target instanceof Element ? event.target : null
  const task = target?.closest('[data-complete]') === null ? null : target?.closest<HTMLElement>('[data-task]')
  if (task !== null && task !== undefined) void complete(task)
})
startChecklists()
startFillIn()
onKey('j', () => step(1))
onKey('k', () => step(-1))
onKey('ArrowDown', () => step(1))
onKey('ArrowUp', () => step(-1))
for (const key of ['x', 'Enter']) onKey(key, () => withCurrent((task) => void complete(task)))
onKey('o', () => withCurrent((task) => task.querySelector<HTMLElement>('[data-open]')?.click()))
onKey('w', () => withCurrent((task) => task.querySelector('summary')?.click()))

function tasks(): readonly HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>('[data-task]')].filter((task) => task.offsetParent !== null)
}

function current(): HTMLElement | undefined {
  return document.activeElement?.closest<HTMLElement>('[data-task]') ?? undefined
}

function withCurrent(act: (task: HTMLElement) => void): void {
  const task = current() ?? tasks()[0]
  if (task === undefined) return
  if (current() === undefined) task.focus()
  else act(task)
}

function step(by: 1 | -1): void {
  const all = tasks()
  const now = current()
  const at = now === undefined ? -1 : all.indexOf(now)
  all[Math.max(0, Math.min(all.length - 1, now === undefined ? 0 : at + by))]?.focus()
}

async function complete(task: HTMLElement): Promise<void> {
  const id = task.dataset['task'] ?? ''
  if (task.dataset['asks'] !== undefined) {
    await openPiece(`/app/pieces/complete/${encodeURIComponent(id)}`)
    return
  }
  const all = tasks()
  const next = all[all.indexOf(task) + 1] ?? all[all.indexOf(task) - 1]
  task.ariaBusy = 'true'
  const answer = await api('POST', `/tasks/${id}/completion`, { body: {} })
  task.ariaBusy = null
  if (!answer.ok) return toast(answer.problem.said, { isBad: true })
  const words = document.getElementById('day-words')?.dataset ?? {}
  const undo = { label: words['undo'] ?? '', run: () => void reopen(id, words['undoReason'] ?? '') }
  toast(words['completed'] ?? '', { action: undo })
  next?.focus()
  await refreshAfter()
}

async function reopen(id: string, reason: string): Promise<void> {
  const answer = await api('POST', `/tasks/${id}/reopening`, { body: { reason } })
  if (!answer.ok) toast(answer.problem.said, { isBad: true })
  await refreshAfter()
}
