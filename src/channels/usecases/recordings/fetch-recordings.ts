import type { Call } from '#channels/domain/calls'
import { mostRecordingBytes, nextFetch, soundOf, type Sounds } from '#channels/domain/recordings'
import { fileKey } from '#domain/files/file-key'
import { tellingBytes, typeByContent } from '#domain/files/content-type'
import { Undeliverable } from '#domain/kernel/delivering'
import { textHash } from '#domain/kernel/text-hash'
import type { KeptRecording, RecordingPlace } from '#ports/recordings'
import type { FetchedBytes } from '#ports/webhooks'
import { inGroups } from '#usecases/in-groups'
import type { ChannelNeeds } from '#channels/usecases/channel-needs'

/** So many are fetched in one run, and so many side by side; the others are there for the next. */
const [aRun, atOnce] = [20, 2]

/** Whoever died with one in hand is waited for so long. */
const leaseMs = 10 * 60_000
const timeoutMs = 60_000

/** Providers hand out short-lived addresses by a redirect; more of them than that lead nowhere. */
const mostRedirects = 3

/** What a recording is called here: the same wherever it is heard of again. */
export function recordingId(url: string): string {
  return textHash(url)
}

/** Notes the recordings of a call that are still to be fetched; those known already stay as they are. */
export async function noteRecordings(
  { talks, clock, ids }: Pick<ChannelNeeds, 'talks' | 'clock' | 'ids'>,
  { id: call, startedAt: at, recordings }: Pick<Call, 'id' | 'startedAt' | 'recordings'>,
): Promise<void> {
  for (const url of recordings) {
    const id = recordingId(url)
    if ((await talks.findRecording({ call, id })) !== undefined) continue
    const file = fileKey('recording', ids.next('file'))
    // Whoever was faster has noted the same.
    await talks.saveRecording({ call, id, at, state: 'waiting', url, file, attempts: 0, nextAt: clock.now(), rev: 1 })
  }
}

/** Fetches what is due. */
export async function fetchRecordings(ports: ChannelNeeds, at: string): Promise<{ readonly tried: number }> {
  const due = await ports.talks.recordingsDue(at, aRun)
  await inGroups(due, atOnce, (place) => fetchRecording(ports, place))
  return { tried: due.length }
}

/**
 * Fetches one recording that nobody else has in hand, from where its provider has it, and keeps it. What is not there yet is
 * tried again after growing pauses, and then not to be had. Whoever dies between fetching and noting it fetches it again.
 */
async function fetchRecording(ports: ChannelNeeds, place: RecordingPlace): Promise<void> {
  const { talks, files, clock } = ports
  const now = clock.now()
  const found = await talks.findRecording(place)
  if (found?.state !== 'waiting' || found.nextAt === undefined || found.nextAt > now) return
  const lease = new Date(Date.parse(now) + leaseMs).toISOString()
  const mine = { ...found, attempts: found.attempts + 1, nextAt: lease, rev: found.rev + 1 }
  if (!(await talks.saveRecording(mine))) return
  const got = await tried(ports, mine.url ?? '')
  if ('bytes' in got) await files.put(mine.file, got.bytes)
  const done = after(mine, got, now)
  if ((await talks.saveRecording(done)) || !('bytes' in got)) return
  // The client was erased meanwhile: nothing may stay that nobody finds.
  const other = await talks.findRecording(place)
  if (other === undefined || other.state === 'gone') await files.remove(mine.file)
}

type Got = Sounds & { readonly bytes?: Uint8Array; readonly isFinal?: boolean }

function after({ nextAt: _nextAt, ...mine }: KeptRecording, got: Got, now: string): KeptRecording {
  const rev = mine.rev + 1
  if (!('fault' in got)) {
    const { url: _url, ...ours } = mine
    return { ...ours, state: 'kept', type: got.type, size: got.bytes?.length ?? 0, rev }
  }
  const again = got.isFinal === true ? undefined : nextFetch(mine.attempts, now)
  return again === undefined
    ? { ...mine, state: 'lost', fault: got.fault, rev }
    : { ...mine, nextAt: again, fault: got.fault, rev }
}

async function tried({ outlet }: Pick<ChannelNeeds, 'outlet'>, url: string): Promise<Got> {
  // Some providers tell of a recording by number alone.
  if (!/^https?:/i.test(url) || !URL.canParse(url)) return { fault: 'no_address', isFinal: true }
  try {
    const { status, type = '', bytes } = await followed(outlet, url)
    const byContent = typeByContent(bytes.subarray(0, tellingBytes))
    const sounds = soundOf({ status, said: type, size: bytes.length, byContent })
    return 'fault' in sounds ? { ...sounds, isFinal: sounds.fault === 'too_large' } : { ...sounds, bytes }
  } catch (error) {
    // Nothing is ever fetched from an address that leads inside; anything else may pass.
    if (error instanceof Undeliverable) return { fault: 'bad_address', isFinal: true }
    return { fault: 'not_there' }
  }
}

/** Every step is looked at as the first was: a redirect leads no further inside than an address does. */
async function followed(outlet: ChannelNeeds['outlet'], url: string): Promise<FetchedBytes> {
  let at = url
  let answer = await outlet.get(at, { mostBytes: mostRecordingBytes + 1, timeoutMs })
  for (let step = 0; step < mostRedirects && answer.location !== undefined && answer.status >= 300; step += 1) {
    at = answer.location
    answer = await outlet.get(at, { mostBytes: mostRecordingBytes + 1, timeoutMs })
  }
  return answer
}
