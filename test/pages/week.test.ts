import { parse } from 'node-html-parser'
import { beforeAll, expect, test } from 'vitest'

import { pagesOn } from '#test/pages/support'
import { aWorldInMemory, type World } from '#test/support/world'
import { createDeal } from '#usecases/deals/create-deal'
import { addTask } from '#usecases/tasks/add-task'
import { weekOf } from '#usecases/tasks/read-week'

let world: World

beforeAll(async () => {
  // A Wednesday.
  world = await aWorldInMemory({ now: '2026-12-02T07:00:00.000Z' })
  const { ports } = world
  const deal = await createDeal(ports, await world.as(), { title: 'Machines', pipeline: 'b2b_new', owner: 'anna' })
  for (const [text, dueAt] of [
    ['Ring on Friday evening', '2026-12-04T21:30:00.000Z'],
    ['Write on Sunday', '2026-12-06T09:00:00.000Z'],
    ['Write the week after', '2026-12-08T09:00:00.000Z'],
    ['Was due on Saturday', '2026-11-28T09:00:00.000Z'],
  ] as const) {
    await addTask(ports, await world.as('anna'), deal.id, { do: text, responsible: 'anna', dueAt })
  }
})

async function days(as: string, query = '') {
  const answer = await pagesOn(world)(`/app/week${query}`, { as })
  const root = parse(await answer.text())
  const sections = root.querySelectorAll('.week-day').map((day) => {
    const id = day.getAttribute('aria-labelledby') ?? ''
    return [id.slice('day-'.length), day.querySelectorAll('.week-task').map(({ text }) => text)] as const
  })
  return { status: answer.status, days: Object.fromEntries(sections), root }
}

test('tasks stand on the day they are due on in the company’s zone, late ones in front', async () => {
  const { days: week, root } = await days('anna')

  expect(Object.keys(week)).toEqual(
    expect.arrayContaining(['late', '2026-11-30', '2026-12-01', '2026-12-02', '2026-12-05', '2026-12-06']),
  )
  expect(week['late']).toEqual([expect.stringContaining('Was due on Saturday')])
  // Half past nine in the evening in UTC is after midnight in Moscow.
  expect(week['2026-12-05']).toEqual([expect.stringContaining('Ring on Friday evening')])
  expect(week['2026-12-06']).toEqual([expect.stringContaining('Write on Sunday')])
  expect(root.querySelector('[aria-labelledby="day-2026-12-06"]')?.getAttribute('class')).toContain('off')
  expect(root.querySelectorAll('.week-task button[data-piece]').length).toBe(
    root.querySelectorAll('[data-task]').length,
  )
})

test('another week has its own, and nothing late', async () => {
  const { days: week } = await days('anna', '?from=2026-12-09')

  expect(week['late']).toBeUndefined()
  expect(week['2026-12-08']).toEqual([expect.stringContaining('Write the week after')])
})

test('a head sees the week of theirs, and nobody that of others', async () => {
  expect((await days('boris', '?of=anna')).days['2026-12-06']).toHaveLength(1)
  expect((await days('cyril', '?of=anna')).status).toBe(403)
  expect((await days('anna', '?of=constructor')).status).toBe(403)
})

test('a week begins with its Monday', () => {
  const at = { zone: 'Europe/Moscow', now: '2026-12-06T22:00:00.000Z' }

  expect(weekOf('2026-12-06', at)).toBe('2026-11-30')
  expect(weekOf('nonsense', at)).toBe('2026-12-07')
})
