import { dealRefusal } from '#domain/deals/words/deal-refusal'
import { reaches } from '#domain/kernel/access'
import { addDays } from '#domain/time/days'
import { readWeek, weekOf, type WeekDay } from '#usecases/tasks/read-week'
import type { DayTask } from '#usecases/tasks/read-workday'

import { paymentOf } from '#pages/tasks/day-tasks.tsx'
import { taskWorkTexts } from '#pages/tasks/texts/task-work'
import { dealAddress } from '#pages/links.tsx'
import type { PageAsk, PageSpec } from '#pages/page.tsx'
import { weekTexts } from './texts/week'

/** Somebody’s week day by day: tasks are dragged to another day, or moved by a button of their own. */
export const weekPage: PageSpec = {
  id: 'week',
  path: '/app/week',
  nav: 'myDay',
  right: 'signed_in',
  script: 'week',
  isLive: true,
  run: async (ask) => {
    const t = weekTexts[ask.language]
    const of = whoseWeek(ask)
    const { model } = await ask.ports.rules.current()
    const monday = weekOf(ask.query.get('from') ?? '', { zone: model.calendar.timezone, now: ask.now })
    const week = await readWeek(ask.ports, ask.caller, { of, monday })
    return {
      title: t.title,
      isWide: true,
      body: (
        <>
          <WeekHead ask={ask} of={of} monday={monday} />
          <p class="hidden" id="week-how">
            {t.how}
          </p>
          {week.isMore ? <p class="quiet">{t.more}</p> : null}
          {week.overdue.length === 0 && week.days.every(({ tasks }) => tasks.length === 0) ? (
            <p class="quiet">{t.none}</p>
          ) : null}
          <div class="week" aria-describedby="week-how">
            {week.overdue.length === 0 ? null : (
              <section class="week-day late" aria-labelledby="day-late">
                <h2 id="day-late">
                  {t.overdue} <span class="badge bad">{ask.format.number(week.overdue.length)}</span>
                </h2>
                <ul class="week-tasks">
                  {week.overdue.map((one) => (
                    <WeekTask ask={ask} one={one} />
                  ))}
                </ul>
              </section>
            )}
            {week.days.map((day) => (
              <Day ask={ask} day={day} />
            ))}
          </div>
        </>
      ),
    }
  },
}

/** Whose week is asked for: one’s own, or that of somebody whose work one sees. */
function whoseWeek({ query, me, caller, people }: PageAsk): string {
  const of = query.get('of') ?? me.id
  if (of === me.id) return of
  if (!Object.hasOwn(people.employees, of) || !reaches(caller, 'deals_read', of, people)) {
    throw dealRefusal('forbidden.tasks_of', { id: people.employees[of]?.name ?? of })
  }
  return of
}

function WeekHead({ ask, of, monday }: { readonly ask: PageAsk; readonly of: string; readonly monday: string }) {
  const t = weekTexts[ask.language]
  const address = (from: string): string => {
    const query = new URLSearchParams({ from, ...(of === ask.me.id ? {} : { of }) })
    return `/app/week?${query.toString()}`
  }
  const others = Object.values(ask.people.employees)
    .filter((one) => one.active && one.id !== ask.me.id && reaches(ask.caller, 'deals_read', one.id, ask.people))
    .toSorted((a, b) => a.name.localeCompare(b.name, ask.language))
  return (
    <header class="page-head week-head">
      <h1>{of === ask.me.id ? t.title : t.weekOf(ask.people.employees[of]?.name ?? of)}</h1>
      <p>
        {ask.format.shortDay(monday)} – {ask.format.shortDay(addDays(monday, 6))}
      </p>
      <span class="grow" />
      <nav class="row" aria-label={t.weeks}>
        <a class="button secondary" href={address(addDays(monday, -7))} aria-label={t.before}>
          ←
        </a>
        <a class="button secondary" href={address('')}>
          {t.thisWeek}
        </a>
        <a class="button secondary" href={address(addDays(monday, 7))} aria-label={t.after}>
          →
        </a>
        <a class="button secondary" href={of === ask.me.id ? '/app' : `/app/team/${encodeURIComponent(of)}`}>
          {t.asList}
        </a>
      </nav>
      {others.length === 0 ? null : (
        <form method="get" class="row" data-auto-submit>
          <input type="hidden" name="from" value={monday} />
          <select name="of" aria-label={t.whose}>
            <option value={ask.me.id}>{t.mine}</option>
            {others.map(({ id, name }) => (
              <option value={id} selected={id === of}>
                {name}
              </option>
            ))}
          </select>
          <noscript>
            <button class="secondary">{t.show}</button>
          </noscript>
        </form>
      )}
    </header>
  )
}

function Day({ ask, day }: { readonly ask: PageAsk; readonly day: WeekDay }) {
  const t = weekTexts[ask.language]
  const looks = ['week-day', day.isToday ? 'today' : '', day.isWorking ? '' : 'off'].filter((one) => one !== '')
  return (
    <section class={looks.join(' ')} aria-labelledby={`day-${day.on}`}>
      <h2 id={`day-${day.on}`}>
        {ask.format.shortDay(day.on)}
        {day.tasks.length === 0 ? null : <span class="badge"> {ask.format.number(day.tasks.length)}</span>}
        {day.isWorking ? null : <span class="quiet small"> {t.dayOff}</span>}
      </h2>
      <ul class="week-tasks" data-day={day.on} data-day-name={ask.format.shortDay(day.on)} id={`tasks-${day.on}`}>
        {day.tasks.map((one) => (
          <WeekTask ask={ask} one={one} />
        ))}
      </ul>
    </section>
  )
}

function WeekTask({ ask, one: { task, deal } }: { readonly ask: PageAsk; readonly one: DayTask }) {
  const t = weekTexts[ask.language]
  const isLate = task.dueAt !== null && task.dueAt < ask.now
  return (
    <li
      class="week-task"
      id={task.id}
      data-task={task.owes === undefined ? task.id : undefined}
      data-due={task.dueAt === null ? undefined : ask.format.localInput(task.dueAt)}
    >
      <p>
        <span class={`small ${isLate ? 'bad' : 'quiet'}`}>
          {task.dueAt === null ? '' : isLate ? ask.format.due(task.dueAt) : ask.format.time(task.dueAt)}
        </span>{' '}
        {task.do}
      </p>
      <p class="row small">
        {task.dealId === '' ? null : <a href={dealAddress(task.dealId)}>{deal?.title ?? task.dealId}</a>}
        {paymentOf(task) === undefined ? null : <a href={paymentOf(task)}>{taskWorkTexts[ask.language].openPayment}</a>}
        {task.owes === undefined ? (
          <button
            type="button"
            class="plain small"
            data-piece={`/app/pieces/task/${encodeURIComponent(task.id)}/reschedule`}
          >
            {t.move}
            <span class="hidden">: {task.do}</span>
          </button>
        ) : null}
      </p>
    </li>
  )
}
