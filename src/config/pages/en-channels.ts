import type { PageText } from './page'

/** English pages: lines, calls, messages and whoever turns to us. */
export const enChannels = {
  'unknown-message': {
    title: 'A template of messages that is not declared',
    means: 'What is written to a client by itself is one of “messages.templates”; this name is not one of them.',
    why: 'Nothing would be written.',
    mend: 'Take the one that is offered, or declare it under “messages.templates”.',
  },
  'unknown-consent': {
    title: 'A consent that is not declared',
    means: 'A template of messages asks for a consent; none of “consents” is called so.',
    why: 'Nobody could have given it: the template would be written to nobody.',
    mend: 'Take the one that is offered, or declare it under “consents”.',
  },
  'call-back-without-hours': {
    title: 'A call back that does not wait for working time',
    means: 'The time to call back is counted in calendar time, which goes on at night and on days off.',
    why: 'Whoever rings on Friday evening would be late by Saturday, though nobody works; the ladder would climb for nothing.',
    mend: 'Count in working minutes or hours.',
  },
  'call-back-shorter-than-wait': {
    title: 'A call back that is late before anybody knows of the call',
    means: 'A call is judged as missed after half a minute of silence, and its task is there within another minute.',
    why: 'Everybody would be late always, and the figures would say nothing.',
    mend: 'Leave at least two minutes.',
  },
  'recordings-without-notice': {
    title: 'Recorded calls of which nobody is told',
    means: 'The file says how long recordings are kept or who may hear them, and not what callers are told.',
    why: 'Whoever is recorded has to know it beforehand; written down here, everybody says the same.',
    mend: 'Write what the greeting says under “notice”.',
  },
  'answer-later-than-first-reply': {
    title: 'A client waits longer than a stranger',
    means: 'The time to answer is longer than every “first_reply” of the new deals.',
    why: 'Whoever buys already would be answered after whoever only asks.',
    mend: 'Write a shorter time, or a longer “first_reply” if that is what was meant.',
  },
  'channel-in-use': {
    title: 'A channel that is gone while numbers lead to it (only in a plan)',
    means: 'Numbers, addresses or forms that are connected belong to a channel that the new file does not have.',
    why: 'Whoever came by them would come by nothing: without source, direction and line of “intake”.',
    mend: 'Say under “moved” what it is called now, or let the numbers lead elsewhere under Integrations.',
  },
  'channel-without-line': {
    title: 'A channel by which nobody can come (only in a plan)',
    means: 'The file describes it, and nothing that is connected leads to it.',
    why: 'What it says of source, direction and requests happens to nobody.',
    mend: 'Connect its number, address or form under Integrations, or take the channel out.',
  },
  'nobody-in-otherwise': {
    title: 'Nobody to call clients of nobody back (only in a plan)',
    means: 'Who calls back, or answers a request, is a role that nobody is in at the moment.',
    why: 'It would all go to the head of the company.',
    mend: 'Put somebody in the role, or name another.',
  },
  'foreign-messenger': {
    title: 'A messenger from abroad in a company that may not use one (only in a plan)',
    means: '“company” says “restricted: yes”, and a messenger that is connected belongs to a foreign service.',
    why: 'Banks, state companies, telecoms, marketplaces and others may not write to clients by it in Russia (41-FZ).',
    mend: 'Let the channel lead to MAX, or take “restricted” out where it does not hold for you.',
  },
} as const satisfies Readonly<Record<string, PageText>>
