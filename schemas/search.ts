import Type from 'typebox'

import { instant, line, shape, words } from './shape'
import { fewestTyped, foundKinds, mostTyped } from './search-names'

/** What to look for in everything there is. */
export type SearchQuery = Type.Static<typeof SearchQuery>
export const SearchQuery = shape('SearchQuery', {
  q: Type.String({
    minLength: fewestTyped,
    maxLength: mostTyped,
    description:
      'Words, of which each must be the beginning of one that the thing has: of its title, its client’s name, its numbers. A telephone number in any spelling, its last four digits or more, an e-mail address, an INN, a contract number. Case, ё and quotation marks do not matter',
  }),
  limit: Type.Optional(
    Type.Integer({ minimum: 1, maximum: 50, description: 'How many of each kind at most, 10 where absent' }),
  ),
})

/** Something that was found. */
export type FoundThing = Type.Static<typeof FoundThing>
export const FoundThing = shape('FoundThing', {
  kind: words(foundKinds),
  id: Type.String(),
  title: Type.String({ description: 'Title of the deal, name of the client' }),
  about: Type.String({ description: 'Of a deal its client; empty where there is none' }),
  owner: Type.String({ description: 'Employee' }),
  at: instant('When it was made'),
})

/** What was found of one kind. */
export type FoundGroup = Type.Static<typeof FoundGroup>
export const FoundGroup = shape('FoundGroup', {
  kind: words(foundKinds),
  items: Type.Array(FoundThing, { description: 'Whole words first, then the newest first' }),
  count: Type.Integer({ description: 'How many there are that the reader may see' }),
  isAll: Type.Boolean({ description: 'False where too many begin so to be counted: there may be more' }),
})

/** What a search has found. Nothing that the reader may not see is in it, nor counted. */
export type SearchAnswer = Type.Static<typeof SearchAnswer>
export const SearchAnswer = shape('SearchAnswer', {
  groups: Type.Array(FoundGroup),
  knownBy: Type.Array(Type.String(), {
    description:
      'Who the client belongs to whose whole number, address or INN was typed, where the reader may not see them: employees, and nothing else',
  }),
})

/** Where making all words anew goes on. */
export type RebuildSearch = Type.Static<typeof RebuildSearch>
export const RebuildSearch = shape('RebuildSearch', {
  after: Type.Optional(line({ maxLength: 4000, description: 'What the answer before said; absent at the beginning' })),
})

/** How far making all words anew has come. */
export type SearchRebuilt = Type.Static<typeof SearchRebuilt>
export const SearchRebuilt = shape('SearchRebuilt', {
  things: Type.Integer({ description: 'Things whose words were made in this step' }),
  done: Type.Integer({ description: 'Lists that are done' }),
  of: Type.Integer({ description: 'Lists there are' }),
  after: Type.Optional(Type.String({ description: 'Where the next step goes on; absent when all is done' })),
})
