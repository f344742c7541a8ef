import { dealRefusal } from '#domain/deals/words/deal-refusal'
import { reaches } from '#domain/kernel/access'
import { readWorkdayOf } from '#usecases/tasks/read-workday'
import type { DayTask } from '#usecases/tasks/read-workday'

import { dealAddress } from '#pages/links.tsx'
import type { PageAsk, PageSpec } from '#pages/page.tsx'
import { HandedOn, LateBefore, TaskSection } from '#pages/tasks/day-tasks.tsx'
import { BulkForm, TickAll } from './bulk-form'
import { myDayTexts } from './texts/my-day'
import { teamTexts } from './texts/team'

/** The day of somebody whose work the reader may see; tasks are ticked and given away or dated anew together. */
export const personDayPage: PageSpec = {
  id: 'person-day',
  path: '/app/team/:employee',
  nav: 'team',
  right: 'deals_read',
  script: 'team',
  isLive: true,
  run: async (ask) => {
    const id = ask.params['employee'] ?? ''
    const employee = Object.hasOwn(ask.people.employees, id) ? ask.people.employees[id] : undefined
    if (employee === undefined || !reaches(ask.caller, 'deals_read', id, ask.people)) {
      throw dealRefusal('forbidden.tasks_of', { id: employee?.name ?? id })
    }
    const [t, words] = [teamTexts[ask.language], myDayTexts[ask.language]]
    const [day, { model }] = await Promise.all([readWorkdayOf(ask.ports, ask.caller, id), ask.ports.rules.current()])
    const isEmpty = day.overdue.length + day.dueToday.length + day.week.length + day.undated.length === 0
    return {
      title: t.dayOf(employee.name),
      body: (
        <>
          <header class="page-head">
            <h1>{t.dayOf(employee.name)}</h1>
            <p>
              <a href="/app/team">{t.title}</a> · <a href={`/app/week?of=${encodeURIComponent(id)}`}>{words.asWeek}</a>
            </p>
          </header>
          <div class="stack">
            {isEmpty ? <p class="empty">{t.noTasks}</p> : <p class="quiet">{t.choosing}</p>}
            <PersonTasks ask={ask} id="overdue" title={words.overdue} tasks={day.overdue} tone="bad" />
            <PersonTasks ask={ask} id="today" title={words.today} tasks={day.dueToday} tone="accent" />
            <PersonTasks ask={ask} id="week" title={words.week} tasks={day.week} />
            <PersonTasks ask={ask} id="undated" title={words.undated} tasks={day.undated} />
            <HandedOn ask={ask} tasks={day.handedOn} />
            {day.isMore ? <p class="quiet">{t.more}</p> : null}
            {isEmpty ? null : <BulkForm ask={ask} id="person" what="tasks" roles={model.roles} />}
          </div>
        </>
      ),
    }
  },
}

function PersonTasks(parts: {
  readonly ask: PageAsk
  readonly id: string
  readonly title: string
  readonly tasks: readonly DayTask[]
  readonly tone?: 'bad' | 'accent'
}) {
  const { ask, id, tasks } = parts
  const t = teamTexts[ask.language]
  return (
    <TaskSection {...parts} count={tasks.length} beside={<TickAll t={t} form="person-bulk" />}>
      {tasks.map(({ task, deal }) => (
        <li class="task" id={task.id}>
          <label class="choose">
            <input type="checkbox" name="tasks[]" value={task.id} form="person-bulk" aria-label={t.choose(task.do)} />
          </label>
          <span class="does">{task.do}</span>
          <span class={`when small ${id === 'overdue' ? 'bad' : 'quiet'}`}>
            {task.dueAt === null ? '' : ask.format.due(task.dueAt)}
          </span>
          <p class="more row">
            {task.dealId === '' ? null : <a href={dealAddress(task.dealId)}>{deal?.title ?? task.dealId}</a>}
            <LateBefore ask={ask} task={task} />
          </p>
        </li>
      ))}
    </TaskSection>
  )
}
