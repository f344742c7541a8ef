import { shownDocument } from '#documents/domain/document-state'
import { documentRefusal } from '#documents/words/document-refusal'
import type { Caller } from '#domain/kernel/access'
import type { KeptDocument } from '#schemas/documents/kept-document'
import type { ReadAddress } from '#ports/files'
import type { People } from '#ports/people'
import type { Ports } from '#ports/ports'
import type { RulesVersion } from '#ports/rules'
import type { Deal } from '#schemas/deal'
import type { DealDocument } from '#schemas/documents/documents'
import { canSee, mayEditDeal, openSeenFile } from '#usecases/deals/deal-file'
import { documentAddress } from './document-file'
import { findDocument, mayAct } from './document-scene'
import { noteReading } from './note-reading'

type Needs = Pick<Ports, 'deals' | 'documents' | 'people' | 'rules' | 'gateFacts'>

/** All documents of a deal, the oldest first, for whoever may see the deal. */
export async function readDocuments(ports: Needs, caller: Caller, dealId: string): Promise<DealDocument[]> {
  await openSeenFile(ports, caller, dealId)
  return (await ports.documents.ofDeal(dealId)).map(shownDocument)
}

/** One document; one that the caller may not read is unknown. */
export async function readDocument(ports: Needs, caller: Caller, id: string): Promise<DealDocument> {
  return shownDocument((await openToRead(ports, caller, id)).document)
}

/** Where the file of a document can be read for a minute; that it is read is kept before it is told. */
export async function readDocumentFile(
  ports: Needs & Pick<Ports, 'clock' | 'files' | 'reading'>,
  caller: Caller,
  { id, as }: { readonly id: string; readonly as: 'inline' | 'attachment' },
): Promise<ReadAddress> {
  const opened = await openToRead(ports, caller, id)
  await noteReading(ports, caller, opened)
  return documentAddress(ports, opened.document, as)
}

/** A document as somebody may read it, and whether they may change it. */
export type Reading = {
  readonly document: KeptDocument
  readonly deal: Deal
  readonly people: People
  readonly rules: RulesVersion
  readonly mayIssue: boolean
  readonly mayEdit: boolean
}

/**
 * Opens a document for whoever may see its deal, and for whom the file lets issue such: what they are to answer for they have
 * to read. To all others it is unknown.
 */
export async function openToRead(ports: Needs, caller: Caller, id: string): Promise<Reading> {
  const document = await findDocument(ports, id)
  const [deal, people, rules] = await Promise.all([
    ports.deals.find(document.dealId),
    ports.people.load(),
    ports.rules.current(),
  ])
  if (deal === undefined) throw documentRefusal('document_unknown', { id })
  const by = rules.model.documents?.[document.kind]?.by
  const mayIssue = by !== undefined && mayAct(caller, by, deal.owner, people)
  if (!mayIssue && !canSee(caller, { deal, people, tasks: await ports.deals.tasksOf(deal.id) }))
    throw documentRefusal('document_unknown', { id })
  return { document, deal, people, rules, mayIssue, mayEdit: mayIssue || mayEditDeal(caller, { deal, people }) }
}
