import type { MemoryDeals } from '#memory/deals/deals'
import { kept } from '#memory/kept'
import type { MemoryNumbers } from '#memory/numbers'
import type { DocumentChange, DocumentStore, UntoldOfDocument } from '#ports/documents'
import type { KeptDocument } from '#schemas/documents/kept-document'

/** Documents in memory, and the version of one, for gates that rely on it. */
export type MemoryDocuments = {
  readonly documents: DocumentStore
  readonly versionOf: (id: string) => number | undefined
}

/** Documents in memory, by the rules of the one table. */
export function memoryDocuments(keepAnswer: MemoryDeals['keepAnswer'], numbers: MemoryNumbers): MemoryDocuments {
  const all = new Map<string, KeptDocument>()
  const marks = new Map<string, UntoldOfDocument>()
  const inOrder = (): readonly KeptDocument[] =>
    [...all.values()].toSorted((a, b) => (`${a.createdAt}${a.id}` < `${b.createdAt}${b.id}` ? -1 : 1))
  const documents: DocumentStore = {
    lastOf: numbers.lastOf,
    find: async (id) => all.get(id),
    ofDeal: async (dealId) => inOrder().filter((one) => one.dealId === dealId),
    issuedIn: async (year) => inOrder().filter(({ on, stands }) => stands !== 'draft' && on?.slice(0, 4) === year),
    save: async (change, mark) => {
      const { at: _at, ...answer } = change.answer ?? { at: '' }
      if (!isNext(all, numbers, change) || ('key' in answer && !keepAnswer(answer))) return false
      if (change.counting !== undefined) numbers.give(change.counting)
      for (const { document } of change.documents) {
        all.set(document.id, kept(document))
        marks.set(document.id, { dealId: document.dealId, document: document.id, mark })
      }
      if (change.removed !== undefined) {
        all.delete(change.removed.document.id)
        marks.delete(change.removed.document.id)
      }
      return true
    },
    untold: async (limit) => [...marks.values()].slice(0, limit),
    told: async ({ document, mark }) => {
      if (marks.get(document)?.mark === mark) marks.delete(document)
    },
  }
  return { documents, versionOf: (id) => all.get(id)?.version }
}

function isNext(
  all: ReadonlyMap<string, KeptDocument>,
  numbers: MemoryNumbers,
  { documents, removed, counting }: DocumentChange,
): boolean {
  return (
    documents.every(({ document, wasVersion }) => all.get(document.id)?.version === wasVersion) &&
    (removed === undefined || all.get(removed.document.id)?.version === removed.document.version) &&
    (counting === undefined || numbers.isNext(counting))
  )
}
