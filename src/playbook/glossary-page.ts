import { heading, joined, line, list, paragraph, plain, table } from './blocks'
import type { Block, Draft, Text } from './blocks'
import { ruleLine } from './rule-lines'
import { anchors, direction, fieldName, numberOf, optionName, people, slugs, stageOf, taskOf } from './playbook-scene'
import type { Scene } from './playbook-scene'
import { axisName } from '#domain/plan/plan-scope'
import { weekOf } from '#domain/time/week-text'
import type { Anchor, Calendar, Field, OpenInterval, Pipeline, Stage, TaskTemplate } from '#schemas/model'

/** The glossary: words, fields of a deal, events, axes, working time. */
export function glossaryPage(scene: Scene): Draft {
  const words = scene.words.frame.glossary
  return {
    slug: slugs.glossary,
    title: words.title,
    blocks: [
      heading(1, words.title),
      heading(2, words.words),
      ...list(words.terms.map(([term, meaning]) => line`${{ strong: term }}. ${meaning}`)),
      ...fieldBlocks(scene),
      ...eventBlocks(scene),
      ...axisBlocks(scene),
      ...timeBlocks(scene),
    ],
  }
}

function fieldBlocks(scene: Scene): readonly Block[] {
  const words = scene.words.frame.glossary
  const fields = Object.values(scene.model.fields)
  return [
    heading(2, words.fields),
    ...table({
      caption: words.fieldsCaption,
      heads: words.fieldHeads,
      rows: fields.map((one) => [
        [fieldName(scene, one.id)],
        [scene.words.builtIn.types[one.type]],
        contents(scene, one),
        whereItMatters(scene, one),
      ]),
      anchors: fields.map(({ id }) => anchors.field(id)),
    }),
  ]
}

function contents(scene: Scene, one: Field): Text {
  const words = scene.words.frame.glossary
  if (one.formula !== undefined) return [words.formula(namesIn(scene, one.formula))]
  if (one.options !== undefined) {
    return [
      words.options(
        Object.keys(one.options)
          .map((option) => optionName(scene, one, option))
          .join(', '),
      ),
    ]
  }
  if (one.to !== undefined) return words.dealOf(direction(scene, one.to))
  if (one.min === undefined && one.max === undefined) return ['–']
  const bound = (value: number | undefined): string | undefined =>
    value === undefined ? undefined : numberOf(scene, one.type, value)
  return [words.bounds(bound(one.min), bound(one.max))]
}

/** A formula as people read it: fields by their names. */
function namesIn(scene: Scene, formula: string): string {
  return formula.replaceAll(/[a-z]\w*/g, (id) =>
    Object.hasOwn(scene.model.fields, id) ? plain(scene.words.grammar.quoted([fieldName(scene, id)])) : id,
  )
}

function whereItMatters(scene: Scene, { id, builtIn, writtenBy }: Field): Text {
  const words = scene.words.frame.glossary
  const stages = eachStage(scene, (pipeline, stage) => {
    const must = stage.gate?.must?.all.some((test) => test.field === id) === true
    return stage.gate?.filled.includes(id) === true || must ? stageOf(scene, pipeline, stage) : undefined
  })
  const tasks = eachTask(scene, (anchor) => anchor.kind === 'field' && anchor.field === id)
  const parts = [
    ...(builtIn ? [[words.everyDeal]] : []),
    ...(writtenBy === undefined ? [] : [words.writtenBy(people(scene, writtenBy))]),
    ...(stages.length === 0 ? [] : [words.toLeave(joined(stages, ', '))]),
    ...(tasks.length === 0 ? [] : [words.dueFrom(joined(tasks, ', '))]),
  ]
  return parts.length === 0 ? ['–'] : joined(parts, '; ')
}

/** One line per stage for which there is something to say, told once for all directions. */
function eachStage(scene: Scene, say: (pipeline: Pipeline, stage: Stage) => Text | undefined): readonly Text[] {
  const found = new Map<string, Text>()
  for (const pipeline of Object.values(scene.model.pipelines)) {
    for (const stage of pipeline.stages) {
      const said = found.has(stage.id) ? undefined : say(pipeline, stage)
      if (said !== undefined) found.set(stage.id, said)
    }
  }
  return [...found.values()]
}

function eachTask(scene: Scene, isMeant: (anchor: Anchor) => boolean): readonly Text[] {
  const found = new Map<string, Text>()
  const add = (pipeline: Pipeline, stage: Stage, task: TaskTemplate): void => {
    if (!('anchor' in task.due) || !isMeant(task.due.anchor) || found.has(task.origin.path)) return
    found.set(task.origin.path, taskOf(scene, pipeline, stage, task))
  }
  for (const pipeline of Object.values(scene.model.pipelines)) {
    for (const stage of pipeline.stages) for (const task of stage.tasks) add(pipeline, stage, task)
  }
  return [...found.values()]
}

function eventBlocks(scene: Scene): readonly Block[] {
  const words = scene.words.frame.glossary
  const events = Object.entries(scene.model.events)
  if (events.length === 0) return []
  const rows = events.map(([id, { name }]): readonly Text[] => {
    const rules = scene.model.automation.filter(({ on }) => on === id).map((rule) => ruleLine(scene, rule))
    const tasks = eachTask(scene, (anchor) => anchor.kind === 'event' && anchor.event === id)
    const used = [...rules, ...(tasks.length === 0 ? [] : [words.dueFrom(joined(tasks, ', '))])]
    return [[name], used.length === 0 ? ['–'] : joined(used, ' ')]
  })
  return [
    heading(2, words.events),
    ...table({
      caption: words.eventsCaption,
      heads: words.eventHeads,
      rows,
      anchors: events.map(([id]) => anchors.event(id)),
    }),
  ]
}

function axisBlocks(scene: Scene): readonly Block[] {
  const words = scene.words.frame.glossary
  const { grammar } = scene.words
  const cuts = Object.entries(scene.model.axes).map(([axis, values]) =>
    joined(
      values.map((value) => grammar.quoted([axisName(scene.model, `${axis}=${value}`)])),
      ' / ',
    ),
  )
  if (cuts.length === 0) return []
  return [heading(2, words.axes), paragraph(words.axesCaption), ...list(cuts)]
}

function timeBlocks(scene: Scene): readonly Block[] {
  const words = scene.words.frame.glossary
  const further = Object.values(scene.model.calendars)
  return [
    heading(2, words.time),
    ...list(calendarLines(scene, scene.model.calendar)),
    ...further.flatMap((calendar, no) => [heading(3, words.calendar(no + 1)), ...list(calendarLines(scene, calendar))]),
    ...words.counting.map((text) => paragraph(text)),
  ]
}

function calendarLines({ words }: Scene, calendar: Calendar): readonly Text[] {
  const { frame, grammar } = words
  const week = weekOf(calendar)
    .map(({ weekdays, hours }) => `${grammar.weekdays(weekdays)}, ${hoursText(hours)}`)
    .join('; ')
  const short = Object.entries(calendar.shortDays).map(([date, hours]) => `${grammar.date(date)} (${hoursText(hours)})`)
  return [
    [frame.glossary.hours(week, calendar.timezone)],
    ...(calendar.holidays.length === 0 ? [] : [[frame.glossary.holidays(grammar.dates(calendar.holidays))]]),
    ...(calendar.extraWorkingDays.length === 0
      ? []
      : [[frame.glossary.extra(grammar.dates(calendar.extraWorkingDays))]]),
    ...(short.length === 0 ? [] : [[frame.glossary.short(short.join(', '))]]),
  ]
}

function hoursText(hours: readonly OpenInterval[]): string {
  return hours.map(({ from, to }) => `${from}–${to}`).join(', ')
}
