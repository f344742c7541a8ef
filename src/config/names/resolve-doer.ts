import { reportIn, type Context } from '#config/context'
import { say } from '#config/messages/say'
import { suggest } from '#domain/deals/suggest'
import { personFieldOf } from '#domain/people/person-field'
import type { ScalarNode } from '#config/yaml/tree'
import { didYouMeanOf } from './did-you-mean'
import { resolveName } from './resolve-name'
import { plainly } from './unseen'

const always = ['owner', 'owner_manager']

/** Whom a task is asked of: the owner of the deal, their head, a role, or whoever a field of the deal names. */
export function resolveDoer(context: Context, node: ScalarNode): string | undefined {
  const named = personFields(context)
  const field = personFieldOf(node.text)
  const isRole = always.includes(node.text) || context.names.role?.has(node.text) === true
  if (field === undefined && (isRole || !named.includes(`field.${node.text}`))) {
    return resolveName(context, node, 'role', [...always, ...named])
  }
  if (field === undefined) {
    const message = say('unknown-name', { kind: 'role', text: node.text })
    const text = `field.${node.text}`
    reportIn(context, node, { code: 'unknown-role', message, help: say('write', { text }), fix: { text } })
    return text
  }
  if (named.includes(node.text) || context.hasUnreadFields || context.untyped.has(field)) {
    context.exact.add(`field ${field} `)
    return node.text
  }
  const known = context.fields.get(field)
  const guess = known === undefined ? suggest(plainly(node.text), named) : undefined
  const message =
    known === undefined
      ? say('unknown-name', { kind: 'field', text: field })
      : say('names-nobody', { field, type: known.type })
  const code = known === undefined ? 'unknown-field' : 'unknown-role'
  reportIn(context, node, { code, message, help: say('declare-person'), ...didYouMeanOf(guess, named) })
  return guess
}

function personFields({ fields }: Context): readonly string[] {
  return [...fields.values()].filter(({ type }) => type === 'person').map(({ id }) => `field.${id}`)
}
