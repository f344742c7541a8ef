import Type from 'typebox'

import { clientKinds } from './client-names'
import { notOnCard } from './lists/not-on-card'
import { instant, line, nullable, prose, shape, words } from './shape'

/**
 * A field's value. Money is an integer of minor units (kopecks, cents), percent and number are plain numbers, moments UTC instants,
 * a date is `YYYY-MM-DD`, a file is its address, an empty field is null.
 */
export type FieldValue = Type.Static<typeof FieldValue>
export const FieldValue = Type.Union([prose({ maxLength: 4000 }), Type.Number(), Type.Boolean(), Type.Null()], {
  title: 'FieldValue',
  description:
    'Money in minor units (integer), percent and number as numbers, dates as YYYY-MM-DD, dates with a time as instants with their zone (answered in UTC), files as addresses, null for empty.',
})

/** The fields of a deal by id, as `pipelines.yaml` declares them. */
export type Fields = Type.Static<typeof Fields>
export const Fields = Type.Record(Type.String({ pattern: '^[a-z][a-z0-9_]{0,63}$' }), FieldValue, {
  title: 'Fields',
  maxProperties: 200,
  description:
    'Fields by id, built-in (amount, paid, client_type, repeat_client, source, expected_close) and own ones.',
})

/** open: on the way to being won; won: after `won_after`, being delivered; completed: left the last stage. */
export const dealStatuses = ['open', 'won', 'completed', 'lost', 'cancelled'] as const
export type DealStatus = (typeof dealStatuses)[number]

/** Who buys: what is needed to call back and to recognise somebody who comes again. */
export type Client = Type.Static<typeof Client>
export const Client = shape('Client', {
  name: Type.Optional(line({ maxLength: 200, minLength: 0, description: 'Person or company' })),
  phone: Type.Optional(line({ maxLength: 40, minLength: 0, description: 'Phone number, any spelling' })),
  email: Type.Optional(line({ maxLength: 254, minLength: 0, description: 'E-mail address' })),
})

/** A client of a deal, by what they are in it. */
export type DealLink = Type.Static<typeof DealLink>
export const DealLink = shape('DealLink', {
  client: line({
    maxLength: 80,
    description: 'Id of the client’s card',
    examples: ['client_01KAQ4B6Y2M3T9J8V5C7D1E0FG'],
  }),
  role: Type.String({ pattern: '^[a-z][a-z0-9_]{0,63}$', description: '`client` for who buys, or a role of the file' }),
  kind: Type.Optional(words(clientKinds, { description: 'What they are, where the deal knows it' })),
})

/** What later rules brought to a visit that was under way. */
export const Amendments = Type.Array(
  shape('Amendment', {
    rules: Type.Integer({ minimum: 1, description: 'The version that brought it' }),
    at: instant('When: what it measures is measured from then'),
    keys: Type.Array(Type.String(), { description: 'What it applies to this visit' }),
    deal: Type.Integer({ description: 'Version of the deal since which it applies' }),
  }),
  { description: 'Later rules that were applied to this visit on purpose' },
)

/** One stay of one deal in one stage; its rules are those of `configVersion` for good. */
export type Visit = Type.Static<typeof Visit>
export const Visit = shape('Visit', {
  no: Type.Integer({ minimum: 1, description: 'Number of the visit in the life of the deal, from 1' }),
  enteredAt: instant('When the deal entered the stage'),
  configVersion: Type.Integer({ minimum: 1, description: 'Version of the rules this visit is judged by' }),
  entered: Type.Optional(
    shape('EnteredPlace', { pipeline: Type.String(), stage: Type.String() }, 'What that version calls its place'),
  ),
  amended: Type.Optional(Amendments),
})

/** Where a deal was put because its place, or a field of it, is called otherwise now. */
export type Seat = Type.Static<typeof Seat>
export const Seat = shape('Seat', {
  rules: Type.Integer({ minimum: 1, description: 'Version of the rules by whose names it was seated last' }),
  from: Type.Integer({
    description: 'Version of the deal before: from there to the next one nothing else has changed',
  }),
  to: Type.Integer({ description: 'Version of the deal after' }),
})

/** What a deal counts for in the plan, frozen at the moment it became won. */
export type Won = Type.Static<typeof Won>
export const Won = shape('Won', {
  at: instant('When the deal became won'),
  month: Type.String({ pattern: '^\\d{4}-\\d{2}$', description: 'Month it counts in, in the company’s zone' }),
  amountMinor: Type.Integer({ description: 'Amount in minor units of the deal’s currency' }),
  currency: Type.String({ pattern: '^[A-Z]{3}$', description: 'ISO 4217 code of the deal’s currency' }),
  rate: Type.String({ description: 'Units of company currency for one unit of the deal’s, a decimal as text' }),
  baseMinor: Type.Integer({ description: 'Amount in minor units of the company’s currency, half-even' }),
  baseCurrency: Type.Optional(
    Type.String({
      pattern: '^[A-Z]{3}$',
      description: 'The company’s currency when it was won; absent in books from before',
    }),
  ),
  owner: Type.String({ description: 'Employee it counts for' }),
  department: Type.String({ description: 'That employee’s department at the time, empty if none' }),
  pipeline: Type.String({ description: 'Direction it counts in' }),
  axes: Type.Record(Type.String(), Type.String(), { description: 'Axis values of the direction at the time' }),
})

/** What one contribution to the plan is counted under. `axes` is `axis=value` pairs, sorted, joined by commas. */
export type LedgerKey = Type.Static<typeof LedgerKey>
export const LedgerKey = shape('LedgerKey', {
  month: Type.String(),
  employee: Type.String(),
  department: Type.String(),
  pipeline: Type.String(),
  axes: Type.String(),
})

/** What a deal counts for otherwise than before, in a month that is closed: it is counted in the month in which it was corrected. */
export type BookCorrection = Type.Static<typeof BookCorrection>
export const BookCorrection = shape('BookCorrection', {
  key: LedgerKey,
  month: Type.String({ description: 'Month in which it counts: that of the correction' }),
  sumMinor: Type.Integer({ description: 'By how much more or less, in minor units of the company’s currency' }),
  count: Type.Integer({ description: 'By how many deals' }),
  at: instant('When it was corrected'),
  won: Type.Optional(Won),
})

/** How a deal ended before or after it was won. */
export type Closing = Type.Static<typeof Closing>
export const Closing = shape('Closing', {
  at: instant('When it was closed'),
  reason: Type.Optional(Type.String({ description: 'Reason id from `outcomes`' })),
  comment: Type.Optional(Type.String({ maxLength: 2000 })),
})

/** When a new deal was first answered. */
export type FirstReply = Type.Static<typeof FirstReply>
export const FirstReply = shape('FirstReply', {
  at: instant('When the client was first answered by a person'),
  by: Type.String({ description: 'Employee' }),
  workingSeconds: Type.Integer({ description: 'Since creation, in working time' }),
  wallSeconds: Type.Integer({ description: 'Since creation, by the clock on the wall' }),
  isInTime: Type.Boolean({ description: 'False once the promised time had passed, for good' }),
  channel: Type.Optional(Type.String({ maxLength: 40, description: 'How: phone, email, chat …' })),
})

/** A deal. */
export type Deal = Type.Static<typeof Deal>
export const Deal = shape('Deal', {
  id: Type.String({ pattern: '^deal_[0-9A-Za-z_]{1,64}$', examples: ['deal_01KAQ4B6Y2M3T9J8V5C7D1E0FG'] }),
  version: Type.Integer({ minimum: 1, description: 'Grows by one with every event of the deal; the ETag' }),
  title: Type.String({ minLength: 1, maxLength: 200 }),
  pipeline: Type.String({ description: 'Direction' }),
  stage: Type.String({ description: 'Stage it is in, or was in when it was closed' }),
  status: words(dealStatuses, { description: 'open, won (being delivered), completed, lost or cancelled' }),
  visit: Visit,
  owner: Type.String({ description: 'Employee who manages the deal' }),
  client: Client,
  links: Type.Optional(Type.Array(DealLink, { maxItems: 10, description: 'Clients of the deal, with their roles' })),
  currency: Type.String({ pattern: '^[A-Z]{3}$', description: 'ISO 4217' }),
  fields: Fields,
  happened: Type.Record(Type.String(), Type.String({ format: 'date-time' }), {
    description: 'Events posted to the deal: when each arrived first in this visit or before it',
  }),
  won: Type.Optional(Won),
  countedBefore: Type.Optional(
    Type.Array(LedgerKey, { description: 'Plan rows it has counted in before and does not any more' }),
  ),
  corrections: Type.Optional(
    Type.Array(BookCorrection, { description: 'What was corrected of months that were closed, oldest first' }),
  ),
  closed: Type.Optional(Closing),
  createdAt: instant('When it was created'),
  createdBy: Type.String({ description: 'Employee, integration or rule that created it' }),
  updatedAt: instant('When it last changed'),
  askedAt: Type.Optional(instant('When the client turned to us, where that was before the deal was made')),
  channel: Type.Optional(Type.String({ description: 'Channel of the file by which the client came' })),
  firstReplyDueAt: Type.Optional(nullable(instant('When the first reply is due'))),
  firstReply: Type.Optional(FirstReply),
  externalId: Type.Optional(Type.String({ maxLength: 200, description: 'Its id in the system it came from' })),
  seat: Type.Optional(Seat),
  amountFrom: Type.Optional(
    Type.Literal('lines', {
      description: 'Set while it has lines: their sum is its amount, which nobody writes by hand',
    }),
  ),
  paidFrom: Type.Optional(
    Type.Literal('invoices', { description: 'Set once it has an invoice: what is paid follows from payments alone' }),
  ),
})

/** A deal as a list shows it: without its client, its own fields and its books. Built-in fields are there. */
export type DealCard = Type.Static<typeof DealCard>
export const DealCard = Type.Omit(Deal, notOnCard, {
  title: 'DealCard',
  additionalProperties: false,
})
