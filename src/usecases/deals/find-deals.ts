import { endsWith } from '#domain/deals/contacts'
import { reaches, type Caller } from '#domain/kernel/access'
import { isFound, searchKeyOf, type Search, type SearchKey } from '#domain/deals/deal-search'
import type { NamedCard } from '#ports/deals'
import type { Page } from '#ports/page'
import type { People } from '#ports/people'
import type { Ports } from '#ports/ports'
import type { Deal, DealCard } from '#schemas/deal'

/** Cards read at once: as many as one answer of the database holds. */
export const cardsAtOnce = 1000
/** A search of a board reads so many pages of its columns and no more; one of 10,000 deals takes ten. */
export const mostPages = 30

/** What was found in a column, those longest in the stage first, and how many of its deals were looked at. */
export type FoundInColumn = {
  readonly deals: readonly DealCard[]
  readonly searched: number
  /** False where the search stopped before the end of the column. */
  readonly isAll: boolean
}

/**
 * Looks through the columns of a direction, all at the same time. Requests: one for a thousand deals, or for 1 MB of them,
 * and at least one a column; 30 at most, after which what is left is not looked at. Read units: half of one for 4 KB, some
 * 75 for a thousand deals. Cards that do not say their client’s name (`coreItem`) cost one request more for a hundred.
 */
export async function findInColumns(
  { deals }: Pick<Ports, 'deals'>,
  { pipeline, stages }: { readonly pipeline: string; readonly stages: readonly string[] },
  search: Search,
): Promise<ReadonlyMap<string, FoundInColumn>> {
  const left = { pages: Math.max(mostPages, stages.length) }
  const found = await Promise.all(
    stages.map(async (stage) => [stage, await findInColumn(deals, { pipeline, stage }, { search, left })] as const),
  )
  return new Map(found)
}

async function findInColumn(
  deals: Ports['deals'],
  place: { readonly pipeline: string; readonly stage: string },
  { search, left }: { readonly search: Search; readonly left: { pages: number } },
): Promise<FoundInColumn> {
  const found: DealCard[] = []
  let searched = 0
  let cursor: string | undefined
  do {
    if (left.pages === 0) return { deals: found, searched, isAll: false }
    left.pages -= 1
    // oxlint-disable-next-line no-await-in-loop -- where a page starts is known only when the one before has been read
    const page: Page<NamedCard> = await deals.namedColumn({ ...place, limit: cardsAtOnce, ...at(cursor) })
    searched += page.items.length
    for (const { deal, client } of page.items) if (isFound(search, deal, client)) found.push(deal)
    cursor = page.cursor
  } while (cursor !== undefined)
  return { deals: found, searched, isAll: true }
}

/**
 * The deal that a search names by a key of its own, where the reader may see it: its id, or the phone number or e-mail
 * address of a client, which leads to their latest deal. Costs two requests at most for each.
 */
async function dealByKey(
  ports: Pick<Ports, 'deals' | 'clients'>,
  { caller, people }: { readonly caller: Caller; readonly people: People },
  key: SearchKey,
): Promise<Deal | undefined> {
  const { deals } = ports
  const ids = key.kind === 'id' ? key.ids : [(await deals.lastDealOf(key.contacts))?.dealId ?? '']
  const [deal] = await deals.findMany(ids.filter((id) => id !== ''))
  // Two numbers may end with the same digits: what was typed beyond these must fit as well.
  if (key.kind === 'phone' && !(await phonesOf(ports, deal)).some((phone) => endsWith(phone, key.typed)))
    return undefined
  return deal !== undefined && reaches(caller, 'deals_read', deal.owner, people) ? deal : undefined
}

/** The telephone numbers on the cards of a deal’s clients; deals from before there were cards carry their own. */
async function phonesOf({ clients }: Pick<Ports, 'clients'>, deal: Deal | undefined): Promise<readonly string[]> {
  const links = deal?.links ?? []
  const own = links.length === 0 ? [] : await clients.findMany(links.map(({ client }) => client))
  const merged = own.flatMap(({ client }) => client.into ?? [])
  // A card that became a part of another leads there.
  const cards = merged.length === 0 ? own : [...own, ...(await clients.findMany(merged))]
  const ways = cards.flatMap(({ personal }) => personal.ways)
  return [...ways.filter(({ kind }) => kind === 'phone').map(({ text }) => text), deal?.client.phone ?? '']
}

/** The same by the number that a deal has in the system it came from. */
async function dealByNumber(
  ports: Pick<Ports, 'deals' | 'clients'>,
  asker: { readonly caller: Caller; readonly people: People },
  typed: string,
): Promise<Deal | undefined> {
  const number = typed.trim()
  const id = /\d/.test(number) ? await ports.deals.byExternalId(number) : undefined
  return id === undefined ? undefined : dealByKey(ports, asker, { kind: 'id', ids: [id] })
}

/** The deal that a whole search names, by whichever key it is; `isKey` says whether there is nothing more to look for. */
export async function namedDeal(
  ports: Pick<Ports, 'deals' | 'clients'>,
  asker: { readonly caller: Caller; readonly people: People },
  typed: string,
): Promise<{ readonly deal: Deal | undefined; readonly isKey: boolean }> {
  const key = searchKeyOf(typed)
  if (key === undefined) return { deal: await dealByNumber(ports, asker, typed), isKey: false }
  const deal = await dealByKey(ports, asker, key)
  if (deal !== undefined || key.kind !== 'phone' || key.isWhole) return { deal, isKey: true }
  return { deal: await dealByNumber(ports, asker, typed), isKey: false }
}

function at(cursor: string | undefined): { readonly cursor?: string } {
  return cursor === undefined ? {} : { cursor }
}
