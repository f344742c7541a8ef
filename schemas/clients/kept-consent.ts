import type { ConsentChannel } from './client-rules'

/** Something a client agreed to, or revoked; what was said is never changed, only followed by something later. */
export type KeptConsent = {
  readonly id: string
  readonly consent: string
  readonly name: string
  readonly state: 'agreed' | 'revoked'
  readonly at: string
  /** Employee or program that wrote it down, or the integration of the form it was agreed to on. */
  readonly by: string
  /** The cards it was said on: that of the client, and those that had been merged into it. */
  readonly of: readonly string[]
  readonly for: readonly ConsentChannel[]
  /** What they saw: the wording, its SHA-256, and on which page. */
  readonly version?: string
  readonly textSha256?: string
  readonly page?: string
  /** The network address they agreed from. */
  readonly ip?: string
  /** The words they saw, where no published rules have them. */
  readonly text?: string
  readonly reason?: string
}
