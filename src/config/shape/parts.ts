import type { Holds, KnownKeys } from './holds'
import type { Key, Shape } from './shape'

/** Yes or no, as the file writes them. */
export const yesNo = { is: 'words', words: ['yes', 'no'] } as const
/** A text of people. */
export const text = { is: 'value', what: 'a text', holds: 'text' } as const
/** A value of a kind, named as a fault names it. */
export const value = (what: string, holds: Holds): Shape => ({ is: 'value', what, holds })
/** A length of time. */
export const length = (example: string): Shape => value(`a length of time such as ${example}`, 'duration')
/** One value, or a list of them. */
export const oneOrMore = (what: string, holds: Holds): Extract<Shape, { readonly is: 'one_of' }> => ({
  is: 'one_of',
  value: value(what, holds),
  list: { is: 'list', of: value(what, holds) },
})
/** A key that must be there. */
export const required = (shape: Shape, says: string): Key => ({ shape, required: true, says })
/** A key that may be left out. */
export const optional = (shape: Shape, says: string): Key => ({ shape, says })

const tested = value('a value', 'condition_value')
const testedList: Shape = { is: 'list', of: tested }
/** A condition over fields, and where it says so over places. */
export const conditionOver = (keys: KnownKeys): Shape => ({
  is: 'table',
  keys,
  of: {
    is: 'one_of',
    value: tested,
    list: {
      is: 'list',
      of: {
        is: 'one_of',
        value: tested,
        block: { is: 'table', keys, of: { is: 'one_of', value: tested, list: testedList } },
      },
    },
  },
})
/** A condition over fields. */
export const condition = conditionOver('fields')

/** Who does something. */
export const doer = value('owner, owner_manager or a role', 'doer')
/** Who does a task: it may be whoever a field of the deal names. */
export const taskDoer = value('owner, owner_manager, a role or a field such as field.doctor', 'task_doer')
/** Several who do something. */
export const doers = oneOrMore('owner, owner_manager or a role', 'doer')
/** What is written to a client by itself. */
export const sending: Shape = {
  is: 'block',
  keys: {
    template: required(value('a template of messages', 'message'), 'What is written: one of `messages.templates`.'),
    to: optional(
      value('client or a role of clients', 'client_role'),
      'Which client of the deal; `client` is who buys.',
    ),
  },
}
/** A ladder by its name. */
export const ladder = value('a ladder of escalations', 'ladder')
/** A stage by its name. */
export const stage = value('a stage', 'stage')
