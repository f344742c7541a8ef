import { Refusal, type RefusalCode } from '#domain/kernel/refusal'
import type { Language } from '#schemas/language-names'

import { DoorFault } from './door-fault'
import { paramNames, type Operation } from './operation'

type Row = readonly [status: number, title: string]

/** What each refusal is at the door. A code without a row does not compile. */
export const problems = {
  deal_unknown: [404, 'No such deal'],
  task_unknown: [404, 'No such task'],
  employee_unknown: [422, 'No such employee'],
  department_unknown: [422, 'No such department'],
  pipeline_unknown: [422, 'No such direction'],
  period_unknown: [422, 'No such period'],
  stage_unknown: [422, 'No such stage'],
  stage_not_next: [409, 'The deal cannot go there from here'],
  gate_blocked: [409, 'Something must be done before the deal may go on'],
  override_forbidden: [403, 'You may not pass this gate'],
  deal_closed: [409, 'The deal is closed'],
  deal_not_closed: [409, 'The deal is not closed'],
  deal_not_won: [409, 'The deal is not won'],
  deal_already_won: [409, 'The deal is won already'],
  reason_required: [422, 'A reason is needed'],
  reason_unknown: [422, 'No such reason'],
  field_unknown: [422, 'No such field'],
  field_value: [422, 'A field cannot hold this value'],
  field_computed: [422, 'A computed field cannot be set'],
  event_unknown: [422, 'No such event'],
  task_closed: [409, 'The task is closed'],
  task_not_done: [409, 'The task is not done'],
  nobody_to_give_to: [409, 'There is nobody to give this to'],
  employee_inactive: [422, 'The employee has left'],
  department_cycle: [409, 'A department cannot be below itself'],
  target_scope: [422, 'A target cannot be set for this'],
  rule_unknown: [422, 'No such rule of the automation'],
  rules_unknown: [409, 'There are no such rules'],
  rules_faulty: [422, 'The rules have faults'],
  rules_blocked: [409, 'Deals that are open stand in the way'],
  now_unknown: [422, 'No such key of the plan'],
  release_unknown: [422, 'Nothing of that name is scheduled'],
  version_conflict: [409, 'Somebody else changed it first'],
  precondition_failed: [412, 'It is not what you have seen'],
  precondition_required: [428, 'Say which version you have seen'],
  idempotency_key_reused: [422, 'The Idempotency-Key belongs to another request'],
  idempotency_key_bad: [400, 'The Idempotency-Key cannot be used'],
  cursor_bad: [400, 'The list cannot go on from here'],
  forbidden: [403, 'You may not do this'],
  unauthenticated: [401, 'Sign in first'],
  too_many_changes: [422, 'Too many changes at once'],
  notice_unknown: [404, 'No such notice'],
  feed_unknown: [404, 'No such calendar'],
  webhook_unknown: [404, 'No such webhook'],
  webhook_inactive: [409, 'The webhook is switched off'],
  delivery_unknown: [422, 'No such delivery'],
  too_many_webhooks: [409, 'There are too many webhooks'],
  report_unknown: [404, 'No such report'],
  report_group: [422, 'The report has no such rows'],
  report_cell: [422, 'The report has no such number'],
} as const satisfies Record<RefusalCode, Row>

/** What only the door itself can find wrong. */
export const doorProblems = {
  not_found: [404, 'Nothing is here'],
  method_not_allowed: [405, 'This cannot be done here'],
  media_type: [415, 'The body must be JSON'],
  too_large: [413, 'The body is too large'],
  malformed_json: [400, 'The body is not JSON'],
  invalid_input: [400, 'The request has faults'],
  overloaded: [503, 'Too much at once'],
  internal: [500, 'Something broke on our side'],
} as const satisfies Record<string, Row>

export type DoorCode = keyof typeof doorProblems

/** The status of a code. What the address itself names and is not there is 404; the same named in a body is not. */
export function statusOf(code: RefusalCode | DoorCode, operation?: Pick<Operation, 'path'>): number {
  const inAddress = operation !== undefined && paramNames(operation.path).some((name) => `${name}_unknown` === code)
  return inAddress ? 404 : rowOf(code)[0]
}

/** Puts the sentences of a problem into another language. */
export type Translate = <Body extends { readonly code: RefusalCode | DoorCode; readonly detail: string }>(
  body: Body,
) => Body

/** Where a problem came up, and how it is said. */
export type ProblemAt = {
  readonly path: string
  readonly correlationId: string
  readonly operation?: Operation
  /** The language of what a person reads, and what puts it into another one than English. */
  readonly language: Language
  readonly translate?: Translate
  /** The sentence of whoever knows more about this refusal than it says itself. */
  readonly said?: string
}

/** The answer to an error: its row for a refusal or a door fault, 500 without details for anything else. */
export function problemResponse(error: unknown, at: ProblemAt): Response {
  const known = error instanceof Refusal || error instanceof DoorFault
  if (!known && isThrottled(error)) return problemResponse(overloaded, at)
  const code = known ? error.code : 'internal'
  const status = statusOf(code, at.operation)
  const body = {
    ...(error instanceof Refusal ? extraOf(error) : {}),
    type: `urn:norma:problem:${code}`,
    title: rowOf(code)[1],
    status,
    detail: known
      ? error.message
      : `This is our fault. Tell us the number ${at.correlationId} and we can find out what happened.`,
    instance: at.path,
    code,
    correlationId: at.correlationId,
    ...(error instanceof DoorFault && error.errors.length > 0 ? { errors: error.errors } : {}),
  }
  const headers = new Headers({
    'content-type': 'application/problem+json',
    'content-language': at.language,
    vary: 'accept-language',
    'x-correlation-id': at.correlationId,
  })
  if (error instanceof DoorFault) for (const [name, value] of Object.entries(error.headers)) headers.set(name, value)
  if (status === 401) headers.set('www-authenticate', 'Bearer realm="norma"')
  const translated = at.translate?.(body) ?? body
  const told = at.said === undefined ? translated : { ...translated, detail: at.said }
  return new Response(JSON.stringify(told), { status, headers })
}

/** A use case names its faults by their place in the input, which came in the body. */
function extraOf({ extra }: Refusal): Readonly<Record<string, unknown>> {
  const { errors } = extra
  return Array.isArray(errors) ? { ...extra, errors: errors.map((one: object) => ({ in: 'body', ...one })) } : extra
}

const overloaded = new DoorFault('overloaded', 'Too many requests came at once. Try again in a moment.', [], {
  'retry-after': '1',
})

/** Whether whatever is behind a port asked to slow down; it says so in the way all its clients understand. */
function isThrottled(error: unknown): boolean {
  if (typeof error !== 'object' || error === null || !('$retryable' in error)) return false
  return (error.$retryable as { readonly throttling?: boolean } | undefined)?.throttling === true
}

function rowOf(code: RefusalCode | DoorCode): Row {
  return code in doorProblems ? doorProblems[code as DoorCode] : problems[code as RefusalCode]
}
