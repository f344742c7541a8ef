import { shownDocument } from '#documents/domain/document-state'
import { documentRefusal } from '#documents/words/document-refusal'
import type { KeptDocument } from '#schemas/documents/kept-document'
import type { Ports } from '#ports/ports'
import type { DealDocument, MakeDocument } from '#schemas/documents/documents'
import type { InvoiceLine } from '#schemas/money/money'
import { once, type Command } from '#usecases/command'
import { holdsFor } from '#usecases/deals/with-facts'
import { openToMake, type Scene } from './document-scene'
import { gatherPrinted } from './gather-printed'
import { withForms } from './genitives'
import { readTemplate } from './read-template'
import { renderDocument } from './render-document'
import { answered, decideDocument, type Decided } from './save-documents'

export type MakeNeeds = Pick<
  Ports,
  'clock' | 'deals' | 'documents' | 'files' | 'gateFacts' | 'ids' | 'money' | 'people' | 'rules'
>

/** How many documents a deal may have. */
const mostDocuments = 100

/**
 * Makes the draft of a document by the template in force, or makes it anew where the deal has a draft of that kind. Whoever
 * may change the deal makes it, and whoever issues it. Refuses kinds that are not for this deal, and what is not filled.
 */
export function makeDocument(
  ports: MakeNeeds,
  command: Command,
  dealId: string,
  { kind: kindId, lines, replaces }: MakeDocument,
): Promise<DealDocument> {
  return once(ports, command, async () => {
    const scene = await openToMake(ports, command.caller, dealId, kindId)
    const by = command.caller.actor.id
    const id = ports.ids.next('doc')
    return decideDocument(ports, `The documents of ${dealId} were changed`, async () => {
      const made = await draftOf(ports, scene, { id, by, lines, replaces })
      return { ...made, change: { ...made.change, ...answered(command, made.answer, ports.clock.now()) } }
    })
  })
}

export type Making = {
  readonly id: string
  readonly by: string
  readonly lines?: readonly InvoiceLine[] | undefined
  readonly replaces?: string | undefined
}

/** The draft that is written: printed once before there is any record of it, so that a fault of the template leaves nothing. */
export async function draftOf(ports: MakeNeeds, scene: Scene, making: Making): Promise<Decided<DealDocument>> {
  const { deal, kind, rules } = scene
  await refuseDeal(ports, scene)
  const own = await ports.documents.ofDeal(deal.id)
  const was = own.find((one) => one.kind === kind.id && one.stands === 'draft')
  if (was === undefined && own.length >= mostDocuments)
    throw documentRefusal('document_state.too_many', { most: mostDocuments })
  const replaced = replacedBy(own, making.replaces)
  const gathered = await gatherPrinted(ports, scene, making.lines)
  const { sha256, parts } = await readTemplate(ports, rules, kind.template)
  const { seller, buyer, total, confirmed, ...values } = gathered
  const before = was === undefined ? own : [was, ...own]
  const printed = await withForms(values, parts, { before, confirmed })
  await renderDocument(parts, printed)
  const document: KeptDocument = {
    ...followed(was, making, ports.clock.now()),
    dealId: deal.id,
    kind: kind.id,
    name: kind.name,
    stands: 'draft',
    ...(kind.signedBy === undefined ? {} : { signedBy: kind.signedBy }),
    seller,
    number: null,
    on: null,
    buyer,
    totalKopecks: total,
    template: sha256,
    rulesVersion: rules.version,
    printed,
    ...(replaced === undefined ? {} : { replaces: replaced }),
  }
  const written = { document, ...(was === undefined ? {} : { wasVersion: was.version }) }
  return { change: { documents: [written] }, answer: shownDocument(document) }
}

/** What a draft keeps when it is made anew. */
function followed(was: KeptDocument | undefined, { id, by }: Making, at: string) {
  const version = (was?.version ?? 0) + 1
  const trace = { at, by, did: was === undefined ? ('made' as const) : ('made_again' as const) }
  return {
    id: was?.id ?? id,
    version,
    textVersion: version,
    ...(was === undefined ? {} : { formerText: was.textVersion }),
    createdAt: was?.createdAt ?? at,
    trace: [...(was?.trace ?? []), trace],
  }
}

async function refuseDeal(ports: Pick<Ports, 'gateFacts'>, { deal, kind, rules }: Scene): Promise<void> {
  if (deal.status === 'lost' || deal.status === 'cancelled')
    throw documentRefusal('document_state.deal_closed', { title: deal.title })
  if (deal.currency !== 'RUB') throw documentRefusal('field_value.document_currency', { currency: deal.currency })
  if (!(await holdsFor(ports, deal, kind.when, rules.model)))
    throw documentRefusal('document_state.not_for_deal', { name: kind.name, title: deal.title })
}

function replacedBy(own: readonly KeptDocument[], id: string | undefined): string | undefined {
  if (id === undefined) return undefined
  const found = own.find((one) => one.id === id)
  if (found === undefined) throw documentRefusal('document_unknown', { id })
  if (found.stands === 'issued' || found.stands === 'sent' || found.stands === 'refused') return id
  throw documentRefusal('document_state.not_to_replace', { name: found.name, number: found.number ?? '' })
}
