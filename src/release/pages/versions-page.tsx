import { firstStart } from '#domain/kernel/access'
import { raw } from 'hono/html'

import { readVersions } from '#release/usecases/read-versions'
import type { ScheduledRelease, VersionHead } from '#schemas/release'

import type { PageAsk, PageSpec } from '#pages/page.tsx'
import { editorTexts } from './texts/editor'
import { versionTexts } from './texts/versions'

/** Who published which rules and why, what each version changed, the way back to an earlier one, and what is still to come. */
export const versionsPage: PageSpec = {
  id: 'versions',
  path: '/app/editor/versions',
  nav: 'rules',
  right: 'signed_in',
  script: 'versions',
  run: async (ask) => {
    const t = versionTexts[ask.language]
    const { current, versions, scheduled } = await readVersions(ask.ports)
    const mayPublish = ask.caller.reach.rules_edit === 'all'
    const brought = { words: editorTexts[ask.language].script, version: current, mayPublish, names: {} }
    return {
      title: t.title,
      body: (
        <>
          <header class="page-head">
            <h1>{t.title}</h1>
            <span class="grow" />
            <a href="/app/editor">{t.toRules}</a>
          </header>
          <Scheduled ask={ask} releases={scheduled} mayPublish={mayPublish} />
          <section class="card table-wrap" tabindex={0} aria-label={t.published}>
            <table class="cards-on-phone">
              <thead>
                <tr>
                  <th scope="col">{t.version}</th>
                  <th scope="col">{t.when}</th>
                  <th scope="col">{t.who}</th>
                  <th scope="col">{t.note}</th>
                  <th scope="col" aria-label={t.acts} />
                </tr>
              </thead>
              <tbody>
                {versions.map((head) => (
                  <Version ask={ask} head={head} current={current} mayPublish={mayPublish} />
                ))}
              </tbody>
            </table>
          </section>
          <script type="application/json" id="editor-brought">
            {raw(JSON.stringify(brought).replaceAll('<', '\\u003c'))}
          </script>
        </>
      ),
    }
  },
}

export function authorName(ask: PageAsk, id: string): string {
  return id === firstStart ? versionTexts[ask.language].firstStart : (ask.people.employees[id]?.name ?? id)
}

function Version(parts: {
  readonly ask: PageAsk
  readonly head: VersionHead
  readonly current: number
  readonly mayPublish: boolean
}) {
  const { ask, head, current, mayPublish } = parts
  const t = versionTexts[ask.language]
  const { version, at, author, note, restores } = head
  const no = ask.format.number(version)
  return (
    <tr id={`version-${version}`}>
      <th scope="row">
        {no} {version === current ? <span class="badge good">{t.inForce}</span> : null}
      </th>
      <td data-name={t.when}>{ask.format.moment(at)}</td>
      <td data-name={t.who}>{authorName(ask, author)}</td>
      <td class="wide" data-name={t.note}>
        {note}
        {restores === undefined ? null : <p class="quiet small">{t.restores(ask.format.number(restores))}</p>}
      </td>
      <td class="wide">
        <div class="row">
          <button
            type="button"
            class="secondary"
            data-piece={`/app/pieces/rules-difference/${version}`}
            aria-label={t.differenceOf(no)}
          >
            {t.difference}
          </button>
          {mayPublish && version < current ? (
            <button type="button" class="secondary" data-rollback={version} aria-label={t.goBackTo(no)}>
              {t.goBack}
            </button>
          ) : null}
        </div>
      </td>
    </tr>
  )
}

/** What is to be published later, and what could not be: a form each to call it off. */
function Scheduled(parts: {
  readonly ask: PageAsk
  readonly releases: readonly ScheduledRelease[]
  readonly mayPublish: boolean
}) {
  const { ask, releases, mayPublish } = parts
  const t = versionTexts[ask.language]
  if (releases.length === 0) return null
  return (
    <section class="card" aria-labelledby="scheduled-title">
      <header>
        <h2 id="scheduled-title">{t.scheduled}</h2>
      </header>
      <ul class="linked">
        {releases.map((release) => (
          <li id={`scheduled-${release.hash.slice(0, 12)}`}>
            <p>
              {release.state === 'failed' ? <span class="badge bad">{t.failed}</span> : null}{' '}
              {t.planned(ask.format.moment(release.at), authorName(ask, release.author))}
              {release.note === '' ? null : ` – ${release.note}`}
            </p>
            {release.why === undefined ? null : <p class="bad-text">{release.why}</p>}
            {mayPublish ? (
              <form data-api={`DELETE /rules/scheduled/${encodeURIComponent(release.id)}`} data-done={t.calledOff}>
                <p class="problem" data-problem role="alert" hidden />
                <button class="secondary">{release.state === 'failed' ? t.takeOff : t.callOff}</button>
              </form>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  )
}
