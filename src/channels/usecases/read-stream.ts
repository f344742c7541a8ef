import type { Call } from '#channels/domain/calls'
import { channelOf } from '#channels/domain/intake'
import { ownCalls } from '#channels/domain/own-calls'
import type { KeptIntegration } from '#ports/integrations'
import type { TalkLine } from '#ports/talks'
import type { StreamEntry } from '#schemas/channels/talk'
import type { ChannelNeeds } from './channel-needs'
import { recordingId } from './recordings/fetch-recordings'
import type { SaidMessage } from './belonging/note-deal'
import type { Request } from './take-request'

type Integrations = ReadonlyMap<string, KeptIntegration>

/** So many lines of one talk are looked at. */
const mostOfTalk = 100

/** What was said in talks, the newest first; what is kept beside it, such as who listened, is not among it. */
export async function readStream(
  { talks, integrations }: Pick<ChannelNeeds, 'talks' | 'integrations'>,
  ids: readonly string[],
): Promise<readonly StreamEntry[]> {
  if (ids.length === 0) return []
  const [all, ...pages] = await Promise.all([
    integrations.all(),
    ...ids.map((id) => talks.lines(id, { limit: mostOfTalk })),
  ])
  const known: Integrations = new Map(all.map((one) => [one.id, one]))
  const shown = pages.flatMap(({ items }, at) => items.flatMap((line) => entryOf(ids[at] ?? '', line, known)))
  const states = await statesOf(
    { talks },
    pages.flatMap(({ items }) => items),
  )
  const entries = shown.map((entry) => {
    const recordingStates = states.get(entry.id)
    return recordingStates === undefined ? entry : { ...entry, recordingStates }
  })
  return entries.toSorted((one, other) => (one.at < other.at ? 1 : -1))
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
  })
}

function ofRequest(talk: string, { id, at, says }: TalkLine): StreamEntry {
  const { integration, channel, form, said, became, dealId, why } = says as Request
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
    form,
    became,
    dealId,
    why,
  })
}

function ofMessage(talk: string, { id, at, says }: TalkLine, known: Integrations): StreamEntry {
  const message = says as SaidMessage
  const { direction, integration, by, name, text, quoted, state, why, isAutomatic, isEdited } = message
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
        : message.attachments.map(({ kind, name: file }) =>
            named<{ kind: string; name?: string }>({ kind, name: file }),
          ),
    state: direction === 'out' ? state : undefined,
    why,
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
