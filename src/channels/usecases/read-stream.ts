import type { Call } from '#channels/domain/calls'
import { channelOf } from '#channels/domain/intake'
import { ownCalls } from '#channels/domain/own-calls'
import type { KeptIntegration } from '#ports/integrations'
import type { TalkLine } from '#ports/talks'
import type { StreamEntry } from '#schemas/channels/talk'
import { inGroups } from '#usecases/in-groups'
import type { ChannelNeeds } from './channel-needs'
import { recordingId } from './recordings/fetch-recordings'
import type { SaidMessage } from './belonging/note-deal'
import type { Request } from '#channels/domain/request'

type Integrations = ReadonlyMap<string, KeptIntegration>

/** So many lines of one talk are looked at. */
const mostOfTalk = 100

/** So many talks are read side by side. */
const atOnce = 8

/** What is kept of talks, the newest first, and what they came by: read once for all that is told of them. */
export type ReadTalks = {
  readonly integrations: Integrations
  readonly lines: ReadonlyMap<string, readonly TalkLine[]>
}

/** The newest lines of talks: a request a talk, and one for what is connected where that is not known already. */
export async function readTalks(
  { talks, integrations }: Pick<ChannelNeeds, 'talks' | 'integrations'>,
  ids: readonly string[],
  { most = mostOfTalk, connected }: { readonly most?: number; readonly connected?: readonly KeptIntegration[] } = {},
): Promise<ReadTalks> {
  if (ids.length === 0) return { integrations: new Map(), lines: new Map() }
  const [all, lines] = await Promise.all([
    connected ?? integrations.all(),
    inGroups([...new Set(ids)], atOnce, async (id) => [id, (await talks.lines(id, { limit: most })).items] as const),
  ])
  return { integrations: new Map(all.map((one) => [one.id, one])), lines: new Map(lines) }
}

/** What was said in talks that were read, the newest first; what is kept beside it, such as who listened, is not among it. */
export function saidIn({ integrations, lines }: ReadTalks): readonly StreamEntry[] {
  const entries = [...lines].flatMap(([talk, own]) => own.flatMap((line) => entryOf(talk, line, integrations)))
  return entries.toSorted((one, other) => (one.at < other.at ? 1 : -1))
}

/** The same with what became of the recordings of calls. */
export async function streamOf(ports: Pick<ChannelNeeds, 'talks'>, read: ReadTalks): Promise<readonly StreamEntry[]> {
  const states = await statesOf(ports, [...read.lines.values()].flat())
  return saidIn(read).map((entry) => {
    const recordingStates = states.get(entry.id)
    return recordingStates === undefined ? entry : { ...entry, recordingStates }
  })
}

type States = NonNullable<StreamEntry['recordingStates']>

/** What became of the recordings of calls, in the order they are asked for. */
async function statesOf(
  { talks }: Pick<ChannelNeeds, 'talks'>,
  lines: readonly TalkLine[],
): Promise<ReadonlyMap<string, States>> {
  const calls = lines.flatMap(({ kind, says }) => (kind === 'call' ? [says as Omit<Call, 'legs'>] : []))
  const recorded = calls.filter(({ recordings }) => recordings.length > 0)
  const states = await Promise.all(
    recorded.map(async ({ id, recordings }) => {
      const kept = new Map((await talks.recordingsOf(id)).map((one) => [one.id, one.state]))
      return [id, recordings.map((url) => kept.get(recordingId(url)) ?? 'waiting')] as const
    }),
  )
  return new Map(states)
}

function entryOf(talk: string, line: TalkLine, known: Integrations): readonly StreamEntry[] {
  switch (line.kind) {
    case 'call':
      return [ofCall(talk, line, known)]
    case 'request':
      return [ofRequest(talk, line)]
    case 'message':
      return [ofMessage(talk, line, known)]
    case 'heard':
      return []
  }
}

function ofCall(talk: string, { id, at, says }: TalkLine, known: Integrations): StreamEntry {
  const call = says as Omit<Call, 'legs'> & { readonly integration: string; readonly note?: string }
  const kept = known.get(call.integration)
  const channel = kept === undefined ? undefined : channelOf(kept.lines, call.line)
  const { result } = call
  return named<StreamEntry>({
    id,
    kind: 'call',
    at,
    direction: call.direction === 'in' ? 'in' : 'out',
    talk,
    integration: call.integration === ownCalls ? undefined : call.integration,
    channel,
    by: call.by === undefined ? undefined : (employeeOf(kept, call.by) ?? call.by),
    text: call.note,
    result: result === 'going' ? undefined : result,
    talkSeconds: call.talkSeconds > 0 ? call.talkSeconds : undefined,
    recordings: call.recordings.length > 0 ? call.recordings.length : undefined,
    asTold: call.asTold,
    foundLater: call.isFoundLater,
  })
}

function ofRequest(talk: string, { id, at, says }: TalkLine): StreamEntry {
  const { integration, channel, form, said, files = [], became, dealId, why, because } = says as Request
  return named<StreamEntry>({
    id,
    kind: 'request',
    at,
    direction: 'in',
    talk,
    integration,
    channel,
    by: said.name,
    text: said.message,
    also: said.also.length === 0 ? undefined : said.also.map(([label, value]) => [label, value]),
    attachments:
      files.length === 0 ? undefined : files.map(({ type: what, name, size }) => ({ kind: what, name, size })),
    form,
    became,
    dealId,
    why,
    said: because === undefined ? undefined : [...because],
  })
}

function ofMessage(talk: string, { id, at, says }: TalkLine, known: Integrations): StreamEntry {
  const message = says as SaidMessage
  const { direction, integration, by, name, text, quoted, state, why, said, isAutomatic, isEdited } = message
  const kept = known.get(integration)
  return named<StreamEntry>({
    id,
    kind: 'message',
    at,
    direction,
    talk,
    integration,
    channel: kept === undefined ? undefined : channelOf(kept.lines, message.line),
    by: direction === 'out' ? (by === undefined ? undefined : (employeeOf(kept, by) ?? by)) : name,
    text,
    quoted,
    subject: message.subject,
    attachments:
      message.attachments.length === 0
        ? undefined
        : message.attachments.map(({ kind, name: called, file, size }) =>
            named<NonNullable<StreamEntry['attachments']>[number]>({
              kind,
              name: called,
              size: file === undefined ? undefined : size,
            }),
          ),
    state: direction === 'out' ? state : undefined,
    why,
    said: said === undefined ? undefined : [...said],
    automatic: isAutomatic === true ? true : undefined,
    edited: isEdited === true ? true : undefined,
    dealId: message.dealId,
  })
}

function employeeOf(kept: KeptIntegration | undefined, login: string): string | undefined {
  return kept !== undefined && Object.hasOwn(kept.logins, login) ? kept.logins[login] : undefined
}

function named<T extends object>(value: { readonly [K in keyof T]: T[K] | undefined }): T {
  return Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined)) as T
}
