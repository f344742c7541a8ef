import type { Difference } from '#domain/rules/difference'
import type { IntakeLine, Model } from '#schemas/model'
import { sectionDifferences, type Entry } from './paper-differences'

/**
 * In what two versions differ of how clients come and are answered. It holds for what arrives from now on; what is owed keeps
 * its date.
 */
export function channelDifferences(before: Model, after: Model): readonly Difference[] {
  const blocks = [
    ['', { calls: callsOf(before) }, { calls: callsOf(after) }],
    ['calls.', { missed: before.calls?.missed }, { missed: after.calls?.missed }],
    ['', { messages: messagesOf(before) }, { messages: messagesOf(after) }],
    ['', { intake: intakeOf(before) }, { intake: intakeOf(after) }],
  ] as const
  return [
    ...sectionDifferences('channel', 'channels.', before.channels ?? {}, after.channels ?? {}),
    ...blocks.flatMap(([prefix, was, is]) => sectionDifferences('channel', prefix, was, is)),
    ...sectionDifferences(
      'channel',
      'messages.templates.',
      before.messages?.templates ?? {},
      after.messages?.templates ?? {},
    ),
  ]
}

function callsOf({ calls }: Model): Entry | undefined {
  if (calls === undefined) return undefined
  const { missed, talkSeconds, ...others } = calls
  const rest = { ...others, ...(talkSeconds === undefined ? {} : { countsAsTalk: `${talkSeconds} calendar seconds` }) }
  return missed === undefined ? rest : { ...rest, origin: missed.origin }
}

function messagesOf({ messages }: Model): Entry | undefined {
  if (messages === undefined) return undefined
  const { templates: _templates, ...rest } = messages
  return rest
}

function intakeOf({ intake }: Model): Entry | undefined {
  if (intake === undefined) return undefined
  const { lines, ...rest } = intake
  const [first] = lines
  const told = { ...rest, lines: lines.map(lineText) }
  return first === undefined ? told : { ...told, origin: first.origin }
}

function lineText({ when, becomes, by, answer }: IntakeLine): string {
  const { channels = [], forms = [], knownClient, hasOpenDeals } = when ?? {}
  const asked = [
    ...channels,
    ...forms,
    ...(knownClient === undefined ? [] : [`known_client: ${knownClient ? 'yes' : 'no'}`]),
    ...(hasOpenDeals === undefined ? [] : [`open_deals: ${hasOpenDeals ? 'more than 0' : '0'}`]),
  ].join(' ')
  const then = [becomes, ...(by === undefined ? [] : [by]), ...(answer === undefined ? [] : [answer.text])].join(' ')
  return asked === '' ? then : `${asked} → ${then}`
}
