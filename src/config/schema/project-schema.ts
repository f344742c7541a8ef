import { booleanQuietly, conditionOn, conditionOnPlace, valueOf, yesNoSnippets } from './conditions'
import { anyOf, anyValue, oneOfNames } from './editor-schema'
import type { EditorSchema } from './editor-schema'
import { heldValue } from './held-values'
import { snippetFor } from './snippets'
import { sayKeys } from './say-keys'
import { noVocabulary, withClientFields, vocabularyOf } from './vocabulary'
import type { Called, Vocabulary } from './vocabulary'
import { weekdaysTable } from './weekdays-table'
import { builtInFields } from '#config/sections/read-fields'
import { dayPattern, dueValue } from './written-values'
import { language } from '#config/shape/language-shape'
import type { Key, Shape } from '#config/shape/shape'

/** The schema by which an editor completes and explains this very file: with its roles, stages, fields and options. */
export function projectSchema(text: string): EditorSchema {
  return schemaOf(vocabularyOf(text))
}

/** The schema of the language itself, for a file of which nothing is known. */
export function genericSchema(): EditorSchema {
  return schemaOf(noVocabulary)
}

/** Where in the file a part stands, as far as that decides what may be written there. */
type Place = {
  readonly vocabulary: Vocabulary
  readonly definitions: Map<string, EditorSchema>
  readonly key: string
  readonly stage?: string
  readonly pipeline?: string
  readonly axis?: string
}

function schemaOf(vocabulary: Vocabulary): EditorSchema {
  const definitions = new Map<string, EditorSchema>()
  const root = part(language, { vocabulary, definitions, key: '' })
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    ...root,
    definitions: Object.fromEntries(definitions),
  }
}

function part(shape: Shape, place: Place): EditorSchema {
  switch (shape.is) {
    case 'value':
      return valuePart(shape.holds, place)
    case 'words':
      return defined(place, `one of ${shape.words.join(', ')}`, () => wordsPart(shape.words))
    case 'list':
      return {
        type: 'array',
        items: part(shape.of, place),
        ...snippetFor(place.key === 'new_deals' ? 'new_deals' : undefined),
      }
    case 'block':
      return namedBlock(shape.keys, place)
    case 'table':
      return tablePart(shape, place)
    case 'one_of':
      return anyOf(
        ...[shape.value, shape.list, shape.block].flatMap((one) => (one === undefined ? [] : [part(one, place)])),
      )
  }
}

/** Keeps a part that is needed in many places once. */
function defined(place: Place, name: string, build: () => EditorSchema): EditorSchema {
  const key = name.replaceAll(/[^a-z0-9_]+/gi, '_')
  if (!place.definitions.has(key)) place.definitions.set(key, build())
  return { $ref: `#/definitions/${key}` }
}

function valuePart(holds: Extract<Shape, { is: 'value' }>['holds'], place: Place): EditorSchema {
  const { vocabulary, stage, pipeline, key } = place
  if (holds === 'due') return duePart(place)
  // The stages of a direction are all the stages; what is won or skipped is one of its own.
  const own =
    holds === 'stage' && key !== 'stages' && pipeline !== undefined ? ownStages(vocabulary, pipeline) : undefined
  if (own !== undefined && pipeline !== undefined && stage === undefined) {
    return defined(place, `stage of ${pipeline}`, () =>
      oneOfNames(own, `This direction does not go through such a stage.`),
    )
  }
  return defined(place, holds, () => heldValue(holds, vocabulary))
}

function ownStages({ stages, stagesOf }: Vocabulary, pipeline: string): Called | undefined {
  const ids = stagesOf.get(pipeline) ?? []
  return ids.length === 0 || stages === undefined ? undefined : new Map(ids.map((id) => [id, stages.get(id) ?? id]))
}

function duePart(place: Place): EditorSchema {
  const { vocabulary, stage, pipeline } = place
  if (stage === undefined) {
    const isKnown = vocabulary.tasks !== undefined
    return defined(place, 'due', () => dueValue(vocabulary, isKnown ? { tasks: new Map() } : {}))
  }
  const tasks =
    pipeline === undefined ? vocabulary.tasksOf.get(stage) : vocabulary.changedTasksOf.get(pipeline)?.get(stage)
  const name = `due in ${pipeline === undefined ? '' : `${pipeline} `}${stage}`
  return defined(place, tasks === undefined ? 'due anywhere' : name, () =>
    dueValue(vocabulary, tasks === undefined ? {} : { tasks }),
  )
}

const wordNames: Readonly<Record<string, string>> = {
  cancel: 'The open task is cancelled.',
  keep: 'The task stays open.',
  again: 'A deal that comes back gets the task again.',
  once: 'A deal that comes back does not get it again.',
  deputy: 'Whoever stands in does it.',
  wait: 'It waits until its responsible is back.',
  in_turn: 'One after another.',
  least_busy: 'Whoever has the least to do.',
  text: 'Any words.',
  number: 'A number; min and max are possible.',
  money: 'A sum of money.',
  percent: 'A percentage such as 10%.',
  date: 'A day; time can be counted from it.',
  person: 'An employee; “by: field.ID” asks a task of them.',
  link: 'Another deal, of the direction in “to”; conditions know only whether there is one.',
  date_time: 'A day with a time of day; hours can be counted to it and from it.',
  choice: 'One of “options”.',
  yes_no: 'Yes or no.',
  file: 'A file; conditions know only whether it is there.',
}

function wordsPart(words: readonly string[]): EditorSchema {
  const fault = `Write one of: ${words.join(', ')}.`
  if (!words.includes('yes'))
    return oneOfNames(
      words.map((word) => [word, wordNames[word] ?? word] as const),
      fault,
    )
  // An editor puts “yes” out of a list of values into quotes, so it is offered as a text to insert.
  const written = { type: 'string', pattern: '^(?:[Yy][Ee][Ss]|[Nn][Oo]|[Tt][Rr][Uu][Ee]|[Ff][Aa][Ll][Ss][Ee])$' }
  return anyOf({ ...written, patternErrorMessage: fault, defaultSnippets: yesNoSnippets }, booleanQuietly)
}

/** A block that stands in many places is kept once: a gate, a task of one stage, a task of no stage. */
function namedBlock(keys: Readonly<Record<string, Key>>, place: Place): EditorSchema {
  const { key, stage, pipeline } = place
  const where = [pipeline, stage].filter((name) => name !== undefined && name !== '').join(' ')
  if (key === 'gate') return defined(place, 'gate', () => blockPart(keys, place))
  if (!Object.hasOwn(keys, 'due')) return blockPart(keys, place)
  return defined(place, stage === undefined ? 'task elsewhere' : `task in ${where}`, () => blockPart(keys, place))
}

const dueExamples =
  'For example `2 working days`, `4 working hours`, `1 working day after` another task of the stage, `1 working day before` a date field, `on 2027-03-01`, `same day at 15:00`, `at once`.'

function blockPart(keys: Readonly<Record<string, Key>>, place: Place): EditorSchema {
  const properties = Object.entries(keys).map(([key, { shape, says }]) => [
    key,
    {
      ...part(shape, { ...place, key }),
      markdownDescription: shape.is === 'value' && shape.holds === 'due' ? `${says}\n\n${dueExamples}` : says,
    },
  ])
  const required = Object.entries(keys).flatMap(([key, one]) => (one.required === true ? [key] : []))
  return {
    type: 'object',
    properties: Object.fromEntries(properties),
    ...(required.length === 0 ? {} : { required }),
    additionalProperties: false,
    errorMessage: sayKeys(Object.keys(keys), required),
  }
}

const withClients = (place: Place): Place => ({ ...place, vocabulary: withClientFields(place.vocabulary) })

function tablePart(shape: Extract<Shape, { is: 'table' }>, place: Place): EditorSchema {
  if (shape.keys === undefined) return declaredPart(shape, place)
  switch (shape.keys) {
    case 'set_fields':
      return defined(place, 'values to set', () => fieldsPart(place, valueOf))
    case 'fields':
      return defined(place, 'condition', () => conditionPart(withClients(place), false))
    case 'fields_and_place':
      return defined(place, 'condition of a rule', () => conditionPart(withClients(place), true))
    case 'axes':
      return defined(place, 'place on the axes', () => axesPart(place.vocabulary))
    case 'stages':
      return changePart(shape.of, place)
    case 'days':
      return { type: 'object', patternProperties: { [dayPattern]: part(shape.of, place) }, additionalProperties: false }
    case 'weekdays':
      return weekdaysTable(part(shape.of, place))
    case 'made':
    case 'codes':
    case 'old_ids':
      return { type: 'object', additionalProperties: part(shape.of, place) }
  }
}

/** A table whose keys are ids that stand there for the first time; what is known of each id goes into its part. */
function declaredPart(shape: Extract<Shape, { is: 'table' }>, place: Place): EditorSchema {
  const { vocabulary } = place
  // A stage or direction that is being added: of what it will hold nothing is known yet.
  const added = shape.ids === 'stage' ? { stage: '' } : shape.ids === 'pipeline' ? { pipeline: '' } : {}
  const snippet = snippetFor(shape.ids)
  const properties =
    shape.ids === 'stage'
      ? [...vocabulary.tasksOf.keys()].map((stage) => [
          stage,
          titled(vocabulary.stages, stage, part(shape.of, { ...place, stage })),
        ])
      : shape.ids === 'pipeline'
        ? [...vocabulary.stagesOf.keys()].map((pipeline) => [
            pipeline,
            titled(vocabulary.pipelines, pipeline, part(shape.of, { ...place, pipeline })),
          ])
        : Object.entries(shape.known ?? {}).map(([id, one]) => [id, titled(builtInNames, id, part(one, place))])
  return {
    type: 'object',
    ...(properties.length === 0 ? {} : { properties: Object.fromEntries(properties) }),
    additionalProperties: part(shape.of, { ...place, ...added, key: '' }),
    ...snippet,
  }
}

const builtInNames: Called = new Map(builtInFields.map(({ id, name }) => [id, name]))

function titled(names: Called | undefined, id: string, schema: EditorSchema): EditorSchema {
  return { ...schema, markdownDescription: `**${names?.get(id) ?? id}**` }
}

function fieldsPart({ vocabulary }: Place, value: typeof valueOf): EditorSchema {
  const { fields } = vocabulary
  const properties = [...(fields ?? [])].map(([id, field]) => [id, value(field)])
  return {
    type: 'object',
    properties: Object.fromEntries(properties),
    additionalProperties: fields === undefined ? value(undefined) : false,
    errorMessage:
      'Here stand fields of the deal, declared under “fields” or built in, and in conditions those of its clients.',
  }
}

function conditionPart(place: Place, hasPlace: boolean): EditorSchema {
  const { stages, pipelines } = place.vocabulary
  const lines = fieldsPart(place, (field) => conditionOn(field, place.vocabulary))
  const where = hasPlace
    ? {
        stage: conditionOnPlace(stages, 'The stage the deal is in.'),
        pipeline: conditionOnPlace(pipelines, 'The direction the deal is in.'),
      }
    : {}
  const own = { ...(lines['properties'] as Readonly<Record<string, EditorSchema>>), ...where }
  const inner = { ...lines, properties: own }
  const any = {
    type: 'array',
    items: inner,
    markdownDescription: 'At least one of these must hold: “any: [{ … }, { … }]”.',
  }
  return { ...inner, properties: { ...own, any } }
}

function axesPart({ axes }: Vocabulary): EditorSchema {
  if (axes === undefined) return { type: 'object', additionalProperties: anyValue }
  const properties = [...axes].map(([axis, values]) => [axis, axisValue(axis, values)])
  return {
    type: 'object',
    properties: Object.fromEntries(properties),
    required: [...axes.keys()],
    additionalProperties: false,
    errorMessage: `Here must stand: ${[...axes.keys()].join(', ')}.`,
  }
}

function axisValue(axis: string, values: readonly string[]): EditorSchema {
  // A value may look like a number to YAML.
  const isPlain = values.every((value) => /^[a-z_]/i.test(value) && !/^(true|false|null)$/i.test(value))
  if (!isPlain || values.length === 0) return anyValue
  return oneOfNames(
    values.map((value) => [value, value] as const),
    `The axis “${axis}” has no such value: it can be ${values.join(', ')}.`,
  )
}

function changePart(shape: Shape, place: Place): EditorSchema {
  const { vocabulary, pipeline } = place
  const added = { ...place, stage: '' }
  const own = pipeline === undefined ? undefined : ownStages(vocabulary, pipeline)
  const untouched = defined(place, 'changed stage', () => part(shape, added))
  if (own === undefined || pipeline === undefined) return { type: 'object', additionalProperties: untouched }
  const changed = vocabulary.changedTasksOf.get(pipeline)
  const properties = [...own.keys()].map((stage) => {
    const schema = (changed?.get(stage)?.size ?? 0) === 0 ? untouched : part(shape, { ...place, stage })
    return [stage, titled(vocabulary.stages, stage, schema)]
  })
  return {
    type: 'object',
    properties: Object.fromEntries(properties),
    additionalProperties: false,
    errorMessage: `Here stand stages that this direction goes through: ${[...own.keys()].join(', ')}.`,
  }
}
