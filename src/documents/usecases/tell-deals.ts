import { stateOf } from '#documents/domain/document-state'
import type { UntoldOfDocument } from '#ports/documents'
import type { KeptDocument } from '#schemas/documents/kept-document'
import type { Ports } from '#ports/ports'
import type { DocumentTrace } from '#schemas/documents/documents'
import { keepHappened, type Happening } from '#usecases/attached/keep-happened'
import { keepDocumentFile } from './document-file'

type Needs = Pick<Ports, 'clock' | 'deals' | 'documents' | 'files' | 'rules'>

/** How many documents are told of at a time. */
const most = 100

/**
 * Makes the files of documents and tells their deals of them, where a process ended before it could. Twice is as good as
 * once: what is told follows from the documents, and a deal knows what it has heard.
 */
export async function tellDeals(ports: Needs): Promise<void> {
  for (const one of await ports.documents.untold(most)) {
    // oxlint-disable-next-line no-await-in-loop -- rarely any is left, and each is a few requests
    const document = await ports.documents.find(one.document)
    // oxlint-disable-next-line no-await-in-loop
    if (document !== undefined) await keepDocumentFile(ports, document)
    // oxlint-disable-next-line no-await-in-loop
    await tellDeal(ports, one)
  }
}

/** The same for one document whose file is there. */
export async function tellDeal(ports: Needs, untold: UntoldOfDocument): Promise<void> {
  const [document, { model }] = await Promise.all([ports.documents.find(untold.document), ports.rules.current()])
  if (document !== undefined) {
    const kind = model.documents?.[document.kind]
    for (const happening of happenings(document, kind?.tells, kind?.keepIn)) {
      // oxlint-disable-next-line no-await-in-loop -- each is an event of the same deal
      await keepHappened(ports, document.dealId, happening)
    }
  }
  await ports.documents.told(untold)
}

const told: Readonly<Partial<Record<DocumentTrace['did'], string>>> = {
  made: 'document_made',
  issued: 'document_issued',
  sent: 'document_sent',
  refused: 'document_refused',
  cancelled: 'document_cancelled',
}

/**
 * Everything that a document has to tell its deal so far, the oldest first. The field that leads to it is filled when it is in
 * force: signed by everybody who signs it, or issued where nobody does. A gate that waits for the field waits for that.
 */
function happenings(document: KeptDocument, tells: string | undefined, keepIn: string | undefined): Happening[] {
  const { id, name, number, trace, signedBy } = document
  const kept = keepIn === undefined ? {} : { field: keepIn, value: documentAddressOf(id) }
  const about = { by: id, what: number === null ? name : `${name} ${number}` }
  const happened = trace.flatMap(({ at, did }): Happening[] => {
    const event = told[did]
    if (event === undefined) return []
    return [{ ...about, ...(did === 'issued' && signedBy === undefined ? kept : {}), event, at }]
  })
  if (stateOf(document) !== 'signed') return happened
  const at = trace.findLast(({ did }) => did === 'signed_client' || did === 'signed_us')?.at ?? ''
  const signed = ['document_signed', ...(tells === undefined || tells === 'document_signed' ? [] : [tells])]
  return [...happened, ...signed.map((event) => ({ ...about, ...kept, event, at }))]
}

/** Where people find a document. */
function documentAddressOf(id: string): string {
  return `/app/documents/${id}`
}
