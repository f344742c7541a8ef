import { readTeamDay, type TeamDay as Day, type TeamDayRow } from '#workday/usecases/read-team-day'

import type { PageAsk, PieceSpec } from '#pages/page.tsx'
import { teamTexts } from './texts/team'

/** So many people are named for each thing that is wrong. */
const mostNamed = 4

/** What a head's own day shows of the team: what is late, stuck, unanswered and behind, and whose it is. */
export const teamDayPiece: PieceSpec = {
  id: 'teamDay',
  path: '/app/pieces/team-day',
  right: 'deals_read',
  run: async (ask) => <TeamDay ask={ask} day={await readTeamDay(ask.ports, ask)} />,
}

function TeamDay({ ask, day: { rows, ofDeals, toCome } }: { readonly ask: PageAsk; readonly day: Day }) {
  const t = teamTexts[ask.language]
  return (
    <>
      <header>
        <h2 id="team-day-title">
          <a href="/app/team">{t.title}</a>
        </h2>
      </header>
      <div class="team-facts">
        <Fact ask={ask} rows={rows} title={t.late} href="/app/team" of={(row) => row.late} />
        <Fact ask={ask} rows={rows} title={t.stuck} href="/app/team#stuck" of={(row) => row.stuck} />
        <Fact ask={ask} rows={rows} title={t.waitingLate} href="/app/team#waiting" of={(row) => row.waitingLate} />
        <Fact ask={ask} rows={rows} title={t.behindPlan} href="/app/plan" of={(row) => (row.isBehind ? 1 : 0)} bare />
      </div>
      {ofDeals === undefined ? null : (
        <p class="quiet small">
          {t.ofDeals(ask.format.time(ask.now))}
          {toCome === 0 ? '' : ` ${t.toCome(ask.format.number(toCome))}`}
        </p>
      )}
    </>
  )
}

type FactParts = {
  readonly ask: PageAsk
  readonly rows: readonly TeamDayRow[]
  readonly title: string
  readonly href: string
  readonly of: (row: TeamDayRow) => number
  /** Whether people are named without their number. */
  readonly bare?: boolean
}

/** One number of the team and the people who have most of it; each leads to their day. */
function Fact({ ask, rows, title, href, of, bare = false }: FactParts) {
  const t = teamTexts[ask.language]
  const whose = rows.filter((row) => of(row) > 0).toSorted((one, other) => of(other) - of(one))
  const sum = whose.reduce((total, row) => total + of(row), 0)
  return (
    <section>
      <h3>
        <a href={href}>{title}</a> <span class={`badge ${sum > 0 ? 'warn' : 'good'}`}>{ask.format.number(sum)}</span>
      </h3>
      <ul class="small">
        {whose.slice(0, mostNamed).map((row) => (
          <li>
            <a href={`/app/team/${encodeURIComponent(row.employee.id)}`}>{row.employee.name}</a>
            {bare ? '' : ` ${ask.format.number(of(row))}`}
          </li>
        ))}
        {whose.length > mostNamed ? (
          <li class="quiet">{t.others(ask.format.number(whose.length - mostNamed))}</li>
        ) : null}
      </ul>
    </section>
  )
}
