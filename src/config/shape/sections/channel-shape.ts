import { doer, doers, ladder, length, oneOrMore, optional, required, text, value, yesNo } from '#config/shape/parts'
import type { Shape } from '#config/shape/shape'

/** A line, address or form of ours. */
export const channel: Shape = {
  is: 'block',
  keys: {
    kind: required({ is: 'words', words: ['phone', 'mail', 'messenger', 'form'] }, 'How clients come by it.'),
    name: required(text, 'What people call it.'),
    source: optional(text, 'Option of the field “source” that new deals by it have.'),
    pipeline: optional(value('a pipeline', 'pipeline'), 'The direction of new deals by it.'),
  },
}

const intakeLine: Shape = {
  is: 'block',
  keys: {
    when: optional(
      {
        is: 'block',
        keys: {
          channel: optional(oneOrMore('a channel', 'channel'), 'The channels it is for.'),
          form: optional(oneOrMore('the name of a form', 'text'), 'The forms it is for, as the site calls them.'),
          known_client: optional(yesNo, 'Whether the client is known already.'),
          open_deals: optional(
            { is: 'words', words: ['more than 0', '0'] },
            'Whether the client has a deal that is open.',
          ),
        },
      },
      'The requests this line is for.',
    ),
    becomes: required(
      { is: 'words', words: ['deal', 'part_of_deal', 'request', 'nothing'] },
      'What becomes of a request.',
    ),
    by: optional(doer, 'Who answers a request.'),
    answer: optional(length('1 working hour'), 'How soon it must be answered.'),
  },
}

/** What becomes of whoever turns to us. */
export const intake: Shape = {
  is: 'block',
  keys: {
    same_client_within: optional(
      length('30 calendar days'),
      'Whoever comes again so soon after a deal was made joins it; a later one is a new deal.',
    ),
    do: optional(text, 'Text of the task to answer.'),
    lines: required({ is: 'list', of: intakeLine }, 'The first line that fits decides.'),
  },
}

/** What is owed to whoever rings. */
export const calls: Shape = {
  is: 'block',
  keys: {
    missed: optional(
      {
        is: 'block',
        keys: {
          do: optional(text, 'Text of the task to call back.'),
          call_back: required(length('15 working minutes'), 'How soon whoever was not reached is called back.'),
          by: optional(doer, 'Who calls back: the owner of the open deal, or whoever had the client last.'),
          otherwise: optional(value('a role', 'head'), 'Who calls back where nobody had the client.'),
          pick: optional({ is: 'words', words: ['in_turn', 'least_busy'] }, 'How one of several people is picked.'),
          tries: optional(
            value('how often and in what time, such as 3 in 2 working days', 'tries'),
            'After so many attempts without an answer the ladder is climbed.',
          ),
          when_late: optional(ladder, 'The ladder to climb when it is late.'),
        },
      },
      'A call that nobody took.',
    ),
    counts_as_talk: optional(
      value('a length of talk such as 5 calendar seconds', 'talk_length'),
      'A shorter call does not count as a call back.',
    ),
    hidden_number: optional(
      {
        is: 'block',
        keys: {
          notify: required(doers, 'Who is told of them.'),
          at: optional(value('a time of day such as "18:00"', 'time_of_day'), 'When, on each working day.'),
        },
      },
      'Missed calls whose number was hidden: nobody can be called back.',
    ),
    not_clients: optional(
      { is: 'list', of: value('a telephone number', 'phone') },
      'Numbers that are nobody’s: couriers, the office itself.',
    ),
    recordings: optional(
      {
        is: 'block',
        keys: {
          keep: optional(length('180 calendar days'), 'How long recordings are kept, from the call.'),
          notice: optional(text, 'What callers are told before they are recorded, word for word.'),
          may_hear: optional(doers, 'Who may hear recordings, of those who have the right to.'),
        },
      },
      'What becomes of recorded calls.',
    ),
  },
}

const template: Shape = {
  is: 'block',
  keys: {
    name: required(text, 'What people call it.'),
    text: required(
      value('a text with fields in braces', 'message_text'),
      'What is written; `{…}` is a field of the deal.',
    ),
    channel: optional(value('a channel', 'channel'), 'By which channel; by what the client used last where absent.'),
    consent: optional(value('a consent', 'consent'), 'The consent a client must have given.'),
  },
}

/** What a company may not do that others may. */
export const company: Shape = {
  is: 'block',
  keys: {
    restricted: optional(yesNo, 'yes: it may not write to clients by messengers from abroad.'),
  },
}

/** What is owed to whoever writes. */
export const messages: Shape = {
  is: 'block',
  keys: {
    do: optional(text, 'Text of the task to answer a message.'),
    answer: optional(length('30 working minutes'), 'How soon whoever has written is answered, from their last word.'),
    when_late: optional(ladder, 'The ladder to climb when an answer is late.'),
    templates: optional({ is: 'table', ids: 'message', of: template }, 'What is written to clients again and again.'),
  },
}
