import type { Call } from '#channels/domain/calls'
import { channelsRefusal } from '#channels/words/channels-refusal'
import { reaches } from '#domain/kernel/access'
import { textHash } from '#domain/kernel/text-hash'
import type { TalkLine } from '#ports/talks'
import type { Hearing, HearRecording } from '#schemas/channels/talk'
import { everyPage } from '#usecases/every-page'
import type { ChannelNeeds } from './channel-needs'
import { openTalk, type TalkAsker } from './open-talk'
import { refuseChannels } from './read-integrations'
import { employeeBehind } from './reply-by-talking'

type RecordedCall = Omit<Call, 'legs'> & { readonly integration: string }

/**
 * Where a recorded call can be listened to, for whoever has the right to that of whoever spoke. Who asks is written down
 * first: nobody is told the address unnoticed.
 */
export async function hearRecording(
  ports: ChannelNeeds,
  asker: TalkAsker,
  { talk, call: id }: { readonly talk: string; readonly call: string },
  { no = 0 }: HearRecording,
): Promise<{ readonly url: string }> {
  const { tasks } = await openTalk(ports, asker, talk)
  const lines = await everyPage(200, (page) => ports.talks.lines(talk, page))
  const line = lines.find((one) => one.kind === 'call' && one.id === id)
  if (line === undefined) throw channelsRefusal('field_value.call_unknown', { id })
  const call = line.says as RecordedCall
  const spoke = (await employeeBehind(ports, call.integration, call.by)) ?? tasks.at(-1)?.responsible
  const { caller, people } = asker
  const mayHear =
    caller.reach.recordings_hear === 'all' || (spoke !== undefined && reaches(caller, 'recordings_hear', spoke, people))
  if (!mayHear) throw channelsRefusal('forbidden.recording')
  const url = call.recordings[no]
  if (url === undefined) throw channelsRefusal('field_value.no_recording', { id, count: call.recordings.length })
  const at = ports.clock.now()
  const by = caller.actor.id
  const heard: Hearing = { at, by, call: id, no }
  await ports.talks.saveLine(talk, { kind: 'heard', id: textHash(`${by}#${id}#${no}`), at, says: heard })
  return { url }
}

/** Who listened to calls of a talk, the newest first, for whoever looks after what comes. */
export async function readHearings(ports: ChannelNeeds, asker: TalkAsker, talk: string): Promise<Hearing[]> {
  refuseChannels(asker.caller)
  await openTalk(ports, asker, talk)
  const lines = await everyPage(200, (page) => ports.talks.lines(talk, page))
  return lines.filter(({ kind }: TalkLine) => kind === 'heard').map(({ says }) => says as Hearing)
}
