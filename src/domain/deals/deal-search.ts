import { contactsOf, phoneDigits, phoneEnds } from './contacts'
import type { Client, DealCard } from '#schemas/deal'
import type { Employee } from '#schemas/people'

/** What somebody looks for: every word must be in a deal, each in whatever of it is searched. */
export type Search = { readonly words: readonly SearchWord[] }

/** What a search looks at in a deal. */
export type Searched = Pick<DealCard, 'id' | 'title' | 'owner' | 'externalId'>

type SearchWord = { readonly text: string; readonly owners: ReadonlySet<string> }

/** What leads to one deal by a key of its own, so that no list has to be read for it. */
export type SearchKey =
  | { readonly kind: 'id'; readonly ids: readonly string[] }
  | { readonly kind: 'contacts'; readonly contacts: readonly string[] }
  /** `isWhole` is false for a number that may be something else: a few digits that phone numbers end with, too. */
  | { readonly kind: 'phone'; readonly typed: string; readonly contacts: readonly string[]; readonly isWhole: boolean }

/** As much of what is typed is looked at. */
export const longestSearch = 100

const fewestOfId = 6
const dealId = 'deal_'

/** A search for what somebody typed; undefined where that holds no word. */
export function searchFor(typed: string, employees: Readonly<Record<string, Employee>>): Search | undefined {
  const words = plainWords(typed.slice(0, longestSearch))
    .split(' ')
    .filter((word) => word !== '')
  if (words.length === 0) return undefined
  const names = Object.values(employees).map(({ id, name }) => [id, plainWords(name)] as const)
  const ownersBy = (word: string) => names.flatMap(([id, name]) => (name.includes(word) ? [id] : []))
  return { words: words.map((text) => ({ text, owners: new Set(ownersBy(text)) })) }
}

/** Whether a deal is what somebody looks for: by its title, its client’s or its owner’s name, its number or its id. */
export function isFound({ words }: Search, deal: Searched, client: string): boolean {
  const text = plainWords(`${deal.title} ${client}`)
  return words.every((word) => text.includes(word.text) || word.owners.has(deal.owner) || isNumberOf(deal, word.text))
}

/** The key that a whole search is, if it is one: the id of a deal, a phone number or an e-mail address. */
export function searchKeyOf(typed: string): SearchKey | undefined {
  const text = typed.trim()
  if (/^deal_[\w-]{1,64}$/i.test(text)) {
    const tail = text.slice(dealId.length)
    // Ids are written in capitals; whoever types one by hand may not.
    return { kind: 'id', ids: [...new Set([dealId + tail, dealId + tail.toUpperCase()])] }
  }
  const ends = isPhone(text) ? phoneEnds(text) : []
  if (ends.length > 0) {
    const contacts = [...contactsOf({ phone: text }), ...ends]
    return { kind: 'phone', typed: text, contacts, isWhole: phoneDigits(text).length >= fewestOfPhone }
  }
  const client: Client = isEmail(text) ? { email: text } : {}
  const contacts = contactsOf(client)
  return contacts.length === 0 ? undefined : { kind: 'contacts', contacts }
}

/** Text as it is compared: small letters, ё as е, no quotation marks, one space between words. */
function plainWords(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replaceAll(/["'`«»„“”‚‘’]/g, '')
    .replaceAll(/\s+/g, ' ')
}

/** The number it has elsewhere, or enough of the end of its id that it is not in it by chance. */
function isNumberOf({ id, externalId }: Searched, word: string): boolean {
  if (externalId !== undefined && plainWords(externalId).includes(word)) return true
  return word.length >= fewestOfId && id.toLowerCase().endsWith(word)
}

const fewestOfPhone = 10

const isPhone = (text: string): boolean =>
  /^\+?[\d\s().-]{7,}(?:[\s,;]*[a-zа-яё#.]+[\s.:]*\d{1,6})?$/i.test(text) && phoneDigits(text).length >= 7

const isEmail = (text: string): boolean => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text)
