import { callList } from '#channels/domain/call-list'
import type { Call } from '#channels/domain/calls'
import { ownCalls } from '#channels/domain/own-calls'
import { channelsRefusal } from '#channels/words/channels-refusal'
import { textHash } from '#domain/kernel/text-hash'
import type { TalkState, TellCall } from '#schemas/channels/talk'
import type { Command } from '#usecases/command'
import type { ChannelNeeds } from './channel-needs'
import { keepOwed } from './keep-owed'
import { openTalk, type TalkAsker } from './open-talk'
import { payAnswers } from './pay-answers'
import { replyByTalking } from './reply-by-talking'
import { talkState } from './take-talk'

/**
 * Records a call from somebody’s own phone, as they tell of it: who called, when, and whether the client was reached. It pays
 * what is owed like any other call and is marked as told. The same Idempotency-Key records it once.
 */
export async function tellCall(
  ports: ChannelNeeds,
  asker: TalkAsker & { readonly command: Pick<Command, 'once'> },
  id: string,
  { result, at, note }: TellCall,
): Promise<TalkState> {
  const { talk } = await openTalk(ports, asker, id)
  const contact = talk.phone ?? talk.contact
  if (contact === undefined || !contact.startsWith('+')) throw channelsRefusal('field_value.no_number')
  const now = ports.clock.now()
  const when = at === undefined || at > now ? now : at
  const { actor } = asker.caller
  const key = asker.command.once?.key
  const call: Call = {
    id: `${ownCalls}:${key === undefined ? ports.ids.next('ref') : textHash(`${actor.id}#${key}`)}`,
    direction: 'out',
    client: contact,
    startedAt: when,
    ...(result === 'answered' ? { answeredAt: when } : {}),
    endedAt: when,
    talkSeconds: 0,
    asTold: true,
    by: actor.id,
    result,
    place: 'ringing',
    legs: [],
    recordings: [],
    learnedAt: now,
  }
  const { legs: _legs, ...says } = call
  const said = { ...says, integration: ownCalls, ...(note === undefined ? {} : { note }) }
  await ports.talks.saveLine(id, { kind: 'call', id: call.id, at: when, says: said }, { name: callList(when) })
  await keepOwed(ports, { id, contact, at: when })
  if (result === 'answered') {
    await replyByTalking(ports, call, ownCalls)
    await payAnswers(ports, id, { at: when, by: actor.id, how: 'called_back' })
  }
  return talkState(talk, await ports.deals.tasksOfSubject({ kind: 'talk', id }))
}
