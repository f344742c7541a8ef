import { cardOf } from '#clients/domain/choose-known'
import { matchRules } from '#clients/domain/match-rules'
import { prepared } from '#clients/domain/matching/card'
import { pairText, proposalOf } from '#clients/domain/matching/proposal'
import { namesOnWays } from '#clients/domain/matching/ways'
import { keysOf } from '#clients/domain/ways'
import type { Ports } from '#ports/ports'
import type { DomainEvent } from '#schemas/event'
import type { WholeClient } from '#schemas/kept-client'

import { cardsOf } from '#clients/usecases/cards-of'

type Needs = Pick<Ports, 'clients' | 'duplicates' | 'rules'>

/** A number that more cards hold is a switchboard: so many are looked at. */
const mostLookedAt = 50

/**
 * Proposes what a new or changed card may be the same client as, among those that share a number, an address or an INN with
 * it, and takes back what was proposed and is so no more. Who shares a name alone is found at night. Reads the card as it
 * is now, so that an event may come twice, late or out of order.
 */
export async function proposeDuplicates(ports: Needs, event: DomainEvent): Promise<void> {
  const { subject } = event.detail
  if (subject?.kind === 'client') await proposeOf(ports, subject.id)
}

/** The same for a card by its id. */
export async function proposeOf(ports: Needs, id: string): Promise<void> {
  const { clients, duplicates } = ports
  const [card, before] = await Promise.all([clients.find(id), duplicates.proposalsOf(id)])
  const olds = before.map(({ one, other }) => (one === id ? other : one))
  const isGone = card === undefined || card.client.into !== undefined
  const near = isGone ? [] : await nearTo(ports, card, olds)
  const own = isGone ? undefined : prepared(cardOf(card))
  const others = near.map((one) => prepared(cardOf(one)))
  const known = { names: namesOnWays([...others, ...(own === undefined ? [] : [own])]), bearers: new Map() }
  const rules = matchRules((await ports.rules.current()).model.clients)
  const found = own === undefined ? [] : others.flatMap((other) => proposalOf(own, other, known, rules) ?? [])
  const apart = new Set((await duplicates.apartFrom(id)).map(({ one, other }) => pairText(one, other)))
  const fresh = found.filter(({ one, other }) => !apart.has(pairText(one, other)))
  const kept = new Set(fresh.map(({ one, other }) => pairText(one, other)))
  for (const other of olds.filter((one) => !kept.has(pairText(id, one)))) {
    // oxlint-disable-next-line no-await-in-loop -- a card has few
    await duplicates.withdraw(id, other)
  }
  // oxlint-disable-next-line no-await-in-loop -- a card has few
  for (const proposal of fresh) await duplicates.propose(proposal)
}

async function nearTo(ports: Needs, card: WholeClient, olds: readonly string[]): Promise<readonly WholeClient[]> {
  const holders = await ports.clients.holders(keysOf(card))
  const ids = [...new Set([...olds, ...holders.flatMap(({ clients }) => clients.slice(0, mostLookedAt))])]
  const cards = new Map([...(await cardsOf(ports, ids)).values()].map((one) => [one.client.id, one]))
  cards.delete(card.client.id)
  return [...cards.values()]
}
