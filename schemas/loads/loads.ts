import Type from 'typebox'

import { loadKinds } from '#schemas/lists/load-kinds'
import { RegisterLoaded } from '#schemas/documents/register'
import { instant, line, shape, words } from '#schemas/shape'

export type LoadKind = (typeof loadKinds)[number]

export const loadStates = ['waiting', 'running', 'done', 'failed'] as const

/** Has a file loaded that was sent by an address of `POST /uploads`. */
export type StartLoad = Type.Static<typeof StartLoad>
export const StartLoad = shape('StartLoad', {
  what: words(loadKinds, { description: 'register: papers of another system; statement: a file of the bank' }),
  name: line({ minLength: 1, maxLength: 200, description: 'Name of the file' }),
  upload: line({ minLength: 1, maxLength: 64, description: 'The id that POST /uploads has answered' }),
  kind: Type.Optional(
    line({
      minLength: 1,
      maxLength: 100,
      description: 'Of a register: what its rows are where it has no column that says it',
    }),
  ),
  dryRun: Type.Optional(
    Type.Boolean({ description: 'Of a register: says what would be kept, and keeps nothing; false where absent' }),
  ),
})

/** A file that is being loaded, or was. */
export type Load = Type.Static<typeof Load>
export const Load = shape('Load', {
  id: Type.String({ examples: ['load_01KAQ4B6Y2M3T9J8V5C7D1E0FG'] }),
  what: words(loadKinds),
  name: Type.String({ description: 'Name of the file' }),
  dryRun: Type.Boolean(),
  by: Type.String({ description: 'Who asked for it' }),
  at: instant('When'),
  state: words(loadStates, { description: 'waiting and running: ask again in a moment' }),
  found: Type.Optional(Type.Integer({ description: 'Rows or payments in the file; absent until it was read' })),
  known: Type.Optional(Type.Integer({ description: 'Those that were here before' })),
  done: Type.Integer({ description: 'Those that have been kept so far' }),
  register: Type.Optional(RegisterLoaded),
  statement: Type.Optional(Type.String({ description: 'Its statement, when it is done' })),
  problem: Type.Optional(Type.String({ description: 'Why it failed and what to do' })),
})
