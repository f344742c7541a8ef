import { originAt, remember, report, reportIn } from '#config/context'
import type { Context } from '#config/context'
import { months } from '#config/shape/months'
import { say } from '#config/messages/say'
import { parseDuration } from '#config/values/parse-due'
import { asPercent, parseNumber, parsePercent } from '#config/values/parse-value'
import { resolveName } from '#config/names/resolve-name'
import { entryOf, isWritten, itemsOf, mapOf, scalarOf, textOf } from '#config/yaml/tree'
import type { MapNode, ScalarNode, TreeNode } from '#config/yaml/tree'
import { readSending } from './read-messages'
import type { BehindStep, Duration, LadderStep, Model } from '#schemas/model'

/** Reads the ladders; the two that everything falls back to are there even when the file has none. */
export function readLadders(context: Context, root: MapNode): Model['escalations'] {
  const ladders: Record<string, readonly LadderStep[]> = { late_task: [], stuck_deal: [] }
  for (const { key, value } of mapOf(root, 'escalations')?.entries ?? []) {
    const items = value.kind === 'list' ? value.items : []
    ladders[key] = items.flatMap((item) => (item.kind === 'map' ? [readStep(context, item)] : []))
  }
  return ladders
}

function readStep(context: Context, map: MapNode): LadderStep {
  const after = readAfter(context, scalarOf(map, 'after'))
  const giveTo = scalarOf(map, 'give_to')
  const role = giveTo === undefined ? undefined : resolveName(context, giveTo, 'role', ['owner_manager'])
  const notify = entryOf(map, 'notify')
  const sending = mapOf(map, 'send')
  const send = sending === undefined ? undefined : readSending(context, sending)
  if (!['notify', 'give_to', 'send'].some((key) => isWritten(map, key))) {
    const message = say('step-does-nothing')
    report(
      context,
      { start: map.start, end: map.start + 1 },
      { code: 'missing-key', message, help: say('add', { text: 'notify: owner_manager' }) },
    )
  }
  const step: LadderStep = {
    ...(after === undefined ? {} : { after }),
    notify: notify === undefined ? [] : readPeople(context, notify.value),
    ...(role === undefined ? {} : { giveTo: role }),
    ...(textOf(map, 'urgent') === 'yes' ? { urgent: true } : {}),
    ...(send === undefined ? {} : { send }),
    origin: originAt(context, map, map.path),
  }
  return remember(context, step, map)
}

function readAfter(context: Context, node: ScalarNode | undefined): Duration | undefined {
  if (node === undefined || node.text.trim() === 'at once') return undefined
  const parsed = parseDuration(node.text, true)
  if ('duration' in parsed) return parsed.duration
  reportIn(context, node, parsed.fault)
  return undefined
}

/** Reads who is told: one name or several. */
export function readPeople(context: Context, value: TreeNode): readonly string[] {
  const nodes = value.kind === 'list' ? value.items : [value]
  return nodes.flatMap((node) =>
    node.kind === 'scalar' ? (resolveName(context, node, 'role', ['owner', 'owner_manager']) ?? []) : [],
  )
}

/** Reads when the year of the plan starts and who is told when the plan slips. */
export function readPlan(context: Context, root: MapNode): Model['plan'] {
  const plan = mapOf(root, 'plan')
  const month = months.findIndex((name) => name === textOf(plan, 'year_starts'))
  const steps = itemsOf(plan, 'when_behind').flatMap((item) => (item.kind === 'map' ? [readBehind(context, item)] : []))
  return { yearStarts: month < 0 ? 1 : month + 1, whenBehind: steps }
}

function readBehind(context: Context, map: MapNode): BehindStep {
  const below = scalarOf(map, 'below')
  const notify = entryOf(map, 'notify')
  const step = {
    below: below === undefined ? 0 : readBelow(context, below),
    notify: notify === undefined ? [] : readPeople(context, notify.value),
    origin: originAt(context, map, map.path),
  }
  return remember(context, step, map)
}

function readBelow(context: Context, node: ScalarNode): number {
  const percent = parsePercent(node.text)
  if (percent !== undefined && percent > 0) return percent
  const isBare = percent === undefined && parseNumber(node.text) !== undefined
  reportIn(context, node, {
    code: isBare ? 'missing-percent' : 'unknown-value',
    message: isBare ? say('no-percent', { text: node.text }) : say('not-a-pace', { text: node.text }),
    help: say('write', { text: isBare ? asPercent(node.text) : '90%' }),
  })
  return isBare ? (parsePercent(asPercent(node.text)) ?? 0) : 0
}
