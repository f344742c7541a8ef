import { fieldTypes } from '#config/shape/field-types'
import { text, value, required, optional, doers } from '#config/shape/parts'
import type { Shape } from '#config/shape/shape'

/** What is known of every deal without being declared. */
export const builtInFieldIds = ['amount', 'paid', 'client_type', 'repeat_client', 'source', 'expected_close'] as const

/** What is said of a field’s values, whoever it is of. */
export const valueKeys = {
  name: optional(text, 'What people call the field.'),
  options: optional(
    {
      is: 'one_of',
      list: { is: 'list', of: value('an option', 'option'), isFilled: true },
      block: { is: 'table', ids: 'option', of: text },
    },
    'The values of a choice.',
  ),
  min: optional(value('a number', 'number'), 'The smallest value.'),
  max: optional(value('a number', 'number'), 'The largest value.'),
}

/** The keys of a field of a deal. */
const fieldKeys = {
  type: required({ is: 'words', words: fieldTypes }, 'What kind of value it holds.'),
  ...valueKeys,
  to: optional(value('a pipeline', 'pipeline'), 'The direction whose deals a link names.'),
  formula: optional(value('a formula', 'formula'), 'How it is computed from other fields.'),
  written_by: optional(doers, 'Who writes it, whoever owns the deal; without it whoever may change the deal.'),
}

/** A field of a deal. */
export const field: Shape = { is: 'block', keys: fieldKeys }

const { type, name, options, written_by } = fieldKeys
const builtInField: Shape = { is: 'block', keys: { written_by } }
const source: Shape = { is: 'block', keys: { type: { shape: type.shape, says: type.says }, name, options, written_by } }

/** The fields that every deal has: they are what they are, and only who writes them may be said. */
export const knownFields: Readonly<Record<string, Shape>> = Object.fromEntries(
  builtInFieldIds.map((id) => [id, id === 'source' ? source : builtInField]),
)
