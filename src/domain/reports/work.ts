import { addDays } from '#domain/days'
import { dateIn, instantOf, msOf, startOfDay } from '#domain/zone'
import { grainIn, grainsFor } from './groups'
import { shareColumn, sumColumn, type Grain, type Table } from './table'
import type { OpenFacts, OpenTask, TaskFact, TaskOfDeal } from './facts'
import type { Scene } from './shelves'

const DAY_MS = 86_400_000

/** What lies before whom: overdue, today, the next seven days, later, without a date; and deals with no task at all. */
export function loadTables(scene: Scene): readonly Table[] {
  const { frame, facts, scope } = scene
  const tomorrow = msOf(startOfDay(frame.zone, addDays(frame.today, 1)))
  const nextWeek = msOf(startOfDay(frame.zone, addDays(frame.today, 8)))
  const tasks = facts.open.flatMap(({ deal, tasks: open }) =>
    open.flatMap(([id, responsible, dueAt, , pipeline]: OpenTask) => {
      const place = { owner: responsible, pipeline }
      if (!scope.sees(place) || !scope.wants(place)) return []
      const fact = { ...place, deal, task: id, ...(dueAt === null ? {} : { at: dueAt }) }
      return grainsFor(scene, fact, { open: 1, ...bucketOf(dueAt, frame.now, tomorrow, nextWeek) })
    }),
  )
  const idle = idleDeals(scene).flatMap((one) => grainsFor(scene, one, { no_task: 1 }))
  return [
    {
      id: 'load',
      rowsAre: scene.by,
      columns: [
        sumColumn('open'),
        sumColumn('overdue'),
        sumColumn('today'),
        sumColumn('week'),
        sumColumn('later'),
        sumColumn('undated'),
        { id: 'oldest', kind: 'days', fold: 'longest' },
        sumColumn('no_task'),
      ],
      grains: [...tasks, ...idle],
    },
  ]
}

/** Deals under way without an open task: nobody will do anything about them. */
export function idleDeals({ facts, scope }: Scene): readonly OpenFacts[] {
  return facts.open.filter(
    (one) => one.status !== 'closed' && one.tasks.length === 0 && scope.sees(one) && scope.wants(one),
  )
}

function bucketOf(dueAt: number | null, now: number, tomorrow: number, nextWeek: number): Grain['values'] {
  if (dueAt === null) return { undated: 1 }
  if (dueAt < now) return { overdue: 1, oldest: Math.floor(((now - dueAt) / DAY_MS) * 10) / 10 }
  if (dueAt < tomorrow) return { today: 1 }
  return dueAt < nextWeek ? { week: 1 } : { later: 1 }
}

const appeared = { created: 1 }
const cancelled = { cancelled: 1 }
const doneLate = { done: 1, late: 1 }
const doneOnTime = { done: 1, on_time: 1 }

/** Tasks per person and day: appeared, done on time and late, cancelled. */
export function taskTables(scene: Scene): readonly Table[] {
  const { facts, scope, by } = scene
  const grains: Grain[] = []
  for (const task of facts.tasks) {
    const place = { owner: task.responsible, pipeline: task.pipeline }
    if (!scope.sees(place) || !scope.wants(place)) continue
    if (scope.isIn(task.createdAt)) grains.push(...taskGrains(scene, task, task.createdAt, appeared))
    const { endedAt, status } = task
    if (endedAt === undefined || !scope.isIn(endedAt)) continue
    const values = status === 'cancelled' ? cancelled : isLate(task) ? doneLate : doneOnTime
    grains.push(...taskGrains(scene, task, endedAt, values))
  }
  const columns = ['created', 'done', 'on_time', 'late', 'cancelled'].map((id) => sumColumn(id))
  return [{ id: 'tasks', rowsAre: by, columns: [...columns, shareColumn('on_time_share', 'on_time', 'done')], grains }]
}

/** Done after a due date that it missed. A task without a date, or late when it appeared, is nobody’s fault. */
function isLate({ isMissed }: TaskFact): boolean {
  return isMissed
}

function taskGrains(scene: Scene, task: TaskOfDeal, at: number, values: Grain['values']): readonly Grain[] {
  const fact = { owner: task.responsible, pipeline: task.pipeline, deal: task.deal, task: task.id, at }
  const row = ownRow(scene, task, at)
  return row === undefined ? grainsFor(scene, fact, values) : [grainIn(row, fact, values)]
}

function ownRow({ by, frame }: Scene, task: TaskOfDeal, at: number): string | undefined {
  if (by === 'day') return dateIn(frame.zone, instantOf(at))
  if (by === 'person_day') return `${task.responsible}/${dateIn(frame.zone, instantOf(at))}`
  if (by === 'template') return `${task.pipeline}/${task.stage}/${task.template}`
  return undefined
}

/** Discipline: of the tasks due in the period, how many missed their date. Cancelled ones are left out. */
export function disciplineTables(scene: Scene): readonly Table[] {
  const { facts, scope } = scene
  const grains = facts.tasks.flatMap((task) => {
    const place = { owner: task.responsible, pipeline: task.pipeline }
    const { deadline } = task
    if (deadline === undefined || task.status === 'cancelled' || task.isBornLate) return []
    if (!scope.sees(place) || !scope.wants(place) || !scope.isIn(deadline)) return []
    return taskGrains(scene, task, deadline, judged(scene, task, deadline))
  })
  return [
    {
      id: 'discipline',
      rowsAre: scene.by,
      columns: [
        sumColumn('due'),
        sumColumn('kept'),
        sumColumn('missed'),
        shareColumn('discipline', 'kept', 'due'),
        sumColumn('to_come'),
      ],
      grains,
    },
  ]
}

const missed = { due: 1, missed: 1, kept: 0 }
const kept = { due: 1, kept: 1, missed: 0 }
const toCome = { to_come: 1 }

function judged({ frame }: Scene, task: TaskFact, deadline: number): Grain['values'] {
  if (task.isMissed || (task.status === 'open' && deadline < frame.now)) return missed
  return task.status === 'done' ? kept : toCome
}
