import { randomOf, type Random } from '#demo/random'
import { taskIdOf } from '#domain/kernel/task-id'
import type { DealRecord } from '#reports/domain/deal-facts'
import type { Deal } from '#schemas/deal'
import type { DomainEvent } from '#schemas/event'
import type { Model, Pipeline } from '#schemas/model'
import type { Task } from '#schemas/task'
import { sellers } from './company'

const DAY_MS = 86_400_000
const sources = ['website', 'call', 'referral', 'repeat'] as const

/** Over which time deals come in: two years up to `now`. */
export type Span = { readonly now: string; readonly days: number }

type Life = {
  readonly random: Random
  readonly pipeline: Pipeline
  readonly events: DomainEvent[]
  readonly tasks: Task[]
  readonly deal: Deal
  at: number
}

/** A made-up deal with the events and tasks of its life: some ten events, as the commands would have written them. */
export function aMadeUpRecord(model: Model, no: number, { now, days }: Span): DealRecord {
  const random = randomOf(`bench ${no}`)
  const pipelines = Object.values(model.pipelines)
  const pipeline = pipelines[no % pipelines.length] as Pipeline
  const created = Date.parse(now) - Math.floor((random.whole(0, days * 1000) / 1000) * DAY_MS)
  const life: Life = {
    random,
    pipeline,
    events: [],
    tasks: [],
    deal: born(no, pipeline, random, iso(created)),
    at: created,
  }
  const end = random.whole(0, 99)
  const last = end < 45 ? pipeline.stages.length : random.whole(0, pipeline.stages.length - 2)
  note(life, 'deal.created')
  let deal = { ...life.deal, version: 1 }
  for (let index = 0; index < last; index += 1) {
    const wait = random.whole(1, 6) * DAY_MS + random.whole(0, DAY_MS)
    if (life.at + wait > Date.parse(now)) return recordOf(life, deal)
    deal = doTask(life, deal, wait)
    deal = move(life, deal, index + 1)
  }
  if (end >= 45 && end < 92) deal = lose(life, deal)
  return recordOf(life, deal)
}

function born(no: number, pipeline: Pipeline, random: Random, at: string): Deal {
  return {
    id: `deal_${String(no).padStart(8, '0')}`,
    version: 1,
    title: `Machines for office ${no}`,
    pipeline: pipeline.id,
    stage: pipeline.stages[0]?.id ?? '',
    status: 'open',
    visit: { no: 1, enteredAt: at, configVersion: 1 },
    owner: sellers[random.whole(0, sellers.length - 1)] ?? '',
    client: { name: `Client ${no % 9000}` },
    currency: 'RUB',
    fields: {
      amount: random.whole(10, 900) * 1_000_00,
      source: sources[no % sources.length] ?? 'call',
      expected_close: iso(Date.parse(at) + 40 * DAY_MS).slice(0, 10),
    },
    happened: {},
    createdAt: at,
    createdBy: 'bench',
    updatedAt: at,
    firstReplyDueAt: iso(Date.parse(at) + 3_600_000),
    firstReply: {
      at: iso(Date.parse(at) + 600_000),
      by: 'seller_1',
      workingSeconds: random.whole(30, 4000),
      wallSeconds: 600,
      isInTime: true,
    },
  }
}

/** The task of the stage: appears on entering it, is done at the end of the wait. */
function doTask(life: Life, deal: Deal, wait: number): Deal {
  const task = aTask(life, deal)
  life.at += Math.floor(wait * 0.9)
  const at = iso(life.at)
  const isLate = (task.dueAt ?? at) < at
  const done = { ...task, status: 'done', doneAt: at, doneBy: deal.owner, rev: 2 } as const
  life.tasks.push(isLate && task.dueAt !== null ? { ...done, firstMissedDueAt: task.dueAt } : done)
  return after(life, deal, 'task.done', {})
}

function aTask(life: Life, deal: Deal): Task {
  const template = life.pipeline.stages.find(({ id }) => id === deal.stage)?.tasks[0]?.id ?? 'call'
  return {
    id: taskIdOf(deal.id, deal.visit.no, template),
    dealId: deal.id,
    rev: 1,
    template,
    pipeline: deal.pipeline,
    stage: deal.stage,
    visit: deal.visit.no,
    do: 'Do it',
    required: true,
    status: 'open',
    responsible: deal.owner,
    role: 'owner',
    dueAt: iso(life.at + 4 * DAY_MS),
    dueWhy: { rule: '4 days', anchor: 'start', anchorValue: null, calendar: 'company', configVersion: 1, skipped: [] },
    lateAtBirth: false,
    checklist: [],
    escalate: 'late_task',
    onLeave: 'cancel',
    createdAt: iso(life.at),
    createdBy: 'system',
  }
}

function move(life: Life, deal: Deal, to: number): Deal {
  const { stages, wonAfter } = life.pipeline
  life.at += 600_000
  const at = iso(life.at)
  const isWon = deal.stage === wonAfter
  const stage = stages[to]?.id
  const status = stage === undefined ? 'completed' : isWon ? 'won' : deal.status
  const won = isWon ? wonBooks(deal, at, life.pipeline) : deal.won
  const visit = stage === undefined ? deal.visit : { no: deal.visit.no + 1, enteredAt: at, configVersion: 1 }
  const became = isWon ? { became: 'won' as const } : stage === undefined ? { became: 'completed' as const } : {}
  const from = {
    stage: deal.stage,
    visit: deal.visit.no,
    status: deal.status,
    pipeline: deal.pipeline,
    owner: deal.owner,
  }
  return after(life, deal, 'deal.moved', {
    change: {
      status,
      visit,
      ...(stage === undefined ? { closed: { at } } : { stage }),
      ...(won === undefined ? {} : { won }),
    },
    detail: { from, ...became },
  })
}

function wonBooks(deal: Deal, at: string, pipeline: Pipeline): NonNullable<Deal['won']> {
  const amountMinor = Number(deal.fields['amount'])
  const { owner, currency } = deal
  const axes = { ...pipeline.axes }
  const money = { amountMinor, currency, rate: '1', baseMinor: amountMinor }
  return { at, month: at.slice(0, 7), ...money, owner, department: 'sales', pipeline: pipeline.id, axes }
}

function lose(life: Life, deal: Deal): Deal {
  life.at += life.random.whole(1, 5) * DAY_MS
  const at = iso(life.at)
  const reason = life.random.whole(0, 1) === 0 ? 'price' : 'no_answer'
  return after(life, deal, 'deal.lost', { change: { status: 'lost', closed: { at, reason } }, detail: { reason } })
}

type After = { readonly change?: Partial<Deal>; readonly detail?: Partial<DomainEvent['detail']> }

function after(life: Life, deal: Deal, name: DomainEvent['name'], { change = {}, detail = {} }: After): Deal {
  const next: Deal = { ...deal, ...change, version: deal.version + 1, updatedAt: iso(life.at) }
  note(life, name, next, detail)
  return next
}

function note(
  life: Life,
  name: DomainEvent['name'],
  deal = life.deal,
  detail: Partial<DomainEvent['detail']> = {},
): void {
  const { id, version, status, pipeline, stage, visit, owner } = deal
  life.events.push({
    id: `${id}:${version}`,
    name,
    schemaVersion: 1,
    at: iso(life.at),
    actor: { kind: 'employee', id: owner },
    configVersion: 1,
    correlationId: 'cor_bench',
    causationId: null,
    detail: {
      dealId: id,
      deal: { status, pipeline, stage, visit: visit.no, owner, amountMinor: Number(deal.fields['amount']) },
      ...detail,
    },
  })
}

/** What is under way has the task of its stage open. */
function recordOf(life: Life, deal: Deal): DealRecord {
  const isRunning = deal.status === 'open' || deal.status === 'won'
  return { deal, events: life.events, tasks: isRunning ? [...life.tasks, aTask(life, deal)] : life.tasks }
}

const iso = (ms: number): string => new Date(ms).toISOString()
