import { report } from './context'
import type { Context, Names } from './context'
import { didYouMean, suggest, withoutLookAlikes } from './suggest'
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
  const found = known.has(node.text) ? node.text : reportUnknown(context, node, kind, [...known, ...words])
  context.used.add(found === undefined ? `${kind}.*` : `${kind}.${found}`)
  return found
}

/** Looks up a field of the deal, built in or the company's own. */
export function resolveField(context: Context, node: ScalarNode, words: readonly string[] = []): Field | undefined {
  const field = context.fields.get(node.text)
  if (field !== undefined) return field
  const guess = reportUnknown(context, node, 'field', [...context.fields.keys(), ...words])
  return guess === undefined ? undefined : context.fields.get(guess)
}

function reportUnknown(
  context: Context,
  node: ScalarNode,
  kind: keyof Names | 'field',
  known: readonly string[],
): string | undefined {
  const guess = suggest(node.text, known)
  const noun = kind === 'field' ? 'field' : nouns[kind]
  if (guess !== undefined && withoutLookAlikes(node.text) === guess) {
    const message = `“${node.text}” is written with letters of another alphabet that look like Latin ones.`
    report(context, node, { code: 'lookalike-letter', message, help: `Write “${guess}”.` })
    return guess
  }
  const listed =
    known.length === 0 ? undefined : `It can be: ${known.slice(0, 12).join(', ')}${known.length > 12 ? ', …' : ''}.`
  report(context, node, {
    code: `unknown-${kind}`,
    message: `There is no ${noun} “${shortened(node.text)}”.`,
    ...(guess === undefined && listed !== undefined ? { help: listed } : didYouMean(guess)),
  })
  return guess
}

function shortened(text: string): string {
  return text.length > 80 ? `${text.slice(0, 80)}…` : text
}
