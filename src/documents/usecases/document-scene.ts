import { isTrusted } from '#domain/deals/task-rights'
import { isNamed, type Caller } from '#domain/kernel/access'
import { documentRefusal } from '#documents/words/document-refusal'
import type { KeptDocument } from '#schemas/documents/kept-document'
import type { People } from '#ports/people'
import type { Ports } from '#ports/ports'
import type { RulesVersion } from '#ports/rules'
import type { Deal } from '#schemas/deal'
import type { DocumentKind, Model } from '#schemas/model'
import { openSeenFile, refuseReader } from '#usecases/deals/deal-file'

export type SceneNeeds = Pick<Ports, 'deals' | 'documents' | 'people' | 'rules' | 'gateFacts'>

/** A deal for which a kind of document is made, with the rules in force. */
export type Scene = {
  readonly deal: Deal
  readonly people: People
  readonly rules: RulesVersion
  readonly kind: DocumentKind
}

/** The kind of that id in the file, or a refusal that lists the ones there are. */
export function kindOf({ documents = {} }: Model, id: string): DocumentKind {
  const kind = Object.hasOwn(documents, id) ? documents[id] : undefined
  if (kind !== undefined) return kind
  const known = Object.keys(documents)
  if (known.length === 0) throw documentRefusal('documents_unset')
  throw documentRefusal('field_value.document_kind', { id, known }, { known })
}

/** Opens a deal for whoever may make a kind of document: whoever may change the deal, or whom the file names `by`. */
export async function openToMake(ports: SceneNeeds, caller: Caller, dealId: string, kindId: string): Promise<Scene> {
  const [found, people, rules] = await Promise.all([
    ports.deals.find(dealId),
    ports.people.load(),
    ports.rules.current(),
  ])
  const by = rules.model.documents?.[kindId]?.by
  if (found !== undefined && by !== undefined && mayAct(caller, by, found.owner, people))
    return { deal: found, people, rules, kind: kindOf(rules.model, kindId) }
  const { deal, mayEdit } = await openSeenFile(ports, caller, dealId)
  if (!mayEdit) refuseReader(deal)
  return { deal, people, rules, kind: kindOf(rules.model, kindId) }
}

/** A document with its deal, and what the file says of its kind now; undefined where it says nothing any more. */
export type DocumentScene = {
  readonly document: KeptDocument
  readonly deal: Deal
  readonly people: People
  readonly rules: RulesVersion
  readonly kind: DocumentKind | undefined
}

/**
 * Opens a document for whom the file names `by`, and with `mayAlso` for whoever may change the deal. Says to others who that
 * is, if they may see the deal; to the rest there is no such document.
 */
export async function openDocument(
  ports: SceneNeeds,
  caller: Caller,
  id: string,
  { mayAlso = false }: { readonly mayAlso?: boolean } = {},
): Promise<DocumentScene> {
  const document = await findDocument(ports, id)
  const [deal, people, rules] = await Promise.all([
    ports.deals.find(document.dealId),
    ports.people.load(),
    ports.rules.current(),
  ])
  const kind = rules.model.documents?.[document.kind]
  if (deal === undefined) throw documentRefusal('document_unknown', { id })
  const scene = { document, deal, people, rules, kind }
  if (kind === undefined ? isTrusted(caller) : mayAct(caller, kind.by, deal.owner, people)) return scene
  const { mayEdit } = await openSeenFile(ports, caller, document.dealId)
  if (mayEdit && (mayAlso || kind === undefined)) return scene
  if (kind === undefined) refuseReader(deal)
  throw documentRefusal('forbidden.document', { name: kind.name, role: roleName(rules.model, kind.by) })
}

/** A document that is there, or a refusal. */
export async function findDocument({ documents }: Pick<Ports, 'documents'>, id: string): Promise<KeptDocument> {
  const found = await documents.find(id)
  if (found === undefined) throw documentRefusal('document_unknown', { id })
  return found
}

/** Whether a caller is who the file names `by` for a deal of `owner`. */
export function mayAct(caller: Caller, by: string, owner: string, people: People): boolean {
  return isTrusted(caller) || isNamed(caller, by, owner, people)
}

function roleName({ roles }: Model, id: string): string {
  return roles[id]?.name ?? id
}
