import { shownDocument } from '#documents/domain/document-state'
import { documentRefusal } from '#documents/words/document-refusal'
import { countOf, nextNumber } from '#domain/numbers/next-number'
import { dateIn } from '#domain/time/zone'
import type { DocumentChange } from '#ports/documents'
import type { KeptDocument } from '#schemas/documents/kept-document'
import type { Ports } from '#ports/ports'
import type { DealDocument } from '#schemas/documents/documents'
import type { PrintedValue } from '#schemas/documents/printed'
import { once, type Command } from '#usecases/command'
import { findDocument, openDocument, type DocumentScene } from './document-scene'
import { invoiceOf } from './gather-printed'
import type { MakeNeeds } from './make-document'
import { refuseSeen } from './refuse-seen'
import { answered, decideDocument, type Decided } from './save-documents'

/**
 * Issues a draft: it gets the next number of its seller and series in the very transaction that issues it, so that none is
 * lost and none is given twice. The year is that of the company’s time zone. What it says does not change any more. Refuses
 * while somebody has to look at a genitive, and one that is issued already.
 */
export function issueDocument(ports: MakeNeeds, command: Command, id: string): Promise<DealDocument> {
  return once(ports, command, async () => {
    const scene = await openDocument(ports, command.caller, id)
    refuseSeen(scene.document, command)
    return decideDocument(ports, 'The numbers of documents were given', async (): Promise<Decided<DealDocument>> => {
      const was = await findDocument(ports, id)
      refuseSeen(was, command)
      if (was.stands !== 'draft') throw documentRefusal('document_state.not_draft', { number: was.number ?? '' })
      refuseUnconfirmed(was)
      const at = ports.clock.now()
      const by = command.caller.actor.id
      const { document, counting } = await numbered(ports, { ...scene, document: was }, { at, by })
      const replaced = await replacedOf(ports, document, { at, by })
      const answer = shownDocument(document)
      const documents = [{ document, wasVersion: was.version }, ...replaced]
      return { change: { documents, ...counting, ...answered(command, answer, at) }, answer }
    })
  })
}

function refuseUnconfirmed({ printed: { forms } }: KeptDocument): void {
  const open = Object.values(forms).filter(({ isConfirmed }) => !isConfirmed)
  if (open.length > 0) throw documentRefusal('document_state.unconfirmed', { forms: open.map(({ form }) => form) })
}

type Doing = { readonly at: string; readonly by: string }

async function numbered(
  ports: MakeNeeds,
  { document, kind, rules: { model }, deal }: DocumentScene,
  { at, by }: Doing,
) {
  const today = dateIn(model.calendar.timezone, at)
  const given = await numberFor(ports, { document, kind, model, dealId: deal.id, today })
  const { number, on } = given
  const values: Record<string, PrintedValue> = {
    ...document.printed.values,
    number: ['text', number],
    date: ['date', on],
  }
  const version = document.version + 1
  const issued: KeptDocument = {
    ...document,
    version,
    textVersion: version,
    formerText: document.textVersion,
    stands: 'issued',
    number,
    on,
    printed: { ...document.printed, values },
    trace: [...document.trace, { at, by, did: 'issued' }],
  }
  return { document: issued, counting: given.counting }
}

type Numbering = Pick<DocumentScene, 'document' | 'kind'> & {
  readonly model: DocumentScene['rules']['model']
  readonly dealId: string
  readonly today: string
}

/** The number and day of a document: of the invoice it prints, of its series, or none. */
async function numberFor(
  { documents, money }: Pick<Ports, 'documents' | 'money'>,
  { document, kind, model, dealId, today }: Numbering,
): Promise<{ number: string | null; on: string; counting: Pick<DocumentChange, 'counting'> }> {
  const invoice = kind === undefined ? undefined : invoiceOf(kind, await money.invoicesOf(dealId), model)
  if (invoice !== undefined) return { number: invoice.number, on: invoice.on ?? today, counting: {} }
  if (kind?.number === undefined) return { number: null, on: today, counting: {} }
  const series = model.numbers?.[kind.number]
  if (series === undefined) throw documentRefusal('document_state.no_series', { name: kind.name, id: kind.number })
  const count = countOf(series, document.seller, today)
  const wasLast = await documents.lastOf(count)
  const { n, number } = nextNumber(series, today, wasLast)
  return { number, on: today, counting: { counting: { ...count, n, ...(wasLast === undefined ? {} : { wasLast }) } } }
}

/** What the issued document takes the place of ends with the same write. */
async function replacedOf(
  { documents }: Pick<Ports, 'documents'>,
  document: KeptDocument,
  { at, by }: Doing,
): Promise<DocumentChange['documents']> {
  if (document.replaces === undefined) return []
  const was = await documents.find(document.replaces)
  if (was === undefined || was.stands === 'cancelled' || was.stands === 'replaced') return []
  const replaced: KeptDocument = {
    ...was,
    version: was.version + 1,
    stands: 'replaced',
    replacedBy: document.id,
    trace: [...was.trace, { at, by, did: 'replaced' }],
  }
  return [{ document: replaced, wasVersion: was.version }]
}
