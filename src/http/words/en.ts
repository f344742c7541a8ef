import { lacksRightEn } from '#domain/people/words/right-names-en'
import type { RightKind } from '#schemas/people-names'

/** What the door itself refuses, in English, by code: of refusals, then of faults that are found before anybody is asked. */
export const en = {
  precondition_required:
    'Send If-Match with the ETag of what you have seen, so that nobody’s change is overwritten unseen.',
  'precondition_failed.no_etag': ({ header }: { header: string }) =>
    `If-Match says ${header}, which is not one of our ETags. Send it as "7".`,
  'precondition_failed.nothing_there': 'Nothing is here yet that If-Match could name. Leave the header out to make it.',
  'precondition_failed.no_version': ({ header }: { header: string }) =>
    `If-Match names ${header}, but nothing here has a version. Leave the header out.`,
  'precondition_failed.changed':
    'It has been changed since you saw it. Read it again, and send If-Match with the ETag you get.',
  idempotency_key_bad: 'An Idempotency-Key is 1 to 255 visible ASCII characters without spaces, a UUID for example.',
  cursor_bad: 'This cursor does not belong to this list. Start from the first page and follow its Link header.',
  unauthenticated: 'Send a token: Authorization: Bearer, a space and the token.',
  'unauthenticated.expired': 'The token has expired. Sign in again.',
  'unauthenticated.not_for_us': ({ claim }: { claim: string }) =>
    `The token is not meant for Norma: its “${claim}” is wrong.`,
  'unauthenticated.untrusted': 'The token is not one that Norma trusts. Sign in again.',
  'unauthenticated.nobody': ({ subject }: { subject: string }) =>
    `“${subject}” does not work here, or does not any more.`,
  'unauthenticated.no_token': 'The provider sent no token that Norma can check.',
  'unauthenticated.no_pages': 'Only employees have pages.',
  'forbidden.right': ({ right }: { right: RightKind }) => lacksRightEn(right),
  'forbidden.key':
    'No program may ask this with a key: only people may. /openapi.json says by x-key-right what keys are for.',
  'forbidden.key_right': ({ right }: { right: string }) =>
    `This key does not have the right ${right}, or whoever answers for it does not have it any more. Make a key that has it on the page API keys.`,
  too_many_requests: ({ seconds }: { seconds: number }) =>
    `That was more than may be asked in a minute. Ask again in ${seconds} ${seconds === 1 ? 'second' : 'seconds'}; what changes something counts five times.`,
  not_found: ({ path }: { path: string }) => `There is nothing at ${path}. /openapi.json lists what there is.`,
  'not_found.page': ({ path }: { path: string }) => `There is nothing at ${path}.`,
  'not_found.no_id': ({ path }: { path: string }) => `There is nothing at ${path}: no id is written like this.`,
  'not_found.operation': ({ id }: { id: string }) => `The API has no operation “${id}”.`,
  'not_found.own_pages': 'This is only for our own pages.',
  method_not_allowed: ({ method, path, allow }: { method: string; path: string; allow: string }) =>
    `${method} is not possible at ${path}. Possible are: ${allow}.`,
  media_type: ({ type }: { type: string }) =>
    `The body came with ${type === '' ? 'no Content-Type' : `Content-Type ${type}`}. Send JSON with Content-Type application/json.`,
  'media_type.encoded': ({ encoding }: { encoding: string }) =>
    `The body came packed (Content-Encoding ${encoding}). Send it as it is, without Content-Encoding.`,
  too_large: 'The body is larger than 1 MB. Send less at once.',
  'too_large.form': 'The form is larger than 64 kB. Send less at once.',
  'malformed_json.not_utf8': 'The body is not UTF-8 text. Save it as UTF-8 and send it again.',
  'malformed_json.half': 'The body has half a character: an escape \\uD800 to \\uDFFF without its other half.',
  malformed_json: ({ line, column }: { line: number; column: number }) =>
    `The body stops being JSON at line ${line}, column ${column}.`,
  'malformed_json.further': ({ line, column }: { line: number; column: number }) =>
    `The body stops being JSON somewhere after line ${line}, column ${column}.`,
  misdirected: ({ host }: { host: string }) =>
    `Norma on this machine is not asked by the name “${host}”. Use localhost or 127.0.0.1, or give it the name: norma start --host ${host.replace(/:\d+$/, '')}`,
  'misdirected.origin': ({ origin }: { origin: string }) =>
    `A page of “${origin}” has asked, and Norma on this machine answers only its own pages.`,
  overloaded: 'Too many requests came at once. Try again in a moment.',
  unavailable:
    'The store did not answer in time. Whether a change was made is not known: repeat it with the same Idempotency-Key in a moment.',
  'unavailable.unwritten':
    'The store could not write: the disk may be full, or the folder may not be written to. Nothing of this was kept. Try again when there is room.',
  internal: ({ number }: { number: string }) =>
    `This is our fault. Tell us the number ${number} and we can find out what happened.`,
} as const
