import type { ReportName } from '#schemas/report-names'
import { listReports } from '#reports/usecases/read-report'

import type { PageSpec } from '#pages/page.tsx'
import { reportsTexts } from './texts/reports'

const groups: Readonly<Record<'sales' | 'way' | 'work', readonly ReportName[]>> = {
  sales: ['plan_fact', 'accountant', 'forecast', 'plan_needs', 'velocity'],
  way: ['funnel_cohort', 'funnel_period', 'time_in_stage', 'lost_reasons', 'compliance'],
  work: ['tasks', 'load', 'discipline', 'response', 'calls'],
}

/** Every report there is, and what it tells. */
export const reportsPage: PageSpec = {
  id: 'reports',
  path: '/app/reports',
  nav: 'reports',
  right: 'signed_in',
  run: ({ language }) => {
    const t = reportsTexts[language]
    const { items } = listReports(language)
    const body = (
      <>
        <header class="page-head">
          <h1>{t.title}</h1>
          <p>{t.intro}</p>
        </header>
        <div class="stack">
          {(['sales', 'way', 'work'] as const).map((group) => (
            <section aria-labelledby={`group-${group}`}>
              <h2 id={`group-${group}`} class="group-title">
                {t.groups[group]}
              </h2>
              <ul class="report-list">
                {items
                  .filter(({ name }) => groups[group].includes(name))
                  .toSorted((a, b) => groups[group].indexOf(a.name) - groups[group].indexOf(b.name))
                  .map(({ name, title, how }) => (
                    <li class="card">
                      <h3>
                        <a href={`/app/reports/${name}`}>{title}</a>
                      </h3>
                      <p class="quiet small">{firstSentences(how)}</p>
                    </li>
                  ))}
              </ul>
            </section>
          ))}
        </div>
      </>
    )
    return Promise.resolve({ title: t.title, body })
  },
}

/** So many letters say what a report is for; a first word, such as “Fact:”, does not. */
const enough = 60

/** Whole sentences, enough to choose by; the rest is on the page of the report. */
function firstSentences(text: string): string {
  let said = ''
  for (const sentence of text.match(/.+?[.:](?=\s|$)\s*|.+$/gu) ?? [text]) {
    said += sentence
    if (said.length >= enough && /\.\s*$/u.test(said)) break
  }
  return said.trim()
}
