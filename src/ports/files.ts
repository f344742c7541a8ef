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
