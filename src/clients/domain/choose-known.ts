import type { WayHolders, WholeClient } from '#schemas/kept-client'
import type { Written } from '#schemas/kept-client'

import { keysIn, keysOf, keyText } from './ways'

/** So many clients with other names on a number or an address make it a switchboard, which says nothing of anybody. */
const sharedFrom = 3

/**
 * The one card that a lead is of, as far as that is certain: an INN, a number or an address in common, and the names agree;
 * without a name, where one card alone holds it. Never with another INN. Undefined where somebody else has to say.
 */
export function chooseKnown(
  candidates: readonly WholeClient[],
  who: Written,
  holders: readonly WayHolders[] = [],
): WholeClient | undefined {
  const inn = keysIn({ inn: who.inn ?? '' })[0]?.text
  const crowded = new Set(holders.filter(({ clients }) => clients.length >= sharedFrom).map(({ key }) => keyText(key)))
  const known = new Set(
    keysIn(who)
      .map(keyText)
      .filter((key) => !crowded.has(key) || key.startsWith('inn:')),
  )
  const fitting = candidates.filter(
    (one) =>
      keysOf(one).some((key) => known.has(keyText(key))) &&
      (inn === undefined || one.client.inn === undefined || one.client.inn === inn),
  )
  const name = who.name?.trim() ?? ''
  if (name === '') return fitting.length === 1 ? fitting[0] : undefined
  const named = fitting.filter(({ client }) => areOneName(client.name, name))
  return named.length === 1 ? named[0] : undefined
}

/** Whether two names are one: the same words, but for the legal form, in any order. */
function areOneName(one: string, other: string): boolean {
  const [words, others] = [wordsOf(one), wordsOf(other)]
  const [fewer, more] = words.size <= others.size ? [words, others] : [others, words]
  return fewer.size > 0 && [...fewer].every((word) => more.has(word)) && fewer.size * 4 >= more.size * 3
}

const legalForms = new Set('ооо ао оао зао пао ип нко тоо ooo llc ltd inc gmbh ag co'.split(' '))

function wordsOf(name: string): ReadonlySet<string> {
  const words =
    name
      .normalize('NFKC')
      .toLowerCase()
      .replaceAll('ё', 'е')
      .match(/[\p{L}\p{N}]+/gu) ?? []
  return new Set(words.filter((word) => !legalForms.has(word)))
}

/** Whether a name is that of a company, by its legal form or its quotation marks. */
export function looksLikeCompany(name: string): boolean {
  if (/[«»"“”„]/.test(name)) return true
  return (name.toLowerCase().match(/[\p{L}]+/gu) ?? []).some(
    (word) => legalForms.has(word) && word !== 'ип' && word !== 'co',
  )
}
