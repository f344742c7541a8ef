import { expect, test } from 'vitest'

import { mostClosedAtHand, toPutAway } from '#domain/deals/put-away'
import type { Task } from '#schemas/task'

const task = (no: number, more: Partial<Task> = {}): Task =>
  ({
    id: `task_1-${no}`,
    dealId: 'deal_1',
    visit: no,
    template: 'call',
    responsible: 'anna',
    status: 'done',
    createdAt: new Date(no * 60_000).toISOString(),
    ...more,
  }) as Task
const many = Array.from({ length: mostClosedAtHand + 20 }, (_, index) => task(index + 1))
const last = many.length

test('a deal of few tasks keeps all of them at hand', () => {
  expect(toPutAway(many.slice(0, mostClosedAtHand), last)).toEqual([])
})

test('of many, those of stays before the last one are put away', () => {
  expect(toPutAway(many, last).map(({ visit }) => visit)).toEqual(many.slice(0, -2).map(({ visit }) => visit))
})

test('what is open stays at hand, however old, and so does the newest of each template and of each person', () => {
  const open = task(1, { id: 'open', status: 'open' })
  const offers = [task(2, { id: 'first offer', template: 'offer' }), task(3, { id: 'last offer', template: 'offer' })]
  const boris = task(4, { id: 'of boris', responsible: 'boris' })
  const away = toPutAway([open, ...offers, boris, ...many], last).map(({ id }) => id)

  expect(away).toContain('first offer')
  expect(['open', 'last offer', 'of boris'].filter((id) => away.includes(id))).toEqual([])
})
