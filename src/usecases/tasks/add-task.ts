import { peopleRefusal } from '#domain/people/words/people-refusal'
import { dealRefusal } from '#domain/deals/words/deal-refusal'
import { refuseTooManyTasks } from '#domain/deals/task-limit'
import { anchorOf, dueAt, givenDue, lateAtBirth } from '#domain/time/due'
import { withFirstLook } from '#domain/deals/lateness'
import { responsibleFor, type Responsible } from '#domain/people/responsible'
import { calendarOf, whyOf } from '#domain/deals/seating'
import { dateIn } from '#domain/time/zone'
import type { Ports } from '#ports/ports'
import type { AddTask } from '#schemas/commands'
import type { DueRule, Model } from '#schemas/model'
import type { Task } from '#schemas/task'
import { taskDetail } from './change-task'
import { refuseEmployee } from '#usecases/deals/change-owner'
import { expectVersion, once, type Command } from '#usecases/command'
import { commit, notBefore } from '#usecases/deals/commit'
import { openFile, type DealFile } from '#usecases/deals/deal-file'

type Needs = Pick<Ports, 'clock' | 'ids' | 'deals' | 'people' | 'rules' | 'gateFacts' | 'language'>

/**
 * Adds a task that no template brought. It has a person and a due date, like every task (fifth standard), and is cancelled
 * when the deal is closed unless `keep` was asked for.
 */
export function addTask(ports: Needs, command: Command, dealId: string, input: AddTask): Promise<Task> {
  return once(ports, command, async () => {
    const file = await openFile(ports, command.caller, dealId)
    expectVersion(file.deal, command)
    refuseTooManyTasks(file.tasks)
    const at = notBefore(ports.clock.now(), file.deal)
    const task = await newTask(ports, command, { file, input, at })
    const detail = taskDetail(task, {})
    const { deal } = file
    await commit(ports, command, {
      was: deal,
      next: deal,
      name: 'task.added',
      detail,
      at,
      tasks: [{ task }],
      answer: task,
    })
    return task
  })
}

async function newTask(
  ports: Needs,
  command: Command,
  { file, input, at }: { file: DealFile; input: AddTask; at: string },
): Promise<Task> {
  const { deal } = file
  const id = `task_${deal.id.slice('deal_'.length)}-${deal.visit.no}-${ports.ids.next('task').slice('task_'.length)}`
  const { employee, role, standsInFor, fallback } = personOf(file, input, id, at)
  const task: Task = {
    id,
    dealId: deal.id,
    rev: 1,
    template: null,
    pipeline: deal.pipeline,
    stage: deal.stage,
    visit: deal.visit.no,
    do: input.do,
    ...(input.howTo === undefined ? {} : { howTo: input.howTo }),
    required: input.required ?? false,
    status: 'open',
    responsible: employee,
    role,
    ...(standsInFor === undefined ? {} : { standsInFor }),
    ...(fallback === undefined ? {} : { fallback }),
    ...(await dateOf(ports, command, { file, input, employee, at })),
    checklist: (input.checklist ?? []).map((text) => ({ text, done: false })),
    escalate: 'late_task',
    onLeave: onLeaveOf(input, deal),
    createdAt: at,
    createdBy: command.caller.actor.id,
  }
  return withFirstLook(task, calendarOf(file.rules.model, employee, file.people).calendar)
}

/** What is added to a deal that is closed already is not called off because it is closed. */
function onLeaveOf({ keep, required }: AddTask, { status }: DealFile['deal']): Task['onLeave'] {
  if (keep === true || (status !== 'open' && status !== 'won')) return 'keep'
  return required === true ? 'cancel' : 'with_deal'
}

function personOf(
  { deal, people, rules }: DealFile,
  input: AddTask,
  id: string,
  at: string,
): Responsible & { readonly role: string } {
  if (input.responsible !== undefined) {
    refuseEmployee(people, input.responsible)
    return { employee: input.responsible, role: '' }
  }
  const role = input.by ?? 'owner'
  const { roles, fields } = rules.model
  const named = Object.values(fields).flatMap(({ id, type }) => (type === 'person' ? [`field.${id}`] : []))
  const isKnown = ['owner', 'owner_manager', ...named].includes(role) || roles[role] !== undefined
  if (!isKnown) {
    const known = ['owner', 'owner_manager', ...Object.keys(roles), ...named]
    throw peopleRefusal('employee_unknown.role', { role, known })
  }
  const on = dateIn(rules.model.calendar.timezone, at)
  return { role, ...responsibleFor(role, { owner: deal.owner, seed: id, on, org: people, fields: deal.fields }) }
}

async function dateOf(
  ports: Needs,
  command: Command,
  { file, input, employee, at }: { file: DealFile; input: AddTask; employee: string; at: string },
): Promise<Pick<Task, 'datedAt' | 'dueAt' | 'dueWhy' | 'lateAtBirth'>> {
  const { deal, rules, people } = file
  const { name, calendar } = calendarOf(rules.model, employee, people)
  if (input.dueAt !== undefined) {
    const by = command.caller.actor.id
    const why = { rule: 'set by hand', anchor: 'person' as const, anchorValue: null, calendar: name, skipped: [], by }
    return { ...givenDue(input.dueAt, at), dueWhy: { ...why, configVersion: rules.configVersion } }
  }
  const rule = await ruleOf(ports, command, input.due, rules.model)
  const due = dueAt(rule, { start: at, tasks: {}, events: deal.happened, fields: deal.fields }, calendar)
  const date = due.dueAt === null ? { dueAt: null, lateAtBirth: false } : lateAtBirth(due.dueAt, at)
  return { ...date, dueWhy: whyOf(due, name, rules.configVersion) }
}

async function ruleOf({ language }: Needs, command: Command, text: string | undefined, model: Model): Promise<DueRule> {
  if (text === undefined) {
    throw dealRefusal('field_value.due_missing')
  }
  const read = await language.parseDue(text, model, command.language)
  if (!('due' in read)) throw dealRefusal('field_value.due', { fault: read.fault })
  if (anchorOf(read.due).kind === 'task') {
    throw dealRefusal('field_value.due_waits', { text })
  }
  return read.due
}
