import { monthOf, periodAfter } from '#domain/time/period'
import type { Ports } from '#ports/ports'
import type { SearchRebuilt } from '#schemas/search'
import { inTurns } from '#usecases/in-groups'

import { keepWordsOfDeal } from './keep-words'

type Needs = Pick<Ports, 'deals' | 'rules' | 'words' | 'clock'>

/** Deals whose words are made in one step, and so many at the same time. */
const atOnce = 200
const sideBySide = 10

/** Deals that were closed longer ago than that are found when they change. */
const yearsBack = 10

/**
 * Makes the words of deals anew, a step at a time: the open ones of every column, then those closed month by month. What
 * is found already by what it says costs two reads and no write, so it may be broken off and begun again at any time.
 */
export async function rebuildWords(ports: Needs, after?: string): Promise<SearchRebuilt> {
  const lists = await listsOf(ports)
  const { list, cursor } = placeOf(after)
  const read = lists[list]
  if (read === undefined) return { things: 0, done: lists.length, of: lists.length }
  const page = await read({ limit: atOnce, ...(cursor === undefined ? {} : { cursor }) })
  await inTurns(page.items, sideBySide, ({ id }) => keepWordsOfDeal(ports, id))
  const next = page.cursor === undefined ? { list: list + 1 } : { list, cursor: page.cursor }
  const isEnd = next.list >= lists.length
  return {
    things: page.items.length,
    done: next.list,
    of: lists.length,
    ...(isEnd ? {} : { after: JSON.stringify(next) }),
  }
}

type Ask = { readonly limit: number; readonly cursor?: string }

async function listsOf({ deals, rules, clock }: Needs) {
  const { model } = await rules.current()
  const now = monthOf(model.calendar.timezone, clock.now())
  const columns = Object.values(model.pipelines).flatMap(({ id: pipeline, stages }) =>
    stages.map(
      ({ id: stage }) =>
        (ask: Ask) =>
          deals.column({ pipeline, stage, ...ask }),
    ),
  )
  const months = Array.from({ length: yearsBack * 12 }, (_, back) => periodAfter(now, -back))
  return [...columns, ...months.map((month) => (ask: Ask) => deals.closedIn({ month, ...ask }))]
}

function placeOf(after: string | undefined): { readonly list: number; readonly cursor?: string } {
  return after === undefined ? { list: 0 } : (JSON.parse(after) as { list: number; cursor?: string })
}
