import type { DocumentChange } from '#ports/documents'
import type { Ports } from '#ports/ports'
import { answerWith, type Command } from '#usecases/command'
import { again, whileOthersWrite } from '#usecases/while-others-write'
import { keepDocumentFile } from './document-file'
import { tellDeal } from './tell-deals'

type Needs = Pick<Ports, 'clock' | 'deals' | 'documents' | 'files' | 'ids' | 'people' | 'rules'>

/** What is decided on documents as they are now: what changes, and what is answered. */
export type Decided<T> = { readonly change: DocumentChange; readonly answer: T }

/** Many issue at once of one series. */
const mostLooks = 40

/**
 * Decides on what there is and writes it whole; decides anew where somebody else wrote first. Files are made and deals are
 * told at once; where that breaks off, the clock does it. `what` begins the sentence of a fault, as in “The document was changed”.
 */
export async function decideDocument<T>(ports: Needs, what: string, decide: () => Promise<Decided<T>>): Promise<T> {
  const mark = ports.ids.next('cor')
  const look = async () => {
    const decided = await decide()
    return isNothing(decided.change) || (await ports.documents.save(decided.change, mark)) ? decided : again
  }
  const { change, answer } = await whileOthersWrite(what, look, mostLooks)
  await finish(ports, change, mark)
  return answer
}

function isNothing({ documents, removed }: DocumentChange): boolean {
  return documents.length === 0 && removed === undefined
}

async function finish(ports: Needs, { documents }: DocumentChange, mark: string): Promise<void> {
  for (const { document } of documents) {
    // oxlint-disable-next-line no-await-in-loop -- mostly one
    await keepDocumentFile(ports, document)
    // oxlint-disable-next-line no-await-in-loop
    await tellDeal(ports, { dealId: document.dealId, document: document.id, mark })
  }
}

/** A stored answer to a repeated request, written with the effect. */
export function answered(command: Command, body: unknown, at: string): Pick<DocumentChange, 'answer'> {
  const { answer } = answerWith(command, body)
  return answer === undefined ? {} : { answer: { ...answer, at } }
}
