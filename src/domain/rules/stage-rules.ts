import { documentFactsOf } from './document-facts'
import { moneyFactsOf } from './money-facts'
import { namesInText } from './task-text'
import { rulesRefusal } from './words/rules-refusal'
import { holds, now, today, zone } from '#domain/formula/condition'
import { asWritten, withComputed } from '#domain/formula/formula'
import { dateIn } from '#domain/time/zone'
import { taskIdOf } from '#domain/kernel/task-id'
import type { Deal, FieldValue } from '#schemas/deal'
import type { Condition, Model, Pipeline, Stage, TaskTemplate } from '#schemas/model'
import type { Task } from '#schemas/task'

/** The rules one visit is judged by: the stage as its own version of the file describes it. */
export type StageRules = {
  readonly configVersion: number
  readonly model: Model
  readonly pipeline: Pipeline
  readonly stage: Stage
  /** What its tasks and its gate ask of other things than the deal, as it is now. */
  readonly facts?: Readonly<Record<string, FieldValue>>
  /** The moment at which its gate is judged; that of the deal’s last change where it is absent. */
  readonly now?: string
}

/** The direction of that id, or a refusal that lists the ones there are. */
export function pipelineOf(model: Model, id: string): Pipeline {
  const found = model.pipelines[id]
  if (found !== undefined) return found
  const known = Object.keys(model.pipelines)
  throw rulesRefusal('pipeline_unknown', { id, known }, { known })
}

/** Where a stage stands in a direction, or a refusal that lists the stages there are. */
export function stageIndex(pipeline: Pipeline, stage: string): number {
  const index = pipeline.stages.findIndex((one) => one.id === stage)
  if (index >= 0) return index
  const known = pipeline.stages.map((one) => one.id)
  throw rulesRefusal('stage_unknown', { pipeline: pipeline.name, stage, known }, { known })
}

/** The stages in which a deal of a direction is still to be won, in the order of the file. */
export function stagesToWin({ stages, wonAfter }: Pick<Pipeline, 'stages' | 'wonAfter'>): readonly Stage[] {
  return stages.slice(0, stages.findIndex(({ id }) => id === wonAfter) + 1)
}

/** What people call a stage of a direction. */
export function stageName(pipeline: Pipeline, stage: string): string {
  return pipeline.stages.find(({ id }) => id === stage)?.name ?? stage
}

/** What the fields of a deal hold, computed ones too, sums in minor units of its currency. */
export function fieldsOf({ fields, currency }: Deal, model: Model): Readonly<Record<string, FieldValue>> {
  return withComputed(model.fields, fields, currency)
}

/**
 * What conditions look at: stored fields, computed fields, where the deal stands, and the moment of its last change with its
 * day. Sums are as the file is read, in hundredths of a unit of whatever currency the deal has.
 */
export function valuesOf(deal: Deal, model: Model): Readonly<Record<string, FieldValue>> {
  return {
    ...asWritten(model.fields, fieldsOf(deal, model), deal.currency),
    stage: deal.stage,
    pipeline: deal.pipeline,
    status: deal.status,
    // Few conditions ask for the day, and it costs more than the rest: it is worked out for those that do.
    get [today]() {
      return dateIn(model.calendar.timezone, deal.updatedAt)
    },
    [now]: deal.updatedAt,
    [zone]: model.calendar.timezone,
  }
}

/** What the gate of a stage judges by: the deal's own values, what was found out about other things, and the moment it is. */
export function gateValues(deal: Deal, { model, facts, now: at }: StageRules): Readonly<Record<string, FieldValue>> {
  const values = valuesOf(deal, model)
  if (facts === undefined && at === undefined) return values
  const clock = at === undefined ? {} : { [now]: at, [today]: dateIn(model.calendar.timezone, at) }
  return { ...facts, ...values, ...clock }
}

/** What conditions of tasks judge by: the deal's own values, and what was found out about its clients. */
export function taskValues(deal: Deal, { model, facts }: StageRules): Readonly<Record<string, FieldValue>> {
  const values = valuesOf(deal, model)
  return facts === undefined ? values : { ...facts, ...values }
}

/** All names in a condition: fields of the deal, and other things. */
export function namesIn(condition: Condition | undefined): readonly string[] {
  if (condition === undefined) return []
  const own = condition.all.flatMap((test) => ('than' in test ? [test.field, test.than] : [test.field]))
  return [...own, ...(condition.any ?? []).flatMap(namesIn)]
}

/** The names in a condition that are of other things than the deal: they have a dot, as in `client.inn`. */
export function factsIn(condition: Condition | undefined): readonly string[] {
  return namesIn(condition).filter((name) => name.includes('.'))
}

/** The names in conditions of a stage’s tasks that are of other things than the deal. */
function factsOfTasks({ tasks }: Pick<Stage, 'tasks'>): readonly string[] {
  return [...new Set(tasks.flatMap(({ when }) => factsIn(when)))]
}

/** The names in conditions and texts of a stage’s tasks that are of other things than the deal. */
export function factsTold({ tasks }: Pick<Stage, 'tasks'>): readonly string[] {
  return [...new Set([...factsOfTasks({ tasks }), ...tasks.flatMap((task) => namesInText(task.do))])]
}

/** The names in the gate of a stage, and in conditions of the tasks it waits for, that are of other things than the deal. */
export function factsAsked({ gate, tasks }: Pick<Stage, 'gate' | 'tasks'>): readonly string[] {
  const filled = (gate?.filled ?? []).filter((name) => name.includes('.'))
  const asked = [...moneyFactsOf(gate), ...documentFactsOf(gate), ...factsOfTasks({ tasks })]
  return [...new Set([...filled, ...factsIn(gate?.must), ...asked])]
}

/** Whether a template belongs to this visit now: its `when` holds and `on_return: once` does not excuse it. */
export function isWanted(
  template: TaskTemplate,
  deal: Deal,
  values: Readonly<Record<string, FieldValue>>,
  tasks: readonly Task[],
): boolean {
  if (template.when !== undefined && !holds(template.when, values)) return false
  if (template.onReturn === 'again') return true
  return !tasks.some(
    (task) =>
      task.template === template.id &&
      task.stage === deal.stage &&
      task.visit < deal.visit.no &&
      task.status === 'done',
  )
}

/** The task a template brought to the deal's current visit, if it is there already. */
export function seatedTask(template: string, deal: Deal, tasks: readonly Task[]): Task | undefined {
  const id = taskIdOf(deal.id, deal.visit.no, template)
  return tasks.find((task) => task.id === id)
}
