import { report } from '#config/context'
import type { Context } from '#config/context'
import type { Whole } from './whole'
import { say } from '#config/messages/say'
import { reportWithoutTask } from '#config/sections/read-stages'
import { entryOf, mapOf } from '#config/yaml/tree'
import type { Entry } from '#config/yaml/tree'
import type { Stage, TaskTemplate } from '#schemas/model'

/** Checks that every stage has a task and that no tasks wait for each other in a circle. */
export function checkTasks(context: Context, { root, model, stages }: Whole): void {
  for (const entry of mapOf(root, 'stages')?.entries ?? []) {
    const stage = stages.get(entry.key)
    if (stage !== undefined) checkStage(context, stage, entry)
  }
  for (const pipeline of mapOf(root, 'pipelines')?.entries ?? []) {
    if (pipeline.value.kind !== 'map') continue
    for (const entry of mapOf(pipeline.value, 'change')?.entries ?? []) {
      if (entry.value.kind !== 'map' || entryOf(entry.value, 'tasks') === undefined) continue
      const stage = model.pipelines[pipeline.key]?.stages.find((known) => context.sites.get(known) === entry.value)
      if (stage !== undefined) checkStage(context, stage, entry)
    }
  }
}

function checkStage(context: Context, stage: Stage, entry: Entry): void {
  reportWithoutTask(context, stage, entry)
  const after = new Map(
    stage.tasks.flatMap((task) => (anchorTask(task) === undefined ? [] : [[task.id, anchorTask(task) ?? '']])),
  )
  const reported = new Set<string>()
  for (const task of stage.tasks) {
    const circle = circleFrom(task.id, after)
    if (circle === undefined || circle.some((id) => reported.has(id))) continue
    for (const id of circle) reported.add(id)
    const due = entryOf(context.sites.get(task), 'due')
    report(context, due?.value ?? entry.keyAt, {
      code: 'task-cycle',
      message: say('task-cycle', { tasks: circle }),
      help: say('count-from-stage'),
    })
  }
}

function anchorTask(task: TaskTemplate): string | undefined {
  return 'anchor' in task.due && task.due.anchor.kind === 'task' ? task.due.anchor.task : undefined
}

function circleFrom(start: string, after: ReadonlyMap<string, string>): readonly string[] | undefined {
  const path = [start]
  for (let next = after.get(start); next !== undefined; next = after.get(next)) {
    if (next === start) return path
    if (path.includes(next)) return undefined
    path.push(next)
  }
  return undefined
}
