import type { DocumentChange } from '#ports/documents'
import type { Ports } from '#ports/ports'
import { answerWith, type Command } from '#usecases/command'
import { keepDocumentFile } from './document-file'
import { tellDeal } from './tell-deals'

type Needs = Pick<Ports, 'clock' | 'deals' | 'documents' | 'files' | 'ids' | 'people' | 'rules'>

/** What is decided on documents as they are now: what changes, and what is answered. */
export type Decided<T> = { readonly change: DocumentChange; readonly answer: T }

/** Many issue at once of one series: whoever meets others waits a little longer each time, by a different time than they. */
const mostTries = 40
const longestPauseMs = 200

/**
 * Decides on what there is and writes it whole; decides anew where somebody else wrote first. Files are made and deals are
 * told at once; where that breaks off, the clock does it. `what` begins the sentence of a fault, as in “The document was changed”.
 */
export async function decideDocument<T>(ports: Needs, what: string, decide: () => Promise<Decided<T>>): Promise<T> {
  const mark = ports.ids.next('cor')
  for (let no = 1; no <= mostTries; no += 1) {
    // oxlint-disable-next-line no-await-in-loop -- decided again only when this came too late
    const { change, answer } = await decide()
    if (change.documents.length === 0 && change.removed === undefined) return answer
    // oxlint-disable-next-line no-await-in-loop
    if (await ports.documents.save(change, mark)) {
      // oxlint-disable-next-line no-await-in-loop
      await finish(ports, change, mark)
      return answer
    }
    // oxlint-disable-next-line no-await-in-loop
    await pause(Math.random() * Math.min(longestPauseMs, 2 ** no))
  }
  throw new Error(`${what} by others ${mostTries} times in a row.`)
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

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms)
  })
}
