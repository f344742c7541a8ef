import { kept } from '#memory/kept'
import type { DuplicateStore } from '#ports/duplicates'
import type { KeptApart, Proposal } from '#schemas/clients/kept-merge'

/** What may be one client, and what is not, in memory. */
export function memoryDuplicates(): DuplicateStore {
  const proposals = new Map<string, Proposal>()
  const apart = new Map<string, KeptApart>()
  const pairKey = (one: string, other: string): string => [one, other].toSorted().join('#')
  const touches = ({ one, other }: { one: string; other: string }, id: string): boolean => one === id || other === id
  const place = ({ score, one, other }: Proposal): string =>
    `${String(10_000 - Math.round(score * 10)).padStart(10, '0')}#${one}#${other}`
  return {
    proposals: async ({ limit, after }) =>
      [...proposals.values()]
        .map((proposal) => ({ proposal, place: place(proposal) }))
        .toSorted((one, other) => (one.place < other.place ? -1 : 1))
        .filter((one) => after === undefined || one.place > after)
        .slice(0, limit),
    proposalsOf: async (id) => [...proposals.values()].filter((one) => touches(one, id)),
    propose: async (proposal) => void proposals.set(pairKey(proposal.one, proposal.other), kept(proposal)),
    withdraw: async (one, other) => void proposals.delete(pairKey(one, other)),
    keepApart: async (said) => void apart.set(pairKey(said.one, said.other), kept(said)),
    dropApart: async (one, other) => void apart.delete(pairKey(one, other)),
    apartFrom: async (id) => [...apart.values()].filter((one) => touches(one, id)),
  }
}
