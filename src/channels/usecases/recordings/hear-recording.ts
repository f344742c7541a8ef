import type { Call } from '#channels/domain/calls'
import { dateIn } from '#domain/time/zone'
import { peopleFor } from '#domain/people/responsible'
import { channelsRefusal } from '#channels/words/channels-refusal'
import { reaches } from '#domain/kernel/access'
import { companyHead } from '#domain/kernel/heads'
import { textHash } from '#domain/kernel/text-hash'
import type { ReadAddress } from '#ports/files'
import type { KeptRecording } from '#ports/recordings'
import type { TalkLine } from '#ports/talks'
import type { Hearing, HearRecording } from '#schemas/channels/talk'
import { everyPage } from '#usecases/every-page'
import type { ChannelNeeds } from '#channels/usecases/channel-needs'
import { noteRecordings, recordingId } from './fetch-recordings'
import { openTalk, type TalkAsker } from '#channels/usecases/open-talk'
import { refuseChannels } from '#channels/usecases/read-integrations'
import { employeeBehind } from '#channels/usecases/reply-by-talking'

type RecordedCall = Omit<Call, 'legs'> & { readonly integration: string }

/**
 * Where a recorded call can be listened to for a minute, for whoever has the right to that of whoever spoke and is among
 * those the file names. Who asks is written down first: nobody is told the address unnoticed.
 */
export async function hearRecording(
  ports: ChannelNeeds,
  asker: TalkAsker,
  { talk, call: id }: { readonly talk: string; readonly call: string },
  { no = 0 }: HearRecording,
): Promise<ReadAddress> {
  const { tasks } = await openTalk(ports, asker, talk)
  const lines = await everyPage(200, (page) => ports.talks.lines(talk, page))
  const line = lines.find((one) => one.kind === 'call' && one.id === id)
  if (line === undefined) throw channelsRefusal('field_value.call_unknown', { id })
  const call = line.says as RecordedCall
  const spoke = (await employeeBehind(ports, call.integration, call.by)) ?? tasks.at(-1)?.responsible
  const { caller } = asker
  if (!(await mayHear(ports, asker, spoke))) throw channelsRefusal('forbidden.recording')
  const url = call.recordings[no]
  if (url === undefined) throw channelsRefusal('field_value.no_recording', { id, count: call.recordings.length })
  const kept = await keptHere(ports, call, url)
  const at = ports.clock.now()
  const by = caller.actor.id
  const heard: Hearing = { at, by, call: id, no }
  await ports.talks.saveLine(talk, { kind: 'heard', id: textHash(`${by}#${id}#${no}`), at, says: heard })
  const name = `${call.startedAt.slice(0, 16).replaceAll(/[^0-9]/g, '-')}.${endings[kept.type ?? ''] ?? 'bin'}`
  return ports.files.readAddress(kept.file, { name, type: kept.type ?? 'application/octet-stream', as: 'inline' })
}

/** The right says whose calls; the file may say that no others than some may hear any. */
async function mayHear(
  ports: ChannelNeeds,
  { caller, people }: TalkAsker,
  spoke: string | undefined,
): Promise<boolean> {
  const hasRight =
    caller.reach.recordings_hear === 'all' || (spoke !== undefined && reaches(caller, 'recordings_hear', spoke, people))
  if (!hasRight) return false
  const { model } = await ports.rules.current()
  const named = model.calls?.recordings?.mayHear
  if (named === undefined) return true
  const on = dateIn(model.calendar.timezone, ports.clock.now())
  const owner = spoke ?? companyHead(people) ?? ''
  return caller.employee !== null && peopleFor(named, { owner, on, org: people }).includes(caller.employee)
}

/** The recording where it is here; else why it is not. One that nobody has noted yet is fetched from now on. */
async function keptHere(ports: ChannelNeeds, call: RecordedCall, url: string): Promise<KeptRecording> {
  const found = await ports.talks.findRecording({ call: call.id, id: recordingId(url) })
  if (found === undefined) await noteRecordings(ports, call)
  switch (found?.state) {
    case 'kept':
      return found
    case 'gone':
      throw channelsRefusal('field_value.recording_gone', { at: call.startedAt.slice(0, 10) })
    case 'lost':
      throw channelsRefusal(lost[found.fault ?? 'not_there'])
    case 'waiting':
    case undefined:
      throw channelsRefusal('field_value.recording_waits')
  }
}

const lost = {
  no_address: 'field_value.recording_no_address',
  bad_address: 'field_value.recording_bad_address',
  not_there: 'field_value.recording_not_there',
  too_large: 'field_value.recording_too_large',
  no_sound: 'field_value.recording_no_sound',
} as const

const endings: Readonly<Record<string, string>> = {
  'audio/mpeg': 'mp3',
  'audio/wav': 'wav',
  'audio/ogg': 'ogg',
  'audio/mp4': 'm4a',
  'video/mp4': 'mp4',
}

/** Who listened to calls of a talk, the newest first, for whoever looks after what comes. */
export async function readHearings(ports: ChannelNeeds, asker: TalkAsker, talk: string): Promise<Hearing[]> {
  refuseChannels(asker.caller)
  await openTalk(ports, asker, talk)
  const lines = await everyPage(200, (page) => ports.talks.lines(talk, page))
  return lines.filter(({ kind }: TalkLine) => kind === 'heard').map(({ says }) => says as Hearing)
}
