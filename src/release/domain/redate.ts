import { anchorOf, dueAt } from '#domain/time/due'
import { dateIn } from '#domain/time/zone'
import { withFirstLook } from '#domain/deals/lateness'
import type { Org } from '#domain/people/responsible'
import { calendarOf, whyOf } from '#domain/deals/seating'
import type { DueRule, Model } from '#schemas/model'
import type { Task } from '#schemas/task'
import { changedDays } from '#domain/rules/rule-words'

type Scene = {
  /** The rules that are being published. */
  readonly after: Model
  readonly at: string
  readonly org: Org
  /** The rules by which tasks got their dates. */
  readonly models: ReadonlyMap<number, Model>
}

/**
 * An open task as a changed calendar dates it anew; undefined where it does not: no changed day lies on its way, a person
 * has set its date, or it would have been late already. Nobody becomes late by it: what would be past is due as before.
 */
export function redatedByCalendar(task: Task, { after, at, org, models }: Scene): Task | undefined {
  const before = models.get(task.dueWhy.configVersion)
  if (task.status !== 'open' || task.dueAt === null || task.dueAt <= at || before === undefined) return undefined
  const rule = ruleOf(task, before)
  const { anchorValue } = task.dueWhy
  if (rule === undefined || anchorValue === null || task.dueWhy.by !== undefined) return undefined
  const { name, calendar } = calendarOf(after, task.responsible, org)
  const was = calendarOf(before, task.responsible, org).calendar
  if (!isOnTheWay(changedDays(was, calendar), { from: anchorValue, to: task.dueAt, zone: calendar.timezone }))
    return undefined
  const due = dueAt(rule, anchorsOf(rule, anchorValue), calendar)
  if (due.dueAt === null || due.dueAt === task.dueAt || due.dueAt <= at) return undefined
  const { look: _look, ...rest } = task
  const dated = { ...rest, dueAt: due.dueAt, dueWhy: whyOf(due, name, task.dueWhy.configVersion) }
  return withFirstLook(dated, calendar)
}

/** A changed day counts when it lies between what the date is counted from and the date, both of them included. */
function isOnTheWay(days: readonly string[], { from, to, zone }: { from: string; to: string; zone: string }): boolean {
  const dayIn = (value: string) => (value.length === 10 ? value : dateIn(zone, value))
  const [first, last] = [dayIn(from), dayIn(to)].toSorted()
  return days.some((day) => first !== undefined && last !== undefined && first <= day && day <= last)
}

function ruleOf(task: Task, { pipelines }: Model): DueRule | undefined {
  const { template, dueWhy } = task
  if (template === null) return undefined
  // A task remembers its rule by the text: a template that says otherwise by now did not date it.
  const all = Object.values(pipelines).flatMap(({ stages }) => stages.flatMap(({ tasks }) => tasks))
  return all.find(({ id, due }) => id === template && due.text === dueWhy.rule)?.due
}

function anchorsOf(rule: DueRule, value: string) {
  const anchor = anchorOf(rule)
  const one = (kind: string, name: string) => (anchor.kind === kind ? { [name]: value } : {})
  return {
    start: value,
    tasks: anchor.kind === 'task' ? one('task', anchor.task) : {},
    events: anchor.kind === 'event' ? one('event', anchor.event) : {},
    fields: anchor.kind === 'field' ? one('field', anchor.field) : {},
  }
}
