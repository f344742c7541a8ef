import type { Page } from './page'
import type { ExportEntry } from '#schemas/report'

/** What a deal, or a refused move, brings to one shelf; `body` is null when it brings nothing there any more. */
export type ShelfEntry = {
  readonly id: string
  readonly rev: number
  readonly body: string | null
}

/** Packed rows of one kind. Whoever read them notes what they have made of them, so as not to make it again. */
export type PackedRows = { readonly bytes: Uint8Array; said?: unknown }

/** What is on a shelf: entries that are newer than its pack, and of the pack the kinds of rows that were asked for. */
export type ShelfRows = {
  readonly shelf: string
  readonly loose: readonly ShelfEntry[]
  readonly packed: Readonly<Record<string, readonly PackedRows[]>>
}

/** What is kept of a deal for reports: one thing, so that nobody sees half of a change. */
export type KeptFacts = {
  readonly rev: number
  /** Deal version and task revisions that the facts were made from. */
  readonly stamp: string
  /** A short name of what the deal brings to each shelf, by shelf. */
  readonly shelves: Readonly<Record<string, string>>
  /** What it brings to shelves on which an earlier state is packed, or none; null where it brings nothing any more. */
  readonly loose: Readonly<Record<string, string | null>>
  /** How far the deal has been followed, for whoever follows it on: plain JSON of the room. */
  readonly journey?: unknown
}

/** What is written when facts of a deal have changed. */
export type Shelving = {
  readonly dealId: string
  /** The revision that it is based on, 0 where there was none. */
  readonly wasRev: number
  readonly facts: KeptFacts
}

/** Facts for reports, by shelf: what happened in a month, what is open now; and who has taken data out. */
export type ReportStore = {
  readonly kept: (dealId: string) => Promise<KeptFacts | undefined>
  /** False when somebody else was first. */
  readonly keep: (shelving: Shelving) => Promise<boolean>
  /** Everything on some shelves, the newest of each id; what brings nothing any more is not among it. */
  readonly read: (shelves: readonly string[]) => Promise<readonly (readonly ShelfEntry[])[]>
  /** The same as rows by kind, as reports read it: everything that is loose, of packs what was asked for. */
  readonly rows: (
    asks: readonly { readonly shelf: string; readonly kinds: readonly string[] }[],
  ) => Promise<readonly ShelfRows[]>
  /** Packs what is loose of deals once so many have something loose; answers how much was packed. */
  readonly packDeals: (atLeast: number) => Promise<number>
  /** Packs what lies loose on a shelf by itself, as refused moves do, once there is enough of it; answers how much was packed. */
  readonly pack: (shelf: string, atLeast: number) => Promise<number>
  /**
   * Packs at once whatever is loose of some deals, however little, and takes away what no pack holds any more; false where
   * somebody else packed meanwhile: it has to be asked again.
   */
  readonly repack: (dealIds: readonly string[]) => Promise<boolean>
  readonly noteExport: (entry: ExportEntry) => Promise<void>
  /** The newest first. */
  readonly exports: (page: { readonly limit: number; readonly cursor?: string }) => Promise<Page<ExportEntry>>
  readonly saveReconciliation: (report: unknown) => Promise<void>
  readonly lastReconciliation: () => Promise<unknown>
}
