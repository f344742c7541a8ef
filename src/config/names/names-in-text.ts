import { reportIn } from '#config/context'
import type { Context } from '#config/context'
import { say } from '#config/messages/say'
import type { ScalarNode } from '#config/yaml/tree'
import { isOpenInTexts } from '#domain/rules/task-text'
import { clientFieldFault } from './resolve-name'

/** What stands in braces in the text of a task and begins with a client is a name like any other, and no secret. */
export function checkNamesInText(context: Context, node: ScalarNode): void {
  for (const { 0: whole, 1: name = '', index } of node.text.matchAll(/\{\s*(client[.\p{L}\p{N}_]*)\s*\}/gu)) {
    const at = { from: index, to: index + whole.length }
    const field = context.clientFields.get(name)
    if (field === undefined) {
      reportIn(context, node, { ...withoutFix(clientFieldFault(context, name)), ...at })
      continue
    }
    const own = { ...field, id: name.split('.').at(-1) ?? name }
    if (isOpenInTexts(own)) continue
    const open = `${name.slice(0, name.lastIndexOf('.'))}.name`
    const message = say('hidden-in-text', { name })
    reportIn(context, node, { code: 'personal-in-text', message, help: say('name-in-text', { name: open }), ...at })
  }
}

/** What is right for a name alone is not for the braces around it. */
function withoutFix<T extends { readonly fix?: unknown }>({ fix: _fix, ...rest }: T): Omit<T, 'fix'> {
  return rest
}
