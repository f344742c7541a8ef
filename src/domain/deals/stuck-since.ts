import { addDuration } from '#domain/time/calendar'
import type { Calendar, Model } from '#schemas/model'

/**
 * From when a deal stands in its stage longer than the newest rules let it, as they date it for its owner; undefined where
 * they set no bound.
 */
export function stuckSince(
  { pipeline, stage, enteredAt }: { readonly pipeline: string; readonly stage: string; readonly enteredAt: string },
  model: Model,
  calendar: Calendar,
): string | undefined {
  const found = model.pipelines[pipeline]?.stages.find(({ id }) => id === stage)
  if (found?.maxAge === undefined) return undefined
  return addDuration(calendar, found.agedFrom ?? enteredAt, found.maxAge)
}
