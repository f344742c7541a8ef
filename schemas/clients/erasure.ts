import Type from 'typebox'

import { day, instant, line, shape, words } from '#schemas/shape'
import { keepLines } from './request-names'

/** Asks for everything personal of a client to be erased; somebody else confirms it. */
export type AskErasure = Type.Static<typeof AskErasure>
export const AskErasure = shape('AskErasure', {
  reason: line({
    maxLength: 500,
    description: 'Why, and who asked for it',
    examples: ['Letter of the client of 20 November'],
  }),
})

/** Confirms an erasure; there is nothing to say about it. */
export type ConfirmErasure = Type.Static<typeof ConfirmErasure>
export const ConfirmErasure = shape('ConfirmErasure', {})

/** An erasure and, once it is done, its act: where something was, and never what. */
export type Erasure = Type.Static<typeof Erasure>
export const Erasure = shape('Erasure', {
  client: Type.String(),
  state: words(['due', 'asked', 'restricted', 'done'], {
    description:
      'due: the rules keep it until a day, and erase it after that, where nothing happens meanwhile; restricted: kept until a day for what a contract leaves behind, shown and written to by nobody',
  }),
  until: Type.Optional(day('While it is due or restricted: erased after this day')),
  reason: Type.String(),
  line: Type.Optional(words(keepLines, { description: 'Line of `keep` by which the rules erase it' })),
  askedBy: Type.String({ description: 'Employee; `rules` where the rules say so' }),
  askedAt: instant('When'),
  confirmedBy: Type.Optional(Type.String({ description: 'Employee, another one' })),
  doneAt: Type.Optional(instant('When it was erased')),
  places: Type.Array(
    shape('ErasedPlace', {
      room: Type.String(),
      place: Type.String({ description: 'As docs/keys.md names it' }),
      count: Type.Integer(),
    }),
  ),
  backupsUntil: Type.Optional(
    day('Until when copies of the store may still hold it; after a restore it is erased again'),
  ),
})

/** Everything that is kept of a client, for whom they ask what is. */
export type PersonalPackage = Type.Static<typeof PersonalPackage>
export const PersonalPackage = shape('PersonalPackage', {
  client: Type.String(),
  at: instant('As of when'),
  parts: Type.Array(
    shape('PersonalPart', {
      room: Type.String(),
      place: Type.String(),
      id: Type.String(),
      says: Type.Unknown({ description: 'What is kept there' }),
    }),
  ),
  readers: Type.Array(shape('PersonalReader', { employee: Type.String(), at: instant('When they looked') })),
})
