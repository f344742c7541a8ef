import { mailText, withoutTag } from '#domain/kernel/mail'
import { companyName, companyNamesAgree, type CompanyName } from './company-names'
import { personName, personNamesAgree, type PersonName } from './person-names'

/**
 * What is compared of a card. Phone numbers are keys of the phone rule (E.164, an extension behind it as `;ext=12`), addresses
 * as `emailKey` gives them, INN and KPP only where their digits are right.
 */
export type MatchedCard = {
  readonly id: string
  readonly kind: 'company' | 'person'
  readonly name: string
  readonly inn?: string
  readonly kpp?: string
  readonly phones: readonly string[]
  readonly emails: readonly string[]
  /** The domain of a company’s site. */
  readonly site?: string
  readonly city?: string
  /** The companies a person works at, by id. */
  readonly companies?: readonly string[]
}

/** A card with its name taken apart, once for all comparisons. */
export type PreparedCard = MatchedCard &
  ({ readonly kind: 'company'; readonly named: CompanyName } | { readonly kind: 'person'; readonly named: PersonName })

/** Takes the name of a card apart. */
export function prepared(card: MatchedCard): PreparedCard {
  return card.kind === 'company'
    ? { ...card, kind: 'company', named: companyName(card.name) }
    : { ...card, kind: 'person', named: personName(card.name) }
}

/** How far the names of two cards agree, 0 to 1; a company and a person never do. */
export function namesAgree(one: PreparedCard, other: PreparedCard): number {
  if (one.kind === 'company' && other.kind === 'company') return companyNamesAgree(one.named, other.named)
  if (one.kind === 'person' && other.kind === 'person') return personNamesAgree(one.named, other.named)
  return 0
}

/** From how much agreement on names are one name. */
export const namesAgreeFrom = { company: 0.75, person: 0.7 } as const

/** An address as it is compared: as machines write it, without what stands behind a `+`; undefined where it is none. */
export function emailKey(address: string): string | undefined {
  const text = mailText(address)
  return text === undefined ? undefined : (withoutTag(text) ?? text)
}

/** A phone number without its extension. */
export function lineOf(phone: string): string {
  return phone.split(';', 1)[0] ?? phone
}
