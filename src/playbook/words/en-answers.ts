import { line } from '#playbook/blocks'
import type { AnswerWords } from './answer-words'
import { enClients } from './en-clients'

/** How clients are answered, in English. */
export const enAnswers: AnswerWords = {
  title: 'How we answer',
  dealTitle: 'title of the deal',
  intro: 'Whoever turns to us is owed an answer until somebody has given it. It stands in Unanswered and in My day.',
  channels: 'How clients come',
  channelsCaption: 'Numbers, addresses and forms',
  channelHeads: ['What', 'Kind', 'New deals'],
  kinds: { phone: 'telephone', mail: 'mail', messenger: 'messenger', form: 'form of the site' },
  usual: 'as every new deal',
  to: (direction) => line`direction ${direction}`,
  intake: 'What becomes of whoever turns to us',
  intakeIntro: 'The lines are read from the top; the first one that fits decides.',
  same: (length) => `Whoever comes again within ${length} joins the deal that is open.`,
  every: 'Everybody else',
  by: (channels) => `by ${channels}`,
  form: (forms) => `form ${forms.map((name) => `“${name}”`).join(', ')}`,
  known: { yes: 'a client of ours', no: 'nobody we know' },
  open: { yes: 'with an open deal', no: 'without an open deal' },
  line: (when, becomes) => line`${when}: ${becomes}.`,
  becomes: {
    nothing: 'kept, and not answered',
    deal: 'a new deal',
    part_of_deal: 'a part of the open deal',
    request: 'a request in Unanswered',
  },
  answers: (who, length) => {
    const whose = who === undefined ? line`` : line`; who answers: ${who}`
    return length === undefined ? whose : line`${whose}; within ${length}`
  },
  calls: 'Calls that nobody took',
  callBack: (length, task) =>
    line`They are called back within ${length}, counted from the end of the call. The task is called “${task}”.`,
  whoCalls: (who, otherwise) =>
    otherwise === undefined
      ? line`Who calls back: ${who}.`
      : line`Who calls back: ${who}; where nobody had the client: ${otherwise}.`,
  once: 'One call back is owed to a client, however often they ring. Any talk with them pays it, whoever of us it was.',
  counts: (seconds) => `A call back shorter than ${seconds} seconds counts as an attempt: a machine may have taken it.`,
  tries: (count, length) => `After ${count} attempts without an answer within ${length} the ladder is climbed at once.`,
  ladder: (ladder) => line`Late: ladder ${ladder}.`,
  hidden: (people, at) => line`Hidden numbers cannot be called back: ${people} will be notified at ${at}.`,
  notClients: (numbers) => `Nothing is owed to ${numbers}.`,
  notice: (text) => `Callers are told before they are recorded: “${text}”`,
  kept: (length) => `Recordings are kept for ${length}.`,
  hear: (people) => line`Who may hear recordings, of those who have the right to: ${people}.`,
  messages: 'Messages and mail',
  answer: (length, task) =>
    `They are answered within ${length} of the client’s last word. The task is called “${task}”.`,
  owesNothing: '“👍”, “thanks” and what machines send owe nothing.',
  templates: 'What we write again and again',
  template: (name, text) => line`${{ strong: name }}: ${text}`,
  clients: enClients,
  personal: 'Personal data',
  citizens: (of, storedIn) =>
    storedIn === undefined
      ? `We keep data of citizens of ${of}.`
      : `We keep data of citizens of ${of}; it lies in ${storedIn}.`,
  keptOf: {
    person: 'People are erased by themselves when their time is over; companies are not.',
    company: 'Companies are erased by themselves when their time is over; people are not.',
    both: 'People and companies are erased by themselves when their time is over.',
  },
  keptFor: {
    contract: (length) => `After the last deal won, document or invoice they are kept for ${length}.`,
    lost: (length) => `Whoever has bought nothing and has no open deal is kept for ${length} after the last contact.`,
    noConsent: (length) =>
      `Whoever has not given a consent that is required, or has revoked it, is kept for ${length}.`,
    unknown: (length) =>
      `Calls and letters of whoever has neither card nor deal are kept for ${length} after the last one.`,
  },
  whoAnswers: (who) => line`What clients ask about their data is answered by: ${who}.`,
  asked: {
    access: (length) => `“What do you keep about me?”: within ${length}.`,
    correction: (length) => `“This is wrong”: within ${length}.`,
    erasure: (length) => `“Erase my data”: within ${length}.`,
    objection: (length) => `“Stop contacting me”: within ${length}.`,
  },
}
