import type { PageAsk, PageSpec } from '#pages/page.tsx'
import type { Entry } from '#ports/entry'
import type { Employee } from '#schemas/people'
import { readSessions } from '#entry/usecases/sessions'
import type { Session } from '#schemas/entry'

import { PasswordForm } from './own-sign-in'
import { passkeysAt } from './passkey-place'
import { entryTexts, type EntryTexts } from './texts/sign-in'

/** How somebody signs in and where they are signed in. */
export const accountPage: PageSpec = {
  id: 'account',
  path: '/app/account',
  right: 'signed_in',
  script: 'sign-in',
  run: async (ask) => {
    const { ports, me, language, format, caller, session: here } = ask
    const t = entryTexts[language]
    const [entry, { items }] = await Promise.all([ports.entry.find(me.id), readSessions(ports, caller, me.id)])
    const done = ask.query.get('done')
    const told = done === 'password' ? t.changed : done === 'passkey' ? t.passkeyMade : undefined
    return {
      title: t.account,
      body: (
        <div class="narrow">
          <header class="page-head">
            <h1>{t.account}</h1>
            <p>{t.accountWhy}</p>
          </header>
          {told === undefined ? null : (
            <p class="good" role="status">
              {told}
            </p>
          )}
          <section class="card">
            <h2>{t.sessions}</h2>
            {items.length === 0 ? <p class="quiet">{t.noSessions}</p> : null}
            <ul class="session-list">
              {items.map((session) => (
                <SessionLine session={session} isHere={session.id === here} {...{ t, format }} />
              ))}
            </ul>
            {items.length === 0 ? null : (
              <form data-api={`DELETE /employees/${me.id}/sessions`} data-then="go:/app/sign-in">
                <p class="end-all">
                  <button class="secondary">{t.endAll}</button>
                  <span class="quiet">{t.endAllWhy}</span>
                </p>
              </form>
            )}
          </section>
          {ports.ways.by === 'link' ? (
            <>
              <Password me={me} entry={entry} t={t} />
              <Passkeys entry={entry} ask={ask} t={t} />
            </>
          ) : (
            <p class="quiet">{ports.ways.by === 'picker' ? t.picked : t.elsewhere}</p>
          )}
        </div>
      ),
    }
  },
}

type Shown = { readonly entry: Entry; readonly t: EntryTexts }

function Password({ me, entry, t }: Shown & { readonly me: Employee }) {
  const hasPresent = entry.password !== undefined
  return (
    <section class="card">
      <h2>{hasPresent ? t.changePassword : t.setPassword}</h2>
      <PasswordForm
        t={t}
        login={me.email ?? me.id}
        action="/app/account/password"
        hasPresent={hasPresent}
        label={hasPresent ? t.change : t.setPassword}
      />
    </section>
  )
}

function Passkeys({ entry, ask: { me, format, origin }, t }: Shown & { readonly ask: PageAsk }) {
  return (
    <section class="card">
      <h2>{t.passkeys}</h2>
      {entry.passkeys.length === 0 ? <p class="quiet">{t.noPasskeys}</p> : null}
      <ul class="session-list">
        {entry.passkeys.map(({ id, name, at }) => (
          <li>
            <div>
              <strong>{name === '' ? t.unknownDevice : name}</strong>
              <span class="quiet">{t.passkeyAt({ at: format.moment(at) })}</span>
            </div>
            <form data-api={`DELETE /employees/${me.id}/passkeys/${id}`} data-done={t.removed}>
              <button class="secondary">{t.remove}</button>
            </form>
          </li>
        ))}
      </ul>
      <Adding address={origin} t={t} />
    </section>
  )
}

function Adding({ address, t }: { readonly address: string; readonly t: EntryTexts }) {
  const { isPossible, instead } = passkeysAt(address)
  if (!isPossible) return <p class="quiet">{t.passkeyHere({ address: instead })}</p>
  return (
    <p>
      <button type="button" class="secondary" data-passkey="mine">
        {t.addPasskey}
      </button>
    </p>
  )
}

/** One place where somebody is signed in, with what ends it. */
export function SessionLine({
  session,
  isHere,
  t,
  format,
}: {
  readonly session: Session
  readonly isHere: boolean
  readonly t: EntryTexts
  readonly format: { readonly moment: (instant: string) => string }
}) {
  const device = session.device === '' ? t.unknownDevice : session.device
  return (
    <li id={`session-${session.id}`}>
      <div>
        <span>
          <strong>{device}</strong> <span class="quiet">{t.by[session.by]}</span>{' '}
          {isHere ? <span class="badge">{t.here}</span> : null}
        </span>
        <span class="quiet">{t.since({ at: format.moment(session.at), seen: format.moment(session.seenAt) })}</span>
      </div>
      {isHere ? null : (
        <form data-api={`DELETE /employees/${session.employee}/sessions/${session.id}`} data-done={t.ended}>
          <button class="secondary">{t.end}</button>
        </form>
      )}
    </li>
  )
}
