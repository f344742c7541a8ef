import { report } from '#config/context'
import type { Sink } from '#config/context'
import { say } from '#config/messages/say'
import type { ListNode, ScalarNode, TreeNode } from '#config/yaml/tree'
import type { Holds } from './holds'
import type { Shape } from './shape'

const names: ReadonlySet<Holds> = new Set([
  'doer',
  'task_doer',
  'head',
  'field',
  'gate_field',
  'stage',
  'event',
  'task',
])

/** Several names where one or a list may stand, without the brackets of a list: that is told, and they are read as the list. */
export function withoutBrackets(
  sink: Sink,
  node: ScalarNode,
  { value, list }: Extract<Shape, { is: 'one_of' }>,
  name: string,
): ListNode | undefined {
  const isNames = value?.is === 'value' && names.has(value.holds) && list !== undefined
  if (!isNames || !node.isExact || !/[,，;]/.test(node.text)) return undefined
  const items = namesIn(node).map((item, at) => ({ ...item, path: `${node.path}[${at + 1}]` }))
  const better = `[${items.map(({ text }) => text).join(', ')}]`
  report(sink, node, {
    code: 'wrong-kind',
    message: say('list-without-brackets', { name }),
    help: say('write', { text: better }),
    fix: { text: better },
  })
  return { kind: 'list', start: node.start, end: node.end, path: node.path, items }
}

/** Several names as one item of a list, with another sign than a comma between them: that is told, and they are read as several. */
export function severalNames(sink: Sink, node: TreeNode, of: Shape): readonly ScalarNode[] | undefined {
  const isNames = of.is === 'value' && names.has(of.holds)
  const isSeveral =
    node.kind === 'scalar' && node.isExact && /^[a-z0-9_]+(?:\s*[;，、|/]\s*[a-z0-9_]+)+$/.test(node.text)
  if (!isNames || !isSeveral) return undefined
  const items = namesIn(node)
  const better = items.map(({ text }) => text).join(', ')
  const message = say('comma-between', { text: node.text })
  report(sink, node, { code: 'wrong-kind', message, help: say('write', { text: better }), fix: { text: better } })
  return items
}

function namesIn(node: ScalarNode): readonly ScalarNode[] {
  return [...node.text.matchAll(/[^\s,，、;|/](?:[^,，、;|/]*[^\s,，、;|/])?/g)].map(({ 0: text, index }) => ({
    kind: 'scalar',
    start: node.start + index,
    end: node.start + index + text.length,
    path: node.path,
    text,
    isEmpty: false,
    isExact: true,
  }))
}
