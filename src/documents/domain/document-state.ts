import type { KeptDocument } from '#schemas/documents/kept-document'
import type { DealDocument, DocumentState } from '#schemas/documents/documents'

type Signed = Pick<KeptDocument, 'stands' | 'signedBy' | 'signedUs' | 'signedClient'>

/** How far a document is: what was said of it, and whose signatures there are. */
export function stateOf(document: Signed): DocumentState {
  const { stands, signedUs, signedClient } = document
  if (stands !== 'issued' && stands !== 'sent') return stands
  const waits = waitsOn(document)
  if (waits.length === 0 && document.signedBy !== undefined) return 'signed'
  if (signedClient !== undefined) return 'signed_client'
  return signedUs === undefined ? stands : 'signed_us'
}

/** What a document waits for; null where for nothing more. */
export function waitsFor(document: Signed): DealDocument['waitsFor'] {
  if (document.stands === 'draft') return 'issue'
  if (document.stands !== 'issued' && document.stands !== 'sent') return null
  return waitsOn(document)[0] ?? null
}

/** Whose signatures are wanted and not there: the client’s first, since what we have signed alone binds us alone. */
function waitsOn({ signedBy, signedUs, signedClient }: Signed): readonly ('us' | 'client')[] {
  const client = signedBy !== 'us' && signedBy !== undefined && signedClient === undefined
  const us = signedBy !== 'client' && signedBy !== undefined && signedUs === undefined
  return [...(client ? (['client'] as const) : []), ...(us ? (['us'] as const) : [])]
}

/** Whether a document counts: it is neither a draft nor has come to nothing. */
export function isLive({ stands }: Pick<KeptDocument, 'stands'>): boolean {
  return stands === 'issued' || stands === 'sent'
}

/** What the file of a document is called: `Договор Д-2026-001.docx`. */
export function fileNameOf({ name, number }: Pick<KeptDocument, 'name' | 'number'>): string {
  const plain = `${name}${number === null ? '' : ` ${number}`}`.replaceAll(/[/\\]/g, '-')
  return `${plain}.docx`
}

/** A document as it is shown. */
export function shownDocument(document: KeptDocument): DealDocument {
  const { stands: _stands, signedBy: _signedBy, textVersion: _text, formerText: _former, printed, ...rest } = document
  const forms = Object.entries(printed.forms).map(([field, form]) => ({ field, ...form }))
  return {
    ...rest,
    state: stateOf(document),
    waitsFor: waitsFor(document),
    fileName: fileNameOf(document),
    forms,
  }
}
