import Type from 'typebox'

import { languages } from '#schemas/language-names'
import { line, shape, words } from '#schemas/shape'

/** Which papers are wanted, issued in one year. */
export type RegisterQuery = Type.Static<typeof RegisterQuery>
export const RegisterQuery = shape('RegisterQuery', {
  year: Type.Optional(Type.Integer({ minimum: 2000, maximum: 2200, description: 'This year where absent' })),
  kind: Type.Optional(line({ maxLength: 64, description: 'Kind of document or invoice of the file' })),
  state: Type.Optional(line({ maxLength: 20, description: 'State of a document or an invoice' })),
  q: Type.Optional(line({ maxLength: 100, description: 'Part of a number or of whom it is for' })),
  lang: Type.Optional(words(languages, { description: 'Language of the file; Accept-Language where absent' })),
})
