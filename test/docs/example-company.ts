import { dueAt } from '#domain/time/due'
import type { LiveFacts } from '#release/domain/live-facts'
import { taskIdOf } from '#domain/kernel/task-id'
import type { DealCard } from '#schemas/deal'
import type { Model, Pipeline, Stage, TaskTemplate } from '#schemas/model'
import type { Employee } from '#schemas/people'
import type { Task } from '#schemas/task'

/** The version the company works by. */
export const inForce = 41

const now = '2026-12-28T09:00:00.000Z'
const enteredAt = '2026-12-25T09:00:00.000Z'

/** A small company: two open deals in every stage of every direction, each with its tasks, and somebody in every role. */
export function exampleCompany(model: Model): LiveFacts {
  const places = Object.values(model.pipelines).flatMap((pipeline) =>
    pipeline.stages.flatMap((stage) => [1, 2].map((no) => ({ pipeline, stage, no }))),
  )
  const deals = places.map(({ pipeline, stage, no }) => aDeal(pipeline, stage, no))
  const tasks = places.flatMap(({ pipeline, stage, no }) =>
    stage.tasks
      .filter((task) => !('anchor' in task.due) || task.due.anchor.kind !== 'event')
      .map((task) => aTask(model, aDeal(pipeline, stage, no), task)),
  )
  const employees = Object.keys(model.roles).map((role) => anEmployee(role))
  return {
    at: now,
    deals,
    tasks,
    org: { employees: Object.fromEntries(employees.map((one) => [one.id, one])), departments: {} },
    holding: {},
    models: new Map([[inForce, model]]),
  }
}

function aDeal(pipeline: Pipeline, stage: Stage, no: number): DealCard {
  const isWon = pipeline.stages.findIndex(({ id }) => id === pipeline.wonAfter) < pipeline.stages.indexOf(stage)
  return {
    id: `deal_${pipeline.id}_${stage.id}_${no}`,
    version: 3,
    title: `${stage.name} ${no}`,
    pipeline: pipeline.id,
    stage: stage.id,
    status: isWon ? 'won' : 'open',
    visit: { no: 1, enteredAt, configVersion: inForce },
    owner: 'emp_owner',
    currency: 'RUB',
    fields: {},
    happened: {},
    createdAt: enteredAt,
    createdBy: 'emp_owner',
    updatedAt: enteredAt,
  }
}

function aTask(model: Model, deal: DealCard, template: TaskTemplate): Task {
  const due = dueAt(template.due, { start: enteredAt, tasks: {}, events: {}, fields: {} }, model.calendar)
  return {
    id: taskIdOf(deal.id, 1, template.id),
    dealId: deal.id,
    rev: 1,
    template: template.id,
    pipeline: deal.pipeline,
    stage: deal.stage,
    visit: 1,
    do: template.do,
    required: !template.optional,
    status: 'open',
    responsible: 'emp_owner',
    role: template.by,
    dueAt: due.dueAt,
    dueWhy: {
      rule: template.due.text,
      anchor: due.why.anchor.kind,
      anchorValue: due.why.anchor.value,
      calendar: 'company',
      configVersion: inForce,
      skipped: [...due.why.skipped],
    },
    lateAtBirth: false,
    checklist: [],
    escalate: template.escalate,
    onLeave: template.onLeave,
    createdAt: enteredAt,
    createdBy: 'system',
  }
}

function anEmployee(role: string): Employee {
  return { id: `emp_${role}`, name: role, department: null, roles: [role], active: true }
}
