import { keptIn } from '#domain/kernel/saying'
import { contentTag } from '#http/conditions'
import { readDeliveries, readNotificationSettings } from '#notices/usecases/notification-settings'
import { languages } from '#schemas/language-names'
import { readCalendarFeed } from '#notices/usecases/share-calendar'
import type { CalendarFeed, Delivery, NotificationSettings } from '#schemas/notice'
import { noticeKinds, type NoticeKind } from '#schemas/notice-names'

import type { PageAsk, PageSpec } from '#pages/page.tsx'
import { ShownOnce } from '#pages/shown-once.tsx'
import { notificationTexts } from './texts/notifications'

type Texts = (typeof notificationTexts)['en']

/** So many of the last messages are shown. */
const lastSent = 10

/** How somebody is told beside the bell: by which channels, when, and of what. */
export const notificationsPage: PageSpec = {
  id: 'notifications',
  path: '/app/notifications',
  right: 'signed_in',
  run: async (ask) => {
    const t = notificationTexts[ask.language]
    const [settings, feed, sent] = await Promise.all([
      readNotificationSettings(ask.ports, ask.caller),
      readCalendarFeed(ask.ports, ask.caller),
      readDeliveries(ask.ports, ask.caller, { limit: lastSent }),
    ])
    const version = (await contentTag(settings)).replaceAll('"', '')
    return {
      title: t.title,
      body: (
        <div class="narrow">
          <header class="page-head">
            <h1>{t.title}</h1>
            <p>{t.why}</p>
          </header>
          <form
            class="stack"
            data-api="PUT /me/notifications"
            data-version={version}
            data-done={t.saved}
            data-then="refresh"
          >
            <Ways ask={ask} settings={settings} />
            <Times ask={ask} settings={settings} />
            <Kinds ask={ask} settings={settings} />
            <p class="problem" data-problem role="alert" hidden />
            <p>
              <button class="primary">{t.save}</button>
            </p>
          </form>
          <CalendarCard ask={ask} feed={feed} />
          <Sent ask={ask} items={sent.items} />
        </div>
      ),
      aside: (
        <ShownOnce t={t.calendarAddress}>
          <input data-shown="address" readonly aria-label={t.calendarAddress.secret} />
        </ShownOnce>
      ),
    }
  },
}

type Parts = { readonly ask: PageAsk; readonly settings: NotificationSettings }

function Ways({ ask: { me, language }, settings }: Parts) {
  const t = notificationTexts[language]
  return (
    <section class="card form-card" aria-labelledby="ways-title">
      <h2 id="ways-title">{t.ways}</h2>
      {me.email === undefined ? (
        <p class="quiet">{t.noEmail}</p>
      ) : (
        <Switch name="email" is={settings.email} label={t.email(me.email)} />
      )}
      <label class="field">
        <span>{t.telegram}</span>
        <input
          name="telegram"
          inputmode="numeric"
          autocomplete="off"
          maxlength={21}
          pattern="-?[0-9]{1,20}"
          title={t.telegramForm}
          data-empty="null"
          value={settings.telegram ?? ''}
        />
        <span class="quiet small">
          {t.telegramWhy} <code>@userinfobot</code>
        </span>
      </label>
      <label class="field">
        <span>{t.webhook}</span>
        <input
          name="webhook"
          inputmode="url"
          autocomplete="off"
          placeholder="https://"
          maxlength={1000}
          data-empty="null"
          value={settings.webhook ?? ''}
        />
      </label>
      <label class="field">
        <span>{t.language}</span>
        <select name="language">
          {languages.map((one) => (
            <option value={one} selected={one === settings.language} lang={one}>
              {t.languages[one]}
            </option>
          ))}
        </select>
      </label>
      {me.email === undefined ? <input type="hidden" name="email" value="false" data-type="yes_no" /> : null}
    </section>
  )
}

function Times({ ask, settings }: Parts) {
  const t = notificationTexts[ask.language]
  return (
    <section class="card form-card" aria-labelledby="times-title">
      <h2 id="times-title">{t.when}</h2>
      <Switch name="quiet" is={settings.quiet} label={t.quiet} why={t.quietWhy} />
      <Switch name="digest" is={settings.digest} label={t.digest} why={t.digestWhy} />
      <Switch name="myDay" is={settings.myDay} label={t.myDay} why={t.myDayWhy} />
    </section>
  )
}

/** What is not to be sent at all. */
function Kinds({ ask, settings }: Parts) {
  const t = notificationTexts[ask.language]
  const { inboxOnly = [] } = settings
  const offered = noticeKinds.filter((kind) => isOffered(kind))
  return (
    <section class="card form-card" aria-labelledby="kinds-title">
      <h2 id="kinds-title">{t.kinds}</h2>
      <p class="quiet small">{t.kindsWhy}</p>
      <input type="hidden" name="inboxOnly[]" data-type="list" />
      <KindList t={t} kinds={offered.filter((kind) => !ofWhoeverRuns.has(kind))} chosen={inboxOnly} />
      <details>
        <summary>{t.kindsOfRunning}</summary>
        <KindList t={t} kinds={offered.filter((kind) => ofWhoeverRuns.has(kind))} chosen={inboxOnly} />
      </details>
    </section>
  )
}

/** What is told to those who look after rules, connections, keys and personal data: few need to choose among it. */
const ofWhoeverRuns: ReadonlySet<NoticeKind> = new Set([
  'webhook_disabled',
  'publish_failed',
  'read_much',
  'clients_over',
  'key_ends',
  'key_unused',
  'key_left',
  'integration_silent',
  'exchange_silent',
])

function KindList({ t, kinds, chosen }: { t: Texts; kinds: readonly NoticeKind[]; chosen: readonly NoticeKind[] }) {
  return (
    <div class="kind-list">
      {kinds.map((kind) => (
        <label class="check">
          <input type="checkbox" name="inboxOnly[]" value={kind} checked={chosen.includes(kind)} /> {t.kind[kind]}
        </label>
      ))}
    </div>
  )
}

/** The morning has a switch of its own, and that a channel fails is never sent by it. */
function isOffered(kind: NoticeKind): boolean {
  return kind !== 'my_day' && kind !== 'channel_failed'
}

function Switch({ name, is, label, why }: { name: string; is: boolean; label: string; why?: string }) {
  return (
    <label class="check switch">
      <input type="checkbox" name={name} data-type="yes_no" checked={is} />
      <span>
        {label}
        {why === undefined ? null : <span class="quiet small">{why}</span>}
      </span>
    </label>
  )
}

/** The secret address of one’s own tasks for a calendar: made, made anew, taken away. */
function CalendarCard({ ask, feed }: { readonly ask: PageAsk; readonly feed: CalendarFeed }) {
  const t = notificationTexts[ask.language]
  const { shared, since } = feed
  return (
    <section class="card form-card" aria-labelledby="calendar-title">
      <h2 id="calendar-title">{t.calendar}</h2>
      <p class="quiet small">{t.calendarWhy}</p>
      {since === undefined ? null : <p>{t.calendarSince(ask.format.moment(since))}</p>}
      <div class="row">
        <form
          data-api="PUT /me/calendar"
          data-body={JSON.stringify({ shared: true })}
          data-then="show:path"
          data-sure={shared ? t.newAddressSure : undefined}
        >
          <button class="secondary">{shared ? t.newAddress : t.makeAddress}</button>
        </form>
        {shared ? (
          <form
            data-api="PUT /me/calendar"
            data-body={JSON.stringify({ shared: false })}
            data-sure={t.endAddressSure}
            data-done={t.addressEnded}
          >
            <button class="secondary danger">{t.endAddress}</button>
          </form>
        ) : null}
      </div>
    </section>
  )
}

async function Sent({ ask, items }: { readonly ask: PageAsk; readonly items: readonly Delivery[] }) {
  const t = notificationTexts[ask.language]
  const whys = await Promise.all(
    items.map(({ error: text = '', said }) => keptIn(ask.language, { text, said }, ask.russian)),
  )
  return (
    <section class="card form-card" aria-labelledby="sent-title">
      <h2 id="sent-title">{t.sent}</h2>
      {items.length === 0 ? <p class="quiet">{t.nothing}</p> : null}
      <ul class="linked">
        {items.map(({ channel, state, createdAt, sentAt, error, said }, no) => (
          <li>
            <span>
              {t.channels[channel]}: <span class={state === 'given_up' ? 'bad' : ''}>{t.states[state]}</span>
            </span>
            <span class="quiet small">{ask.format.moment(sentAt ?? createdAt)}</span>
            {error === undefined || state === 'sent' ? null : (
              <span class="quiet small" lang={said === undefined ? 'en' : undefined}>
                {whys[no]}
              </span>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
