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
  'deal_closed',
  'deal_not_closed',
  'deal_not_won',
  'deal_already_won',
  'reason_required',
  'reason_unknown',
  'field_unknown',
  'field_value',
  'field_computed',
  'event_unknown',
  'task_closed',
  'task_not_done',
  'nobody_to_give_to',
  'employee_inactive',
  'department_cycle',
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
  'report_unknown',
  'report_group',
  'report_cell',
] as const
export type RefusalCode = (typeof refusalCodes)[number]

/** A business reason to say no: `detail` is a sentence a salesperson understands and names the wrong value. */
export class Refusal extends Error {
  readonly code: RefusalCode
  readonly extra: Readonly<Record<string, unknown>>

  constructor(code: RefusalCode, detail: string, extra: Readonly<Record<string, unknown>> = {}) {
    super(detail)
    this.name = 'Refusal'
    this.code = code
    this.extra = extra
  }
}
