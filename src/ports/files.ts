import type { Answer } from './deals'
import type { KeptRegisterLoaded } from '#schemas/documents/register'
import type { Actor } from '#schemas/event'
import type { Language } from '#schemas/language-names'
import type { Load, LoadKind, StartLoad } from '#schemas/loads/loads'

/** What bytes are: how many, what they are by their content, and their SHA-256 in hexadecimal. */
export type FileFacts = { readonly size: number; readonly type: string; readonly sha256: string }

/** Where to send the bytes of a file with PUT, with which headers, and until when that is taken. */
export type PutAddress = {
  /** Absolute, or a path at the product's own address. */
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly expiresAt: string
}

/** Where a file can be read, until when. */
export type ReadAddress = { readonly url: string; readonly expiresAt: string }

/** How a file is handed out: under which name and as what; `inline` is shown by a browser where it can be. */
export type Handing = { readonly name: string; readonly type: string; readonly as: 'inline' | 'attachment' }

/**
 * Bytes under keys that Norma makes: `fileKey`. A key is written once and means the same bytes for good, so whoever was
 * given an address can change nothing by using it twice.
 */
export type Files = {
  /** An address for 15 minutes that takes bytes of exactly this size and hash and nothing else. */
  readonly putAddress: (key: string, bytes: Pick<FileFacts, 'size' | 'sha256'>) => Promise<PutAddress>
  /**
   * Keeps what was sent to an address for good and says what it is; undefined where nothing has come. What nobody keeps is
   * gone after a day. Asked again it says the same.
   */
  readonly keep: (key: string) => Promise<Pick<FileFacts, 'size' | 'type'> | undefined>
  /** What was sent to an address and is not kept; undefined where nothing has come. It goes by itself after a day. */
  readonly sent: (key: string) => Promise<Uint8Array | undefined>
  /** Writes bytes that Norma has itself, for good. */
  readonly put: (key: string, bytes: Uint8Array) => Promise<FileFacts>
  /** An address for 60 seconds by which whoever has it reads the file; it is not looked at whether there is one. */
  readonly readAddress: (key: string, handing: Handing) => Promise<ReadAddress>
  /** What is kept under a key; undefined where nothing is. */
  readonly get: (key: string) => Promise<Uint8Array | undefined>
  /** Takes a file away; one that is not there is no fault. */
  readonly remove: (key: string) => Promise<void>
}

/** How far a load is: rows in its file, those that were here before it began, those that it has kept. */
export type LoadProgress = { readonly found: number; readonly known: number; readonly done: number }

/** What came of a load: the report of a register, or which statement it became. */
export type LoadReport = {
  readonly register?: KeptRegisterLoaded
  readonly statement?: string
  /** What could not be taken, and payments of which somebody has to say something. */
  readonly refused: number
  readonly asks: number
}

/** A load as it is kept. */
export type KeptLoad = Partial<LoadProgress> & {
  readonly id: string
  readonly rev: number
  readonly wish: StartLoad
  readonly actor: Actor
  readonly at: string
  readonly state: Load['state']
  /** Until when whoever runs it has it for itself: an instant. */
  readonly leasedUntil: string
  /** How often it was begun since it came on: what breaks every time is given up. */
  readonly attempts: number
  readonly report?: LoadReport
  /** Why it failed, as it was worded then. */
  readonly why?: Readonly<Record<Language, string>>
}

/** Files that are loaded in the background. Single reads are strongly consistent. */
export type LoadStore = {
  readonly find: (id: string) => Promise<KeptLoad | undefined>
  /** The last ones of a kind that somebody has asked for, the newest first. */
  readonly own: (ask: {
    readonly what: LoadKind
    readonly actor: Actor
    readonly limit: number
  }) => Promise<readonly KeptLoad[]>
  /** Keeps a new one and has it told, with the answer under the key of its request, in one write; throws where that is taken. */
  readonly begin: (load: KeptLoad, answer?: Answer) => Promise<void>
  /** False when it is not at the revision before this one any more. */
  readonly save: (load: KeptLoad) => Promise<boolean>
  /** Those that are not done, the oldest first. */
  readonly waiting: (limit: number) => Promise<readonly string[]>
  /** Says that it is done, one way or the other. */
  readonly wasRun: (id: string) => Promise<void>
}

/** One turn of a load: whose it is, the file, how far it came before, and until when there is time. */
export type LoadTurn = {
  readonly id: string
  readonly actor: Actor
  readonly wish: StartLoad
  readonly begunAt: string
  readonly before?: LoadProgress
  /** An instant in milliseconds. */
  readonly until: number
  /** Says how far it is; throws where somebody else runs it meanwhile. */
  readonly note: (progress: LoadProgress) => Promise<void>
}

/**
 * How files of a kind are loaded. The core owns the question; the rooms answer. What is loaded twice is there once, so a turn
 * that was broken off is simply taken again.
 */
export type LoaderOn<Ports> = {
  /** Refuses whoever may not, and what cannot be loaded at all. */
  readonly allow: (ports: Ports, actor: Actor, wish: StartLoad) => Promise<void>
  /** Does as much as there is time for; the report is there when nothing is left. */
  readonly turn: (ports: Ports, turn: LoadTurn) => Promise<LoadReport | 'left'>
  /** The report as it is answered in a language. */
  readonly shown: (report: LoadReport, language: Language) => Promise<Pick<Load, 'register' | 'statement'>>
}

export type LoadersOn<Ports> = Readonly<Record<LoadKind, LoaderOn<Ports>>>
