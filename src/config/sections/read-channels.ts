import { originAt, remember, report, reportIn } from '#config/context'
import type { Context } from '#config/context'
import { say } from '#config/messages/say'
import { resolveName } from '#config/names/resolve-name'
import { parseDuration } from '#config/values/parse-due'
import { entryOf, itemsOf, mapOf, scalarOf, scalarsOf, textOf } from '#config/yaml/tree'
import type { MapNode, ScalarNode } from '#config/yaml/tree'
import { phonesIn } from '#domain/kernel/phone'
import type {
  CallRules,
  Channel,
  Intake,
  IntakeLine,
  MessageRules,
  MissedCallRules,
  Model,
  RecordingRules,
} from '#schemas/model'
import { readDuration } from './read-tasks'

/** Reads what the lines, addresses and forms of the company are, what becomes of requests, and what is owed to callers. */
export function readChannels(
  context: Context,
  root: MapNode,
): Pick<Model, 'channels' | 'calls' | 'intake' | 'messages'> {
  const channels = mapOf(root, 'channels')
  const calls = mapOf(root, 'calls')
  const intake = mapOf(root, 'intake')
  const messages = mapOf(root, 'messages')
  return {
    ...(channels === undefined ? {} : { channels: readTable(context, channels) }),
    ...(calls === undefined ? {} : { calls: readCalls(context, calls, isRussian(root)) }),
    ...(intake === undefined ? {} : { intake: readIntake(context, intake, isRussian(root)) }),
    ...(messages === undefined ? {} : { messages: readMessages(context, messages, isRussian(root)) }),
  }
}

function readTable(context: Context, table: MapNode): NonNullable<Model['channels']> {
  const read = table.entries.flatMap(({ key, keyAt, path, value }) => {
    if (value.kind !== 'map') return []
    const pipeline = scalarOf(value, 'pipeline')
    const direction = pipeline === undefined ? undefined : resolveName(context, pipeline, 'pipeline')
    const source = readSource(context, scalarOf(value, 'source'))
    const channel: Channel = {
      id: key,
      kind: (textOf(value, 'kind') ?? 'phone') as Channel['kind'],
      name: textOf(value, 'name') ?? key,
      ...(source === undefined ? {} : { source }),
      ...(direction === undefined ? {} : { pipeline: direction }),
      origin: originAt(context, keyAt, path),
    }
    return [[key, channel] as const]
  })
  return Object.fromEntries(read)
}

/** The source that deals by a channel have; where the field names its options, one of them. */
function readSource(context: Context, node: ScalarNode | undefined): string | undefined {
  if (node === undefined) return undefined
  const options = Object.keys(context.fields.get('source')?.options ?? {})
  if (options.length === 0 || options.includes(node.text)) return node.text
  const message = say('unknown-option', { field: 'source', text: node.text })
  const help = say('it-can-be', { known: options.slice(0, 12), isMore: options.length > 12 })
  reportIn(context, node, { code: 'unknown-option', message, help })
  return undefined
}

function readCalls(context: Context, map: MapNode, russian: boolean): CallRules {
  const missed = entryOf(map, 'missed')
  const talk = scalarOf(map, 'counts_as_talk')
  const seconds = talk === undefined ? undefined : readSeconds(context, talk)
  const recordings = mapOf(map, 'recordings')
  return {
    ...(missed?.value.kind === 'map' ? { missed: readMissed(context, missed.value, russian) } : {}),
    ...(seconds === undefined ? {} : { talkSeconds: seconds }),
    notClients: itemsOf(map, 'not_clients').flatMap((item) =>
      item.kind === 'scalar' ? (readNumber(context, item) ?? []) : [],
    ),
    ...(recordings === undefined ? {} : { recordings: readRecordings(context, recordings) }),
  }
}

function readRecordings(context: Context, map: MapNode): RecordingRules {
  const keep = readDuration(context, map, 'keep')
  const named = entryOf(map, 'may_hear') === undefined ? undefined : nodesOf(map, 'may_hear')
  const mayHear = named?.flatMap((node) => resolveName(context, node, 'role', ['owner', 'owner_manager']) ?? [])
  return { ...(keep === undefined ? {} : { keep }), ...(mayHear === undefined ? {} : { mayHear }) }
}

const usualDo = { en: 'Call the client back', ru: 'Перезвонить клиенту' } as const
const usualAnswer = { en: 'Answer the client', ru: 'Ответить клиенту' } as const

function readMissed(context: Context, map: MapNode, russian: boolean): MissedCallRules {
  const by = scalarOf(map, 'by')
  const otherwise = scalarOf(map, 'otherwise')
  const late = scalarOf(map, 'when_late')
  const tries = scalarOf(map, 'tries')
  const named = by === undefined ? undefined : resolveName(context, by, 'role', ['owner', 'owner_manager'])
  const other = otherwise === undefined ? undefined : resolveName(context, otherwise, 'role', ['owner_manager'])
  const ladder = late === undefined ? undefined : resolveName(context, late, 'escalation')
  const often = tries === undefined ? undefined : readTries(context, tries)
  const missed: MissedCallRules = {
    do: textOf(map, 'do') ?? usualDo[russian ? 'ru' : 'en'],
    callBack: readDuration(context, map, 'call_back') ?? { count: 1, kind: 'working', unit: 'hours', text: '' },
    by: named ?? 'owner',
    ...(other === undefined ? {} : { otherwise: other }),
    pick: textOf(map, 'pick') === 'in_turn' ? 'in_turn' : 'least_busy',
    ...(often === undefined ? {} : { tries: often }),
    whenLate: ladder ?? 'late_task',
    origin: originAt(context, map, map.path),
  }
  return remember(context, missed, map)
}

function readMessages(context: Context, map: MapNode, russian: boolean): MessageRules {
  const answer = readDuration(context, map, 'answer')
  const late = scalarOf(map, 'when_late')
  const ladder = late === undefined ? undefined : resolveName(context, late, 'escalation')
  return {
    do: textOf(map, 'do') ?? usualAnswer[russian ? 'ru' : 'en'],
    ...(answer === undefined ? {} : { answer }),
    ...(ladder === undefined ? {} : { whenLate: ladder }),
    origin: originAt(context, map, map.path),
  }
}

function readTries(context: Context, node: ScalarNode): MissedCallRules['tries'] {
  const [, count = '', written = ''] = /^(\d{1,2}) in (.+)$/.exec(node.text.trim()) ?? []
  const parsed = parseDuration(written)
  if (Number(count) > 0 && 'duration' in parsed) return { count: Number(count), within: parsed.duration }
  const message = say('no-tries', { text: node.text })
  reportIn(context, node, { code: 'unknown-value', message, help: say('write', { text: '3 in 2 working days' }) })
  return undefined
}

function readSeconds(context: Context, node: ScalarNode): number | undefined {
  const [, count] = /^(\d{1,4}) calendar seconds?$/.exec(node.text.trim()) ?? []
  if (count !== undefined) return Number(count)
  const message = say('no-talk-length', { text: node.text })
  reportIn(context, node, { code: 'bad-duration', message, help: say('write', { text: '5 calendar seconds' }) })
  return undefined
}

function readNumber(context: Context, node: ScalarNode): string | undefined {
  const [phone] = phonesIn(node.text)
  if (phone !== undefined) return phone.number
  const message = say('no-phone', { text: node.text })
  reportIn(context, node, { code: 'unknown-value', message, help: say('write', { text: '"+74951234567"' }) })
  return undefined
}

function readIntake(context: Context, map: MapNode, russian: boolean): Intake {
  const within = readDuration(context, map, 'same_client_within')
  return {
    ...(within === undefined ? {} : { sameClientWithin: within }),
    do: textOf(map, 'do') ?? usualAnswer[russian ? 'ru' : 'en'],
    lines: itemsOf(map, 'lines').flatMap((item) => (item.kind === 'map' ? [readLine(context, item)] : [])),
  }
}

function readLine(context: Context, map: MapNode): IntakeLine {
  const when = mapOf(map, 'when')
  const by = scalarOf(map, 'by')
  const answer = readDuration(context, map, 'answer')
  const named = by === undefined ? undefined : resolveName(context, by, 'role', ['owner', 'owner_manager'])
  const line: IntakeLine = {
    ...(when === undefined ? {} : { when: readWhen(context, when) }),
    becomes: (textOf(map, 'becomes') ?? 'request') as IntakeLine['becomes'],
    ...(named === undefined ? {} : { by: named }),
    ...(answer === undefined ? {} : { answer }),
    origin: originAt(context, map, map.path),
  }
  return remember(context, line, map)
}

function readWhen(context: Context, map: MapNode): NonNullable<IntakeLine['when']> {
  const several = (key: string) => (entryOf(map, key) === undefined ? undefined : nodesOf(map, key))
  const channels = several('channel')?.flatMap((node) => resolveName(context, node, 'channel') ?? [])
  const forms = several('form')?.map(({ text }) => text)
  const known = textOf(map, 'known_client')
  const open = textOf(map, 'open_deals')
  return {
    ...(channels === undefined ? {} : { channels }),
    ...(forms === undefined ? {} : { forms }),
    ...(known === undefined ? {} : { knownClient: known === 'yes' }),
    ...(open === undefined ? {} : { hasOpenDeals: open !== '0' }),
  }
}

function nodesOf(map: MapNode, key: string): readonly ScalarNode[] {
  const one = scalarOf(map, key)
  return one === undefined ? scalarsOf(map, key) : [one]
}

/** Whether people of the file write Russian: its roles are called so. */
function isRussian(root: MapNode): boolean {
  const names = (mapOf(root, 'roles')?.entries ?? []).flatMap(({ value }) =>
    value.kind === 'scalar' ? [value.text] : [],
  )
  return names.some((name) => /[а-яё]/i.test(name))
}

/** Tells of lines of `intake` that nothing ever comes to, because one above takes all. */
export function checkIntake(context: Context, { intake }: Model): void {
  const lines = intake?.lines ?? []
  const open = lines.findIndex(({ when }) => when === undefined)
  if (open < 0) return
  for (const line of lines.slice(open + 1)) {
    const at = context.sites.get(line)
    if (at === undefined) continue
    const message = say('intake-never-reached', { line: lines[open]?.origin.line ?? 0 })
    report(
      context,
      { start: at.start, end: at.start + 1 },
      { code: 'intake-never-reached', message, help: say('open-line-last') },
    )
  }
}
