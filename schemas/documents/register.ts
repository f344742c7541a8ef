import Type from 'typebox'

import { givenBytes } from '#schemas/lists/given-bytes'
import { languages } from '#schemas/language-names'
import type { Saying } from '#schemas/saying'
import { day, line, shape, words } from '#schemas/shape'

/** Which papers are wanted, issued in one year. */
export type RegisterQuery = Type.Static<typeof RegisterQuery>
export const RegisterQuery = shape('RegisterQuery', {
  year: Type.Optional(Type.Integer({ minimum: 2000, maximum: 2200, description: 'This year where absent' })),
  kind: Type.Optional(line({ maxLength: 64, description: 'Kind of document or invoice of the file' })),
  state: Type.Optional(line({ maxLength: 20, description: 'State of a document or an invoice' })),
  q: Type.Optional(line({ maxLength: 100, description: 'Part of a number or of whom it is for' })),
  lang: Type.Optional(words(languages, { description: 'Language of the file; Accept-Language where absent' })),
})

/** Loads papers that another system has issued. */
export type LoadRegister = Type.Static<typeof LoadRegister>
export const LoadRegister = shape('LoadRegister', {
  name: line({ minLength: 1, maxLength: 200, description: 'Name of the file: a workbook (.xlsx) or CSV' }),
  ...givenBytes,
  kind: Type.Optional(
    line({ minLength: 1, maxLength: 100, description: 'What the rows are where the table has no column that says it' }),
  ),
  dryRun: Type.Boolean({ description: 'true: says what would be kept, and keeps nothing' }),
})

/** Something wrong in a register, and what to write instead. */
export type RegisterNote = Type.Static<typeof RegisterNote>
export const RegisterNote = shape('RegisterNote', {
  line: Type.Integer({ description: 'Row of the workbook, line of the file' }),
  cell: Type.Optional(Type.String({ description: 'Cell of a workbook', examples: ['Реестр!D17'] })),
  column: Type.Optional(Type.String({ description: 'What its column is called', examples: ['Дата договора'] })),
  weight: words(['fault', 'warning'], { description: 'fault: the row is not taken; warning: it is' }),
  text: Type.String({ description: 'What is wrong and what to write instead' }),
})

/** What a register brought, or would bring. */
export type RegisterLoaded = Type.Static<typeof RegisterLoaded>
export const RegisterLoaded = shape('RegisterLoaded', {
  dryRun: Type.Boolean(),
  sheet: Type.Optional(Type.String({ description: 'The sheet of a workbook that was read: the first that is shown' })),
  found: Type.Integer({ description: 'Rows, those that could not be read included' }),
  added: Type.Integer({ description: 'Papers that were kept, or would be' }),
  known: Type.Integer({ description: 'Rows whose paper is there already; nothing of it is changed' }),
  refused: Type.Integer({ description: 'Rows with faults' }),
  left: Type.Integer({
    description: 'Rows that one request had no time for: load the same file again and it goes on there',
  }),
  rows: Type.Array(
    shape('RegisterPaper', {
      line: Type.Integer(),
      kind: Type.String({ description: 'Kind of the file' }),
      name: Type.String({ description: 'What people call the kind' }),
      number: Type.String(),
      on: day('When it was issued'),
      buyer: Type.String(),
      kopecks: Type.Integer({ description: 'What it comes to, in kopecks' }),
      deal: shape('RegisterDeal', { id: Type.String(), number: Type.String(), title: Type.String() }),
    }),
    { description: 'The first 200 of the new papers' },
  ),
  faults: Type.Array(RegisterNote, { description: '1000 at most' }),
  faultsLeftOut: Type.Integer({ description: 'Faults behind these' }),
})

/** The same as it is kept: its faults by the keys of their sentences. */
export type KeptRegisterLoaded = Omit<RegisterLoaded, 'faults'> & {
  readonly faults: readonly (Omit<RegisterNote, 'text'> & { readonly about: Saying })[]
}
