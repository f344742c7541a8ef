import { reaches } from '#domain/kernel/access'
import { reachesPlan } from '#domain/plan/plan-scope'
import { periodsContaining } from '#domain/time/period'
import { dateIn } from '#domain/time/zone'
import { metrics, planScopes } from '#schemas/plan-names'
import { readPlan, scopesOf } from '#usecases/plan/read-plan'

import type { PageAsk, PageSpec } from '#pages/page.tsx'
import { closingOf, PlanClosing } from './plan-closing'
import { PlanClosely } from './plan-closely'
import { PeriodBar } from './plan-periods'
import { planAddress, type PlanAddress, type ShownPlan } from './plan-shown'
import { PlanTable } from './plan-table'
import { planTexts } from './texts/plan-texts'

/** Where the plans of a period stand, row by row, one of them day by day. */
export const planPage: PageSpec = {
  id: 'plan',
  path: '/app/plan',
  nav: 'plan',
  right: 'plan_read',
  isLive: true,
  run: async (ask) => {
    const t = planTexts[ask.language]
    const { model } = await ask.ports.rules.current()
    const { yearStarts } = model.plan
    const today = dateIn(ask.zone, ask.now)
    const asked = askedOf(ask, periodsContaining(today, yearStarts).month)
    const [seen, closing] = await Promise.all([
      readPlan(ask.ports, ask.caller, asked.period, asked),
      closingOf(ask, asked.period),
    ])
    const shown = { ask, model, seen, asked }
    const sets = await hasPlansToSet(ask, seen)
    return {
      title: t.title,
      body: (
        <>
          <header class="page-head">
            <h1>{t.title}</h1>
            <span class="grow" />
            <a
              class="button secondary"
              href={`/app/plan/targets?year=${yearOf(asked.period, yearStarts)}&metric=${asked.metric}`}
            >
              {sets ? t.setTargets : t.seeTargets}
            </a>
          </header>
          <div class="bar">
            <PeriodBar
              period={asked.period}
              today={today}
              yearStarts={yearStarts}
              language={ask.language}
              address={(period) => planAddress({ ...asked, period })}
            />
            <MetricTabs {...shown} />
          </div>
          <div class="stack">
            {seen.closely === null ? <p class="empty">{t.empty}</p> : <PlanClosely {...shown} closely={seen.closely} />}
            <PlanTable {...shown} />
            {closing === undefined ? null : (
              <PlanClosing ask={ask} closing={closing} isOver={seen.to <= today} currency={seen.currency} />
            )}
            <details class="card how">
              <summary>{t.how}</summary>
              {t.howSays.map((sentence) => (
                <p>{sentence}</p>
              ))}
            </details>
          </div>
        </>
      ),
    }
  },
}

/** Whether there is anybody whose plan they set: the head of a department where nobody has a plan or a deal only looks. */
async function hasPlansToSet({ ports, caller, people }: PageAsk, { rows }: ShownPlan['seen']): Promise<boolean> {
  const reach = caller.reach.plan_edit
  if (reach === 'none' || reach === 'all') return reach === 'all'
  if (rows.some((row) => row.plan !== null && reachesPlan(caller, 'plan_edit', row, people))) return true
  const owned = await ports.people.openDeals()
  return Object.entries(owned).some(([id, deals]) => deals > 0 && reaches(caller, 'plan_edit', id, people))
}

function askedOf({ query, caller }: PageAsk, month: string): PlanAddress {
  const scopes = scopesOf(caller).filter((scope) => scope !== 'company')
  const by =
    scopes.find((scope) => scope === query.get('by')) ?? (scopes.includes('employee') ? 'employee' : 'department')
  const scope = planScopes.find((one) => one === query.get('scope'))
  return {
    period: query.get('period') ?? month,
    metric: metrics.find((one) => one === query.get('metric')) ?? 'sum',
    by,
    ...(scope === undefined ? {} : { row: { scope, id: query.get('id') ?? '' } }),
    ...(query.get('sort') === 'name' ? { sort: 'name' } : {}),
  }
}

function yearOf(period: string, yearStarts: number): string {
  // A month of a year that starts in April may belong to the year before.
  return /^\d{4}-\d{2}$/.test(period) ? periodsContaining(period, yearStarts).year : period.slice(0, 4)
}

function MetricTabs({ ask, asked }: ShownPlan) {
  const t = planTexts[ask.language]
  return (
    <nav class="tabs" aria-label={t.metric}>
      {metrics.map((metric) => (
        <a href={planAddress({ ...asked, metric })} aria-current={metric === asked.metric ? 'true' : undefined}>
          {t.metrics[metric]}
        </a>
      ))}
    </nav>
  )
}
