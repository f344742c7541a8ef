import { doneFor } from '#domain/deals/done-for'
import type { Model } from '#schemas/model'
import type { Task } from '#schemas/task'
import { ownPart } from '#usecases/deals/own-part'
import type { DealPageFile } from '#usecases/deals/read-deal-page'

import { dueSentences } from './due-why'
import type { PageAsk } from '#pages/page.tsx'
import { dealTexts } from './texts/deal'
import { LateBefore } from '#pages/tasks/day-tasks.tsx'
import { taskWorkTexts } from '#pages/tasks/texts/task-work'

type Parts = { readonly ask: PageAsk; readonly file: DealPageFile }

/** The tasks of a deal: open ones to act on, done ones to look up. */
export function DealTasks({ ask, file }: Parts) {
  const t = dealTexts[ask.language]
  const open = file.tasks
    .filter(({ status }) => status === 'open')
    .toSorted((a, b) => ((a.dueAt ?? '~') < (b.dueAt ?? '~') ? -1 : 1))
  const closed = file.tasks
    .filter(({ status }) => status !== 'open')
    .toSorted((a, b) => (closedAt(a) > closedAt(b) ? -1 : 1))
  const isUnderWay = file.deal.status === 'open' || file.deal.status === 'won'
  return (
    <section aria-labelledby="tasks-title" id="tasks">
      <header class="section-head">
        <h2 id="tasks-title">{t.tasks}</h2>
        <span class="badge">{ask.format.number(open.length)}</span>
        <span class="grow" />
        {file.mayEdit && isUnderWay ? (
          <button type="button" class="link" data-add-task data-piece={`/app/pieces/deal/${file.deal.id}/task`}>
            {t.addTask}
          </button>
        ) : null}
      </header>
      {open.length === 0 ? (
        <p class="empty">{t.noTasks}</p>
      ) : (
        <ul class="tasks">
          {open.map((task) => (
            <OpenTask ask={ask} file={file} task={task} />
          ))}
        </ul>
      )}
      {closed.length === 0 ? null : (
        <details class="card closed" id="closed-tasks">
          <summary>{t.doneTasks(ask.format.number(closed.length))}</summary>
          <ul class="linked">
            {closed.map((task) => (
              <ClosedTask ask={ask} file={file} task={task} />
            ))}
          </ul>
        </details>
      )}
    </section>
  )
}

type Line = Parts & { readonly task: Task }

function OpenTask({ ask, file, task }: Line) {
  const t = taskWorkTexts[ask.language]
  const nameOf = (id: string) => ask.people.employees[id]?.name ?? id
  const isLate = task.dueAt !== null && task.dueAt < ask.now
  const mayDo = ownPart(ask, file).mayDo(task)
  return (
    <li class="task" id={task.id}>
      {mayDo ? (
        <button
          type="button"
          class="tick"
          aria-label={`${t.complete}: ${task.do}`}
          title={t.complete}
          data-piece={`/app/pieces/complete/${task.id}`}
        >
          ✓
        </button>
      ) : (
        <span class="tick idle" aria-hidden="true" />
      )}
      <span class="does">{task.do}</span>
      <span class={`when small ${isLate ? 'bad' : 'quiet'}`}>
        {task.dueAt === null ? t.undated : ask.format.due(task.dueAt)}
        {isLate && task.dueAt !== null ? ` · ${t.late} ${ask.format.span(task.dueAt, ask.now)}` : ''}
      </span>
      <p class="more row">
        <span>{nameOf(task.responsible)}</span>
        {task.required ? <span class="badge accent">{t.required}</span> : null}
        <LateBefore ask={ask} task={task} />
        {task.standsInFor === undefined ? null : (
          <span class="badge">
            {t.given} {nameOf(task.standsInFor)}
          </span>
        )}
        {task.fallback === undefined ? null : <span class="badge warn">{task.fallback}</span>}
        <TaskActions ask={ask} task={task} may={mayChange(ask, file, task)} />
      </p>
      <Checklist task={task} mayDo={mayDo} />
      <details id={`why-${task.id}`}>
        <summary>{t.why}</summary>
        <div class="why">
          {dueSentences(task, { ...ask, model: file.rules.model, nameOf }).map((sentence) => (
            <p>{sentence}</p>
          ))}
          {task.closesWhen === undefined || task.status !== 'open' ? null : (
            <p>{t.closesWhen(paperIn(file.newest.model, task.closesWhen.paper), task.closesWhen.fact)}</p>
          )}
          {task.howTo === undefined ? null : (
            <p class="lines">
              <strong>{t.howTo}:</strong> {task.howTo}
            </p>
          )}
        </div>
      </details>
    </li>
  )
}

/** What people call a kind of document or invoice. */
function paperIn({ documents = {}, invoices = {} }: Model, id: string): string {
  return (documents[id] ?? invoices[id])?.name ?? id
}

type Actions = Readonly<Record<'reassign' | 'reschedule' | 'cancel', boolean>>

/** What of a task the reader may change, as the commands judge it. */
function mayChange(ask: PageAsk, file: DealPageFile, task: Task): Actions {
  const own = ownPart(ask, file)
  const may = file.mayEdit || task.responsible === ask.caller.employee
  // What the rules ask for is done, not cancelled; what somebody added beside is theirs to call off.
  const isTheirs = own.mayDo(task) || task.createdBy === ask.caller.actor.id
  const mayCancel = !task.required || (task.template === null && isTheirs)
  return { reassign: may && own.mayGive(task), reschedule: may, cancel: may && mayCancel }
}

function TaskActions({ ask, task, may }: Pick<Line, 'ask' | 'task'> & { readonly may: Actions }) {
  const t = dealTexts[ask.language]
  const actions = [
    ['reassign', t.reassign],
    ['reschedule', t.reschedule],
    ['cancel', t.cancelTask],
  ] as const
  return (
    <>
      {actions
        .filter(([what]) => may[what])
        .map(([what, label]) => (
          <button
            type="button"
            class="link quiet"
            data-piece={`/app/pieces/task/${task.id}/${what}`}
            aria-label={`${label}: ${task.do}`}
          >
            {label}
          </button>
        ))}
    </>
  )
}

function Checklist({ task, mayDo }: { readonly task: Task; readonly mayDo: boolean }) {
  if (task.checklist.length === 0) return null
  return (
    <div class="more checklist" data-checklist={task.id}>
      {task.checklist.map(({ text, done }, at) => (
        <label class="check">
          <input type="checkbox" checked={done} data-item={at} disabled={!mayDo} id={`${task.id}-${at}`} /> {text}
        </label>
      ))}
    </div>
  )
}

function ClosedTask({ ask, file, task }: Line) {
  const t = dealTexts[ask.language]
  // What a rule or a program has done was done by nobody.
  const nameOf = (id: string | undefined) => ask.people.employees[id ?? '']?.name
  const { status, doneBy } = task
  const isBySomebody = status === 'done' && doneBy !== undefined && nameOf(doneBy) !== undefined
  const instead = isBySomebody ? nameOf(doneFor(doneBy, task)) : undefined
  const isUnderWay = file.deal.status === 'open' || file.deal.status === 'won'
  return (
    <li id={task.id}>
      <span class={task.status === 'cancelled' ? 'struck' : ''}>{task.do}</span>
      <span class="row small quiet">
        {task.doneAt === undefined ? null : (
          <>
            <span>
              {[nameOf(doneBy) ?? t.byItself, ...(instead === undefined ? [] : [t.doneFor(instead)])].join(', ')}
            </span>
            <span>{ask.format.moment(task.doneAt)}</span>
          </>
        )}
        {task.cancelledAt === undefined ? null : <span>{ask.format.moment(task.cancelledAt)}</span>}
        {task.status === 'done' && task.visit === file.deal.visit.no && file.mayEdit && isUnderWay ? (
          <button type="button" class="link" data-piece={`/app/pieces/task/${task.id}/reopen`}>
            {t.reopen}
          </button>
        ) : null}
      </span>
    </li>
  )
}

function closedAt({ doneAt, cancelledAt, createdAt }: Task): string {
  return doneAt ?? cancelledAt ?? createdAt
}
