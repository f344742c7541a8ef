import { createHash } from 'node:crypto'

import type { DomainEvent } from '#schemas/event'

/**
 * A second opinion on what time has to bring about by the rules of `time-lives.ts`: a list of facts about a deal and plain
 * arithmetic on the hours 06:00-15:00 UTC of Monday to Friday. It shares no code with the product.
 */
const hour = 3_600_000
const day = 24 * hour
const opens = 6 * hour
const closes = 15 * hour

type Owed = {
  readonly id: string
  readonly visit: number
  readonly isKept: boolean
  due: number
  isBornLate: boolean
  role: 'owner' | ''
  responsible: string
  status: 'open' | 'done' | 'cancelled'
  /** The due date whose miss was noted last, and the steps taken or let go since. */
  missed?: number
  readonly steps: Set<number>
}

/** What is known of one deal, and what had to be written about it so far. */
export type Account = {
  readonly id: string
  stage: string
  status: string
  visit: number
  owner: string
  replyDue?: number
  isAnswered: boolean
  isBig: boolean
  clockVisit: number
  readonly entered: Map<number, number>
  readonly tasks: Map<string, Owed>
  readonly ran: Set<string>
  readonly notes: Set<string>
  /** What a clock that was set for an earlier visit may find of this one, before the event of the move has come. */
  readonly early: Set<string>
}

type Template = { readonly id: string; readonly by: string; readonly isKept: boolean; due: (from: number) => number }

const stageTasks: Readonly<Record<string, readonly Template[]>> = {
  contact: [
    { id: 'call', by: 'owner', isKept: false, due: (from) => workingHours(from, 4) },
    { id: 'note_down', by: 'owner', isKept: true, due: (from) => (dayNo(from) + 1) * day + closes },
  ],
  offer: [
    { id: 'send', by: 'owner', isKept: false, due: (from) => workingHours(from, 2) },
    { id: 'check', by: 'lena', isKept: false, due: (from) => workingDays(from, 1) },
  ],
  close: [{ id: 'paper', by: 'owner', isKept: false, due: (from) => workingDays(from, 1) }],
}
const longest: Readonly<Record<string, number>> = { contact: 2, offer: 1 }
const managers: Readonly<Record<string, string>> = { anna: 'boris', andrew: 'boris', fedor: 'boris', cyril: 'clara' }
const ladder = [
  (since: number) => since,
  (since: number) => workingHours(since, 2),
  (since: number) => workingDays(since, 1),
]
const stuckLadder = [(since: number) => since, (since: number) => since, (since: number) => workingDays(since, 1)]

/** An account of a deal of which nothing is known yet. */
export function anAccount(id: string): Account {
  return {
    id,
    stage: '',
    status: 'open',
    visit: 1,
    owner: '',
    isAnswered: false,
    isBig: false,
    clockVisit: 0,
    entered: new Map(),
    tasks: new Map(),
    ran: new Set(),
    notes: new Set(),
    early: new Set(),
  }
}

/** Takes down what somebody did to the deal; what the product does by itself is foretold, not taken down. */
export function takeDown(account: Account, event: DomainEvent): void {
  const { actor, detail, name } = event
  if (actor.kind !== 'employee') return
  const at = Date.parse(event.at)
  const task = account.tasks.get(detail.task?.id ?? '')
  if (name === 'deal.created' && detail.deal.pipeline === 'trade') account.replyDue = workingHours(at, 2)
  if (!account.entered.has(detail.deal.visit)) account.entered.set(detail.deal.visit, at)
  Object.assign(account, { stage: detail.deal.stage, status: detail.deal.status, owner: detail.deal.owner })
  account.visit = detail.deal.visit
  for (const id of detail.completed ?? []) finish(account, id)
  if (name === 'deal.replied' || name === 'task.done' || detail.completed !== undefined) account.isAnswered = true
  if (task === undefined) return
  if (name === 'task.done') task.status = 'done'
  if (name === 'task.reassigned') Object.assign(task, { responsible: detail.task?.responsible, role: '' })
  if (name === 'task.rescheduled') {
    Object.assign(task, { due: Date.parse(detail.task?.dueAt ?? ''), isBornLate: false })
    task.steps.clear()
  }
  if (name === 'task.reopened') {
    task.status = 'open'
    for (const [no, step] of ladder.entries()) if (step(lateFrom(task)) < at) letGo(task, no + 1)
  }
}

/** The consumer that opens tasks has come to an event. */
export function openTasks(account: Account, event: DomainEvent): void {
  const { deal } = event.detail
  const isOver = deal.visit < account.visit || (isRunning(deal.status) && !isRunning(account.status))
  if (isOver && isRunning(deal.status)) open(account, event, deal)
  if (isRunning(account.status)) open(account, event, account)
  for (const task of account.tasks.values()) {
    if (task.status !== 'open') continue
    if (!isAsked(account, task)) task.status = 'cancelled'
    else if (task.role === 'owner') task.responsible = account.owner
  }
}

/** The consumer that sets the deal's clock has come to an event. */
export function setClock(account: Account): void {
  account.clockVisit = account.visit
}

/** The consumer that runs the rules has come to an event, at that time. */
export function runRules(account: Account, event: DomainEvent, now: number): void {
  const { name, detail, id } = event
  const runs = (rule: string, isMeant: boolean) => {
    if (!isMeant || account.ran.has(`${rule} ${id}`)) return false
    account.ran.add(`${rule} ${id}`)
    return true
  }
  const isPosted = name === 'deal.event_posted'
  if (runs('signed', isPosted && detail.event === 'contract_signed' && detail.deal.stage === 'contact')) {
    signed(account, id, now)
  }
  if (runs('paid', isPosted && detail.event === 'payment_received')) {
    const due = { due: workingDays(Date.parse(event.at), 1), visit: detail.deal.visit, isKept: true }
    const suffix = createHash('sha256').update(`${id}#paid#0`).digest('hex').slice(0, 24)
    account.notes.add(`run paid ${id} done`).add(`added ${id}`)
    owe(account, { ...due, suffix: `0auto${suffix}`, by: 'owner' }, now)
  }
  const amount = detail.changes?.['amount']?.[1]
  if (runs('big', typeof amount === 'number' && amount > 1000_00)) {
    account.notes.add(`run big ${id} done`)
    if (!account.isBig) account.notes.add(`set ${id}`)
    account.isBig = true
  }
}

/** The rule does the call, as far as there is one to do, and moves the deal on. */
function signed(account: Account, eventId: string, now: number): void {
  const { notes, stage, status, visit } = account
  const id = `task_${account.id.slice('deal_'.length)}-${visit}-call`
  const call = account.tasks.get(id)?.status
  const isToDo = isRunning(status) ? call !== 'done' : call === 'open'
  if (stage === 'contact' && isToDo) {
    finish(account, id)
    notes.add(`done ${eventId}`)
  }
  notes.add(`run signed ${eventId} ${stage !== 'contact' || isRunning(status) ? 'done' : 'stopped'}`)
  if (stage !== 'contact' || !isRunning(status)) return
  notes.add(`moved ${eventId}`)
  Object.assign(account, { stage: 'offer', visit: visit + 1 })
  account.entered.set(visit + 1, now)
}

/** A sweep has looked at everything that is due. */
export function sweep(account: Account, at: number): void {
  for (const task of account.tasks.values()) {
    if (task.status !== 'open' || !isAsked(account, task) || lateFrom(task) >= at) continue
    const what = `${task.id} ${new Date(task.due).toISOString()}`
    if (task.missed !== task.due) {
      task.missed = task.due
      account.notes.add(`overdue ${what}`)
    }
    for (const [no, step] of ladder.entries()) {
      if (task.steps.has(no + 1) || step(lateFrom(task)) >= at) continue
      task.steps.add(no + 1)
      account.notes.add(`escalated ${what} ${no + 1}`)
      const manager = managers[account.owner] ?? ''
      if (no + 1 < ladder.length || task.responsible === manager) continue
      Object.assign(task, { responsible: manager, role: '' })
      account.notes.add(`given ${what} ${manager}`)
    }
  }
  if (!isRunning(account.status) || account.clockVisit === 0) return
  sweepClock(account, at, account.clockVisit === account.visit ? account.notes : account.early)
}

/** What has to be written about the deal by now, and which of its tasks are open, for whom and until when. */
export function foretold({ notes, tasks }: Account): readonly string[] {
  const left = [...tasks.values()].filter(({ status }) => status === 'open')
  const lines = left.map(({ id, due, responsible }) => `open ${id} ${new Date(due).toISOString()} ${responsible}`)
  return [...notes, ...lines].toSorted()
}

function sweepClock(account: Account, at: number, notes: Set<string>): void {
  const { replyDue, visit } = account
  if (replyDue !== undefined && !account.isAnswered && replyDue < at) notes.add('reply late')
  const days = longest[account.stage]
  if (days === undefined) return
  const since = workingDays(account.entered.get(visit) ?? 0, days)
  for (const [no, step] of stuckLadder.entries()) if (step(since) < at) notes.add(`stuck ${visit} ${no}`)
}

function open(account: Account, event: DomainEvent, at: { readonly stage: string; readonly visit: number }): void {
  for (const { id, by, isKept, due } of stageTasks[at.stage] ?? []) {
    const from = account.entered.get(at.visit) ?? 0
    owe(account, { suffix: id, by, isKept, visit: at.visit, due: due(from) }, Date.parse(event.at))
  }
}

type Asked = Pick<Owed, 'due' | 'visit' | 'isKept'> & { readonly suffix: string; readonly by: string }

function owe(account: Account, { suffix, by, due, visit, isKept }: Asked, born: number): void {
  const id = `task_${account.id.slice('deal_'.length)}-${visit}-${suffix}`
  if (account.tasks.has(id)) return
  const isBornLate = due < born
  const [role, responsible] = by === 'owner' ? (['owner', account.owner] as const) : (['', by] as const)
  const rest = { role, responsible, status: 'open', steps: new Set<number>() } as const
  account.tasks.set(id, { id, visit, isKept, due: isBornLate ? born : due, isBornLate, ...rest })
}

/** A move may bring along tasks that nobody has opened yet. */
function finish(account: Account, id: string): void {
  const task = account.tasks.get(id)
  if (task !== undefined) task.status = 'done'
  const nobody = {
    due: 0,
    isBornLate: false,
    role: '',
    responsible: '',
    isKept: false,
    steps: new Set<number>(),
  } as const
  if (task === undefined) account.tasks.set(id, { id, visit: Number(id.split('-')[1]), status: 'done', ...nobody })
}

/** A miss that was noted is not noted again, and steps whose time went by meanwhile are not taken after the fact. */
function letGo(task: Owed, no: number): void {
  if (task.missed === task.due) task.steps.add(no)
}

function lateFrom({ due, isBornLate }: Owed): number {
  if (!isBornLate) return due
  const close = isOpenDay(dayNo(due)) ? dayNo(due) * day + closes : 0
  return close > due ? close : workingDays(due, 1)
}

function isAsked({ visit, status }: Account, task: Owed): boolean {
  return task.isKept || (task.visit === visit && isRunning(status))
}

function isRunning(status: string): boolean {
  return status === 'open' || status === 'won'
}

function workingHours(from: number, hours: number): number {
  let left = hours * hour
  for (let no = dayNo(from); ; no += 1) {
    const begin = Math.max(from, no * day + opens)
    const room = isOpenDay(no) ? Math.max(0, no * day + closes - begin) : 0
    if (left <= room) return begin + left
    left -= room
  }
}

function workingDays(from: number, days: number): number {
  let no = dayNo(from)
  for (let left = days; left > 0; left -= isOpenDay(no) ? 1 : 0) no += 1
  return no * day + closes
}

/** The day in Moscow, counted from 1970 as if it began at midnight UTC: opening hours lie within both. */
function dayNo(instant: number): number {
  return Math.floor((instant + 3 * hour) / day)
}

function isOpenDay(no: number): boolean {
  // The first day of 1970 was a Thursday.
  const weekday = (no + 4) % 7
  return weekday >= 1 && weekday <= 5
}
