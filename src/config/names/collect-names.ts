import type { Names } from '#config/context'
import { entryOf, mapOf, textOf } from '#config/yaml/tree'
import type { MapNode, TreeNode } from '#config/yaml/tree'

/** Collects what the file declares. A section that stands there but cannot be read leaves its kind open. */
export function collectNames(tree: TreeNode, root: MapNode): Names {
  const ids = (key: string, always: readonly string[] = []): ReadonlySet<string> | undefined => {
    const section = mapOf(root, key)
    if (section !== undefined) return new Set([...section.entries.map((entry) => entry.key), ...always])
    return isUnread(tree, root, key) || key === 'stages' || key === 'pipelines' ? undefined : new Set(always)
  }
  const found = {
    role: ids('roles'),
    stage: ids('stages'),
    pipeline: ids('pipelines'),
    escalation: ids('escalations', ['late_task', 'stuck_deal']),
    event: ids('events'),
    axis: ids('axes'),
    task: taskIds(root),
    channel: ids('channels'),
    message: messageIds(tree, root),
    consent: ids('consents'),
    seller: ids('sellers'),
    series: ids('numbers'),
    invoice: ids('invoices'),
    document: ids('documents'),
  }
  return Object.fromEntries(Object.entries(found).filter(([, names]) => names !== undefined))
}

/** Whether a section may be there though it could not be read: broken, or under a name that means nothing. */
export function isUnread(tree: TreeNode, root: MapNode, key: string): boolean {
  if (mapOf(root, key) !== undefined) return false
  return root.broken?.includes('?') === true || (tree.kind === 'map' && entryOf(tree, key) !== undefined)
}

/** What is written to clients; where the section could not be read any name may be right. */
function messageIds(tree: TreeNode, root: MapNode): ReadonlySet<string> | undefined {
  const messages = mapOf(root, 'messages')
  if (messages === undefined) return isUnread(tree, root, 'messages') ? undefined : new Set()
  if ((messages.broken ?? []).length > 0) return undefined
  return new Set((mapOf(messages, 'templates')?.entries ?? []).map(({ key }) => key))
}

function taskIds(root: MapNode): ReadonlySet<string> | undefined {
  const stages = mapOf(root, 'stages')
  if (stages === undefined) return undefined
  // A key that means nothing may have been meant for tasks.
  if (stages.entries.some(({ value }) => value.kind === 'map' && (value.broken ?? []).length > 0)) return undefined
  const changes = (mapOf(root, 'pipelines')?.entries ?? []).flatMap(({ value }) =>
    value.kind === 'map' ? (mapOf(value, 'change')?.entries ?? []) : [],
  )
  const tables = [...stages.entries, ...changes].map(({ value }) =>
    value.kind === 'map' ? mapOf(value, 'tasks') : undefined,
  )
  return new Set(tables.flatMap((table) => table?.entries.map(({ key }) => key) ?? []))
}

const titledSections = {
  roles: 'role',
  events: 'event',
  stages: 'stage',
  pipelines: 'pipeline',
  fields: 'field',
} as const

/** What people call roles, events, stages, directions and fields, and their ids; a name that two have is left out. */
export function collectTitles(root: MapNode): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  const twice = new Set<string>()
  for (const [section, kind] of Object.entries(titledSections)) {
    for (const { key, value } of mapOf(root, section)?.entries ?? []) {
      const title = value.kind === 'scalar' ? value.text : value.kind === 'map' ? textOf(value, 'name') : undefined
      if (title === undefined) continue
      const name = `${kind} ${title.toLowerCase()}`
      if (found.has(name)) twice.add(name)
      found.set(name, key)
    }
  }
  for (const name of twice) found.delete(name)
  return found
}
