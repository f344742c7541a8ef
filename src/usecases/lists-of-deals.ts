import { monthOf, periodAfter } from '#domain/time/period'
import type { Page } from '#ports/page'
import type { Ports } from '#ports/ports'

/** Reads a page of ids of a list. */
export type ReadIds = (ask: {
  readonly limit: number
  readonly cursor?: string
}) => Promise<{ readonly ids: readonly string[]; readonly cursor?: string | undefined }>

/** Deals that were closed longer ago than that are in no list. */
const yearsBack = 10

/** Lists in which every deal is: the columns of every direction, and what was closed month by month, for ten years. */
export async function listsOfDeals({
  deals,
  rules,
  clock,
}: Pick<Ports, 'deals' | 'rules' | 'clock'>): Promise<readonly ReadIds[]> {
  const { model } = await rules.current()
  const now = monthOf(model.calendar.timezone, clock.now())
  const columns = Object.values(model.pipelines).flatMap(({ id: pipeline, stages }) =>
    stages.map(
      ({ id: stage }): ReadIds =>
        async (ask) =>
          idsOf(await deals.column({ pipeline, stage, ...ask })),
    ),
  )
  const months = Array.from({ length: yearsBack * 12 }, (_, back) => periodAfter(now, -back))
  const closed = months.map(
    (month): ReadIds =>
      async (ask) =>
        idsOf(await deals.closedIn({ month, ...ask })),
  )
  return [...columns, ...closed]
}

function idsOf({ items, cursor }: Page<{ readonly id: string }>): Awaited<ReturnType<ReadIds>> {
  return { ids: items.map(({ id }) => id), cursor }
}
