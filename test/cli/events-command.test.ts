import { expect, test } from 'vitest'

import { treeLines } from '#cli/norma/events-command'
import { actLine } from '#local/act-line'
import { en } from '#local/words/en'
import { ru } from '#local/words/ru'
import { postEvent } from '#usecases/deals/post-event'
import { dealIn, settle } from '#test/support/automation'
import { useEngine } from '#test/support/engine'
import { aWorld } from '#test/support/world'

const engine = useEngine()

test('the tree shows every event under the one that caused it, and a line tells each thing that acted by itself', async () => {
  const world = await aWorld(engine)
  const { id } = await dealIn(world, 'payment', { amount: 100_00 })
  await postEvent(world.ports, await world.as(), id, { event: 'payment_received', fields: { paid: 100_00 } })

  const events = await settle(world, id)

  expect(treeLines(events, 'Europe/Moscow', en)).toEqual([
    '2026-12-01 10:00:00     1  deal.created · system test · begins in b2b_new · payment: amount 10000',
    '2026-12-01 10:00:00     2  deal.event_posted · system test · payment_received: paid 10000',
    '2026-12-01 10:00:00     2  ├─ automation.run · automation paid_in_full · done: complete_task, move_to, notify',
    '2026-12-01 10:00:00     3  ├─ task.done · automation paid_in_full · “Make sure the payment is on the account” · alex',
    '2026-12-01 10:00:00     4  └─ deal.moved · automation paid_in_full · payment → delivery (won)',
  ])
  expect(events.flatMap((event) => actLine(event, en) ?? [])).toEqual([
    `07:00:00  automation.run  ${id}  automation paid_in_full  done: complete_task, move_to, notify`,
    `07:00:00  task.done  ${id}  automation paid_in_full  “Make sure the payment is on the account” · alex`,
    `07:00:00  deal.moved  ${id}  automation paid_in_full  payment → delivery (won)`,
  ])
  expect(treeLines(events, 'Europe/Moscow', ru)).toEqual([
    '2026-12-01 10:00:00     1  deal.created · система test · начинается в b2b_new · payment: amount 10000',
    '2026-12-01 10:00:00     2  deal.event_posted · система test · payment_received: paid 10000',
    '2026-12-01 10:00:00     2  ├─ automation.run · автоматизация paid_in_full · выполнено: complete_task, move_to, notify',
    '2026-12-01 10:00:00     3  ├─ task.done · автоматизация paid_in_full · «Make sure the payment is on the account» · alex',
    '2026-12-01 10:00:00     4  └─ deal.moved · автоматизация paid_in_full · payment → delivery (выиграна)',
  ])
})
