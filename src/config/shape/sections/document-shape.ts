import { condition, oneOrMore, optional, required, text, value } from '#config/shape/parts'
import type { Key, Shape } from '#config/shape/shape'
import { gateFields } from './client-shape'

/** A kind of document. */
export const document: Shape = {
  is: 'block',
  keys: {
    name: required(text, 'What people call it.'),
    template: required(value('a path such as templates/contract.docx', 'text'), 'The Word file it is printed into.'),
    when: optional(condition, 'It is made only for deals that fit.'),
    number: optional(value('a series of numbers', 'series'), 'The series its number is taken from.'),
    invoice: optional(value('a kind of invoice', 'invoice'), 'The invoice it prints: with its number, day and lines.'),
    needs: optional(gateFields, 'What must be filled before it is made.'),
    signed_by: optional({ is: 'words', words: ['us', 'client', 'both'] }, 'Who signs it.'),
    by: required(value('a role', 'head'), 'Who may issue and cancel it.'),
    keep_in: optional(
      value('a field', 'field'),
      'The file field of the deal that leads to it once everybody has signed; once it is issued, where nobody signs.',
    ),
    tells: optional(value('an event', 'own_event'), 'The event that happens to the deal when all have signed.'),
    language: optional({ is: 'words', words: ['ru', 'en'] }, 'The language of amounts and days; ru without.'),
  },
}

const made: Shape = {
  is: 'one_of',
  value: value('a document', 'made'),
  block: { is: 'table', keys: 'made', of: value('after and an event', 'made_after') },
}

/** What a stage makes. */
export const make: Key = optional({ is: 'list', of: made }, 'Documents and invoices that are made here by themselves.')

/** Which documents a gate wants signed. */
export const signed: Key = optional(oneOrMore('a document', 'document'), 'Documents that must be signed.')
