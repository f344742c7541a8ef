import { plainText } from '#domain/rules/task-text'
import type { Model } from '#schemas/model'

/** What waits for somebody in a role: tasks of stages, and gates that only this role lets anybody past. */
export type RoleNeeds = {
  readonly tasks: readonly { readonly stage: string; readonly do: string }[]
  readonly gates: readonly { readonly stage: string }[]
}

/** What the rules want of a role, each once by the names of the file. */
export function roleNeeds({ pipelines }: Pick<Model, 'pipelines'>, role: string): RoleNeeds {
  const stages = Object.values(pipelines).flatMap((pipeline) => pipeline.stages)
  const tasks = stages.flatMap((stage) =>
    stage.tasks.flatMap((task) => (task.by === role ? [{ stage: stage.name, do: plainText(task.do) }] : [])),
  )
  const gates = stages.flatMap((stage) => (stage.gate?.mayOverride === role ? [{ stage: stage.name }] : []))
  return {
    tasks: onlyOnce(tasks, (task) => `${task.stage}\n${task.do}`),
    gates: onlyOnce(gates, ({ stage }) => stage),
  }
}

function onlyOnce<T>(things: readonly T[], nameOf: (thing: T) => string): readonly T[] {
  return [...new Map(things.map((thing) => [nameOf(thing), thing])).values()]
}
