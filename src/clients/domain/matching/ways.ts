import { lineOf, namesAgree, namesAgreeFrom, type PreparedCard } from './card'

/** How many names, that do not agree with each other, share a way to find a client. */
export type NamesOnWays = ReadonlyMap<string, number>

/** A number, an address or a domain that so many other names share is a switchboard or a common box, and no key. */
export const sharedByOthersFrom = 3

/**
 * What a card is found by, each as `kind:key`. A company is found by the line whatever the extension, a person by a number
 * with its extension; a company’s own domain is that of its site, and of an address where the site of the other card says it.
 */
export function waysOf(card: PreparedCard): readonly string[] {
  const phones = card.kind === 'company' ? card.phones.map(lineOf) : card.phones
  return [
    ...(card.inn === undefined ? [] : [`inn:${card.inn}`]),
    ...new Set(phones.map((phone) => `phone:${phone}`)),
    ...card.emails.map((email) => `email:${email}`),
    ...(card.site === undefined ? [] : [`site:${card.site}`]),
  ]
}

/** Counts the names on every way to find that is among the cards’. */
export function namesOnWays(cards: Iterable<PreparedCard>): NamesOnWays {
  const names = new Map<string, PreparedCard[]>()
  for (const card of cards) {
    for (const way of [...waysOf(card), ...linesOf(card)]) {
      const known = names.get(way)
      if (known === undefined) names.set(way, [card])
      else if (known.length < countedNames && known.every((other) => !isSameName(card, other))) known.push(card)
    }
  }
  return new Map([...names].map(([way, known]) => [way, known.length]))
}

/** More names than so many on one way are not counted: they change nothing, and no rule may ask for more. */
const countedNames = 8

/** Whether two cards bear one name. */
export function isSameName(one: PreparedCard, other: PreparedCard): boolean {
  return namesAgree(one, other) >= namesAgreeFrom[one.kind]
}

/** The ways that both cards are found by and that are keys: not shared by too many other names. */
export function keysOfBoth(
  one: PreparedCard,
  other: PreparedCard,
  { names, sharedFrom = sharedByOthersFrom }: { readonly names: NamesOnWays; readonly sharedFrom?: number },
  agreed = namesAgree(one, other),
): readonly string[] {
  const others = new Set(waysOf(other))
  const isKey = (way: string): boolean => way.startsWith('inn:') || (names.get(way) ?? 1) - 1 < sharedFrom
  const shared = waysOf(one).filter((way) => others.has(way) && isKey(way))
  return shared.length > 0 ? shared : agreed < 1 ? [] : workplaces(one, other)
}

/** Two cards with one whole name, patronymic and all, at one company: a key as long as no number or address says otherwise. */
function workplaces(one: PreparedCard, other: PreparedCard): readonly string[] {
  if (one.kind === 'company' || other.kind === 'company' || one.named.patronymic === undefined) return []
  const isDoubted =
    (one.phones.length > 0 && other.phones.length > 0) || (one.emails.length > 0 && other.emails.length > 0)
  if (isDoubted) return []
  return (one.companies ?? []).filter((id) => other.companies?.includes(id)).map((id) => `company:${id}`)
}

function linesOf({ kind, phones }: PreparedCard): readonly string[] {
  return kind === 'company' ? [] : phones.map((phone) => `line:${lineOf(phone)}`)
}
