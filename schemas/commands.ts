import Type from 'typebox'

import { Client, Fields } from './deal'
import { instant, line, nullable, prose, shape } from './shape'

const reason = line({ maxLength: 500, description: 'In your own words' })
const employee = (description: string) => line({ maxLength: 64, description, examples: ['anna.petrova'] })
/** The id of something the rules or the deal have: an unknown one is refused by name. */
const id = (description: string, ...examples: readonly string[]) =>
  line({ maxLength: 200, description, ...(examples.length === 0 ? {} : { examples }) })
const comment = Type.Optional(prose({ maxLength: 2000 }))
const fields = Type.Optional(Fields)
const whyBooks = Type.Optional(
  line({ maxLength: 500, description: 'Why; needed where it corrects the amount of a won deal' }),
)

/** Asks for a new deal. Without pipeline and owner the lines of `new_deals` decide both. */
export type CreateDeal = Type.Static<typeof CreateDeal>
export const CreateDeal = shape('CreateDeal', {
  title: line({ maxLength: 200, examples: ['Coffee machines for Aurora'] }),
  pipeline: Type.Optional(id('Direction; found by `new_deals` where absent')),
  stage: Type.Optional(id('First stage of the direction where absent')),
  owner: Type.Optional(employee('Manager of the deal; found by `new_deals` where absent')),
  client: Type.Optional(Client),
  currency: Type.Optional(Type.String({ pattern: '^[A-Z]{3}$', description: 'ISO 4217; the company’s where absent' })),
  fields,
  externalId: Type.Optional(
    line({ maxLength: 200, description: 'Its id elsewhere; a second deal with it is refused' }),
  ),
})

/** Asks for changes of a deal; what is not named stays. */
export type UpdateDeal = Type.Static<typeof UpdateDeal>
export const UpdateDeal = shape('UpdateDeal', {
  title: Type.Optional(line({ maxLength: 200 })),
  client: Type.Optional(Client),
  fields,
  reason: whyBooks,
})

/** Asks for a deal to be moved; `fields` and `complete` are applied with it, whole or not at all. */
export type MoveDeal = Type.Static<typeof MoveDeal>
export const MoveDeal = shape('MoveDeal', {
  toStage: id('Stage to move to; `completed` leaves the last stage', 'general_offer'),
  reason: Type.Optional(
    line({ maxLength: 500, description: 'Needed for moving back, and for correcting the amount of a won deal' }),
  ),
  fields,
  complete: Type.Optional(
    Type.Array(id('A task of the deal'), { maxItems: 50, description: 'Ids of tasks that are done with this move' }),
  ),
  override: Type.Optional(shape('OverrideRequest', { reason }, 'Passes the gate; needs the role the gate names')),
})

/** Asks for a deal to be closed as lost or cancelled. */
export type CloseDeal = Type.Static<typeof CloseDeal>
export const CloseDeal = shape('CloseDeal', {
  reason: id('A reason id of `outcomes`', 'price'),
  comment,
})

/** Asks for a closed deal to go on, in the stage it was in or an earlier one. */
export type ReopenDeal = Type.Static<typeof ReopenDeal>
export const ReopenDeal = shape('ReopenDeal', {
  reason,
  toStage: Type.Optional(id('Where it goes on; the stage it was in where absent')),
})

/** Asks for another manager of a deal; open tasks of the owner go with it. */
export type ChangeOwner = Type.Static<typeof ChangeOwner>
export const ChangeOwner = shape('ChangeOwner', { owner: employee('New manager'), reason: Type.Optional(reason) })

/** Tells that something declared in `events` has happened to a deal. */
export type PostEvent = Type.Static<typeof PostEvent>
export const PostEvent = shape('PostEvent', {
  event: id('Event id of pipelines.yaml', 'payment_received'),
  fields,
  reason: whyBooks,
})

/** Tells that a person has answered the client of a new deal. */
export type RecordReply = Type.Static<typeof RecordReply>
export const RecordReply = shape('RecordReply', {
  by: Type.Optional(employee('Who answered; whoever tells it, or the owner of the deal, where absent')),
  channel: Type.Optional(line({ maxLength: 40, description: 'How', examples: ['phone'] })),
  comment,
})

/** Asks for a won deal to count for somebody else; audited. */
export type ReattributeDeal = Type.Static<typeof ReattributeDeal>
export const ReattributeDeal = shape('ReattributeDeal', { owner: employee('Who it counts for from now on'), reason })

/** Reminds whoever it is of a task or a field that a deal waits for: one of the two. */
export type Remind = Type.Static<typeof Remind>
export const Remind = shape('Remind', {
  task: Type.Optional(line({ maxLength: 200, description: 'Id of the task' })),
  field: Type.Optional(id('Or id of the field')),
})

/** Who was reminded, and who had been today already: once a day is enough. */
export type Reminded = Type.Static<typeof Reminded>
export const Reminded = shape('Reminded', {
  told: Type.Array(Type.String(), { description: 'Employees' }),
  toldBefore: Type.Array(Type.String(), { description: 'Employees who were reminded of it today already' }),
})

/** Asks for a task that no template brought. */
export type AddTask = Type.Static<typeof AddTask>
export const AddTask = shape('AddTask', {
  do: line({ maxLength: 500, description: 'What must be done' }),
  responsible: Type.Optional(employee('Who does it')),
  by: Type.Optional(id('Or a role: owner, owner_manager or a role id', 'owner')),
  dueAt: Type.Optional(instant('When it is due; a date that is past is kept, and is nobody’s miss')),
  due: Type.Optional(line({ maxLength: 100, description: 'Or as in pipelines.yaml', examples: ['1 working day'] })),
  howTo: Type.Optional(prose({ maxLength: 4000 })),
  checklist: Type.Optional(Type.Array(line({ maxLength: 200 }), { maxItems: 30 })),
  required: Type.Optional(Type.Boolean({ description: 'Whether the deal may not leave the stage before it is done' })),
  keep: Type.Optional(
    Type.Boolean({
      description: 'Whether it stays to be done when the deal is closed; otherwise it is cancelled then',
    }),
  ),
})

export type CompleteTask = Type.Static<typeof CompleteTask>
export const CompleteTask = shape('CompleteTask', { comment, fields, reason: whyBooks })

export type ReopenTask = Type.Static<typeof ReopenTask>
export const ReopenTask = shape('ReopenTask', { reason })

export type ReassignTask = Type.Static<typeof ReassignTask>
export const ReassignTask = shape('ReassignTask', {
  responsible: employee('Who does it now'),
  reason: Type.Optional(reason),
})

export type RescheduleTask = Type.Static<typeof RescheduleTask>
export const RescheduleTask = shape('RescheduleTask', {
  dueAt: nullable(instant('New due date; one that is past is kept, and is nobody’s miss')),
  reason: Type.Optional(reason),
})

export type CheckItem = Type.Static<typeof CheckItem>
export const CheckItem = shape('CheckItem', {
  item: Type.Integer({ minimum: 0, description: 'Number in the checklist, from 0' }),
  done: Type.Boolean(),
})

export type CancelTask = Type.Static<typeof CancelTask>
export const CancelTask = shape('CancelTask', { reason })

const manyIds = (description: string) =>
  Type.Optional(Type.Array(line({ maxLength: 200 }), { maxItems: 100, description }))

/** Gives many tasks and deals to somebody else, dates tasks anew, writes fields of deals, adds a task to each: for one reason. */
export type ChangeMany = Type.Static<typeof ChangeMany>
export const ChangeMany = shape('ChangeMany', {
  tasks: manyIds('Ids of open tasks'),
  deals: manyIds('Ids of deals; the open tasks of their owner follow'),
  giveTo: Type.Optional(line({ maxLength: 200, description: 'The employee who gets them' })),
  dueAt: Type.Optional(instant('When the tasks are due from now on')),
  fields: Type.Optional(Fields),
  addTask: Type.Optional(AddTask),
  reason: line({ maxLength: 500, description: 'Why; it stands in every timeline', examples: ['Anna is ill'] }),
})

/** What was changed, and what could not be. */
export type ChangedMany = Type.Static<typeof ChangedMany>
export const ChangedMany = shape('ChangedMany', {
  done: Type.Array(Type.String()),
  failed: Type.Array(shape('NotChanged', { id: Type.String(), code: Type.String(), detail: Type.String() })),
})
