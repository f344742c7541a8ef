import { directionName, placeName } from '#domain/rules/former-names'
import { dateIn } from '#domain/time/zone'
import { stuckAsked, tableAddress } from '#reports/pages/deal-table/asked-table'
import type { DealCard } from '#schemas/deal'
import type { Model } from '#schemas/model'
import { readTeam, type Team, type TeamRow } from '#usecases/team/read-team'

import { awayOf } from '#entry/pages/people-page.tsx'
import { TickCell } from '#pages/bulk-frame.tsx'
import { dealAddress } from '#pages/links.tsx'
import type { PageAsk, PageSpec } from '#pages/page.tsx'
import { taskWorkTexts } from '#pages/tasks/texts/task-work'
import { BulkForm, TickAll } from './bulk-form'
import { teamTexts } from './texts/team'

/** How everybody stands whose work somebody may see: one row a person, and the deals that need somebody now. */
export const teamPage: PageSpec = {
  id: 'team',
  path: '/app/team',
  nav: 'team',
  right: 'deals_read',
  script: 'team',
  isLive: true,
  run: async (ask) => {
    const t = teamTexts[ask.language]
    const [team, { model }] = await Promise.all([
      readTeam(ask.ports, ask, pageAsked(ask.query)),
      ask.ports.rules.current(),
    ])
    const stuck = team.rows.flatMap((row) => row.stuck).toSorted((one, other) => (one.since < other.since ? -1 : 1))
    const waiting = team.rows
      .flatMap((row) => row.waiting)
      .toSorted((one, other) => ((one.firstReplyDueAt ?? '') < (other.firstReplyDueAt ?? '') ? -1 : 1))
    return {
      title: t.title,
      isWide: true,
      body: (
        <>
          <header class="page-head">
            <h1>{t.title}</h1>
            <p>{ask.format.day(dateIn(ask.zone, ask.now))}</p>
          </header>
          {/* Several queries a person: every ten seconds is enough. */}
          <div class="stack" data-live-ms={10_000}>
            {team.rows.length === 0 ? <p class="empty">{t.nobody}</p> : <TeamTable ask={ask} team={team} />}
            <TeamPages ask={ask} team={team} />
            <DealList
              ask={ask}
              model={model}
              id="waiting"
              title={t.waitingTitle}
              last={t.since}
              lines={waiting.map((deal) => ({ deal, said: ask.format.moment(deal.firstReplyDueAt ?? '') }))}
            />
            <DealList
              ask={ask}
              model={model}
              id="stuck"
              title={t.stuckTitle}
              last={t.tooLong}
              empty={t.stuckNone}
              lines={stuck.map(({ deal, since }) => ({ deal, said: ask.format.span(since, ask.now) }))}
            />
            {team.pages.length < 2 ? null : (
              <p>
                <a href={tableAddress(stuckAsked)}>{t.allStuck}</a>
              </p>
            )}
          </div>
        </>
      ),
    }
  },
}

function pageAsked(query: URLSearchParams): number {
  const page = Number(query.get('page') ?? 1)
  return Number.isInteger(page) ? page : 1
}

/** The pages of a large team, each by the name it begins with; what stands above and below is of this page alone. */
function TeamPages({ ask, team: { page, pages } }: Parts) {
  if (pages.length < 2) return null
  const t = teamTexts[ask.language]
  return (
    <nav class="tabs" aria-label={t.pages}>
      {pages.map(({ no, from }) => (
        <a href={`/app/team?page=${no}`} aria-current={no === page ? 'true' : undefined}>
          {t.pageFrom(from.name)}
        </a>
      ))}
    </nav>
  )
}

type Parts = { readonly ask: PageAsk; readonly team: Team }

function TeamTable({ ask, team }: Parts) {
  const t = teamTexts[ask.language]
  const sum = (of: (row: TeamRow) => number): string =>
    ask.format.number(team.rows.reduce((total, row) => total + of(row), 0))
  const sums: readonly (readonly [name: string, of: (row: TeamRow) => number])[] = [
    [t.late, (row) => row.late],
    [t.today, (row) => row.today],
    [t.doneToday, (row) => row.doneToday],
    [t.doneYesterday, (row) => row.doneYesterday],
    [t.stuck, (row) => row.stuck.length],
    [t.waiting, (row) => row.waiting.length],
  ]
  return (
    <div class="card table-wrap" tabindex={0}>
      <table class="team cards-on-phone">
        <thead>
          <tr>
            <th scope="col">{t.person}</th>
            {[t.late, t.today, t.doneToday, t.doneYesterday, t.stuck, t.waiting, t.plan, t.pace].map((name) => (
              <th scope="col" class="number">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {team.rows.map((row) => (
            <Person ask={ask} row={row} />
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{team.pages.length > 1 ? t.totalOfPage : t.total}</th>
            {sums.map(([name, of]) => (
              <td class="number" data-name={name}>
                {sum(of)}
              </td>
            ))}
            <td />
            <td />
          </tr>
        </tfoot>
      </table>
      {team.plansAt === undefined ? null : (
        <p class="quiet small">
          {t.planAt(ask.format.moment(team.plansAt))} <a href="/app/plan">{t.planNow}</a>
        </p>
      )}
    </div>
  )
}

function Person({ ask, row }: { readonly ask: PageAsk; readonly row: TeamRow }) {
  const t = teamTexts[ask.language]
  const { employee, plan } = row
  const away = awayOf(row, ask)
  const number = (count: number): string => (count === 0 ? '—' : ask.format.number(count))
  const looks = (count: number | undefined): string => (count === undefined || count === 0 ? 'number none' : 'number')
  const isReached = (plan?.percent ?? 0) >= 100
  const isBehind = plan !== undefined && !isReached && plan.fact < (plan.expected ?? 0)
  return (
    <tr id={`person-${employee.id}`}>
      <th scope="row">
        <a href={`/app/team/${encodeURIComponent(employee.id)}`}>{employee.name}</a>
        <span class="quiet small">{ask.people.departments[employee.department ?? '']?.name ?? ''}</span>
        {away === undefined ? null : <span class="badge warn">{away}</span>}
        {employee.active ? null : <span class="badge bad">{t.hasLeft}</span>}
        {row.isMore ? <span class="quiet small">{t.more}</span> : null}
      </th>
      <td class={`number lead with-more ${row.late > 0 ? 'bad' : row.takenOver > 0 ? '' : 'none'}`} data-name={t.late}>
        {number(row.late)}
        {row.handedOn === 0 ? null : <span class="quiet small"> ({t.handedOn(ask.format.number(row.handedOn))})</span>}
        {row.takenOver === 0 ? null : (
          <span class="quiet small"> ({t.takenOver(ask.format.number(row.takenOver))})</span>
        )}
      </td>
      <td class={looks(row.today)} data-name={t.today}>
        {number(row.today)}
      </td>
      <td class={looks(row.doneToday)} data-name={t.doneToday}>
        {number(row.doneToday)}
      </td>
      <td class={looks(row.doneYesterday)} data-name={t.doneYesterday}>
        {number(row.doneYesterday)}
      </td>
      <td class={`number ${row.stuck.length > 0 ? 'bad' : 'none'}`} data-name={t.stuck}>
        {number(row.stuck.length)}
      </td>
      <td class={`${looks(row.waiting.length)} with-more`} data-name={t.waiting}>
        {number(row.waiting.length)}
        {row.waitingLate === 0 ? null : (
          <span class="bad small"> ({t.lateReplies(ask.format.number(row.waitingLate))})</span>
        )}
      </td>
      <td class={looks(plan?.percent ?? undefined)} data-name={t.plan}>
        {plan?.percent === null || plan?.percent === undefined ? '—' : ask.format.percent(plan.percent)}
      </td>
      <td class={looks(plan === undefined ? undefined : 1)}>
        {plan === undefined ? (
          '—'
        ) : (
          <span class={`badge ${isReached ? 'good' : isBehind ? 'warn' : 'accent'}`}>
            {isReached ? t.reached : isBehind ? t.behind : t.inPace}
          </span>
        )}
      </td>
    </tr>
  )
}

type Line = { readonly deal: DealCard; readonly said: string }

function DealList(parts: {
  readonly ask: PageAsk
  readonly model: Model
  readonly id: string
  readonly title: string
  readonly last: string
  readonly empty?: string
  /** No children: a list of one would come out of these as the one thing. */
  readonly lines: readonly Line[]
}) {
  const { ask, id, title, lines, empty } = parts
  if (lines.length === 0 && empty === undefined) return null
  const rest = lines.slice(mostOpen)
  const isChosen = lines.length > 0 && ask.caller.reach.deals_edit !== 'none'
  return (
    <section class="card" aria-labelledby={`${id}-title`} id={id}>
      <header>
        <h2 id={`${id}-title`}>{title}</h2>
        {lines.length === 0 ? null : <span class="badge warn">{ask.format.number(lines.length)}</span>}
        {isChosen ? <TickAll t={teamTexts[ask.language]} form={`${id}-bulk`} /> : null}
      </header>
      {lines.length === 0 ? <p class="quiet">{empty}</p> : <DealTable {...parts} lines={lines.slice(0, mostOpen)} />}
      {rest.length === 0 ? null : (
        <details class="rest" id={`${id}-rest`}>
          <summary>{taskWorkTexts[ask.language].rest(ask.format.number(rest.length))}</summary>
          <DealTable {...parts} lines={rest} />
        </details>
      )}
      {isChosen ? <BulkForm ask={ask} id={id} what="deals" roles={parts.model.roles} /> : null}
    </section>
  )
}

/** A longer list is folded: what stands below it is not pushed out of sight. */
const mostOpen = 15

function DealTable({ ask, model, id, last, lines }: Parameters<typeof DealList>[0]) {
  const t = teamTexts[ask.language]
  return (
    <div class="table-wrap" tabindex={0}>
      <table class="cards-on-phone">
        <thead>
          <tr>
            <th scope="col">
              <span class="hidden">{t.chosen}</span>
            </th>
            {[t.deal, t.direction, t.stage, t.manager, t.amount, last].map((name) => (
              <th scope="col">{name}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map(({ deal, said }) => {
            const amount = deal.fields['amount']
            return (
              <tr id={`${id}-${deal.id}`}>
                <TickCell id={id} name="deals" value={deal.id} label={t.choose(deal.title)} />
                <th scope="row">
                  <a href={dealAddress(deal.id)}>{deal.title}</a>
                </th>
                <td>{directionName(model, deal.pipeline) ?? deal.pipeline}</td>
                <td>{placeName(model, deal) ?? deal.stage}</td>
                <td>{ask.people.employees[deal.owner]?.name ?? deal.owner}</td>
                <td class={typeof amount === 'number' ? 'number' : 'number none'} data-name={t.amount}>
                  {typeof amount === 'number' ? ask.format.money(amount, deal.currency) : '—'}
                </td>
                <td data-name={last}>{said}</td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}
