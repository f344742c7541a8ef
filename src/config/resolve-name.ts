import type { Context, Fault, Names } from './context'
import { didYouMean, suggest, withoutLookAlikes } from '#domain/suggest'
import type { ScalarNode } from './tree'
import type { Field } from '#schemas/model'

const nouns: Readonly<Record<keyof Names, string>> = {
  role: 'role',
  stage: 'stage',
  pipeline: 'pipeline',
  escalation: 'ladder of escalations',
  event: 'event',
  axis: 'axis',
  task: 'task',
}

/**
 * Looks a name up. An unknown one is reported with what it may have meant, which is then taken for it,
 * so that one misspelling gives one message.
 */
export function resolveName(
  context: Context,
  node: ScalarNode,
  kind: keyof Names,
  words: readonly string[] = [],
): string | undefined {
  const known = context.names[kind]
  if (words.includes(node.text) || known === undefined) return node.text
  if (known.has(node.text)) context.exact.add(`${kind} ${node.text} `)
  const found = known.has(node.text) ? node.text : keepUnknown(context, node, kind, [...known, ...words])
  context.used.add(found === undefined ? `${kind}.*` : `${kind}.${found}`)
  return found
}

/** Looks up a field of the deal, built in or the company's own. */
export function resolveField(context: Context, node: ScalarNode, words: readonly string[] = []): Field | undefined {
  const field = context.fields.get(node.text)
  if (field !== undefined) {
    context.exact.add(`field ${field.id} `)
    return field
  }
  if (context.hasUnreadFields) return undefined
  const guess = keepUnknown(context, node, 'field', [...context.fields.keys(), ...words])
  return guess === undefined ? undefined : context.fields.get(guess)
}

function keepUnknown(
  context: Context,
  node: ScalarNode,
  kind: keyof Names | 'field',
  known: readonly string[],
): string | undefined {
  const guess = suggest(node.text, known)
  const fault = faultOf(node.text, kind, known, guess)
  context.unknown.push({ kind, text: node.text, at: node, fault, ...(guess === undefined ? {} : { guess }) })
  return guess
}

function faultOf(
  text: string,
  kind: keyof Names | 'field',
  known: readonly string[],
  guess: string | undefined,
): Fault {
  if (guess !== undefined && withoutLookAlikes(text) === guess) {
    const message = `“${text}” is written with letters of another alphabet that look like Latin ones.`
    return { code: 'lookalike-letter', message, help: `Write “${guess}”.` }
  }
  const noun = kind === 'field' ? 'field' : nouns[kind]
  const list = `It can be: ${known.slice(0, 12).join(', ')}${known.length > 12 ? ', …' : ''}.`
  return {
    code: `unknown-${kind}`,
    message: `There is no ${noun} “${shortened(text)}”.`,
    ...(guess === undefined && known.length > 0 ? { help: list } : didYouMean(guess)),
  }
}

function shortened(text: string): string {
  return text.length > 80 ? `${text.slice(0, 80)}…` : text
}
