import { readReading } from '#clients/usecases/reading/read-reading'
import { addDays } from '#domain/time/days'
import { dateIn } from '#domain/time/zone'
import { clientAddress } from '#pages/links.tsx'
import type { PageAsk, PageSpec } from '#pages/page.tsx'
import { Lines } from '#pages/piece-form.tsx'
import type { ClientReaders } from '#schemas/client'

import { readingTexts } from './texts/reading'

/** What somebody read of clients on a day, and allowing them more. */
export const readingPage: PageSpec = {
  id: 'reading',
  path: '/app/people/:person/reading',
  nav: 'people',
  right: 'audit_read',
  run: async (ask) => {
    const t = readingTexts[ask.language]
    const { format, people } = ask
    const employee = ask.params['person'] ?? ''
    const asked = ask.query.get('on') ?? ''
    const today = dateIn(ask.zone, ask.now)
    const day = /^\d{4}-\d\d-\d\d$/.test(asked) && !Number.isNaN(Date.parse(asked)) ? asked : today
    const reading = await readReading(ask.ports, ask, { employee, on: day })
    const { cards, counted, reveals, rows, searches, budget, allowed } = reading
    const name = people.employees[employee]?.name ?? employee
    const address = (on: string) => `/app/people/${employee}/reading?on=${on}`
    return {
      title: t.title,
      body: (
        <div class="narrow stack">
          <header class="page-head">
            <h1>{t.title}</h1>
            <p>{t.of({ name, on: format.day(day) })}</p>
          </header>
          <p class="row">
            <a href={address(addDays(day, -1))}>← {t.before}</a>
            {day < today ? <a href={address(addDays(day, 1))}>{t.after} →</a> : null}
          </p>
          <section class="card">
            <p>{t.counted({ cards: format.number(counted), most: format.number(budget.cards) })}</p>
            <p>{t.reveals({ reveals: format.number(reveals), most: format.number(budget.reveals) })}</p>
            <p>{t.rows({ rows: format.number(rows), most: format.number(budget.rows) })}</p>
            <p>{t.searches({ searches: format.number(searches), most: format.number(budget.searches) })}</p>
            {allowed === undefined ? null : (
              <p class="note">
                {t.allowed({ by: people.employees[allowed.by]?.name ?? allowed.by, reason: allowed.reason })}
              </p>
            )}
            {day === today && allowed === undefined && ask.caller.employee !== employee ? (
              <form class="form" data-api={`POST /employees/${employee}/reading/allowance`} data-done={t.done}>
                <Lines label={t.reason} name="reason" isRequired />
                <p class="problem" data-problem role="alert" hidden />
                <div class="buttons">
                  <button class="secondary">{t.allow}</button>
                </div>
              </form>
            ) : null}
          </section>
          <section class="card">
            {cards.length === 0 ? <p class="quiet">{t.none}</p> : null}
            <ul class="session-list">
              {cards.map(({ client, name: called, at, isOwn }) => (
                <li>
                  {called === '' ? <span>{t.gone}</span> : <a href={clientAddress(client)}>{called}</a>}
                  <span class="quiet small">{[format.moment(at), ...(isOwn ? [t.own] : [])].join(' · ')}</span>
                </li>
              ))}
            </ul>
          </section>
        </div>
      ),
    }
  },
}

const mostShown = 20

/** Who opened a card and was shown how to reach the client, for whoever may change it. */
export function ReadersCard({ ask, readers }: { readonly ask: PageAsk; readonly readers: ClientReaders }) {
  const t = readingTexts[ask.language]
  return (
    <section class="card" aria-labelledby="readers-title">
      <h2 id="readers-title">{t.readers}</h2>
      {readers.items.length === 0 ? <p class="quiet">{t.noReaders}</p> : null}
      <ul class="session-list">
        {readers.items.slice(0, mostShown).map(({ employee, at, way }) => (
          <li>
            <span>{ask.people.employees[employee]?.name ?? employee}</span>
            <span class="quiet small">
              {ask.format.moment(at)} · {way === undefined ? t.opened : t.shown}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
