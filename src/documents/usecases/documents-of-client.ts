import { shownDocument } from '#documents/domain/document-state'
import type { KeptDocument } from '#schemas/documents/kept-document'
import type { ErasedOfClient, KeptOfClient } from '#ports/personal'
import type { Ports } from '#ports/ports'
import { documentKey } from './document-file'

type Needs = Pick<Ports, 'clients' | 'documents'>

/** The documents of every deal a client is in, with what is printed in them. */
export async function documentsOfClient(ports: Needs, client: string): Promise<readonly KeptOfClient[]> {
  const documents = await ofClient(ports, client)
  return documents.map((one) => ({
    place: 'document',
    id: one.id,
    says: { ...shownDocument(one), printed: one.printed.values },
  }))
}

/** Erases the drafts of the deals a client is in, with their files. Issued documents stay. */
export async function eraseDrafts(
  ports: Needs & Pick<Ports, 'files' | 'ids'>,
  client: string,
): Promise<readonly ErasedOfClient[]> {
  const drafts = (await ofClient(ports, client)).filter(({ stands }) => stands === 'draft')
  const erased: ErasedOfClient[] = []
  for (const document of drafts) {
    // oxlint-disable-next-line no-await-in-loop -- a client has few
    await ports.files.remove(documentKey(document))
    // oxlint-disable-next-line no-await-in-loop
    const isGone = await ports.documents.save({ documents: [], removed: { document } }, ports.ids.next('cor'))
    if (isGone) erased.push({ place: 'document', id: document.id })
  }
  return erased
}

async function ofClient({ clients, documents }: Needs, client: string): Promise<readonly KeptDocument[]> {
  const rows = await clients.dealsOf(client)
  return (await Promise.all(rows.map(({ deal }) => documents.ofDeal(deal)))).flat()
}
