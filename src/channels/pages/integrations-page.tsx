import { adapters } from '#channels/adapters'
import { historyOf } from '#channels/usecases/reconciling/histories'
import type { Adapter } from '#channels/adapter'
import { readIntegrations, refuseChannels } from '#channels/usecases/read-integrations'
import { CompanyTabs } from '#pages/company/company-tabs.tsx'
import type { PageAsk, PageSpec } from '#pages/page.tsx'
import type { Integration } from '#schemas/integration'

import { KnownOnly } from './integration-settings'
import { integrationTexts } from './texts/integrations'

/** Everything that is connected, how each stands, and what else may be. */
export const integrationsPage: PageSpec = {
  id: 'integrations',
  path: '/app/company/integrations',
  nav: 'company',
  right: 'signed_in',
  isLive: true,
  run: async (ask) => {
    const t = integrationTexts[ask.language]
    const all = await readIntegrations(ask.ports, ask.caller)
    return {
      title: t.title,
      body: (
        <>
          <header class="page-head">
            <h1>{t.title}</h1>
            <p>{t.lead}</p>
          </header>
          <CompanyTabs ask={ask} now="integrations" />
          <div class="stack">
            {all.length === 0 ? <p class="empty">{t.none}</p> : null}
            {all.map((one) => (
              <Card ask={ask} one={one} />
            ))}
            <Choice ask={ask} />
          </div>
        </>
      ),
    }
  },
}

/** How something is connected: what its provider needs, and what to enter where, before and once after. */
export const newIntegrationPage: PageSpec = {
  id: 'newIntegration',
  path: '/app/company/integrations/new/:adapter',
  nav: 'company',
  right: 'signed_in',
  run: async (ask) => {
    refuseChannels(ask.caller)
    const t = integrationTexts[ask.language]
    const adapter = adapters.find(({ id }) => id === ask.params['adapter'])
    if (adapter === undefined) return { title: t.title, body: null, goTo: '/app/company/integrations' }
    const name = adapter.name[ask.language]
    return {
      title: `${t.connect}: ${name}`,
      body: (
        <div class="person-page">
          <p>
            <a href="/app/company/integrations">← {t.back}</a>
          </p>
          <header class="page-head">
            <h1>{name}</h1>
          </header>
          <div class="stack">
            <section class="card" aria-labelledby="guide-title">
              <header>
                <h2 id="guide-title">{t.guide}</h2>
              </header>
              <ol class="steps">
                {adapter.connect[ask.language].map((line) => (
                  <li class="address">{line.replaceAll('{address}', '…').replaceAll('{secret}', '…')}</li>
                ))}
              </ol>
            </section>
            <form
              class="card form"
              data-api="POST /integrations"
              data-body={JSON.stringify({ adapter: adapter.id })}
              data-done={t.saved}
              data-then="show:instruction"
            >
              <Field label={t.name} name="name" most={100} isRequired value={name} />
              <label class="field">
                <span class="label">{t.id}</span>
                <input name="id" required maxlength={60} pattern="[a-z0-9](?:[a-z0-9\-]{1,58}[a-z0-9])" />
                <span class="quiet small">{t.idHint}</span>
              </label>
              <Given ask={ask} adapter={adapter} />
              <p class="problem" data-problem role="alert" hidden />
              <div class="buttons">
                <button class="primary">{t.make}</button>
              </div>
            </form>
          </div>
        </div>
      ),
      aside: <InstructionOnce ask={ask} />,
    }
  },
}

/** What the provider has given, and what else has to be known before anything comes. */
function Given({ ask, adapter }: { readonly ask: PageAsk; readonly adapter: Adapter }) {
  const t = integrationTexts[ask.language]
  const asked = Object.entries(adapter.secrets).filter(([, { isOurs }]) => !isOurs)
  return (
    <>
      {asked.map(([id, { name, isOptional }]) => (
        <Field label={name[ask.language]} name={`secrets.${id}`} most={200} isRequired={isOptional !== true} />
      ))}
      {adapter.kind === 'mail' ? <Field label={t.mailbox} name="settings.mailbox" most={320} isRequired /> : null}
      {adapter.fetches === undefined ? null : <KnownOnly label={t.knownOnly} />}
      {historyOf(adapter.id) === undefined ? null : <Field label={t.api} name="settings.api" most={300} />}
      {adapter.needsZone ? <Field label={t.zone} name="settings.zone" most={60} value={ask.zone} /> : null}
    </>
  )
}

function Field(parts: { label: string; name: string; most: number; isRequired?: boolean; value?: string }) {
  return (
    <label class="field">
      <span class="label">{parts.label}</span>
      <input
        name={parts.name}
        maxlength={parts.most}
        required={parts.isRequired === true ? true : undefined}
        value={parts.value}
        autocomplete="off"
      />
    </label>
  )
}

/** What to enter where, with the secret: shown this once. */
export function InstructionOnce({ ask }: { readonly ask: PageAsk }) {
  const t = integrationTexts[ask.language]
  return (
    <dialog id="shown" aria-labelledby="shown-title">
      <header>
        <h2 id="shown-title">{t.instruction}</h2>
      </header>
      <p>{t.once}</p>
      <textarea data-shown readonly rows={8} class="address" aria-label={t.instruction} />
      <p class="row">
        <a class="button primary" href="/app/company/integrations">
          {t.back}
        </a>
      </p>
    </dialog>
  )
}

/** How something stands: what came last, and whether it was understood. */
export function Lamp({ ask, one }: { readonly ask: PageAsk; readonly one: Integration }) {
  const t = integrationTexts[ask.language]
  const lamp = lampOf(one, ask.now)
  const tones = { quiet: '', heard: 'good', silent: 'warn', paused: 'warn', broken: 'bad', shut: 'bad' } as const
  return <span class={`badge ${tones[lamp]}`}>{t.lamps[lamp]}</span>
}

const dayMs = 86_400_000

function lampOf({ paused, lastAt, unreadable, arrived, fault }: Integration, now: string) {
  if (paused) return 'paused'
  if (fault !== undefined) return 'shut'
  if (lastAt === undefined) return 'quiet'
  if (unreadable > 0 && unreadable * 100 > arrived) return 'broken'
  return Date.parse(now) - Date.parse(lastAt) > dayMs ? 'silent' : 'heard'
}

function Card({ ask, one }: { readonly ask: PageAsk; readonly one: Integration }) {
  const adapter = adapters.find(({ id }) => id === one.adapter)
  return (
    <section class="card" id={`integration-${one.id}`} aria-labelledby={`${one.id}-title`}>
      <header>
        <h2 id={`${one.id}-title`}>
          <a href={`/app/company/integrations/${one.id}`}>{one.name}</a>
        </h2>
        <Lamp ask={ask} one={one} />
        <span class="quiet small">{adapter?.name[ask.language]}</span>
      </header>
      <Counts ask={ask} one={one} />
    </section>
  )
}

/** What came by it, in numbers. */
export function Counts({ ask, one }: { readonly ask: PageAsk; readonly one: Integration }) {
  const t = integrationTexts[ask.language]
  const { format } = ask
  return (
    <dl class="facts">
      <div>
        <dt>{t.last}</dt>
        <dd>{one.lastAt === undefined ? t.never : `${format.moment(one.lastAt)} (${format.ago(one.lastAt)})`}</dd>
      </div>
      <div>
        <dt>{t.arrived}</dt>
        <dd>{format.number(one.arrived)}</dd>
      </div>
      <div>
        <dt>{t.unreadable}</dt>
        <dd class={one.unreadable > 0 ? 'bad' : undefined}>{format.number(one.unreadable)}</dd>
      </div>
      <div>
        <dt>{t.refused}</dt>
        <dd>{format.number(one.refused)}</dd>
      </div>
      {one.lookedAt === undefined ? null : (
        <div>
          <dt>{t.lookedAt}</dt>
          <dd>{format.moment(one.lookedAt)}</dd>
        </div>
      )}
      {one.fault === undefined ? null : (
        <div>
          <dt>{t.fault}</dt>
          <dd class="bad">{one.fault}</dd>
        </div>
      )}
    </dl>
  )
}

function Choice({ ask }: { readonly ask: PageAsk }) {
  const t = integrationTexts[ask.language]
  const kinds = [...new Set(adapters.map(({ kind }) => kind))]
  return (
    <section class="card stack" aria-labelledby="connect-title">
      <header>
        <h2 id="connect-title">{t.connect}</h2>
      </header>
      <p class="quiet">{t.connectLead}</p>
      {kinds.map((kind) => (
        <p class="row">
          <strong>{t.kinds[kind]}</strong>
          {adapters
            .filter((one) => one.kind === kind)
            .map(({ id, name }) => (
              <a class="button secondary" href={`/app/company/integrations/new/${id}`}>
                {name[ask.language]}
              </a>
            ))}
        </p>
      ))}
    </section>
  )
}
