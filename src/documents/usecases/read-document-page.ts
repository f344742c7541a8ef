import { shownDocument, stateOf } from '#documents/domain/document-state'
import { paragraphsOf, type Paragraph } from '#documents/domain/template/paragraphs'
import type { Caller } from '#domain/kernel/access'
import type { Ports } from '#ports/ports'
import type { AttachedFile } from '#schemas/attached'
import type { Deal } from '#schemas/deal'
import type { DealDocument } from '#schemas/documents/documents'
import type { KeptDocument } from '#schemas/documents/kept-document'
import type { DocumentKind, Model } from '#schemas/model'
import { openSeenFile } from '#usecases/deals/deal-file'
import { holdsFor } from '#usecases/deals/with-facts'
import { isZipFault, unpackZip } from '#usecases/files/unpack-zip'
import { keepDocumentFile } from './document-file'
import { mayAct } from './document-scene'
import { noteReading } from './note-reading'
import { openToRead, readDocuments } from './read-documents'

type Needs = Pick<
  Ports,
  'attached' | 'clock' | 'deals' | 'documents' | 'files' | 'people' | 'reading' | 'rules' | 'gateFacts'
>

/** A document with all that its page shows: what it says, and what whoever reads it may do. */
export type DocumentPage = {
  readonly document: DealDocument
  readonly deal: Deal
  /** What it says, paragraph by paragraph. */
  readonly text: readonly Paragraph[]
  readonly files: readonly AttachedFile[]
  readonly signs: readonly ('us' | 'client')[]
  readonly issuer: string
  /** The rules of today: what they call the values that are printed. */
  readonly model: Pick<Model, 'clients' | 'fields'>
  readonly mayIssue: boolean
  readonly mayEdit: boolean
}

/** Reads a document for its page, which is kept. One of a deal that the caller may not see is unknown. */
export async function readDocumentPage(ports: Needs, caller: Caller, id: string): Promise<DocumentPage> {
  const { document: kept, deal, rules, mayIssue, mayEdit } = await openToRead(ports, caller, id)
  await noteReading(ports, caller, { deal, mayIssue })
  const [text, files] = await Promise.all([
    textOf(ports, kept),
    ports.attached.files({ kind: 'deal', id: kept.dealId }),
  ])
  const by = rules.model.documents?.[kept.kind]?.by ?? ''
  return {
    document: shownDocument(kept),
    deal,
    text,
    files,
    signs: signsOf(kept),
    issuer: rules.model.roles[by]?.name ?? by,
    model: rules.model,
    mayIssue,
    mayEdit,
  }
}

/** Whose signature can still be told. */
function signsOf(document: KeptDocument): readonly ('us' | 'client')[] {
  const { signedBy, signedUs, signedClient, stands } = document
  if (signedBy === undefined || (stands !== 'issued' && stands !== 'sent') || stateOf(document) === 'signed') return []
  const client = signedBy !== 'us' && signedClient === undefined ? (['client'] as const) : []
  const us = signedBy !== 'client' && signedUs === undefined ? (['us'] as const) : []
  return [...client, ...us]
}

async function textOf(ports: Pick<Ports, 'files'>, document: KeptDocument): Promise<readonly Paragraph[]> {
  const bytes = await ports.files.get(await keepDocumentFile(ports, document))
  const parts = bytes === undefined ? undefined : unpackZip(bytes, { wanted: (name) => name === 'word/document.xml' })
  if (parts === undefined || isZipFault(parts)) return []
  return paragraphsOf(new TextDecoder().decode(parts.get('word/document.xml')))
}

/** The documents of a deal, and the kinds that may be made for it by whoever reads it. */
export async function readDealDocuments(
  ports: Needs,
  caller: Caller,
  dealId: string,
): Promise<{ readonly documents: readonly DealDocument[]; readonly kinds: readonly DocumentKind[] }> {
  const { model } = await ports.rules.current()
  if (Object.keys(model.documents ?? {}).length === 0) return { documents: [], kinds: [] }
  const [documents, { deal, people, mayEdit }] = await Promise.all([
    readDocuments(ports, caller, dealId),
    openSeenFile(ports, caller, dealId),
  ])
  const isOpen = deal.status !== 'lost' && deal.status !== 'cancelled'
  const own = Object.values(model.documents ?? {}).filter(
    ({ by }) => isOpen && (mayEdit || mayAct(caller, by, deal.owner, people)),
  )
  const isMeant = await Promise.all(own.map(({ when }) => holdsFor(ports, deal, when, model)))
  return { documents, kinds: own.filter((_, no) => isMeant[no]) }
}
