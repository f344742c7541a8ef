import { readErasedByRules } from '#clients/usecases/keeping/read-erased'
import { reachesClient } from '#clients/usecases/readable-client'
import { readOpenRequests } from '#clients/usecases/requests/read-requests'
import { personalDataIn } from '#domain/rules/personal-data'
import { formatFor } from '#domain/kernel/texts/format'
import { periodAfter } from '#domain/time/period'
import { dateIn } from '#domain/time/zone'
import { CompanyTabs } from '#pages/company/company-tabs.tsx'
import { clientAddress } from '#pages/links.tsx'
import type { PageAsk, PageSpec } from '#pages/page.tsx'
import type { ErasedByRules, SubjectRequest } from '#schemas/clients/requests'
import { RequestState } from './requests-card'
import { requestTexts } from './texts/requests'

const mostOpen = 100

/** Requests of clients that are not answered, and whom the rules erase in a month. */
export const personalDataPage: PageSpec = {
  id: 'personalData',
  path: '/app/company/personal-data',
  nav: 'company',
  right: 'people_edit',
  run: async (ask) => {
    const t = requestTexts[ask.language]
    const asked = ask.query.get('month') ?? ''
    const month = /^\d{4}-(0[1-9]|1[0-2])$/.test(asked) ? asked : dateIn(ask.zone, ask.now).slice(0, 7)
    const [open, erased, { model }] = await Promise.all([
      readOpenRequests(ask.ports, ask, { limit: mostOpen }),
      readErasedByRules(ask.ports, ask.caller, month),
      ask.ports.rules.current(),
    ])
    const ids = [...open.items, ...erased.items].map(({ client }) => client)
    const names = new Map(
      ids.length === 0
        ? []
        : (await ask.ports.clients.findMany(ids)).flatMap(({ client }) =>
            reachesClient(ask, 'clients_read', client.owner) ? [[client.id, client.name] as const] : [],
          ),
    )
    return {
      title: t.title,
      body: (
        <>
          <header class="page-head">
            <h1>{t.title}</h1>
            <p>{t.sub}</p>
          </header>
          <CompanyTabs ask={ask} now="personalData" />
          <div class="stack">
            <OpenRequests ask={ask} requests={open.items} names={names} isMore={open.cursor !== undefined} />
            <Erased
              ask={ask}
              erased={erased}
              names={names}
              isRuled={personalDataIn(model)?.keep !== undefined || erased.items.length > 0}
            />
          </div>
        </>
      ),
    }
  },
}

type Names = ReadonlyMap<string, string>
type Open = {
  readonly ask: PageAsk
  readonly requests: readonly SubjectRequest[]
  readonly names: Names
  readonly isMore: boolean
}

function OpenRequests({ ask, requests, names, isMore }: Open) {
  const t = requestTexts[ask.language]
  return (
    <section class="card" aria-labelledby="open-title">
      <h2 id="open-title">{t.open}</h2>
      {requests.length === 0 ? <p class="quiet">{t.noneOpen}</p> : null}
      <ul class="session-list">
        {requests.map((request) => (
          <li>
            <a href={`${clientAddress(request.client)}#requests`}>{names.get(request.client) ?? request.client}</a>{' '}
            <span>{t.kinds[request.kind]}</span> <RequestState ask={ask} request={request} />
          </li>
        ))}
      </ul>
      {isMore ? <p class="quiet">{t.more}</p> : null}
    </section>
  )
}

type Listed = {
  readonly ask: PageAsk
  readonly erased: ErasedByRules
  readonly names: Names
  readonly isRuled: boolean
}

function Erased({ ask, erased: { month, items, isMore, round }, names, isRuled }: Listed) {
  const t = requestTexts[ask.language]
  const { format } = ask
  const [, why, until, stands] = t.heads
  const address = (count: number) => `/app/company/personal-data?month=${periodAfter(month, count)}`
  return (
    <section class="card" aria-labelledby="erased-title">
      <h2 id="erased-title">{t.erasedTitle}</h2>
      {isRuled ? null : <p class="quiet">{t.noRules}</p>}
      {round === undefined ? null : (
        <p class="quiet">
          {t.round({
            on: format.day(round.beganOn),
            looked: format.number(round.looked),
            announced: format.number(round.announced),
          })}
        </p>
      )}
      <p class="row">
        <a href={address(-1)}>← {t.before}</a>
        <span>{formatFor(ask.language, ask.zone).month(month)}</span>
        <a href={address(1)}>{t.after} →</a>
      </p>
      {items.length === 0 ? <p class="quiet">{t.noneErased}</p> : null}
      {items.length === 0 ? null : (
        <div class="table-wrap" tabindex={0} role="region" aria-label={t.erasedTitle}>
          <table class="cards-on-phone">
            <thead>
              <tr>
                {t.heads.map((head) => (
                  <th scope="col">{head}</th>
                ))}
              </tr>
            </thead>
            <tbody>
              {items.map((one) => (
                <tr>
                  <th scope="row">
                    <a href={clientAddress(one.client)}>{names.get(one.client) ?? one.client}</a>
                  </th>
                  <td data-name={why}>{t.lines[one.line]}</td>
                  <td data-name={until}>{format.day(one.until)}</td>
                  <td data-name={stands}>{t.states[one.state]}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {isMore ? <p class="quiet">{t.more}</p> : null}
    </section>
  )
}
