import type { Context } from './context'
import { checkRouting } from './check-routing'
import { checkTasks } from './check-tasks'
import type { MapNode } from './tree'
import type { Model, Stage } from '#schemas/model'

/** What the checks of the meaning look at: the file as it was meant, and the model made of it. */
export type Whole = {
  readonly root: MapNode
  readonly model: Model
  readonly stages: ReadonlyMap<string, Stage>
}

/** Reports what can be read but cannot be meant. */
export function checkMeaning(context: Context, whole: Whole): void {
  checkTasks(context, whole)
  checkRouting(context, whole)
}
