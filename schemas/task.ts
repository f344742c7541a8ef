import Type from 'typebox'

import { LedgerKey } from './deal'
import { day, instant, nullable, shape, words } from './shape'
import { Subject } from './subject'

export const taskStatuses = ['open', 'done', 'cancelled'] as const

/** Why a task is due when it is: what was counted, from what, by which calendar and which version of the rules. */
export type DueWhy = Type.Static<typeof DueWhy>
export const DueWhy = shape('DueWhy', {
  rule: Type.String({
    description: 'The due date as the analyst wrote it',
    examples: ['1 working day after send_deck'],
  }),
  anchor: words(['start', 'task', 'event', 'field', 'date', 'person'], { description: 'What it is counted from' }),
  anchorName: Type.Optional(Type.String({ description: 'Task, event or field id' })),
  anchorValue: nullable(
    Type.String({ description: 'The instant or day it was counted from; null while there is none' }),
  ),
  calendar: Type.String({ description: 'Calendar id, `company` for the main one' }),
  configVersion: Type.Integer({ minimum: 1 }),
  skipped: Type.Array(
    shape('SkippedDay', { date: day('Day without working time'), reason: words(['weekend', 'holiday']) }),
    {
      description: 'Days that did not count, at most 60',
    },
  ),
  by: Type.Optional(Type.String({ description: 'Employee who set the date by hand' })),
})

export type ChecklistItem = Type.Static<typeof ChecklistItem>
export const ChecklistItem = shape('ChecklistItem', { text: Type.String(), done: Type.Boolean() })

/** What somebody said when they gave a task away or dated it anew. */
export type TaskReason = Type.Static<typeof TaskReason>
export const TaskReason = shape('TaskReason', {
  at: instant('When it was said'),
  by: Type.String({ description: 'Employee or program' }),
  text: Type.String(),
})

/** A task of a deal. Template tasks have deterministic ids; ad-hoc ones have no template. */
export type Task = Type.Static<typeof Task>
export const Task = shape('Task', {
  id: Type.String({ pattern: '^task_[0-9A-Za-z_-]{1,140}$' }),
  dealId: Type.String({ description: 'Its deal; empty where its subject is another and has to do with none' }),
  subject: Type.Optional(Subject),
  rev: Type.Integer({ minimum: 1, description: 'Grows with every change of the task' }),
  template: nullable(Type.String({ description: 'Template id in the stage; null for an ad-hoc task' })),
  pipeline: Type.String(),
  stage: Type.String({ description: 'Stage whose task it is' }),
  visit: Type.Integer({ minimum: 1, description: 'Visit it belongs to' }),
  do: Type.String({ minLength: 1, maxLength: 500, description: 'What must be done' }),
  howTo: Type.Optional(Type.String({ description: 'Markdown' })),
  required: Type.Boolean({ description: 'Whether the gate waits for it' }),
  status: words(taskStatuses),
  responsible: Type.String({ description: 'Employee' }),
  role: Type.String({ description: 'owner, owner_manager, a role id, or empty when a person was named' }),
  by: Type.Optional(
    Type.String({ description: 'Whom the rules ask it of, where somebody else has been given it: as in `role`' }),
  ),
  mayAlso: Type.Optional(
    Type.Array(Type.String(), { description: 'Whoever else may do it: owner, owner_manager or role ids' }),
  ),
  standsInFor: Type.Optional(
    Type.String({ description: 'Employee whose task it is: the responsible has it only while that person is away' }),
  ),
  whileAway: Type.Optional(
    Type.Literal('wait', {
      description: 'Set when the task waits for a person who is away instead of going to a deputy',
    }),
  ),
  fallback: Type.Optional(
    Type.String({
      description: 'Set when nobody was in the role and the owner’s head got it: a sentence that says so',
    }),
  ),
  dueAt: nullable(instant('When it is due; null means no date yet')),
  dueWhy: DueWhy,
  lateAtBirth: Type.Boolean({
    description: 'The due date was past already when the task appeared or somebody gave it: nobody’s miss',
  }),
  datedAt: Type.Optional(
    instant(
      'When somebody gave the date that was past already: there is time until the first working day from then closes',
    ),
  ),
  firstMissedDueAt: Type.Optional(instant('The first due date that was missed; it stays when the deadline moves')),
  firstMissedBy: Type.Optional(
    Type.String({ description: 'Employee who had it when the first due date was missed; it stays whoever has it now' }),
  ),
  missed: Type.Optional(
    shape('MissedDue', {
      dueAt: instant('The due date that was missed last'),
      by: Type.String({ description: 'Employee who had it then: late with it, whoever has it now' }),
    }),
  ),
  overdueFor: Type.Optional(instant('The due date whose miss has been noted: one note a due date')),
  look: Type.Optional(
    shape('NextLook', {
      at: instant('When the clock looks at the task again'),
      step: Type.Integer({ minimum: 0, description: '0: whether it is overdue; n: step n of its ladder' }),
    }),
  ),
  checklist: Type.Array(ChecklistItem),
  escalate: Type.String({ description: 'Ladder to climb when late' }),
  onLeave: words(['cancel', 'with_deal', 'keep'], {
    description:
      'What becomes of it unfinished: cancel with the stage; with_deal: stays when the deal goes on and is cancelled when the deal is closed; keep: stays',
  }),
  closesWhen: Type.Optional(
    shape('TaskFact', {
      paper: Type.String({ description: 'Kind of document or invoice of the file' }),
      fact: words(['made', 'issued', 'sent', 'signed', 'paid'], {
        description: 'What closes the task once it is done',
      }),
    }),
  ),
  owes: Type.Optional(
    shape('TaskOwes', {
      kind: words(['call_back', 'answer', 'match', 'advance', 'refund'], {
        description:
          'What is owed: to a client a call back or an answer; of a payment to say what it is for, to agree on an advance, to look after a refund',
      }),
      because: Type.String({ description: 'The call, request, payment or statement it began with' }),
      times: Type.Integer({ minimum: 1, description: 'How often the client has tried' }),
      lastAt: instant('When the client tried last'),
      attempts: Type.Integer({ minimum: 0, description: 'How often nobody was reached there' }),
      triesOverAt: Type.Optional(instant('When all tries that the rules ask for were made: its ladder begins then')),
      how: Type.Optional(words(['called_back', 'got_through', 'answered'], { description: 'How it was paid' })),
    }),
  ),
  reasons: Type.Optional(
    Type.Array(TaskReason, {
      maxItems: 50,
      description:
        'What was said when it was given away or dated anew, oldest first; of a task of a deal its events tell that',
    }),
  ),
  createdAt: instant('When it appeared'),
  createdBy: Type.String(),
  doneAt: Type.Optional(instant('When it was completed')),
  doneBy: Type.Optional(Type.String()),
  counted: Type.Optional(LedgerKey),
  corrections: Type.Optional(
    Type.Array(
      shape('WorkCorrection', {
        key: LedgerKey,
        month: Type.String({ description: 'Month in which it counts: that of the correction' }),
        tasksDone: Type.Integer({ description: 'One more, or one less' }),
        at: instant('When it was corrected'),
      }),
      { description: 'What was corrected of months that were closed, oldest first' },
    ),
  ),
  cancelledAt: Type.Optional(instant('When it was cancelled')),
  cancelReason: Type.Optional(words(['stage_left', 'condition_gone', 'deal_closed', 'by_person'])),
})
