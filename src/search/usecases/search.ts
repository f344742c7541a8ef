import { reaches, type Caller } from '#domain/kernel/access'
import { isToldWhose } from '#domain/people/told-whose'
import type { People } from '#ports/people'
import type { Ports } from '#ports/ports'
import type { FoundWord } from '#ports/words'
import type { FoundGroup, SearchAnswer } from '#schemas/search'
import { foundKinds, type FoundKind } from '#schemas/search-names'
import { askedFor, fits, isWhole, type Term } from '#search/domain/asked'
import { homeOf } from '#usecases/home-of'

/** So many words are looked at of each term to begin with: the term that ends first leads. */
export const firstLook = 100
/** Then so many a request, of the term that leads. */
const furtherLook = 600
/** So many further requests at most: 100 read units or so. */
const mostFurther = 3

const usualLimit = 10
const mostPrefixes = 6

type Asker = { readonly caller: Caller; readonly people: People }
type Found = { readonly thing: FoundWord; readonly isWhole: boolean }
type Seen = { readonly found: readonly Found[]; readonly isAll: boolean; readonly others: ReadonlySet<string> }

/**
 * Finds what begins by the words of a text, of everything there is, and may be seen by whoever asks: what may not be is
 * neither shown nor counted. Requests: one for each word (two for digits, three where they may say their country), and up to
 * three more where all of them are frequent. Read units: half of one for 4 KB, some 4 for 100 words.
 */
export async function search(
  { words, rules }: Pick<Ports, 'words' | 'rules'>,
  asker: Asker,
  { q, limit = usualLimit }: { readonly q: string; readonly limit?: number | undefined },
): Promise<SearchAnswer> {
  const { readings, whole } = askedFor(q, await homeOf({ rules }))
  for (const terms of readings) {
    // oxlint-disable-next-line no-await-in-loop -- what else may have been meant is looked for only where nothing was found
    const seen = await seenBy(words, asker, { terms, limit })
    if (seen.found.length === 0 && terms !== readings.at(-1)) continue
    // oxlint-disable-next-line no-await-in-loop -- asked at most once, where nothing was found
    const isTold = whole !== undefined && seen.found.length === 0 && (await mayKnow(rules, asker))
    const knownBy = isTold ? [...seen.others].filter((owner) => owner !== '') : []
    return { groups: foundKinds.map((kind) => groupOf(kind, seen, limit)), knownBy }
  }
  return { groups: foundKinds.map((kind) => ({ kind, items: [], count: 0, isAll: true })), knownBy: [] }
}

/** Whether somebody is told whose the client is that they typed whole: a right, as far as the rules let it go. */
async function mayKnow(rules: Ports['rules'], { caller, people }: Asker): Promise<boolean> {
  if (caller.reach.clients_know === 'none') return false
  const { clients } = (await rules.current()).model
  return isToldWhose(clients?.see?.known, caller, people.departments)
}

type Line = { readonly start: string; readonly found: readonly FoundWord[]; readonly cursor: string | undefined }

async function seenBy(
  words: Ports['words'],
  { caller, people }: Asker,
  { terms, limit }: { readonly terms: readonly Term[]; readonly limit: number },
): Promise<Seen> {
  // Longer words are rarer; those that are not read are tested in what the others say.
  const read = terms.toSorted((one, other) => lengthOf(other) - lengthOf(one)).slice(0, mostRead(terms))
  const looks = await Promise.all(read.map(async (term) => ({ term, lines: await firstLines(words, term) })))
  const lead = looks.reduce((best, look) => (isRarer(look.lines, best.lines) ? look : best), looks[0] ?? nothing)
  const [found, others] = [new Map<string, Found>(), new Set<string>()]
  const take = (all: readonly FoundWord[]): void => {
    for (const thing of all.filter((one) => terms.every((term) => term === lead.term || fits(term, one.words)))) {
      const key = `${thing.kind}#${thing.id}`
      if (!isSeen(caller, thing, people)) others.add(thing.owner)
      else if (!found.has(key))
        found.set(key, { thing, isWhole: terms.every((term) => isWhole(term, [...thing.words, thing.word])) })
    }
  }
  for (const { found: first } of lead.lines) take(first)
  let open = lead.lines.filter(({ cursor }) => cursor !== undefined)
  for (let further = 0; open.length > 0 && further < mostFurther && found.size < limit; further += 1) {
    // oxlint-disable-next-line no-await-in-loop -- whether more is needed is known only when the page before has been read
    open = (await Promise.all(open.map((line) => nextLine(words, line)))).filter((line) => {
      take(line.found)
      return line.cursor !== undefined
    })
  }
  return { found: [...found.values()], isAll: open.length === 0, others }
}

const nothing: { readonly term: Term; readonly lines: readonly Line[] } = { term: { starts: [] }, lines: [] }

function firstLines(words: Ports['words'], { starts }: Term): Promise<readonly Line[]> {
  return Promise.all(
    starts.map(async (start) => {
      const { items, cursor } = await words.starting({ start, limit: firstLook })
      return { start, found: items, cursor }
    }),
  )
}

async function nextLine(words: Ports['words'], { start, cursor }: Line): Promise<Line> {
  const page = await words.starting({ start, limit: furtherLook, ...(cursor === undefined ? {} : { cursor }) })
  return { start, found: page.items, cursor: page.cursor }
}

function mostRead(terms: readonly Term[]): number {
  let prefixes = 0
  return Math.max(1, terms.filter(({ starts }) => (prefixes += starts.length) <= mostPrefixes).length)
}

function lengthOf({ starts }: Term): number {
  return Math.max(0, ...starts.map((start) => start.length))
}

/** Whether there are fewer of one: read to the end, or not as far along in the same number of words. */
function isRarer(lines: readonly Line[], best: readonly Line[]): boolean {
  const [isEnd, isBestEnd] = [lines, best].map((all) => all.every(({ cursor }) => cursor === undefined))
  if (isEnd !== isBestEnd) return isEnd === true
  return countOf(lines) < countOf(best)
}

function countOf(lines: readonly Line[]): number {
  return lines.reduce((sum, { found }) => sum + found.length, 0)
}

/** What a thing may be seen by. */
const rights = { deal: 'deals_read', company: 'clients_read', person: 'clients_read' } as const satisfies Record<
  FoundKind,
  string
>

function isSeen(caller: Caller, { kind, owner }: FoundWord, people: People): boolean {
  // Nobody’s clients are for who reaches everything.
  return owner === '' ? caller.reach[rights[kind]] === 'all' : reaches(caller, rights[kind], owner, people)
}

function groupOf(kind: FoundKind, { found, isAll }: Seen, limit: number): FoundGroup {
  const own = found.filter(({ thing }) => thing.kind === kind).toSorted(byRank)
  const items = own
    .slice(0, limit)
    .map(({ thing: { id, title, about, owner, at } }) => ({ kind, id, title, about, owner, at }))
  return { kind, items, count: own.length, isAll }
}

/** Whole words first, then the newest. */
function byRank(one: Found, other: Found): number {
  if (one.isWhole !== other.isWhole) return one.isWhole ? -1 : 1
  if (one.thing.at !== other.thing.at) return one.thing.at < other.thing.at ? 1 : -1
  return one.thing.id < other.thing.id ? 1 : -1
}
