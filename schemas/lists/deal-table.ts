import Type from 'typebox'

import { Fields, dealStatuses } from '#schemas/deal'
import { languages } from '#schemas/language-names'
import { instant, line, nullable, shape, words } from '#schemas/shape'

const where = Type.Optional(
  line({
    minLength: 0,
    maxLength: 4000,
    description:
      'Conditions that all hold, set apart by semicolons: a column, then `=` (one of several, set apart by commas; nothing for empty), `!=`, `>=`, `<=` (numbers, minor units of company currency, days or `today`, `today+7`, `today-30`, of moments also `now`) or `~` (has these words). Text with a semicolon or comma stands in quotation marks',
    examples: ['status=open,won;owner=me;fields.amount>=10000000;nextDueAt<=now'],
  }),
)
const q = Type.Optional(
  line({
    minLength: 0,
    maxLength: 100,
    description: 'Words, each in the title, the client’s or the owner’s name, or the end of the number',
  }),
)
const sort = Type.Optional(
  line({
    minLength: 0,
    maxLength: 80,
    description:
      'A column to sort by, with a minus in front from the last to the first; newest deals first where absent',
    examples: ['-fields.amount'],
  }),
)

/** Which deals of all directions, and in which order. */
export type DealTableQuery = Type.Static<typeof DealTableQuery>
export const DealTableQuery = shape('DealTableQuery', {
  where,
  q,
  sort,
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100, description: 'How many at most, 50 where absent' })),
  cursor: Type.Optional(Type.String({ maxLength: 4000, description: 'Taken from the Link header of the page before' })),
})

/** The same for a file. */
export type DealFileQuery = Type.Static<typeof DealFileQuery>
export const DealFileQuery = shape('DealFileQuery', {
  where,
  q,
  sort,
  columns: Type.Optional(
    Type.String({
      maxLength: 4000,
      description: 'Columns of the file in order, set apart by commas; the usual ones where absent',
      examples: ['title,stage,fields.amount'],
    }),
  ),
  lang: Type.Optional(words(languages, { description: 'Language of titles; Accept-Language where absent' })),
})

/** A deal as a row of the table. */
export type DealRow = Type.Static<typeof DealRow>
export const DealRow = shape('DealRow', {
  id: Type.String(),
  number: Type.String({ description: 'The short number people say: the end of the id' }),
  title: Type.String(),
  client: Type.String({ description: 'Name of who buys, empty where nobody is named' }),
  direction: Type.String(),
  stage: Type.String(),
  status: words(dealStatuses),
  owner: Type.String(),
  createdAt: instant('When the deal was made'),
  enteredAt: instant('When it came to its stage'),
  closedAt: nullable(instant('When it was closed')),
  reason: nullable(Type.String({ description: 'Why it was closed: an id of `outcomes`' })),
  nextDueAt: nullable(instant('The nearest due date of an open task')),
  stuckSince: nullable(instant('Since when it stands in its stage longer than the rules let it')),
  tasks: Type.Integer({ description: 'How many tasks are open' }),
  currency: Type.String(),
  fields: Fields,
})

/** A page of the table, with how many deals there are in all and what they come to. */
export type DealTable = Type.Static<typeof DealTable>
export const DealTable = shape('DealTable', {
  items: Type.Array(DealRow),
  total: Type.Integer({ description: 'How many deals of those the caller may see' }),
  sumMinor: Type.Integer({ description: 'Their amounts in minor units of company currency, at the rates of now' }),
  currency: Type.String({ description: 'Company currency' }),
  noRate: Type.Array(Type.String(), { description: 'Currencies without a rate: their amounts are in no sum' }),
  asOf: instant('As of when'),
  toCome: nullable(
    Type.Integer({ description: 'How many changes made by then are not in it yet; null where nobody knows' }),
  ),
})

/** Lists of which views may be kept. */
export const viewedLists = ['deals', 'clients'] as const

/** A list as somebody wants to see it again: what it is narrowed to, its order and its columns. */
export type SaveView = Type.Static<typeof SaveView>
export const SaveView = shape('SaveView', {
  list: words(viewedLists, { description: 'Of which list' }),
  name: line({ maxLength: 80, description: 'What it is called', examples: ['Large and late'] }),
  where,
  q,
  sort,
  columns: Type.Optional(
    Type.Array(line({ maxLength: 80 }), { maxItems: 60, description: 'Columns in order; the usual ones where absent' }),
  ),
  isShared: Type.Optional(Type.Boolean({ description: 'Whether everybody is offered it; for whoever leads others' })),
})

/** A view as it is kept. */
export type SavedView = Type.Static<typeof SavedView>
export const SavedView = shape('SavedView', {
  id: Type.String(),
  owner: Type.String({ description: 'Whoever made it' }),
  ...SaveView.properties,
  isShared: Type.Boolean(),
})

/** One’s own views and those that are shared, by name. */
export const SavedViews = shape('SavedViews', { items: Type.Array(SavedView) })
export type SavedViews = Type.Static<typeof SavedViews>
