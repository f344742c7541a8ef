import { exchangePath } from '#exchange/domain/exchange-path'
import { openOneC } from '#exchange/usecases/one-c-rights'
import { readBases, readSessions } from '#exchange/usecases/read-bases'
import { CompanyTabs } from '#pages/company/company-tabs.tsx'
import { Select } from '#pages/piece-form.tsx'
import { ShownOnce } from '#pages/shown-once.tsx'
import type { PageAsk, PageSpec } from '#pages/page.tsx'
import type { OneCBase, OneCSession } from '#schemas/exchange/exchange'
import type { Model } from '#schemas/model'

import { exchangeTexts } from './texts/exchange'

/** The bases of 1C that exchange, how each stands, and what its last sessions brought. */
export const exchangePage: PageSpec = {
  id: 'exchange',
  path: '/app/company/one-c',
  nav: 'company',
  right: 'signed_in',
  isLive: true,
  run: async (ask) => {
    const t = exchangeTexts[ask.language]
    const { model } = await openOneC(ask.ports, ask.caller)
    const bases = await readBases(ask.ports, ask.caller)
    const sessions = await Promise.all(
      bases.map(({ id }) => readSessions(ask.ports, ask.caller, { id, language: ask.language })),
    )
    return {
      title: t.title,
      body: (
        <>
          <header class="page-head">
            <h1>{t.title}</h1>
            <p>{t.lead}</p>
          </header>
          <CompanyTabs ask={ask} now="oneC" />
          <div class="stack">
            <Rules ask={ask} model={model} />
            {bases.length === 0 ? <p class="empty">{t.none}</p> : null}
            {bases.map((one, no) => (
              <Base ask={ask} one={one} model={model} sessions={sessions[no] ?? []} />
            ))}
            <Connect ask={ask} model={model} />
          </div>
        </>
      ),
      aside: <InstructionOnce ask={ask} />,
    }
  },
}

type OfRules = { readonly ask: PageAsk; readonly model: Model }

/** What the rules say of the exchange: whose word on money holds before all. */
function Rules({ ask, model: { oneC } }: OfRules) {
  const t = exchangeTexts[ask.language]
  const codes = Object.entries(oneC?.status ?? {})
  return (
    <section class="card" aria-labelledby="rules-title">
      <header>
        <h2 id="rules-title">{t.rules}</h2>
      </header>
      {oneC === undefined ? (
        <p class="note">{t.unset}</p>
      ) : (
        <>
          <p>{t.sends[oneC.sends]}</p>
          <p>{t.believes[oneC.believes]}</p>
          {codes.length === 0 ? null : (
            <p class="quiet small">
              {`${t.status}: ${codes.map(([code, means]) => `${code} – ${t.meanings[means]}`).join(', ')}.`}
            </p>
          )}
        </>
      )}
    </section>
  )
}

const tones: Readonly<Record<OneCBase['lamp'], string>> = { never: '', works: 'good', fails: 'bad', silent: 'warn' }

type OfBase = OfRules & { readonly one: OneCBase; readonly sessions: readonly OneCSession[] }

function Base({ ask, one, model, sessions }: OfBase) {
  const t = exchangeTexts[ask.language]
  const { format } = ask
  const { id, name, lamp, lastSuccessAt, seller, from } = one
  const facts = [
    [t.login, id],
    [t.last, lastSuccessAt === null ? t.never : `${format.moment(lastSuccessAt)} (${format.ago(lastSuccessAt)})`],
    ...(seller === null ? [] : [[t.seller, model.sellers?.[seller]?.name ?? seller] as const]),
    [t.from, ask.format.wholeDay(from)],
  ] as const
  return (
    <section class="card stack" id={id} aria-labelledby={`${id}-title`}>
      <header>
        <h2 id={`${id}-title`}>{name}</h2>
        <span class={`badge ${tones[lamp]}`}>{t.lamps[lamp]}</span>
      </header>
      <dl class="facts">
        {facts.map(([label, value]) => (
          <div>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <div class="row">
        <form
          data-api={`POST /one-c/bases/${id}/password`}
          data-done={t.saved}
          data-then="show:instruction"
          data-sure={t.passwordHint}
        >
          <button class="secondary">{t.password}</button>
        </form>
        <form data-api={`DELETE /one-c/bases/${id}`} data-done={t.removed} data-sure={t.removeHint}>
          <button class="secondary danger">{t.remove}</button>
        </form>
      </div>
      <Log ask={ask} sessions={sessions} />
    </section>
  )
}

const stateTones: Readonly<Record<OneCSession['state'], string>> = { open: '', done: 'good', failed: 'bad' }

/** The last sessions: what was handed out, confirmed, received, booked and refused, and what was told of it. */
function Log({ ask, sessions }: { readonly ask: PageAsk; readonly sessions: readonly OneCSession[] }) {
  const t = exchangeTexts[ask.language]
  if (sessions.length === 0) return <p class="quiet">{t.noLog}</p>
  return (
    <details open>
      <summary>{t.log}</summary>
      <ul class="linked">
        {sessions.map((one) => (
          <Session ask={ask} one={one} />
        ))}
      </ul>
    </details>
  )
}

function Session({ ask, one }: { readonly ask: PageAsk; readonly one: OneCSession }) {
  const t = exchangeTexts[ask.language]
  const { format } = ask
  const { id, startedAt, state, offered, sent, received, booked, refused, notes, notesLeftOut } = one
  const isUnconfirmed = state !== 'open' && offered > sent
  const more = Math.max(0, notes.length - mostNotes) + notesLeftOut
  const counts = [
    [t.offered, offered],
    [t.sent, sent],
    [t.received, received],
    [t.booked, booked],
    [t.refused, refused],
  ] as const
  return (
    <li id={id}>
      <span class="row">
        <time datetime={startedAt}>{format.moment(startedAt)}</time>
        <span class={`badge ${stateTones[state]}`}>{t.states[state]}</span>
        <span class="quiet small">{counts.map(([name, count]) => `${name}: ${format.number(count)}`).join(' · ')}</span>
      </span>
      {isUnconfirmed ? <span class="small bad">{`${t.unconfirmed}: ${format.number(offered - sent)}`}</span> : null}
      {notes.slice(0, mostNotes).map(({ weight, text }) => (
        <span class={`small ${weight === 'fault' ? 'bad' : 'quiet'}`}>{text}</span>
      ))}
      {more > 0 ? <span class="small quiet">{`${t.more}: ${format.number(more)}`}</span> : null}
    </li>
  )
}

/** So much of what was told of a session stands on the page. */
const mostNotes = 10

function Connect({ ask, model }: OfRules) {
  const t = exchangeTexts[ask.language]
  const sellers = Object.values(model.sellers ?? {}).map(({ id, name }) => [id, name] as const)
  return (
    <section class="card" aria-labelledby="connect-title">
      <header>
        <h2 id="connect-title">{t.connect}</h2>
      </header>
      <form class="form" data-api="POST /one-c/bases" data-done={t.saved} data-then="show:instruction" data-clears>
        <label class="field">
          <span class="label">{t.name}</span>
          <input name="name" required maxlength={100} autocomplete="off" />
        </label>
        {sellers.length < 2 ? null : <Select label={t.seller} name="seller" options={sellers} empty={t.allSellers} />}
        <label class="field">
          <span class="label">{t.from}</span>
          <input type="date" name="from" />
        </label>
        <p class="problem" data-problem role="alert" hidden />
        <div class="buttons">
          <button class="primary">{t.make}</button>
        </div>
      </form>
    </section>
  )
}

/** What to enter in 1C, with the password: shown this once. */
function InstructionOnce({ ask }: { readonly ask: PageAsk }) {
  const t = exchangeTexts[ask.language]
  return (
    <ShownOnce t={t}>
      <p class="address">{`${t.address}: ${ask.origin}${exchangePath}`}</p>
      <div class="field">
        <textarea data-shown readonly rows={3} cols={20} class="address" aria-label={t.secret} />
      </div>
    </ShownOnce>
  )
}
