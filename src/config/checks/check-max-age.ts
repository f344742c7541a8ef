import type { Whole } from './whole'
import { report } from '#config/context'
import type { Context } from '#config/context'
import { lengthOf } from './length-of'
import { say } from '#config/messages/say'
import { entryOf } from '#config/yaml/tree'
import type { Calendar, Stage, TaskTemplate } from '#schemas/model'

type Late = { readonly task: TaskTemplate; readonly minutes: number }

/** Reports tasks that are due only after the deal has outlived its stage: it would be stuck before anybody is late. */
export function checkMaxAge(context: Context, { model, stages }: Whole): void {
  const reported = new Set<TaskTemplate>()
  for (const stage of stages.values()) {
    for (const { task } of lateTasks(stage, model.calendar)) {
      if (isFollower(task, stage, reported)) continue
      reported.add(task)
      reportTask(context, stage, task)
    }
  }
  for (const pipeline of Object.values(model.pipelines)) {
    for (const stage of pipeline.stages) {
      if (stage !== stages.get(stage.id)) checkChanged(context, stage, model.calendar, reported)
    }
  }
}

/** In a changed stage the key that was changed is the one to look at. */
function checkChanged(context: Context, stage: Stage, calendar: Calendar, reported: Set<TaskTemplate>): void {
  const change = context.sites.get(stage)
  if (change?.broken !== undefined && change.broken.length > 0) return
  const late = lateTasks(stage, calendar).filter(({ task }) => !reported.has(task))
  if (entryOf(change, 'tasks') !== undefined) {
    for (const { task } of late) {
      if (!isFollower(task, stage, reported)) reportTask(context, stage, task)
      reported.add(task)
    }
    return
  }
  const age = entryOf(change, 'max_age')
  const [first] = late
  if (age === undefined || first === undefined) return
  report(context, age.value, {
    code: 'due-after-max-age',
    message: say('age-too-short', { age: stage.maxAge?.text ?? '', task: first.task.id, due: first.task.due.text }),
    help: say('longer-or-tasks'),
  })
}

function reportTask(context: Context, stage: Stage, task: TaskTemplate): void {
  const due = entryOf(context.sites.get(task), 'due')
  if (due === undefined) return
  report(context, due.value, {
    code: 'due-after-max-age',
    message: say('task-outlives', { task: task.id, stage: stage.id, age: stage.maxAge?.text ?? '' }),
    help: say('earlier-or-longer'),
  })
}

function lateTasks(stage: Stage, calendar: Calendar): readonly Late[] {
  const { maxAge } = stage
  const limit = maxAge === undefined ? undefined : lengthOf(maxAge, calendar)
  if (maxAge === undefined || limit === undefined) return []
  return stage.tasks.flatMap((task) => {
    const minutes = task.optional ? undefined : minutesTo(task, stage, { kind: maxAge.kind, calendar }, new Set())
    return minutes !== undefined && minutes > limit ? [{ task, minutes }] : []
  })
}

/** A task that is late only because the one it waits for is. */
function isFollower(task: TaskTemplate, stage: Stage, reported: ReadonlySet<TaskTemplate>): boolean {
  const before = taskBefore(task, stage)
  return (
    before !== undefined &&
    (reported.has(before) ||
      isFollower(before, { ...stage, tasks: stage.tasks.filter((other) => other !== task) }, reported))
  )
}

function taskBefore(task: TaskTemplate, stage: Stage): TaskTemplate | undefined {
  if (task.due.kind !== 'offset' || task.due.anchor.kind !== 'task') return undefined
  const { anchor } = task.due
  return stage.tasks.find((other) => other.id === anchor.task)
}

function minutesTo(
  task: TaskTemplate,
  stage: Stage,
  { kind, calendar }: { readonly kind: string; readonly calendar: Calendar },
  seen: Set<string>,
): number | undefined {
  const { due } = task
  if (due.kind === 'at_once' || due.kind === 'same_day') return 0
  if (due.kind !== 'offset' || due.direction !== 'after' || due.duration.kind !== kind || seen.has(task.id))
    return undefined
  const own = lengthOf(due.duration, calendar)
  if (own === undefined || due.anchor.kind === 'start') return own
  const before = taskBefore(task, stage)
  if (before === undefined) return undefined
  const start = minutesTo(before, stage, { kind, calendar }, seen.add(task.id))
  return start === undefined ? undefined : start + own
}
