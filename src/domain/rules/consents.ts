import type { ConsentChannel } from '#schemas/clients/client-rules'
import type { KeptConsent } from '#schemas/clients/kept-consent'

/** What was said, the oldest first. */
export function inOrderSaid(said: readonly KeptConsent[]): readonly KeptConsent[] {
  return said.toSorted((one, other) => (orderOf(one) < orderOf(other) ? -1 : 1))
}

const orderOf = ({ at, id }: KeptConsent): string => `${at}#${id}`

/**
 * How a client stands to one consent. Of cards that were merged the stricter holds: what was revoked on one of them stays
 * revoked until the client agrees again on the card that they have now.
 */
export function standing(said: readonly KeptConsent[]): 'agreed' | 'revoked' | 'none' {
  const last = new Map<string, KeptConsent>()
  for (const one of inOrderSaid(said)) for (const card of one.of) last.set(card, one)
  if (last.size === 0) return 'none'
  return [...last.values()].some(({ state }) => state === 'revoked') ? 'revoked' : 'agreed'
}

/**
 * The consent, by name, that a client has revoked and that turning to them needs: one for that channel, or the one that is
 * `needed` whatever it is for; undefined: nothing stands in the way.
 */
export function refusedBy(said: readonly KeptConsent[], channel: ConsentChannel, needed?: string): string | undefined {
  const byConsent = new Map<string, KeptConsent[]>()
  for (const one of said) byConsent.set(one.consent, [...(byConsent.get(one.consent) ?? []), one])
  const revoked = [...byConsent.values()].filter((all) => standing(all) === 'revoked')
  const last = revoked.flatMap((all) => inOrderSaid(all).at(-1) ?? [])
  return last.find((one) => one.consent === needed || one.for.includes(channel))?.name
}
