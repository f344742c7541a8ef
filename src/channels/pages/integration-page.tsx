import { keptIn } from '#domain/kernel/saying'
import { adapters } from '#channels/adapters'
import {
  readArrivals,
  readIntegration,
  readIntegrationDays,
  testIntegration,
} from '#channels/usecases/read-integrations'
import type { PageAsk, PageSpec } from '#pages/page.tsx'
import type { Arrival, Integration, IntegrationDay, IntegrationTested } from '#schemas/integration'

import { IntegrationSettingsCard } from './integration-settings'
import { Counts, InstructionOnce, Lamp } from './integrations-page'
import { integrationTexts } from './texts/integrations'

/** One thing that is connected: how it stands, what came day by day, whose its numbers and logins are, what could not be read. */
export const integrationPage: PageSpec = {
  id: 'integration',
  path: '/app/company/integrations/:integration',
  nav: 'company',
  right: 'signed_in',
  isLive: true,
  run: async (ask) => {
    const id = ask.params['integration'] ?? ''
    const t = integrationTexts[ask.language]
    const [one, days, tested, arrivals] = await Promise.all([
      readIntegration(ask.ports, ask.caller, id),
      readIntegrationDays(ask.ports, ask.caller, id),
      testIntegration(ask.ports, ask.caller, id),
      readArrivals(ask.ports, ask.caller, id, { limit: 20 }),
    ])
    const { model } = await ask.ports.rules.current()
    const channels = Object.values(model.channels ?? {}).map((one) => [one.id, one.name] as const)
    return {
      title: one.name,
      body: (
        <div class="person-page">
          <p>
            <a href="/app/company/integrations">← {t.back}</a>
          </p>
          <header class="page-head">
            <h1>{one.name}</h1>
            <Lamp ask={ask} one={one} />
            <p class="grow sub">{adapters.find((known) => known.id === one.adapter)?.name[ask.language]}</p>
          </header>
          <div class="stack">
            <State ask={ask} one={one} />
            <IntegrationSettingsCard ask={ask} one={one} />
            <Days ask={ask} days={days} />
            <Mapping ask={ask} one={one} tested={tested} channels={channels} />
            <Came ask={ask} one={one} items={arrivals.items} />
          </div>
        </div>
      ),
      aside: <InstructionOnce ask={ask} />,
    }
  },
}

type One = { readonly ask: PageAsk; readonly one: Integration }

function State({ ask, one }: One) {
  const t = integrationTexts[ask.language]
  return (
    <section class="card stack" aria-label={t.title}>
      <Counts ask={ask} one={one} />
      {one.oldSecretsUntil === undefined ? null : (
        <p class="note">{`${t.oldUntil} ${ask.format.moment(one.oldSecretsUntil)}`}</p>
      )}
      <div class="row">
        <form
          data-api={`POST /integrations/${one.id}/pause`}
          data-body={JSON.stringify({ paused: !one.paused })}
          data-done={one.paused ? t.resumed : t.paused}
        >
          <button class="secondary">{one.paused ? t.resume : t.pause}</button>
        </form>
        <form data-api={`POST /integrations/${one.id}/replay`} data-done={t.replayed}>
          <button class="secondary">{t.replay}</button>
        </form>
        <form
          data-api={`POST /integrations/${one.id}/secret`}
          data-done={t.saved}
          data-then="show:instruction"
          data-sure={t.rotateHint}
        >
          <button class="secondary">{t.rotate}</button>
        </form>
      </div>
    </section>
  )
}

/** What came day by day, as bars with their numbers. */
function Days({ ask, days }: { readonly ask: PageAsk; readonly days: readonly IntegrationDay[] }) {
  const t = integrationTexts[ask.language]
  const most = Math.max(1, ...days.map(({ arrived }) => arrived))
  if (days.length === 0) return null
  return (
    <section class="card" aria-labelledby="days-title">
      <header>
        <h2 id="days-title">{t.days}</h2>
      </header>
      <div class="table-wrap" tabindex={0}>
        <table class="day-bars">
          <thead>
            <tr>
              <th scope="col">{t.day}</th>
              <th scope="col">{t.arrived}</th>
              <th scope="col">{t.unreadable}</th>
            </tr>
          </thead>
          <tbody>
            {days.map(({ day, arrived, unreadable }) => (
              <tr>
                <th scope="row">{ask.format.day(day)}</th>
                <td>
                  <meter min={0} max={most} value={arrived} aria-hidden="true" /> {ask.format.number(arrived)}
                </td>
                <td class={unreadable > 0 ? 'bad' : 'quiet'}>{ask.format.number(unreadable)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}

type Named = readonly (readonly [id: string, name: string])[]

/** Whose numbers, forms and logins are; what was heard and belongs to nobody stands first. */
function Mapping({
  ask,
  one,
  tested,
  channels,
}: One & { readonly tested: IntegrationTested; readonly channels: Named }) {
  const t = integrationTexts[ask.language]
  const people = Object.values(ask.people.employees).filter(({ active }) => active)
  const names = people.map(({ id, name }) => [id, name] as const)
  const rows = (known: Readonly<Record<string, string>>, heard: readonly string[]) => [
    ...heard.map((name) => [name, undefined] as const),
    ...Object.entries(known),
  ]
  return (
    <section class="card stack" aria-labelledby="mapping-title">
      <header>
        <h2 id="mapping-title">{t.mapping}</h2>
      </header>
      <h3>{t.lines}</h3>
      <p class="quiet small">{channels.length === 0 ? t.noChannels : t.linesHint}</p>
      {rows(one.lines, tested.lines).map(([name, to]) => (
        <Row ask={ask} one={one} what="line" name={name} to={to} options={channels} />
      ))}
      {channels.length === 0 ? null : <Add ask={ask} one={one} what="line" options={channels} />}
      <h3>{t.logins}</h3>
      <p class="quiet small">{t.loginsHint}</p>
      {rows(one.logins, tested.unmapped).map(([name, to]) => (
        <Row ask={ask} one={one} what="login" name={name} to={to} options={names} />
      ))}
      <Add ask={ask} one={one} what="login" options={names} />
      {one.kind === 'form' ? <Fields ask={ask} one={one} /> : null}
    </section>
  )
}

/** What stands under labels of forms that usual words do not tell. */
function Fields({ ask, one }: One) {
  const t = integrationTexts[ask.language]
  const kinds = Object.entries(t.fieldKinds)
  return (
    <>
      <h3>{t.fieldsTitle}</h3>
      <p class="quiet small">{t.fieldsHint}</p>
      {Object.entries(one.settings.fields ?? {}).map(([name, to]) => (
        <Row ask={ask} one={one} what="field" name={name} to={to} options={kinds} />
      ))}
      <Add ask={ask} one={one} what="field" options={kinds} />
    </>
  )
}

type RowParts = One & { readonly what: 'line' | 'login' | 'field'; readonly options: Named }

function Row({
  ask,
  one,
  what,
  name,
  to,
  options,
}: RowParts & { readonly name: string; readonly to: string | undefined }) {
  const t = integrationTexts[ask.language]
  return (
    <form
      class="row"
      data-api={`PATCH /integrations/${one.id}/names`}
      data-body={JSON.stringify({ what, name })}
      data-version={one.version}
      data-done={t.saved}
      data-auto-save
      id={`${what}-${encodeURIComponent(name)}`}
    >
      <label class="field row">
        <span class="label">{name}</span>
        <select name="to" data-empty="null">
          <option value="">{t.nobody}</option>
          {options.map(([id, label]) => (
            <option value={id} selected={id === to}>
              {label}
            </option>
          ))}
        </select>
      </label>
      {to === undefined ? <span class="badge warn">{t.heardNew}</span> : null}
      <p class="problem" data-problem role="alert" hidden />
    </form>
  )
}

function Add({ ask, one, what, options }: RowParts) {
  const t = integrationTexts[ask.language]
  return (
    <details data-closes-when-done>
      <summary>{t.add}</summary>
      <form
        class="row"
        data-api={`PATCH /integrations/${one.id}/names`}
        data-body={JSON.stringify({ what })}
        data-version={one.version}
        data-done={t.saved}
      >
        <label class="field">
          <span class="label">{t.addName}</span>
          <input name="name" required maxlength={200} autocomplete="off" />
        </label>
        <select name="to" required aria-label={{ line: t.lines, login: t.logins, field: t.fieldsTitle }[what]}>
          {options.map(([id, label]) => (
            <option value={id}>{label}</option>
          ))}
        </select>
        <button class="secondary">{t.add}</button>
        <p class="problem" data-problem role="alert" hidden />
      </form>
    </details>
  )
}

function Came({ ask, one, items }: One & { readonly items: readonly Arrival[] }) {
  const t = integrationTexts[ask.language]
  const tones = { waiting: '', read: 'good', ignored: '', unreadable: 'bad', paused: 'warn' } as const
  return (
    <section class="card" aria-labelledby="came-title">
      <header>
        <h2 id="came-title">{t.came}</h2>
      </header>
      {items.length === 0 ? <p class="quiet">{t.nothing}</p> : null}
      <ul class="linked">
        {items.map(({ id, at, state, bytes, media, why, said }) => (
          <li id={`arrival-${id.replaceAll(/[^\w-]/g, '-')}`}>
            <span class="row">
              <time datetime={at}>{ask.format.moment(at)}</time>
              <span class={`badge ${tones[state]}`}>{t.states[state]}</span>
              <span class="quiet small">{`${ask.format.number(bytes)} B · ${media}`}</span>
              <span class="grow" />
              {state === 'read' || state === 'ignored' || state === 'waiting' ? null : (
                <form
                  data-api={`POST /integrations/${one.id}/replay`}
                  data-body={JSON.stringify({ arrival: id })}
                  data-done={t.replayed}
                >
                  <button class="plain small">{t.replayOne}</button>
                </form>
              )}
            </span>
            {why === undefined ? null : <WhyUnread ask={ask} text={why} said={said} />}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Why something could not be read, in the language of whoever reads it. */
async function WhyUnread({
  ask,
  text,
  said,
}: {
  readonly ask: PageAsk
  readonly text: string
  readonly said: Arrival['said']
}) {
  return <span class="small bad">{await keptIn(ask.language, { text, said }, ask.russian)}</span>
}
