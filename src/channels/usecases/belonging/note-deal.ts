import type { Message } from '#channels/domain/messages'
import type { TalkLine } from '#ports/talks'
import { again, whileOthersWrite } from '#usecases/while-others-write'
import type { ChannelNeeds } from '#channels/usecases/channel-needs'
import { raiseOnDeal } from '#usecases/attached/raise-on-deal'

/** A message as its line says it. */
export type SaidMessage = Message & { readonly dealId?: string }

/** The line of a message, with the deal it belongs to where that is known. */
export function lineOf(message: Message, deal: string | undefined): TalkLine {
  const says: SaidMessage = { ...message, ...(deal === undefined ? {} : { dealId: deal }) }
  return { kind: 'message', id: message.id, at: message.at, says }
}

/** Notes which deal a message belongs to: answers to it follow, the stream says so, and rules may wait for it. */
export async function noteDeal(
  ports: ChannelNeeds,
  talk: string,
  { message, deal }: { readonly message: Message; readonly deal: string },
): Promise<void> {
  const { talks } = ports
  await whileOthersWrite(`What is known of the message ${message.id} was written`, async () => {
    const was = await talks.findMessage(message.id)
    if (was === undefined || was.deal === deal) return undefined
    return (await talks.saveMessage({ ...was, deal, rev: was.rev + 1 })) ? undefined : again
  })
  await talks.saveLine(talk, lineOf(message, deal))
  const { id: by, at, integration } = message
  const event = by.startsWith('mail:') ? ('mail_received' as const) : ('message_received' as const)
  await raiseOnDeal(ports, { deal, event, by, at, integration })
}
