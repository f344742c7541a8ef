import { own } from '#domain/kernel/own'
import type { Place, Renaming } from '#schemas/release'

/** Where a place has come to after renamings. */
export function placeAfter(place: Place, steps: readonly Renaming[]): Place {
  return steps.reduce((now, { seats, pipelines }) => {
    const seat = own(own(seats, now.pipeline) ?? {}, now.stage)
    return seat ?? { pipeline: own(pipelines, now.pipeline) ?? now.pipeline, stage: now.stage }
  }, place)
}
