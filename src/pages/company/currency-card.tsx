import { Refusal } from '#domain/kernel/refusal'
import { sentenceIn } from '#domain/kernel/saying'
import type { PageAsk } from '#pages/page.tsx'
import type { CurrencyChange } from '#schemas/currency/currency-change'

import { companyTexts } from './texts/company'

type Asked = { readonly currency: string; readonly rate: string }

/** In which currencies the company has reckoned, and what another one would change: looked at before it is done. */
export async function CurrencyCard({ ask }: { readonly ask: PageAsk }) {
  const t = companyTexts[ask.language]
  if (ask.caller.reach.books_edit !== 'all') return null
  const { changeCurrency, readCurrencyChanges } = await import('#usecases/plan/change-currency')
  const { currency } = await ask.ports.settings.load()
  const { changes } = await readCurrencyChanges(ask.ports, ask.caller)
  const asked = askedIn(ask)
  const plan =
    asked === undefined
      ? undefined
      : await changeCurrency(ask.ports, ask.caller, { ...asked, reason: '', dryRun: true }).catch(refused)
  return (
    <section class="card" aria-labelledby="currency-title" id="currency">
      <header>
        <h2 id="currency-title">{t.change}</h2>
      </header>
      <p class="quiet small">{t.changeHow}</p>
      {changes.length === 0 ? null : (
        <ul class="plain">
          {changes.map((one) => (
            <li>
              {t.changeRow(one.from, one.to, typed(one.rate, ask))}
              {' · '}
              <time datetime={one.at}>{ask.format.moment(one.at)}</time>
              {` · ${ask.people.employees[one.by]?.name ?? one.by} · ${one.reason} `}
              <span class={`badge ${one.state === 'done' ? 'good' : ''}`}>{t.changeStates[one.state]}</span>
            </li>
          ))}
        </ul>
      )}
      <form method="get" action="/app/company#currency" class="row">
        <label class="field">
          <span class="label">{t.newCurrency}</span>
          <input
            name="to"
            pattern="[A-Za-z]{3}"
            maxlength={3}
            required
            value={asked?.currency ?? ''}
            autocomplete="off"
          />
        </label>
        <label class="field">
          <span class="label">{t.changeRate(currency)}</span>
          <input
            name="at"
            inputmode="decimal"
            required
            pattern="[0-9]{1,12}([.,][0-9]{1,10})?"
            value={asked === undefined ? '' : typed(asked.rate, ask)}
            autocomplete="off"
          />
        </label>
        <button class="secondary">{t.look}</button>
      </form>
      {plan instanceof Refusal ? <p class="problem">{await sentenceIn(ask.language, plan)}</p> : null}
      {plan === undefined || plan instanceof Refusal ? null : <Plan ask={ask} plan={plan} />}
    </section>
  )
}

function Plan({ ask, plan }: { readonly ask: PageAsk; readonly plan: CurrencyChange }) {
  const t = companyTexts[ask.language]
  const { from, to, rate, deals, targets, before, after } = plan
  return (
    <form
      class="form"
      data-api="POST /settings/currency"
      data-body={JSON.stringify({ currency: to, rate })}
      data-done={t.changeStarted}
    >
      <p>{t.wouldChange(ask.format.number(deals), ask.format.number(targets))}</p>
      <p>{t.wouldCome(ask.format.money(before, from), ask.format.money(after, to))}</p>
      <label class="field">
        <span class="label">{t.whyChange}</span>
        <input name="reason" required maxlength={500} autocomplete="off" />
      </label>
      <p class="problem" data-problem role="alert" hidden />
      <div class="buttons">
        <button class="primary">{t.changeTo(from, to)}</button>
      </div>
    </form>
  )
}

function askedIn({ query }: PageAsk): Asked | undefined {
  const currency = (query.get('to') ?? '').toUpperCase()
  const rate = (query.get('at') ?? '').replace(',', '.')
  return /^[A-Z]{3}$/.test(currency) && /^\d{1,12}(\.\d{1,10})?$/.test(rate) ? { currency, rate } : undefined
}

function refused(error: unknown): Refusal {
  if (error instanceof Refusal) return error
  throw error
}

function typed(rate: string, { language }: PageAsk): string {
  return language === 'ru' ? rate.replace('.', ',') : rate
}
