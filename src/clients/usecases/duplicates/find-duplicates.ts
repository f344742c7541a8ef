import { setImmediate as nextTurn } from 'node:timers/promises'

import { cardOf } from '#clients/domain/choose-known'
import { matchRules } from '#clients/domain/match-rules'
import { candidatePairs } from '#clients/domain/matching/candidates'
import { prepared, type MatchedCard, type PreparedCard } from '#clients/domain/matching/card'
import { pairText, proposalOf } from '#clients/domain/matching/proposal'
import { knownOf, type MatchRules } from '#clients/domain/matching/verdict'
import type { Ports } from '#ports/ports'
import type { WholeClient } from '#schemas/kept-client'
import type { Proposal } from '#schemas/clients/kept-merge'
import { inTurns } from '#usecases/in-groups'

type Needs = Pick<Ports, 'clients' | 'duplicates' | 'people' | 'rules'>

/**
 * Looks through all cards for those that may be one client, and lets what is proposed be exactly that. What somebody has
 * said is two clients stays so. Requests: one for 50 cards, one for every person who works somewhere, some for each
 * proposal that is new or gone.
 */
export async function findDuplicates(ports: Needs): Promise<void> {
  const { duplicates } = ports
  const cards = await allCards(ports)
  const rules = matchRules((await ports.rules.current()).model.clients)
  const found = await proposalsAmong(cards, rules)
  const apart = await apartAmong(ports, found)
  const fresh = new Map([...found].filter(([pair]) => !apart.has(pair)))
  const gone = (await allProposals(ports)).filter(({ one, other }) => !fresh.has(pairText(one, other)))
  await inTurns(gone, sideBySide, ({ one, other }) => duplicates.withdraw(one, other))
  await inTurns([...fresh.values()], sideBySide, (proposal) => duplicates.propose(proposal))
}

async function allProposals({ duplicates }: Needs): Promise<readonly Proposal[]> {
  const found: Proposal[] = []
  let after: string | undefined
  do {
    const where = after === undefined ? {} : { after }
    // oxlint-disable-next-line no-await-in-loop -- where a page starts is known only when the one before has been read
    const page = await duplicates.proposals({ limit: pageSize, ...where })
    found.push(...page.map(({ proposal }) => proposal))
    after = page.length < pageSize ? undefined : page.at(-1)?.place
  } while (after !== undefined)
  return found
}

const sideBySide = 10
const pageSize = 500

async function allCards({ clients, people }: Needs): Promise<readonly PreparedCard[]> {
  const { employees } = await people.load()
  const cards: PreparedCard[] = []
  for (const owner of [null, ...Object.keys(employees)]) {
    let after: string | undefined
    do {
      const where = after === undefined ? {} : { after }
      // oxlint-disable-next-line no-await-in-loop -- where a page starts is known only when the one before has been read
      const rows = await clients.listOf({ owner, limit: pageSize, ...where })
      // oxlint-disable-next-line no-await-in-loop -- the same
      const found = await clients.findMany(rows.map(({ id }) => id))
      // oxlint-disable-next-line no-await-in-loop -- the same
      cards.push(...(await inTurns(found, sideBySide, (one) => withCompanies(clients, one))).map(prepared))
      after = rows.length < pageSize ? undefined : rows.at(-1)?.place
    } while (after !== undefined)
  }
  return cards
}

async function withCompanies(clients: Ports['clients'], whole: WholeClient): Promise<MatchedCard> {
  const card = cardOf(whole)
  if (card.kind === 'company') return card
  const companies = (await clients.linksOf(card.id)).map(({ id }) => id)
  return companies.length === 0 ? card : { ...card, companies }
}

/** Whoever asks for something else meanwhile is answered: so many pairs are judged in one go. */
const pairsInOneGo = 2000

async function proposalsAmong(
  cards: readonly PreparedCard[],
  rules: MatchRules,
): Promise<ReadonlyMap<string, Proposal>> {
  const known = knownOf(cards)
  const found = new Map<string, Proposal>()
  let judged = 0
  for (const [one, other] of candidatePairs(cards)) {
    const proposal = proposalOf(one, other, known, rules)
    if (proposal !== undefined) found.set(pairText(one.id, other.id), proposal)
    judged += 1
    // oxlint-disable-next-line no-await-in-loop -- it lets others have their turn
    if (judged % pairsInOneGo === 0) await nextTurn()
  }
  return found
}

async function apartAmong({ duplicates }: Needs, found: ReadonlyMap<string, Proposal>): Promise<ReadonlySet<string>> {
  const ones = [...new Set([...found.values()].map(({ one }) => one))]
  const said = await inTurns(ones, sideBySide, (id) => duplicates.apartFrom(id))
  return new Set(said.flat().map(({ one, other }) => pairText(one, other)))
}
