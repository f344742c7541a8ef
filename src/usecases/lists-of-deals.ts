import { monthOf, periodAfter } from '#domain/time/period'
import type { Page } from '#ports/page'
import type { Ports } from '#ports/ports'
import type { Deal } from '#schemas/deal'

/** Reads a page of ids of a list. */
export type ReadIds = (ask: {
  readonly limit: number
  readonly cursor?: string
}) => Promise<{ readonly ids: readonly string[]; readonly cursor?: string | undefined }>

/** Deals that were closed longer ago than that are in no list: histories that are brought along may be long. */
const yearsBack = 25

/** Lists in which every deal is: the columns of every direction, and what was closed month by month. */
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

/** Every deal, a page of a list after the other, with how many of the lists are behind. */
export async function* everyDeal(
  ports: Pick<Ports, 'deals' | 'rules' | 'clock'>,
  limit: number,
): AsyncGenerator<{ readonly deals: readonly Deal[]; readonly done: number; readonly of: number }> {
  const lists = await listsOfDeals(ports)
  for (const [done, read] of lists.entries()) {
    let cursor: string | undefined
    do {
      // oxlint-disable-next-line no-await-in-loop -- where a page starts is known only when the one before has been read
      const page = await read({ limit, ...(cursor === undefined ? {} : { cursor }) })
      // oxlint-disable-next-line no-await-in-loop -- the same
      yield { deals: await ports.deals.findMany(page.ids), done, of: lists.length }
      cursor = page.cursor
    } while (cursor !== undefined)
  }
}

function idsOf({ items, cursor }: Page<{ readonly id: string }>): Awaited<ReturnType<ReadIds>> {
  return { ids: items.map(({ id }) => id), cursor }
}
