import { originAt, remember, reportIn } from '#config/context'
import type { Context } from '#config/context'
import { say } from '#config/messages/say'
import { resolveName } from '#config/names/resolve-name'
import { entryOf, itemsOf, mapOf, scalarOf, scalarsOf, textOf } from '#config/yaml/tree'
import type { MapNode, ScalarNode } from '#config/yaml/tree'
import type { Channel, Intake, IntakeLine, Model } from '#schemas/model'
import { readCalls } from './read-calls'
import { readMessages, usualAnswer } from './read-messages'
import { readDuration } from './read-tasks'

/** Reads what the lines, addresses and forms of the company are, what becomes of requests, and what is owed to callers. */
export function readChannels(
  context: Context,
  root: MapNode,
): Pick<Model, 'channels' | 'calls' | 'intake' | 'messages' | 'restricted'> {
  const channels = mapOf(root, 'channels')
  const calls = mapOf(root, 'calls')
  const intake = mapOf(root, 'intake')
  const messages = mapOf(root, 'messages')
  return {
    ...(textOf(mapOf(root, 'company'), 'restricted') === 'yes' ? { restricted: true } : {}),
    ...(channels === undefined ? {} : { channels: readTable(context, channels) }),
    ...(calls === undefined
      ? {}
      : { calls: readCalls(context, calls, { russian: isRussian(root), home: homeIn(root) }) }),
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
  const several = (key: string) => (entryOf(map, key) === undefined ? undefined : scalarsOf(map, key))
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

/** Whether people of the file write Russian: its roles are called so. */
function isRussian(root: MapNode): boolean {
  const names = (mapOf(root, 'roles')?.entries ?? []).flatMap(({ value }) =>
    value.kind === 'scalar' ? [value.text] : [],
  )
  return names.some((name) => /[а-яё]/i.test(name))
}

function homeIn(root: MapNode): string | undefined {
  const clients = mapOf(root, 'clients')
  return clients === undefined ? undefined : textOf(clients, 'home')
}
