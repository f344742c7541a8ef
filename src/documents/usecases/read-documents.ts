import { shownDocument } from '#documents/domain/document-state'
import { documentRefusal } from '#documents/words/document-refusal'
import type { Caller } from '#domain/kernel/access'
import { Refusal } from '#domain/kernel/refusal'
import type { KeptDocument } from '#schemas/documents/kept-document'
import type { ReadAddress } from '#ports/files'
import type { Ports } from '#ports/ports'
import type { DealDocument } from '#schemas/documents/documents'
import { openSeenFile } from '#usecases/deals/deal-file'
import { documentAddress } from './document-file'
import { findDocument } from './document-scene'

type Needs = Pick<Ports, 'deals' | 'documents' | 'people' | 'rules'>

/** All documents of a deal, the oldest first, for whoever may see the deal. */
export async function readDocuments(ports: Needs, caller: Caller, dealId: string): Promise<DealDocument[]> {
  await openSeenFile(ports, caller, dealId)
  return (await ports.documents.ofDeal(dealId)).map(shownDocument)
}

/** One document; one of a deal that the caller may not see is unknown. */
export async function readDocument(ports: Needs, caller: Caller, id: string): Promise<DealDocument> {
  return shownDocument(await seenDocument(ports, caller, id))
}

/** Where the file of a document can be read for a minute. */
export async function readDocumentFile(
  ports: Needs & Pick<Ports, 'files'>,
  caller: Caller,
  { id, as }: { readonly id: string; readonly as: 'inline' | 'attachment' },
): Promise<ReadAddress> {
  return documentAddress(ports, await seenDocument(ports, caller, id), as)
}

async function seenDocument(ports: Needs, caller: Caller, id: string): Promise<KeptDocument> {
  const found = await findDocument(ports, id)
  try {
    await openSeenFile(ports, caller, found.dealId)
  } catch (error) {
    if (error instanceof Refusal && error.code === 'deal_unknown') throw documentRefusal('document_unknown', { id })
    throw error
  }
  return found
}
