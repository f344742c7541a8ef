import Type from 'typebox'

import { givenBytes } from '#schemas/lists/given-bytes'
import { documentStates } from '#schemas/lists/paper-states'
import { InvoiceLine } from '#schemas/money/money'
import { day, instant, line, nullable, shape, words } from '#schemas/shape'

/** How far a document is. */
export type DocumentState = (typeof documentStates)[number]

/** What was done with a document. */
export const documentDeeds = [
  'taken_over',
  'made',
  'made_again',
  'form_confirmed',
  'issued',
  'sent',
  'signed_us',
  'signed_client',
  'refused',
  'cancelled',
  'replaced',
] as const

/** What was done with a document, when and by whom. */
export type DocumentTrace = Type.Static<typeof DocumentTrace>
export const DocumentTrace = shape('DocumentTrace', {
  at: instant('When'),
  by: Type.String({ description: 'Employee, or the rule by which it was done by itself' }),
  did: words(documentDeeds),
  reason: Type.Optional(Type.String()),
  field: Type.Optional(
    Type.String({ description: 'The value whose genitive was confirmed', examples: ['seller.signer'] }),
  ),
})

/** A signature under a document. */
export type DocumentSignature = Type.Static<typeof DocumentSignature>
export const DocumentSignature = shape('DocumentSignature', {
  at: instant('When it was said to be signed'),
  by: Type.String({ description: 'Employee who said so' }),
  file: Type.Optional(Type.String({ description: 'The signed copy among the files of the deal' })),
})

/** A word in the genitive, as it is printed. */
export type DocumentForm = Type.Static<typeof DocumentForm>
export const DocumentForm = shape('DocumentForm', {
  field: Type.String({ description: 'The value that it is of', examples: ['client.signer'] }),
  text: Type.String({ description: 'The word as it stands in the card' }),
  form: Type.String({ description: 'The same in the genitive' }),
  isConfirmed: Type.Boolean({ description: 'False while it is only suggested: the document cannot be issued before' }),
})

/** A document of a deal. */
export type DealDocument = Type.Static<typeof DealDocument>
export const DealDocument = shape('DealDocument', {
  id: Type.String({ examples: ['doc_01KAQ4B6Y2M3T9J8V5C7D1E0FG'] }),
  version: Type.Integer({ minimum: 1, description: 'Grows with every change; the ETag' }),
  dealId: Type.String({ description: 'Deal' }),
  kind: Type.String({ description: 'Kind of the file' }),
  name: Type.String({ description: 'What people call the kind' }),
  seller: Type.String({ description: 'Which of our legal entities; empty where the file names none' }),
  state: words(documentStates),
  waitsFor: nullable(words(['issue', 'us', 'client'], { description: 'What it waits for; null where for nothing' })),
  number: nullable(Type.String({ description: 'Given when it is issued; null before, and for kinds without one' })),
  on: nullable(day('The day it was issued on')),
  buyer: Type.String({ description: 'Whom it is for, as it is printed' }),
  totalKopecks: Type.Integer({ description: 'What it comes to, in kopecks' }),
  fileName: Type.String({ description: 'What the file is called when it is downloaded' }),
  template: Type.String({ description: 'SHA-256 of the template it is printed into; empty where it was loaded' }),
  rulesVersion: Type.Integer({ minimum: 1, description: 'Version of the rules it was made by' }),
  forms: Type.Array(DocumentForm, { description: 'Words in the genitive' }),
  signedUs: Type.Optional(DocumentSignature),
  signedClient: Type.Optional(DocumentSignature),
  takenOver: Type.Optional(
    Type.Literal(true, { description: 'Loaded from a register of another system: it has no file of its own' }),
  ),
  replaces: Type.Optional(Type.String({ description: 'The document it takes the place of' })),
  replacedBy: Type.Optional(Type.String({ description: 'The document that takes its place' })),
  createdAt: instant('When it was made'),
  trace: Type.Array(DocumentTrace),
})

export type DealDocumentList = Type.Static<typeof DealDocumentList>
export const DealDocumentList = shape('DealDocumentList', { items: Type.Array(DealDocument) })

/** Asks for a document of a deal. */
export type MakeDocument = Type.Static<typeof MakeDocument>
export const MakeDocument = shape('MakeDocument', {
  kind: line({ minLength: 1, maxLength: 64, description: 'Kind of the file' }),
  lines: Type.Optional(
    Type.Array(InvoiceLine, {
      minItems: 1,
      maxItems: 500,
      description: 'Those of the deal where absent, else of its last invoice, else one with its title and amount',
    }),
  ),
  replaces: Type.Optional(
    line({ minLength: 1, maxLength: 200, description: 'An issued document of the deal that it takes the place of' }),
  ),
})

export type IssueDocument = Type.Static<typeof IssueDocument>
export const IssueDocument = shape('IssueDocument', {})

export type SendDocument = Type.Static<typeof SendDocument>
export const SendDocument = shape('SendDocument', {})

/** Says who has signed. */
export type SignDocument = Type.Static<typeof SignDocument>
export const SignDocument = shape('SignDocument', {
  who: words(['us', 'client'], { description: 'Who has signed' }),
  file: Type.Optional(
    line({ minLength: 1, maxLength: 100, description: 'The signed copy among the files of the deal' }),
  ),
})

/** Says why a document comes to nothing. */
export type EndDocument = Type.Static<typeof EndDocument>
export const EndDocument = shape('EndDocument', {
  reason: line({ minLength: 1, maxLength: 500, description: 'Why' }),
})

/** Confirms a word in the genitive, or puts it right. */
export type ConfirmForm = Type.Static<typeof ConfirmForm>
export const ConfirmForm = shape('ConfirmForm', {
  field: line({ minLength: 1, maxLength: 100, description: 'The value that it is of', examples: ['client.signer'] }),
  form: line({ minLength: 1, maxLength: 400, description: 'The word in the genitive' }),
})

/** A template that is to be published with rules. */
export type SendTemplate = Type.Static<typeof SendTemplate>
export const SendTemplate = shape('SendTemplate', {
  name: line({ minLength: 1, maxLength: 200, description: 'Name of the file' }),
  ...givenBytes,
})

export type TemplateKept = Type.Static<typeof TemplateKept>
export const TemplateKept = shape('TemplateKept', {
  sha256: Type.String({ description: 'By what the rules name it when they are published' }),
  bytes: Type.Integer(),
})
