import { farthest, type KeptMessageFact } from '#channels/domain/messages'
import { channelsRefusal } from '#channels/words/channels-refusal'
import type { SettleMessage } from '#schemas/channels/message'
import type { MessageState } from '#schemas/channels/talk'
import type { ChannelNeeds } from '#channels/usecases/channel-needs'
import { keepFacts } from '#channels/usecases/keep-message-facts'
import { openTalk, type TalkAsker } from '#channels/usecases/open-talk'

/**
 * Says of a message whose sender was cut off whether it has left: then it counts as sent, else it is sent again. Refused where
 * it is known, and where somebody else has said so meanwhile.
 */
export async function settleMessage(
  ports: ChannelNeeds,
  asker: TalkAsker,
  { talk, message: id }: { readonly talk: string; readonly message: string },
  { left }: SettleMessage,
): Promise<{ id: string; state: MessageState }> {
  await openTalk(ports, asker, talk)
  const outgoing = await ports.talks.findOutgoing(id)
  if (outgoing === undefined || outgoing.talk !== talk) throw channelsRefusal('field_value.message_unknown', { id })
  if (outgoing.sending !== true || outgoing.nextAt !== undefined) throw channelsRefusal('field_value.message_certain')
  const now = ports.clock.now()
  const { sending: _sending, ...rest } = outgoing
  const next = { ...rest, ...(left ? {} : { nextAt: now, at: now }), rev: outgoing.rev + 1 }
  if (!(await ports.talks.saveOutgoing(next))) throw channelsRefusal('field_value.message_certain')
  if (left) {
    const integration = await ports.integrations.find(outgoing.integration)
    if (integration !== undefined) await keepFacts(ports, integration, id, [{ state: 'sent', learnedAt: now }])
  }
  const found = await ports.talks.findMessage(id)
  return { id, state: farthest((found?.facts ?? []) as readonly KeptMessageFact[]) }
}
