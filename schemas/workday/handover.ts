import Type from 'typebox'

import { Saying } from '#schemas/saying'
import { instant, line, shape, words } from '#schemas/shape'
import { Subject } from '#schemas/subject'
import { handedKinds, handedStates, handoverSplits, handoverStates } from './handover-names'

const employee = (description: string) => line({ maxLength: 64, description, examples: ['ivan.kotov'] })
const kinds = (description: string) =>
  Type.Array(words(handedKinds), { minItems: 1, maxItems: handedKinds.length, uniqueItems: true, description })

/** Asks for what somebody has to be given to others. */
export type StartHandover = Type.Static<typeof StartHandover>
export const StartHandover = shape('StartHandover', {
  from: employee('Employee whose things they are'),
  to: Type.Array(employee('Employee who takes over'), {
    minItems: 1,
    maxItems: 20,
    uniqueItems: true,
    description: 'Who takes over',
  }),
  split: Type.Optional(
    words(handoverSplits, {
      description:
        'How it is split among several: `turns` (the usual), `fewest` (whoever has the fewest deals), `by_pipeline` (a direction to one person). A client goes with their deals',
    }),
  ),
  until: Type.Optional(
    Type.String({
      format: 'date',
      description:
        'Until that day alone: deals and clients stay, open tasks go, and what is still open comes back then',
    }),
  ),
  what: Type.Optional(kinds('What is given; everything where absent, keys for whoever may change people')),
  reason: Type.Optional(line({ maxLength: 500, description: 'Why; it stands in every deal' })),
  dryRun: Type.Optional(Type.Boolean({ description: 'Only say what would go to whom' })),
})

/** One thing that is given, or was to be. */
export type HandedThing = Type.Static<typeof HandedThing>
export const HandedThing = shape('HandedThing', {
  kind: words(handedKinds),
  id: Type.String(),
  of: Type.Optional(Type.String({ description: 'The deal of a task' })),
  subject: Type.Optional(Subject),
  to: Type.String({ description: 'Employee who takes it over' }),
  state: words(handedStates, {
    description:
      'planned; given; failed: it could not go, `detail` says why; elsewhere: somebody had given it to another person meanwhile; returned; touched: it was changed since and stays',
  }),
  version: Type.Optional(Type.Integer({ description: 'Its version right after it was given' })),
  code: Type.Optional(Type.String({ description: 'Why it could not go' })),
  detail: Type.Optional(Type.String({ description: 'The same as a sentence' })),
  said: Type.Optional(Type.Array(Saying, { description: 'The same by the keys of its sentences' })),
})

const parts = {
  from: Type.String(),
  to: Type.Array(Type.String()),
  reason: Type.Optional(Type.String()),
  by: Type.String({ description: 'Employee who ordered it, by whose rights it is done' }),
  at: instant('When it was ordered'),
  state: words(handoverStates),
  split: Type.Optional(words(handoverSplits)),
  until: Type.Optional(Type.String({ format: 'date', description: 'The day on which it comes back' })),
}

/** What goes from one person to others, or went. */
export type Handover = Type.Static<typeof Handover>
export const Handover = shape('Handover', {
  id: Type.String({ description: 'Empty in a dry run', examples: ['handover_01KAQ4B6Y2M3T9J8V5C7D1E0FG'] }),
  ...parts,
  things: Type.Array(HandedThing),
})

/** A handover as a list shows it. */
export type HandoverRow = Type.Static<typeof HandoverRow>
export const HandoverRow = shape('HandoverRow', { id: Type.String(), ...parts })

export type HandoverList = Type.Static<typeof HandoverList>
export const HandoverList = shape('HandoverList', { items: Type.Array(HandoverRow) })

/** Asks for what was given and has not been changed since to be given back. */
export type ReturnHandover = Type.Static<typeof ReturnHandover>
export const ReturnHandover = shape('ReturnHandover', {})
