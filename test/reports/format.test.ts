import { expect, test } from 'vitest'

import { readTasks, writeTasks } from '#reports/domain/task-wire'
import { readMonth, writeMonth } from '#reports/domain/wire'

const task = {
  id: 'task_1-2-call',
  template: 'call',
  pipeline: 'shop',
  stage: 'talk',
  responsible: 'anna',
  status: 'done',
  createdAt: Date.parse('2026-11-02T09:00:00.000Z'),
  endedAt: Date.parse('2026-11-03T09:00:00.001Z'),
  isMissed: true,
  isBornLate: false,
} as const

test('facts in the format of an earlier version are refused with what to do, not read as something else', () => {
  expect(() => readMonth('["deal_1","shop","anna"]')).toThrow('Run `norma run reconcile-reports`')
  expect(() => readTasks('["deal_1",[]]')).toThrow('Run `norma run reconcile-reports`')
})

test('tasks are read as they were written: their own ids, templates, dates or none', () => {
  const own = { ...task, id: 'task_other-1', template: '', status: 'open', isBornLate: true } as const
  const dated = { ...task, id: 'task_1-3-call', deadline: 0 }
  const tasks = [task, own, dated]

  expect(readTasks(writeTasks({ deal: 'deal_1', tasks }))).toEqual(tasks.map((one) => ({ ...one, deal: 'deal_1' })))
})

test('a month without anything but its deal says so', () => {
  const { deal, pipeline, owner, made, reached, won } = readMonth(
    writeMonth({ deal: 'deal_1', pipeline: 'shop', owner: 'anna', reached: [['talk', 'shop', 5, 'skipped', 'boris']] }),
  )

  expect([deal, pipeline, owner, made, won]).toEqual(['deal_1', 'shop', 'anna', undefined, undefined])
  expect(reached).toEqual([['talk', 'shop', 5, 'skipped', 'boris']])
})
