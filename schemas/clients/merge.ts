import Type from 'typebox'

import { ClientCard, ClientRow } from '#schemas/client'
import { duplicateKinds, duplicateReasons, mergeStates } from './merge-names'
import { instant, line, shape, words } from '#schemas/shape'

const clientId = (description: string) =>
  line({ maxLength: 80, description, examples: ['client_01KAQ4B6Y2M3T9J8V5C7D1E0FG'] })

/** Asks for a card to become a part of another. */
export type MergeClients = Type.Static<typeof MergeClients>
export const MergeClients = shape('MergeClients', {
  loser: clientId('The card that becomes a part of this one'),
  take: Type.Optional(
    Type.Record(Type.String({ pattern: '^[a-z][A-Za-z0-9_-]{0,80}$' }), words(['winner', 'loser']), {
      maxProperties: 200,
      description:
        'Whose value stays, by what it is, as `values` of the plan names it; the winner’s where nothing is said, the loser’s where the winner has none',
      examples: [{ name: 'loser' }],
    }),
  ),
  loserVersion: Type.Optional(
    Type.Integer({ minimum: 1, description: 'The version of the loser that was seen; another one refuses' }),
  ),
  dryRun: Type.Optional(Type.Boolean({ description: 'Nothing is written: what would be is answered' })),
})

/** What becomes of a value that the two cards do not have in common. */
export type MergeValue = Type.Static<typeof MergeValue>
export const MergeValue = shape('MergeValue', {
  field: Type.String({ description: 'What it is: name, owner, inn, kpp, requisites-bank, field-segment' }),
  from: words(['winner', 'loser'], { description: 'Whose value stays' }),
  kept: Type.String(),
  given: Type.Optional(Type.String({ description: 'The value that is given up; it is kept for 30 days' })),
})

/** What a merge makes, or has made, of two cards. */
export type MergePlan = Type.Static<typeof MergePlan>
export const MergePlan = shape('MergePlan', {
  winner: ClientCard,
  loser: ClientCard,
  values: Type.Array(MergeValue),
  moves: shape(
    'MergeMoves',
    {
      ways: Type.Integer({ description: 'Numbers and addresses that only the loser has' }),
      links: Type.Integer({ description: 'People or companies' }),
      deals: Type.Integer({ description: 'Deals' }),
    },
    'What comes to the winner from the loser',
  ),
  blocks: Type.Array(
    shape('MergeBlock', {
      code: Type.String(),
      detail: Type.String({ description: 'Why these two cannot be merged, in words' }),
    }),
    { description: 'Why nothing can be merged; empty where it can' },
  ),
  merge: Type.Optional(Type.String({ description: 'Id of the merge, by which it is undone; absent in a dry run' })),
})

/** A merge of the last 30 days. */
export type ClientMerge = Type.Static<typeof ClientMerge>
export const ClientMerge = shape('ClientMerge', {
  id: Type.String({ examples: ['merge_01KAQ4B6Y2M3T9J8V5C7D1E0FG'] }),
  at: instant('When'),
  by: Type.String({ description: 'Who merged them' }),
  winner: Type.String({ description: 'The card that is left' }),
  loser: Type.String({ description: 'The card that became a part of it; its id leads to the other' }),
  name: Type.String({ description: 'What the card that is left is called' }),
  loserName: Type.String({ description: 'What the other was called; empty when that is forgotten' }),
  state: words(mergeStates, { description: 'merging and undoing while what belongs to them is moved' }),
  undoUntil: instant('Until when it can be undone'),
})

export type ClientMerges = Type.Static<typeof ClientMerges>
export const ClientMerges = shape('ClientMerges', { items: Type.Array(ClientMerge) })

/** Asks for a merge to be undone. */
export type UndoMerge = Type.Static<typeof UndoMerge>
export const UndoMerge = shape('UndoMerge', {
  dryRun: Type.Optional(Type.Boolean({ description: 'Nothing is written: what would be is answered' })),
})

/** What undoing a merge makes, or has made, of two cards. */
export type MergeUndone = Type.Static<typeof MergeUndone>
export const MergeUndone = shape('MergeUndone', {
  winner: ClientCard,
  loser: ClientCard,
  stays: shape(
    'MergeStays',
    {
      values: Type.Array(Type.String(), { description: 'What was changed since: the winner keeps it' }),
      deals: Type.Array(Type.String(), { description: 'Deals that came since: they stay with the winner' }),
    },
    'What came since, and whose it now is',
  ),
})

/** Two cards that may be one client. */
export type DuplicatePair = Type.Static<typeof DuplicatePair>
export const DuplicatePair = shape('DuplicatePair', {
  is: words(duplicateKinds, { description: 'same: perhaps one client; branch: perhaps parts of one company' }),
  score: Type.Number({ description: 'How much speaks for it; 6 and more is proposed' }),
  reasons: Type.Array(words(duplicateReasons), { description: 'What speaks for it, and against it' }),
  one: ClientRow,
  other: ClientRow,
})

export type DuplicatePage = Type.Static<typeof DuplicatePage>
export const DuplicatePage = shape('DuplicatePage', { items: Type.Array(DuplicatePair) })

export type DuplicateQuery = Type.Static<typeof DuplicateQuery>
export const DuplicateQuery = shape('DuplicateQuery', {
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100, description: 'At most so many; 50 where absent' })),
  cursor: Type.Optional(Type.String({ maxLength: 2000, description: 'From the Link header of the page before' })),
})

/** Says that two cards are not one client. */
export type KeepApart = Type.Static<typeof KeepApart>
export const KeepApart = shape('KeepApart', {
  other: clientId('The other card'),
  reason: Type.Optional(line({ maxLength: 500, description: 'How that is known' })),
})

/** Two cards that were said not to be one client, or are open again. */
export type ApartPair = Type.Static<typeof ApartPair>
export const ApartPair = shape('ApartPair', {
  one: Type.String(),
  other: Type.String(),
  apart: Type.Boolean({ description: 'Whether everybody now takes them for two clients' }),
})
