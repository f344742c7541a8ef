import { isLive, shownDocument, stateOf } from '#documents/domain/document-state'
import { documentRefusal } from '#documents/words/document-refusal'
import type { KeptDocument } from '#schemas/documents/kept-document'
import type { Ports } from '#ports/ports'
import type { ConfirmForm, DealDocument, SignDocument } from '#schemas/documents/documents'
import { once, type Command } from '#usecases/command'
import { findDocument, openDocument } from './document-scene'
import { refuseSeen } from './refuse-seen'
import { answered, decideDocument, type Decided } from './save-documents'

export type ChangeNeeds = Pick<
  Ports,
  'attached' | 'clock' | 'deals' | 'documents' | 'files' | 'ids' | 'people' | 'rules' | 'gateFacts'
>
type Doing = { readonly at: string; readonly by: string }
type Change = Partial<KeptDocument> & Pick<KeptDocument, 'trace'>

/** Confirms how a word of a draft is in the genitive, or puts it right: it is never suggested anew after that. */
export function confirmForm(
  ports: ChangeNeeds,
  command: Command,
  id: string,
  { field, form }: ConfirmForm,
): Promise<DealDocument> {
  return change(ports, command, id, async (document, { at, by }) => {
    if (document.stands !== 'draft')
      throw documentRefusal('document_state.not_draft', { number: document.number ?? '' })
    const { printed } = document
    const was = Object.hasOwn(printed.forms, field) ? printed.forms[field] : undefined
    if (was === undefined)
      throw documentRefusal('field_value.form', { text: field, known: Object.keys(printed.forms) }, { field })
    const forms = { ...printed.forms, [field]: { ...was, form, isConfirmed: true } }
    return {
      printed: { ...printed, forms },
      textVersion: document.version + 1,
      formerText: document.textVersion,
      trace: [...document.trace, { at, by, did: 'form_confirmed', field }],
    }
  })
}

/** Says that an issued document has gone to the client. */
export function sendDocument(ports: ChangeNeeds, command: Command, id: string): Promise<DealDocument> {
  return change(ports, command, id, async (document, { at, by }) => {
    refuseUnissued(document)
    return { stands: 'sent', trace: [...document.trace, { at, by, did: 'sent' }] }
  })
}

/** Says who has signed, with the signed copy among the files of the deal. Signed by all, its deal hears what the file says. */
export function signDocument(
  ports: ChangeNeeds,
  command: Command,
  id: string,
  { who, file }: SignDocument,
): Promise<DealDocument> {
  return change(ports, command, id, async (document, { at, by }) => {
    refuseUnissued(document)
    const { name, signedBy } = document
    if (signedBy === undefined || (signedBy !== 'both' && signedBy !== who))
      throw documentRefusal('document_state.not_signed_by', { name, who })
    const before = who === 'us' ? document.signedUs : document.signedClient
    if (before !== undefined) throw documentRefusal('document_state.signed_already', { name, who })
    if (file !== undefined && (await ports.attached.file({ kind: 'deal', id: document.dealId }, file)) === undefined)
      throw documentRefusal('file_unknown.signed', { id: file })
    const signature = { at, by, ...(file === undefined ? {} : { file }) }
    const did = who === 'us' ? ('signed_us' as const) : ('signed_client' as const)
    const signed = who === 'us' ? { signedUs: signature } : { signedClient: signature }
    return { ...signed, trace: [...document.trace, { at, by, did }] }
  })
}

/** Says that the client does not sign, and why. */
export function refuseDocument(
  ports: ChangeNeeds,
  command: Command,
  id: string,
  reason: string,
): Promise<DealDocument> {
  return change(ports, command, id, async (document, { at, by }) => {
    refuseUnissued(document)
    if (stateOf(document) === 'signed') throw documentRefusal('document_state.signed', { name: document.name })
    return { stands: 'refused', trace: [...document.trace, { at, by, did: 'refused', reason }] }
  })
}

/** Cancels an issued document for a reason; it keeps its number. A draft is taken away instead. */
export async function cancelDocument(
  ports: ChangeNeeds,
  command: Command,
  id: string,
  reason: string,
): Promise<DealDocument> {
  await openDocument(ports, command.caller, id)
  return change(ports, command, id, async (document, { at, by }) => {
    if (document.stands === 'draft') throw documentRefusal('document_state.draft', { name: document.name })
    if (document.stands === 'cancelled' || document.stands === 'replaced')
      throw documentRefusal('document_state.ended', { name: document.name, number: document.number ?? '' })
    return { stands: 'cancelled', trace: [...document.trace, { at, by, did: 'cancelled', reason }] }
  })
}

/** Takes a draft away for good. Its file goes with it; one that is issued stays. */
export async function removeDraft(ports: ChangeNeeds, command: Command, id: string): Promise<{ id: string }> {
  await openDocument(ports, command.caller, id, { mayAlso: true })
  return decideDocument(ports, `The document ${id} was changed`, async (): Promise<Decided<{ id: string }>> => {
    const document = await findDocument(ports, id)
    refuseSeen(document, command)
    if (document.stands !== 'draft')
      throw documentRefusal('document_state.not_draft', { number: document.number ?? '' })
    const { documentKey } = await import('./document-file')
    await ports.files.remove(documentKey(document))
    return { change: { documents: [], removed: { document } }, answer: { id } }
  })
}

function refuseUnissued(document: KeptDocument): void {
  if (isLive(document)) return
  if (document.stands === 'draft') throw documentRefusal('document_state.draft', { name: document.name })
  throw documentRefusal('document_state.ended', { name: document.name, number: document.number ?? '' })
}

function change(
  ports: ChangeNeeds,
  command: Command,
  id: string,
  decide: (document: KeptDocument, doing: Doing) => Promise<Change>,
): Promise<DealDocument> {
  return once(ports, command, async () => {
    await openDocument(ports, command.caller, id, { mayAlso: true })
    return decideDocument(ports, `The document ${id} was changed`, async (): Promise<Decided<DealDocument>> => {
      const was = await findDocument(ports, id)
      refuseSeen(was, command)
      const at = ports.clock.now()
      const changed = await decide(was, { at, by: command.caller.actor.id })
      const document: KeptDocument = { ...was, ...changed, version: was.version + 1 }
      const answer = shownDocument(document)
      const written = [{ document, wasVersion: was.version }]
      return { change: { documents: written, ...answered(command, answer, at) }, answer }
    })
  })
}
