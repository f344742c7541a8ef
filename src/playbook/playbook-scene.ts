import { choiceName } from '#domain/rules/choice-name'
import { personFieldOf } from '#domain/people/person-field'
import { labelOf } from '#domain/deals/label-of'
import { clientFactIn } from '#domain/rules/client-facts'
import { isOfClock, today } from '#domain/formula/condition'
import { ladderName } from './ladder-name'
import type { Inline, Text } from './blocks'
import type { Names, SaidTest, Start, Words } from './words/playbook-words'
import type { Language } from '#schemas/language-names'
import type { Condition, DueRule, Field, FieldValue, Model, Pipeline, Stage, TaskTemplate, Test } from '#schemas/model'

/** What every page is written from: the rules, and the language. */
export type Scene = { readonly model: Model; readonly language: Language; readonly words: Words }

/** What sentences about conditions are written from: a scene, or as much of it. */
export type Saying = { readonly model: Model; readonly words: Pick<Words, 'grammar' | 'builtIn'> }

/** Slugs of the pages that every playbook has, and of those there is one of for each direction and role. */
export const slugs = {
  home: 'index',
  deals: 'deals',
  answers: 'answers',
  automation: 'automation',
  glossary: 'glossary',
  pipeline: (id: string): string => `direction-${id}`,
  role: (id: string): string => `role-${id}`,
} as const

/** Places on pages that are linked to. */
export const anchors = {
  stage: (id: string): string => `stage-${id}`,
  task: (stage: string, id: string): string => `task-${stage}-${id}`,
  field: (id: string): string => `field-${id}`,
  event: (id: string): string => `event-${id}`,
  ladder: (id: string): string => `ladder-${id}`,
  rule: (id: string): string => `rule-${id}`,
} as const

/** Ids of everybody who can be asked to do something: the two that every deal has, then the roles of the file. */
export function everybody({ model }: Scene): readonly string[] {
  return ['owner', 'owner_manager', ...Object.keys(model.roles)]
}

/** What people call a role, the owner or the owner's head. */
export function personName({ model, words }: Saying, id: string): string {
  if (id === 'owner' || id === 'owner_manager' || id === 'previous_owner') return words.builtIn.people[id]
  const named = personFieldOf(id)
  if (named !== undefined) return words.builtIn.namedIn(fieldName({ model, words }, named))
  return model.roles[id]?.name ?? id
}

/** A role with a link to its page. */
export function person(scene: Scene, id: string): Text {
  const name = personName(scene, id)
  const named = personFieldOf(id)
  if (named !== undefined) return [{ link: name, to: { page: slugs.glossary, anchor: anchors.field(named) } }]
  return id === 'previous_owner' ? [name] : [{ link: name, to: { page: slugs.role(id) } }]
}

/** Several roles, each with a link to its page. */
export function people(scene: Scene, ids: readonly string[]): Text {
  return scene.words.grammar.and(ids.map((id) => person(scene, id)))
}

/** What people call a field. */
export function fieldName({ model, words }: Saying, id: string): string {
  const { id: own, name, builtIn, of = '' } = labelOf(id, model)
  const called = (builtIn ? words.builtIn.fields[own] : undefined) ?? name
  return of === '' ? called : `${called} (${of})`
}

/** A field in quotes, with a link to the glossary. */
export function field(scene: Saying, id: string): Text {
  return scene.words.grammar.quoted([fieldLink(scene, id)])
}

/** An event in quotes, with a link to the glossary. */
export function event(scene: Scene, id: string): Text {
  return scene.words.grammar.quoted([eventLink(scene, id)])
}

/** A direction in quotes, with a link to its page. */
export function direction(scene: Saying, id: string): Text {
  const name = scene.model.pipelines[id]?.name ?? id
  return scene.words.grammar.quoted([{ link: name, to: { page: slugs.pipeline(id) } }])
}

/** A stage of a direction in quotes, with a link to where it is described. */
export function stageOf(scene: Saying, pipeline: Pipeline, stage: Pick<Stage, 'id' | 'name'>): Text {
  return scene.words.grammar.quoted([
    { link: stage.name, to: { page: slugs.pipeline(pipeline.id), anchor: anchors.stage(stage.id) } },
  ])
}

/** A stage by its id alone, in quotes: described in the first direction that goes through it. */
export function stageById(scene: Saying, id: string): Text {
  for (const pipeline of Object.values(scene.model.pipelines)) {
    const stage = pipeline.stages.find((one) => one.id === id)
    if (stage !== undefined) return stageOf(scene, pipeline, stage)
  }
  return scene.words.grammar.quoted(id)
}

/** A task in quotes, with a link to where it is described. */
export function taskOf(scene: Scene, pipeline: Pipeline, stage: Stage, task: TaskTemplate): Text {
  return scene.words.grammar.quoted([taskLink(pipeline, stage, task)])
}

/** A task by its id alone, in quotes: described in the first direction that has it. */
export function taskById(scene: Scene, id: string): Text {
  for (const pipeline of Object.values(scene.model.pipelines)) {
    for (const stage of pipeline.stages) {
      const task = stage.tasks.find((one) => one.id === id)
      if (task !== undefined) return taskOf(scene, pipeline, stage, task)
    }
  }
  return scene.words.grammar.quoted(id)
}

/** A task as a link to where it is described. */
export function taskLink(pipeline: Pipeline, stage: Stage, task: TaskTemplate): Inline {
  return { link: task.do, to: { page: slugs.pipeline(pipeline.id), anchor: anchors.task(stage.id, task.id) } }
}

/** When a task is due, as a sentence. Tasks of a stage may wait for each other; `stage` says which those are. */
export function dueOf(scene: Saying, task: TaskTemplate, start: Start, stage?: StageAt): Text {
  return scene.words.grammar.due(task.due, start, namesOf(scene, stage))
}

/** When something of a stage is due by a rule alone. */
export function dueRuleOf(scene: Saying, due: DueRule, stage?: StageAt): Text {
  return scene.words.grammar.due(due, 'stage', namesOf(scene, stage))
}

/** Why a task has no date at first, or is not there yet; undefined when it has one from the start. */
export function waitsFor(scene: Scene, task: TaskTemplate, stage: StageAt): Text | undefined {
  if (!('anchor' in task.due)) return undefined
  return scene.words.grammar.waitsFor(task.due.anchor, namesOf(scene, stage))
}

/** A stage as a direction runs it. */
export type StageAt = { readonly pipeline: Pipeline; readonly stage: Stage }

function namesOf(scene: Saying, at: StageAt | undefined): Names {
  return {
    task: (id) => {
      const found = at?.stage.tasks.find((task) => task.id === id)
      return found === undefined || at === undefined ? [id] : [taskLink(at.pipeline, at.stage, found)]
    },
    event: (id) => [eventLink(scene, id)],
    field: (id) => [fieldLink(scene, id)],
    isMoment: (id) => scene.model.fields[id]?.type === 'date_time',
  }
}

/** The glossary has the fields of deals; what is asked of clients is on their cards. */
function fieldLink(scene: Saying, id: string): Inline {
  if (!Object.hasOwn(scene.model.fields, id)) return fieldName(scene, id)
  return { link: fieldName(scene, id), to: { page: slugs.glossary, anchor: anchors.field(id) } }
}

function eventLink({ model }: Saying, id: string): Inline {
  return { link: model.events[id]?.name ?? id, to: { page: slugs.glossary, anchor: anchors.event(id) } }
}

/** A condition as one sentence without its end. */
export function conditionOf(scene: Saying, condition: Condition): Text {
  return scene.words.grammar.and(conditionParts(scene, condition))
}

/** A condition line by line; alternatives are one line. */
export function conditionParts(scene: Saying, condition: Condition): readonly Text[] {
  const { grammar } = scene.words
  const lines = condition.all.map((test) => grammar.test(saidTest(scene, test)))
  if (condition.any === undefined) return lines
  return [...lines, grammar.oneOf(condition.any.map((one) => conditionOf(scene, one)))]
}

/** A line of a condition with its names and values in words. */
export function saidTest(scene: Saying, test: Test): SaidTest {
  const { field: id, op } = test
  const type = id === 'stage' || id === 'pipeline' ? id : (knownField(scene, id)?.type ?? 'text')
  const { grammar } = scene.words
  if (test.op === 'within') {
    const isFromNow = test.duration.unit === 'hours' || test.duration.unit === 'minutes'
    return { subject: field(scene, id), type, op, values: [[grammar.length(test.duration)]], isFromNow }
  }
  if ('than' in test) {
    const clock = test.than === today ? grammar.today : grammar.now
    const than = isOfClock(test.than) ? [clock] : field(scene, test.than)
    return { subject: field(scene, id), type, op, values: [than] }
  }
  return { subject: field(scene, id), type, op, values: valuesOf(test).map((value) => valueOf(scene, id, value)) }
}

/** A field of the deal, or what is asked of a client. */
function knownField({ model }: Saying, id: string): Field | undefined {
  return model.fields[id] ?? clientFactIn(id, model.clients)?.field
}

function valuesOf(test: Test): readonly FieldValue[] {
  if ('values' in test) return test.values
  if ('from' in test) return [test.from, test.to]
  return 'value' in test ? [test.value] : []
}

/** A value of a field in words: options and stages by name, money and dates as the language writes them. */
export function valueOf(scene: Saying, id: string, value: FieldValue): Text {
  const { grammar, builtIn } = scene.words
  if (id === 'stage') return stageById(scene, String(value))
  if (id === 'pipeline') return direction(scene, String(value))
  if (typeof value === 'boolean') return grammar.quoted(value ? builtIn.yes : builtIn.no)
  const known = knownField(scene, id)
  if (typeof value === 'number') return [numberOf(scene, known?.type, value)]
  if (known?.type === 'date') return [grammar.date(String(value))]
  if (known?.type === 'date_time') return [grammar.moment(String(value), known.zone ?? 'UTC')]
  return grammar.quoted(known === undefined ? String(value) : optionName(scene, known, String(value)))
}

/** What people call an option of a choice. */
export function optionName({ words }: Saying, known: Field, option: string): string {
  return (known.builtIn ? words.builtIn.options[option] : undefined) ?? choiceName(known, option) ?? option
}

/** A number of a field in its own unit. */
export function numberOf({ words }: Saying, type: Field['type'] | undefined, value: number): string {
  if (type === 'percent') return words.grammar.percent(value)
  return type === 'money' ? words.grammar.money(value) : words.grammar.number(value)
}

/** A ladder with a link to its steps. */
export function ladder(scene: Scene, id: string): Text {
  const name = ladderName(scene, id)
  return scene.words.grammar.quoted([{ link: name, to: { page: slugs.automation, anchor: anchors.ladder(id) } }])
}
