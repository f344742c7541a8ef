import type {
  FilePlace,
  KeptBase,
  KeptBatch,
  KeptFile,
  KeptSession,
  SaidOfInvoice,
  SentInvoice,
  WaitingFile,
} from '#schemas/exchange/kept-exchange'

/** Bases of 1C, their sessions, and what each of them has. Single reads are strongly consistent. */
export type ExchangeStore = {
  readonly bases: () => Promise<readonly KeptBase[]>
  readonly findBase: (id: string) => Promise<KeptBase | undefined>
  /** False when it is not at the revision before this one any more; so it is with sessions and files. */
  readonly saveBase: (base: KeptBase) => Promise<boolean>
  readonly findSession: (base: string, id: string) => Promise<KeptSession | undefined>
  readonly saveSession: (session: KeptSession) => Promise<boolean>
  /** The newest first. */
  readonly sessions: (base: string, limit: number) => Promise<readonly KeptSession[]>
  readonly batch: (base: string, session: string) => Promise<KeptBatch | undefined>
  readonly keepBatch: (base: string, session: string, batch: KeptBatch, at: string) => Promise<void>
  readonly sentTo: (base: string) => Promise<readonly SentInvoice[]>
  /** Notes what a base has; an older version never takes the place of a newer one. */
  readonly noteSent: (base: string, sent: SentInvoice) => Promise<void>
  readonly findFile: (place: FilePlace) => Promise<KeptFile | undefined>
  /** The files of a session and of those after it. */
  readonly files: (base: string, session: string) => Promise<readonly KeptFile[]>
  /** With `tell`, whoever reads files hears of it in the same write. */
  readonly saveFile: (file: KeptFile, at: string, tell?: boolean) => Promise<boolean>
  readonly putPart: (place: FilePlace, part: string, bytes: Uint8Array, at: string) => Promise<void>
  readonly part: (place: FilePlace, part: string) => Promise<Uint8Array | undefined>
  /** Files that are whole and were not read to their end, the oldest first. */
  readonly toRead: (limit: number) => Promise<readonly WaitingFile[]>
  /** Says that nothing of an upload is left to be read. */
  readonly wasRead: (file: WaitingFile) => Promise<void>
  /** As whom a seller’s base knows somebody: keeps what is given where nothing is known yet, and answers what is. */
  readonly counterparty: (who: string, seller: string, otherwise: string) => Promise<string>
  /** The same for many, written by groups; answers all of them by `who#seller`. */
  readonly keepCounterparties: (
    news: readonly { readonly who: string; readonly seller: string; readonly otherwise: string }[],
  ) => Promise<ReadonlyMap<string, string>>
  /** Those of many that are known, by `who#seller`. */
  readonly counterparties: (
    asked: readonly { readonly who: string; readonly seller: string }[],
  ) => Promise<ReadonlyMap<string, string>>
  readonly counterpartiesOf: (who: string) => Promise<readonly { readonly seller: string; readonly id: string }[]>
  readonly dropCounterparty: (who: string, seller: string) => Promise<void>
  /** What 1C has said of invoices, as far as it said something. */
  readonly saidOf: (invoices: readonly string[]) => Promise<readonly SaidOfInvoice[]>
  readonly keepSaid: (said: SaidOfInvoice) => Promise<void>
}
