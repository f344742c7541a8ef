import type { DuplicateReason } from '#schemas/clients/merge-names'

import { lineOf, namesAgree, type PreparedCard } from './card'
import { formsDiffer } from './company-names'
import type { NamesOnWays } from './ways'

/** What speaks for two cards being one client, or against it (below 0), and how much. */
export type Reason = { readonly why: ReasonKind; readonly weight: number }

export type ReasonKind = DuplicateReason

/** What is known of all cards: how many names share each way to find, and how many cards bear two words of a name. */
export type Known = { readonly names: NamesOnWays; readonly bearers: ReadonlyMap<string, number> }

/**
 * What speaks for and against two cards being one client. The weights were chosen on lists of made-up clients, of which
 * the tests know the truth; other lists are measured by them.
 */
export function reasonsFor(
  one: PreparedCard,
  other: PreparedCard,
  { names, bearers }: Known,
  agreed = namesAgree(one, other),
): readonly Reason[] {
  const found = [
    ...nameReasons(one, other, agreed),
    ...(one.inn !== undefined && one.inn === other.inn ? [{ why: 'inn', weight: 10 } as const] : []),
    phoneReason(one, other, names),
    emailReason(one, other, names),
    ...placeReasons(one, other),
  ].filter((reason) => reason !== undefined && reason.weight !== 0) as readonly Reason[]
  const isDoubted = found.some(({ weight }) => weight < 0)
  const isRare = !isDoubted && agreed < 1 && bearersOf(one, other, bearers) === 2
  return isRare ? [...found, { why: 'rare_name', weight: 1.5 }] : found
}

/** The sum of the reasons. */
export function scoreOf(reasons: readonly Reason[]): number {
  return reasons.reduce((sum, { weight }) => sum + weight, 0)
}

/** The pairs of whole words in a person’s name, for counting who bears them. */
export function wordPairsOf(card: PreparedCard): readonly string[] {
  if (card.kind === 'company') return []
  const words = card.named.words.filter((word) => word.length > 1).toSorted()
  return words.flatMap((one, at) => words.slice(at + 1).map((other) => `${one} ${other}`))
}

type Curve = readonly (readonly [from: number, weight: number])[]

const ofCompany: Curve = [
  [1, 8],
  [0.9, 7],
  [0.75, 6],
  [0.7, 3],
  [0.5, 0],
]
const ofPerson: Curve = [
  [1, 7.5],
  [0.88, 5],
  [0.7, 3.5],
  [0.6, 1.5],
  [0.5, 0],
]
const otherName = -6

function nameReasons(one: PreparedCard, other: PreparedCard, agreed: number): readonly Reason[] {
  const curve = one.kind === 'company' ? ofCompany : ofPerson
  const weight = curve.find(([from]) => agreed >= from)?.[1] ?? otherName
  const isOtherForm = one.kind === 'company' && other.kind === 'company' && formsDiffer(one.named, other.named)
  return [
    { why: weight < 0 ? 'other_name' : 'name', weight },
    ...(isOtherForm ? [{ why: 'other_form', weight: -4 } as const] : []),
  ]
}

function phoneReason(one: PreparedCard, other: PreparedCard, names: NamesOnWays): Reason | undefined {
  const ofCompanies = one.kind === 'company'
  const [left, right] = ofCompanies ? [one.phones.map(lineOf), other.phones.map(lineOf)] : [one.phones, other.phones]
  const phone = left.find((number) => right.includes(number))
  if (phone !== undefined) return { why: 'phone', weight: 7 - crowd(`phone:${phone}`, names) }
  const line = left.map(lineOf).find((number) => right.some((its) => lineOf(its) === number))
  if (line !== undefined) return { why: 'line', weight: 3 - crowd(`line:${line}`, names) / 2 }
  return left.length > 0 && right.length > 0 ? { why: 'other_phone', weight: otherWay[one.kind] } : undefined
}

function emailReason(one: PreparedCard, other: PreparedCard, names: NamesOnWays): Reason | undefined {
  const email = one.emails.find((address) => other.emails.includes(address))
  if (email !== undefined) return { why: 'email', weight: 7 - crowd(`email:${email}`, names) }
  return one.emails.length > 0 && other.emails.length > 0
    ? { why: 'other_email', weight: otherWay[one.kind] }
    : undefined
}

/** A company has several numbers; who bears a person’s name and has another is more often a namesake. */
const otherWay = { company: -1, person: -2 } as const

/** What other names on a number or an address take of its weight. */
function crowd(way: string, names: NamesOnWays): number {
  return Math.min(((names.get(way) ?? 1) - 1) * 1.5, 5)
}

function placeReasons(one: PreparedCard, other: PreparedCard): readonly Reason[] {
  const isColleague = one.companies?.some((company) => other.companies?.includes(company)) === true
  const bothWork = (one.companies?.length ?? 0) > 0 && (other.companies?.length ?? 0) > 0
  const bothLive = one.city !== undefined && other.city !== undefined
  return [
    ...(bothWork
      ? [isColleague ? ({ why: 'company', weight: 4 } as const) : ({ why: 'other_company', weight: -2 } as const)]
      : []),
    ...(bothLive
      ? [
          one.city === other.city
            ? ({ why: 'city', weight: 0.5 } as const)
            : ({ why: 'other_city', weight: -1 } as const),
        ]
      : []),
    ...(one.site !== undefined && one.site === other.site ? [{ why: 'site', weight: 3 } as const] : []),
  ]
}

/** How many cards bear the rarest two words that both names have. */
function bearersOf(one: PreparedCard, other: PreparedCard, bearers: ReadonlyMap<string, number>): number | undefined {
  const others = new Set(wordPairsOf(other))
  const shared = wordPairsOf(one).flatMap((pair) => (others.has(pair) ? [bearers.get(pair) ?? 0] : []))
  return shared.length === 0 ? undefined : Math.min(...shared)
}
