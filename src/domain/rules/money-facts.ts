import type { Gate } from '#schemas/model'

/** Which part of what is invoiced and not cancelled is paid, in percent, rounded down; empty where nothing is invoiced. */
export const paidShareFact = 'invoices.paid_share'

const issued = 'invoices.issued.'

/** Whether an invoice of a kind is issued and not cancelled. */
export function issuedFact(kind: string): string {
  return `${issued}${kind}`
}

/** The kind that a fact is about; undefined for other facts. */
export function issuedKindIn(fact: string): string | undefined {
  return fact.startsWith(issued) ? fact.slice(issued.length) : undefined
}

/** The facts about money that a gate asks for. */
export function moneyFactsOf(gate: Pick<Gate, 'paid' | 'invoiced'> | undefined): readonly string[] {
  return [...(gate?.paid === undefined ? [] : [paidShareFact]), ...(gate?.invoiced ?? []).map(issuedFact)]
}
