import { keysIn, keyText } from '#clients/domain/ways'
import { systemCaller } from '#domain/kernel/access'
import { Refusal } from '#domain/kernel/refusal'
import type { Ports } from '#ports/ports'
import type { Deal } from '#schemas/deal'
import type { Command } from '#usecases/command'
import { commit, notBefore } from '#usecases/deals/commit'
import { everyDeal } from '#usecases/lists-of-deals'
import { buyerRole, withChanged } from '#domain/deals/of-buyer'
import { takeClient } from '#usecases/deals/take-client'
import { homeOf } from '#usecases/home-of'
import { inTurns } from '#usecases/in-groups'
import { again, whileOthersWrite } from '#usecases/while-others-write'

type Needs = Pick<Ports, 'deals' | 'knownClients' | 'rules' | 'clock'>

/** How far it is, and what became of the deals so far. */
export type Adoption = {
  readonly done: number
  readonly of: number
  readonly deals: number
  /** Deals whose client got a card, and those whose client had one. */
  readonly made: number
  readonly linked: number
  /** Events out of which what they told of a client was taken. */
  readonly redacted: number
}

type Tally = { -readonly [K in Exclude<keyof Adoption, 'done' | 'of'>]: number }

const atOnce = 200
const sideBySide = 10

/**
 * Gives a card to the client of every deal that has none yet, and takes what deals and their events say of them apart from a
 * name: it stands on the card from then on. Broken off it is begun again: what is done is passed over, and a client gets one
 * card. In a dry run nothing is written; it says about how many cards would be made.
 */
export async function adoptClients(
  ports: Needs,
  { isDryRun, tell = () => undefined }: { readonly isDryRun: boolean; readonly tell?: (progress: Adoption) => void },
): Promise<Adoption> {
  const tally: Tally = { deals: 0, made: 0, linked: 0, redacted: 0 }
  const seen = new Set<string>()
  let lists = 0
  for await (const { deals, done, of } of everyDeal(ports, atOnce)) {
    await inTurns(deals.filter(isLoose), isDryRun ? 1 : sideBySide, (deal) =>
      isDryRun ? rehearse(ports, deal, { tally, seen }) : adopt(ports, deal.id, tally),
    )
    tally.deals += deals.length
    lists = of
    tell({ ...tally, done, of })
  }
  return { ...tally, done: lists, of: lists }
}

/** Whether a deal says of its client what belongs on a card. */
function isLoose({ client: { name = '', phone = '', email = '' }, links = [] }: Deal): boolean {
  return phone !== '' || email !== '' || (name !== '' && !links.some(({ role }) => role === buyerRole))
}

async function rehearse(
  { knownClients, rules }: Needs,
  { client }: Deal,
  { tally, seen }: { readonly tally: Tally; readonly seen: Set<string> },
): Promise<void> {
  const { linked } = await knownClients.find(client)
  const { name = '' } = client
  const keys = keysIn(client, await homeOf({ rules })).map((key) => `${keyText(key)}#${name.toLowerCase()}`)
  const isKnown = linked !== undefined || keys.some((key) => seen.has(key))
  for (const key of keys) seen.add(key)
  tally[isKnown ? 'linked' : 'made'] += 1
}

/** First the card, then the events, the deal last: as long as that says what it said, the rest is done again. */
async function adopt(ports: Needs, id: string, tally: Tally): Promise<void> {
  await whileOthersWrite(`The deal ${id} was written`, async () => {
    const was = await ports.deals.find(id)
    if (was === undefined || !isLoose(was)) return undefined
    const at = notBefore(ports.clock.now(), was)
    const command: Command = { caller: systemCaller('import', 'adopt-clients'), correlationId: `adopt~${id}` }
    const { isNew, isCompany, ...taken } = await taking(ports, command, was, at)
    tally.redacted += await ports.deals.redactEvents(id, isCompany)
    const { client, links, changes } = taken
    const fields = withChanged(was.fields, changes)
    const next: Deal = { ...was, fields, client, ...(links === undefined ? {} : { links }) }
    try {
      await commit(ports, command, { was, next, name: 'deal.updated', detail: { ...taken.told, changes }, at })
    } catch (error) {
      if (error instanceof Refusal && error.code === 'version_conflict') return again
      throw error
    }
    tally[isNew ? 'made' : 'linked'] += 1
    return undefined
  })
}

/** Takes the client in as a new deal would, and notes whether that made a card. */
async function taking(ports: Needs, command: Command, was: Deal, at: string) {
  let [isNew, isCompany] = [false, false]
  const knownClients: Needs['knownClients'] = {
    find: (written) => ports.knownClients.find(written),
    read: (id) => ports.knownClients.read(id),
    take: async (written, by) => {
      const taken = await ports.knownClients.take(written, by)
      isNew = taken?.isNew === true
      isCompany = taken?.client.kind === 'company'
      return taken
    },
  }
  const { client: written, owner, fields, createdAt: madeAt } = was
  const how = { written, owner, fields, madeAt, at, was, once: `adopt~${was.id}` }
  const taken = await takeClient({ knownClients }, command, how)
  return { ...taken, isNew, isCompany }
}
