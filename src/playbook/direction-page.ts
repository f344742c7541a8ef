import { capital, heading, joined, line, list, paragraph, punctuated, table } from './blocks'
import type { Block, Diagram, Draft, Text } from './blocks'
import { rulesOfStage, ruleLine } from './rule-lines'
import {
  anchors,
  conditionOf,
  conditionParts,
  direction,
  dueOf,
  event,
  field,
  ladder,
  people,
  person,
  slugs,
  stageOf,
  taskLink,
  taskOf,
  waitsFor,
} from './playbook-scene'
import type { Scene, StageAt } from './playbook-scene'
import type { PaperFact, Pipeline, TaskTemplate } from '#schemas/model'

/** The page of a direction: the drawing, all tasks at a glance, then every stage in full. */
export function directionPage(scene: Scene, pipeline: Pipeline): Draft {
  const words = scene.words.frame.direction
  return {
    slug: slugs.pipeline(pipeline.id),
    title: pipeline.name,
    blocks: [
      heading(1, pipeline.name),
      ...introduction(scene, pipeline),
      { kind: 'diagram', diagram: diagramOf(scene, pipeline) },
      heading(2, words.glance),
      ...glance(scene, pipeline),
      ...pipeline.stages.flatMap((stage, index) => stageBlocks(scene, { pipeline, stage }, index)),
    ],
  }
}

function introduction(scene: Scene, pipeline: Pipeline): readonly Block[] {
  const words = scene.words.frame.direction
  const axes = Object.entries(pipeline.axes).flatMap(([axis, value]) => {
    const others = Object.values(scene.model.pipelines).filter(
      (one) => one.id !== pipeline.id && one.axes[axis] === value,
    )
    return others.length === 0
      ? []
      : [
          joined(
            others.map(({ id }) => direction(scene, id)),
            ', ',
          ),
        ]
  })
  const nameOf = (id: string): Text => {
    const stage = pipeline.stages.find((one) => one.id === id)
    return stage === undefined ? [id] : stageOf(scene, pipeline, stage)
  }
  return [
    ...(axes.length === 0 ? [] : [paragraph(words.axes(joined(axes, '; ')))]),
    paragraph(words.won(nameOf(pipeline.wonAfter))),
    ...(pipeline.maySkip.length === 0
      ? []
      : [paragraph(words.skip(scene.words.grammar.and(pipeline.maySkip.map(nameOf))))]),
    paragraph(scene.words.frame.gate.back),
  ]
}

function diagramOf(scene: Scene, pipeline: Pipeline): Diagram {
  const words = scene.words.frame.direction
  const { grammar } = scene.words
  return {
    title: words.diagram(pipeline.name),
    start: words.start,
    end: words.end,
    words: { won: words.wonHere, skip: words.skippable },
    exits: [
      { label: words.lost, isWon: false },
      { label: words.cancelled, isWon: true },
    ],
    steps: pipeline.stages.map((stage) => {
      const isSkippable = pipeline.maySkip.includes(stage.id)
      const age = stage.maxAge === undefined ? [] : [words.atMost(grammar.lengthOf(stage.maxAge))]
      const facts = [
        words.tasks(grammar.count(stage.tasks.length, 'task')),
        ...(stage.chance === undefined ? [] : [words.chance(grammar.percent(stage.chance))]),
      ]
      return {
        id: stage.id,
        name: stage.name,
        notes: [facts.join(' · '), [...age, ...(isSkippable ? [words.skippable] : [])].join(' · ')].filter(
          (note) => note !== '',
        ),
        isSkippable,
        winsAfter: stage.id === pipeline.wonAfter,
        to: { page: slugs.pipeline(pipeline.id), anchor: anchors.stage(stage.id) },
      }
    }),
  }
}

function glance(scene: Scene, pipeline: Pipeline): readonly Block[] {
  const words = scene.words.frame
  const rows = pipeline.stages.flatMap((stage) =>
    stage.tasks.map((task): readonly Text[] => [
      [{ link: stage.name, to: { page: slugs.pipeline(pipeline.id), anchor: anchors.stage(stage.id) } }],
      withNotes(scene, [taskLink(pipeline, stage, task)], task),
      capital(person(scene, task.by)),
      dueOf(scene, task, 'stage', { pipeline, stage }),
    ]),
  )
  return table({ caption: words.direction.caption(pipeline.name), heads: words.direction.heads, rows })
}

/** The name of a task with what makes it a special case: not for every deal, not required. */
export function withNotes(scene: Scene, name: Text, task: TaskTemplate): Text {
  const words = scene.words.frame.task
  const only = task.when === undefined ? [] : line` (${words.onlyShort(conditionOf(scene, task.when))})`
  return line`${name}${only}${task.optional ? ` (${words.optionalShort})` : ''}`
}

function stageBlocks(scene: Scene, at: StageAt, index: number): readonly Block[] {
  const { frame } = scene.words
  const { stage } = at
  const rules = [...madeHere(scene, at), ...rulesOfStage(scene, at).map((rule) => ruleLine(scene, rule))]
  return [
    heading(2, frame.stage.title(index + 1, stage.name), anchors.stage(stage.id)),
    ...(stage.goal === undefined ? [] : [paragraph(frame.stage.goal(stage.goal))]),
    ...list(factsOf(scene, at)),
    ...(stage.howTo === undefined
      ? []
      : [heading(3, frame.stage.howTo), { kind: 'prose', markdown: stage.howTo } as const]),
    ...(stage.tasks.length === 0 ? [] : [heading(3, frame.stage.tasks)]),
    ...stage.tasks.flatMap((task) => taskBlocks(scene, at, task)),
    heading(3, frame.stage.leave),
    ...gateBlocks(scene, at),
    ...(rules.length === 0 ? [] : [heading(3, frame.stage.byItself)]),
    ...list(rules),
  ]
}

function factsOf(scene: Scene, { pipeline, stage }: StageAt): readonly Text[] {
  const { frame, grammar } = scene.words
  const words = frame.stage
  const stuck = ladder(scene, stage.whenStuck)
  return [
    ...(stage.chance === undefined ? [] : [[words.chance(grammar.percent(stage.chance))]]),
    ...(stage.maxAge === undefined ? [] : [words.maxAge(grammar.lengthOf(stage.maxAge), stuck)]),
    ...(stage.maxIdle === undefined ? [] : [words.maxIdle(grammar.lengthOf(stage.maxIdle), stuck)]),
    ...(stage.id === pipeline.wonAfter ? [[words.won]] : []),
    ...(pipeline.maySkip.includes(stage.id) ? [[words.skippable]] : []),
    ...(stage.origin.path.startsWith('pipelines.') ? [[words.changed]] : []),
  ]
}

function taskBlocks(scene: Scene, at: StageAt, task: TaskTemplate): readonly Block[] {
  const words = scene.words.frame.task
  const waits = waitsFor(scene, task, at)
  return [
    heading(4, task.do, anchors.task(at.stage.id, task.id)),
    ...list([
      words.who(person(scene, task.by)),
      ...(task.mayAlso === undefined ? [] : [words.mayAlso(people(scene, task.mayAlso))]),
      words.due(dueOf(scene, task, 'stage', at)),
      ...(waits === undefined ? [] : [waits]),
      ...(task.when === undefined ? [] : [words.only(conditionOf(scene, task.when))]),
      ...(task.optional ? [[words.optional]] : []),
      words.late(ladder(scene, task.escalate)),
      ...(task.doneWhen === undefined ? [] : [words.closes(paperOf(scene, task.doneWhen), task.doneWhen.fact)]),
      ...(task.onLeave === 'keep' ? [[words.keep]] : []),
      ...(task.onReturn === 'once' ? [[words.once]] : []),
      ...(task.whileAway === 'wait' ? [[words.waits]] : []),
    ]),
    ...(task.howTo === undefined ? [] : [paragraph(words.howTo), { kind: 'prose', markdown: task.howTo } as const]),
    ...(task.checklist.length === 0
      ? []
      : [paragraph(words.checklist), { kind: 'checklist', items: task.checklist } as const]),
  ]
}

function gateBlocks(scene: Scene, at: StageAt): readonly Block[] {
  const words = scene.words.frame.gate
  const { gate } = at.stage
  const lines = [
    ...gateTasks(scene, at),
    ...(gate?.filled ?? []).map((id) => words.filled(field(scene, id))),
    ...(gate?.must === undefined ? [] : conditionParts(scene, gate.must)),
    ...(gate?.paid === undefined ? [] : [words.paid(scene.words.grammar.percent(gate.paid))]),
    ...(gate?.invoiced ?? []).map((id) => words.invoiced(paperName(scene, id))),
    ...(gate?.signed ?? []).map((id) => words.signed(paperName(scene, id))),
  ]
  const override = gate?.mayOverride === undefined ? [words.strict] : words.override(person(scene, gate.mayOverride))
  return [
    paragraph(words.intro),
    ...list(punctuated(lines)),
    ...(gate?.message === undefined ? [] : [{ kind: 'quote', text: words.message(gate.message) } satisfies Block]),
    paragraph(override),
  ]
}

/** Documents and invoices that the stage makes by itself. */
function madeHere(scene: Scene, { stage: { make = [] } }: StageAt): readonly Text[] {
  const words = scene.words.frame.stage
  return make.map(({ document, after }) => {
    const name = paperName(scene, document)
    if (after === undefined) return words.made(name)
    // What documents and money tell of themselves is declared nowhere, so the glossary has nothing of it.
    const isDeclared = Object.hasOwn(scene.model.events, after)
    return words.madeAfter(name, isDeclared ? event(scene, after) : scene.words.grammar.quoted(after))
  })
}

/** The document or the invoice that a task waits for. */
function paperOf(scene: Scene, { paper }: PaperFact): { readonly name: string; readonly isInvoice: boolean } {
  const { documents = {}, invoices = {} } = scene.model
  return { name: paperName(scene, paper), isInvoice: documents[paper] === undefined && invoices[paper] !== undefined }
}

/** What people call a kind of document or invoice. */
function paperName({ model: { documents = {}, invoices = {} } }: Scene, id: string): string {
  return (documents[id] ?? invoices[id])?.name ?? id
}

function gateTasks(scene: Scene, at: StageAt): readonly Text[] {
  const words = scene.words.frame.gate
  return at.stage.tasks
    .filter((task) => !task.optional)
    .map((task) => {
      const name = taskOf(scene, at.pipeline, at.stage, task)
      return task.when === undefined ? words.task(name) : words.taskIf(name, conditionOf(scene, task.when))
    })
}
