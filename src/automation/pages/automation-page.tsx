import { readAutomation } from '#automation/usecases/read-automation'
import type { RuleView } from '#schemas/automation'

import { CompanyTabs } from '#pages/company/company-tabs.tsx'
import type { PageAsk, PageSpec } from '#pages/page.tsx'
import { automationTexts } from './texts/automation'

/** What happens by itself, rule by rule: what sets it off, what it does, and a way to stop it at once and to let it run again. */
export const automationPage: PageSpec = {
  id: 'automation',
  path: '/app/automation',
  nav: 'rules',
  right: 'signed_in',
  isLive: true,
  run: async (ask) => {
    const t = automationTexts[ask.language]
    const { items } = await readAutomation(ask.ports)
    return {
      title: t.title,
      body: (
        <>
          <header class="page-head">
            <h1>{t.title}</h1>
            <span class="grow" />
            <a href="/app/editor">{t.toRules}</a>
          </header>
          {ask.caller.reach.rules_edit === 'all' ? <CompanyTabs ask={ask} now="automation" /> : null}
          {items.length === 0 ? <p class="empty">{t.none}</p> : null}
          {items.map((rule) => (
            <Rule ask={ask} rule={rule} />
          ))}
        </>
      ),
    }
  },
}

function Rule({ ask, rule }: { readonly ask: PageAsk; readonly rule: RuleView }) {
  const t = automationTexts[ask.language]
  const { id, on, field, stage, task, actions, line, paused } = rule
  const subject = field ?? stage ?? task
  return (
    <section class="card" id={`rule-${id}`} aria-labelledby={`rule-${id}-title`}>
      <header>
        <h2 id={`rule-${id}-title`}>{id}</h2>
        {paused === undefined ? <span class="badge good">{t.runs}</span> : <span class="badge warn">{t.paused}</span>}
      </header>
      <p>
        {t.setOff} <code>{subject === undefined ? on : `${on}: ${subject}`}</code>{' '}
        <span class="quiet small">{t.line(ask.format.number(line))}</span>
      </p>
      <ul>
        {actions.map((action) => (
          <li>
            <code>{action}</code>
          </li>
        ))}
      </ul>
      {paused === undefined ? null : (
        <p>
          {t.since(ask.format.moment(paused.at), ask.people.employees[paused.by]?.name ?? paused.by)} “{paused.reason}”
        </p>
      )}
      {ask.caller.reach.rules_edit === 'all' ? <Switch ask={ask} rule={rule} /> : null}
    </section>
  )
}

function Switch({ ask, rule: { id, paused } }: { readonly ask: PageAsk; readonly rule: RuleView }) {
  const t = automationTexts[ask.language]
  if (paused !== undefined)
    return (
      <form data-api={`DELETE /automation/${id}/pause`} data-done={t.resumed}>
        <p class="problem" data-problem role="alert" hidden />
        <button class="primary">{t.resume}</button>
      </form>
    )
  return (
    <form class="form" data-api={`PUT /automation/${id}/pause`} data-done={t.stopped}>
      <label class="field">
        <span class="label">{t.reason}</span>
        <input name="reason" maxlength={500} required />
        <small class="quiet">{t.reasonHint}</small>
      </label>
      <p class="problem" data-problem role="alert" hidden />
      <div class="buttons">
        <button class="secondary">{t.stop}</button>
      </div>
    </form>
  )
}
