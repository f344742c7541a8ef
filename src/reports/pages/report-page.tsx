import { mayExport } from '#domain/kernel/access'
import type { ColumnKind } from '#schemas/report-names'
import type { Report, ReportCell, ReportRow, ReportTable } from '#schemas/report'
import { hasNothing } from '#reports/domain/has-nothing'
import { listReports, readReport } from '#reports/usecases/read-report'

import { dealAddress } from '#pages/links.tsx'
import type { PageAsk, PageSpec } from '#pages/page.tsx'
import { periodTitle } from '#pages/plan/plan-periods.tsx'
import { PhoneTable, nameBeside } from '#pages/phone-table.tsx'
import { ReportChart, isDrawn, leadOf } from './report-chart'
import { ReportFilters } from './report-filters'
import { itemsAddress, type ReportAsked } from '#pages/links.tsx'
import { fileAddress, isNumeric, reportAskedOf, reportValue } from './report-shown'
import { ResponseWeeks, rowsOfWeeks } from './response-weeks'
import { reportsTexts } from './texts/reports'

/** More columns than these are cut off on a page of the usual width. */
const mostColumns = 9
/** More rows than these scroll below their heading on a desk. */
const mostInSight = 34

/** One report: its filters, its numbers and how they are computed. Every report is shown by this page. */
export const reportPage: PageSpec = {
  id: 'report',
  path: '/app/reports/:report',
  nav: 'reports',
  right: 'signed_in',
  script: 'report',
  run: async (ask) => {
    const t = reportsTexts[ask.language]
    const name = ask.params['report'] ?? ''
    const asked = reportAskedOf(ask.query)
    const [{ model }, report] = await Promise.all([
      ask.ports.rules.current(),
      readReport(
        ask.ports,
        ask,
        { name, asked },
        {
          language: ask.language,
          ...(asked.by === 'source_hour' ? { limit: rowsOfWeeks } : {}),
        },
      ),
    ])
    const hasPeriod = listReports(ask.language).items.some((one) => one.name === name && one.hasPeriod)
    const shown = { ask, report, asked }
    return {
      title: report.title,
      isWide: report.tables.some(({ columns }) => columns.length > mostColumns),
      body: (
        <>
          <header class="page-head">
            <h1>{report.title}</h1>
            <p>{hasPeriod ? titleOf(report, ask) : t.asOf(ask.format.wholeDay(report.asOf))}</p>
            <span class="grow" />
            <a href="/app/reports">{t.all}</a>
            <Files {...shown} />
          </header>
          <ReportFilters {...shown} model={model} hasPeriod={hasPeriod} />
          <div class="stack report">
            <p class="how-sentence">
              <strong>{t.how}.</strong> {report.how}
            </p>
            {report.notes.map((note) => (
              <p class="note">{note}</p>
            ))}
            {report.tables.map((table) => (
              <section class="card" aria-labelledby={`table-${table.id}`}>
                <header>
                  <h2 id={`table-${table.id}`}>{table.title}</h2>
                </header>
                {hasNothing(table) ? <p class="empty">{t.empty}</p> : <Told {...shown} table={table} />}
              </section>
            ))}
          </div>
        </>
      ),
    }
  },
}

type Shown = { readonly ask: PageAsk; readonly report: Report; readonly asked: ReportAsked }

/** A picture and the numbers; where there are hundreds of rows of hours, those are folded away. */
function Told(props: Shown & { readonly table: ReportTable }) {
  if (props.report.by !== 'source_hour') {
    return (
      <>
        <ReportChart {...props} />
        <Numbers {...props} />
      </>
    )
  }
  return (
    <>
      <ResponseWeeks {...props} />
      <details>
        <summary>{reportsTexts[props.ask.language].asTable}</summary>
        <Numbers {...props} />
      </details>
    </>
  )
}

function titleOf({ period }: Report, { language, format }: PageAsk): string {
  return period.id === null
    ? period.title.replaceAll(/\d{4}-\d{2}-\d{2}/g, (day) => format.shortDay(day))
    : periodTitle(period.id, language)
}

function Files({ ask, report, asked }: Shown) {
  const t = reportsTexts[ask.language]
  const query = { ...asked, by: report.by, lang: ask.language }
  return (
    <span class="row report-files">
      {(mayExport(ask.caller) ? (['xlsx', 'csv'] as const) : []).map((format) => (
        <a class="button secondary" href={fileAddress(report.name, format, query)} download="">
          {t[format]}
        </a>
      ))}
      <button type="button" class="secondary" data-print hidden>
        {t.print}
      </button>
    </span>
  )
}

function Numbers(props: Shown & { readonly table: ReportTable }) {
  const { ask, table } = props
  const t = reportsTexts[ask.language]
  const lead = leadOf(props.report.name, table)
  return (
    <PhoneTable
      ask={ask}
      labelledBy={`table-${table.id}`}
      rows={table.rows.length}
      isFolded={props.report.tables.length > 1 && isDrawn(props.report.name)}
      isTall={table.rows.length > mostInSight}
    >
      <table class="report-table cards-on-phone">
        <thead>
          <tr>
            <th scope="col">{table.rowTitle}</th>
            {table.columns.map(({ title, kind }) => (
              <th scope="col" class={isNumeric(kind) ? 'number' : undefined}>
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row) => (
            <tr>
              <th scope="row">
                {row.deal === undefined ? row.label : <a href={dealAddress(row.deal)}>{row.label}</a>}
              </th>
              <Cells {...props} lead={lead} row={row} />
            </tr>
          ))}
        </tbody>
        {table.totals === null ? null : (
          <tfoot>
            <tr>
              <th scope="row">{t.total}</th>
              <Cells {...props} lead={lead} row={{ id: '', label: t.total, cells: table.totals }} />
            </tr>
          </tfoot>
        )}
      </table>
    </PhoneTable>
  )
}

type OfRow = Shown & { readonly table: ReportTable; readonly lead: string | undefined; readonly row: ReportRow }

function Cells({ ask, report, asked, table, lead, row }: OfRow) {
  return (
    <>
      {table.columns.map(({ id, kind, title, currency }) => {
        const cell: ReportCell | undefined = row.cells[id]
        const text = reportValue(ask, cell?.value, { kind, currency: cell?.currency ?? currency ?? report.currency })
        const looks = [
          isNumeric(kind) ? 'number' : `of-${kind}`,
          id === lead ? 'lead' : isNothing(cell, kind) ? 'none' : '',
        ]
        return (
          <td class={looks.join(' ').trim()} data-name={id === lead ? undefined : nameBeside(title)}>
            {cell?.cell === undefined ? (
              cell === undefined && row.id === '' ? (
                ''
              ) : (
                text
              )
            ) : (
              <a
                href={itemsAddress(report.name, { ...asked, by: report.by, cell: cell.cell })}
                aria-label={`${row.label}, ${title}: ${text}`}
              >
                {text}
              </a>
            )}
          </td>
        )
      })}
    </>
  )
}

/** Whether a cell says nothing that a card of the row has to say: nothing, none of something, no money. */
function isNothing(cell: ReportCell | undefined, kind: ColumnKind): boolean {
  const value = cell?.value ?? null
  return value === null || value === '' || (value === 0 && (kind === 'count' || kind === 'money'))
}
