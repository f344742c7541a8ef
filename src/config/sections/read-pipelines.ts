import { originAt, remember, report } from '#config/context'
import type { Context } from '#config/context'
import { own } from '#domain/kernel/own'
import { changedStage } from './read-stages'
import { resolveName, unknownName } from '#config/names/resolve-name'
import { say } from '#config/messages/say'
import { didYouMeanOf } from '#config/names/did-you-mean'
import { suggest } from '#domain/deals/suggest'
import { entryOf, isPartial, isWritten, mapOf, scalarOf, scalarsOf, textOf } from '#config/yaml/tree'
import type { Entry, MapNode, ScalarNode } from '#config/yaml/tree'
import type { Pipeline, Stage } from '#schemas/model'

/** What the pipelines are made of. */
export type Library = {
  readonly stages: ReadonlyMap<string, Stage>
  readonly axes: Readonly<Record<string, readonly string[]>>
  readonly declaredAxes: MapNode | undefined
}

/** Reads the directions, each stage as that direction runs it. */
export function readPipelines(context: Context, root: MapNode, library: Library): Readonly<Record<string, Pipeline>> {
  const pipelines: Record<string, Pipeline> = {}
  for (const entry of mapOf(root, 'pipelines')?.entries ?? []) {
    if (entry.value.kind === 'map') pipelines[entry.key] = readPipeline(context, entry, entry.value, library)
  }
  return pipelines
}

function readPipeline(context: Context, entry: Entry, map: MapNode, library: Library): Pipeline {
  const ids = readStageList(context, scalarsOf(map, 'stages'))
  // Of a list that could be read only in part nothing is concluded.
  if (isPartial(map, 'stages')) context.used.add('stage.*')
  const changes = readChanges(context, entry.key, map, ids)
  const stages = ids.flatMap((id) => {
    const stage = library.stages.get(id)
    return stage === undefined ? [] : [changedStage(context, stage, changes.get(id))]
  })
  const named = scalarOf(map, 'seller')
  const seller = named === undefined ? undefined : resolveName(context, named, 'seller')
  const pipeline: Pipeline = {
    id: entry.key,
    name: textOf(map, 'name') ?? entry.key,
    axes: readAxes(context, entry, map, library),
    stages,
    wonAfter: readWonAfter(context, entry.key, scalarOf(map, 'won_after'), ids) ?? '',
    maySkip: readMaySkip(context, entry.key, scalarsOf(map, 'may_skip'), ids),
    ...(seller === undefined ? {} : { seller }),
    origin: originAt(context, entry.keyAt, entry.path),
  }
  return remember(context, pipeline, map)
}

function readStageList(context: Context, nodes: readonly ScalarNode[]): readonly string[] {
  const ids: string[] = []
  for (const node of nodes) {
    const id = resolveName(context, node, 'stage')
    if (id === undefined) continue
    if (ids.includes(id) && id === node.text) {
      const message = say('stage-twice', { stage: id })
      report(context, node, { code: 'stage-twice', message, help: say('leave-one-out') })
    } else ids.push(id)
  }
  return ids
}

function readChanges(
  context: Context,
  pipeline: string,
  map: MapNode,
  ids: readonly string[],
): ReadonlyMap<string, Entry> {
  const changes = new Map<string, Entry>()
  for (const entry of mapOf(map, 'change')?.entries ?? []) {
    const node = {
      kind: 'scalar',
      ...entry.keyAt,
      path: entry.path,
      text: entry.key,
      isEmpty: false,
      isExact: true,
    } as const
    const known = context.names.stage?.has(entry.key) ?? true
    const guess = known ? undefined : suggest(entry.key, ids)
    const id = known ? entry.key : reportUnknownChange(context, node, guess)
    if (id === undefined) continue
    if (known && ids.length > 0 && !ids.includes(id) && !context.used.has('stage.*')) {
      const message = say('change-unused', { stage: id, pipeline })
      report(context, entry.keyAt, { code: 'change-unused', message, help: say('add-or-leave-change', { stage: id }) })
    }
    // A change that belongs to no stage of this direction is still read, so that faults inside it are found.
    if (!ids.includes(id)) readStray(context, entry, id)
    else if (!changes.has(id)) changes.set(id, entry)
  }
  return changes
}

function reportUnknownChange(context: Context, node: ScalarNode, guess: string | undefined): string | undefined {
  if (guess === undefined) return resolveName(context, node, 'stage') ?? node.text
  const fault = unknownName(node.text, 'stage', [guess], guess)
  context.unknown.push({ kind: 'stage', text: node.text, at: node, fault, guess })
  context.used.add(`stage.${guess}`)
  return guess
}

function readStray(context: Context, entry: Entry, id: string): void {
  changedStage(
    context,
    { id, name: id, tasks: [], whenStuck: 'stuck_deal', origin: originAt(context, entry.keyAt, entry.path) },
    entry,
  )
}

function readWonAfter(
  context: Context,
  pipeline: string,
  node: ScalarNode | undefined,
  ids: readonly string[],
): string | undefined {
  const id = node === undefined ? undefined : resolveName(context, node, 'stage')
  if (node === undefined || id === undefined || ids.length === 0 || ids.includes(id) || context.used.has('stage.*'))
    return id
  const message = say('won-after', { stage: id, pipeline })
  report(context, node, { code: 'won-after', message, help: say('write-its-stage', { stages: ids }) })
  return id
}

function readMaySkip(
  context: Context,
  pipeline: string,
  nodes: readonly ScalarNode[],
  ids: readonly string[],
): readonly string[] {
  return nodes.flatMap((node) => {
    const id = resolveName(context, node, 'stage')
    if (id === undefined) return []
    if (ids.length > 0 && !ids.includes(id)) {
      if (context.used.has('stage.*')) return []
      const message = say('skip-unknown', { stage: id, pipeline })
      report(context, node, { code: 'unknown-stage', message, help: say('leave-or-one-of', { stages: ids }) })
    } else if (id === ids.at(-1)) {
      const message = say('skip-last', { stage: id, pipeline })
      report(context, node, { code: 'skip-last', message, help: say('leave-out-of-skip', { stage: id }) })
    }
    return [id]
  })
}

function readAxes(context: Context, owner: Entry, map: MapNode, library: Library): Readonly<Record<string, string>> {
  const given: Record<string, string> = {}
  const table = mapOf(map, 'axes')
  for (const entry of table?.entries ?? []) {
    const node = {
      kind: 'scalar',
      ...entry.keyAt,
      path: entry.path,
      text: entry.key,
      isEmpty: false,
      isExact: true,
    } as const
    const axis = resolveName(context, node, 'axis')
    const value = entry.value.kind === 'scalar' ? entry.value : undefined
    if (axis === undefined || value === undefined) continue
    given[axis] = value.text
    const values = own(library.axes, axis) ?? []
    const declaration = scalarsOf(library.declaredAxes, axis).find(({ text }) => text === value.text)
    if (declaration !== undefined) context.exact.add(`value of ${axis} ${value.text} ${declaration.start}`)
    if (declaration !== undefined || values.length === 0) continue
    const guess = suggest(value.text, values)
    const declared = scalarsOf(library.declaredAxes, axis).find(({ text }) => text === guess)
    const fault = {
      code: 'unknown-value',
      message: say('unknown-axis-value', { axis, text: value.text }),
      ...didYouMeanOf(guess, values),
    } as const
    const found = guess === undefined || declared === undefined ? {} : { guess, declaredAt: declared }
    context.unknown.push({ kind: `value of ${axis}`, text: value.text, at: value, fault, ...found })
  }
  if (isWritten(map, 'axes') && table === undefined) return given
  reportMissingAxes(
    context,
    { owner, table: entryOf(map, 'axes') },
    Object.keys(library.axes).filter((axis) => own(given, axis) === undefined),
  )
  return given
}

function reportMissingAxes(
  context: Context,
  { owner, table }: { readonly owner: Entry; readonly table: Entry | undefined },
  missing: readonly string[],
): void {
  if (missing.length === 0 || context.used.has('axis.*')) return
  const message = say('axes-missing', { pipeline: owner.key, axes: missing })
  const lines = missing.map((axis) => `${axis}: …`).join(', ')
  const help = say('add', { text: table === undefined ? `axes: { ${lines} }` : lines })
  report(context, (table ?? owner).keyAt, { code: 'missing-key', message, help })
}
