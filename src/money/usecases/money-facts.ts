import { issuedKindIn, paidShareFact } from '#domain/rules/money-facts'
import { paidShareOf } from '#domain/money/invoice-state'
import type { GateFacts } from '#ports/gate-facts'
import type { Ports } from '#ports/ports'
import type { FieldValue } from '#schemas/deal'

/** What gates ask of invoices and payments. A name that is about something else is empty. */
export function moneyFacts({ money }: Pick<Ports, 'money'>): GateFacts {
  return {
    find: async (deal, names) => {
      const asked = names.filter((name) => name === paidShareFact || issuedKindIn(name) !== undefined)
      if (asked.length === 0) return { values: {}, sources: [] }
      const invoices = await money.invoicesOf(deal.id)
      const live = invoices.filter(({ isIssued, cancelled }) => isIssued && cancelled === undefined)
      const values = asked.map((name): readonly [string, FieldValue] => {
        if (name === paidShareFact) return [name, paidShareOf(invoices) ?? null]
        return [name, live.some(({ kind }) => kind === issuedKindIn(name))]
      })
      const sources = live.map(({ id, version }) => ({ subject: { kind: 'invoice', id } as const, version }))
      return { values: Object.fromEntries(values), sources }
    },
  }
}
