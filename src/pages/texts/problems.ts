import type { DoorCode } from '#http/door-codes'
import { codeSentencesRu } from '#http/sentences-ru'
import type { RefusalCode } from '#domain/kernel/refusal'

import { texts } from './in-both'

type Sentences = Readonly<Record<RefusalCode | DoorCode, string>>

/** Why something was not done, in words for the person at the page. */
export const problemTexts = texts<{
  readonly said: Sentences
  readonly titles: {
    readonly missing: string
    readonly forbidden: string
    readonly broken: string
    readonly other: string
  }
  readonly back: string
  readonly number: string
}>({
  en: {
    titles: {
      missing: 'There is nothing here',
      forbidden: 'You may not see this',
      broken: 'Something broke on our side',
      other: 'This cannot be shown',
    },
    back: 'Go to My day',
    number: 'If you tell us about it, give us this number:',
    said: {
      deal_unknown: 'There is no such deal, or it is not one of yours.',
      client_unknown: 'There is no such client, or it is not one of yours.',
      client_way_unknown: 'The client has no such number or address.',
      client_requisite: 'A requisite is not right: check its digits.',
      client_way: 'This is no telephone number or e-mail address.',
      client_role: 'The client cannot be that in this deal.',
      client_link: 'These two cannot be linked: a person is linked to a company.',
      client_reading_unkept: 'Who reads could not be kept, so nothing is shown. Try again in a moment.',
      merge_blocked: 'These two cards cannot be merged.',
      merge_unknown: 'There is no such merge.',
      merge_final: 'This merge cannot be undone any more.',
      task_unknown: 'There is no such task, or it is not one of yours.',
      employee_unknown: 'There is no such employee.',
      department_unknown: 'There is no such department.',
      pipeline_unknown: 'There is no such direction.',
      period_unknown: 'There is no such period.',
      invitation_unknown: 'This link is not good any more. Ask whoever sent it for a new one.',
      session_unknown: 'This session has ended already.',
      comment_unknown: 'There is no such comment any more.',
      file_unknown: 'There is no such file any more.',
      passkey_unknown: 'There is no such passkey.',
      company_begun: 'This company has been set up already.',
      ways_elsewhere: 'People come in another way here.',
      too_many_attempts: 'That went wrong too often. Wait a moment and try again.',
      report_unknown: 'There is no such report.',
      report_group: 'This report cannot be grouped like that.',
      report_cell: 'There is no such number in this report.',
      view_unknown: 'There is no such view.',
      too_many_views: 'You keep too many views. Remove one first.',
      stage_unknown: 'There is no such stage.',
      stage_not_next: 'The deal cannot go to that stage from here.',
      gate_blocked: 'Something must be done before the deal may go on.',
      override_forbidden: 'You may not pass this gate.',
      not_your_task: 'Somebody else does this task.',
      not_your_field: 'Somebody else writes this field.',
      paid_by_invoices: 'What is paid of it follows from the payments.',
      deal_closed: 'The deal is closed. Reopen it first.',
      deal_not_closed: 'The deal is not closed.',
      deal_not_won: 'The deal is not won.',
      deal_already_won: 'The deal is won already: it can be cancelled, not lost.',
      deal_won:
        'The deal is won, and this is in the books: only somebody with the right “books_edit” corrects it, with a reason.',
      reason_required: 'Say why.',
      reason_unknown: 'Choose one of the reasons.',
      field_unknown: 'There is no such field.',
      field_value: 'This value does not fit here.',
      field_computed: 'This is computed and cannot be set.',
      event_unknown: 'There is no such event.',
      task_closed: 'The task is closed already.',
      too_many_tasks: 'The deal has too many open tasks. Complete or cancel some first.',
      task_not_done: 'The task is not done.',
      nobody_to_give_to: 'There is nobody to give this to.',
      employee_inactive: 'This employee has left.',
      department_cycle: 'A department cannot be below itself.',
      last_people_editor: 'Nobody could change people any more. Give somebody else that right first.',
      target_scope: 'A target cannot be set for this.',
      rule_unknown: 'There is no such rule.',
      rules_unknown: 'There are no such rules.',
      rules_faulty: 'The rules have faults.',
      rules_blocked: 'Open deals stand in the way. The plan says what must be answered first.',
      now_unknown: 'The plan has no such key.',
      release_unknown: 'Nothing of that name is scheduled.',
      version_conflict: 'Somebody else changed it first. Look at it as it is now and try again.',
      precondition_failed: 'Somebody else changed it meanwhile. Look at it as it is now and try again.',
      precondition_required: 'The page did not say which version it shows. Load it again.',
      idempotency_key_reused: 'This was sent before with other content. Load the page again.',
      idempotency_key_bad: 'The page sent something wrong. Load it again.',
      cursor_bad: 'The list cannot go on from here. Load the page again.',
      forbidden: 'You do not have the right to do this.',
      unauthenticated: 'You are signed out. Sign in again.',
      too_many_changes: 'These are too many changes at once.',
      notice_unknown: 'There is no such notice.',
      feed_unknown: 'There is no such calendar.',
      webhook_unknown: 'There is no such webhook.',
      integration_unknown: 'Nothing is connected there.',
      webhook_inactive: 'The webhook is switched off.',
      delivery_unknown: 'There is no such delivery.',
      too_many_webhooks: 'There are too many webhooks.',
      statement_unreadable: 'This is no statement that can be read.',
      invoice_unknown: 'There is no such invoice.',
      invoice_state: 'This cannot be done with the invoice now.',
      payment_unknown: 'There is no such payment.',
      payment_state: 'This cannot be done with the payment now.',
      money_unset: 'The file pipelines.yaml says nothing of this.',
      statement_unknown: 'There is no such statement.',
      not_found: 'There is nothing at this address.',
      method_not_allowed: 'This cannot be done here.',
      media_type: 'The page sent something wrong. Load it again.',
      too_large: 'This is too large.',
      malformed_json: 'The page sent something wrong. Load it again.',
      invalid_input: 'Some of it cannot be used as it is.',
      misdirected: 'Norma is not asked by this name here.',
      overloaded: 'Too much at once. Try again in a moment.',
      unavailable: 'The store does not answer. Try again in a moment; if it stays so, see whether its disk has room.',
      internal: 'Something broke on our side. Try again; if it stays so, tell us.',
    },
  },
  ru: {
    titles: {
      missing: 'Здесь ничего нет',
      forbidden: 'Вам это недоступно',
      broken: 'У нас что-то сломалось',
      other: 'Это нельзя показать',
    },
    back: 'Открыть «Мой день»',
    number: 'Если напишете нам, приложите этот номер:',
    said: codeSentencesRu,
  },
})
