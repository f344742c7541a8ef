import { readAutomation } from '#automation/usecases/read-automation'
import type { RuleView } from '#schemas/automation'

import { raw } from 'hono/html'

import { CompanyTabs } from '#pages/company/company-tabs.tsx'
import type { PageAsk, PageSpec } from '#pages/page.tsx'
import { playbookAddress } from '#pages/workshop/playbook-page.tsx'
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
    const [{ items }, { model }, { rulesInWords }] = await Promise.all([
      readAutomation(ask.ports),
      ask.ports.rules.current(),
      // As with the playbook: most requests have nothing to do with it.
      import('#playbook/playbook'),
    ])
    const mayEdit = ask.caller.reach.rules_edit === 'all'
    const words = rulesInWords(model, ask.language, playbookAddress)
    return {
      title: t.title,
      body: (
        <>
          <header class="page-head">
            <h1>{t.title}</h1>
            <span class="grow" />
            {mayEdit ? <a href="/app/editor">{t.toRules}</a> : null}
          </header>
          {mayEdit ? <CompanyTabs ask={ask} now="automation" /> : null}
          {items.length === 0 ? <p class="empty">{t.none}</p> : null}
          <div class="stack">
            {items.map((rule) => (
              <Rule ask={ask} rule={rule} words={words.get(rule.id)} />
            ))}
          </div>
        </>
      ),
    }
  },
}

type Words = { readonly when: string; readonly does: readonly string[] }
type RuleParts = { readonly ask: PageAsk; readonly rule: RuleView; readonly words: Words | undefined }

/** A rule as people say it; whoever writes rules is told where it stands in the file. */
function Rule({ ask, rule, words = { when: '', does: [] } }: RuleParts) {
  const t = automationTexts[ask.language]
  const { id, line, paused } = rule
  const mayEdit = ask.caller.reach.rules_edit === 'all'
  return (
    <section class="card" id={`rule-${id}`} aria-labelledby={`rule-${id}-title`}>
      <header>
        <h2 id={`rule-${id}-title`}>{raw(words.when)}</h2>
        {paused === undefined ? <span class="badge good">{t.runs}</span> : <span class="badge warn">{t.paused}</span>}
      </header>
      <ul class="plain-list">
        {words.does.map((action) => (
          <li>{raw(action)}</li>
        ))}
      </ul>
      {mayEdit ? (
        <p class="quiet small">
          <code>{id}</code>, {t.line(ask.format.number(line))}
        </p>
      ) : null}
      {paused === undefined ? null : (
        <p>
          {t.since(ask.format.moment(paused.at), ask.people.employees[paused.by]?.name ?? paused.by)} {paused.reason}
        </p>
      )}
      {mayEdit ? <Switch ask={ask} rule={rule} /> : null}
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
