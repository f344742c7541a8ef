import type {
  AutomationRule,
  Condition,
  Model,
  NewDealLine,
  PaperFact,
  Pipeline,
  Stage,
  TaskTemplate,
  Test,
} from '#schemas/model'
import { isOfClock } from '#domain/formula/condition'
import { personFieldOf } from '#domain/people/person-field'

/** How somebody gets past a stage alone: `by` is what of the file helps where it is another’s word; undefined where they do not. */
export type Way = { readonly stage: Stage; readonly by?: string }

/** Somebody who sells: `owner`, and perhaps a role; `usual` are the roles that deals of the direction usually go to. */
export type Hands = { readonly names: readonly string[]; readonly usual: readonly string[] }

/** A file as this asks of it: what somebody else’s word may be opened by, found by what it opens. */
export type Company = {
  readonly model: Model
  /** The lines of `new_deals` of each direction, and every role that deals are given to for a reason. */
  readonly lines: ReadonlyMap<string, readonly NewDealLine[]>
  readonly sellers: ReadonlySet<string>
  /** The rules that write a field or do a task, and whoever issues the paper that a field keeps. */
  readonly writing: ReadonlyMap<string, readonly AutomationRule[]>
  readonly doing: ReadonlyMap<string, readonly AutomationRule[]>
  readonly keeping: ReadonlyMap<string, readonly string[]>
}

/** Reads a model once for all its directions. */
export function companyOf(model: Model): Company {
  const pairs = model.automation.flatMap((rule) => rule.actions.map((action) => ({ rule, action })))
  return {
    model,
    lines: grouped(model.newDeals.map((line) => [line.pipeline, line])),
    sellers: new Set(model.newDeals.flatMap((line) => (line.when === undefined ? [] : rolesGiven(line)))),
    writing: grouped(
      pairs.flatMap(({ rule, action }) =>
        action.kind === 'set' ? Object.keys(action.fields).map((id): [string, AutomationRule] => [id, rule]) : [],
      ),
    ),
    doing: grouped(pairs.flatMap(({ rule, action }) => (action.kind === 'complete_task' ? [[action.task, rule]] : []))),
    keeping: grouped(
      Object.values(model.documents ?? {}).flatMap(({ keepIn, by }) => (keepIn === undefined ? [] : [[keepIn, by]])),
    ),
  }
}

/** Whom a line of `new_deals` gives deals to. */
export function rolesGiven({ giveTo, otherwise }: NewDealLine): readonly string[] {
  return otherwise === undefined ? [giveTo] : [giveTo, otherwise]
}

function grouped<T>(pairs: readonly (readonly [string, T])[]): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>()
  for (const [key, value] of pairs) {
    const known = groups.get(key)
    if (known === undefined) groups.set(key, [value])
    else known.push(value)
  }
  return groups
}

/** What one pair of hands can bring about in a direction, with all that the file does for them by itself. */
type Reach = Hands &
  Company & {
    readonly pipeline: Pipeline
    /** What is being asked already: what would need itself comes of nothing. */
    readonly asking: ReadonlySet<string>
  }

/**
 * The way by which somebody wins a deal of a direction alone, stage by stage; undefined where there is none. Stages that may
 * be skipped need not be passed; a gate that whoever usually sells here may override is passed with a reason.
 */
export function wayAlone(company: Company, pipeline: Pipeline, hands: Hands): readonly Way[] | undefined {
  const reach: Reach = { ...company, ...hands, pipeline, asking: new Set() }
  const last = pipeline.stages.findIndex(({ id }) => id === pipeline.wonAfter)
  const ways: Way[] = []
  let isAnyPassed = false
  for (const stage of pipeline.stages.slice(0, last + 1)) {
    const way = wayPast(stage, reach)
    if (way === undefined && !pipeline.maySkip.includes(stage.id)) return undefined
    if (way !== undefined) isAnyPassed = true
    ways.push(way ?? { stage, by: `may_skip: ${stage.id}` })
  }
  // A deal stands somewhere before it is won: one stage at least must be left.
  return isAnyPassed ? ways : undefined
}

/** Whether one of these rules can be set off by them; `what` is what it would bring about. */
function anySetOff(rules: readonly AutomationRule[], what: string, reach: Reach): boolean {
  if (rules.length === 0 || reach.asking.has(what)) return false
  const asking = { ...reach, asking: new Set([...reach.asking, what]) }
  return rules.some((rule) => setsOff(rule, asking))
}

/**
 * Whether they can make a rule run: what sets it off is their own doing, and they see to its condition. What is declared under
 * `events` is told by others, the bank or a program: whoever marks it by hand is on record with it.
 */
function setsOff({ on, field, task, when }: AutomationRule, reach: Reach): boolean {
  if (when !== undefined && !meets(when, reach)) return false
  if (on === 'field_changed') return field !== undefined && writes(field, reach)
  if (on === 'task_done') return task === undefined || templatesCalled(task, reach).some((one) => does(one, reach))
  return on === 'deal_created' || on === 'stage_entered'
}

function templatesCalled(id: string, { pipeline }: Reach): readonly TaskTemplate[] {
  return pipeline.stages.flatMap(({ tasks }) => tasks.filter((task) => task.id === id))
}

/** How they pass a stage: with their own tasks and fields alone, by what the file does for them, or not at all. */
function wayPast(stage: Stage, reach: Reach): Way | undefined {
  const { gate } = stage
  const helped: string[] = []
  const isDone = stage.tasks
    .filter(({ optional, when }) => !optional && when === undefined)
    .every((task) => {
      if (isTheirs([task.by, ...(task.mayAlso ?? [])], reach)) return true
      const help = helpWith(task, reach)
      if (help !== undefined) helped.push(help)
      return help !== undefined
    })
  const isFilled = gate === undefined || (gate.filled.every((id) => writes(id, reach)) && meetsGate(gate, reach))
  if (isDone && isFilled) return { stage, ...(helped[0] === undefined ? {} : { by: helped[0] }) }
  const { mayOverride } = gate ?? {}
  return mayOverride !== undefined && reach.names.includes(mayOverride) && reach.usual.includes(mayOverride)
    ? { stage, by: `may_override: ${mayOverride}` }
    : undefined
}

function meetsGate({ must, paid, invoiced = [], signed = [] }: NonNullable<Stage['gate']>, reach: Reach): boolean {
  const { bank, invoices, documents } = reach.model
  return (
    (must === undefined || meets(must, reach)) &&
    (paid === undefined || isTheirs([bank?.by ?? 'owner_manager'], reach)) &&
    invoiced.every((kind) => isTheirs([invoices?.[kind]?.by ?? ''], reach)) &&
    // What is issued is marked as signed by whoever may change the deal.
    signed.every((kind) => isTheirs([documents?.[kind]?.by ?? ''], reach))
  )
}

function does(task: TaskTemplate, reach: Reach): boolean {
  return isTheirs([task.by, ...(task.mayAlso ?? [])], reach) || helpWith(task, reach) !== undefined
}

/** What of the file gives them somebody else’s task, or does it for them. */
function helpWith({ id, by, escalate, doneWhen }: TaskTemplate, reach: Reach): string | undefined {
  const field = personFieldOf(by)
  if (field !== undefined && writes(field, reach)) return `by: ${by}`
  const step = reach.model.escalations[escalate]?.find(
    ({ giveTo }) => giveTo !== undefined && isTheirs([giveTo], reach),
  )
  if (step?.giveTo !== undefined) return `give_to: ${step.giveTo}`
  if (anySetOff(reach.doing.get(id) ?? [], `task ${id}`, reach)) return `complete_task: ${id}`
  return doneWhen !== undefined && brings(doneWhen, reach) ? 'done_when' : undefined
}

/** Whether they do to a paper what closes a task. */
function brings({ paper, fact }: PaperFact, reach: Reach): boolean {
  const { bank, documents, invoices } = reach.model
  if (fact === 'paid') return isTheirs([bank?.by ?? 'owner_manager'], reach)
  if (fact === 'made') return true
  return isTheirs([documents?.[paper]?.by ?? invoices?.[paper]?.by ?? ''], reach)
}

/** Whether they bring a field to hold something: they write it, what it reads, or the paper that is kept in it. */
function writes(id: string, reach: Reach): boolean {
  const field = reach.model.fields[id]
  if (field === undefined) return true
  if (field.formula !== undefined) return (field.reads ?? []).every((one) => writes(one, reach))
  if (field.writtenBy === undefined || isTheirs(field.writtenBy, reach)) return true
  if (isTheirs(reach.keeping.get(id) ?? [], reach)) return true
  return anySetOff(reach.writing.get(id) ?? [], `field ${id}`, reach)
}

/** Whether they bring a condition to hold: every line of it, and one of its alternatives. */
function meets({ all, any }: Condition, reach: Reach): boolean {
  return all.every((line) => meetsLine(line, reach)) && (any?.some((one) => meets(one, reach)) ?? true)
}

function meetsLine(line: Test, reach: Reach): boolean {
  if (line.field === 'pipeline' && (line.op === 'is' || line.op === 'not'))
    return line.values.includes(reach.pipeline.id) === (line.op === 'is')
  // What nobody has written yet is empty, and is not this or that.
  if (line.op === 'empty' || line.op === 'not') return true
  const other = 'than' in line && !isOfClock(line.than) ? line.than : undefined
  return writes(line.field, reach) && (other === undefined || writes(other, reach))
}

function isTheirs(names: readonly string[], { names: own }: Reach): boolean {
  return names.some((name) => own.includes(name))
}
