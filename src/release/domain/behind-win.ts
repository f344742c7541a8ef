import { placeAfter } from '#domain/rules/place-after'
import { isSamePlace } from '#domain/rules/renamed-words'
import type { Difference } from '#domain/rules/difference'
import type { Renamed } from '#domain/rules/renaming'
import type { DealCard } from '#schemas/deal'
import type { Model } from '#schemas/model'
import type { Place } from '#schemas/release'
import type { LiveFacts } from './live-facts'

/** The part of a key that stands for when a deal of a direction is won. */
const part = 'won_after'

/** The places that are behind the stage which has to be left to win. */
export function behindWin({ pipelines }: Pick<Model, 'pipelines'>): readonly Place[] {
  return Object.values(pipelines).flatMap(({ id, stages, wonAfter }) =>
    stages
      .slice(stages.findIndex((stage) => stage.id === wonAfter) + 1)
      .map((stage) => ({ pipeline: id, stage: stage.id })),
  )
}

/** The directions of which a publishing wins at once what is behind: those whose `won_after` was named in `now`. */
export function wonDirections(now: readonly string[]): readonly string[] {
  return now.flatMap((key) => {
    const [section, pipeline, last, ...rest] = key.split('.')
    return section === 'pipelines' && last === part && rest.length === 0 ? [pipeline ?? ''] : []
  })
}

/** Open deals that the new rules put behind the stage which has to be left to win, in the direction of that name. */
export function dealsBehind(
  { deals }: Pick<LiveFacts, 'deals'>,
  pipeline: string,
  { after, renamed }: { readonly after: Model; readonly renamed: Renamed },
): readonly DealCard[] {
  const behind = behindWin(after).filter((place) => place.pipeline === pipeline)
  return deals.filter((deal) => {
    const now = placeAfter(deal, [renamed.renaming])
    return deal.status === 'open' && behind.some((place) => isSamePlace(place, now))
  })
}

/**
 * Directions of which deals come behind the stage that wins without `won_after` having another name: a stage was moved
 * there, or the order of the stages changed. What was behind already was told when it came there.
 */
export function behindDifferences(
  { before, after, renamed }: { readonly before: Model; readonly after: Model; readonly renamed: Renamed },
  facts: Pick<LiveFacts, 'deals'>,
  told: readonly Difference[],
): readonly Difference[] {
  const isTold = new Set(told.flatMap(({ code, key }) => (code === 'won-after' ? [key] : [])))
  const were = behindWin(before)
  return Object.values(after.pipelines).flatMap(({ id, wonAfter, origin }): readonly Difference[] => {
    const key = `pipelines.${id}.${part}`
    const isOld = (deal: DealCard) => were.some((place) => isSamePlace(place, deal))
    if (isTold.has(key) || dealsBehind(facts, id, { after, renamed }).every(isOld)) return []
    const names = { pipeline: id, stage: wonAfter }
    return [{ group: 'nextEntry', code: 'won-behind', key, names, line: origin.line, mayBeNow: true }]
  })
}
