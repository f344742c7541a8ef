import { readAudit } from '#reports/usecases/read-audit'
import { CompanyTabs } from '#pages/company/company-tabs.tsx'
import type { PageSpec } from '#pages/page.tsx'
import { reportNames } from '#schemas/report-names'
import { reportWords } from '#reports/domain/words-of-reports'
import type { Language } from '#schemas/language-names'
import { exportTexts } from './texts/exports'

const aPage = 100

/** Who has taken data out of Norma, what and when, the newest first. */
export const exportsPage: PageSpec = {
  id: 'exports',
  path: '/app/company/exports',
  nav: 'company',
  right: 'audit_read',
  run: async (ask) => {
    const t = exportTexts[ask.language]
    const { items, cursor } = await readAudit(ask.ports, ask, { limit: aPage })
    return {
      title: t.title,
      body: (
        <>
          <header class="page-head">
            <h1>{t.title}</h1>
            <p>{t.sub}</p>
          </header>
          <CompanyTabs ask={ask} now="exports" />
          {items.length === 0 ? <p class="empty">{t.none}</p> : null}
          {items.length === 0 ? null : (
            <div class="card table-wrap" tabindex={0} role="region" aria-label={t.title}>
              <table class="cards-on-phone">
                <thead>
                  <tr>
                    {[t.when, t.who, t.what, t.filters].map((name) => (
                      <th scope="col">{name}</th>
                    ))}
                    <th scope="col" class="number">
                      {t.rows}
                    </th>
                  </tr>
                </thead>
                <tbody>
                  {items.map(({ id, at, by, what, format, filters, rows }) => (
                    <tr id={`export-${id}`}>
                      <td>{ask.format.moment(at)}</td>
                      <td>{ask.people.employees[by]?.name ?? by}</td>
                      <td>{`${whatName(what, ask.language)} · ${format.toUpperCase()}`}</td>
                      <td class="filters-said wide">
                        {Object.entries(filters)
                          .map(([name, value]) => `${name}: ${value}`)
                          .join('; ')}
                      </td>
                      <td class="number" data-name={t.rows}>
                        {ask.format.number(rows)}
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          )}
          {cursor === undefined ? null : <p class="quiet">{t.more}</p>}
        </>
      ),
    }
  },
}

/** What was taken out, in words: a report by its title, or the table of deals. */
function whatName(what: string, language: Language): string {
  const name = reportNames.find((one) => what === `report ${one}`)
  if (name !== undefined) return reportWords(language).reports[name].title
  const { deals, clients, register } = exportTexts[language]
  return { deals, clients, register }[what] ?? what
}
