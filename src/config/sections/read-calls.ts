import { originAt, remember, reportIn } from '#config/context'
import type { Context } from '#config/context'
import { say } from '#config/messages/say'
import { resolveName } from '#config/names/resolve-name'
import { parseDuration } from '#config/values/parse-due'
import { entryOf, itemsOf, mapOf, scalarOf, scalarsOf, textOf } from '#config/yaml/tree'
import type { MapNode, ScalarNode } from '#config/yaml/tree'
import { phonesIn } from '#domain/kernel/phone'
import type { CallRules, HiddenNumberRules, MissedCallRules, RecordingRules } from '#schemas/model'
import { readPeople } from './read-ladders'
import { readDuration } from './read-tasks'

/** Reads what is owed to whoever rings, and what becomes of recorded calls. */
export function readCalls(
  context: Context,
  map: MapNode,
  { russian, home }: { readonly russian: boolean; readonly home: string | undefined },
): CallRules {
  const missed = entryOf(map, 'missed')
  const talk = scalarOf(map, 'counts_as_talk')
  const seconds = talk === undefined ? undefined : readSeconds(context, talk)
  const recordings = mapOf(map, 'recordings')
  const hidden = mapOf(map, 'hidden_number')
  return {
    ...(missed?.value.kind === 'map' ? { missed: readMissed(context, missed.value, russian) } : {}),
    ...(seconds === undefined ? {} : { talkSeconds: seconds }),
    notClients: itemsOf(map, 'not_clients').flatMap((item) =>
      item.kind === 'scalar' ? (readNumber(context, item, home) ?? []) : [],
    ),
    ...(hidden === undefined ? {} : { hiddenNumber: readHidden(context, hidden) }),
    ...(recordings === undefined ? {} : { recordings: readRecordings(context, recordings) }),
  }
}

function readRecordings(context: Context, map: MapNode): RecordingRules {
  const keep = readDuration(context, map, 'keep')
  const named = entryOf(map, 'may_hear') === undefined ? undefined : scalarsOf(map, 'may_hear')
  const mayHear = named?.flatMap((node) => resolveName(context, node, 'role', ['owner', 'owner_manager']) ?? [])
  const notice = textOf(map, 'notice')
  const rules: RecordingRules = {
    ...(keep === undefined ? {} : { keep }),
    ...(mayHear === undefined ? {} : { mayHear }),
    ...(notice === undefined ? {} : { notice }),
  }
  return remember(context, rules, map)
}

const usualTellAt = '18:00'

function readHidden(context: Context, map: MapNode): HiddenNumberRules {
  const notify = entryOf(map, 'notify')
  const at = scalarOf(map, 'at')
  return {
    notify: notify === undefined ? [] : readPeople(context, notify.value),
    at: (at === undefined ? undefined : readTimeOfDay(context, at)) ?? usualTellAt,
    origin: originAt(context, map, map.path),
  }
}

function readTimeOfDay(context: Context, node: ScalarNode): string | undefined {
  if (/^(?:[01]\d|2[0-3]):[0-5]\d$/.test(node.text)) return node.text
  const message = say('no-clock-time', { text: node.text })
  reportIn(context, node, { code: 'unknown-value', message, help: say('write', { text: '"18:00"' }) })
  return undefined
}

const usualDo = { en: 'Call the client back', ru: 'Перезвонить клиенту' } as const

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

function readNumber(context: Context, node: ScalarNode, home: string | undefined): string | undefined {
  const [phone] = phonesIn(node.text, home)
  if (phone !== undefined) return phone.number
  const message = say('no-phone', { text: node.text })
  reportIn(context, node, { code: 'unknown-value', message, help: say('write', { text: '"+74951234567"' }) })
  return undefined
}
