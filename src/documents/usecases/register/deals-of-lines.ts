import type { RegisterLine } from '#documents/domain/register/register-line'
import { documentSaying } from '#documents/words/document-refusal'
import { dealNumber } from '#domain/deals/deal-number'
import type { Ports } from '#ports/ports'
import type { Deal } from '#schemas/deal'
import type { Saying } from '#schemas/saying'
import { inTurns } from '#usecases/in-groups'

type Needs = Pick<Ports, 'clients' | 'deals' | 'knownClients'>

/** Which deal a row is of, or what to say where nobody can tell. */
export type DealOfLine = { readonly deal: Deal } | { readonly said: Saying }

/** So many things are asked side by side. */
const atOnce = 25

/**
 * The deals that rows are of: the one that a row names by its address, its id, its number or the number it has in another
 * system; else the only one of the client with that INN. What several rows ask is asked once.
 */
export async function dealsOfLines(
  ports: Needs,
  lines: readonly RegisterLine[],
): Promise<(line: RegisterLine) => DealOfLine> {
  const written = [...new Set(lines.map(({ deal }) => deal).filter((deal) => deal !== ''))]
  const inns = [...new Set(lines.flatMap(({ inn }) => (inn === '' ? [] : [inn])))]
  const [ids, ofClients] = await Promise.all([
    inTurns(written, atOnce, async (text) => [text, await idOf(ports, text)] as const),
    inTurns(inns, atOnce, async (inn) => [inn, await dealsWithInn(ports, inn)] as const),
  ])
  const byText = new Map(ids)
  const byInn = new Map(ofClients)
  const wanted = new Set([...byText.values(), ...[...byInn.values()].flat()])
  const found = await ports.deals.findMany([...wanted].filter((id) => id !== undefined))
  const byId = new Map(found.map((deal) => [deal.id, deal]))
  return ({ deal: text, inn }) => {
    const own = (byInn.get(inn) ?? []).flatMap((id) => byId.get(id) ?? [])
    return text === '' ? onlyOf(own, inn) : named(text, byId.get(byText.get(text) ?? ''), own)
  }
}

async function idOf({ deals }: Needs, text: string): Promise<string | undefined> {
  const id = /deal_\w+/.exec(text)?.[0]
  return id ?? (await deals.byExternalId(text))
}

async function dealsWithInn({ clients, knownClients }: Needs, inn: string): Promise<readonly string[]> {
  const { known } = await knownClients.find({ inn })
  const rows = await Promise.all(known.map(({ id }) => clients.dealsOf(id)))
  return rows.flat().flatMap(({ deal, role }) => (role === 'client' ? [deal] : []))
}

function named(text: string, found: Deal | undefined, own: readonly Deal[]): DealOfLine {
  const short = text.replace(/^№\s*/, '').toUpperCase()
  const deal = found ?? own.find(({ id }) => dealNumber(id) === short)
  return deal === undefined ? { said: documentSaying('register_deal', { text }) } : { deal }
}

/** How many numbers of deals are told. */
const mostNamed = 10

function onlyOf(own: readonly Deal[], inn: string): DealOfLine {
  const live = own.filter(({ status }) => status !== 'lost' && status !== 'cancelled')
  const [deal, another] = live
  if (deal === undefined) return { said: documentSaying('register_no_deal', { inn }) }
  if (another === undefined) return { deal }
  const known = live.slice(0, mostNamed).map(({ id }) => dealNumber(id))
  return { said: documentSaying('register_deals', { inn, known }) }
}
