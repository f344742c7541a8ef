import Sortable, { type SortableEvent } from 'sortablejs'

import { api } from '#browser/api'
import { instantIn } from '#browser/moments'
import { hold, onRefresh, refreshAfter } from '#browser/live'
import { toast } from '#browser/toast'

document.addEventListener('change', ({ target }) => {
  if (target instanceof HTMLSelectElement && target.closest('[data-auto-submit]') !== null) target.form?.requestSubmit()
})
onRefresh(makeSortable)
makeSortable()

function makeSortable(): void {
  for (const list of document.querySelectorAll<HTMLElement>('.week-tasks')) {
    if (Sortable.get(list) !== undefined && Sortable.get(list) !== null) continue
    Sortable.create(list, {
      group: { name: 'week', put: list.dataset['day'] !== undefined },
      draggable: '[data-task]',
      filter: 'a, button',
      preventOnFilter: false,
      forceFallback: true,
      fallbackOnBody: true,
      fallbackTolerance: 4,
      delay: 180,
      delayOnTouchOnly: true,
      // Tasks stand in the order in which they are due.
      sort: false,
      ghostClass: 'ghost',
      onStart: () => hold(true),
      onEnd: (event) => void dropped(event),
    })
  }
}

/** On another day a task is due at the same time of the day. */
async function dropped({ item, from, to }: SortableEvent): Promise<void> {
  hold(false)
  const day = to.dataset['day']
  if (from === to || day === undefined) return
  const [, time = '18:00'] = (item.dataset['due'] ?? '').split('T')
  const dueAt = instantIn(`${day}T${time}`, document.body.dataset['zone'] ?? 'UTC')
  const answer = await api('PUT', `/tasks/${encodeURIComponent(item.dataset['task'] ?? '')}/due`, { body: { dueAt } })
  if (answer.ok) toast(to.dataset['dayName'] ?? '')
  else {
    from.append(item)
    toast(answer.problem.said, { isBad: true })
  }
  await refreshAfter()
}
