import { addDays } from '#domain/time/days'
import { formatFor } from '#domain/kernel/texts/format'
import { reportSpecs } from '#reports/domain/catalog'
import { mostRows, shownTable } from '#reports/domain/shown'
import type { Note } from '#reports/domain/shelves'
import type { ReportWords } from '#reports/domain/report-words'
import { reportWords } from '#reports/domain/words-of-reports'
import type { Language } from '#schemas/language-names'
import type { Report, ReportQuery, ReportRow } from '#schemas/report'
import { reportNames } from '#schemas/report-names'

import { namesOnShelves } from './names-on-shelves'
import { buildReport, type Built, type Reader, type ReportPorts } from './build-report'

/** How a report is to be told. */
export type Telling = { readonly language: Language; readonly limit?: number }

/** A report of what the caller may see. Its tables show 1,000 rows at most unless more are wanted, as for a file. */
export async function readReport(
  ports: ReportPorts,
  reader: Reader,
  ask: { readonly name: string; readonly asked: ReportQuery },
  telling: Telling,
): Promise<Report> {
  const { lang, ...asked } = ask.asked
  const built = await buildReport(ports, reader, { name: ask.name, asked })
  return withNames(ports, told(built, { ...telling, language: lang ?? telling.language }, asked.metric))
}

/** The same with the names of persons, whom the shelves name by their cards alone. */
async function withNames(ports: ReportPorts, report: Report): Promise<Report> {
  const clients = report.tables.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells['client'] ?? []))
  const nameOf = await namesOnShelves(
    ports,
    clients.map(({ value }) => String(value)),
  )
  const named = ({ cells, ...row }: ReportRow): ReportRow => {
    const { client } = cells
    if (typeof client?.value !== 'string') return { ...row, cells }
    return { ...row, cells: { ...cells, client: { ...client, value: nameOf(client.value) } } }
  }
  return { ...report, tables: report.tables.map((table) => ({ ...table, rows: table.rows.map(named) })) }
}

/** The reports there are, in a language. */
export function listReports(language: Language) {
  const words = reportWords(language)
  return {
    items: reportNames.map((name) => ({
      name,
      ...words.reports[name],
      groups: [...reportSpecs[name].groups],
      hasPeriod: reportSpecs[name].isOfNow !== true,
    })),
  }
}

function told(
  { name, frame, by, tables, notes, now, toCome }: Built,
  { language, limit = mostRows }: Telling,
  metric: ReportQuery['metric'],
): Report {
  const words = reportWords(language)
  const shown = tables.map((table) => shownTable(frame, table, language, limit))
  const more = shown.reduce((sum, table) => sum + table.more, 0)
  const { fromDay, toDay, period } = frame
  return {
    name,
    title: words.reports[name].title,
    period: { id: period, title: periodTitle(period, fromDay, toDay), from: fromDay, to: toDay },
    filters: { ...frame.filters, ...(metric === undefined ? {} : { metric }) },
    by,
    groups: reportSpecs[name].groups.map((id) => ({ id, title: words.groups[id] })),
    how: words.reports[name].how,
    notes: [
      ...behind(words, { frame, now, toCome }),
      ...notes().map((note) => noteText(words, note, { language, currency: frame.money.currency })),
      ...(more > 0 ? [words.notes.more(more)] : []),
    ],
    tables: shown,
    currency: frame.money.currency,
    language,
    asOf: frame.today,
    generatedAt: now,
    toCome,
  }
}

function periodTitle(period: string | null, fromDay: string, toDay: string): string {
  return period ?? `${fromDay} – ${addDays(toDay, -1)}`
}

/** How far the numbers are behind, where they are. */
function behind(
  words: ReportWords,
  { frame, now, toCome }: Pick<Built, 'frame' | 'now' | 'toCome'>,
): readonly string[] {
  if (toCome === null || toCome === 0) return []
  const clock = new Intl.DateTimeFormat('en-GB', { timeZone: frame.zone, hour: '2-digit', minute: '2-digit' })
  return [words.notes.to_come(toCome, clock.format(new Date(now)))]
}

type Saying = { readonly language: Language; readonly currency: string }

function noteText({ notes }: ReportWords, note: Note, { language, currency }: Saying): string {
  if (note.kind === 'no_rate') return notes.no_rate(note.currency)
  if (note.kind !== 'closed' && note.kind !== 'corrected_later') return notes[note.kind]
  const format = formatFor(language, 'UTC')
  const month = (id: string) => format.month(id)
  if (note.kind === 'closed') return notes.closed(month(note.month), format.day(note.on), note.by)
  const later = note.months.split(', ').map(month).join(', ')
  return notes.corrected_later(month(note.month), format.money(note.sumMinor, currency), later)
}
