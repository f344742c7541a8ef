import { placeName } from '#domain/rules/former-names'
import type { Child } from 'hono/jsx'

import { lateBefore } from '#domain/deals/lateness'
import { reaches } from '#domain/kernel/access'
import type { Model } from '#schemas/model'
import type { Task } from '#schemas/task'
import { askedOf } from '#usecases/tasks/read-task-work'
import type { DayTask } from '#usecases/tasks/read-workday'

import { dueSentences } from '#pages/deals/due-why.tsx'
import { clientAddress, dealAddress, reachAddress } from '#pages/links.tsx'
import type { PageAsk } from '#pages/page.tsx'
import { taskWorkTexts } from './texts/task-work'
import { TaskReasons } from './task-reasons'

/** A list of tasks under one heading; nothing where there are none. */
export function DayTasks(parts: {
  readonly ask: PageAsk
  readonly model: Model
  readonly id: string
  readonly title: string
  readonly tasks: readonly DayTask[]
  readonly tone?: 'bad' | 'accent'
}) {
  const { ask, model, id, tasks } = parts
  const isLate = id === 'overdue'
  const payments = tasks.filter(({ task }) => task.owes?.kind === 'match')
  const isMany = payments.length > fewPayments
  const own = isMany ? tasks.filter((one) => !payments.includes(one)) : tasks
  const lines = [
    ...(isMany ? [<PaymentsLine ask={ask} id={id} tasks={payments} isLate={isLate} />] : []),
    ...own.map((one) => <TaskLine ask={ask} model={model} one={one} isLate={isLate} />),
  ]
  return (
    <TaskSection {...parts} count={tasks.length} rest={lines.slice(mostOpen)}>
      {lines.slice(0, mostOpen)}
    </TaskSection>
  )
}

/** A statement may bring hundreds of payments: more than so many are one line, which leads to them all. */
const fewPayments = 3

type PaymentTasks = {
  readonly ask: PageAsk
  readonly id: string
  readonly tasks: readonly DayTask[]
  readonly isLate: boolean
}

function PaymentsLine({ ask, id, tasks, isLate }: PaymentTasks) {
  const t = taskWorkTexts[ask.language]
  const dueAt = tasks.flatMap(({ task }) => task.dueAt ?? []).toSorted()[0]
  return (
    <li class="task" id={`${id}-payments`} tabindex={0}>
      <span class="does">{t.payments(ask.format.number(tasks.length))}</span>
      <span class={`when small ${isLate ? 'bad' : 'quiet'}`}>
        {dueAt === undefined ? '' : ask.format.due(dueAt)}
        {isLate && dueAt !== undefined ? ` · ${t.late} ${ask.format.span(dueAt, ask.now)}` : ''}
      </span>
      <p class="more row">
        <a href="/app/payments" data-open>
          {t.openPayments}
        </a>
      </p>
    </li>
  )
}

/** A list that is longer is folded: the rest of the day is not pushed out of sight. */
const mostOpen = 12

/** Lines of tasks under a heading that says how many there are; nothing where there are none. */
export function TaskSection({
  ask,
  id,
  title,
  count,
  tone,
  beside,
  rest = [],
  children,
}: {
  readonly ask: PageAsk
  readonly id: string
  readonly title: string
  readonly count: number
  readonly tone?: 'bad' | 'accent'
  /** What stands behind the heading. */
  readonly beside?: Child
  /** What is shown when it is asked for. */
  readonly rest?: readonly Child[]
  readonly children: Child
}) {
  if (count === 0) return null
  return (
    <section aria-labelledby={`${id}-title`}>
      <header class="section-head">
        <h2 id={`${id}-title`}>{title}</h2>
        <span class={`badge ${tone ?? ''}`}>{ask.format.number(count)}</span>
        {beside}
      </header>
      <ul class="tasks">{children}</ul>
      {rest.length === 0 ? null : (
        <details class="rest" id={`${id}-rest`}>
          <summary>{taskWorkTexts[ask.language].rest(ask.format.number(rest.length))}</summary>
          <ul class="tasks">{[...rest]}</ul>
        </details>
      )}
    </section>
  )
}

function TaskLine({ ask, model, one, isLate }: { ask: PageAsk; model: Model; one: DayTask; isLate: boolean }) {
  const { task, deal } = one
  const t = taskWorkTexts[ask.language]
  const stage = placeName(model, task) ?? task.stage
  const nameOf = (id: string) => ask.people.employees[id]?.name ?? id
  const left = task.checklist.filter(({ done }) => !done).length
  return (
    <li
      class="task"
      id={task.id}
      tabindex={0}
      data-task={isTicked(task) ? task.id : undefined}
      data-asks={asks(ask, one, model) ? '' : undefined}
    >
      {isTicked(task) ? (
        <button type="button" class="tick" aria-label={`${t.complete}: ${task.do}`} title={t.complete} data-complete>
          ✓
        </button>
      ) : null}
      <span class="does">{task.do}</span>
      <span class={`when small ${isLate ? 'bad' : 'quiet'}`}>
        {task.dueAt === null ? '' : ask.format.due(task.dueAt)}
        {isLate && task.dueAt !== null ? ` · ${t.late} ${ask.format.span(task.dueAt, ask.now)}` : ''}
      </span>
      <p class="more row">
        <Owed ask={ask} one={one} />
        {one.client === undefined ? null : <a href={`${clientAddress(one.client.id)}#requests`}>{one.client.name}</a>}
        {task.dealId === '' ? null : (
          <a href={dealAddress(task.dealId)} data-open>
            {deal?.title ?? task.dealId}
          </a>
        )}
        {stage === '' ? null : <span>{stage}</span>}
        {deal?.client.name === undefined ? null : <span>{deal.client.name}</span>}
        {task.required ? <span class="badge accent">{t.required}</span> : null}
        {task.checklist.length === 0 ? null : (
          <span class="badge">
            {t.checklist} {ask.format.number(task.checklist.length - left)}/{ask.format.number(task.checklist.length)}
          </span>
        )}
        <LateBefore ask={ask} task={task} />
        {task.standsInFor === undefined ? null : (
          <span class="badge">
            {t.given} {nameOf(task.standsInFor)}
          </span>
        )}
      </p>
      <TaskReasons ask={ask} reasons={task.reasons} />
      <Why ask={ask} model={model} one={one} nameOf={nameOf} />
    </li>
  )
}

/** Whether a task is done by saying so: what is owed is done by talking, what a client asks by what answers it. */
function isTicked({ owes, subject }: Task): boolean {
  return owes === undefined && subject?.kind !== 'request'
}

/** Whose the task was when its date was missed, where that is not whoever has it. */
export function LateBefore({ ask, task }: { readonly ask: PageAsk; readonly task: Task }) {
  const by = lateBefore(task)
  if (by === undefined) return null
  return <span class="badge">{taskWorkTexts[ask.language].lateBefore(ask.people.employees[by]?.name ?? by)}</span>
}

/** What somebody was late with and another has now: to be seen, and not theirs to do. */
export function HandedOn({ ask, tasks, isOwn = false }: { ask: PageAsk; tasks: readonly DayTask[]; isOwn?: boolean }) {
  const t = taskWorkTexts[ask.language]
  const nameOf = (id: string) => ask.people.employees[id]?.name ?? id
  return (
    <TaskSection ask={ask} id="handed-on" title={t.handedOn} count={tasks.length}>
      {isOwn ? <li class="task-note quiet small">{t.handedOnWhy}</li> : null}
      {tasks.map(({ task, deal }) => (
        <li class="task quiet" id={task.id}>
          <span class="does">{task.do}</span>
          <span class="when small quiet">{task.missed === undefined ? '' : ask.format.due(task.missed.dueAt)}</span>
          <p class="more row">
            {deal === undefined || !reaches(ask.caller, 'deals_read', deal.owner, ask.people) ? (
              <span>{deal?.title ?? task.dealId}</span>
            ) : (
              <a href={dealAddress(deal.id)}>{deal.title}</a>
            )}
            <span>{t.hasItNow(nameOf(task.missed?.by ?? ''), nameOf(task.responsible))}</span>
          </p>
        </li>
      ))}
    </TaskSection>
  )
}

type WhyProps = {
  readonly ask: PageAsk
  readonly model: Model
  readonly one: DayTask
  readonly nameOf: (id: string) => string
}

/** Where the due date comes from, and how the task is done. */
function Why({ ask, model, one: { task }, nameOf }: WhyProps) {
  const t = taskWorkTexts[ask.language]
  return (
    <details>
      <summary>{t.why}</summary>
      <div class="why">
        {dueSentences(task, { ...ask, model, nameOf }).map((sentence) => (
          <p>{sentence}</p>
        ))}
        {task.howTo === undefined ? null : (
          <p>
            <strong>{t.howTo}:</strong> {task.howTo}
          </p>
        )}
      </div>
    </details>
  )
}

/** Where the payment stands that a task is about. */
export function paymentOf({ owes, subject }: DayTask['task']): string | undefined {
  return owes === undefined || subject?.kind !== 'payment'
    ? undefined
    : `/app/payments#${encodeURIComponent(owes.because)}`
}

/** Whom to reach, and how often they have tried: what is owed is done by talking, and by nothing else. */
function Owed({ ask, one: { task, contact } }: { readonly ask: PageAsk; readonly one: DayTask }) {
  if (task.owes === undefined) return null
  const t = taskWorkTexts[ask.language]
  const { times, lastAt } = task.owes
  if (paymentOf(task) !== undefined) return <a href={paymentOf(task)}>{t.openPayment}</a>
  return (
    <>
      {contact === undefined ? null : <a href={reachAddress(contact)}>{contact}</a>}
      <span>{t.owed(times, ask.format.moment(lastAt))}</span>
    </>
  )
}

/** Whether completing the task is a moment to ask for something: an open checklist, or fields the gate wants. */
function asks(ask: PageAsk, { task, deal }: DayTask, model: Model): boolean {
  if (task.checklist.some(({ done }) => !done)) return true
  const pipeline = model.pipelines[task.pipeline]
  const stage = pipeline?.stages.find(({ id }) => id === task.stage)
  if (!task.required || deal === undefined || pipeline === undefined || stage === undefined) return false
  const rules = { configVersion: deal.visit.configVersion, model, pipeline, stage }
  return askedOf(ask, task, { deal, rules, now: ask.now }).asks.length > 0
}
