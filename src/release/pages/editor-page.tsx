import { firstStart } from '#domain/kernel/access'
import { authorName } from './versions-page'
import { raw } from 'hono/html'

import { readRules } from '#usecases/rules/read-rules'
import { readStuckDeals } from '#release/usecases/read-stuck-deals'

import type { PageSpec } from '#pages/page.tsx'
import { BackstageStand } from './backstage-stand'
import { StuckDeals } from './stuck-deals'
import { editorTexts } from './texts/editor'

/** The rules as a text to edit, with everything an editor of one’s own would do, drawn, planned and published from here. */
export const editorPage: PageSpec = {
  id: 'editor',
  path: '/app/editor',
  nav: 'rules',
  right: 'signed_in',
  script: 'editor',
  worker: 'rules-checker',
  hasStyles: true,
  run: async (ask) => {
    const t = editorTexts[ask.language]
    const [rules, { model }, stuck] = await Promise.all([
      readRules(ask.ports, undefined),
      ask.ports.rules.current(),
      readStuckDeals(ask.ports, ask),
    ])
    const mayPublish = ask.caller.reach.rules_edit === 'all'
    const names = Object.values(ask.people.employees).map(({ id, name }) => [id, name] as const)
    const [no, at] = [ask.format.number(rules.version), ask.format.moment(rules.at)]
    const said = rules.author === firstStart ? t.firstVersion(no, at) : t.version(no, authorName(ask, rules.author), at)
    const brought = {
      words: t.script,
      version: rules.version,
      mayPublish,
      names: mayPublish ? Object.fromEntries(names) : {},
    }
    return {
      title: t.title,
      isWide: true,
      shortcuts: [
        { keys: 'Ctrl+Space', does: t.keys.complete },
        { keys: 'Ctrl+F', does: t.keys.find },
        { keys: 'F8', does: t.keys.fault },
      ],
      body: (
        <>
          <header class="page-head">
            <h1>{t.title}</h1>
            <p>
              {said}
              {rules.note === '' ? null : ` ${t.note(rules.note)}`}
            </p>
            <span class="grow" />
            <a href="/app/editor/versions">{t.versions}</a>
            <a href="/app/automation">{t.automation}</a>
            <span id="editor-state" role="status" />
            <button type="button" id="editor-revert" class="secondary" hidden>
              {t.script.revert}
            </button>
            {mayPublish ? (
              <button type="button" id="editor-plan" class="primary">
                {t.plan}
              </button>
            ) : null}
          </header>
          {mayPublish ? null : <p class="quiet apart">{t.readOnly}</p>}
          <BackstageStand ask={ask} />
          <StuckDeals ask={ask} model={model} stuck={stuck} />
          <Workshop text={rules.text} t={t} />
          <script type="application/json" id="editor-brought">
            {raw(JSON.stringify(brought).replaceAll('<', '\\u003c'))}
          </script>
        </>
      ),
    }
  },
}

function Workshop({ text, t }: { readonly text: string; readonly t: (typeof editorTexts)['en'] }) {
  const lines = text.split('\n')
  return (
    <div class="workshop">
      <section id="editor" class="workshop-text" aria-label={t.script.editor}>
        <noscript>
          <p>{t.without}</p>
        </noscript>
        <div id="editor-plain" class="workshop-plain">
          <pre id="editor-lines" aria-hidden="true">
            {lines.map((_, index) => index + 1).join('\n')}
          </pre>
          <textarea
            id="editor-source"
            rows={lines.length}
            wrap="off"
            autocomplete="off"
            autocapitalize="off"
            spellcheck={false}
            aria-label={t.script.editor}
          >
            {`\n${text}`}
          </textarea>
        </div>
      </section>
      <div class="workshop-side">
        <ol id="editor-faults" class="workshop-faults" hidden />
        <section aria-label={t.drawing}>
          <label class="workshop-direction">
            {t.direction} <select id="editor-direction" />
          </label>
          <div id="editor-drawing">
            <p class="empty">{t.script.nothing}</p>
          </div>
        </section>
      </div>
    </div>
  )
}
