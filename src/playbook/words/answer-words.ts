import type { ClientWords } from './client-words'
import type { Text } from '#playbook/blocks'
import type { RequestKind } from '#schemas/clients/request-names'
import type { Channel } from '#schemas/model'

/** What the page of how clients are answered says besides the file. */
export type AnswerWords = {
  readonly title: string
  readonly dealTitle: string
  readonly intro: string
  readonly channels: string
  readonly channelsCaption: string
  readonly channelHeads: readonly [channel: string, kind: string, deals: string]
  readonly kinds: Readonly<Record<Channel['kind'], string>>
  readonly usual: string
  readonly to: (direction: Text) => Text
  readonly intake: string
  readonly intakeIntro: string
  readonly same: (length: string) => string
  readonly every: string
  readonly by: (channels: string) => string
  readonly form: (forms: readonly string[]) => string
  readonly known: Readonly<Record<'yes' | 'no', string>>
  readonly open: Readonly<Record<'yes' | 'no', string>>
  readonly line: (when: string, becomes: Text) => Text
  readonly becomes: Readonly<Record<'nothing' | 'deal' | 'part_of_deal' | 'request', string>>
  readonly answers: (who: Text | undefined, length: string | undefined) => Text
  readonly calls: string
  readonly callBack: (length: string, task: string) => Text
  readonly whoCalls: (who: Text, otherwise: Text | undefined) => Text
  readonly once: string
  readonly counts: (seconds: number) => string
  readonly tries: (count: number, length: string) => string
  readonly ladder: (ladder: Text) => Text
  readonly hidden: (people: Text, at: string) => Text
  readonly notClients: (numbers: string) => string
  readonly notice: (text: string) => string
  readonly kept: (length: string) => string
  readonly hear: (people: Text) => Text
  readonly messages: string
  readonly answer: (length: string, task: string) => string
  readonly owesNothing: string
  readonly templates: string
  readonly template: (name: string, text: string) => Text
  readonly clients: ClientWords
  readonly personal: string
  readonly citizens: (of: string, storedIn: string | undefined) => string
  readonly keptOf: Readonly<Record<'person' | 'company' | 'both', string>>
  readonly keptFor: Readonly<Record<'contract' | 'lost' | 'noConsent' | 'unknown', (length: string) => string>>
  readonly whoAnswers: (who: Text) => Text
  readonly asked: Readonly<Record<RequestKind, (length: string) => string>>
}
