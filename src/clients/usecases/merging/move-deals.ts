import { systemCaller } from '#domain/kernel/access'
import type { Ports } from '#ports/ports'
import type { Deal } from '#schemas/deal'
import type { ClientDealRow } from '#schemas/kept-client'
import type { KeptMerge, MovedPart } from '#schemas/clients/kept-merge'
import type { Command } from '#usecases/command'
import { relinkDeal } from '#usecases/deals/relink-deal'
import { inTurns } from '#usecases/in-groups'

/** What moving deals needs. */
export type Needs = Pick<Ports, 'deals' | 'clients' | 'merges' | 'clock'>

/** So many deals at the same time. */
const sideBySide = 5

type Links = NonNullable<Deal['links']>
/** What is noted of a deal before it is moved: its row at the loser, the loser’s roles, and those the winner had too. */
type Noted = { readonly row: ClientDealRow; readonly roles: readonly string[]; readonly had: readonly string[] }

/** Makes the deals of a loser the winner’s, each with an event of its own. */
export async function moveDeals(ports: Needs, merge: KeptMerge): Promise<void> {
  const [rows, theirs] = await Promise.all([ports.clients.dealsOf(merge.loser), ports.clients.dealsOf(merge.winner)])
  const own = new Map(theirs.map((row) => [row.deal, row]))
  await inTurns(rows, sideBySide, (row) => moveOneDeal(ports, merge, { row, own: own.get(row.deal) }))
}

/** The same for a deal that came to the loser while the cards were merged, or after. */
export async function moveLateDeal(ports: Needs, merge: KeptMerge, row: ClientDealRow): Promise<void> {
  const own = (await ports.clients.dealsOf(merge.winner)).find(({ deal }) => deal === row.deal)
  await moveOneDeal(ports, merge, { row, own })
}

/** Notes a deal and hands it on; `own` is its row at the winner, who may have been in it before. */
async function moveOneDeal(
  ports: Needs,
  merge: KeptMerge,
  { row, own }: { readonly row: ClientDealRow; readonly own: ClientDealRow | undefined },
): Promise<void> {
  const { winner, loser } = merge
  const { deals, clients, merges } = ports
  const { links = [] } = (await deals.find(row.deal)) ?? {}
  const says: Noted = { row, roles: rolesOf(links, loser), had: rolesOf(links, winner) }
  await merges.keepMoved(merge, { room: 'deals', place: 'client’s deal', id: row.deal, says })
  await relinkDeal(ports, commandOf(merge), row.deal, (now) => withoutTwice(now.map(handed(loser, winner))))
  await clients.keepDeal(winner, own ?? row)
  await clients.dropDeal(loser, row.deal)
}

/** Gives deals back to the loser where the winner still has them in the loser’s role. */
export async function moveDealsBack(ports: Needs, merge: KeptMerge, moved: readonly MovedPart[]): Promise<void> {
  const parts = moved.filter(({ room }) => room === 'deals')
  await inTurns(parts, sideBySide, ({ says }) => moveOneDealBack(ports, merge, says as Noted))
}

async function moveOneDealBack(ports: Needs, merge: KeptMerge, { row, roles, had }: Noted): Promise<void> {
  const { winner, loser } = merge
  const deal = await relinkDeal(ports, commandOf(merge), row.deal, (links) =>
    givenBack(links, { winner, loser, roles, had }),
  )
  const links = deal?.links ?? []
  if (rolesOf(links, loser).length > 0 || roles.length === 0) await ports.clients.keepDeal(loser, row)
  if (rolesOf(links, winner).length === 0) await ports.clients.dropDeal(winner, row.deal)
}

type Back = {
  readonly winner: string
  readonly loser: string
  readonly roles: readonly string[]
  readonly had: readonly string[]
}

function givenBack(links: Links, { winner, loser, roles, had }: Back): Links {
  return withoutTwice(
    links.flatMap((link) => {
      if (link.client !== winner || !roles.includes(link.role)) return [link]
      const back = { ...link, client: loser }
      return had.includes(link.role) ? [link, back] : [back]
    }),
  )
}

function handed(from: string, to: string) {
  return (link: Links[number]): Links[number] => (link.client === from ? { ...link, client: to } : link)
}

function rolesOf(links: Links, client: string): readonly string[] {
  return links.filter((link) => link.client === client).map(({ role }) => role)
}

function withoutTwice(links: Links): Links {
  const seen = new Set<string>()
  return links.filter(({ client, role }) => {
    const key = `${client}#${role}`
    return !seen.has(key) && seen.add(key).size > 0
  })
}

function commandOf({ id }: KeptMerge): Command {
  return { caller: systemCaller('system', 'merge'), correlationId: `merge~${id}` }
}
