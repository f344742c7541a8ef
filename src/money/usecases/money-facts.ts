import { issuedKindIn, paidShareFact } from '#domain/rules/money-facts'
import { paperFactIn } from '#domain/rules/paper-facts'
import { paidShareOf, stateOf } from '#domain/money/invoice-state'
import type { GateFacts } from '#ports/gate-facts'
import type { Ports } from '#ports/ports'
import type { FieldValue } from '#schemas/deal'
import type { PaperFact } from '#schemas/model'
import type { KeptInvoice } from '#schemas/money/money'

/** What gates and tasks ask of invoices and payments. A name that is about something else is left out. */
export function moneyFacts({ money }: { readonly money: Pick<Ports['money'], 'invoicesOf'> }): GateFacts {
  return {
    find: async (deal, names) => {
      const asked = names.flatMap((name) => {
        const answer = answerTo(name)
        return answer === undefined ? [] : [{ name, answer }]
      })
      if (asked.length === 0) return { values: {}, sources: [] }
      const invoices = await money.invoicesOf(deal.id)
      const live = invoices.filter(({ isIssued, cancelled }) => isIssued && cancelled === undefined)
      const values = asked.flatMap(({ name, answer }): readonly (readonly [string, FieldValue])[] => {
        const value = answer(live)
        return value === undefined ? [] : [[name, value]]
      })
      const sources = live.map(({ id, version }) => ({ subject: { kind: 'invoice', id } as const, version }))
      return { values: Object.fromEntries(values), sources }
    },
  }
}

type Answering = (live: readonly KeptInvoice[]) => FieldValue | undefined

function answerTo(name: string): Answering | undefined {
  if (name === paidShareFact) return (live) => paidShareOf(live) ?? null
  const kind = issuedKindIn(name)
  if (kind !== undefined) return (live) => live.some((one) => one.kind === kind)
  const waited = paperFactIn(name)
  return waited === undefined ? undefined : (live) => whoDid(live, waited)
}

/** Who issued the newest invoice of a kind, or booked the last payment on one that is paid; undefined where nobody has. */
function whoDid(live: readonly KeptInvoice[], { paper, fact }: PaperFact): string | undefined {
  const own = live.filter(({ kind }) => kind === paper)
  if (fact === 'issued') return own.at(-1) === undefined ? undefined : (own.at(-1)?.issuedBy ?? own.at(-1)?.createdBy)
  if (fact !== 'paid') return undefined
  return own.findLast((one) => stateOf(one) === 'paid')?.shares.at(-1)?.by
}
