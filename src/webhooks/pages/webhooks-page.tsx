import { keptIn } from '#domain/kernel/saying'
import { ShownOnce } from '#pages/shown-once.tsx'
import { contentTag } from '#http/conditions'
import { CompanyTabs } from '#pages/company/company-tabs.tsx'
import type { PageAsk, PageSpec } from '#pages/page.tsx'
import { timelineTexts } from '#pages/deals/texts/timeline'
import { dealAddress } from '#pages/links.tsx'
import { eventNames } from '#schemas/event-names'
import type { Webhook, WebhookDelivery, WebhookDisabled } from '#schemas/webhook'
import { readWebhook, readWebhookDeliveries, readWebhooks } from '#webhooks/usecases/read-webhooks'
import { webhookTexts } from './texts/webhooks'

/** Where the company’s events go: every webhook, how it stands, and a new one. */
export const webhooksPage: PageSpec = {
  id: 'webhooks',
  path: '/app/company/webhooks',
  nav: 'company',
  right: 'rules_edit',
  run: async (ask) => {
    const t = webhookTexts[ask.language]
    const all = await readWebhooks(ask.ports, ask.caller)
    return {
      title: t.title,
      body: (
        <>
          <header class="page-head">
            <h1>{t.title}</h1>
            <p>{t.sub}</p>
          </header>
          <CompanyTabs ask={ask} now="webhooks" />
          <div class="stack">
            {all.length === 0 ? <p class="empty">{t.none}</p> : null}
            {all.map((webhook) => (
              <section class="card" aria-labelledby={`${webhook.id}-title`}>
                <header>
                  <h2 id={`${webhook.id}-title`} class="address">
                    <a href={webhookAddress(webhook.id)}>{webhook.url}</a>
                  </h2>
                  <State ask={ask} webhook={webhook} />
                </header>
                <p class="quiet small">{whichEvents(ask, webhook)}</p>
              </section>
            ))}
            <section class="card" aria-labelledby="new-title">
              <header>
                <h2 id="new-title">{t.add}</h2>
              </header>
              <form class="form" data-api="POST /webhooks" data-done={t.saved} data-then="show:secret" data-clears>
                <WebhookFields ask={ask} />
                <p class="problem" data-problem role="alert" hidden />
                <div class="buttons">
                  <button class="primary">{t.make}</button>
                </div>
              </form>
            </section>
          </div>
        </>
      ),
      aside: <ShownOnce t={webhookTexts[ask.language]} />,
    }
  },
}

/** One webhook: what went to it and what did not, sending it again, and what it is. */
export const webhookPage: PageSpec = {
  id: 'webhook',
  path: '/app/company/webhooks/:webhook',
  nav: 'company',
  right: 'rules_edit',
  isLive: true,
  run: async (ask) => {
    const t = webhookTexts[ask.language]
    const id = ask.params['webhook'] ?? ''
    const [webhook, { items }] = await Promise.all([
      readWebhook(ask.ports, ask.caller, id),
      readWebhookDeliveries(ask.ports, ask.caller, id, { limit: 50 }),
    ])
    const version = (await contentTag(webhook)).replaceAll('"', '')
    return {
      title: t.title,
      body: (
        <>
          <header class="page-head">
            <h1 class="address">{webhook.url}</h1>
            <State ask={ask} webhook={webhook} />
          </header>
          <CompanyTabs ask={ask} now="webhooks" />
          <div class="stack">
            <Stopped ask={ask} webhook={webhook} version={version} />
            <Deliveries ask={ask} webhook={webhook} items={items} />
            <Settings ask={ask} webhook={webhook} version={version} />
          </div>
        </>
      ),
      aside: <ShownOnce t={webhookTexts[ask.language]} />,
    }
  },
}

type One = { readonly ask: PageAsk; readonly webhook: Webhook }

function State({ ask, webhook: { active, disabled, failingSince } }: One) {
  const t = webhookTexts[ask.language]
  if (disabled !== undefined) return <span class="badge bad">{t.disabled}</span>
  if (!active) return <span class="badge">{t.off}</span>
  if (failingSince !== undefined)
    return <span class="badge warn">{t.failingSince(ask.format.moment(failingSince))}</span>
  return <span class="badge good">{t.on}</span>
}

/** Why nothing is sent, and one button that switches it on as it was. */
async function Stopped({ ask, webhook, version }: One & { readonly version: string }) {
  const t = webhookTexts[ask.language]
  const { id, url, events, filter, disabled } = webhook
  if (isOn(webhook)) return null
  return (
    <section class="card" aria-label={t.disabled}>
      {disabled === undefined ? (
        <p>{t.offHow}</p>
      ) : (
        <>
          <p class="note">{await sentence(ask, disabled.detail, disabled.said)}</p>
          <p>{t.disabledHow}</p>
        </>
      )}
      <form
        data-api={`PUT /webhooks/${id}`}
        data-version={version}
        data-body={JSON.stringify({ url, events, filter, active: true })}
        data-done={t.switchedOn}
      >
        <p class="problem" data-problem role="alert" hidden />
        <button class="primary">{t.switchOn}</button>
      </form>
    </section>
  )
}

function isOn({ active, disabled }: Webhook): boolean {
  return active && disabled === undefined
}

function sentence({ language, russian }: PageAsk, text: string, said: WebhookDisabled['said']): Promise<string> {
  return keptIn(language, { text, said }, russian)
}

async function Deliveries({ ask, webhook, items }: One & { readonly items: readonly WebhookDelivery[] }) {
  const t = webhookTexts[ask.language]
  const mayReplay = isOn(webhook)
  const left = items.filter(({ state }) => state !== 'delivered')
  const faults = await Promise.all(
    items.map(async ({ tries }) => {
      const { error, said } = tries.at(-1) ?? {}
      return error === undefined ? undefined : await sentence(ask, error, said)
    }),
  )
  return (
    <section class="card" aria-labelledby="deliveries-title">
      <header>
        <h2 id="deliveries-title">{t.deliveries}</h2>
        {left.length === 0 || !mayReplay ? null : (
          <form
            data-api={`POST /webhooks/${webhook.id}/replay`}
            data-body={JSON.stringify({ from: left.at(-1)?.at })}
            data-done={t.replayed}
          >
            <p class="problem" data-problem role="alert" hidden />
            <button class="secondary">{t.replayFailed}</button>
          </form>
        )}
      </header>
      {items.length === 0 ? <p class="quiet">{t.noDeliveries}</p> : null}
      <ul class="linked">
        {items.map(({ id, name, dealId, at, state, nextAt, attempts }, no) => (
          <li id={`delivery-${id}`}>
            <span class="row">
              <strong>{timelineTexts[ask.language].names[name]}</strong>
              {dealId === '' ? null : <a href={dealAddress(dealId)}>{t.deal}</a>}
              <span class="quiet small">{ask.format.moment(at)}</span>
              <span class={`badge ${state === 'delivered' ? 'good' : state === 'failed' ? 'bad' : 'warn'}`}>
                {t.states[state]}
              </span>
              <span class="quiet small">{t.attempts(ask.format.number(attempts))}</span>
              {state === 'waiting' && attempts > 0 && nextAt !== undefined ? (
                <span class="quiet small">{t.next(ask.format.moment(nextAt))}</span>
              ) : null}
              <span class="grow" />
              {mayReplay ? (
                <form
                  data-api={`POST /webhooks/${webhook.id}/replay`}
                  data-body={JSON.stringify({ deliveryId: id })}
                  data-done={t.replayed}
                >
                  <button class="plain small">{t.again}</button>
                </form>
              ) : null}
            </span>
            {faults[no] === undefined ? null : <span class="small bad">{faults[no]}</span>}
          </li>
        ))}
      </ul>
    </section>
  )
}

function Settings({ ask, webhook, version }: One & { readonly version: string }) {
  const t = webhookTexts[ask.language]
  return (
    <section class="card" aria-labelledby="settings-title">
      <header>
        <h2 id="settings-title">{t.settings}</h2>
      </header>
      <form
        class="form"
        data-api={`PUT /webhooks/${webhook.id}`}
        data-version={version}
        data-body={JSON.stringify({ filter: webhook.filter })}
        data-done={t.saved}
      >
        <WebhookFields ask={ask} webhook={webhook} />
        <label class="check">
          <input type="checkbox" name="active" data-type="yes_no" checked={isOn(webhook)} />
          <span>{t.active}</span>
        </label>
        <p class="problem" data-problem role="alert" hidden />
        <div class="buttons">
          <button class="primary">{t.save}</button>
        </div>
      </form>
      <div class="row">
        <form data-api={`POST /webhooks/${webhook.id}/secret`} data-done={t.saved} data-then="show:secret">
          <button class="secondary">{t.newSecret}</button>
        </form>
        <form
          data-api={`DELETE /webhooks/${webhook.id}`}
          data-sure={t.sure(webhook.url)}
          data-done={t.removed}
          data-then="go:/app/company/webhooks"
        >
          <button class="secondary danger">{t.remove}</button>
        </form>
      </div>
    </section>
  )
}

function WebhookFields({ ask, webhook }: { readonly ask: PageAsk; readonly webhook?: Webhook }) {
  const t = webhookTexts[ask.language]
  return (
    <>
      <label class="field">
        <span class="label">{t.url}</span>
        <input
          name="url"
          inputmode="url"
          autocomplete="off"
          required
          maxlength={1000}
          placeholder="https://"
          value={webhook?.url ?? ''}
        />
      </label>
      <details class="folded" open={(webhook?.events.length ?? 0) > 0}>
        <summary>{t.which}</summary>
        <p class="quiet small">{t.whichHow}</p>
        <div class="event-names">
          <input type="hidden" name="events[]" data-type="list" />
          {eventNames.map((name) => (
            <label class="check">
              <input type="checkbox" name="events[]" value={name} checked={webhook?.events.includes(name) === true} />
              <span>
                {timelineTexts[ask.language].names[name]} <code class="quiet small">{name}</code>
              </span>
            </label>
          ))}
        </div>
      </details>
    </>
  )
}

function whichEvents({ language, format }: PageAsk, { events }: Webhook): string {
  const t = webhookTexts[language]
  return events.length === 0 ? t.allEvents : t.someEvents(format.number(events.length), events.join(', '))
}

function webhookAddress(id: string): string {
  return `/app/company/webhooks/${encodeURIComponent(id)}`
}
