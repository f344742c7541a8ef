import { readDocumentFile } from '#documents/usecases/read-documents'
import type { PageSpec } from '#pages/page.tsx'
import { documentPage } from './document-page'
import { registerPage } from './register-page'

/** The address of the Word file of a document: it leads to where its bytes can be read for a minute. */
const documentFilePage: PageSpec = {
  id: 'document-file',
  path: '/app/documents/:document/file',
  right: 'signed_in',
  run: async (ask) => {
    const asked = { id: ask.params['document'] ?? '', as: 'attachment' } as const
    const { url } = await readDocumentFile(ask.ports, ask.caller, asked)
    return { title: '', body: null, goTo: url }
  },
}

/** The pages of documents. */
export const pages: readonly PageSpec[] = [documentPage, documentFilePage, registerPage]
