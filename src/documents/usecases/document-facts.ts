import { isLive, stateOf, waitsFor } from '#documents/domain/document-state'
import { signedKindIn } from '#domain/rules/document-facts'
import type { GateFacts } from '#ports/gate-facts'
import type { KeptDocument } from '#schemas/documents/kept-document'
import type { Ports } from '#ports/ports'
import type { FieldValue } from '#schemas/deal'

/** What gates ask of documents: how far the best of a kind is. A name that is about something else is left out. */
export function documentFacts({ documents }: Pick<Ports, 'documents'>): GateFacts {
  return {
    find: async (deal, names) => {
      const asked = names.flatMap((name) => {
        const kind = signedKindIn(name)
        return kind === undefined ? [] : [{ name, kind }]
      })
      if (asked.length === 0) return { values: {}, sources: [] }
      const own = await documents.ofDeal(deal.id)
      const values = asked.map(({ name, kind }): readonly [string, FieldValue] => [
        name,
        howFar(own.filter((one) => one.kind === kind)),
      ])
      const sources = own
        .filter(({ kind }) => asked.some((one) => one.kind === kind))
        .map(({ id, version }) => ({ subject: { kind: 'document', id } as const, version }))
      return { values: Object.fromEntries(values), sources }
    },
  }
}

/** `signed`, or what the newest that counts waits for; null where there is none. */
function howFar(own: readonly KeptDocument[]): string | null {
  if (own.some((one) => stateOf(one) === 'signed')) return 'signed'
  const live = own.findLast(isLive)
  if (live !== undefined) return waitsFor(live)
  if (own.some(({ stands }) => stands === 'draft')) return 'draft'
  return own.some(({ stands }) => stands === 'refused') ? 'refused' : null
}
