import { isUnderWay } from '#workday/domain/under-way'
import { keptIn } from '#domain/kernel/saying'
import { clientAddress, dealAddress, talkAddress } from '#pages/links.tsx'
import type { PageAsk, PageSpec } from '#pages/page.tsx'
import type { HandedThing, Handover } from '#schemas/workday/handover'
import { handedKinds } from '#schemas/workday/handover-names'
import { readHandover } from '#workday/usecases/handovers'
import { handoverTexts } from './texts/handover'

/** What went from somebody to others: how far it is, what stayed and why, and giving it back. */
export const handoverPage: PageSpec = {
  id: 'handover',
  path: '/app/handovers/:handover',
  nav: 'people',
  right: 'signed_in',
  isLive: true,
  run: async (ask) => {
    const t = handoverTexts[ask.language]
    const handover = await readHandover(ask.ports, ask.caller, ask.params['handover'] ?? '')
    const { from, to, by, at, reason, state, until, things } = handover
    const name = (id: string) => ask.people.employees[id]?.name ?? id
    const stayed = things.filter((one) => ['failed', 'elsewhere', 'touched'].includes(one.state))
    return {
      title: t.title,
      body: (
        <>
          <p>
            <a href={`/app/people/${from}`}>← {t.person}</a>
          </p>
          <header class="page-head">
            <h1>{t.of({ from: name(from), to: to.map(name).join(', ') })}</h1>
            <span class={`badge ${isUnderWay(handover) ? 'warn' : 'good'}`}>{t.states[state]}</span>
            <p class="grow sub">
              {[
                t.ordered({ by: name(by), at: ask.format.moment(at) }),
                ...(until === undefined ? [] : [t.until({ on: ask.format.day(until) })]),
                ...(reason === undefined ? [] : [reason]),
              ].join(' · ')}
            </p>
          </header>
          <div class="stack">
            <section class="card">
              {things.length === 0 ? <p class="quiet">{t.nothing}</p> : <HandedCounts ask={ask} handover={handover} />}
              <p class="quiet small">{t.print}</p>
              {state === 'done' && things.some((one) => one.state === 'given') ? (
                <form data-api={`POST /handovers/${handover.id}/return`} data-sure={t.sure} data-done={t.back}>
                  <p class="problem" data-problem role="alert" hidden />
                  <button class="secondary">{t.giveBack}</button>
                </form>
              ) : null}
            </section>
            {stayed.length === 0 ? null : (
              <section class="card" aria-labelledby="stayed-title">
                <h2 id="stayed-title">{t.stayed}</h2>
                <Things ask={ask} things={stayed} />
              </section>
            )}
            <details class="card folded">
              <summary>
                {t.all}: {ask.format.number(things.length)} {ask.format.noun(things.length, t.things)}
              </summary>
              <Things ask={ask} things={things} />
            </details>
          </div>
        </>
      ),
    }
  },
}

type Counted = {
  readonly ask: PageAsk
  readonly handover: Pick<Handover, 'to' | 'things'>
}

/** How much of what goes to whom, as it went or as it is planned. */
export function HandedCounts({ ask, handover: { to, things } }: Counted) {
  const t = handoverTexts[ask.language]
  const kinds = handedKinds.filter((kind) => things.some((one) => one.kind === kind))
  const went = (whom: string, kind: string) =>
    things.filter((one) => one.to === whom && one.kind === kind && (one.state === 'given' || one.state === 'planned'))
  return (
    <div class="table-wrap" tabindex={0}>
      <table class="cards-on-phone">
        <thead>
          <tr>
            <th scope="col">{t.whom}</th>
            {kinds.map((kind) => (
              <th scope="col" class="number">
                {t.kinds[kind]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {to.map((whom) => (
            <tr>
              <th scope="row">{ask.people.employees[whom]?.name ?? whom}</th>
              {kinds.map((kind) => (
                <td class="number" data-name={t.kinds[kind]}>
                  {ask.format.number(went(whom, kind).length)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

async function Things({ ask, things }: { readonly ask: PageAsk; readonly things: readonly HandedThing[] }) {
  const t = handoverTexts[ask.language]
  const whys = await Promise.all(
    things.map(({ detail: text = '', said }) => keptIn(ask.language, { text, said }, ask.russian)),
  )
  return (
    <ul class="small">
      {things.map((thing, at) => (
        <li id={`${thing.kind}-${thing.id}`}>
          <Address thing={thing}>{`${t.one[thing.kind]} ${thing.id.slice(-6)}`}</Address>{' '}
          <span class="quiet">
            {[
              t.thingStates[thing.state],
              ask.people.employees[thing.to]?.name ?? thing.to,
              ...(whys[at] ?? '').split('\n'),
            ]
              .filter((said) => said !== '')
              .join(' · ')}
          </span>
        </li>
      ))}
    </ul>
  )
}

function Address({ thing, children }: { readonly thing: HandedThing; readonly children: string }) {
  const { kind, id, of, subject } = thing
  if (kind === 'key') return <a href="/app/keys">{children}</a>
  if (subject?.kind === 'talk') return <a href={talkAddress(subject.id)}>{children}</a>
  return <a href={kind === 'client' ? clientAddress(id) : dealAddress(kind === 'task' ? (of ?? id) : id)}>{children}</a>
}
