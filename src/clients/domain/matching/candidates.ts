import { lineOf, type PreparedCard } from './card'

/**
 * The pairs of cards that may be one client, each once: those that share a number, an address, an INN, a domain, or most
 * of a name. What more than 200 cards share leads to nobody.
 */
export function* candidatePairs(cards: readonly PreparedCard[]): Generator<readonly [PreparedCard, PreparedCard]> {
  const shortened = new Set(cards.flatMap(shortenedKeys))
  const blocks = cards.map((card) => blocksOf(card, shortened))
  const members = membersOf(blocks)
  for (const [at, one] of cards.entries()) {
    const met = new Set([...(blocks[at] ?? [])].flatMap((key) => members.get(key) ?? []))
    for (const place of met) {
      const other = cards[place]
      if (place > at && other !== undefined) yield [one, other]
    }
  }
}

const largestBlock = 200

function membersOf(blocks: readonly ReadonlySet<string>[]): ReadonlyMap<string, readonly number[]> {
  const members = new Map<string, number[]>()
  for (const [at, keys] of blocks.entries()) {
    for (const key of keys) {
      const known = members.get(key)
      if (known === undefined) members.set(key, [at])
      else if (known.length <= largestBlock) known.push(at)
    }
  }
  for (const [key, { length }] of members) if (length < 2 || length > largestBlock) members.delete(key)
  return members
}

/** What two cards of one client have alike in spite of a slip of the pen: a way to find them, or one end of the name. */
function blocksOf(card: PreparedCard, shortened: ReadonlySet<string>): ReadonlySet<string> {
  const { kind, phones, emails, inn, site } = card
  return new Set([
    ...phones.map((phone) => `${kind}:phone:${lineOf(phone)}`),
    ...emails.map((email) => `${kind}:email:${email}`),
    ...(inn === undefined ? [] : [`inn:${inn}`]),
    ...(site === undefined ? [] : [`site:${site}`]),
    ...(card.kind === 'company' ? companyBlocks(card) : personBlocks(card, shortened)),
  ])
}

function companyBlocks({ named }: PreparedCard & { readonly kind: 'company' }): readonly string[] {
  const whole = named.words.join('')
  const end = Math.max(Math.min(Math.floor(whole.length / 2), longestEnd), 3)
  const ends = [end, end - 1].flatMap((length) => [`head:${whole.slice(0, length)}`, `tail:${whole.slice(-length)}`])
  return [...ends, `name:${named.words.toSorted().join(' ')}`]
}

const longestEnd = 12

type Person = PreparedCard & { readonly kind: 'person' }

function personBlocks(person: Person, shortened: ReadonlySet<string>): readonly string[] {
  const { words, patronymic } = person.named
  const whole = words.filter((word) => word.length > 1)
  // A first name with a patronymic is borne by too many to be looked at without anything else.
  const first = patronymic === undefined ? undefined : words[words.indexOf(patronymic) - 1]
  const pairs = whole.flatMap((one, at) => whole.slice(at + 1).map((other) => [one, other] as const))
  const telling = pairs.filter(
    (pair) => whole.length < 3 || !pair.every((word) => word === first || word === patronymic),
  )
  return [
    ...telling.map((pair) => `two:${pair.toSorted().join(' ')}`),
    ...(person.companies ?? []).flatMap((company) => whole.map((word) => `at:${company}:${word}`)),
    ...initialKeys(whole, words).filter((key) => shortened.has(key)),
  ]
}

/** What a name with initials has alike with the whole one: a word, and what another begins with. */
function shortenedKeys(card: PreparedCard): readonly string[] {
  if (card.kind === 'company') return []
  const { words } = card.named
  const whole = words.filter((word) => word.length > 1)
  return whole.length < words.length
    ? initialKeys(
        whole,
        words.filter((word) => word.length === 1),
      )
    : []
}

function initialKeys(whole: readonly string[], others: readonly string[]): readonly string[] {
  return whole.flatMap((word) =>
    others.filter((other) => other !== word).map((other) => `initial:${word} ${other.charAt(0)}`),
  )
}
