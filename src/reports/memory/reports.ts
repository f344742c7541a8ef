import { refusalFact } from '#reports/domain/refusal-fact'
import { shelfNames } from '#reports/domain/facts'
import type { RefusedMove } from '#ports/deals'
import type { KeptFacts, ReportStore, ShelfEntry } from '#ports/reports'
import type { ExportEntry } from '#schemas/report'
import { kept } from '#memory/kept'
import { shelf } from '#memory/shelf'

/** Facts for reports and the record of exports, in memory. Refused moves are on the shelves as soon as they are kept. */
export function memoryReports(refusals: () => readonly RefusedMove[]): ReportStore {
  const facts = new Map<string, KeptFacts>()
  const shelves = new Map<string, Map<string, ShelfEntry>>()
  const exported = shelf<ExportEntry>()
  let reconciliation: unknown
  const entriesOf = (name: string): readonly ShelfEntry[] => {
    if (name.startsWith(shelfNames.refusals(''))) return refused(refusals(), name)
    return [...(shelves.get(name)?.values() ?? [])].filter(({ body }) => body !== null)
  }
  return {
    kept: async (dealId) => facts.get(dealId),
    keep: async ({ dealId, wasRev, facts: next }) => {
      if ((facts.get(dealId)?.rev ?? 0) !== wasRev) return false
      // What has been packed elsewhere is on its shelf here, and what is loose as well.
      facts.set(dealId, kept({ ...next, loose: {} }))
      for (const [name, body] of Object.entries(next.loose)) {
        const onShelf = shelves.get(name) ?? new Map<string, ShelfEntry>()
        shelves.set(name, onShelf.set(dealId, { id: dealId, rev: next.rev, body }))
      }
      return true
    },
    read: async (names) => names.map(entriesOf),
    rows: async (asks) => asks.map(({ shelf: name }) => ({ shelf: name, loose: entriesOf(name), packed: {} })),
    // What is in memory is read at once, packed or not.
    packDeals: async () => 0,
    pack: async () => 0,
    repack: async () => true,
    noteExport: async (entry) => exported.put('', `${entry.at}#${entry.id}`, kept(entry)),
    exports: async (page) => exported.page('', { ...page, newestFirst: true }),
    saveReconciliation: async (report) => {
      reconciliation = kept(report)
    },
    lastReconciliation: async () => reconciliation,
  }
}

function refused(all: readonly RefusedMove[], name: string): readonly ShelfEntry[] {
  return all
    .filter(({ at }) => shelfNames.refusals(at.slice(0, 7)) === name)
    .map((refusal) => ({ id: refusal.id, rev: 1, body: JSON.stringify(refusalFact(refusal)) }))
}
