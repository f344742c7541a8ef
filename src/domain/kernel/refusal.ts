import type { Saying } from '#schemas/saying'

import {
  codeOf,
  sayingOf,
  spoken,
  type Book,
  type Sentences,
  type Told,
  type Translated,
  type ValuesOf,
} from './saying'

/** Every reason for which Norma says no to a well-formed request. Each has a row in `http/problem.ts`. */
export const refusalCodes = [
  'deal_unknown',
  'task_unknown',
  'employee_unknown',
  'department_unknown',
  'pipeline_unknown',
  'period_unknown',
  'stage_unknown',
  'stage_not_next',
  'gate_blocked',
  'override_forbidden',
  'not_your_task',
  'not_your_field',
  'paid_by_invoices',
  'amount_by_lines',
  'deal_closed',
  'deal_not_closed',
  'deal_not_won',
  'deal_already_won',
  'deal_won',
  'reason_required',
  'reason_unknown',
  'field_unknown',
  'field_value',
  'field_computed',
  'event_unknown',
  'task_closed',
  'task_not_done',
  'too_many_tasks',
  'nobody_to_give_to',
  'employee_inactive',
  'employee_lacks_right',
  'department_cycle',
  'department_in_use',
  'department_closed',
  'last_people_editor',
  'target_scope',
  'rule_unknown',
  'rules_unknown',
  'rules_faulty',
  'rules_blocked',
  'now_unknown',
  'release_unknown',
  'version_conflict',
  'precondition_failed',
  'precondition_required',
  'idempotency_key_reused',
  'idempotency_key_bad',
  'cursor_bad',
  'forbidden',
  'unauthenticated',
  'too_many_changes',
  'notice_unknown',
  'feed_unknown',
  'webhook_unknown',
  'webhook_inactive',
  'delivery_unknown',
  'too_many_webhooks',
  'statement_unreadable',
  'register_unreadable',
  'client_unknown',
  'client_way_unknown',
  'consent_unknown',
  'consent_unfit',
  'client_requisite',
  'client_way',
  'client_link',
  'client_role',
  'client_reading_unkept',
  'reading_budget',
  'erasure_unknown',
  'request_unknown',
  'request_state',
  'erasure_state',
  'erasure_kept',
  'merge_blocked',
  'merge_unknown',
  'merge_final',
  'integration_unknown',
  'one_c_base_unknown',
  'load_unknown',
  'talk_unknown',
  'invoice_unknown',
  'invoice_state',
  'payment_unknown',
  'payment_state',
  'money_unset',
  'statement_unknown',
  'document_unknown',
  'document_state',
  'document_needs',
  'documents_unset',
  'template_unknown',
  'invitation_unknown',
  'session_unknown',
  'passkey_unknown',
  'passkey_last',
  'handover_unknown',
  'handover_state',
  'key_unknown',
  'key_scope',
  'too_many_keys',
  'ways_elsewhere',
  'company_begun',
  'too_many_attempts',
  'report_unknown',
  'report_group',
  'report_cell',
  'view_unknown',
  'too_many_views',
  'comment_unknown',
  'file_unknown',
] as const
export type RefusalCode = (typeof refusalCodes)[number]

type Extra = Readonly<Record<string, unknown>>

/**
 * A business reason to say no. It is made by `refusalsOf` from the key of a sentence and what goes into it; `message` is
 * the sentence in English, for logs, and `sentenceIn` says it in the language of whoever asks. Only what came worded from
 * another process is made by hand. `extra` is what programs read beside the code.
 */
export class Refusal extends Error {
  readonly code: RefusalCode
  readonly extra: Extra
  readonly told: Told | undefined

  constructor(code: RefusalCode, detail: string, extra: Extra = {}, told?: Told) {
    super(detail)
    this.name = 'Refusal'
    this.code = code
    this.extra = extra
    this.told = told
  }
}

/** The keys among these by which something can be refused: a code alone, or a code, a point and what tells it apart. */
export type RefusalKey<S extends Sentences> = keyof S & (RefusalCode | `${RefusalCode}.${string}`)

/** What refuses with the sentences of one noun or room. */
export type Refusals<S extends Sentences> = {
  /** A refusal with one sentence, what goes into it, and what programs read beside its code. */
  readonly refusal: <K extends RefusalKey<S>>(key: K, ...given: [...ValuesOf<S[K]>, extra?: Extra]) => Refusal
  /** A refusal with several sentences, read one after the other; the first gives the code. */
  readonly refusalOf: (sayings: readonly [Saying, ...Saying[]], extra?: Extra) => Refusal
  /** One sentence by itself: part of a refusal, or kept beside a record. */
  readonly saying: <K extends keyof S & string>(key: K, ...given: ValuesOf<S[K]>) => Saying
  /** How a sentence reads in English. */
  readonly inEnglish: (saying: Saying) => string
  /** What another error says by one of these sentences. */
  readonly told: (saying: Saying) => Told
}

/**
 * Lets a noun or a room refuse. To add a refusal: write its sentence into `words/en.ts` of that noun or room, under its
 * code (`deal_closed`) or, where the code has several, under the code, a point and what tells it apart
 * (`deal_closed.already`); write the Russian one into `words/ru.ts` beside it, which does not compile before; then
 * `throw dealRefusal('deal_closed.already', { title, status }, { status })`. What goes in is plain values, never a piece
 * of a sentence: a list is a list, a choice is a key, and each language says them in its own way. A new code goes into
 * `refusalCodes`, and what is missing for it does not compile.
 */
export function refusalsOf<S extends Sentences>(en: S, russian: () => Promise<Translated<S>>): Refusals<S> {
  const book: Book = { en, russian }
  const inEnglish = (saying: Saying): string => spoken(en, saying) ?? saying.say
  const refusalOf = (sayings: readonly [Saying, ...Saying[]], extra?: Extra): Refusal =>
    new Refusal(codeOf(sayings[0].say, refusalCodes), sayings.map(inEnglish).join(' '), extra, { sayings, book })
  return {
    refusal: (key, ...[values, extra]) => refusalOf([sayingOf(key, values)], extra),
    refusalOf,
    saying: (key, ...[values]) => sayingOf(key, values),
    inEnglish,
    told: (saying) => ({ sayings: [saying], book }),
  }
}
