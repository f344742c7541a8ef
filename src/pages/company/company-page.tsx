import { CurrencyCard } from './currency-card'
import { contentTag } from '#http/conditions'
import { peopleRefusal } from '#domain/people/words/people-refusal'
import { periodAfter } from '#domain/time/period'
import { dateIn } from '#domain/time/zone'
import { periodTitle } from '#pages/plan/plan-periods.tsx'
import { readDeadLetters } from '#usecases/backstage/dead-letters'
import type { PageAsk, PageSpec } from '#pages/page.tsx'
import { timelineTexts } from '#pages/deals/texts/timeline'
import { dealAddress } from '#pages/links.tsx'
import { channelNames } from '#schemas/notice-names'
import { CompanyTabs, firstCompanyPage } from './company-tabs'
import { companyTexts, consumerName, scheduleName } from './texts/company'

/** The company itself: its currency and rates, its ways to reach people, and what goes on behind the pages. */
export const companyPage: PageSpec = {
  id: 'company',
  path: '/app/company',
  nav: 'company',
  right: 'signed_in',
  run: async (ask) => {
    const t = companyTexts[ask.language]
    const first = firstCompanyPage(ask.caller)
    if (first === undefined) throw peopleRefusal('forbidden.settings')
    if (ask.caller.reach.rules_edit !== 'all') return { title: t.title, body: null, goTo: first }
    return {
      title: t.title,
      body: (
        <>
          <header class="page-head">
            <h1>{t.title}</h1>
          </header>
          <CompanyTabs ask={ask} now="company" />
          <div class="stack">
            <MoneyCard ask={ask} />
            <CurrencyCard ask={ask} />
            <MonthsCard ask={ask} />
            <ChannelsCard ask={ask} />
            <LettersCard ask={ask} />
            <BehindCard ask={ask} />
          </div>
        </>
      ),
    }
  },
}

/** Currencies that are offered without being asked for. */
const usualCurrencies = ['USD', 'EUR', 'CNY', 'KZT', 'BYN']

async function MoneyCard({ ask }: { readonly ask: PageAsk }) {
  const t = companyTexts[ask.language]
  const { currency, rates } = await ask.ports.settings.load()
  const version = (await contentTag({ currency, rates: { ...rates } })).replaceAll('"', '')
  const asked = (ask.query.get('currency') ?? '').toUpperCase()
  const more = /^[A-Z]{3}$/.test(asked) ? [asked] : []
  const shown = [...new Set([...Object.keys(rates), ...usualCurrencies, ...more])].filter((one) => one !== currency)
  const sign = ask.format.sign(currency)
  return (
    <section class="card" aria-labelledby="money-title">
      <header>
        <h2 id="money-title">{t.money}</h2>
      </header>
      <p>
        {t.currency} <strong>{`${currency}${sign === currency ? '' : ` (${sign})`}`}</strong>
      </p>
      <p class="quiet small">{t.ratesHow}</p>
      <form
        class="form"
        data-api="PUT /settings"
        data-version={version}
        data-body={JSON.stringify({ currency, rates: {} })}
        data-done={t.saved}
      >
        <div class="rates">
          {shown.toSorted().map((one) => (
            <label class="field">
              <span class="label">{t.rateOf(one, sign)}</span>
              <input
                name={`rates.${one}`}
                data-type="decimal"
                inputmode="decimal"
                autocomplete="off"
                value={typedRate(rates[one], ask.language)}
              />
            </label>
          ))}
        </div>
        <p class="problem" data-problem role="alert" hidden />
        <div class="buttons">
          <button class="primary">{t.save}</button>
        </div>
      </form>
      <form method="get" action="/app/company" class="row">
        <label class="field">
          <span class="label">{t.otherCurrency}</span>
          <input name="currency" pattern="[A-Za-z]{3}" maxlength={3} placeholder="AED" autocomplete="off" />
        </label>
        <button class="secondary">{t.addCurrency}</button>
      </form>
    </section>
  )
}

function typedRate(rate: string | undefined, language: PageAsk['language']): string {
  return language === 'ru' ? (rate ?? '').replace('.', ',') : (rate ?? '')
}

/** So many months that are over are shown. */
const monthsShown = 12

/** Which months that are over are closed; each leads to where it is closed or opened again. */
async function MonthsCard({ ask }: { readonly ask: PageAsk }) {
  const t = companyTexts[ask.language]
  if (ask.caller.reach.plan_read === 'none') return null
  const last = periodAfter(dateIn(ask.zone, ask.now).slice(0, 7), -1)
  const months = Array.from({ length: monthsShown }, (_, no) => periodAfter(last, -no))
  const kept = await ask.ports.deals.closings({ from: months.at(-1) ?? last, to: last })
  const closed = new Map(kept.map((one) => [one.month, one]))
  return (
    <section class="card" aria-labelledby="months-title">
      <header>
        <h2 id="months-title">{t.months}</h2>
      </header>
      <p class="quiet small">{t.monthsHow}</p>
      <ul class="closed-months">
        {months.map((month) => {
          const act = closed.get(month)?.acts.at(-1)
          return (
            <li class="row">
              <a href={`/app/plan?period=${month}#closing`}>{periodTitle(month, ask.language)}</a>
              <span class={`badge ${act?.closed === true ? 'good' : ''}`}>
                {act?.closed === true ? t.monthClosed : t.monthOpen}
              </span>
              {act === undefined ? null : <span class="quiet small">{ask.format.moment(act.at)}</span>}
            </li>
          )
        })}
      </ul>
    </section>
  )
}

function ChannelsCard({ ask }: { readonly ask: PageAsk }) {
  const t = companyTexts[ask.language]
  // Where sending is done by functions of their own, this process has no channel and cannot say.
  const isHere = ask.ports.backstage.stand() !== undefined
  return (
    <section class="card" aria-labelledby="channels-title">
      <header>
        <h2 id="channels-title">{t.channels}</h2>
      </header>
      <dl class="facts">
        <div>
          <dt>{t.channelNames.inbox}</dt>
          <dd>
            <span class="badge good">{t.channelOn}</span>
          </dd>
        </div>
        {channelNames.map((name) => (
          <div>
            <dt>{t.channelNames[name]}</dt>
            <dd>
              {!isHere ? (
                <span class="badge">{t.channelElsewhere}</span>
              ) : ask.ports.channels[name] === undefined ? (
                <>
                  <span class="badge">{t.channelOff}</span>{' '}
                  <span class="quiet small how-hint">{t.channelHow[name]}</span>
                </>
              ) : (
                <span class="badge good">{t.channelOn}</span>
              )}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

/** So many events that were put aside are shown. */
const lettersShown = 50

/** What happened, as the history of a deal says it; what is none of a deal’s by its name for programs. */
function eventName(event: string, language: PageAsk['language']): string {
  const names: Readonly<Record<string, string>> = timelineTexts[language].names
  return names[event] ?? event
}

async function LettersCard({ ask }: { readonly ask: PageAsk }) {
  const t = companyTexts[ask.language]
  const { items, isHere } = await readDeadLetters(ask.ports, ask.caller)
  return (
    <section class="card" aria-labelledby="letters-title" id="letters">
      <header>
        <h2 id="letters-title">{t.letters}</h2>
        {items.length === 0 ? null : <span class="badge bad">{ask.format.number(items.length)}</span>}
      </header>
      {!isHere ? <p class="quiet">{t.lettersElsewhere}</p> : null}
      {isHere && items.length === 0 ? <p class="quiet">{t.lettersNone}</p> : null}
      {items.length === 0 ? null : (
        <>
          <p>{t.lettersWhy}</p>
          <ul class="linked">
            {items.slice(0, lettersShown).map(({ consumer, id, event, dealId, why, at }) => (
              <li id={`letter-${consumer}-${id}`}>
                <span class="row">
                  <strong>{consumerName(consumer, ask.language)}</strong>
                  <span>{eventName(event, ask.language)}</span>
                  {dealId === null ? null : <a href={dealAddress(dealId)}>{t.letterDeal}</a>}
                  <span class="quiet small">{ask.format.moment(at)}</span>
                  <span class="grow" />
                  <form
                    data-api="POST /dead-letters/redrive"
                    data-body={JSON.stringify({ consumer, ids: [id] })}
                    data-done={t.redriven}
                  >
                    <button class="plain small">{t.redriveOne}</button>
                  </form>
                </span>
                <span class="quiet small">
                  {t.letterWhy} {why}
                </span>
              </li>
            ))}
          </ul>
          {items.length > lettersShown ? (
            <p class="quiet small">{t.lettersMore(ask.format.number(lettersShown))}</p>
          ) : null}
          <form data-api="POST /dead-letters/redrive" data-done={t.redriven}>
            <p class="problem" data-problem role="alert" hidden />
            <button class="primary">{t.redrive}</button>
          </form>
        </>
      )}
    </section>
  )
}

function BehindCard({ ask }: { readonly ask: PageAsk }) {
  const t = companyTexts[ask.language]
  const stand = ask.ports.backstage.stand()
  if (stand === undefined) return null
  const runs = Object.entries(stand.schedules)
  const waiting = stand.queues.reduce((sum, queue) => sum + queue.waiting, stand.stream.waiting)
  return (
    <section class="card" aria-labelledby="schedules-title">
      <header>
        <h2 id="schedules-title">{t.schedules}</h2>
        <span class="quiet small">{t.waiting(ask.format.number(waiting))}</span>
      </header>
      {runs.length === 0 ? <p class="quiet">{t.noRuns}</p> : null}
      <div class="table-wrap" tabindex={0} hidden={runs.length === 0}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t.schedule}</th>
              <th scope="col">{t.lastRun}</th>
            </tr>
          </thead>
          <tbody>
            {runs.map(([name, at]) => (
              <tr>
                <th scope="row">{scheduleName(name, ask.language)}</th>
                <td>{`${ask.format.moment(at)} (${ask.format.ago(at)})`}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}
