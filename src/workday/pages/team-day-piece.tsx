import { readTeam, type Team, type TeamRow } from '#usecases/team/read-team'

import type { PageAsk, PieceSpec } from '#pages/page.tsx'
import { teamTexts } from './texts/team'

/** So many people are named for each thing that is wrong. */
const mostNamed = 4

/** What a head's own day shows of the team: what is late, stuck, unanswered and behind, and whose it is. */
export const teamDayPiece: PieceSpec = {
  id: 'teamDay',
  path: '/app/pieces/team-day',
  right: 'deals_read',
  run: async (ask) => <TeamDay ask={ask} team={await readTeam(ask.ports, ask)} />,
}

function TeamDay({ ask, team: { rows } }: { readonly ask: PageAsk; readonly team: Team }) {
  const t = teamTexts[ask.language]
  const isBehind = ({ plan }: TeamRow) => plan !== undefined && plan.fact < (plan.expected ?? 0)
  return (
    <>
      <header>
        <h2 id="team-day-title">
          <a href="/app/team">{t.title}</a>
        </h2>
      </header>
      <div class="team-facts">
        <Fact ask={ask} rows={rows} title={t.late} href="/app/team" of={(row) => row.late} />
        <Fact ask={ask} rows={rows} title={t.stuck} href="/app/team#stuck" of={(row) => row.stuck.length} />
        <Fact ask={ask} rows={rows} title={t.waitingLate} href="/app/team#waiting" of={(row) => row.waitingLate} />
        <Fact ask={ask} rows={rows} title={t.behindPlan} href="/app/plan" of={(row) => (isBehind(row) ? 1 : 0)} bare />
      </div>
    </>
  )
}

type FactParts = {
  readonly ask: PageAsk
  readonly rows: readonly TeamRow[]
  readonly title: string
  readonly href: string
  readonly of: (row: TeamRow) => number
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
