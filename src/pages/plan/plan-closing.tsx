import { parsePeriod } from '#domain/time/period'
import type { ClosingCorrection, ClosingView } from '#schemas/plan'
import { readClosing } from '#usecases/plan/close-month'

import { dealAddress } from '#pages/links.tsx'
import type { PageAsk } from '#pages/page.tsx'
import { periodTitle } from './plan-periods'
import { planTexts } from './texts/plan-texts'

/** What a page says of the closing of a month; undefined of longer periods. */
export async function closingOf(ask: PageAsk, period: string): Promise<ClosingView | undefined> {
  return parsePeriod(period).kind === 'month' ? readClosing(ask.ports, ask, period) : undefined
}

type Props = {
  readonly ask: PageAsk
  readonly closing: ClosingView
  readonly isOver: boolean
  readonly currency: string
}

/** Whether a month is closed, by whom and why; what was corrected of it later, what is corrected in it; and who may, closes it. */
export function PlanClosing(props: Props) {
  const { ask, closing, isOver } = props
  const t = planTexts[ask.language].closing
  const mayClose = isOver && ask.caller.reach.books_edit === 'all'
  const { acts, correctedLater, corrections, isClosed } = closing
  if (acts.length + correctedLater.length + corrections.length === 0 && !mayClose) return null
  return (
    <section class="card" aria-labelledby="closing-title" id="closing">
      <header>
        <h2 id="closing-title">{t.title}</h2>
        <span class={`badge ${isClosed ? 'good' : ''}`}>{isClosed ? t.closed : t.open}</span>
      </header>
      <ul class="linked">
        {acts.map((act) => (
          <li>
            <span>{t.act(act.closed, nameOf(ask, act.by), act.reason)}</span>
            <span class="quiet small">{ask.format.moment(act.at)}</span>
          </li>
        ))}
      </ul>
      <Corrections {...props} title={t.later} corrections={correctedLater} monthOf={({ month }) => month} />
      <Corrections {...props} title={t.here} corrections={corrections} monthOf={({ of }) => of.month} />
      {mayClose ? (
        <form
          class="form"
          data-api={`PUT /plans/${closing.month}/closing`}
          data-body={JSON.stringify({ closed: !isClosed })}
        >
          <label>
            {t.reason}
            <input name="reason" required maxlength={500} />
          </label>
          <p class="quiet small">{isClosed ? t.openHelp : t.closeHelp}</p>
          <p class="problem" data-problem role="alert" hidden />
          <button class={isClosed ? 'secondary' : 'primary'}>{isClosed ? t.openAgain : t.close}</button>
        </form>
      ) : null}
    </section>
  )
}

type Lines = Props & {
  readonly title: string
  readonly corrections: readonly ClosingCorrection[]
  readonly monthOf: (one: ClosingCorrection) => string
}

function Corrections({ ask, title, corrections, monthOf, currency }: Lines) {
  if (corrections.length === 0) return null
  const t = planTexts[ask.language].closing
  return (
    <>
      <h3>{title}</h3>
      <ul class="linked">
        {corrections.map((one) => (
          <li>
            {one.title === undefined ? <span>{one.deal}</span> : <a href={dealAddress(one.deal)}>{one.title}</a>}
            <span>{t.by(nameOf(ask, one.of.employee), amountOf(ask, one, currency))}</span>
            <span class="quiet small">
              {periodTitle(monthOf(one), ask.language)} · {nameOf(ask, one.by)}
              {one.reason === undefined ? '' : `: ${one.reason}`}
            </span>
          </li>
        ))}
      </ul>
    </>
  )
}

function amountOf(ask: PageAsk, { sumMinor, count, tasksDone }: ClosingCorrection, currency: string): string {
  const t = planTexts[ask.language].closing
  const signed = (value: number, text: string) => `${value > 0 ? '+' : ''}${text}`
  return [
    ...(sumMinor === 0 ? [] : [signed(sumMinor, ask.format.money(sumMinor, currency))]),
    ...(count === 0 ? [] : [`${t.deals}: ${signed(count, ask.format.number(count))}`]),
    ...(tasksDone === 0 ? [] : [`${t.tasks}: ${signed(tasksDone, ask.format.number(tasksDone))}`]),
  ].join(', ')
}

function nameOf(ask: PageAsk, id: string): string {
  return ask.people.employees[id]?.name ?? id
}
