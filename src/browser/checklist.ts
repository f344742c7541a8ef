import { api } from './api'
import { toast } from './toast'

/** Ticks items of checklists: `data-checklist="task"` around boxes with `data-item="0"`. */
export function startChecklists(): void {
  document.addEventListener('change', (event) => {
    const box = event.target
    if (!(box instanceof HTMLInputElement) || box.dataset['item'] === undefined) return
    const task = box.closest<HTMLElement>('[data-checklist]')?.dataset['checklist']
    if (task !== undefined) void check(task, box)
  })
}

async function check(task: string, box: HTMLInputElement): Promise<void> {
  const body = { item: Number(box.dataset['item']), done: box.checked }
  const answer = await api('POST', `/tasks/${task}/checklist`, { body })
  if (answer.ok) return
  box.checked = !box.checked
  toast(answer.problem.said, { isBad: true })
}
