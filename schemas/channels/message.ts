import Type from 'typebox'

import { instant, line, prose, shape, words } from '#schemas/shape'
import { messageStates, talkId } from './talk'

/** Asks for a message to be written to a client. */
export type WriteMessage = Type.Static<typeof WriteMessage>
export const WriteMessage = shape('WriteMessage', {
  text: Type.Optional(
    prose({
      minLength: 1,
      maxLength: 4000,
      description: 'What is written; only where no template is named',
      examples: ['Good afternoon!'],
    }),
  ),
  template: Type.Optional(
    line({
      maxLength: 600,
      description: 'Approved template to write by, as `GET /talks/{talk}/templates/{integration}` names it',
      examples: ['offer_ready/ru'],
    }),
  ),
  places: Type.Optional(
    Type.Array(line({ minLength: 1, maxLength: 1000 }), {
      maxItems: 20,
      description: 'What stands for each place of the template, in their order',
      examples: [['Anna', '12 December']],
    }),
  ),
  subject: Type.Optional(
    line({
      maxLength: 200,
      description: 'What a mail is about; that of the mail it answers, or of the deal, where absent',
    }),
  ),
  files: Type.Optional(
    Type.Array(line({ maxLength: 100 }), {
      maxItems: 10,
      description: 'Files of the deal that go with a mail, 20 MB together',
      examples: [['file_01KAQ4B6Y2M3T9J8V5C7D1E0FG']],
    }),
  ),
  by: Type.Optional(
    line({
      maxLength: 200,
      description: 'Talk and integration, such as talk_0f3a/telegram-main; the last used where absent',
    }),
  ),
})
/** A template that a provider has approved: the only thing that may be written once the time for free text is over. */
export const MessageTemplates = shape('MessageTemplates', {
  items: Type.Array(
    shape('ApprovedTemplate', {
      id: Type.String({ description: 'Name and language there', examples: ['offer_ready/ru'] }),
      text: Type.String({ examples: ['{{1}}, your offer is ready until {{2}}.'] }),
      places: Type.Array(Type.String(), {
        description: 'What is to be filled in, in its order',
        examples: [['1', '2']],
      }),
    }),
  ),
})

export type MessageTemplates = Type.Static<typeof MessageTemplates>
export type MessageWritten = Type.Static<typeof MessageWritten>
export const MessageWritten = shape('MessageWritten', {
  id: Type.String({ description: 'Its id in its talk; how far it has come stands in the conversation' }),
  talk: talkId,
  integration: Type.String(),
  at: instant('When it was written'),
})

/** Says of a message of ours whether it has left, where whoever sent it was cut off. */
export type SettleMessage = Type.Static<typeof SettleMessage>
export const SettleMessage = shape('SettleMessage', {
  left: Type.Boolean({ description: 'false: it is sent again' }),
})
export const MessageSettled = shape('MessageSettled', { id: Type.String(), state: words(messageStates) })
