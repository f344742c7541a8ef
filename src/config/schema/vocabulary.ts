import { fieldTypes } from '#config/shape/field-types'
import { readablePart } from './readable-part'
import { isUnread } from '#config/names/collect-names'
import { builtInFields, humanName } from '#config/sections/read-fields'
import { entryOf, itemsOf, mapOf, scalarsOf, textOf } from '#config/yaml/tree'
import type { Entry, MapNode, TreeNode } from '#config/yaml/tree'
import { builtInClientFields } from '#domain/rules/client-facts'
import { clientKinds, type ClientKind } from '#schemas/client-names'
import type { FieldType } from '#schemas/model'

/** Ids and what people call them. */
export type Called = ReadonlyMap<string, string>

/** A field as far as an editor has to know it; the type is absent where it could not be read. */
export type KnownField = { readonly name: string; readonly type?: FieldType; readonly options?: Called }

/** What a file declares. A kind that is absent could not be read, or there is no file: any name may be right. */
export type Vocabulary = {
  readonly roles?: Called
  readonly stages?: Called
  readonly pipelines?: Called
  readonly ladders?: Called
  readonly events?: Called
  readonly sellers?: Called
  readonly series?: Called
  readonly invoices?: Called
  readonly documents?: Called
  readonly channels?: Called
  readonly messages?: Called
  readonly consents?: Called
  readonly clientRoles?: Called
  readonly axes?: ReadonlyMap<string, readonly string[]>
  readonly fields?: ReadonlyMap<string, KnownField>
  /** What conditions may ask of clients. */
  readonly clientFields?: ReadonlyMap<string, KnownField>
  /** Every task of the file. */
  readonly tasks?: Called
  /** The tasks of each stage: time may be counted from them. */
  readonly tasksOf: ReadonlyMap<string, Called>
  /** The stages of each pipeline, in order. */
  readonly stagesOf: ReadonlyMap<string, readonly string[]>
  /** The tasks that each pipeline changes in each stage. */
  readonly changedTasksOf: ReadonlyMap<string, ReadonlyMap<string, Called>>
}

/** What is known without a file: nothing but the language. */
export const noVocabulary: Vocabulary = { tasksOf: new Map(), stagesOf: new Map(), changedTasksOf: new Map() }

/** Collects what a text declares, from every part of it that can be read. */
export function vocabularyOf(text: string): Vocabulary {
  const part = readablePart(text)
  if (part === undefined) return noVocabulary
  const { tree, root } = part
  const stages = mapOf(root, 'stages')?.entries ?? []
  const pipelines = mapOf(root, 'pipelines')?.entries ?? []
  const tasksOf = new Map(stages.map((stage) => [stage.key, tasksIn(stage)]))
  const changedTasksOf = new Map(pipelines.map((pipeline) => [pipeline.key, changedTasks(pipeline)]))
  const known = (key: string, called: Called): Called | undefined => (isUnread(tree, root, key) ? undefined : called)
  return withoutUndefined({
    roles: known('roles', named(root, 'roles')),
    stages: mapOf(root, 'stages') === undefined ? undefined : new Map(stages.map(nameOf)),
    pipelines: mapOf(root, 'pipelines') === undefined ? undefined : new Map(pipelines.map(nameOf)),
    ladders: known('escalations', laddersIn(root)),
    events: known('events', named(root, 'events')),
    sellers: known('sellers', blocksIn(root, 'sellers')),
    series: known('numbers', blocksIn(root, 'numbers')),
    invoices: known('invoices', blocksIn(root, 'invoices')),
    documents: known('documents', blocksIn(root, 'documents')),
    channels: known('channels', blocksIn(root, 'channels')),
    messages: known('messages', blocksIn(mapOf(root, 'messages'), 'templates')),
    consents: known('consents', blocksIn(root, 'consents')),
    clientRoles: known('clients', blocksIn(mapOf(root, 'clients'), 'roles')),
    axes: isUnread(tree, root, 'axes') ? undefined : axesIn(root),
    fields: isUnread(tree, root, 'fields') ? undefined : fieldsIn(root),
    clientFields: isUnread(tree, root, 'clients') ? undefined : clientFieldsIn(root),
    tasks: mapOf(root, 'stages') === undefined ? undefined : allTasks(tasksOf, changedTasksOf),
    tasksOf,
    stagesOf: new Map(pipelines.map((pipeline) => [pipeline.key, stageList(pipeline)])),
    changedTasksOf,
  })
}

function withoutUndefined(found: { readonly [K in keyof Vocabulary]: Vocabulary[K] | undefined }): Vocabulary {
  return { ...noVocabulary, ...Object.fromEntries(Object.entries(found).filter(([, known]) => known !== undefined)) }
}

function nameOf(entry: Entry): readonly [string, string] {
  return [entry.key, textOf(blockOf(entry.value), 'name') ?? entry.key]
}

function blockOf(node: TreeNode | undefined): MapNode | undefined {
  return node?.kind === 'map' ? node : undefined
}

function named(root: MapNode, key: string): Called {
  const entries = mapOf(root, key)?.entries ?? []
  return new Map(entries.map(({ key: id, value }) => [id, value.kind === 'scalar' && !value.isEmpty ? value.text : id]))
}

function blocksIn(root: MapNode | undefined, key: string): Called {
  return new Map((mapOf(root, key)?.entries ?? []).map(nameOf))
}

function laddersIn(root: MapNode): Called {
  const defaults = [
    ['late_task', 'The ladder of every late task that names no other.'],
    ['stuck_deal', 'The ladder of every stuck deal whose stage names no other.'],
  ] as const
  const written = mapOf(root, 'escalations')?.entries ?? []
  const steps = written.map(
    (entry) => [entry.key, describeSteps(itemsOf(mapOf(root, 'escalations'), entry.key))] as const,
  )
  const own = new Map(steps.filter(([, text]) => text !== ''))
  return new Map(
    [...defaults, ...written.map(({ key }) => [key, key] as const)].map(([id, text]) => [id, own.get(id) ?? text]),
  )
}

function describeSteps(steps: readonly TreeNode[]): string {
  const told = steps.map((step) => {
    const block = blockOf(step)
    const people = scalarsOf(block, 'notify').map(({ text }) => text)
    const heir = textOf(block, 'give_to')
    const what = [
      ...(people.length === 0 ? [] : [`tells ${people.join(', ')}`]),
      ...(heir === undefined ? [] : [`gives it to ${heir}`]),
    ]
    return `${textOf(block, 'after') ?? ''}: ${what.join(' and ')}`
  })
  return told.join('; ')
}

function axesIn(root: MapNode): ReadonlyMap<string, readonly string[]> {
  const axes = mapOf(root, 'axes')
  return new Map((axes?.entries ?? []).map(({ key }) => [key, scalarsOf(axes, key).map(({ text }) => text)]))
}

function fieldsIn(root: MapNode): ReadonlyMap<string, KnownField> {
  const builtIn = builtInFields.map(({ id, name, type, options }) => {
    const field: KnownField = {
      name,
      type,
      ...(options === undefined ? {} : { options: new Map(Object.entries(options)) }),
    }
    return [id, field] as const
  })
  const own = (mapOf(root, 'fields')?.entries ?? [])
    .filter((entry) => !builtInFields.some(({ id }) => id === entry.key) || isTyped(entry))
    .map((entry) => [entry.key, fieldOf(entry)] as const)
  return new Map([...builtIn, ...own])
}

/** Everything a condition may ask, of the deal and of its clients, as its fields. */
export function withClientFields(vocabulary: Vocabulary): Vocabulary {
  const { fields, clientFields = new Map() } = vocabulary
  return fields === undefined ? vocabulary : { ...vocabulary, fields: new Map([...fields, ...clientFields]) }
}

function clientFieldsIn(root: MapNode): ReadonlyMap<string, KnownField> {
  const clients = mapOf(root, 'clients')
  const kinds = clients === undefined ? undefined : mapOf(clients, 'kinds')
  const own = (kind: ClientKind) => {
    const block = kinds === undefined ? undefined : mapOf(kinds, kind)
    return block === undefined
      ? []
      : (mapOf(block, 'fields')?.entries ?? []).map((entry) => [entry.key, fieldOf(entry)] as const)
  }
  const all = (kind: ClientKind): readonly (readonly [string, KnownField])[] => [
    ...builtInClientFields[kind].map(({ id, name, type }) => [id, { name, type }] as const),
    ...own(kind),
  ]
  const roles = clients === undefined ? [] : (mapOf(clients, 'roles')?.entries ?? [])
  return new Map([
    ...clientKinds.flatMap(all).map(([id, field]) => [`client.${id}`, field] as const),
    ...roles.flatMap(({ key, value }) => {
      const of = value.kind === 'map' ? textOf(value, 'of') : undefined
      return all(of === 'person' ? 'person' : 'company').map(([id, field]) => [`client.${key}.${id}`, field] as const)
    }),
  ])
}

/** A field that every deal has may be named for who writes it: then it is what it is anyway. */
function isTyped({ value }: Entry): boolean {
  return value.kind === 'map' && entryOf(value, 'type') !== undefined
}

function fieldOf(entry: Entry): KnownField {
  const block = blockOf(entry.value)
  const type = fieldTypes.find((known) => known === textOf(block, 'type'))
  const name = textOf(block, 'name') ?? humanName(entry.key)
  const options = optionsIn(block)
  // A choice of which nothing can be chosen yet is being written: any value may be right.
  if (type === 'choice' && options.size === 0) return { name }
  return { name, ...(type === undefined ? {} : { type }), ...(type === 'choice' ? { options } : {}) }
}

function optionsIn(block: MapNode | undefined): Called {
  const table = mapOf(block, 'options')
  if (table === undefined) return new Map(scalarsOf(block, 'options').map(({ text }) => [text, humanName(text)]))
  return new Map(table.entries.map(({ key, value }) => [key, value.kind === 'scalar' ? value.text : key]))
}

function tasksIn(stage: Entry): Called {
  const tasks = mapOf(blockOf(stage.value), 'tasks')?.entries ?? []
  return new Map(tasks.map(({ key, value }) => [key, textOf(blockOf(value), 'do') ?? key]))
}

function changedTasks(pipeline: Entry): ReadonlyMap<string, Called> {
  const changes = mapOf(blockOf(pipeline.value), 'change')?.entries ?? []
  return new Map(changes.map((change) => [change.key, tasksIn(change)]))
}

function stageList(pipeline: Entry): readonly string[] {
  return scalarsOf(blockOf(pipeline.value), 'stages').map(({ text }) => text)
}

function allTasks(
  tasksOf: ReadonlyMap<string, Called>,
  changed: ReadonlyMap<string, ReadonlyMap<string, Called>>,
): Called {
  const changes = [...changed.values()].flatMap((stages) => [...stages.values()])
  // What the library says of a task goes before what a direction says of it.
  return new Map([...changes, ...tasksOf.values()].flatMap((tasks) => [...tasks]))
}
