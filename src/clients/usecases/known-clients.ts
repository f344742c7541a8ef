import { bareClient, changeClient, createClient, type ChangedBy } from '#clients/domain/client'
import { chooseKnown, looksLikeCompany } from '#clients/domain/choose-known'
import { matchRules } from '#clients/domain/match-rules'
import { keysIn, unreadIn, withWays } from '#clients/domain/ways'
import { withoutTag } from '#domain/kernel/mail'
import { textHash } from '#domain/kernel/text-hash'
import type { WayHolders, WayKey, WholeClient } from '#schemas/kept-client'
import type { KnownClient, KnownClients, TakingIn } from '#ports/known-clients'
import type { ClientRules } from '#schemas/clients/client-rules'
import type { Written } from '#schemas/kept-client'
import type { Ports } from '#ports/ports'
import { again, whileOthersWrite } from '#usecases/while-others-write'
import { cardsOf } from './cards-of'
import { clientAt, isErasedCard } from './readable-client'

type Needs = Pick<Ports, 'clients' | 'deals' | 'ids' | 'rules'>

/** Who is known by what somebody has written, and the card of whoever comes in: what the core asks of clients. */
export function knownClients(ports: Needs): KnownClients {
  return {
    find: async (written) => {
      const { clients: rules } = (await ports.rules.current()).model
      const { candidates } = await lookFor(ports, keysIn(written, rules?.home))
      const linked = chosenOf(rules, candidates, written)
      return {
        known: await Promise.all(candidates.map((one) => knownOf(ports, one))),
        linked: linked === undefined ? undefined : await knownOf(ports, linked),
      }
    },
    take: (written, by) => take(ports, written, by),
    read: async (id) => {
      const found = await clientAt(ports, id)
      return found === undefined ? undefined : knownOf(ports, found)
    },
  }
}

/** Two that come in with one new number at the same time: the second to write has to look again, and finds the first. */
async function take(ports: Needs, written: Written, by: TakingIn) {
  const { clients: rules } = (await ports.rules.current()).model
  const keys = keysIn(written, rules?.home)
  const name = written.name?.trim() ?? ''
  if (keys.length === 0 && name === '' && unreadIn(written, rules?.home).length === 0) return undefined
  return whileOthersWrite(
    'A client was written to',
    async () => {
      const { candidates, holders } = await lookFor(ports, keys)
      const certain = by.of === undefined ? undefined : await clientAt(ports, by.of)
      // Whoever was erased and comes again is somebody new.
      const isGone = certain !== undefined && isErasedCard(certain)
      const known = (isGone ? undefined : certain) ?? chosenOf(rules, candidates, written)
      const taken =
        known === undefined
          ? await make(ports, written, by, { keys, holders, home: rules?.home })
          : await enrich(ports, known, written, { keys, holders, home: rules?.home, by })
      return taken === undefined ? again : { client: await knownOf(ports, taken), isNew: known === undefined }
    },
    mostLooks,
  )
}

/** Many may come in with one number at once. */
const mostLooks = 20

/** Whom a lead is of by what the rules in force let it be recognised by. */
function chosenOf(
  rules: ClientRules | undefined,
  candidates: readonly WholeClient[],
  written: Written,
): WholeClient | undefined {
  if (candidates.length === 0) return undefined
  return chooseKnown(candidates, written, { ...matchRules(rules), ...(rules?.home && { home: rules.home }) })
}

type Seen = {
  readonly keys: readonly WayKey[]
  readonly holders: readonly WayHolders[]
  readonly home: string | undefined
}

async function make(
  ports: Needs,
  written: Written,
  by: TakingIn,
  { keys, holders, home }: Seen,
): Promise<WholeClient | undefined> {
  const id = by.once === undefined ? ports.ids.next('client') : `client_${textHash(by.once)}`
  const before = by.once === undefined ? undefined : await ports.clients.find(id)
  if (before !== undefined) return before
  const inn = keys.find(({ kind }) => kind === 'inn')?.text
  const name = written.name?.trim() ?? ''
  const isCompany = inn?.length === 10 || (by.kind === undefined ? looksLikeCompany(name) : by.kind === 'company')
  const bare = bareClient(id, isCompany ? 'company' : 'person', name, by.owner)
  const next = {
    client: { ...bare.client, ...(inn === undefined ? {} : { inn }) },
    personal: withWritten(bare, written, { keys, home }),
  }
  const change = createClient(next, changedBy(by, id), holders)
  return (await ports.clients.save(change)) ? change.next : undefined
}

/** What a known client wrote that is not on the card yet is not lost: it is added. */
async function enrich(
  { clients }: Needs,
  known: WholeClient,
  written: Written,
  { keys, holders, home, by }: Seen & { readonly by: TakingIn },
): Promise<WholeClient | undefined> {
  // A card of which no more than a number is known becomes what the next deal says it is.
  const kind = known.client.name === '' ? (by.kind ?? known.client.kind) : known.client.kind
  const next = { client: { ...known.client, kind }, personal: withWritten(known, written, { keys, home }) }
  const change = changeClient(known, next, changedBy(by, known.client.id), holders)
  if (change === undefined) return known
  return (await clients.save(change)) ? change.next : undefined
}

function withWritten(
  { personal }: WholeClient,
  written: Written,
  { keys, home }: Omit<Seen, 'holders'>,
): WholeClient['personal'] {
  const unread = [...new Set([...(personal.unread ?? []), ...unreadIn(written, home)])]
  return { ...personal, ...withWays(personal, keys), ...(unread.length === 0 ? {} : { unread }) }
}

function changedBy({ actor, at, correlationId }: TakingIn, id: string): ChangedBy {
  return { actor, at, correlationId: correlationId ?? `take~${id}` }
}

async function lookFor(
  { clients }: Needs,
  keys: readonly WayKey[],
): Promise<{ readonly candidates: readonly WholeClient[]; readonly holders: readonly WayHolders[] }> {
  if (keys.length === 0) return { candidates: [], holders: [] }
  // `info+sale@` comes to the box of `info@`: whoever writes from it is whose that is.
  const untagged = keys.flatMap(({ kind, text }) => (kind === 'email' ? (withoutTag(text) ?? []) : []))
  const found = await clients.holders([...keys, ...untagged.map((text) => ({ kind: 'email' as const, text }))])
  const holders = found.filter(({ key }) => key.kind !== 'email' || !untagged.includes(key.text))
  const ids = [...new Set(found.flatMap((one) => one.clients))].slice(0, mostLookedAt)
  const cards = await cardsOf({ clients }, ids)
  const candidates = [...new Map([...cards.values()].map((card) => [card.client.id, card])).values()]
  return { candidates, holders }
}

/** A switchboard may be held by hundreds; so many are enough to see that it is one. */
const mostLookedAt = 50

async function knownOf({ clients, deals }: Needs, { client }: WholeClient): Promise<KnownClient> {
  const rows = (await clients.dealsOf(client.id))
    .toSorted((one, other) => (one.since < other.since ? 1 : -1))
    .slice(0, 50)
  const found = rows.length === 0 ? [] : await deals.findMany(rows.map(({ deal }) => deal))
  const open = new Set(found.filter(({ status }) => status === 'open').map(({ id }) => id))
  const { id, kind, name, owner } = client
  const openDeals = rows.map(({ deal }) => deal).filter((deal) => open.has(deal))
  // One that was cancelled after it was won did not come to a sale.
  const bought = found.flatMap(({ won, status }) => (won === undefined || status === 'cancelled' ? [] : [won.at]))
  const [boughtAt] = bought.toSorted()
  return { id, kind, name, owner, openDeals, ...(boughtAt === undefined ? {} : { boughtAt }) }
}
