import { sourceHourOf } from '#reports/domain/labels'
import type { Report, ReportRow, ReportTable } from '#schemas/report'

import type { PageAsk } from '#pages/page.tsx'
import { itemsAddress, type ReportAsked } from '#pages/links.tsx'
import { reportValue } from './report-shown'
import { reportsTexts } from './texts/reports'

/** So many rows have weeks of twelve sources, hour by hour. */
export const rowsOfWeeks = 12 * 7 * 24

/** Replies within so many seconds of working time share a colour; slower ones have the last. */
const bands = [300, 900, 3600, 14_400] as const
/** So many sources are unfolded; who wants to see more unfolds them. */
const unfolded = 3

type Props = {
  readonly ask: PageAsk
  readonly report: Report
  readonly asked: ReportAsked
  readonly table: ReportTable
}
type Week = { readonly name: string; readonly leads: number; readonly rows: ReadonlyMap<string, ReportRow> }

/** A week for each source, most leads first: when its leads come, and how soon they are answered then. */
export function ResponseWeeks(props: Props) {
  const { ask, table } = props
  const t = reportsTexts[ask.language].weeks
  const weeks = weeksOf(table)
  const hours = hoursOf(table)
  return (
    <div class="weeks">
      <p class="quiet">{t.intro}</p>
      <ul class="weeks-legend" aria-label={t.legend}>
        {t.bands.map((name, band) => (
          <li>
            <span class={`week-cell reply-${band + 1}`} aria-hidden="true" /> {name}
          </li>
        ))}
        <li>
          <span class="week-cell reply-none" aria-hidden="true" /> {t.unanswered}
        </li>
      </ul>
      {weeks.map((week, at) => (
        <details open={at < unfolded}>
          <summary>
            <h3>{week.name}</h3> <span class="quiet">{ask.format.counted(week.leads, t.leads)}</span>
          </summary>
          <div class="scroll-x week-wide" tabindex={0} role="region" aria-label={week.name}>
            <WeekTable {...props} week={week} hours={hours} />
          </div>
          <div class="week-narrow">
            <DayTable {...props} week={week} />
          </div>
        </details>
      ))}
    </div>
  )
}

function WeekTable(props: Props & { readonly week: Week; readonly hours: readonly string[] }) {
  const { ask, week, hours } = props
  const { weekdays } = reportsTexts[ask.language]
  return (
    <table class="week">
      <caption class="hidden">{week.name}</caption>
      <thead>
        <tr>
          <td />
          {hours.map((hour) => (
            <th scope="col">
              {hour}
              <span class="hidden">:00</span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weekdays.map((weekday, day) => (
          <tr>
            <th scope="row">{weekday}</th>
            {hours.map((hour) => (
              <Cell {...props} row={week.rows.get(`${day + 1}-${hour}`)} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** The same for a phone: seven days fit side by side, and hours in which nothing came are left out. */
function DayTable(props: Props & { readonly week: Week }) {
  const { ask, week } = props
  const { weekdays } = reportsTexts[ask.language]
  const hours = [...new Set([...week.rows.keys()].map((id) => id.split('-')[1] ?? ''))].toSorted()
  return (
    <table class="week">
      <caption class="hidden">{week.name}</caption>
      <thead>
        <tr>
          <td />
          {weekdays.map((weekday) => (
            <th scope="col">{weekday}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {hours.map((hour) => (
          <tr>
            <th scope="row">
              {hour}
              <span class="hidden">:00</span>
            </th>
            {weekdays.map((_, day) => (
              <Cell {...props} row={week.rows.get(`${day + 1}-${hour}`)} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Cell({ ask, report, asked, table, row }: Props & { readonly row: ReportRow | undefined }) {
  const cell = row?.cells['leads']
  const leads = Number(cell?.value ?? 0)
  if (row === undefined || leads === 0 || cell?.cell === undefined) return <td class="week-cell" />
  const t = reportsTexts[ask.language].weeks
  const median = row.cells['reply_working_median']?.value
  const reply = typeof median === 'number' ? median : null
  const title = table.columns.find(({ id }) => id === 'reply_working_median')?.title ?? ''
  const said = reply === null ? t.unanswered : `${title} ${reportValue(ask, reply, { kind: 'duration', currency: '' })}`
  const told = `${row.label}: ${ask.format.counted(leads, t.leads)}, ${said}`
  return (
    <td class={`week-cell reply-${bandOf(reply)}`}>
      <a href={itemsAddress(report.name, { ...asked, by: report.by, cell: cell.cell })} title={told}>
        <span class="hidden">{told}</span>
        <strong aria-hidden="true">{ask.format.number(leads)}</strong>
        <small aria-hidden="true">{reply === null ? '–' : shortly(ask, reply)}</small>
      </a>
    </td>
  )
}

function weeksOf({ rows }: ReportTable): readonly Week[] {
  const bySource = new Map<string, ReportRow[]>()
  for (const row of rows) {
    const { source } = sourceHourOf(row.id)
    bySource.set(source, [...(bySource.get(source) ?? []), row])
  }
  const weeks = [...bySource.values()].map((own) => ({
    name: sourceIn(own[0]?.label ?? ''),
    leads: own.reduce((sum, { cells }) => sum + Number(cells['leads']?.value ?? 0), 0),
    rows: new Map(own.map((row) => [sourceHourOf(row.id).hour, row])),
  }))
  return weeks.toSorted((a, b) => b.leads - a.leads || (a.name < b.name ? -1 : 1))
}

/** `Website · Mon 09:00` is of the website. */
function sourceIn(label: string): string {
  return label.slice(0, label.lastIndexOf(' · '))
}

/** From the first hour of a day in which any lead came to the last, the day’s work at least: the same in every week. */
function hoursOf({ rows }: ReportTable): readonly string[] {
  const hours = [9, 17, ...rows.map(({ id }) => Number(sourceHourOf(id).hour.split('-')[1]))]
  const first = Math.min(...hours)
  return Array.from({ length: Math.max(...hours) - first + 1 }, (_, at) => String(first + at).padStart(2, '0'))
}

function bandOf(reply: number | null): string {
  if (reply === null) return 'none'
  const band = bands.findIndex((most) => reply <= most)
  return String((band === -1 ? bands.length : band) + 1)
}

/** A duration where there is room for five letters: minutes, or hours of working time. */
function shortly({ format, language }: PageAsk, seconds: number): string {
  const t = reportsTexts[language]
  const minutes = Math.round(seconds / 60)
  if (minutes < 60) return t.weeks.shortMinutes(format.number(minutes))
  const hours = minutes / 60
  return t.hours(format.number(hours < 10 ? Math.round(hours * 10) / 10 : Math.round(hours)))
}
