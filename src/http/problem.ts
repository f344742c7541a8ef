import { Refusal, type RefusalCode } from '#domain/kernel/refusal'
import { spoken, spokenAll, type Sentences } from '#domain/kernel/saying'
import { nestedQuotes } from '#domain/kernel/texts/nested-quotes'
import type { GateStop } from '#domain/deals/gate-refusal'
import type { Saying } from '#schemas/saying'
import type { Language } from '#schemas/language-names'

import type { DoorCode } from './door-codes'
import { DoorFault } from './door-fault'
import { paramNames, type Operation } from './operation'
import { doorFault } from './words/door-refusal'

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
  not_your_task: [403, 'Somebody else does this task'],
  not_your_field: [403, 'Somebody else writes this field'],
  paid_by_invoices: [409, 'Payments say what is paid'],
  amount_by_lines: [409, 'Its lines say what the deal comes to'],
  deal_closed: [409, 'The deal is closed'],
  deal_not_closed: [409, 'The deal is not closed'],
  deal_not_won: [409, 'The deal is not won'],
  deal_already_won: [409, 'The deal is won already'],
  deal_won: [409, 'The deal is won, and this is in the books'],
  reason_required: [422, 'A reason is needed'],
  reason_unknown: [422, 'No such reason'],
  field_unknown: [422, 'No such field'],
  field_value: [422, 'A field cannot hold this value'],
  field_computed: [422, 'A computed field cannot be set'],
  event_unknown: [422, 'No such event'],
  task_closed: [409, 'The task is closed'],
  task_not_done: [409, 'The task is not done'],
  too_many_tasks: [422, 'The deal has too many open tasks'],
  nobody_to_give_to: [409, 'There is nobody to give this to'],
  employee_inactive: [422, 'The employee has left'],
  employee_lacks_right: [422, 'The employee lacks a right'],
  department_cycle: [409, 'A department cannot be below itself'],
  department_in_use: [409, 'Somebody or something is in the department'],
  department_closed: [422, 'The department is closed'],
  last_people_editor: [409, 'Somebody must be able to change people'],
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
  client_unknown: [404, 'No such client'],
  client_way_unknown: [404, 'The client has no such number or address'],
  client_requisite: [422, 'A requisite is not right'],
  client_way: [422, 'This is not a number or an address'],
  client_role: [422, 'The client cannot be that in the deal'],
  client_link: [422, 'These two cannot be linked'],
  consent_unknown: [404, 'The rules ask for no such consent'],
  consent_unfit: [422, 'This cannot be what the client agreed to'],
  erasure_unknown: [404, 'Nobody has asked for this'],
  erasure_state: [409, 'The erasure is not at that point'],
  request_unknown: [404, 'The client has not asked this'],
  request_state: [409, 'The request is not at that point'],
  erasure_kept: [409, 'This is only kept until it may be erased'],
  reading_budget: [429, 'That was more than is read on a day'],
  client_reading_unkept: [503, 'Who reads could not be kept'],
  merge_blocked: [422, 'These two cannot be merged'],
  merge_unknown: [404, 'No such merge'],
  merge_final: [422, 'The merge cannot be undone any more'],
  notice_unknown: [404, 'No such notice'],
  feed_unknown: [404, 'No such calendar'],
  webhook_unknown: [404, 'No such webhook'],
  webhook_inactive: [409, 'The webhook is switched off'],
  delivery_unknown: [422, 'No such delivery'],
  too_many_webhooks: [409, 'There are too many webhooks'],
  register_unreadable: [422, 'This is not a register'],
  statement_unreadable: [422, 'This is not a bank statement'],
  integration_unknown: [404, 'Nothing is connected there'],
  one_c_base_unknown: [404, 'No such base of 1C'],
  load_unknown: [404, 'No such file is being loaded'],
  talk_unknown: [404, 'No such talk'],
  invoice_unknown: [404, 'No such invoice'],
  invoice_state: [409, 'The invoice is not at that point'],
  payment_unknown: [404, 'No such payment'],
  payment_state: [409, 'The payment is not at that point'],
  money_unset: [409, 'The file says nothing of this'],
  statement_unknown: [404, 'No such statement'],
  document_unknown: [404, 'No such document'],
  document_state: [409, 'The document is not at that point'],
  document_needs: [422, 'The document cannot be made yet'],
  documents_unset: [409, 'The file has no documents'],
  template_unknown: [422, 'This is not a template'],
  invitation_unknown: [404, 'The link is not good any more'],
  session_unknown: [404, 'No such session'],
  passkey_unknown: [404, 'No such passkey'],
  passkey_last: [409, 'The last way in'],
  handover_unknown: [404, 'No such handover'],
  handover_state: [409, 'The handover is not at that point'],
  key_unknown: [404, 'No such key'],
  key_scope: [422, 'A key may not do so much'],
  too_many_keys: [409, 'There are too many keys'],
  company_begun: [409, 'The company has been set up already'],
  ways_elsewhere: [409, 'People come in another way here'],
  too_many_attempts: [429, 'That went wrong too often'],
  report_unknown: [404, 'No such report'],
  report_group: [422, 'The report has no such rows'],
  report_cell: [422, 'The report has no such number'],
  view_unknown: [422, 'There is no such view'],
  too_many_views: [422, 'There are too many views'],
  comment_unknown: [404, 'No such comment'],
  file_unknown: [404, 'No such file'],
} as const satisfies Record<RefusalCode, Row>

/** What only the door itself can find wrong. */
export const doorProblems = {
  not_found: [404, 'Nothing is here'],
  method_not_allowed: [405, 'This cannot be done here'],
  media_type: [415, 'The body must be JSON'],
  too_large: [413, 'The body is too large'],
  malformed_json: [400, 'The body is not JSON'],
  invalid_input: [400, 'The request has faults'],
  misdirected: [421, 'This is not asked here'],
  too_many_requests: [429, 'Too many requests'],
  overloaded: [503, 'Too much at once'],
  unavailable: [503, 'The store does not answer'],
  internal: [500, 'Something broke on our side'],
} as const satisfies Record<DoorCode, Row>

/** The status of a code. What the address itself names and is not there is 404; the same named in a body is not. */
export function statusOf(code: RefusalCode | DoorCode, operation?: Pick<Operation, 'path'>): number {
  const inAddress = operation !== undefined && paramNames(operation.path).some((name) => `${name}_unknown` === code)
  return inAddress ? 404 : rowOf(code)[0]
}

/** Where a problem came up, and how it is said. */
export type ProblemAt = {
  readonly path: string
  readonly correlationId: string
  readonly operation?: Operation
  /** The language of what a person reads, the titles of problems where it is not English, and the words of this one. */
  readonly language: Language
  readonly titles?: Readonly<Record<RefusalCode | DoorCode, string>>
  readonly words?: Sentences
  /** The sentence of whoever knows more about this refusal than it says itself. */
  readonly said?: string
  /** The fields that a gate waits for, called as that language calls them. */
  readonly missing?: GateStop['missing']['fields']
}

/** What an error is at the door: itself, or the fault that whoever asks is told of instead of what broke. */
export function faultOf(error: unknown, correlationId: string): Refusal | DoorFault {
  if (error instanceof Refusal || error instanceof DoorFault) return error
  if (isThrottled(error)) return doorFault('overloaded', {}, { headers: { 'retry-after': '1' } })
  if (isNamed(error, unwritten)) return doorFault('unavailable.unwritten', {}, { headers: { 'retry-after': '30' } })
  if (isNamed(error, silent)) return doorFault('unavailable', {}, { headers: { 'retry-after': '5' } })
  return doorFault('internal', { number: correlationId })
}

/** The sentence of a fault in the words of whoever asks; a title that has quotes of its own gets the other ones in Russian. */
function detailOf({ message, told }: Refusal | DoorFault, { said, words = {}, language }: ProblemAt): string {
  const detail = said ?? spokenAll(words, told?.sayings ?? []) ?? message
  return language === 'ru' ? nestedQuotes(detail) : detail
}

/** The answer to a fault: its row, and its sentence in the words of whoever asks. */
export function problemResponse(fault: Refusal | DoorFault, at: ProblemAt): Response {
  const { code } = fault
  const status = statusOf(code, at.operation)
  const body = {
    ...(fault instanceof Refusal ? extraOf(fault, at) : {}),
    type: `urn:norma:problem:${code}`,
    title: at.titles?.[code] ?? rowOf(code)[1],
    status,
    detail: detailOf(fault, at),
    instance: at.path,
    code,
    correlationId: at.correlationId,
    ...(fault instanceof DoorFault && fault.errors.length > 0 ? { errors: fault.errors } : {}),
  }
  const headers = new Headers({
    'content-type': 'application/problem+json',
    'content-language': at.language,
    vary: 'accept-language',
    // It is about this request and nobody else's.
    'cache-control': 'private, no-store',
    'x-content-type-options': 'nosniff',
    'strict-transport-security': 'max-age=31536000',
    'x-correlation-id': at.correlationId,
  })
  // Somebody else was at the same thing in the same moment: it may be asked again at once.
  if (code === 'version_conflict' || code === 'client_reading_unkept') headers.set('retry-after', '1')
  const { retryAfter } = fault instanceof Refusal ? fault.extra : {}
  if (typeof retryAfter === 'number') headers.set('retry-after', String(retryAfter))
  if (fault instanceof DoorFault) for (const [name, value] of Object.entries(fault.headers)) headers.set(name, value)
  if (status === 401) headers.set('www-authenticate', 'Bearer realm="norma"')
  return new Response(JSON.stringify(body), { status, headers })
}

/** A use case names its faults by their place in the input, which came in the body; their sentences are said here. */
function extraOf({ extra }: Refusal, { words = {}, missing }: ProblemAt): Readonly<Record<string, unknown>> {
  const { errors, faults } = extra
  const said = (detail: unknown): unknown => (isSaying(detail) ? spoken(words, detail) : detail)
  return {
    ...extra,
    ...(missing === undefined ? {} : { missing: { ...(extra['missing'] as object), fields: missing } }),
    ...(Array.isArray(errors)
      ? { errors: errors.map((one: { detail: unknown }) => ({ in: 'body', ...one, detail: said(one.detail) })) }
      : {}),
    ...(Array.isArray(faults) ? { faults: faults.map(said) } : {}),
  }
}

function isSaying(value: unknown): value is Saying {
  return typeof value === 'object' && value !== null && 'say' in value && typeof value.say === 'string'
}

/** What the store on one machine says when its file takes nothing more. */
const unwritten = ['StoreTrouble']

/** What clients of a store, and Node, say when nobody answers, or the answer broke off. */
const silent = ['TimeoutError', 'ECONNREFUSED', 'ECONNRESET', 'EPIPE']

function isNamed(error: unknown, names: readonly string[]): boolean {
  if (!(error instanceof Error)) return false
  return names.includes(error.name) || ('code' in error && names.includes(String(error.code)))
}

/** Whether whatever is behind a port asked to slow down; it says so in the way all its clients understand. */
function isThrottled(error: unknown): boolean {
  if (typeof error !== 'object' || error === null || !('$retryable' in error)) return false
  return (error.$retryable as { readonly throttling?: boolean } | undefined)?.throttling === true
}

function rowOf(code: RefusalCode | DoorCode): Row {
  return code in doorProblems ? doorProblems[code as DoorCode] : problems[code as RefusalCode]
}
