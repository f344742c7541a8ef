import { optional, required, text, yesNo } from '#config/shape/parts'
import type { Shape } from '#config/shape/shape'
import { consentChannels } from '#schemas/clients/client-rules'

/** What clients are asked to agree to. */
export const consent: Shape = {
  is: 'block',
  keys: {
    name: optional(text, 'What people call it.'),
    text: required(text, 'The words that clients see and agree to.'),
    version: required(text, 'What this wording is called; another one with every change.'),
    required: optional(yesNo, 'Whether nothing goes on without it.'),
    for: optional(
      {
        is: 'one_of',
        value: { is: 'words', words: consentChannels },
        list: { is: 'list', of: { is: 'words', words: consentChannels } },
      },
      'By what whoever has agreed is written to; whoever revokes it is not any more.',
    ),
  },
}
