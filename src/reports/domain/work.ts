import { addDays } from '#domain/time/days'
import { dateIn, instantOf, msOf, startOfDay } from '#domain/time/zone'
import { grainIn, grainsFor, rowFor } from './groups'
import { shareColumn, sumColumn, type Column, type Grain, type Table } from './table'
import { percent } from './tally'
import { again } from './again'
import type { OpenRow, TaskRow } from './rows'
import type { Scene } from './shelves'

const takenOver = { open: 1, taken_over: 1 }
const DAY_MS = 86_400_000

/** What lies before whom: overdue, today, the next seven days, later, without a date; and deals with no task at all. */
export function loadTables(scene: Scene): readonly Table[] {
  return [
    {
      id: 'load',
      rowsAre: scene.by,
      columns: [
        sumColumn('open'),
        sumColumn('overdue'),
        sumColumn('with_another'),
        sumColumn('taken_over'),
        sumColumn('today'),
        sumColumn('week'),
        sumColumn('later'),
        sumColumn('undated'),
        { id: 'oldest', kind: 'days', fold: 'longest' },
        sumColumn('no_task'),
      ],
      grains: again(() => loadGrains(scene)),
    },
  ]
}

function* loadGrains(scene: Scene): Generator<Grain> {
  const { frame, facts, scope } = scene
  const tomorrow = msOf(startOfDay(frame.zone, addDays(frame.today, 1)))
  const nextWeek = msOf(startOfDay(frame.zone, addDays(frame.today, 8)))
  const isAsked = (owner: string, pipeline: string) => scope.sees(owner) && scope.wants({ owner, pipeline })
  for (const { deal, id, responsible: owner, dueAt, lateBefore, pipeline } of facts.openTasks) {
    const fact = { owner, pipeline, deal, task: id, ...(dueAt === undefined ? {} : { at: dueAt }) }
    const bucket = bucketOf(dueAt, frame.now, tomorrow, nextWeek)
    if (lateBefore === undefined || bucket['overdue'] === undefined) {
      if (isAsked(owner, pipeline)) yield* grainsFor(scene, fact, { open: 1, ...bucket })
      continue
    }
    // It is the work of whoever has it now, and overdue with whoever was late: counted once in either column.
    if (isAsked(owner, pipeline)) yield* grainsFor(scene, fact, takenOver)
    if (isAsked(lateBefore, pipeline)) {
      yield* grainsFor(scene, { ...fact, owner: lateBefore }, { ...bucket, with_another: 1 })
    }
  }
  for (const { deal, owner, pipeline } of idleDeals(scene))
    yield* grainsFor(scene, { deal, owner, pipeline }, { no_task: 1 })
}

/** Deals under way without an open task: nobody will do anything about them. */
export function idleDeals({ facts, scope }: Scene): Iterable<OpenRow> {
  return again(function* idle() {
    for (const one of facts.open) {
      if (one.status !== 'closed' && one.tasks === 0 && scope.sees(one.owner) && scope.wants(one)) yield one
    }
  })
}

function bucketOf(dueAt: number | undefined, now: number, tomorrow: number, nextWeek: number): Grain['values'] {
  if (dueAt === undefined) return { undated: 1 }
  if (dueAt < now) return { overdue: 1, oldest: Math.floor(((now - dueAt) / DAY_MS) * 10) / 10 }
  if (dueAt < tomorrow) return { today: 1 }
  return dueAt < nextWeek ? { week: 1 } : { later: 1 }
}

const appeared = { created: 1 }
const cancelled = { cancelled: 1 }
const doneLate = { done: 1, late: 1 }
const doneOnTime = { done: 1, on_time: 1 }

/** Of what was done, as each has to answer for it: done late by another is late for whoever missed the date. */
const onTimeShare: Column = {
  ...shareColumn('on_time_share', 'on_time', 'late'),
  derive: ({ of }) => percent(of('on_time') ?? 0, (of('on_time') ?? 0) + (of('late') ?? 0)),
}

/** Tasks per person and day: appeared, done on time and late, cancelled. */
export function taskTables(scene: Scene): readonly Table[] {
  const columns = (['created', 'done', 'on_time', 'late', 'cancelled'] as const).map((id) => sumColumn(id))
  return [
    {
      id: 'tasks',
      rowsAre: scene.by,
      columns: [...columns, onTimeShare],
      grains: again(() => whatBecameOf(scene)),
    },
  ]
}

function* whatBecameOf(scene: Scene): Generator<Grain> {
  const { facts, scope } = scene
  for (const task of facts.tasks) {
    const { responsible: owner, pipeline, createdAt, endedAt } = task
    const isAsked = scope.sees(owner) && scope.wants({ owner, pipeline })
    if (isAsked && scope.isIn(createdAt)) yield taskGrain(scene, task, { at: createdAt, owner }, appeared)
    if (endedAt === undefined || !scope.isIn(endedAt)) continue
    const { missedBy } = task
    if (missedBy !== undefined && task.isMissed && task.status === 'done') {
      if (isAsked) yield taskGrain(scene, task, { at: endedAt, owner }, doneForAnother)
      if (scope.sees(missedBy) && scope.wants({ owner: missedBy, pipeline }))
        yield taskGrain(scene, task, { at: endedAt, owner: missedBy }, lateWithAnother)
      continue
    }
    if (!isAsked) continue
    const values = task.status === 'cancelled' ? cancelled : isLate(task) ? doneLate : doneOnTime
    yield taskGrain(scene, task, { at: endedAt, owner }, values)
  }
}

const doneForAnother = { done: 1 }
const lateWithAnother = { late: 1 }

/** Done after a due date that it missed. A task without a date, or late when it appeared, is nobody’s fault. */
function isLate({ isMissed }: Pick<TaskRow, 'isMissed'>): boolean {
  return isMissed
}

/** When something is counted, and for whom. */
type When = { readonly at: number; readonly owner: string }

/** None of the reports about tasks is by axis: a task has one row. */
function taskGrain(scene: Scene, task: TaskRow, { at, owner }: When, values: Grain['values']): Grain {
  const { deal, pipeline } = task
  const fact = { owner, pipeline, deal, task: task.id, at }
  return grainIn(ownRow(scene, task, fact) ?? rowFor(scene, fact) ?? owner, fact, values)
}

function ownRow({ by, frame }: Scene, task: TaskRow, { at, owner }: When): string | undefined {
  if (by === 'day') return dateIn(frame.zone, instantOf(at))
  if (by === 'person_day') return `${owner}/${dateIn(frame.zone, instantOf(at))}`
  if (by === 'template') return `${task.pipeline}/${task.stage}/${task.template}`
  return undefined
}

/** Discipline: of the tasks due in the period, how many missed their date. Cancelled ones are left out. */
export function disciplineTables(scene: Scene): readonly Table[] {
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
      grains: again(() => dueGrains(scene)),
    },
  ]
}

function* dueGrains(scene: Scene): Generator<Grain> {
  const { facts, scope } = scene
  for (const task of facts.tasks) {
    const { deadline } = task
    if (deadline === undefined || !scope.isIn(deadline) || task.status === 'cancelled' || task.isBornLate) continue
    const { pipeline } = task
    const owner = whoAnswers(task)
    if (!scope.sees(owner) || !scope.wants({ owner, pipeline })) continue
    yield taskGrain(scene, task, { at: deadline, owner }, judged(scene, task, deadline))
  }
}

/** A miss is that of whoever had the task then, whoever has it now or did it. */
export function whoAnswers({ isMissed, missedBy, responsible }: TaskRow): string {
  return isMissed ? (missedBy ?? responsible) : responsible
}

const missed = { due: 1, missed: 1, kept: 0 }
const kept = { due: 1, kept: 1, missed: 0 }
const toCome = { to_come: 1 }

function judged({ frame }: Scene, task: TaskRow, deadline: number): Grain['values'] {
  if (task.isMissed || (task.status === 'open' && deadline < frame.now)) return missed
  return task.status === 'done' ? kept : toCome
}
