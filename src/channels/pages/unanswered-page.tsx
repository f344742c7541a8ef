import { leadsOthers } from '#usecases/team/read-team'
import { readSpam } from '#channels/usecases/read-spam'
import { readUnanswered } from '#channels/usecases/read-unanswered'
import { clientAddress, dealAddress, reachAddress, reachText, talkAddress } from '#pages/links.tsx'
import type { PageAsk, PageSpec } from '#pages/page.tsx'
import { TaskReasons } from '#pages/tasks/task-reasons.tsx'
import type { OwedTalk } from '#schemas/channels/talk'

import { MailIn } from './mail-in'
import { talkTexts } from './texts/talks'

/** Who waits for us: missed calls, messages and requests, what is due first first of all. */
export const unansweredPage: PageSpec = {
  id: 'unanswered',
  path: '/app/unanswered',
  nav: 'unanswered',
  right: 'signed_in',
  script: 'unanswered',
  isLive: true,
  run: async (ask) => {
    const t = talkTexts[ask.language]
    const isLeading = leadsOthers(ask.caller)
    const of = isLeading && ask.query.get('of') === 'team' ? 'team' : 'me'
    const { items, mailIn } = await readUnanswered(ask.ports, ask, { of })
    return {
      title: t.unanswered,
      shortcuts: [
        { keys: 'j', does: t.keys.down },
        { keys: 'k', does: t.keys.up },
        { keys: 'c', does: t.keys.call },
        { keys: 'a', does: t.keys.answer },
        { keys: 't', does: t.keys.take },
        { keys: 'x', does: t.keys.notClient },
      ],
      body: (
        <>
          <header class="page-head">
            <h1>{t.unanswered}</h1>
            <p>{t.unansweredLead}</p>
          </header>
          {isLeading ? (
            <nav class="tabs" aria-label={t.unanswered}>
              <a href="/app/unanswered" aria-current={of === 'me' ? 'page' : undefined}>
                {t.mine}
              </a>
              <a href="/app/unanswered?of=team" aria-current={of === 'team' ? 'page' : undefined}>
                {t.team}
              </a>
            </nav>
          ) : null}
          {items.length === 0 ? <p class="empty">{of === 'team' ? t.noneTeam : t.none}</p> : null}
          {items.length === 0 ? null : (
            <ul class="tasks owed">
              {items.map((one) => (
                <Owed ask={ask} one={one} />
              ))}
            </ul>
          )}
          <MailIn ask={ask} address={mailIn} />
          {ask.caller.reach.channels_edit === 'all' ? <Spam ask={ask} /> : null}
        </>
      ),
    }
  },
}

type One = { readonly ask: PageAsk; readonly one: OwedTalk }

function Owed({ ask, one }: One) {
  const t = talkTexts[ask.language]
  const { format, now } = ask
  const isLate = one.dueAt !== null && one.dueAt < now
  return (
    <li class="task" id={one.task} tabindex={0} data-owed>
      <span class={`badge ${one.kind === 'call_back' ? 'bad' : 'accent'}`}>{t.kinds[one.kind]}</span>
      <span class="does">
        <a href={talkAddress(one.talk)} data-open>
          {one.name ?? one.contact ?? (one.kind === 'call_back' ? t.unknown : t.nobody)}
        </a>
      </span>
      <span class={`when small ${isLate ? 'bad' : 'quiet'}`}>
        {one.dueAt === null ? '' : isLate ? `${t.late} ${format.span(one.dueAt, now)}` : format.due(one.dueAt)}
      </span>
      <p class="more row">
        {one.text === undefined ? null : <span class="lines">{one.text}</span>}
        <span>{`${t.since} ${format.moment(one.since)}`}</span>
        {one.times > 1 ? <span>{t.times(one.times)}</span> : null}
        {one.attempts > 0 ? <span>{t.attempts(one.attempts)}</span> : null}
        {one.deal === undefined ? null : <a href={dealAddress(one.deal.id)}>{one.deal.title}</a>}
        {one.responsible === ask.me.id ? null : (
          <span>{ask.people.employees[one.responsible]?.name ?? one.responsible}</span>
        )}
      </p>
      <TaskReasons ask={ask} reasons={one.reasons} />
      <Between ask={ask} one={one} />
      <Acts ask={ask} one={one} />
    </li>
  )
}

/** Which of the client’s deals it is about, each with one click, where nobody has said yet. */
export function Between({ ask, one: { talk, between = [] } }: One) {
  const t = talkTexts[ask.language]
  if (between.length === 0) return null
  return (
    <div class="to-do row" role="group" aria-label={t.between}>
      <span class="quiet small">{t.between}</span>
      {between.map(({ id, title }) => (
        <form
          data-api={`POST /talks/${talk}/belonging`}
          data-body={JSON.stringify({ dealId: id })}
          data-done={t.picked}
          data-pick
        >
          <button class="secondary">{title}</button>
        </form>
      ))}
    </div>
  )
}

/** What can be done about it, each with one click. */
function Acts({ ask, one }: One) {
  const t = talkTexts[ask.language]
  const canCall = one.contact?.startsWith('+') === true
  return (
    <div class="to-do row">
      {canCall ? (
        <a class="button primary" href={reachAddress(one.contact ?? '')} data-call>
          {`${t.call} ${reachText(one.contact ?? '')}`}
        </a>
      ) : (
        <ToCard ask={ask} one={one} />
      )}
      <a class="button secondary" href={`${talkAddress(one.talk)}#answer`} data-answer>
        {t.answer}
      </a>
      {one.responsible === ask.me.id ? null : (
        <form data-api={`POST /talks/${one.talk}/taking`} data-done={t.taken} data-take>
          <button class="secondary">{t.take}</button>
        </form>
      )}
      <form data-api={`POST /talks/${one.talk}/dismissal`} data-done={t.isNotClient} data-dismiss>
        <button class="secondary">{t.notClient}</button>
      </form>
    </div>
  )
}

/** The way to the card, for whoever has the number shown there. */
export function ToCard({ ask, one: { client, kind, contact } }: One) {
  if (client === undefined || contact !== undefined || kind !== 'call_back') return null
  return (
    <a class="button secondary" href={clientAddress(client)}>
      {talkTexts[ask.language].toCard}
    </a>
  )
}

async function Spam({ ask }: { readonly ask: PageAsk }) {
  const t = talkTexts[ask.language]
  const { items } = await readSpam(ask.ports, ask.caller, { limit: 20 })
  return (
    <details class="card">
      <summary>
        {t.spam} <span class="badge">{ask.format.number(items.length)}</span>
      </summary>
      <p class="quiet small">{t.spamLead}</p>
      {items.length === 0 ? <p class="quiet">{t.noSpam}</p> : null}
      <ul class="linked">
        {items.map(({ talk, id, at, name, text }) => (
          <li id={`spam-${id}`}>
            <span class="row">
              <strong>{name ?? t.nobody}</strong>
              <span class="quiet small">{ask.format.moment(at)}</span>
              <span class="grow" />
              <form data-api={`POST /talks/${talk}/requests/${id}/restoration`} data-done={t.restored}>
                <button class="secondary small">{t.restore}</button>
              </form>
            </span>
            {text === undefined ? null : <span class="small lines">{text}</span>}
          </li>
        ))}
      </ul>
    </details>
  )
}
