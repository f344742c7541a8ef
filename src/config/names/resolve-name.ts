import { clientPrefix } from '#domain/rules/client-facts'
import { reportIn } from '#config/context'
import type { Context, Fault, Names } from '#config/context'
import { say } from '#config/messages/say'
import { didYouMeanOf } from './did-you-mean'
import { suggest } from '#domain/deals/suggest'
import { plainly, unseen } from './unseen'
import type { ScalarNode } from '#config/yaml/tree'
import type { Field } from '#schemas/model'

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
  if (node.text.startsWith(clientPrefix)) {
    reportIn(context, node, clientFieldFault(context, node.text))
    return undefined
  }
  if (context.hasUnreadFields) return undefined
  const guess = keepUnknown(context, node, 'field', [...context.fields.keys(), ...words])
  return guess === undefined ? undefined : context.fields.get(guess)
}

/** What is said of a question to a client: where only the deal can be asked, or by a name that no card has. */
export function clientFieldFault(context: Pick<Context, 'clientFields'>, text: string): Fault {
  if (context.clientFields.has(text)) {
    const message = say('client-in-conditions-only', { text })
    return { code: 'unknown-client-field', message, help: say('ask-client-in-condition') }
  }
  const known = [...context.clientFields.keys()]
  const [, role = '', field] = text.split('.')
  const ofRole = known.filter((one) => one.startsWith(`${clientPrefix}${role}.`))
  const isOfOther = field !== undefined && ofRole.length > 0 && context.clientFields.has(`${clientPrefix}${field}`)
  const near = ofRole.length > 0 ? ofRole : known
  const guess = suggest(text, near)
  return {
    code: isOfOther ? 'client-role-of-wrong-kind' : 'unknown-client-field',
    message: isOfOther ? say('client-of-other-kind', { role, field }) : say('unknown-client-field', { text }),
    ...didYouMeanOf(guess, near),
  }
}

function keepUnknown(
  context: Context,
  node: ScalarNode,
  kind: keyof Names | 'field',
  known: readonly string[],
): string | undefined {
  const isPerson = kind === 'role' && standing.includes(node.text)
  const guess = isPerson ? undefined : (suggest(plainly(node.text), known) ?? titled(context, kind, node.text))
  const fault = unknownName(node.text, kind, known, guess)
  context.unknown.push({ kind, text: node.text, at: node, fault, ...(guess === undefined ? {} : { guess }) })
  return guess
}

/** Who a deal has without a role. */
const standing = ['owner', 'owner_manager', 'previous_owner']

/** The id of what people call so: `by: Lawyer` for the role `lawyer: Lawyer`. */
function titled({ titles }: Context, kind: string, text: string): string | undefined {
  return titles.get(`${kind} ${plainly(text).toLowerCase()}`)
}

/** What is said of a name that is not among the known ones. */
export function unknownName(
  text: string,
  kind: keyof Names | 'field',
  known: readonly string[],
  guess: string | undefined,
): Fault {
  const message = unseen(text, guess)
  if (guess !== undefined && message !== undefined) {
    return {
      code: 'lookalike-letter',
      message,
      help: say('write', { text: guess }),
      fix: { text: guess },
    }
  }
  if (kind === 'role' && standing.includes(text)) {
    const roles = known.filter((one) => one !== 'previous_owner')
    return {
      code: 'unknown-role',
      message: say('owner-not-here', { text }),
      help: say('it-can-be', { known: roles.slice(0, 12), isMore: roles.length > 12 }),
    }
  }
  return {
    code: `unknown-${kind}`,
    message: say('unknown-name', { kind, text: shortened(text) }),
    help: say('declare-first', { kind }),
    ...didYouMeanOf(guess, known),
  }
}

function shortened(text: string): string {
  return text.length > 80 ? `${text.slice(0, 80)}…` : text
}
