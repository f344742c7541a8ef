import type { SortableEvent } from 'sortablejs'

import { api } from '#browser/api'
import { startAutoSubmit } from '#browser/auto-submit'
import { makeDraggable } from '#browser/dragging'
import { companyZone } from '#browser/company-zone'
import { instantIn } from '#browser/moments'
import { refreshAfter } from '#browser/live'
import { toast } from '#browser/toast'

startAutoSubmit()
makeDraggable({
  lists: '.week-tasks',
  things: '[data-task]',
  but: 'a, button',
  group: (list) => ({ name: 'week', put: list.dataset['day'] !== undefined }),
  dropped,
})

/** On another day a task is due at the same time of the day. */
async function dropped({ item, from, to }: SortableEvent): Promise<void> {
  const day = to.dataset['day']
  if (day === undefined) return
  const [, time = '18:00'] = (item.dataset['due'] ?? '').split('T')
  const dueAt = instantIn(`${day}T${time}`, companyZone())
  const answer = await api('PUT', `/tasks/${encodeURIComponent(item.dataset['task'] ?? '')}/due`, { body: { dueAt } })
  if (answer.ok) toast(to.dataset['dayName'] ?? '')
  else {
    from.append(item)
    toast(answer.problem.said, { isBad: true })
  }
  await refreshAfter()
}
