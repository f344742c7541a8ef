import type { Model } from '#schemas/model'
import type { SignedBy } from '#schemas/documents/document-rules'

/** A kind of document or invoice of the file, as registers know it. */
export type PaperKind = {
  readonly is: 'document' | 'invoice'
  readonly id: string
  readonly name: string
  readonly by: string
  /** The series that its numbers are of; none of documents without numbers of their own. */
  readonly number?: string
  readonly signedBy?: SignedBy
}

/** Every kind of document and invoice there is. */
export function paperKinds({ documents = {}, invoices = {} }: Model): readonly PaperKind[] {
  return [
    ...Object.values(documents).map(({ id, name, by, number, signedBy }): PaperKind => {
      const own = { ...(number === undefined ? {} : { number }), ...(signedBy === undefined ? {} : { signedBy }) }
      return { is: 'document', id, name, by, ...own }
    }),
    ...Object.values(invoices).map(({ id, name, by, number }): PaperKind => ({ is: 'invoice', id, name, by, number })),
  ]
}

/** The kind that somebody names by its id or its name. */
export function kindNamed(model: Model, text: string): PaperKind | undefined {
  const plain = text.trim().toLowerCase()
  const kinds = paperKinds(model)
  return kinds.find(({ id }) => id === text) ?? kinds.find(({ name }) => name.toLowerCase() === plain)
}

/** What people call the kinds. */
export function kindNames(model: Model): readonly string[] {
  return paperKinds(model).map(({ name }) => name)
}
