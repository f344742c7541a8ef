import { text, value, required, optional } from '#config/shape/parts'
import type { Shape } from '#config/shape/shape'

/** A field of a deal. */
export const field: Shape = {
  is: 'block',
  keys: {
    type: required(
      { is: 'words', words: ['text', 'number', 'money', 'percent', 'date', 'choice', 'yes_no', 'file'] },
      'What kind of value it holds.',
    ),
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
    formula: optional(value('a formula', 'formula'), 'How it is computed from other fields.'),
  },
}
