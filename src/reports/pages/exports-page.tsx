import { readAudit } from '#reports/usecases/read-audit'
import { CompanyTabs } from '#pages/company/company-tabs.tsx'
import type { PageAsk, PageSpec } from '#pages/page.tsx'
import { directionName } from '#domain/rules/former-names'
import { axisName } from '#domain/plan/plan-scope'
import { planTexts } from '#pages/plan/texts/plan-texts'
import { fieldLabel } from '#playbook/rule-sentences'
import { columnName } from '#reports/usecases/deal-table-names'
import type { Model } from '#schemas/model'
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
    const [{ items, cursor }, { model }] = await Promise.all([
      readAudit(ask.ports, ask, { limit: aPage }),
      ask.ports.rules.current(),
    ])
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
                          .filter(([name]) => name !== 'lang')
                          .map(([name, value]) => askedSaid({ ask, model }, { what, name, value }))
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

type Said = { readonly ask: PageAsk; readonly model: Model }
type Asked = { readonly what: string; readonly name: string; readonly value: string }

/** What a file was narrowed to, by the names that the pages have for it. */
function askedSaid(said: Said, asked: Asked): string {
  const { asked: names } = exportTexts[said.ask.language]
  return `${names[asked.name as keyof typeof names] ?? asked.name}: ${valueSaid(said, asked)}`
}

function valueSaid(said: Said, { what, name, value }: Asked): string {
  const called = name === 'columns' ? columnsSaid(said, what, value) : nameOf(said, name, value)
  return called ?? value
}

function columnsSaid({ ask: { language }, model }: Said, what: string, value: string): string {
  const { clientColumns: own } = exportTexts[language]
  const columnSaid = (id: string): string =>
    (what === 'clients' ? own[id as keyof typeof own] : columnName({ id }, model, language)) ?? id
  return value.split(',').map(columnSaid).join(', ')
}

function nameOf({ ask: { language, people }, model }: Said, name: string, value: string): string | undefined {
  const { metrics } = planTexts[language]
  const { groups } = reportWords(language)
  const field = model.fields[value]
  switch (name) {
    case 'department':
      return people.departments[value]?.name
    case 'person':
      return people.employees[value]?.name
    case 'direction':
      return directionName(model, value)
    case 'axis':
      return axisName(model, value)
    case 'by':
      return groups[value as keyof typeof groups]
    case 'metric':
      return metrics[value as keyof typeof metrics]
    case 'field':
      return field === undefined ? undefined : fieldLabel(field, language)
    default:
      return undefined
  }
}

/** What was taken out, in words: a report by its title, or the table of deals. */
function whatName(what: string, language: Language): string {
  const name = reportNames.find((one) => what === `report ${one}`)
  if (name !== undefined) return reportWords(language).reports[name].title
  const { deals, clients, register } = exportTexts[language]
  return { deals, clients, register }[what] ?? what
}
