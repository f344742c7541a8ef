import { ladder, length, oneOrMore, optional, required, value } from '#config/shape/parts'
import type { Shape } from '#config/shape/shape'

const kinds = { is: 'words', words: ['person', 'company'] } as const

/** Of whose citizens personal data is, where and how long it is kept, and who answers what they ask. */
export const personalData: Shape = {
  is: 'block',
  keys: {
    of: required(oneOrMore('a country such as RU', 'country'), 'Of whose citizens it is: countries by two letters.'),
    stored_in: optional(value('a country such as RU', 'country'), 'The country in which it is kept.'),
    keep: optional(
      {
        is: 'block',
        keys: {
          kinds: optional(
            { is: 'one_of', value: kinds, list: { is: 'list', of: kinds } },
            'Whose cards it is said of.',
          ),
          contract: optional(
            length('60 calendar months'),
            'How long after the last deal won, document or invoice; erased then.',
          ),
          lost: optional(
            length('12 calendar months'),
            'How long whoever has bought nothing is kept after the last thing that happened.',
          ),
          no_consent: optional(
            length('30 calendar days'),
            'How long whoever has not given a required consent, or has revoked it, is kept.',
          ),
          unknown: optional(
            length('180 calendar days'),
            'How long talks with whoever has neither card nor deal are kept after the last word.',
          ),
        },
      },
      'How long clients are kept, and erased then.',
    ),
    requests: optional(
      {
        is: 'block',
        keys: {
          by: optional(value('owner_manager or a role', 'head'), 'Who answers what clients ask about their data.'),
          access: optional(length('10 working days'), 'In which time somebody is told what is kept of them.'),
          correction: optional(length('7 working days'), 'In which time something wrong is put right.'),
          erasure: optional(length('30 calendar days'), 'In which time somebody is erased.'),
          objection: optional(length('10 working days'), 'In which time somebody is left alone.'),
          when_late: optional(ladder, 'The ladder to climb when an answer is late.'),
        },
      },
      'What is owed to whoever asks about their data.',
    ),
  },
}
