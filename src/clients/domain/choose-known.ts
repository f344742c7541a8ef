import { legalForms } from '#domain/kernel/legal-form'
import type { ClientKind } from '#schemas/client-names'
import type { WayKey, WholeClient, Written } from '#schemas/kept-client'

import { emailKey, type MatchedCard } from './matching/card'
import { judgeLead, type MatchRules } from './matching/verdict'
import { keysIn, keysOf, keyText } from './ways'

/**
 * The one card that a lead is of, as far as that is certain by `judgeLead`: an INN, a number or an address in common, and
 * the names agree; without a name, where one card alone holds it. Never with another INN, never one of several that are as
 * likely. Undefined where somebody else has to say.
 */
export function chooseKnown(
  candidates: readonly WholeClient[],
  who: Written,
  { home, ...rules }: MatchRules & { readonly home?: string },
): WholeClient | undefined {
  const found = keysIn(who, home)
  const keys = new Set(found.map(compared))
  const holding = candidates.filter((one) => keysOf(one).some((key) => keys.has(compared(key))))
  const name = who.name?.trim() ?? ''
  const kinds: readonly ClientKind[] = looksLikeCompany(name) ? ['company'] : ['person', 'company']
  const cards = holding.map(cardOf)
  const known = kinds.flatMap((kind) => {
    const verdict = judgeLead({ ...leadOf(found), name, kind }, cards, rules)
    return verdict.is === 'known' ? [verdict.id] : []
  })
  return known.length === 1 ? holding.find(({ client }) => client.id === known[0]) : undefined
}

/** A key as it is compared: an address without what stands behind a plus. */
function compared({ kind, text }: WayKey): string {
  return keyText({ kind, text: kind === 'email' ? (emailKey(text) ?? text) : text })
}

function leadOf(keys: readonly WayKey[]): Omit<MatchedCard, 'kind' | 'name'> {
  const inn = keys.find(({ kind }) => kind === 'inn')?.text
  return {
    id: '',
    ...(inn === undefined ? {} : { inn }),
    phones: keys.flatMap(({ kind, text }) => (kind === 'phone' ? [text] : [])),
    emails: keys.flatMap(({ kind, text }) => (kind === 'email' ? [emailKey(text) ?? text] : [])),
  }
}

/** A card as the matching compares it. */
export function cardOf({ client, personal: { ways } }: WholeClient): MatchedCard {
  const { id, kind, name, inn, kpp } = client
  return {
    id,
    kind,
    name,
    ...(inn === undefined ? {} : { inn }),
    ...(kpp === undefined ? {} : { kpp }),
    phones: ways.flatMap((way) => (way.kind === 'phone' ? [way.text] : [])),
    emails: ways.flatMap((way) => (way.kind === 'email' ? [emailKey(way.text) ?? way.text] : [])),
  }
}

/** Whether a name is that of a company, by its legal form or its quotation marks. */
export function looksLikeCompany(name: string): boolean {
  if (/[«»"“”„]/.test(name)) return true
  return (name.toLowerCase().match(/[\p{L}]+/gu) ?? []).some((word) => legalForms.has(word) && word !== 'ип')
}
