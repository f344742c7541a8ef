import type { SignedBy } from './document-rules'
import type { DealDocument, DocumentState } from './documents'
import type { Printed } from './printed'

/** A document as it is kept: with everything that is printed, so that its file can be made anew from it, byte for byte. */
export type KeptDocument = Omit<DealDocument, 'state' | 'waitsFor' | 'forms' | 'fileName'> & {
  /** The state that no signature decides. */
  readonly stands: Extract<DocumentState, 'draft' | 'issued' | 'sent' | 'refused' | 'cancelled' | 'replaced'>
  readonly signedBy?: SignedBy
  /** The version at which its text last changed: its file is that of it. */
  readonly textVersion: number
  /** The version whose text it had before: the file of that is taken away. */
  readonly formerText?: number
  readonly printed: Printed
}
