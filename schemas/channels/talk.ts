import Type from 'typebox'

import { Saying } from '#schemas/saying'
import { TaskReason } from '#schemas/task'
import { instant, line, nullable, prose, shape, words } from '#schemas/shape'

/** What a talk is made of, as the stream of a deal or a client shows it. */
export const streamKinds = ['call', 'request', 'message', 'note'] as const

/** How far a message of ours has come; whatever order this is learned in, the farthest holds. */
export const messageStates = ['waiting', 'sent', 'delivered', 'read', 'failed', 'unsure'] as const
export type MessageState = (typeof messageStates)[number]

/** A talk, as it is named everywhere. */
export const talkId = Type.String({ description: 'Talk with one number or address outside', examples: ['talk_0f3a'] })
const employee = (description: string) => Type.String({ description, examples: ['anna.petrova'] })

/** What became of a recording: it is being fetched, here, not to be had, or gone after its time. */
export const recordingStates = ['waiting', 'kept', 'lost', 'gone'] as const

/** Why a recording is not to be had. */
export type RecordingFault = 'no_address' | 'bad_address' | 'not_there' | 'too_large' | 'no_sound'

/** Something that was said, rung or written between a client and the company. */
export type StreamEntry = Type.Static<typeof StreamEntry>
export const StreamEntry = shape('StreamEntry', {
  id: Type.String({ description: 'Its id in its talk; of a note that of the comment' }),
  kind: words(streamKinds),
  at: instant('When it was'),
  direction: words(['in', 'out'], { description: 'in: the client turned to the company' }),
  talk: Type.Optional(talkId),
  integration: Type.Optional(Type.String({ description: 'By what it came or went', examples: ['mango-main'] })),
  channel: Type.Optional(Type.String({ description: 'Channel of the file', examples: ['main_line'] })),
  by: Type.Optional(Type.String({ description: 'Employee, or the extension or name nobody is behind' })),
  text: Type.Optional(Type.String({ description: 'What was said or written' })),
  subject: Type.Optional(Type.String({ description: 'What a mail is about, as it says' })),
  quoted: Type.Optional(Type.String({ description: 'What is only quoted of earlier messages, whole' })),
  also: Type.Optional(
    Type.Array(Type.Array(Type.String(), { minItems: 2, maxItems: 2 }), {
      description: 'What else a form said: label and value',
      examples: [[['Object', 'Warehouse']]],
    }),
  ),
  form: Type.Optional(Type.String({ description: 'Form of the site, as the site calls it' })),
  result: Type.Optional(words(['answered', 'missed', 'failed'], { description: 'How a call ended' })),
  talkSeconds: Type.Optional(Type.Number({ description: 'How long they spoke, in seconds' })),
  recordings: Type.Optional(Type.Integer({ description: 'How many recordings of the call there are' })),
  recordingStates: Type.Optional(
    Type.Array(words(recordingStates), { description: 'What became of each of them, in their order' }),
  ),
  asTold: Type.Optional(Type.Boolean({ description: 'A call from somebody’s own phone, as they told of it' })),
  foundLater: Type.Optional(
    Type.Boolean({ description: 'A call of which its provider told nothing: it was found in its report' }),
  ),
  attachments: Type.Optional(
    Type.Array(
      shape('StreamAttachment', {
        kind: Type.String({ description: 'What hangs on it', examples: ['photo'] }),
        name: Type.Optional(Type.String()),
        size: Type.Optional(Type.Integer({ description: 'Bytes, where it is kept and can be had' })),
      }),
    ),
  ),
  state: Type.Optional(
    words(messageStates, {
      description: 'How far a message of ours has come; unsure: whoever sent it was cut off, and somebody has to say',
    }),
  ),
  automatic: Type.Optional(Type.Boolean({ description: 'Sent by a machine: it owes nothing and pays nothing' })),
  edited: Type.Optional(Type.Boolean({ description: 'The client has changed it since' })),
  why: Type.Optional(Type.String({ description: 'Why it was not delivered, or did not become what the file says' })),
  said: Type.Optional(
    Type.Array(Saying, { description: 'The same by the keys of its sentences, where they are ours' }),
  ),
  became: Type.Optional(
    words(['deal', 'part_of_deal', 'request', 'nothing', 'spam'], { description: 'What became of a request' }),
  ),
  dealId: Type.Optional(
    Type.String({ description: 'Deal that a request became or joined, or that a message belongs to' }),
  ),
})

/** By what somebody can be answered in writing. */
export type AnswerWay = Type.Static<typeof AnswerWay>
export const AnswerWay = shape('AnswerWay', {
  talk: talkId,
  integration: Type.String({ examples: ['telegram-main'] }),
  name: Type.String({ description: 'What people call it', examples: ['Bot in Telegram'] }),
  at: instant('When the client wrote by it last'),
  until: nullable(instant('Until when free text may be sent; null where there is no such end')),
  open: Type.Boolean({ description: 'Whether free text may be sent now' }),
  mail: Type.Optional(Type.Boolean({ description: 'By mail: with a subject and files' })),
  templates: Type.Optional(Type.Boolean({ description: 'Approved templates may be written by it at any time' })),
})

const owedDeal = shape('OwedDeal', { id: Type.String(), title: Type.String() })

/** Something owed to somebody outside: to be called back or answered. */
export type OwedTalk = Type.Static<typeof OwedTalk>
export const OwedTalk = shape('OwedTalk', {
  task: Type.String({ description: 'The task that says so' }),
  talk: talkId,
  kind: words(['call_back', 'answer'], { description: 'What is owed' }),
  do: Type.String({ description: 'Text of the task', examples: ['Call the client back'] }),
  responsible: employee('Who owes it'),
  since: instant('Since when the client waits'),
  lastAt: instant('When the client tried last'),
  times: Type.Integer({ minimum: 1, description: 'How often the client has tried' }),
  attempts: Type.Integer({ minimum: 0, description: 'How often nobody was reached there' }),
  dueAt: nullable(instant('Until when')),
  contact: Type.Optional(Type.String({ description: 'Number or address, for whoever owes it alone' })),
  name: Type.Optional(Type.String({ description: 'The client, where known, or how they called themselves' })),
  client: Type.Optional(Type.String({ description: 'Card of the client, where one is known for certain' })),
  deal: Type.Optional(owedDeal),
  between: Type.Optional(
    Type.Array(owedDeal, { description: 'Open deals it may belong to, where nobody has said yet to which' }),
  ),
  text: Type.Optional(Type.String({ description: 'What the client said last' })),
  reasons: Type.Optional(
    Type.Array(TaskReason, { description: 'What was said when it was given away or dated anew, oldest first' }),
  ),
})

/** Asks for what is owed: by the caller, or by everybody they lead. */
export type UnansweredQuery = Type.Static<typeof UnansweredQuery>
export const UnansweredQuery = shape('UnansweredQuery', {
  of: Type.Optional(words(['me', 'team'], { description: 'me where absent' })),
})
export type Unanswered = Type.Static<typeof Unanswered>
export const Unanswered = shape('Unanswered', {
  items: Type.Array(OwedTalk, { description: 'What is due first comes first' }),
  mailIn: Type.Optional(
    Type.String({
      description:
        'Address of whoever asks: mail that they copy or forward there from their own program lies with its client',
      examples: ['sales+log.1f0c5a7be2d9@in.norma.example'],
    }),
  ),
})

/** Everything that was said with a client, the newest first. */
export type Conversation = Type.Static<typeof Conversation>
export const Conversation = shape('Conversation', {
  waitingSince: nullable(instant('Since when the client waits for us; null where they do not')),
  isClient: Type.Boolean({ description: 'False where somebody has said that it is not a client' }),
  notClient: Type.Optional(TaskReason),
  owed: Type.Array(OwedTalk, { description: 'What is owed to them' }),
  answers: Type.Array(AnswerWay, { description: 'By what they can be answered in writing, the last used first' }),
  talks: Type.Array(talkId, { description: 'The talks it is made of' }),
  items: Type.Array(StreamEntry),
  mailIn: Type.Optional(
    Type.String({
      description:
        'Address of whoever asks for this deal: mail that they copy or forward there from their own program lies on it',
    }),
  ),
})

/** A talk as it is after something was done about it. */
export type TalkState = Type.Static<typeof TalkState>
export const TalkState = shape('TalkState', {
  id: talkId,
  isClient: Type.Boolean({ description: 'False where somebody has said that it is not a client' }),
  owed: Type.Array(Type.String(), { description: 'Tasks that are still open' }),
})

/** Asks for what is owed in a talk to become the caller’s. */
export const TakeTalk = shape('TakeTalk', {})

/** Says that whoever is outside is no client: nothing is owed to them, now and later. */
export type DismissTalk = Type.Static<typeof DismissTalk>
export const DismissTalk = shape('DismissTalk', {
  reason: Type.Optional(line({ maxLength: 300, description: 'Why', examples: ['A courier'] })),
})

/** Takes back that somebody is no client. */
export const ReturnTalk = shape('ReturnTalk', {})

/** Says which of a client’s open deals a talk is about. */
export type PickTalkDeal = Type.Static<typeof PickTalkDeal>
export const PickTalkDeal = shape('PickTalkDeal', {
  dealId: line({ minLength: 1, maxLength: 100, description: 'One of the client’s open deals' }),
})

/** Tells of a call from one’s own phone. */
export type TellCall = Type.Static<typeof TellCall>
export const TellCall = shape('TellCall', {
  result: words(['answered', 'missed'], { description: 'Whether they were reached' }),
  at: Type.Optional(instant('When it was; now where absent')),
  note: Type.Optional(prose({ maxLength: 2000, description: 'What was said' })),
})

/** Asks an exchange to call: the caller’s own extension first, then the client. */
export type DialTalk = Type.Static<typeof DialTalk>
export const DialTalk = shape('DialTalk', {
  integration: Type.Optional(
    line({ maxLength: 64, description: 'Which exchange calls; the first that knows the caller where absent' }),
  ),
})

/** That an exchange calls. */
export type Dialled = Type.Static<typeof Dialled>
export const Dialled = shape('Dialled', {
  integration: Type.String(),
  name: Type.String({ description: 'What the exchange is called here' }),
  extension: Type.String({ description: 'The extension or login that it rings first' }),
})

/** Asks for a deal to be made of what somebody asked for. */
export type MakeTalkDeal = Type.Static<typeof MakeTalkDeal>
export const MakeTalkDeal = shape('MakeTalkDeal', {
  title: Type.Optional(line({ maxLength: 200, description: 'What is asked for where absent' })),
  pipeline: Type.Optional(line({ maxLength: 60, description: 'Direction; found by `new_deals` where absent' })),
})
export const TalkDeal = shape('TalkDeal', { dealId: Type.String(), talk: TalkState })

/** Brings back what was taken for a robot’s. */
export const RestoreRequest = shape('RestoreRequest', {})
export const RequestRestored = shape('RequestRestored', {
  became: words(['deal', 'part_of_deal', 'request', 'nothing', 'spam']),
  dealId: Type.Optional(Type.String()),
})

/** What was taken for a robot’s, for thirty days. */
export type SpamRequest = Type.Static<typeof SpamRequest>
export const SpamRequest = shape('SpamRequest', {
  talk: talkId,
  id: Type.String(),
  at: instant('When it came'),
  integration: Type.String(),
  name: Type.Optional(Type.String()),
  text: Type.Optional(Type.String()),
})
export const SpamList = shape('SpamList', { items: Type.Array(SpamRequest) })

/** Asks for what came with a message. */
export type OpenAttachment = Type.Static<typeof OpenAttachment>
export const OpenAttachment = shape('OpenAttachment', {
  no: Type.Integer({ minimum: 0, maximum: 99, description: 'Which of them, counted from 0' }),
})
export const AttachmentLink = shape('AttachmentLink', {
  url: Type.String({ description: 'Where it can be had' }),
  expiresAt: instant('Until when: a minute'),
})

/** Asks to listen to a recorded call. */
export type HearRecording = Type.Static<typeof HearRecording>
export const HearRecording = shape('HearRecording', {
  no: Type.Optional(
    Type.Integer({ minimum: 0, maximum: 99, description: 'Which recording of the call; the first where absent' }),
  ),
})
export const RecordingLink = shape('RecordingLink', {
  url: Type.String({ description: 'Where it can be heard' }),
  expiresAt: instant('Until when: a minute'),
})

/** Who listened to which call, and when. */
export type Hearing = Type.Static<typeof Hearing>
export const Hearing = shape('Hearing', {
  at: instant('When it was asked for'),
  by: employee('Who listened'),
  call: Type.String(),
  no: Type.Integer({ description: 'Which recording of the call' }),
})
export const Hearings = shape('Hearings', { items: Type.Array(Hearing, { description: 'The newest first' }) })
