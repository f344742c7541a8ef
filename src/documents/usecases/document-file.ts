import { fileNameOf } from '#documents/domain/document-state'
import { documentRefusal } from '#documents/words/document-refusal'
import { fileKey } from '#domain/files/file-key'
import type { KeptDocument } from '#schemas/documents/kept-document'
import type { ReadAddress } from '#ports/files'
import type { Ports } from '#ports/ports'
import { templateOf } from './read-template'
import { renderDocument } from './render-document'

type Needs = Pick<Ports, 'files'>

/** The media type of a Word file. */
export const docxType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/** Under which key the file of a document is kept: a text that changes is another file. */
export function documentKey({ id, textVersion }: Pick<KeptDocument, 'id' | 'textVersion'>): string {
  return fileKey(id, `v${textVersion}`)
}

/**
 * Sees that the file of a document is there. What it says stands in the document whole, so it can be made at any time and is
 * the same: a process that ends between the document and its file loses nothing and leaves nothing over.
 */
export async function keepDocumentFile({ files }: Needs, document: KeptDocument): Promise<string> {
  const key = documentKey(document)
  // What another system issued is printed by none of our templates.
  if (document.takenOver === true) return key
  if ((await files.get(key)) !== undefined) return key
  const template = await templateOf({ files }, document.template, document.name)
  await files.put(key, await renderDocument(template, document.printed))
  const { id, formerText } = document
  // The text of a draft that is changed is nobody’s any more.
  if (formerText !== undefined) await files.remove(documentKey({ id, textVersion: formerText }))
  return key
}

/** Where the file of a document can be read for a minute. */
export async function documentAddress(
  { files }: Needs,
  document: KeptDocument,
  as: 'inline' | 'attachment',
): Promise<ReadAddress> {
  if (document.takenOver === true)
    throw documentRefusal('document_state.no_file', { name: document.name, number: document.number ?? '' })
  const key = await keepDocumentFile({ files }, document)
  return files.readAddress(key, { name: fileNameOf(document), type: docxType, as })
}
