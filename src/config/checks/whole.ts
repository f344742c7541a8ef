import type { MapNode } from '#config/yaml/tree'
import type { Model, Stage } from '#schemas/model'

/** What the checks of the meaning look at: the file as it was meant, and the model made of it. */
export type Whole = {
  readonly root: MapNode
  readonly model: Model
  readonly stages: ReadonlyMap<string, Stage>
}
