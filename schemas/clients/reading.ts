import Type from 'typebox'

import { clientKinds } from '#schemas/client-names'
import { ExportEntry } from '#schemas/report'
import { day, instant, line, shape, words } from '#schemas/shape'

/** Which day to tell of. */
export type ReadingQuery = Type.Static<typeof ReadingQuery>
export const ReadingQuery = shape('ReadingQuery', { on: Type.Optional(day('The day; today where absent')) })

/** Allows somebody to read on for the rest of a day. */
export type AllowReading = Type.Static<typeof AllowReading>
export const AllowReading = shape('AllowReading', {
  reason: line({ maxLength: 500, description: 'Why; it stays on record', examples: ['Calls all clients of the fair'] }),
})

/** What somebody read of clients on a day. */
export type PersonReading = Type.Static<typeof PersonReading>
export const PersonReading = shape('PersonReading', {
  employee: Type.String({ description: 'Employee, or the id of a key' }),
  on: day('The day, by the company’s clocks'),
  cards: Type.Array(
    shape('CardReading', {
      client: Type.String(),
      name: Type.String({ description: 'What the client is called now; empty where the card is gone' }),
      at: instant('The first look of that day'),
      isOwn: Type.Boolean({ description: 'Whether it was their own client: such looks count for no budget' }),
    }),
    { description: 'Cards that were opened, in order' },
  ),
  counted: Type.Integer({ description: 'Of them those that count' }),
  reveals: Type.Integer({ description: 'Numbers and addresses that were shown' }),
  rows: Type.Integer({ description: 'Clients of others in lists that were shown and files that were taken out' }),
  searches: Type.Integer({ description: 'Searches; one that is typed on is one' }),
  budget: shape('ReadingBudget', {
    cards: Type.Integer({ description: 'Cards of others a day; beyond it the head is told' }),
    reveals: Type.Integer({
      description: 'The same for numbers and addresses; at twice any of these nothing more is shown',
    }),
    rows: Type.Integer({ description: 'The same for rows of lists and files' }),
    searches: Type.Integer({ description: 'The same for searches' }),
  }),
  allowed: Type.Optional(shape('ReadingAllowed', { by: Type.String(), reason: Type.String(), at: instant('When') })),
})

/** Of which time to tell, for whoever looks after a leak. */
export type LeakQuery = Type.Static<typeof LeakQuery>
export const LeakQuery = shape('LeakQuery', {
  from: day('The first day'),
  to: day('The last day, at most 366 in all'),
})

/** Whose data somebody may have carried away in a time. */
export type ReadClients = Type.Static<typeof ReadClients>
export const ReadClients = shape('ReadClients', {
  employee: Type.String(),
  from: day('The first day'),
  to: day('The last day'),
  people: Type.Integer({ description: 'Different people whose cards were opened: what an authority asks for' }),
  companies: Type.Integer({ description: 'Different companies' }),
  gone: Type.Integer({ description: 'Cards that are there no more' }),
  reveals: Type.Integer({ description: 'Numbers and addresses that were shown' }),
  rows: Type.Integer({ description: 'Other people’s clients in lists that were shown and files that were taken out' }),
  searches: Type.Integer(),
  files: Type.Array(ExportEntry, { description: 'Files that were taken out, the newest first' }),
  items: Type.Array(
    shape('ReadClient', {
      client: Type.String(),
      kind: Type.Optional(words(clientKinds)),
      name: Type.Optional(Type.String({ description: 'Absent where the card is gone' })),
      firstAt: instant('When its card was first opened in that time'),
      lastAt: instant('When on the last day on which it was'),
      isOwn: Type.Boolean({ description: 'Whether it was a client of their own' }),
    }),
    { description: 'By name' },
  ),
})
