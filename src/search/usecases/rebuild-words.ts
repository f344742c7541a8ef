import type { Ports } from '#ports/ports'
import type { SearchRebuilt } from '#schemas/search'
import { searchRefusal } from '#search/words/search-refusal'
import { listsOfDeals, type ReadIds } from '#usecases/lists-of-deals'
import { inTurns } from '#usecases/in-groups'

import { keepWordsOfClient, keepWordsOfDeal } from './keep-words'

type Needs = Pick<Ports, 'deals' | 'clients' | 'people' | 'rules' | 'words' | 'clock'>

/** Things whose words are made in one step, and so many at the same time. */
const atOnce = 200
const sideBySide = 10

/**
 * Makes all words anew, a step at a time: of everybody's clients, of the deals of every column, of those closed month by month. What
 * is found already by what it says costs two reads and no write, so it may be broken off and begun again at any time.
 */
export async function rebuildWords(ports: Needs, after?: string): Promise<SearchRebuilt> {
  const lists = await listsOf(ports)
  const { list, cursor } = placeOf(after)
  const [read, keep] = lists[list] ?? []
  if (read === undefined || keep === undefined) return { things: 0, done: lists.length, of: lists.length }
  const page = await read({ limit: atOnce, ...(cursor === undefined ? {} : { cursor }) })
  await inTurns(page.ids, sideBySide, (id) => keep(ports, id))
  const next = page.cursor === undefined ? { list: list + 1 } : { list, cursor: page.cursor }
  const isEnd = next.list >= lists.length
  return {
    things: page.ids.length,
    done: next.list,
    of: lists.length,
    ...(isEnd ? {} : { after: placeText(next) }),
  }
}

function placeText({ list, cursor }: { readonly list: number; readonly cursor?: string }): string {
  return cursor === undefined ? String(list) : `${list}~${cursor}`
}

type List = readonly [read: ReadIds, keep: (ports: Needs, id: string) => Promise<void>]

async function listsOf({ deals, clients, people, rules, clock }: Needs): Promise<readonly List[]> {
  const [{ employees }, ofDeals] = await Promise.all([people.load(), listsOfDeals({ deals, rules, clock })])
  const owned = [null, ...Object.keys(employees)].map((owner): ReadIds => async ({ limit, cursor }) => {
    const rows = await clients.listOf({ owner, limit, ...(cursor === undefined ? {} : { after: cursor }) })
    return { ids: rows.map(({ id }) => id), cursor: rows.length < limit ? undefined : rows.at(-1)?.place }
  })
  return [
    ...owned.map((read): List => [read, keepWordsOfClient]),
    ...ofDeals.map((read): List => [read, keepWordsOfDeal]),
  ]
}

/** Where making words anew goes on; refuses what no answer has said. */
function placeOf(after: string | undefined): { readonly list: number; readonly cursor?: string } {
  if (after === undefined) return { list: 0 }
  const [, list, cursor] = /^(\d{1,5})(?:~(.+))?$/.exec(after) ?? []
  if (list === undefined) throw searchRefusal('field_value.after', { value: after })
  return { list: Number(list), ...(cursor === undefined ? {} : { cursor }) }
}
