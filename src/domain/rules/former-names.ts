import type { Model } from '#schemas/model'

type Former = Pick<Model, 'former'>
type FormerKey = readonly [
  kind: 'direction' | 'stage' | 'task' | 'reason' | 'channel' | 'follow_up',
  id: string,
  ...within: string[],
]

/** What a direction is called, or was last. */
export function directionName(model: Former & Pick<Model, 'pipelines'>, id: string): string | undefined {
  return model.pipelines[id]?.name ?? formerName(model, 'direction', id)
}

/** What a stage is called in its direction, or was last. */
export function placeName(
  model: Former & Pick<Model, 'pipelines'>,
  { pipeline, stage }: { readonly pipeline: string; readonly stage: string },
): string | undefined {
  const found = model.pipelines[pipeline]?.stages.find(({ id }) => id === stage)
  return found?.name ?? formerName(model, 'stage', pipeline, stage)
}

/** What a reason of losing or cancelling is called, or was last. */
export function reasonName(model: Former & Pick<Model, 'outcomes'>, id: string): string | undefined {
  const { lost, cancelled } = model.outcomes
  return lost.reasons[id] ?? cancelled.reasons[id] ?? formerName(model, 'reason', id)
}

/** The last name of what was taken out of the rules, by its kind and the ids by which it was found. */
export function formerName({ former }: Former, ...key: FormerKey): string | undefined {
  return former?.[formerKey(...key)]
}

/** Under what a name is remembered: ids have no slashes. */
export function formerKey(...key: FormerKey): string {
  return key.join('/')
}
