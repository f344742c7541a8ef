import Type from 'typebox'

import { eventNames } from './event-names'
import { Amendments, BookCorrection, DealLink, dealStatuses, FieldValue, FirstReply, LedgerKey, Won } from './deal'
import { instant, nullable, shape, words } from './shape'
import { Saying } from './saying'
import { Subject } from './subject'
import { Task } from './task'

export type { EventName } from './event-names'

/** Who did it: an employee, an integration, a rule of the file, an import, the system itself. */
export type Actor = Type.Static<typeof Actor>
export const Actor = shape('Actor', {
  kind: words(['employee', 'integration', 'automation', 'import', 'system']),
  id: Type.String({ description: 'Employee id, integration id, rule id or file name' }),
  via: Type.Optional(words(['agent'], { description: 'agent: an agent did it for them' })),
})

/** The state every event carries, so that a consumer needs no earlier event. */
export type DealState = Type.Static<typeof DealState>
export const DealState = shape('DealState', {
  status: words(dealStatuses),
  pipeline: Type.String(),
  stage: Type.String(),
  visit: Type.Integer(),
  owner: Type.String(),
  amountMinor: Type.Integer({ description: 'Minor units of the deal’s currency; 0 when empty' }),
  currency: Type.Optional(
    Type.String({ description: 'ISO 4217 code of the deal’s currency; older events do not say' }),
  ),
})

/** What a deal (or a done task) contributes under one key as of one version: state, not a delta. */
export type Contribution = Type.Static<typeof Contribution>
export const Contribution = shape('Contribution', {
  source: Type.Optional(Type.String({ description: 'The done task it is of; the deal of the event where absent' })),
  key: LedgerKey,
  sumMinor: Type.Integer({ description: 'Minor units of the company’s currency' }),
  count: Type.Integer(),
  tasksDone: Type.Integer(),
})

/** Why somebody should look: what is late since when, by which ladder and step, and who is told. */
export type Alert = Type.Static<typeof Alert>
export const Alert = shape('Alert', {
  reason: words(['overdue', 'late_task', 'stuck_deal', 'idle_deal', 'late_reply', 'automation']),
  ladder: Type.Optional(Type.String({ description: 'Ladder of the file' })),
  step: Type.Optional(Type.Integer({ description: 'Step of the ladder, from 1' })),
  line: Type.Optional(Type.Integer({ description: 'Line of the rule in its version of the file' })),
  since: Type.String({ description: 'Instant since which it is late' }),
  notify: Type.Array(Type.String(), { description: 'Employees who are told' }),
  giveTo: Type.Optional(Type.String({ description: 'Employee who gets the task' })),
})

/** One run of an automation rule: what it did, or why not. */
export type AutomationRun = Type.Static<typeof AutomationRun>
export const AutomationRun = shape('AutomationRun', {
  rule: Type.String(),
  line: Type.Integer(),
  outcome: words(['done', 'stopped', 'too_deep', 'paused'], {
    description: 'done; stopped: a gate or a refusal stood in the way; too_deep: rules set off one another; paused',
  }),
  actions: Type.Array(
    shape('AutomationStep', {
      kind: Type.String(),
      done: Type.Boolean(),
      why: Type.Optional(Type.String({ description: 'Why not, or why there was nothing to do' })),
      said: Type.Optional(Type.Array(Saying, { description: 'The same by the keys of its sentences' })),
      missing: Type.Optional(
        Type.Array(Type.String(), { description: 'What the gate lacked: task:id, field:id, must:text, skip:stage' }),
      ),
    }),
  ),
})

export type EventDetail = Type.Static<typeof EventDetail>
export const EventDetail = shape('EventDetail', {
  dealId: Type.String(),
  subject: Type.Optional(Subject),
  deal: DealState,
  from: Type.Optional(
    shape('EventFrom', {
      stage: Type.String(),
      visit: Type.Integer(),
      status: words(dealStatuses),
      pipeline: Type.String(),
      owner: Type.String(),
    }),
  ),
  became: Type.Optional(words(['won', 'completed', 'unwon'], { description: 'What the deal became by this event' })),
  changes: Type.Optional(Type.Record(Type.String(), Type.Array(FieldValue, { minItems: 2, maxItems: 2 }))),
  /** Present when the plan's books change: the whole part of the deal, zeros for rows it left, and of done tasks. */
  plan: Type.Optional(Type.Array(Contribution)),
  won: Type.Optional(nullable(Won)),
  corrections: Type.Optional(
    Type.Array(BookCorrection, { description: 'What counts from now on because the month it is of is closed' }),
  ),
  restated: Type.Optional(
    shape('Restated', {
      from: Type.String({ description: 'The currency of the company before' }),
      to: Type.String({ description: 'The currency of the company since' }),
      rate: Type.String({ description: 'Units of the new currency for one of the former' }),
    }),
  ),
  reason: Type.Optional(Type.String()),
  said: Type.Optional(
    Type.Array(Saying, { description: 'The reason by the keys of its sentences, where nobody typed it' }),
  ),
  comment: Type.Optional(Type.String()),
  event: Type.Optional(Type.String({ description: 'Id of the posted event' })),
  override: Type.Optional(
    shape('Override', {
      by: Type.String(),
      role: Type.String(),
      reason: Type.String(),
      missing: Type.Array(Type.String(), { description: 'What was missing: task:id, field:id, must:text, skip:stage' }),
    }),
  ),
  task: Type.Optional(
    shape('TaskChange', {
      id: Type.String(),
      template: nullable(Type.String()),
      do: Type.String(),
      visit: Type.Integer(),
      responsible: Type.String(),
      dueAt: nullable(Type.String()),
      was: Type.Optional(Type.Record(Type.String(), FieldValue)),
    }),
  ),
  completed: Type.Optional(Type.Array(Type.String(), { description: 'Tasks completed together with the move' })),
  askedAt: Type.Optional(
    Type.String({ description: 'When the client turned to us, where that was before the deal was made' }),
  ),
  channel: Type.Optional(Type.String({ description: 'Channel of the file by which the client came' })),
  title: Type.Optional(Type.String()),
  client: Type.Optional(
    Type.Record(Type.String(), Type.String(), { description: 'The name of a company; people’s names are not told' }),
  ),
  links: Type.Optional(Type.Array(DealLink, { description: 'Clients of the deal since, with their roles' })),
  currency: Type.Optional(Type.String()),
  externalId: Type.Optional(Type.String()),
  firstReplyDueAt: Type.Optional(Type.String()),
  untaken: Type.Optional(
    shape('Untaken', {
      role: Type.String({ description: 'The role that nobody active is in' }),
      line: Type.Integer({ description: 'The line of `new_deals` that gives to it' }),
      told: Type.Optional(Type.String({ description: 'Who is told of it: the head of the company' })),
    }),
  ),
  firstReply: Type.Optional(FirstReply),
  reseated: Type.Optional(
    shape('Reseating', {
      rules: Type.Integer({ description: 'Version of the rules by which it was seated' }),
      was: shape('ReseatedFrom', {
        rules: Type.Integer({ description: 'Version by whose names it stood before' }),
        pipeline: Type.String(),
        stage: Type.String(),
      }),
      fields: Type.Optional(
        Type.Record(Type.String(), Type.Array(FieldValue, { minItems: 2, maxItems: 2 }), {
          description: 'Fields and options that are called otherwise: [before, after]',
        }),
      ),
      amended: Type.Optional(Amendments),
      tasks: Type.Optional(
        Type.Array(
          shape('ReseatedTask', {
            id: Type.String(),
            rev: Type.Integer({ description: 'Revision it has since' }),
            was: Type.Optional(Task),
          }),
          { description: 'Tasks that were opened, cancelled, dated anew or handed over with it' },
        ),
      ),
    }),
  ),
  lines: Type.Optional(Type.Integer({ description: 'How many lines the deal has since, where they were changed' })),
  attached: Type.Optional(
    shape('AttachedThing', {
      kind: words(['comment', 'file']),
      id: Type.String(),
      mentions: Type.Optional(Type.Array(Type.String(), { description: 'Employees who are told' })),
    }),
  ),
  alert: Type.Optional(Alert),
  run: Type.Optional(AutomationRun),
})

/**
 * One event as it is stored, published and shown. `id` is `<dealId>:<version>` for a change and
 * `<dealId>:<version>~<what>` for a note: publishing twice is visible.
 */
export type DomainEvent = Type.Static<typeof DomainEvent>
export const DomainEvent = shape('DomainEvent', {
  id: Type.String({ examples: ['deal_01KAQ4B6Y2M3T9J8V5C7D1E0FG:3'] }),
  name: words(eventNames),
  schemaVersion: Type.Literal(1),
  at: instant('When it happened'),
  actor: Actor,
  configVersion: Type.Integer({ minimum: 1 }),
  correlationId: Type.String({ description: 'The same for everything one request or schedule caused' }),
  causationId: nullable(Type.String({ description: 'The event that caused this one' })),
  /** How many automatic steps led here from what a person did; absent for the first. */
  depth: Type.Optional(Type.Integer({ minimum: 1 })),
  detail: EventDetail,
})
