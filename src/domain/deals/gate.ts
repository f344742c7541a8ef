import { isEmpty, unmet, type UnmetLine } from '#domain/formula/condition'
import { notComputed, type NotComputed } from '#domain/formula/not-computed'
import { gateValues, isWanted, seatedTask, taskValues, type StageRules } from '#domain/rules/stage-rules'
import { filledText } from '#domain/rules/task-text'
import { taskIdOf } from '#domain/kernel/task-id'
import { writersNamed } from './field-rights'
import { followsFrom } from './following'
import { unmetMoney } from './gate-money'
import { labelOf } from './label-of'
import type { MoneyWords, StoppedWords, Writer, ZeroWords } from './words/values'
import type { Deal } from '#schemas/deal'
import type { Field, Model } from '#schemas/model'
import type { Task } from '#schemas/task'

/** One task the gate waits for. `responsible` and `dueAt` are null while the task has not appeared yet. */
export type MissingTask = {
  readonly id: string
  readonly template: string | null
  readonly do: string
  readonly responsible: string | null
  readonly dueAt: string | null
}

/** Everything that is missing to leave a stage forward. */
export type Missing = {
  readonly tasks: readonly MissingTask[]
  readonly fields: readonly {
    readonly id: string
    readonly name: string
    readonly writtenBy?: readonly string[]
    readonly notComputed?: NotComputed
  }[]
  readonly must: readonly (UnmetLine & {
    readonly writtenBy?: readonly string[]
    readonly notComputed?: NotComputed
    /** Where it is asked of invoices and payments, not of a field. */
    readonly money?: MoneyWords
  })[]
}

/**
 * What a deal still lacks to leave its stage forward, by the rules of its own visit. It asks which required templates
 * have a done task, so it does not matter whether the consumer that opens tasks has come by already.
 */
export function missingToLeave(deal: Deal, rules: StageRules, tasks: readonly Task[]): Missing {
  const values = gateValues(deal, rules)
  const gate = rules.stage.gate
  const why = (id: string) => {
    const found = notComputed(rules.model.fields, id, values)
    return found === undefined ? {} : { notComputed: found }
  }
  return {
    tasks: [...missingTemplates(deal, rules, tasks), ...missingAdHoc(deal, rules, tasks)],
    fields: (gate?.filled ?? [])
      .filter((field) => isEmpty(values[field]))
      .map((id) => ({ id, name: nameIn(id, rules), ...named(id, rules), ...why(id) })),
    must: [
      ...(gate?.must === undefined
        ? []
        : unmet(gate.must, values).map((line) => ({ ...line, ...named(line.field, rules), ...why(line.field) }))),
      ...unmetMoney(rules),
    ],
  }
}

/**
 * The fields that whoever completes a task should be asked for: those the gate of its stage will want and nobody has filled
 * in, as far as people write them; and what a condition that does not hold yet waits for somebody named to write. None
 * where the deal has left the stage.
 */
export function fieldsToAsk(task: Pick<Task, 'pipeline' | 'stage'>, deal: Deal, rules: StageRules): readonly Field[] {
  if (deal.pipeline !== task.pipeline || deal.stage !== task.stage) return []
  const { gate } = rules.stage
  const wanted = (gate?.filled ?? []).flatMap((id) => rules.model.fields[id] ?? [])
  const empty = wanted.filter(({ id, formula }) => formula === undefined && isEmpty(deal.fields[id]))
  const failing = gate?.must === undefined ? [] : unmet(gate.must, gateValues(deal, rules))
  const judged = failing.flatMap(({ field }) => writtenFields(field, rules.model))
  const asked = [...empty, ...judged.filter(({ writtenBy }) => writtenBy !== undefined)]
  // What follows from payments, lines or a card is filled in there.
  return [...new Set(asked)].filter(({ id }) => followsFrom(id, deal) === undefined)
}

/** What people write so that a field holds something: itself, or for a computed one the fields it reads. */
export function writtenFields(id: string, model: Pick<StageRules['model'], 'fields'>): readonly Field[] {
  const field = model.fields[id]
  if (field === undefined) return []
  return field.formula === undefined ? [field] : (field.reads ?? []).flatMap((one) => writtenFields(one, model))
}

/** What people call a field; what is asked of a client in a role is told with the role. */
function nameIn(id: string, { model }: StageRules): string {
  const { name, of } = labelOf(id, model)
  return of === undefined || of === '' ? name : `${name} (${of})`
}

function named(id: string, { model }: StageRules): { readonly writtenBy?: readonly string[] } {
  const writtenBy = writersNamed(id, model)
  return writtenBy.length === 0 ? {} : { writtenBy }
}

/** Whether nothing is missing. */
export function isOpenGate(missing: Missing): boolean {
  return missing.tasks.length + missing.fields.length + missing.must.length === 0
}

/** What is said of a stopped move: the stage, the gate's own message, and everything that is missing. */
export function missingNamed(missing: Missing, { model, stage }: StageRules): StoppedWords {
  const message = gateMessage(missing, { stage })
  return {
    stage: stage.name,
    own: message === undefined ? '' : asSentence(message),
    tasks: missing.tasks.map((task) => task.do),
    fields: missing.fields.map((field) => ({
      ...labelOf(field.id, model),
      ...writersIn(field, model),
      ...zeroNamed(field, model),
    })),
    must: missing.must.map((line) => ({
      field: labelOf(line.field, model),
      wish: wishOf(line),
      ...(line.money === undefined ? {} : { money: line.money }),
      ...writersIn(line, model),
      ...zeroNamed(line, model),
    })),
  }
}

function writersIn(
  { writtenBy }: { readonly writtenBy?: readonly string[] },
  model: StageRules['model'],
): { writers?: Writer[] } {
  if (writtenBy === undefined) return {}
  return { writers: writtenBy.map((id) => ({ id, name: model.roles[id]?.name ?? id })) }
}

function zeroNamed({ notComputed: why }: { readonly notComputed?: NotComputed }, model: Model): { zero?: ZeroWords } {
  if (why === undefined) return {}
  return { zero: { formula: why.formula, by: why.zero.map((part) => labelOf(part, model)) } }
}

/** What a gate says of its own, unless all that its lines ask for is there and only tasks are left: it speaks of the lines. */
export function gateMessage(
  { fields, must }: Pick<Missing, 'fields' | 'must'>,
  { stage: { gate } }: Pick<StageRules, 'stage'>,
): string | undefined {
  if (gate === undefined) return undefined
  const { filled, must: condition, paid, invoiced = [], signed = [], message } = gate
  const asks = filled.length + invoiced.length + signed.length > 0 || condition !== undefined || paid !== undefined
  return asks && fields.length + must.length === 0 ? undefined : message
}

/** A text with an end to it. */
export function asSentence(text: string): string {
  const trimmed = text.trim()
  return /[.!?…:;]["”»)]?$/.test(trimmed) ? trimmed : `${trimmed}.`
}

/** What a line asks of its field, without the field: a line is kept as the file words it, `discount: at most 20%`. */
function wishOf({ field, text }: UnmetLine): string {
  return text.startsWith(`${field}: `) ? text.slice(field.length + 2) : text
}

function missingTemplates(deal: Deal, rules: StageRules, tasks: readonly Task[]): readonly MissingTask[] {
  const values = taskValues(deal, rules)
  return rules.stage.tasks
    .filter((template) => !template.optional && isWanted(template, deal, values, tasks))
    .filter((template) => seatedTask(template.id, deal, tasks)?.status !== 'done')
    .map((template) => {
      const task = seatedTask(template.id, deal, tasks)
      return {
        id: taskIdOf(deal.id, deal.visit.no, template.id),
        template: template.id,
        do: filledText(template.do, rules.facts ?? {}, rules.model.clients),
        responsible: task?.responsible ?? null,
        dueAt: task?.dueAt ?? null,
      }
    })
}

function missingAdHoc(deal: Deal, { facts = {}, model }: StageRules, tasks: readonly Task[]): readonly MissingTask[] {
  return tasks
    .filter((task) => task.template === null && task.required && task.status === 'open' && task.visit === deal.visit.no)
    .map((task) => ({
      id: task.id,
      template: null,
      do: filledText(task.do, facts, model.clients),
      responsible: task.responsible,
      dueAt: task.dueAt,
    }))
}
