import { roublesEn } from './roubles'

/** What is said of the exchange with 1C, in English, by code. */
export const en = {
  'forbidden.one_c':
    'The exchange with 1C is for whoever may connect telephones and forms, and for the role that takes in bank statements. Ask one of them.',
  one_c_base_unknown: ({ id }: { id: string }) => `No base of 1C exchanges under “${id}”.`,
  'field_value.one_c_seller': ({ id, known }: { id: string; known: readonly string[] }) =>
    known.length === 0
      ? `There is no seller “${id}”: the file names none. Describe your legal entity under “sellers”.`
      : `There is no seller “${id}” in the file; there are: ${known.join(', ')}.`,
  'field_value.one_c_many': ({ most }: { most: number }) => `${most} bases exchange, and there cannot be more.`,
  'version_conflict.one_c': ({ id }: { id: string }) => `Somebody else changed “${id}” just now. Read it again.`,
  bad_password: 'Login or password is wrong. Enter them in 1C as the page “Exchange with 1C” of Norma shows them.',
  bad_type: ({ type }: { type: string }) =>
    `Norma exchanges orders (type=sale), not “${type}”. Switch the exchange of goods off in 1C.`,
  bad_mode: ({ mode }: { mode: string }) =>
    `Norma does not know mode=${mode}. Known are checkauth, init, query, success, file, import.`,
  no_session: 'The session is over or was never begun. Begin with mode=checkauth.',
  rules_unset: 'The rules have no section “one_c”. Write it into pipelines.yaml and publish.',
  inside: 'Norma could not do this now. Repeat the exchange; nothing is lost.',
  no_name: ({ name }: { name: string }) =>
    `“${name}” is not a file name. Latin letters, digits, points, dashes and underscores are taken.`,
  no_file: ({ name }: { name: string }) => `No file “${name}” came in this session. Send it with mode=file first.`,
  no_bytes: 'The piece is empty. Send the bytes of the file in the body.',
  piece_too_large: ({ bytes, most }: { bytes: number; most: number }) =>
    `The piece has ${bytes} bytes; ${most} are the most. 1C is told so by mode=init.`,
  file_too_large: ({ most }: { most: number }) =>
    `The file is larger than ${most} bytes. Exchange more often, or in smaller portions.`,
  too_many_parts: ({ most }: { most: number }) =>
    `The file came in more than ${most} pieces. Make them larger in the settings of 1C.`,
  reading: ({ done }: { done: number }) => `The file is being read: documents done so far: ${done}.`,
  reading_late: 'The file is kept and could not be read yet. Norma tries again; look at the exchange once more later.',
  file_cut: 'The file is not whole: its end is missing. Repeat the exchange.',
  not_utf8:
    'The file says that it is UTF-8, and is not: by its bytes it may be windows-1251. Correct the encoding in 1C.',
  bad_letters: ({ encoding }: { encoding: string }) => `The file says that it is ${encoding}, and is not.`,
  bad_encoding: ({ encoding }: { encoding: string }) =>
    `The encoding “${encoding}” is not read. Write UTF-8 or windows-1251.`,
  bad_xml: ({ line, what }: { line: number; what: string }) =>
    `The file is not XML, line ${line}: ${xmlFaults[what] ?? what}. Nothing of it was taken.`,
  has_doctype: 'The file declares entities (DOCTYPE). Such files are not read. Nothing of it was taken.',
  not_commerce: ({ root }: { root: string }) =>
    `The file begins with “${root}”, as no file of CommerceML does. Choose the format CommerceML 2 in 1C.`,
  too_deep: 'The file has elements within elements too deep to be a document.',
  too_many_documents: ({ most }: { most: number }) =>
    `The file has more than ${most} documents. Exchange more often, or in smaller portions.`,
  bad_archive: ({ why }: { why: string }) =>
    `The archive cannot be opened: ${archiveFaults[why] ?? why}. Nothing of it was taken.`,
  no_xml_inside: 'The archive holds no file .xml.',
  some_refused: ({ count }: { count: number }) => `Documents not taken: ${count}. The first:`,
  no_id: 'A document has no id and was not taken.',
  bad_currency: ({ id, text }: { id: string; text: string }) =>
    `Document ${id} is in “${text}”; invoices are in roubles. The document was not taken.`,
  bad_day: ({ id, name, text }: { id: string; name: string; text: string }) =>
    `Document ${id}: “${name}” is “${text}”, not a date like 2026-12-31. The document was not taken.`,
  bad_sum: ({ id, name, text }: { id: string; name: string; text: string }) =>
    `Document ${id}: “${name}” is “${text}”, not an amount like 1234.50. The document was not taken.`,
  bad_truth: ({ id, name, text }: { id: string; name: string; text: string }) =>
    `Document ${id}: “${name}” is “${text}”, neither true nor false. The document was not taken.`,
  not_ours: ({ id, operation }: { id: string; operation: string }) =>
    `${operation} ${id} belongs to no invoice of Norma and was left alone.`,
  not_read: ({ id, operation }: { id: string; operation: string }) =>
    `${operation} ${id}: Norma reads no documents of this kind. It was left alone.`,
  other_seller: ({ number }: { number: string }) =>
    `The invoice ${number} is of another legal entity than this base is for. The document was not taken.`,
  sum_differs: ({ number, there, here }: { number: string; there: number; here: number }) =>
    `Invoice ${number}: 1C says ${roublesEn(there)} roubles, Norma ${roublesEn(here)}. Compare the lines.`,
  status_unknown: ({ number, status }: { number: string; status: string }) =>
    `Invoice ${number}: the status “${status}” of 1C is not among “one_c: status” of the rules. It was noted, nothing followed from it.`,
  payment_no_day: ({ id }: { id: string }) => `Payment ${id} has no day and was not taken.`,
  payment_no_sum: ({ id }: { id: string }) => `Payment ${id} has no sum and was not taken.`,
  payment_differs: ({ id, number }: { id: string; number: string }) =>
    `Payment ${id} of the invoice ${number} was taken before with another sum. Take it back in Payments, and book what is right.`,
  payment_not_payable: ({ id, number }: { id: string; number: string }) =>
    `Payment ${id}: the invoice ${number} is a draft or cancelled, nothing can be booked on it.`,
  payment_taken_back: ({ id, number }: { id: string; number: string }) =>
    `Payment ${id} of the invoice ${number} does not hold in 1C any more: it was taken back.`,
  task_refused: ({ number, message }: { number: string; message: string }) =>
    `Invoice ${number} is cancelled in 1C, and no task could be opened: ${message}`,
  task_cancelled: ({ number, how }: { number: string; how: string }) =>
    `1C has ${how === 'deleted' ? 'marked the invoice for deletion' : 'cancelled the invoice'}: ${number}. Decide whether to cancel it here as well.`,
  instruction: ({ login, password }: { login: string; password: string }) => `User: ${login}\nPassword: ${password}`,
} as const

const xmlFaults: Readonly<Record<string, string>> = {
  ampersand: 'a sign & that is not written as &amp;',
  entity: 'an entity that nothing explains',
  tag: 'an element that is closed by another, or not at all',
  root: 'more than one outermost element, or none',
  other: 'it is broken',
}

const archiveFaults: Readonly<Record<string, string>> = {
  no_zip: 'it is not a zip file',
  cut: 'it is broken or cut off',
  encrypted: 'it has a password',
  too_large: 'it is too large',
  too_much_inside: 'it would become too large',
  too_many: 'it holds too many files',
  too_dense: 'it would become many hundred times larger',
}
