import Type from 'typebox'

import { Deal, DealCard } from './deal'
import { DomainEvent } from './event'
import { Department, Employee } from './people'
import { reaches, rightKinds, type Reach, type RightKind } from './people-names'
import { instant, line, nullable, shape, words } from './shape'
import { Task } from './task'

/** One task a gate waits for. */
export const MissingTask = shape('MissingTask', {
  id: Type.String(),
  template: nullable(Type.String({ description: 'Null for an ad-hoc task' })),
  do: Type.String(),
  responsible: nullable(Type.String({ description: 'Null while the task has not appeared yet' })),
  dueAt: nullable(instant('When it is due')),
})

/** A task, and what completing it should ask for. */
export const TaskView = shape('TaskView', {
  task: Task,
  asks: Type.Array(Type.String(), {
    description: 'Fields the gate of its stage still waits for and the caller may write',
  }),
})

const writtenBy = {
  writtenBy: Type.Optional(
    Type.Array(Type.String(), {
      description: 'Who alone writes it, or what it is computed from: owner, owner_manager or role ids',
    }),
  ),
}

const notComputed = {
  notComputed: Type.Optional(
    shape(
      'NotComputed',
      {
        formula: Type.String({
          description: 'The formula, as the analyst wrote it',
          examples: ['paid / amount * 100'],
        }),
        zero: Type.Array(Type.String(), { description: 'What it divides by that is 0', examples: [['amount']] }),
      },
      'Why a computed field is empty although everything it reads is filled in',
    ),
  ),
}

/** Everything that is missing to leave a stage forward. */
export type MissingView = Type.Static<typeof MissingView>
export const MissingView = shape('MissingView', {
  tasks: Type.Array(MissingTask),
  fields: Type.Array(shape('MissingField', { id: Type.String(), name: Type.String(), ...writtenBy, ...notComputed })),
  must: Type.Array(
    shape('UnmetLine', {
      field: Type.String(),
      text: Type.String({ description: 'What the field must be, as the analyst wrote it' }),
      ...writtenBy,
      ...notComputed,
    }),
  ),
})

/** Whether a deal may go on, and what keeps it. */
export type GateView = Type.Static<typeof GateView>
export const GateView = shape('GateView', {
  next: nullable(
    Type.String({ description: 'The stage that follows; completed after the last; null for a closed deal' }),
  ),
  open: Type.Boolean({ description: 'Nothing is missing' }),
  missing: MissingView,
  configVersion: Type.Integer({ description: 'Version of the rules that judge this visit' }),
  mayOverride: nullable(Type.String({ description: 'Role that may pass with a reason' })),
})

/** A deal with what it takes to go on. */
export type DealView = Type.Static<typeof DealView>
export const DealView = shape('DealView', {
  deal: Deal,
  tag: Type.String({ description: 'Version and state of its tasks: the ETag of this view', examples: ['7.12'] }),
  gate: GateView,
})

export const DealPage = shape('DealPage', { items: Type.Array(DealCard) })
export const TaskPage = shape('TaskPage', { items: Type.Array(Task) })
export const EventPage = shape('EventPage', { items: Type.Array(DomainEvent) })
export const EmployeeList = shape('EmployeeList', { items: Type.Array(Employee) })
export const DepartmentList = shape('DepartmentList', { items: Type.Array(Department) })

/** Amounts of one currency; amounts of two are never added up. */
export type CurrencySum = Type.Static<typeof CurrencySum>
export const CurrencySum = shape('CurrencySum', {
  currency: Type.String({ description: 'ISO 4217' }),
  minor: Type.Integer({ description: 'Minor units of the currency' }),
})

/** One column of a board. */
export type BoardColumn = Type.Static<typeof BoardColumn>
export const BoardColumn = shape('BoardColumn', {
  stage: Type.String(),
  name: Type.String(),
  count: Type.Integer({ description: 'Deals in the stage that the caller may see' }),
  sums: Type.Array(CurrencySum, { description: 'Their amounts, each currency by itself; without currencies of 0' }),
  sumMinor: Type.Integer({
    description: 'Their amounts in minor units of company currency, at the rates of today',
  }),
  noRate: Type.Array(Type.String(), {
    description: 'Currencies without a rate: amounts in them are in `sums`, and not in `sumMinor`',
  }),
})

/** A board: the columns of a direction in order. */
export type Board = Type.Static<typeof Board>
export const Board = shape('Board', { pipeline: Type.String(), name: Type.String(), columns: Type.Array(BoardColumn) })

/** A task a stage opens, in the words of the file. */
export const TemplateView = shape('TemplateView', {
  id: Type.String(),
  do: Type.String(),
  by: Type.String({ description: 'owner, owner_manager or a role id' }),
  due: Type.String({ description: 'As the analyst wrote it' }),
  optional: Type.Boolean(),
  howTo: Type.Optional(Type.String()),
  when: Type.Optional(Type.String({ description: 'Only when this holds' })),
  doneWhen: Type.Optional(Type.String({ description: 'What closes it by itself', examples: ['contract issued'] })),
  checklist: Type.Array(Type.String()),
  line: Type.Integer({ description: 'Line of pipelines.yaml' }),
})

/** A stage as one direction runs it. */
export type StageView = Type.Static<typeof StageView>
export const StageView = shape('StageView', {
  id: Type.String(),
  name: Type.String(),
  goal: Type.Optional(Type.String()),
  howTo: Type.Optional(Type.String()),
  chance: Type.Optional(Type.Number({ description: 'Probability of winning in percent' })),
  maxAge: Type.Optional(Type.String()),
  maxIdle: Type.Optional(Type.String({ description: 'How long nobody may do anything with a deal' })),
  tasks: Type.Array(TemplateView),
  gate: Type.Optional(
    shape('GateRule', {
      filled: Type.Array(Type.String()),
      must: Type.Optional(Type.String()),
      paid: Type.Optional(Type.Number({ description: 'Which part of what was invoiced must be paid, in percent' })),
      invoiced: Type.Optional(Type.Array(Type.String(), { description: 'Kinds of invoices that must be issued' })),
      signed: Type.Optional(Type.Array(Type.String(), { description: 'Kinds of documents that must be signed' })),
      mayOverride: Type.Optional(Type.String()),
      message: Type.Optional(Type.String()),
    }),
  ),
  make: Type.Optional(
    Type.Array(
      shape('MadeByStage', {
        paper: Type.String({ description: 'Kind of document or invoice' }),
        after: Type.Optional(Type.String({ description: 'The event after which; on entry where absent' })),
      }),
      { description: 'What the stage makes by itself' },
    ),
  ),
  line: Type.Integer(),
})

/** A direction as it is sold today. */
export type PipelineView = Type.Static<typeof PipelineView>
export const PipelineView = shape('PipelineView', {
  id: Type.String(),
  name: Type.String(),
  axes: Type.Record(Type.String(), Type.String()),
  wonAfter: Type.String({ description: 'The deal is won when it leaves this stage forward' }),
  maySkip: Type.Array(Type.String()),
  stages: Type.Array(StageView),
})

export const PipelineList = shape('PipelineList', {
  configVersion: Type.Integer(),
  items: Type.Array(PipelineView),
  outcomes: shape('Outcomes', {
    lost: Type.Record(Type.String(), Type.String(), { description: 'Reasons for losing by id' }),
    cancelled: Type.Record(Type.String(), Type.String(), { description: 'Reasons for cancelling by id' }),
  }),
  events: Type.Record(Type.String(), Type.String(), { description: 'Events that may be posted, by id' }),
})
export type PipelineList = Type.Static<typeof PipelineList>

/** The caller, as Norma knows them. */
export type Me = Type.Static<typeof Me>
export const Me = shape('Me', {
  employee: Employee,
  reach: Type.Unsafe<Readonly<Record<RightKind, Reach>>>({
    type: 'object',
    title: 'ReachOfRights',
    additionalProperties: false,
    required: [...rightKinds],
    properties: Object.fromEntries(rightKinds.map((right) => [right, words(reaches)])),
  }),
  leads: Type.Array(Type.String(), { description: 'Departments the caller is the head of' }),
})

/** The rules in force, or an earlier version of them. */
export type RulesView = Type.Static<typeof RulesView>
export const RulesView = shape('RulesView', {
  version: Type.Integer({ minimum: 1 }),
  text: Type.String({ description: 'pipelines.yaml' }),
  hash: Type.String(),
  author: Type.String(),
  note: Type.String(),
  at: instant('When it was published'),
})

/** Company-wide settings. */
export type SettingsView = Type.Static<typeof SettingsView>
export const SettingsView = shape('SettingsView', {
  currency: Type.String({ pattern: '^[A-Z]{3}$', description: 'Company currency, ISO 4217', examples: ['RUB'] }),
  rates: Type.Record(
    Type.String({ pattern: '^[A-Z]{3}$' }),
    Type.String({ pattern: '^\\d{1,12}(\\.\\d{1,10})?$', description: 'Units of company currency for one unit' }),
    { maxProperties: 200, description: 'Rates by currency, decimals as text' },
  ),
})

/** What an employee is, without the id: that is in the address. */
export type SaveEmployee = Type.Static<typeof SaveEmployee>
export const SaveEmployee = Type.Omit(Employee, ['id'], { title: 'SaveEmployee', additionalProperties: false })

/** What a department is, without the id: that is in the address. */
export type SaveDepartment = Type.Static<typeof SaveDepartment>
export const SaveDepartment = Type.Omit(Department, ['id'], { title: 'SaveDepartment', additionalProperties: false })

/** Says that the product runs. */
export const Health = shape('Health', { status: Type.Literal('ok'), at: instant('The product’s own clock') })

const lag = {
  waiting: Type.Integer({ minimum: 0, description: 'How much waits' }),
  behindSeconds: Type.Integer({ minimum: 0, description: 'How long the oldest of it has been waiting' }),
}

/** How the product runs: the store, and what follows from everything that is written. */
export type Readiness = Type.Static<typeof Readiness>
export const Readiness = shape('Readiness', {
  status: words(['ready', 'behind'], { description: 'Behind: something has waited for more than a minute' }),
  at: instant('The product’s own clock'),
  storeMilliseconds: Type.Number({ minimum: 0, description: 'How long the store took to answer' }),
  backstage: nullable(
    shape('BackstageStand', {
      stream: shape('StreamStand', lag),
      queues: Type.Array(
        shape('QueueStand', {
          consumer: Type.String(),
          ...lag,
          deadLetters: Type.Integer({ minimum: 0, description: 'What could not be handled and was put aside' }),
        }),
      ),
      schedules: Type.Array(
        shape('ScheduleStand', { name: Type.String(), lastRunAt: instant('When it ran last, or since when it waits') }),
      ),
    }),
  ),
})

/** The description of this interface. */
export const OpenApi = Type.Object(
  { openapi: Type.String(), info: Type.Object({ title: Type.String(), version: Type.String() }) },
  { title: 'OpenApi', additionalProperties: true },
)

/** Asks for everything open of one person to go to another. */
export type HandOver = Type.Static<typeof HandOver>
export const HandOver = shape('HandOver', {
  to: line({ maxLength: 64, description: 'Employee who takes it over', examples: ['ivan.kotov'] }),
  reason: Type.Optional(line({ maxLength: 500 })),
  dryRun: Type.Optional(Type.Boolean({ description: 'Only say what would go' })),
})

/** What went to the other person, or would go. */
export type HandedOver = Type.Static<typeof HandedOver>
export const HandedOver = shape('HandedOver', {
  from: Type.String(),
  to: Type.String(),
  dryRun: Type.Boolean(),
  deals: Type.Array(Type.String(), { description: 'Ids of deals, each with the open tasks of its owner' }),
  tasks: Type.Array(Type.String(), { description: 'Ids of tasks of other people’s deals' }),
  failed: Type.Array(shape('NotHandedOver', { id: Type.String(), code: Type.String(), detail: Type.String() })),
  more: Type.Boolean({ description: 'There is more than goes at once: ask again' }),
})
