import { isLive, stateOf, waitsFor } from '#documents/domain/document-state'
import { signedKindIn } from '#domain/rules/document-facts'
import { paperFactIn } from '#domain/rules/paper-facts'
import type { GateFacts } from '#ports/gate-facts'
import type { KeptDocument } from '#schemas/documents/kept-document'
import type { Ports } from '#ports/ports'
import type { FieldValue } from '#schemas/deal'
import type { PaperFact } from '#schemas/model'

/** What gates ask of documents: how far the best of a kind is. A name that is about something else is left out. */
export function documentFacts({ documents }: { readonly documents: Pick<Ports['documents'], 'ofDeal'> }): GateFacts {
  return {
    find: async (deal, names) => {
      const asked = names.flatMap((name) => {
        const kind = signedKindIn(name)
        if (kind !== undefined) return [{ name, kind, answer: howFar }]
        const waited = paperFactIn(name)
        return waited === undefined ? [] : [{ name, kind: waited.paper, answer: whoDid(waited.fact) }]
      })
      if (asked.length === 0) return { values: {}, sources: [] }
      const own = await documents.ofDeal(deal.id)
      const values = asked.flatMap(({ name, kind, answer }): readonly (readonly [string, FieldValue])[] => {
        const those = own.filter((one) => one.kind === kind)
        // A fact of a kind of invoice is another’s to answer.
        return those.length === 0 && answer !== howFar ? [] : [[name, answer(those)]]
      })
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

/** Who did something to the newest document that counts, or drew it up; null where nobody has. */
function whoDid(fact: PaperFact['fact']): (own: readonly KeptDocument[]) => string | null {
  return (own) => {
    const found = own.findLast((one) => hasCome(one, fact))
    const deeds: readonly string[] = fact === 'signed' ? ['signed_us', 'signed_client'] : [fact]
    return found?.trace.findLast(({ did }) => deeds.includes(did))?.by ?? null
  }
}

function hasCome(document: KeptDocument, fact: PaperFact['fact']): boolean {
  if (fact === 'made') return document.stands === 'draft' || isLive(document)
  if (fact === 'signed') return stateOf(document) === 'signed'
  return isLive(document)
}
