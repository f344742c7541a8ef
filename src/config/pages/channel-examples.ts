import type { PageExample } from './page'

/** The same for every code that speaks of lines, calls and messages. */
export const channelExamples = {
  'unknown-message': {
    before: 'send: { template: tahnks }',
    after: 'send: { template: thanks }',
  },
  'unknown-consent': {
    before: 'consent: newz }',
    after: 'consent: news }',
  },
  'call-back-without-hours': {
    before: 'call_back: 15 calendar minutes',
    after: 'call_back: 15 working minutes',
  },
  'call-back-shorter-than-wait': {
    before: 'call_back: 1 working minute',
    after: 'call_back: 2 working minutes',
  },
  'recordings-without-notice': {
    before: 'recordings: { keep: 90 calendar days }',
    after: 'recordings: { keep: 90 calendar days, notice: This call is recorded. }',
  },
  'answer-later-than-first-reply': {
    before: 'messages: { answer: 3 working hours }',
    after: 'messages: { answer: 2 working hours }',
  },
  'channel-in-use': {
    before: 'channels:\n  front_desk: …        # was main_line, and numbers lead to it',
    after: 'channels:\n  front_desk: …\nmoved:\n  channels.main_line: front_desk',
  },
  'channel-without-line': {
    before: 'channels:\n  direct_line: …        # nothing that is connected leads to it',
    after: 'channels:\n  main_line: …',
  },
  'nobody-in-otherwise': {
    before: 'otherwise: b2c_team        # nobody is in the role',
    after: 'otherwise: head_of_sales',
  },
  'foreign-messenger': {
    before: 'company: { restricted: yes }        # and WhatsApp is connected',
    after: 'company: { restricted: yes }        # and MAX is',
  },
} as const satisfies Readonly<Record<string, PageExample>>
