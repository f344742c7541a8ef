import type { ChapterOf } from '#http/described'
import { refusedAnyCommand, refusedFields } from '#http/refused-commands'
import type { operations } from './operations'

/** What the description of the interface says about deals. */
export const described = {
  chapter: 10,
  operations: {
    createDeal: {
      tag: 'Deals',
      summary: 'Create a deal',
      description:
        'Without pipeline and owner the lines of `new_deals` decide both. The tasks of the first stage open by themselves.',
      refusals: [
        ...refusedFields,
        'pipeline_unknown',
        'stage_unknown',
        'stage_not_next',
        'employee_unknown',
        'employee_inactive',
        'employee_lacks_right',
        'nobody_to_give_to',
        'forbidden',
        'version_conflict',
        'rules_unknown',
      ],
    },
    listDeals: {
      tag: 'Deals',
      summary: 'A page of a column or of somebody’s deals',
      description:
        'Either pipeline and stage, or owner; with `q`, pipeline alone will do. Only deals that the caller may see; a page may be shorter than its limit.',
      refusals: ['pipeline_unknown', 'stage_unknown', 'forbidden', 'rules_unknown'],
    },
    readDeal: {
      tag: 'Deals',
      summary: 'A deal and what it takes to go on',
      description: 'The ETag names the version first: it serves as If-Match of a command.',
      refusals: ['deal_unknown', 'rules_unknown', 'stage_unknown'],
    },
    readLinkedDeals: {
      tag: 'Deals',
      summary: 'Which deals a deal names in its fields, and which name it',
      description:
        'Fields of the type `link`. Of a deal that the caller may not see it is told that it is there (`deal` is null), and nothing else.',
      refusals: ['deal_unknown', 'rules_unknown'],
    },
    updateDeal: {
      tag: 'Deals',
      summary: 'Change title, client or fields',
      description:
        'What is not named stays; null empties a field. A won deal’s new amount corrects what it counts for: it needs the right `books_edit` and a `reason`.',
      refusals: [...refusedAnyCommand, ...refusedFields],
    },
    readLines: {
      tag: 'Deals',
      summary: 'What a deal sells, line by line',
      description:
        'Lines with what each comes to and the VAT inside. A deal without lines has none here: documents and invoices then take one with its title and amount.',
      refusals: ['deal_unknown', 'rules_unknown', 'stage_unknown'],
    },
    setLines: {
      tag: 'Deals',
      summary: 'Set what a deal sells',
      description:
        'All lines at once, 500 at most, in roubles; their sum becomes the amount of the deal, which nobody writes by hand from then on. Without lines the amount stays. A won deal’s new amount corrects what it counts for: it needs the right `books_edit` and a `reason`. What is issued already stays as it is.',
      refusals: [...refusedAnyCommand, ...refusedFields],
    },
    moveDeal: {
      tag: 'Deals',
      summary: 'Move a deal to another stage',
      description:
        'Forward through the gate, back with a reason. `fields` and `complete` are applied with the move or not at all. A stopped move says everything that is missing.',
      refusals: [
        ...refusedAnyCommand,
        ...refusedFields,
        'pipeline_unknown',
        'stage_not_next',
        'gate_blocked',
        'override_forbidden',
        'deal_closed',
        'reason_required',
        'task_unknown',
        'task_closed',
        'not_your_task',
        'too_many_changes',
      ],
    },
    loseDeal: {
      tag: 'Deals',
      summary: 'Close a deal as lost',
      description: 'Only before it is won, with a reason of `outcomes.lost`.',
      refusals: [
        ...refusedAnyCommand,
        'reason_unknown',
        'deal_closed',
        'deal_already_won',
        'override_forbidden',
        'too_many_changes',
      ],
    },
    cancelDeal: {
      tag: 'Deals',
      summary: 'Close a won deal as cancelled',
      description: 'Only after it was won, with a reason of `outcomes.cancelled`; it is taken off the plan.',
      refusals: [
        ...refusedAnyCommand,
        'reason_unknown',
        'deal_closed',
        'deal_not_won',
        'override_forbidden',
        'too_many_changes',
      ],
    },
    reopenDeal: {
      tag: 'Deals',
      summary: 'Let a closed deal go on',
      description:
        'In the stage it was in or an earlier one, as a new visit. A deal that was cancelled is let count again by whoever may cancel it, or has the right `books_edit`.',
      refusals: [...refusedAnyCommand, 'deal_not_closed', 'stage_not_next', 'pipeline_unknown', 'override_forbidden'],
    },
    changeOwner: {
      tag: 'Deals',
      summary: 'Give a deal to another manager',
      description: 'Open tasks of the owner go with it; what is won stays with whom it counted for.',
      refusals: [
        ...refusedAnyCommand,
        'employee_unknown',
        'employee_inactive',
        'employee_lacks_right',
        'deal_closed',
        'too_many_changes',
      ],
    },
    postEvent: {
      tag: 'Deals',
      summary: 'Tell that something happened',
      description: 'An event of `events`; tasks that wait for it appear or get their due date.',
      refusals: [...refusedAnyCommand, ...refusedFields, 'event_unknown', 'deal_closed'],
    },
    recordReply: {
      tag: 'Deals',
      summary: 'Tell that the client was answered',
      description:
        'Stops the clock of `first_reply`; completing a task of the deal does so too. Only the first answer counts.',
      refusals: [...refusedAnyCommand, 'employee_unknown', 'employee_inactive'],
    },
    reattributeDeal: {
      tag: 'Deals',
      summary: 'Let a won deal count for somebody else',
      description: 'Needs the right `books_edit`: whom a won deal counts for is in the books.',
      refusals: [...refusedAnyCommand, 'employee_unknown', 'employee_inactive', 'deal_not_won', 'deal_won'],
    },
    remind: {
      tag: 'Deals',
      summary: 'Remind whoever it is that the deal waits for a task or a field',
      description:
        'Tells the responsible of the task, or everybody who alone writes the field, in their inbox and on their channels: each at most once a day for one task or field of a deal.',
      refusals: ['deal_unknown', 'task_unknown', 'task_closed', 'field_unknown', 'field_value'],
    },
    readTimeline: {
      tag: 'Deals',
      summary: 'Everything that happened to a deal, newest first',
      refusals: ['deal_unknown'],
    },
  },
} as const satisfies ChapterOf<typeof operations>
