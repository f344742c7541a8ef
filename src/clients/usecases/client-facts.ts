import { valueOn } from '#clients/domain/client-values'
import { clientPrefix } from '#domain/rules/client-facts'
import type { GateFacts } from '#ports/gate-facts'
import type { Ports } from '#ports/ports'
import type { FieldValue } from '#schemas/deal'
import type { WholeClient } from '#schemas/kept-client'
import { buyerRole } from '#domain/deals/of-buyer'

import { cardsOf } from './cards-of'

/**
 * What gates ask of a deal’s clients, by the cards as they are now: `client.inn` of who buys, `client.payer.inn` of whoever
 * is that. Of several in one role it is the first that says it. A name that is about something else is left out.
 */
export function clientFacts({ clients }: Pick<Ports, 'clients'>): GateFacts {
  return {
    find: async ({ links = [] }, names) => {
      const asked = names.filter((name) => name.startsWith(clientPrefix))
      if (asked.length === 0) return { values: {}, sources: [] }
      const cards = await cardsOf(
        { clients },
        links.map(({ client }) => client),
      )
      const inRole = (role: string): readonly WholeClient[] =>
        links.flatMap((link) => (link.role === role ? (cards.get(link.client) ?? []) : []))
      const values = asked.map((name): readonly [string, FieldValue] => {
        const [, first = '', second] = name.split('.')
        const [role, field] = second === undefined ? [buyerRole, first] : [first, second]
        return [
          name,
          inRole(role)
            .flatMap((card) => valueOn(card, field) ?? [])
            .at(0) ?? null,
        ]
      })
      const seen = new Map([...cards.values()].map(({ client }) => [client.id, client]))
      const sources = [...seen.values()].map(({ id, version }) => ({
        subject: { kind: 'client', id } as const,
        version,
      }))
      return { values: Object.fromEntries(values), sources }
    },
  }
}
