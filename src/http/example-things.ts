import type { RuleView } from '#schemas/automation'
import type { Deal, DealCard } from '#schemas/deal'
import type { DomainEvent } from '#schemas/event'
import type { Department, Employee } from '#schemas/people'
import type { Task } from '#schemas/task'
import type { DealView, PipelineView, RulesView } from '#schemas/views'

/** Things of one small story, shown in the description of the interface. */
export const dealId = 'deal_01KAQ4B6Y2M3T9J8V5C7D1E0FG'
export const taskId = 'task_01KAQ4B6Y2M3T9J8V5C7D1E0FG-2-send_offer'
const at = '2026-11-23T09:00:00.000Z'

export const anna: Employee = {
  id: 'anna.petrova',
  name: 'Anna Petrova',
  department: 'b2b',
  roles: ['manager'],
  active: true,
}

export const b2b: Department = { id: 'b2b', name: 'Corporate sales', parent: 'sales', head: 'oleg.smirnov' }

export const card: DealCard = {
  id: dealId,
  version: 7,
  title: 'Coffee machines for Aurora',
  pipeline: 'b2b_new',
  stage: 'general_offer',
  status: 'open',
  visit: { no: 2, enteredAt: at, configVersion: 3 },
  owner: anna.id,
  currency: 'RUB',
  fields: { amount: 45_000_000, source: 'site' },
  happened: {},
  createdAt: '2026-11-20T08:12:00.000Z',
  createdBy: anna.id,
  updatedAt: at,
}

export const deal: Deal = {
  ...card,
  client: { name: 'Aurora', phone: '+7 912 555-01-02', email: 'buy@aurora.example' },
}

export const reply: NonNullable<Deal['firstReply']> = {
  at: '2026-11-20T08:40:00.000Z',
  by: anna.id,
  workingSeconds: 1680,
  wallSeconds: 1680,
  isInTime: true,
  channel: 'phone',
}

export const task: Task = {
  id: taskId,
  dealId,
  rev: 1,
  template: 'send_offer',
  pipeline: 'b2b_new',
  stage: 'general_offer',
  visit: 2,
  do: 'Send the general offer',
  required: true,
  status: 'open',
  responsible: anna.id,
  role: 'owner',
  dueAt: '2026-11-24T15:00:00.000Z',
  dueWhy: {
    rule: '1 working day',
    anchor: 'start',
    anchorValue: at,
    calendar: 'company',
    configVersion: 3,
    skipped: [],
  },
  lateAtBirth: false,
  checklist: [{ text: 'Prices are of this week', done: false }],
  escalate: 'late_task',
  onLeave: 'cancel',
  createdAt: at,
  createdBy: 'b2b_new.general_offer',
}

export const doneTask: Task = { ...task, rev: 2, status: 'done', doneAt: at, doneBy: anna.id }

export const moved: DomainEvent = {
  id: `${dealId}:7`,
  name: 'deal.moved',
  schemaVersion: 1,
  at,
  actor: { kind: 'employee', id: anna.id },
  configVersion: 3,
  correlationId: 'call-42',
  causationId: null,
  detail: {
    dealId,
    deal: {
      status: 'open',
      pipeline: 'b2b_new',
      stage: 'general_offer',
      visit: 2,
      owner: anna.id,
      amountMinor: 45_000_000,
      currency: 'RUB',
    },
    from: { stage: 'presentation', visit: 1, status: 'open', pipeline: 'b2b_new', owner: anna.id },
  },
}

export const view: DealView = {
  deal,
  tag: '7.1',
  gate: {
    next: 'feedback',
    open: false,
    missing: {
      tasks: [
        { id: taskId, template: 'send_offer', do: task.do, responsible: anna.id, dueAt: '2026-11-24T15:00:00.000Z' },
      ],
      fields: [],
      must: [],
    },
    configVersion: 3,
    mayOverride: 'head_of_sales',
  },
}

export const pipeline: PipelineView = {
  id: 'b2b_new',
  name: 'B2B, new clients',
  axes: { audience: 'b2b' },
  wonAfter: 'payment',
  maySkip: [],
  stages: [
    {
      id: 'general_offer',
      name: 'General offer',
      goal: 'The client has a price to talk about',
      tasks: [
        { id: 'send_offer', do: task.do, by: 'owner', due: '1 working day', optional: false, checklist: [], line: 88 },
      ],
      gate: { filled: ['amount'] },
      line: 80,
    },
  ],
}

export const rules: RulesView = {
  version: 3,
  text: 'version: 1\n',
  hash: '5e2f0c1d',
  author: 'maria.orlova',
  note: 'The general offer is due in one working day',
  at,
}

export const rule: RuleView = {
  id: 'paid_in_full',
  on: 'payment_received',
  actions: ['complete_task check_payment', 'move_to delivery', 'notify logistics'],
  line: 316,
}
