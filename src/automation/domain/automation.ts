import { noteId } from '#domain/kernel/event-id'
import { holds } from '#domain/formula/condition'
import { factsIn, valuesOf } from '#domain/rules/stage-rules'
import type { Deal, FieldValue } from '#schemas/deal'
import type { DomainEvent } from '#schemas/event'
import type { AutomationAction, AutomationRule, Model } from '#schemas/model'

/** How many automatic steps may lead from what a person did: rules that set each other off stop here. */
export const mostDepth = 8

/** The rules that wait for such an event, in the order of the file; whether their `when` holds is not asked yet. */
export function rulesOn(event: DomainEvent, model: Model): readonly AutomationRule[] {
  // Imported history happened elsewhere and long ago: nobody is called back for it today.
  if (event.actor.kind === 'import') return []
  return model.automation.filter((rule) => isAwaited(rule, event, model))
}

/** What rules ask of a deal’s clients, in their own conditions and in those of the tasks they add. */
export function factsOfRules(rules: readonly AutomationRule[]): readonly string[] {
  const asked = rules.flatMap(({ when, actions }) => [
    ...factsIn(when),
    ...actions.flatMap((action) => (action.kind === 'add_task' ? factsIn(action.template.when) : [])),
  ])
  return [...new Set(asked)]
}

/**
 * Whether a rule that waits for the event is meant by it: the deal is, right after the event, as its `when` says. `facts` is
 * what is asked of its clients, as they are now.
 */
export function isMeant(
  rule: AutomationRule,
  event: DomainEvent,
  { deal, model, facts = {} }: { deal: Deal; model: Model; facts?: Readonly<Record<string, FieldValue>> },
): boolean {
  const own = valuesOf(deal, model)
  const values = Object.keys(facts).length === 0 ? own : { ...facts, ...own }
  if (rule.when !== undefined && !holds(rule.when, values)) return false
  const field = rule.field ?? ''
  if (rule.on !== 'field_changed' || model.fields[field]?.formula === undefined) return true
  const before = valuesOf({ ...deal, fields: fieldsBefore(deal.fields, event) }, model)
  return before[field] !== values[field]
}

/** The id of the note about the run of a rule after an event: there can be one only. */
export function runId(event: string, rule: string): string {
  return noteId(event, `auto~${rule}`)
}

/** Where a rule stands in its file, as people say it. */
export function placeOfRule(rule: Pick<AutomationRule, 'id' | 'origin'>, configVersion: number): string {
  return `rule “${rule.id}”, line ${rule.origin.line} of version ${configVersion}`
}

/**
 * The event among those a rule caused that is what an action does: whoever finds it need not act again. What it sets is as
 * the deal has it, sums in minor units of its currency.
 */
export function traceOf(action: AutomationAction, caused: readonly DomainEvent[]): DomainEvent | undefined {
  return caused.find((event) => isTrace(action, event))
}

function isAwaited(rule: AutomationRule, event: DomainEvent, model: Model): boolean {
  const { name, detail } = event
  switch (rule.on) {
    case 'deal_created':
      return name === 'deal.created'
    case 'stage_entered':
      return hasEntered(event) && (rule.stage ?? detail.deal.stage) === detail.deal.stage
    case 'field_changed':
      return mayHaveChanged(rule.field ?? '', event, model)
    case 'task_done':
      return doneTasks(event).some((template) => rule.task === undefined || rule.task === template)
    case 'deal_won':
      return detail.became === 'won'
    case 'deal_lost':
      return name === 'deal.lost'
    case 'deal_cancelled':
      return name === 'deal.cancelled'
    default:
      return name === 'deal.event_posted' && detail.event === rule.on
  }
}

/** A new visit has begun: a new deal, a move that did not leave the last stage, a reopened deal. */
function hasEntered({ name, detail }: DomainEvent): boolean {
  if (name === 'deal.created') return true
  return detail.from !== undefined && detail.from.visit !== detail.deal.visit
}

/** A computed field may have changed with any field; whether it did is seen when the deal is looked at. */
function mayHaveChanged(field: string, { detail }: DomainEvent, model: Model): boolean {
  const changed = Object.keys(detail.changes ?? {})
  return changed.includes(field) || (changed.length > 0 && model.fields[field]?.formula !== undefined)
}

/** The templates of the tasks an event says are done, alone or together with a move; null for one without. */
function doneTasks({ name, detail }: DomainEvent): readonly (string | null)[] {
  const alone = name === 'task.done' && detail.task !== undefined ? [detail.task.template] : []
  return [...alone, ...(detail.completed ?? []).map((id) => id.replace(/^task_[^-]+-\d+-/, ''))]
}

function fieldsBefore(fields: Deal['fields'], { detail }: DomainEvent): Record<string, FieldValue> {
  const were = Object.entries(detail.changes ?? {}).map(([id, [was]]) => [id, was ?? null])
  return { ...fields, ...Object.fromEntries(were) }
}

function isTrace(action: AutomationAction, { name, detail }: DomainEvent): boolean {
  switch (action.kind) {
    case 'set':
      return (
        name === 'deal.updated' &&
        Object.entries(detail.changes ?? {}).every(([id, [, now]]) => action.fields[id] === now)
      )
    case 'complete_task':
      return name === 'task.done' && detail.task?.template === action.task
    case 'move_to':
      return (
        name === 'deal.moved' && (detail.deal.status === 'completed' ? 'completed' : detail.deal.stage) === action.stage
      )
    case 'add_task':
    case 'notify':
    case 'send':
      return false
  }
}
