import { originAt, remember, reportIn } from '#config/context'
import type { Context } from '#config/context'
import { say } from '#config/messages/say'
import { didYouMeanOf } from '#config/names/did-you-mean'
import { resolveName } from '#config/names/resolve-name'
import { mapOf, scalarOf, textOf } from '#config/yaml/tree'
import type { Entry, MapNode, ScalarNode } from '#config/yaml/tree'
import { suggest } from '#domain/deals/suggest'
import { bracesIn, ownWords } from '#domain/rules/message-text'
import type { MessageRules, MessageTemplate, SendOrder } from '#schemas/model'
import { readDuration } from './read-tasks'

/** What the task to answer somebody is called where the rules do not say. */
export const usualAnswer = { en: 'Answer the client', ru: 'Ответить клиенту' } as const

/** Reads how soon whoever writes is answered, and what is written to clients again and again. */
export function readMessages(context: Context, map: MapNode, russian: boolean): MessageRules {
  const answer = readDuration(context, map, 'answer')
  const late = scalarOf(map, 'when_late')
  const ladder = late === undefined ? undefined : resolveName(context, late, 'escalation')
  const templates = mapOf(map, 'templates')
  const rules: MessageRules = {
    do: textOf(map, 'do') ?? usualAnswer[russian ? 'ru' : 'en'],
    ...(answer === undefined ? {} : { answer }),
    ...(ladder === undefined ? {} : { whenLate: ladder }),
    ...(templates === undefined ? {} : { templates: readTemplates(context, templates) }),
    origin: originAt(context, map, map.path),
  }
  return remember(context, rules, map)
}

function readTemplates(context: Context, table: MapNode): NonNullable<MessageRules['templates']> {
  return Object.fromEntries(
    table.entries.flatMap((entry) =>
      entry.value.kind === 'map' ? [[entry.key, readTemplate(context, entry, entry.value)] as const] : [],
    ),
  )
}

function readTemplate(context: Context, entry: Entry, map: MapNode): MessageTemplate {
  const text = scalarOf(map, 'text')
  const channel = scalarOf(map, 'channel')
  const by = channel === undefined ? undefined : resolveName(context, channel, 'channel')
  const asked = scalarOf(map, 'consent')
  const consent = asked === undefined ? undefined : resolveName(context, asked, 'consent')
  if (text !== undefined) checkBraces(context, text)
  const template: MessageTemplate = {
    id: entry.key,
    name: textOf(map, 'name') ?? entry.key,
    text: text?.text.trim() ?? '',
    ...(by === undefined ? {} : { channel: by }),
    ...(consent === undefined ? {} : { consent }),
    origin: originAt(context, entry.keyAt, entry.path),
  }
  return remember(context, template, map)
}

/** What stands in braces is a field of the deal, or a word that every deal has. */
function checkBraces(context: Context, node: ScalarNode): void {
  if (context.hasUnreadFields) return
  const known = [...ownWords, ...context.fields.keys()]
  for (const { word, from, to } of bracesIn(node.text)) {
    if (known.includes(word)) {
      context.exact.add(`field ${word} `)
      continue
    }
    const message = say('unknown-name', { kind: 'field', text: word })
    const guess = suggest(word, known)
    const help = didYouMeanOf(guess, known)
    const fix = guess === undefined ? {} : { fix: { text: guess, from: from + 1, to: to - 1 } }
    reportIn(context, node, { code: 'unknown-field', message, ...help, ...fix, from, to })
  }
}

/** Reads what is written to a client by itself: which template, to whom. */
export function readSending(context: Context, map: MapNode): SendOrder | undefined {
  const named = scalarOf(map, 'template')
  const to = scalarOf(map, 'to')
  const role = to === undefined ? 'client' : readRole(context, to)
  const template = named === undefined ? undefined : resolveName(context, named, 'message')
  return template === undefined || role === undefined ? undefined : { template, to: role }
}

function readRole(context: Context, node: ScalarNode): string | undefined {
  const roles = [...context.clientFields.keys()].flatMap((id) => {
    const [, role = '', field] = id.split('.')
    return field === undefined ? [] : [role]
  })
  const known = [...new Set(['client', ...roles])]
  if (known.includes(node.text)) return node.text
  const message = say('no-client-role', { text: node.text })
  const guess = suggest(node.text, known)
  reportIn(context, node, { code: 'unknown-role', message, ...didYouMeanOf(guess, known) })
  return guess
}
