import { directionName } from '#domain/rules/former-names'
import type { Model } from '#schemas/model'
import type { ReportItem, ReportItems } from '#schemas/report'
import { readReportItems } from '#reports/usecases/read-report-items'

import { dealAddress, talkAddress } from '#pages/links.tsx'
import type { PageAsk, PageSpec } from '#pages/page.tsx'
import { itemsAddress } from '#pages/links.tsx'
import { PhoneTable } from '#pages/phone-table.tsx'
import { isNumeric, reportAddress, reportAskedOf, reportValue } from './report-shown'
import { reportsTexts } from './texts/reports'

const limit = 100

/** The deals or tasks behind one number of a report; what they bring comes to that number. */
export const reportItemsPage: PageSpec = {
  id: 'reportItems',
  path: '/app/reports/:report/items',
  nav: 'reports',
  right: 'signed_in',
  run: async (ask) => {
    const t = reportsTexts[ask.language]
    const name = ask.params['report'] ?? ''
    const cell = ask.query.get('cell') ?? ''
    const after = /^\d{1,9}$/.exec(ask.query.get('after') ?? '')?.[0]
    const asked = { ...reportAskedOf(ask.query), cell }
    const page = { limit, ...(after === undefined ? {} : { cursor: after }) }
    const [{ model }, found] = await Promise.all([
      ask.ports.rules.current(),
      readReportItems(ask.ports, ask, { name, asked, language: ask.language }, page),
    ])
    const { cell: _cell, ...filters } = asked
    const start = Number(after ?? 0)
    return {
      title: found.title,
      body: (
        <>
          <header class="page-head">
            <h1>{found.title}</h1>
            <span class="grow" />
            <a href={reportAddress(name, filters)}>{t.backTo}</a>
          </header>
          <section class="card" aria-labelledby="items-title">
            <header>
              <h2 id="items-title">{t.items}</h2>
              <p>
                {ask.format.counted(found.count, t.counted)}. {t.folds[found.fold]}{' '}
                <strong>{valueOf(ask, found, found.value)}</strong>
              </p>
            </header>
            {found.items.length === 0 ? (
              <p class="empty">{t.empty}</p>
            ) : (
              <Items ask={ask} found={found} model={model} />
            )}
            <p class="row card-foot">
              <span class="quiet">
                {t.shownOf(
                  ask.format.number(Math.min(start + 1, found.count)),
                  ask.format.number(start + found.items.length),
                  ask.format.number(found.count),
                )}
              </span>
              {start === 0 ? null : <a href={itemsAddress(name, asked)}>{t.firstPage}</a>}
              {found.cursor === undefined ? null : (
                <a rel="next" href={itemsAddress(name, { ...asked, after: found.cursor })}>
                  {t.nextPage}
                </a>
              )}
            </p>
          </section>
        </>
      ),
    }
  },
}

function valueOf(ask: PageAsk, { column }: ReportItems, value: number | null): string {
  return reportValue(ask, value, { kind: column.kind, currency: column.currency ?? ask.currency })
}

function Items({ ask, found, model }: { readonly ask: PageAsk; readonly found: ReportItems; readonly model: Model }) {
  const t = reportsTexts[ask.language]
  return (
    <PhoneTable ask={ask} labelledBy="items-title" rows={found.items.length}>
      <table class="report-table cards-on-phone">
        <thead>
          <tr>
            <th scope="col">{t.item}</th>
            <th scope="col">{t.who}</th>
            <th scope="col">{t.direction}</th>
            <th scope="col">{t.at}</th>
            <th scope="col" class={isNumeric(found.column.kind) ? 'number' : undefined}>
              {t.brings}
            </th>
          </tr>
        </thead>
        <tbody>
          {found.items.map((item) => (
            <tr>
              <th scope="row">
                <Titled item={item} />
                {item.dealTitle === undefined ? null : <span class="source">{item.dealTitle}</span>}
              </th>
              <td data-name={t.who}>{ask.people.employees[item.person]?.name ?? item.person}</td>
              <td data-name={t.direction}>{directionName(model, item.direction) ?? item.direction}</td>
              <td class={item.at === null ? 'none' : undefined} data-name={t.at}>
                {item.at === null ? '–' : ask.format.moment(item.at)}
              </td>
              <td class={`lead${isNumeric(found.column.kind) ? ' number' : ''}`}>{bringsOf(ask, found, item)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </PhoneTable>
  )
}

/** What it is called, with its page behind it; of a talk that was forgotten there is none. */
function Titled({ item: { deal, talk, title } }: { readonly item: ReportItem }) {
  if (talk !== undefined) return <a href={talkAddress(talk)}>{title}</a>
  return deal === '' ? <>{title}</> : <a href={dealAddress(deal)}>{title}</a>
}

/** Of a share each item brings one or nothing; of anything else an amount in the unit of the column. */
function bringsOf(ask: PageAsk, found: ReportItems, { value }: ReportItem): string {
  if (found.fold === 'percent') return value === 0 ? '–' : '✓'
  return valueOf(ask, found, value)
}
