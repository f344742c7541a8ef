import { beforeAll, expect, test } from 'vitest'

import type { Task } from '#schemas/task'
import { dayOf, median, nineOfTen, reachedBy, staysOf, type RawDeal } from './raw'
import { added, eachOf, looks, numbersIn, only, withoutEmpty, type Look } from './told'

type Brought = readonly (readonly [row: string, column: string, value: number])[]

let all: readonly Look[]
beforeAll(async () => {
  all = await looks(36)
}, 120_000)

const each = (check: (look: Look) => Promise<void>): Promise<void> => eachOf(all, check)
const seen = ({ raw, sees }: Look): readonly RawDeal[] => raw.deals.filter(({ deal }) => sees(deal.owner))
const tasksOf = ({ raw }: Look): readonly Task[] => raw.deals.flatMap(({ tasks }) => tasks)
/** What is brought to rows of people whose work may be seen. */
const inSight = ({ sees }: Look, brought: Brought): Brought => brought.filter(([person]) => sees(person))
/** A miss is that of whoever had the task then. */
const whoMissed = (task: Task): string =>
  task.firstMissedBy ?? (task.status === 'done' && isDoneLate(task) ? task.responsible : whoseWork(task))
const isDoneLate = ({ dueAt, lateAtBirth, doneAt = '' }: Task): boolean =>
  dueAt !== null && !lateAtBirth && doneAt > dueAt
/** Done work is that of whoever did it. */
const whoseWork = ({ status, counted, responsible }: Task): string =>
  status === 'done' ? (counted?.employee ?? responsible) : responsible
const isRunning = ({ deal }: RawDeal): boolean => deal.status === 'open' || deal.status === 'won'
const share = (part: number, whole: number): number | null =>
  whole === 0 ? null : Math.round((part / whole) * 1000) / 10

/** Whether a due date was missed, by the whole story of the task: each date it ever had, and when it was set or done. */
function hasMissed(task: Task, { events }: RawDeal, now: string): boolean {
  if (task.lateAtBirth) return false
  const set = events.filter(({ name, detail }) => name === 'task.rescheduled' && detail.task?.id === task.id)
  const firstDue = set[0] === undefined ? task.dueAt : (set[0].detail.task?.was?.['dueAt'] ?? null)
  const dates = [
    { due: firstDue, until: set[0]?.at },
    ...set.map((event, index) => ({ due: event.detail.task?.dueAt ?? null, until: set[index + 1]?.at })),
  ]
  const done = events.filter(
    ({ name, detail }) =>
      (name === 'task.done' && detail.task?.id === task.id) || detail.completed?.includes(task.id) === true,
  )
  const end = task.status === 'done' ? (done.at(-1)?.at ?? task.doneAt ?? now) : now
  // A date that had passed when the task appeared was nobody's to keep.
  return dates.some(({ due, until }) => typeof due === 'string' && due > task.createdAt && due < (until ?? end))
}

test('tasks of a person are those that appeared, were done on time or late, or were cancelled in the period', () =>
  each(async (look) => {
    const { tasks } = await numbersIn(look, 'tasks')

    const brought = tasksOf(look).flatMap((task): Brought => {
      const row = whoseWork(task)
      const isLate = task.firstMissedDueAt !== undefined || isDoneLate(task)
      return [
        ...(look.isIn(task.createdAt) ? [[row, 'created', 1] as const] : []),
        ...(task.status === 'done' && look.isIn(task.doneAt ?? '')
          ? [[row, 'done', 1] as const, [isLate ? whoMissed(task) : row, isLate ? 'late' : 'on_time', 1] as const]
          : []),
        ...(task.status === 'cancelled' && look.isIn(task.cancelledAt ?? '') ? [[row, 'cancelled', 1] as const] : []),
      ]
    })
    const columns = ['created', 'done', 'on_time', 'late', 'cancelled']
    expect(only(tasks, columns)).toEqual(added(inSight(look, brought), columns))
    const days = (await numbersIn(look, 'tasks', { by: 'person_day' }))['tasks'] ?? {}
    for (const [person, cells] of Object.entries(tasks ?? {})) {
      const ofPerson = Object.entries(days).filter(([row]) => row.startsWith(`${person}/`))
      for (const column of columns) {
        expect(ofPerson.reduce((sum, [, day]) => sum + (day[column] ?? 0), 0)).toBe(cells[column])
      }
    }
  }))

test('a missed date counts once and for good, whatever became of the date; cancelled tasks are left out', () =>
  each(async (look) => {
    const { discipline } = await numbersIn(look, 'discipline')

    const brought = look.raw.deals.flatMap((one) =>
      one.tasks.flatMap((task): Brought => {
        const deadline = task.firstMissedDueAt ?? task.dueAt
        if (deadline === null || task.lateAtBirth || task.status === 'cancelled') return []
        if (!look.isIn(deadline)) return []
        const isMissed = task.firstMissedDueAt !== undefined || hasMissed(task, one, look.raw.now)
        const row = isMissed ? whoMissed(task) : whoseWork(task)
        if (isMissed)
          return [
            [row, 'due', 1],
            [row, 'missed', 1],
          ]
        return task.status === 'done'
          ? [
              [row, 'due', 1],
              [row, 'kept', 1],
            ]
          : [[row, 'to_come', 1]]
      }),
    )
    const columns = ['due', 'kept', 'missed', 'to_come']
    expect(only(discipline, columns)).toEqual(added(inSight(look, brought), columns))
    for (const cells of Object.values(discipline ?? {})) {
      expect(cells['discipline']).toBe(share((cells['due'] ?? 0) - (cells['missed'] ?? 0), cells['due'] ?? 0))
    }
  }))

test('a task that was ever open past a due date is on record as missed', () =>
  each(async (look) => {
    for (const one of look.raw.deals) {
      for (const task of one.tasks) {
        // Only dates that people moved: one that follows a field leaves no event of the task.
        if (task.dueWhy.anchor === 'field' || task.status !== 'done') continue
        if (one.events.some(({ name, detail }) => name === 'task.reopened' && detail.task?.id === task.id)) continue
        expect(task.firstMissedDueAt !== undefined).toBe(hasMissed(task, one, look.raw.now))
      }
    }
  }))

test('the load is every open task, by when it is due, overdue for whoever was late, and the deals without a task', () =>
  each(async (look) => {
    const { load } = await numbersIn(look, 'load')

    const today = dayOf(look.raw.now)
    const brought = tasksOf(look)
      .filter(({ status }) => status === 'open')
      .flatMap((task): Brought => {
        const { responsible, missed, dueAt } = task
        const when = bucket(dueAt, look.raw.now, today)
        const isTaken = when === 'overdue' && missed?.dueAt === dueAt && missed.by !== responsible
        if (!isTaken)
          return [
            [responsible, 'open', 1],
            [responsible, when, 1],
          ]
        return [
          [responsible, 'open', 1],
          [responsible, 'taken_over', 1],
          [missed.by, 'overdue', 1],
          [missed.by, 'with_another', 1],
        ]
      })
    const idle = seen(look)
      .filter((one) => isRunning(one) && one.tasks.every(({ status }) => status !== 'open'))
      .map(({ deal }) => [deal.owner, 'no_task', 1] as const)
    const columns = ['open', 'overdue', 'with_another', 'taken_over', 'today', 'week', 'later', 'undated', 'no_task']
    expect(only(load, columns)).toEqual(added(inSight(look, [...brought, ...idle]), columns))
  }))

test('the first response is told of every new deal that was promised or given one', () =>
  each(async (look) => {
    const { response } = await numbersIn(look, 'response', { by: 'source' })

    const leads = seen(look).filter(
      ({ deal }) =>
        look.isIn(deal.createdAt) && (typeof deal.firstReplyDueAt === 'string' || deal.firstReply !== undefined),
    )
    const rows = Object.fromEntries(
      [...new Set(leads.map(({ deal }) => String(deal.fields['source'] ?? '')))].map((source) => {
        const own = leads.filter(({ deal }) => String(deal.fields['source'] ?? '') === source)
        const replies = own.flatMap(({ deal }) => deal.firstReply ?? [])
        const working = replies.map(({ workingSeconds }) => workingSeconds)
        const wall = replies.map(({ wallSeconds }) => wallSeconds)
        return [
          source,
          {
            leads: own.length,
            answered: replies.length,
            untouched: own.filter((one) => one.deal.firstReply === undefined && isRunning(one)).length,
            in_time: share(replies.filter(({ isInTime }) => isInTime).length, replies.length),
            within_5: share(working.filter((seconds) => seconds <= 300).length, replies.length),
            reply_working_median: median(working),
            reply_working_p90: nineOfTen(working),
            reply_wall_median: median(wall),
            reply_wall_p90: nineOfTen(wall),
          },
        ]
      }),
    )
    expect(response ?? {}).toEqual(withoutEmpty(rows))
  }))

test('the first response by source and hour is that of the leads of that source which came in that hour', () =>
  each(async (look) => {
    const { response } = await numbersIn(look, 'response', { by: 'source_hour' })

    const zone = look.raw.model.calendar.timezone
    const parts = new Intl.DateTimeFormat('en', { timeZone: zone, weekday: 'short', hour: '2-digit', hourCycle: 'h23' })
    const rowOf = ({ fields, createdAt }: RawDeal['deal']) => {
      const [weekday, , hour] = parts.formatToParts(new Date(createdAt)).map(({ value }) => value)
      const day = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'].indexOf(weekday ?? '') + 1
      return `${String(fields['source'] ?? '')}/${day}-${hour}`
    }
    const leads = seen(look).filter(
      ({ deal }) =>
        look.isIn(deal.createdAt) && (typeof deal.firstReplyDueAt === 'string' || deal.firstReply !== undefined),
    )
    const rows: Record<string, Record<string, number | null>> = {}
    for (const row of new Set(leads.map(({ deal }) => rowOf(deal)))) {
      const own = leads.filter(({ deal }) => rowOf(deal) === row)
      const working = own.flatMap(({ deal }) => deal.firstReply?.workingSeconds ?? [])
      rows[row] = { leads: own.length, answered: working.length, reply_working_median: median(working) }
    }
    expect(only(response, ['leads', 'answered', 'reply_working_median'])).toEqual(withoutEmpty(rows))
  }))

test('compliance counts moves, overrides, refusals, skips, late tasks and deals without a task where they happened', () =>
  each(async (look) => {
    const { compliance } = await numbersIn(look, 'compliance')

    const moves = seen(look).flatMap((one) => one.events.flatMap((event) => moveOf(look, one, event)))
    const refusals = look.raw.refusals
      .filter(({ at }) => look.isIn(at))
      .filter(({ dealId }) => look.sees(look.raw.deals.find(({ deal }) => deal.id === dealId)?.deal.owner ?? ''))
      .map(({ pipeline, stage }) => [`${pipeline}/${stage}`, 'refusals', 1] as const)
    const late = look.raw.deals.flatMap((one) =>
      one.tasks.flatMap((task): Brought => {
        const deadline = task.firstMissedDueAt ?? task.dueAt
        if (deadline === null || task.lateAtBirth || task.status === 'cancelled') return []
        const isLate = task.firstMissedDueAt !== undefined || hasMissed(task, one, look.raw.now)
        if (!look.sees(isLate ? whoMissed(task) : whoseWork(task)) || !look.isIn(deadline)) return []
        return isLate ? [[`${task.pipeline}/${task.stage}`, 'late_tasks', 1]] : []
      }),
    )
    const idle = seen(look)
      .filter((one) => isRunning(one) && one.tasks.every(({ status }) => status !== 'open'))
      .map(({ deal }) => [`${deal.pipeline}/${deal.stage}`, 'no_task', 1] as const)
    const columns = ['moves', 'overrides', 'refusals', 'skipped', 'late_tasks', 'no_task']
    expect(only(compliance, columns)).toEqual(added([...moves, ...refusals, ...late, ...idle], columns))
  }))

test('the stories have late, moved and unanswered things in them', () => {
  const deals = all.flatMap(({ raw }) => raw.deals)
  const tasks = deals.flatMap((one) => one.tasks)
  const found = {
    missed: tasks.filter(({ firstMissedDueAt }) => firstMissedDueAt !== undefined).length,
    doneLate: tasks.filter(({ status, firstMissedDueAt }) => status === 'done' && firstMissedDueAt !== undefined)
      .length,
    bornLate: tasks.filter(({ lateAtBirth }) => lateAtBirth).length,
    undated: tasks.filter(({ dueAt }) => dueAt === null).length,
    replied: deals.filter(({ deal }) => deal.firstReply !== undefined).length,
    waiting: deals.filter(({ deal }) => typeof deal.firstReplyDueAt === 'string' && deal.firstReply === undefined)
      .length,
    back: deals.filter((one) => staysOf(one).length > 4).length,
  }

  expect(Object.entries(found).filter(([, count]) => count < 1)).toEqual([])
})

function bucket(dueAt: string | null, now: string, today: string): string {
  if (dueAt === null) return 'undated'
  if (dueAt < now) return 'overdue'
  const days = (Date.parse(dayOf(dueAt)) - Date.parse(today)) / 86_400_000
  if (days === 0) return 'today'
  return days <= 7 ? 'week' : 'later'
}

function moveOf(look: Look, one: RawDeal, event: RawDeal['events'][number]): Brought {
  if (!look.isIn(event.at)) return []
  const { detail } = event
  const row = (stage: string) => `${one.deal.pipeline}/${stage}`
  const skipped = reachedBy(look.raw, one, event)
    .filter(({ isIn }) => !isIn)
    .map(({ stage }) => [row(stage), 'skipped', 1] as const)
  const stages = (look.raw.model.pipelines[one.deal.pipeline]?.stages ?? []).map(({ id }) => id)
  const from = stages.indexOf(detail.from?.stage ?? '')
  const isForward =
    event.name === 'deal.moved' && (detail.deal.status === 'completed' || stages.indexOf(detail.deal.stage) > from)
  if (!isForward) return skipped
  const left = row(detail.from?.stage ?? '')
  return [...skipped, [left, 'moves', 1], [left, 'overrides', detail.override === undefined ? 0 : 1]]
}
