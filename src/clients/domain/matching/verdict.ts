import { keysOfBoth, namesOnWays, sharedByOthersFrom, waysOf } from './ways'
import { formsDiffer } from './company-names'
import { reasonsFor, scoreOf, wordPairsOf, type Known, type Reason } from './score'
import { namesAgree, namesAgreeFrom, prepared, type MatchedCard, type PreparedCard } from './card'

/**
 * What two cards are to each other. `same`: what is enough to link a new lead by itself, never to merge two cards;
 * `maybe`: proposed to a person; `branch`: proposed as parts of one company; `other`: left alone.
 */
export type Verdict =
  | {
      readonly is: 'same' | 'maybe'
      readonly score: number
      readonly reasons: readonly Reason[]
      readonly by: readonly string[]
    }
  | { readonly is: 'branch' }
  | { readonly is: 'other' }

/** What a company lets be done of itself: what a lead is recognised by, and from which score on two cards are proposed. */
export type MatchRules = {
  /** The beginnings of ways to find that a new lead is recognised by; all of them where absent. */
  readonly linkBy?: readonly string[]
  readonly proposedFrom: number
  /** A number or an address that so many other names share is no key. */
  readonly sharedFrom: number
}

/** As long as the company says nothing else. */
export const usualMatch: MatchRules = { proposedFrom: 6, sharedFrom: sharedByOthersFrom }

/** What is known of a list of cards, for judging pairs of them. */
export function knownOf(cards: Iterable<PreparedCard>): Known {
  const all = [...cards]
  const bearers = new Map<string, number>()
  for (const pair of all.flatMap(wordPairsOf)) bearers.set(pair, (bearers.get(pair) ?? 0) + 1)
  return { names: namesOnWays(all), bearers }
}

/** Judges two cards. Cards with two different INN are never one client, whatever else they share. */
export function verdictOn(
  one: PreparedCard,
  other: PreparedCard,
  known: Known,
  { sharedFrom, proposedFrom }: MatchRules = usualMatch,
): Verdict {
  if (one.kind !== other.kind || hasOtherInn(one, other)) return { is: 'other' }
  const agreed = namesAgree(one, other)
  if (isBranchOf(one, other)) return { is: isOneCompany(one, other, agreed) ? 'branch' : 'other' }
  const reasons = reasonsFor(one, other, known, agreed)
  const score = scoreOf(reasons)
  const by = keysOfBoth(one, other, { names: known.names, sharedFrom }, agreed)
  if (by.length > 0 && agreed >= namesAgreeFrom[one.kind] && !areOfOtherForms(one, other))
    return { is: 'same', score, reasons, by }
  return score >= proposedFrom ? { is: 'maybe', score, reasons, by } : { is: 'other' }
}

/** What becomes of a new lead: it is linked to the one card it is, or a card of its own is made with what may be the same. */
export type LeadVerdict =
  | { readonly is: 'known'; readonly id: string; readonly by: readonly string[] }
  | {
      readonly is: 'new'
      readonly maybe: readonly { readonly id: string; readonly score: number }[]
      readonly branchOf: readonly string[]
    }

/**
 * Judges a new lead among the cards that share a number, an address or an INN with it. A lead without a name, or with one
 * word that the card’s name has, is known only where one card alone is found by what it gives.
 */
export function judgeLead(
  lead: MatchedCard,
  holders: readonly MatchedCard[],
  rules: MatchRules = usualMatch,
): LeadVerdict {
  const own = prepared(lead)
  const cards = holders.map(prepared)
  const only = onlyHolder(own, cards, rules)
  if (only !== undefined) return { is: 'known', id: only.id, by: keysOfBoth(own, only, { names: namesOnWays([only]) }) }
  const known = knownOf([...cards, own])
  const judged = cards.map((card) => ({ id: card.id, verdict: linkable(verdictOn(own, card, known, rules), rules) }))
  const best = judged
    .flatMap(({ id, verdict }) => (verdict.is === 'same' ? [{ id, ...verdict }] : []))
    .reduce<{ readonly id: string; readonly score: number; readonly by: readonly string[] } | undefined>(
      (found, next) => (found === undefined || next.score > found.score ? next : found),
      undefined,
    )
  if (best !== undefined) return { is: 'known', id: best.id, by: best.by }
  return {
    is: 'new',
    maybe: judged
      .flatMap(({ id, verdict }) => (verdict.is === 'maybe' ? [{ id, score: verdict.score }] : []))
      .toSorted((left, right) => right.score - left.score),
    branchOf: judged.flatMap(({ id, verdict }) => (verdict.is === 'branch' ? [id] : [])),
  }
}

/** Two that agree by nothing the company lets leads be recognised by: likely, but for a person to say. */
function linkable(verdict: Verdict, { linkBy, proposedFrom }: MatchRules): Verdict {
  if (verdict.is !== 'same' || verdict.by.some((way) => isLinking(way, linkBy))) return verdict
  return verdict.score >= proposedFrom ? { ...verdict, is: 'maybe' } : { is: 'other' }
}

function isLinking(way: string, linkBy: MatchRules['linkBy']): boolean {
  return linkBy === undefined || linkBy.some((one) => way.startsWith(`${one}:`))
}

/** The one card that a lead which hardly says its name can be. */
function onlyHolder(
  lead: PreparedCard,
  cards: readonly PreparedCard[],
  { linkBy }: MatchRules,
): PreparedCard | undefined {
  const { words } = lead.named
  if (words.length > (lead.kind === 'person' ? 1 : 0)) return undefined
  const ways = new Set(waysOf(lead).filter((way) => isLinking(way, linkBy)))
  const found = cards.filter((card) => waysOf(card).some((way) => ways.has(way)))
  const [only] = found
  const isNamedSo = words.every((word) => only?.named.words.includes(word))
  const isOne = found.length === 1 && only !== undefined && only.kind === lead.kind
  return isOne && isNamedSo && !hasOtherInn(lead, only) ? only : undefined
}

function hasOtherInn(one: MatchedCard, other: MatchedCard): boolean {
  return one.inn !== undefined && other.inn !== undefined && one.inn !== other.inn
}

function areOfOtherForms(one: PreparedCard, other: PreparedCard): boolean {
  return one.kind === 'company' && other.kind === 'company' && formsDiffer(one.named, other.named)
}

/** Whether one of two companies is a part of the other in another place, by its name or its KPP; parts are not one client. */
function isBranchOf(one: PreparedCard, other: PreparedCard): boolean {
  if (one.kind === 'person' || other.kind === 'person') return false
  if (one.kpp !== undefined && one.kpp === other.kpp) return false
  const areBothKnown = one.kpp !== undefined && other.kpp !== undefined
  return areBothKnown || isBranch(one) || isBranch(other)
}

/** Parts of one company share its INN; where one does not say it, its name and a way to find it. */
function isOneCompany(one: PreparedCard, other: PreparedCard, agreed: number): boolean {
  if (one.inn !== undefined && other.inn !== undefined) return one.inn === other.inn
  const ways = new Set(waysOf(other))
  return agreed >= namesAgreeFrom.company && waysOf(one).some((way) => ways.has(way))
}

function isBranch(card: PreparedCard & { readonly kind: 'company' }): boolean {
  return card.named.isBranch || (card.kpp !== undefined && card.kpp.slice(4, 6) !== headOffice)
}

/** The reason of registration that a KPP gives: 01 is the seat of the company itself. */
const headOffice = '01'
