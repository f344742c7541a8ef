import { dealSaying } from '#domain/deals/words/deal-refusal'
import { refuseTooManyTasks } from '#domain/deals/task-limit'
import { holds } from '#domain/formula/condition'
import { dueAt, lateAtBirth } from '#domain/time/due'
import { withFirstLook } from '#domain/deals/lateness'
import { calendarOf, personOf, whyOf } from '#domain/deals/seating'
import { valuesOf } from '#domain/rules/stage-rules'
import type { Ports } from '#ports/ports'
import type { Deal } from '#schemas/deal'
import type { AutomationAction } from '#schemas/model'
import type { Saying } from '#schemas/saying'
import type { Task } from '#schemas/task'
import { commandOf, idOf, type AutomaticRun } from '#usecases/deals/automatic-run'
import { taskDetail } from './change-task'
import { once } from '#usecases/command'
import { commit, notBefore } from '#usecases/deals/commit'
import { openFile, type DealFile } from '#usecases/deals/deal-file'

type Needs = Pick<Ports, 'clock' | 'deals' | 'people' | 'rules' | 'gateFacts'>
type Template = Extract<AutomationAction, { kind: 'add_task' }>['template']

/** The stay a rule's task belongs to. */
export type Place = Pick<Deal, 'stage' | 'status'> & { readonly visit: number }

/** What is asked of a deal: the task of a rule, in the stay in which the rule was set off or to which it moved the deal. */
export type RuleTask = { readonly no: number; readonly template: Template; readonly place: Place }

/**
 * Adds the task of a rule to a deal, once: its id follows from the event, the rule and the action. It is due from the time
 * of the event. Answers why there was nothing to add.
 */
export async function addRuleTask(ports: Needs, run: AutomaticRun, ask: RuleTask): Promise<Saying | undefined> {
  const command = commandOf(run, ask.no)
  const file = await openFile(ports, command.caller, run.state.id)
  const { template } = ask
  const id = `task_${file.deal.id.slice('deal_'.length)}-${ask.place.visit}-${idOf(run, ask.no)}`
  if (file.tasks.some((task) => task.id === id)) return dealSaying('rule_task_added')
  const { deal, tasks } = file
  const values = { ...run.facts, ...valuesOf(run.state, run.rules.model) }
  if (template.when !== undefined && !holds(template.when, values)) {
    return dealSaying('rule_task_unwanted')
  }
  const isDoneBefore = tasks.some(
    (task) => task.createdBy === run.rule.id && task.do === template.do && task.status === 'done',
  )
  if (template.onReturn === 'once' && isDoneBefore) return dealSaying('rule_task_once')
  refuseTooManyTasks(tasks)
  await once(ports, command, async () => {
    const at = notBefore(ports.clock.now(), deal)
    const task = newTask(run, file, { ...ask, id, at })
    const detail = taskDetail(task, {})
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
  return undefined
}

function newTask(
  run: AutomaticRun,
  { deal, people, newest }: DealFile,
  { id, template, place, at }: RuleTask & { readonly id: string; readonly at: string },
): Task {
  const { model } = newest
  const person = personOf(template, id, { deal, rules: { model }, org: people, at })
  const { name, calendar } = calendarOf(model, person.responsible, people)
  const anchors = { start: run.event.at, tasks: {}, events: deal.happened, fields: valuesOf(deal, model) }
  const due = dueAt(template.due, anchors, calendar)
  const date = due.dueAt === null ? { dueAt: null, lateAtBirth: false } : lateAtBirth(due.dueAt, at)
  const isRunning = place.status === 'open' || place.status === 'won'
  const task: Task = {
    id,
    dealId: deal.id,
    rev: 1,
    template: null,
    pipeline: deal.pipeline,
    stage: place.stage,
    visit: place.visit,
    do: template.do,
    ...(template.howTo === undefined ? {} : { howTo: template.howTo }),
    required: !template.optional && isRunning,
    status: 'open',
    ...person,
    ...(template.mayAlso === undefined ? {} : { mayAlso: [...template.mayAlso] }),
    ...date,
    dueWhy: whyOf(due, name, run.rules.version),
    checklist: template.checklist.map((text) => ({ text, done: false })),
    escalate: template.escalate,
    // What is asked for after a deal has ended is not called off because it has ended.
    onLeave: isRunning ? template.onLeave : 'keep',
    ...(template.doneWhen === undefined ? {} : { closesWhen: template.doneWhen }),
    createdAt: at,
    createdBy: run.rule.id,
  }
  return withFirstLook(task, calendar)
}
