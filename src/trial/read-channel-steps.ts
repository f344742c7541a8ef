import { report, reportIn } from '#config/context'
import { mapOf, scalarOf, textOf, type Entry, type MapNode } from '#config/yaml/tree'
import { say } from '#config/messages/say'
import { nameIn } from './known-names'
import type { Reading } from './read-values'
import type { TrialAction } from './test-file'

/** They give up, or somebody takes it, after so many seconds where the step does not say. */
const usualWait = 20
const usualTalk = 120

const kindsBy = {
  call: ['phone'],
  call_back: ['phone'],
  message: ['messenger', 'mail'],
  form: ['form'],
} as const

/** Reads what somebody outside does, or what we do towards them: a call, a call back, a message, a form. */
export function readChannelStep(asked: Reading, map: MapNode, entry: Entry): TrialAction | undefined {
  const key = entry.key as keyof typeof kindsBy
  const block = mapOf(map, key)
  if (block === undefined) return undefined
  const channel = channelOf(asked, block, entry)
  if (channel === undefined) return undefined
  const texts = <K extends string>(...keys: readonly K[]) =>
    Object.fromEntries(
      keys.flatMap((one) => (textOf(block, one) === undefined ? [] : [[one, textOf(block, one)]])),
    ) as {
      readonly [one in K]?: string
    }
  if (key === 'message') {
    const from = textOf(block, 'from')
    const who = from === undefined ? {} : { who: from }
    return { kind: 'message', ...who, ...texts('name'), channel, text: textOf(block, 'text') ?? '…' }
  }
  if (key === 'form')
    return { kind: 'form', channel, ...texts('form', 'name', 'phone', 'email'), text: textOf(block, 'text') ?? '…' }
  return readCall(asked, block, { key, channel })
}

function readCall(
  asked: Reading,
  block: MapNode,
  { key, channel }: { readonly key: 'call' | 'call_back'; readonly channel: string },
): TrialAction | undefined {
  const by = scalarOf(block, 'by')
  const person = by === undefined ? undefined : nameIn(asked.sink, by, asked.known, ['person'])
  if (by !== undefined && person === undefined) return undefined
  const who = textOf(block, key === 'call' ? 'from' : 'to')
  const missed = secondsOf(asked, block, 'missed_after')
  const answered = secondsOf(asked, block, 'answered_after')
  const talks = secondsOf(asked, block, 'talks') ?? usualTalk
  const isTaken = key === 'call' ? missed === undefined : textOf(block, 'unanswered') !== 'yes'
  return {
    kind: key,
    channel,
    waits: missed ?? answered ?? usualWait,
    ...(isTaken ? { talks } : {}),
    ...(who === undefined ? {} : { who }),
    ...(person === undefined ? {} : { by: person }),
  }
}

/** The channel that is named, else the first of its kind. */
function channelOf(asked: Reading, block: MapNode, { key, keyAt }: Entry): string | undefined {
  const kinds: readonly string[] = kindsBy[key as keyof typeof kindsBy]
  const node = scalarOf(block, key === 'call' || key === 'call_back' ? 'line' : 'channel')
  if (node !== undefined) return nameIn(asked.sink, node, asked.known, ['channel'])
  const found = Object.values(asked.model.channels ?? {}).find(({ kind }) => kinds.includes(kind))
  if (found !== undefined) return found.id
  const kind = kinds[0] ?? ''
  const help = say('trial-add-channel', { kind })
  report(asked.sink, keyAt, { code: 'unknown-channel', message: say('trial-no-channel', { kind }), help })
  return undefined
}

function secondsOf(asked: Reading, block: MapNode, key: string): number | undefined {
  const node = scalarOf(block, key)
  if (node === undefined) return undefined
  const [, count, unit] = /^(\d{1,4}) (second|minute)s?$/.exec(node.text.trim()) ?? []
  if (count !== undefined) return Number(count) * (unit === 'minute' ? 60 : 1)
  const message = say('trial-not-a-length', { text: node.text })
  reportIn(asked.sink, node, { code: 'bad-duration', message, help: say('trial-write-length') })
  return undefined
}
