import type { Call } from '#channels/domain/calls'
import type { Message } from '#channels/domain/messages'
import { isReplyAwaited } from '#domain/deals/first-reply'
import { systemCaller } from '#domain/kernel/access'
import { Refusal } from '#domain/kernel/refusal'
import { recordReply } from '#usecases/deals/record-reply'
import { pagesOf } from '#usecases/every-page'
import type { TalkLine } from '#ports/talks'
import type { ChannelNeeds } from './channel-needs'
import { dealsOfTalk } from './deals-of-talk'

type Reply = { readonly talk: string; readonly at: string; readonly channel: string; readonly by?: string }

/** Whoever writes to a client has answered them: the first reply of the deals that wait for one, at the instant it was. */
export async function replyByWriting(ports: ChannelNeeds, { talk, at, channel, by }: Reply): Promise<void> {
  for (const deal of await dealsOfTalk(ports, talk)) {
    // Whoever came by a channel is answered by a message, promised or not.
    const isAwaited = isReplyAwaited(deal) || (deal.askedAt !== undefined && deal.firstReply === undefined)
    if (!isAwaited || at < (deal.askedAt ?? deal.createdAt)) continue
    const command = { caller: systemCaller('system', 'channels'), correlationId: ports.ids.next('cor') }
    try {
      await recordReply(ports, command, deal.id, { channel, repliedAt: at, ...(by === undefined ? {} : { by }) })
    } catch (error) {
      // A deal that was closed meanwhile waits for nobody.
      if (!(error instanceof Refusal)) throw error
    }
  }
}

/** Whether somebody of ours has written to or spoken with the client since an instant. */
export async function answeredSince(
  { talks }: Pick<ChannelNeeds, 'talks'>,
  talk: string,
  at: string,
): Promise<boolean> {
  for await (const lines of pagesOf(100, (page) => talks.lines(talk, { from: at, ...page })))
    if (lines.some((line) => line.at >= at && isAnswer(line))) return true
  return false
}

function isAnswer({ kind, says }: TalkLine): boolean {
  if (kind === 'call') return (says as Call).result === 'answered'
  if (kind !== 'message') return false
  const { direction, state, isAutomatic } = says as Message
  return direction === 'out' && !['waiting', 'failed', 'unsure'].includes(state) && isAutomatic !== true
}
