import type { Beginning } from '#ports/entry'
import { departmentsLed } from '#domain/kernel/departments-led'
import { sayNotice } from '#domain/kernel/texts/say-notice'
import { readInbox } from '#notices/usecases/read-inbox'
import { leadsOthers } from '#usecases/team/read-team'
import { readWorkday, type Workday } from '#usecases/tasks/read-workday'
import type { DealCard } from '#schemas/deal'
import type { InboxItem } from '#schemas/notice'

import type { PageAsk, PageSpec } from '#pages/page.tsx'
import { DayTasks, HandedOn } from '#pages/tasks/day-tasks.tsx'
import { dealAddress } from '#pages/links.tsx'
import { NoticeTitle } from '#pages/notice-title.tsx'
import { taskWorkTexts } from '#pages/tasks/texts/task-work'
import { inboxTexts } from '#notices/pages/texts/inbox'
import { myDayTexts } from './texts/my-day'

/** What somebody has to do now, why it is due then, and what their plan asks of them. */
export const myDayPage: PageSpec = {
  id: 'myDay',
  path: '/app',
  nav: 'myDay',
  right: 'signed_in',
  script: 'my-day',
  isLive: true,
  run: async (ask) => {
    const t = myDayTexts[ask.language]
    const work = taskWorkTexts[ask.language]
    const [day, inbox, { model }, { isNew, isNamed }] = await Promise.all([
      readWorkday(ask.ports, ask),
      readInbox(ask.ports, ask, { limit: 5 }),
      ask.ports.rules.current(),
      beginningOf(ask),
    ])
    const list = { ask, model }
    const isEmpty = day.overdue.length + day.dueToday.length + day.week.length + day.undated.length === 0
    return {
      title: t.title,
      shortcuts: [
        { keys: 'j', does: t.keys.down },
        { keys: 'k', does: t.keys.up },
        { keys: 'x', does: t.keys.done },
        { keys: 'Enter', does: t.keys.done },
        { keys: 'o', does: t.keys.open },
        { keys: 'w', does: t.keys.why },
      ],
      body: (
        <>
          <header class="page-head">
            <h1>{t.title}</h1>
            <p>{ask.format.day(day.today)}</p>
            <span class="grow" />
            <a class="button secondary" href="/app/week">
              {t.asWeek}
            </a>
          </header>
          <div
            id="day-words"
            hidden
            data-completed={work.completed}
            data-undo={work.undo}
            data-undo-reason={work.undoReason}
          />
          <div class="day">
            <div>
              {isNew ? <ToBegin ask={ask} isNamed={isNamed === true} /> : null}
              <TeamDay ask={ask} />
              <DayTasks {...list} id="overdue" title={t.overdue} tasks={day.overdue} tone="bad" />
              <DayTasks {...list} id="today" title={t.today} tasks={day.dueToday} tone="accent" />
              <DayTasks {...list} id="week" title={t.week} tasks={day.week} />
              <DayTasks {...list} id="undated" title={t.undated} tasks={day.undated} />
              <HandedOn ask={ask} tasks={day.handedOn} isOwn />
              {isEmpty ? <Nothing ask={ask} day={day} /> : null}
              {day.isMore ? <p class="quiet">{t.more}</p> : null}
            </div>
            <aside class="stack">
              <PlanCard ask={ask} plan={day.plan} />
              {day.hasDeals ? <IdleDeals ask={ask} deals={day.withoutTask} /> : null}
              <Notices ask={ask} items={inbox.items} unread={inbox.unread} />
            </aside>
          </div>
        </>
      ),
    }
  },
}

/** Whether the company is still to be set up, which is nothing to whoever may not. */
async function beginningOf({ ports, caller }: PageAsk): Promise<Pick<Beginning, 'isNamed' | 'isNew'>> {
  return caller.reach.people_edit === 'all' ? ports.entry.beginning() : { isNew: false }
}

/** The way back to the first steps of a company, for whoever has left them. */
function ToBegin({ ask, isNamed }: { readonly ask: PageAsk; readonly isNamed: boolean }) {
  const t = myDayTexts[ask.language]
  return (
    <p class="note">
      {t.begin} <a href={`/app/first-start${isNamed ? '/people' : ''}`}>{t.goOn}</a>
    </p>
  )
}

/** The day of somebody who leads a department begins with how its people stand; a script brings it. */
function TeamDay({ ask: { me, people, caller } }: { readonly ask: PageAsk }) {
  const isHead = departmentsLed(me.id, people.departments).length > 0
  if (!isHead || !leadsOthers(caller)) return null
  return (
    <section class="card team-day" aria-labelledby="team-day-title" data-fill="/app/pieces/team-day" data-keep hidden />
  )
}

/** What there is to do for whoever has no task of their own: their team’s day, the board, or nothing. */
function Nothing({ ask, day }: { readonly ask: PageAsk; readonly day: Workday }) {
  const t = myDayTexts[ask.language]
  if (leadsOthers(ask.caller)) {
    return (
      <p class="empty">
        {t.nothingOfHead} <a href="/app/team">{t.toTeam}</a>
      </p>
    )
  }
  return <p class="empty">{day.hasDeals ? t.nothing : t.nothingToDo}</p>
}

function PlanCard({ ask, plan }: { readonly ask: PageAsk; readonly plan: Workday['plan'] }) {
  if (plan === undefined) return null
  const t = myDayTexts[ask.language]
  const { row, currency, at } = plan
  const money = (minor: number | null) =>
    minor === null ? '—' : ask.format.money(Math.round(minor / 100) * 100, currency)
  const isReached = (row.percent ?? 0) >= 100
  return (
    <section class="card" aria-labelledby="plan-title">
      <header>
        <h2 id="plan-title">{t.plan}</h2>
        {row.percent === null ? null : (
          <span class={`badge ${isReached ? 'good' : row.fact < (row.expected ?? 0) ? 'warn' : 'accent'}`}>
            {ask.format.percent(row.percent)}
          </span>
        )}
      </header>
      <progress max={100} value={Math.min(100, row.percent ?? 0)} aria-label={t.percent} />
      <dl class="facts plan-facts">
        <div>
          <dt>{isReached ? t.reached : t.need}</dt>
          <dd>{isReached ? '✓' : money(row.needPerDay)}</dd>
        </div>
        <div>
          <dt>{t.fact}</dt>
          <dd>{money(row.fact)}</dd>
        </div>
        <div>
          <dt>{t.expected}</dt>
          <dd>{money(row.expected)}</dd>
        </div>
        <div>
          <dt>{t.planOf}</dt>
          <dd>{money(row.plan)}</dd>
        </div>
      </dl>
      <p class="quiet small">
        {at === undefined ? null : `${t.planAt(ask.format.moment(at))} `}
        <a href="/app/plan">{t.planNow}</a>
      </p>
    </section>
  )
}

function IdleDeals({ ask, deals }: { readonly ask: PageAsk; readonly deals: readonly DealCard[] }) {
  const t = myDayTexts[ask.language]
  if (ask.caller.reach.deals_edit === 'none') return null
  return (
    <section class="card" aria-labelledby="idle-title">
      <header>
        <h2 id="idle-title">{t.withoutTask}</h2>
        {deals.length === 0 ? null : <span class="badge warn">{ask.format.number(deals.length)}</span>}
      </header>
      {deals.length === 0 ? <p class="quiet">{t.allBusy}</p> : <p class="quiet small">{t.withoutTaskWhy}</p>}
      <ul class="linked">
        {deals.slice(0, 12).map((deal) => (
          <li>
            <a href={dealAddress(deal.id)}>{deal.title}</a>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Notices({ ask, items, unread }: { ask: PageAsk; items: readonly InboxItem[]; unread: number }) {
  const t = inboxTexts[ask.language]
  const fresh = items.filter(({ notice }) => notice.readAt === undefined)
  // In the language of the page, whatever language the person gets letters in.
  const titleOf = (notice: InboxItem['notice']) => sayNotice(notice, ask.language, ask.zone).title
  return (
    <section class="card" aria-labelledby="notices-title">
      <header>
        <h2 id="notices-title">{t.notices}</h2>
        {unread === 0 ? null : (
          <span class="badge accent">
            {ask.format.number(unread)} {t.unread}
          </span>
        )}
      </header>
      {fresh.length === 0 ? <p class="quiet">{t.noNotices}</p> : null}
      <ul class="linked">
        {fresh.map(({ notice }) => (
          <li>
            <NoticeTitle notice={notice}>{titleOf(notice)}</NoticeTitle>
            <span class="quiet small">{ask.format.moment(notice.at)}</span>
          </li>
        ))}
      </ul>
      <p class="row card-foot">
        <a href="/app/inbox">{myDayTexts[ask.language].allNotices}</a>
      </p>
    </section>
  )
}
