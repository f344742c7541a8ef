import { waysToDial, type Way } from '#channels/usecases/dialling/dial-talk'
import { readTalk } from '#channels/usecases/read-conversation'
import { clientAddress, dealAddress, reachAddress, reachText } from '#pages/links.tsx'
import type { PageAsk, PageSpec } from '#pages/page.tsx'
import { TaskReasons } from '#pages/tasks/task-reasons.tsx'
import type { Conversation, OwedTalk } from '#schemas/channels/talk'

import { Stream } from './stream'
import { Templates, templatesFor } from './templates'
import { talkTexts } from './texts/talks'
import { Between, ToCard } from './unanswered-page'

/** The talk with one number or address: what is owed, what was said, and what to do about it. */
export const talkPage: PageSpec = {
  id: 'talk',
  path: '/app/talks/:talk',
  nav: 'unanswered',
  right: 'signed_in',
  isLive: true,
  run: async (ask) => {
    const t = talkTexts[ask.language]
    const id = ask.params['talk'] ?? ''
    const conversation = await readTalk(ask.ports, ask, id)
    const [templates, ways] = await Promise.all([
      templatesFor(ask, id, conversation),
      waysToDial(ask.ports, ask.caller.employee),
    ])
    const [owed] = conversation.owed
    const title = owed?.name ?? owed?.contact ?? t.talk
    return {
      title,
      body: (
        <div class="person-page">
          <p>
            <a href="/app/unanswered">← {t.unanswered}</a>
          </p>
          <header class="page-head">
            <h1>{title}</h1>
            {owed?.client === undefined ? null : <a href={clientAddress(owed.client)}>{owed.name}</a>}
            {owed?.deal === undefined ? null : <a href={dealAddress(owed.deal.id)}>{owed.deal.title}</a>}
          </header>
          <div class="stack">
            <Todo ask={ask} id={id} owed={owed} conversation={conversation} ways={ways} />
            <Templates ask={ask} id={id} chosen={templates} />
            <Stream ask={ask} conversation={conversation} api={`/talks/${id}/messages`} />
          </div>
        </div>
      ),
    }
  },
}

type Parts = {
  readonly ask: PageAsk
  readonly id: string
  readonly owed: OwedTalk | undefined
  readonly conversation: Conversation
  readonly ways: readonly Way[]
}

function Todo({ ask, id, owed, conversation, ways }: Parts) {
  const t = talkTexts[ask.language]
  const contact = owed?.contact
  const hasDeal = owed?.deal !== undefined || conversation.items.some(({ dealId }) => dealId !== undefined)
  return (
    <section class="card stack" aria-label={t.talk}>
      {owed === undefined ? null : <Between ask={ask} one={owed} />}
      <div class="row">
        {contact?.startsWith('+') === true ? (
          <a class="button primary" href={reachAddress(contact)}>
            {`${t.call} ${reachText(contact)}`}
          </a>
        ) : null}
        {owed === undefined ? null : <ToCard ask={ask} one={owed} />}
        {contact?.startsWith('+') === true
          ? ways.map(({ integration }) => (
              <form
                data-api={`POST /talks/${id}/dial`}
                data-body={JSON.stringify({ integration: integration.id })}
                data-done={t.dialled(integration.name)}
              >
                <button class="secondary">{t.dial(integration.name)}</button>
              </form>
            ))
          : null}
        {conversation.owed.every(({ responsible }) => responsible === ask.me.id) ? null : (
          <form data-api={`POST /talks/${id}/taking`} data-done={t.taken}>
            <button class="secondary">{t.take}</button>
          </form>
        )}
        {conversation.isClient ? (
          <form data-api={`POST /talks/${id}/dismissal`} data-done={t.isNotClient}>
            <button class="secondary">{t.notClient}</button>
          </form>
        ) : (
          <>
            <span class="badge warn">{t.notClientNow}</span>
            <form data-api={`POST /talks/${id}/return`} data-done={t.isClient}>
              <button class="secondary">{t.aClient}</button>
            </form>
          </>
        )}
      </div>
      <SaidOf ask={ask} conversation={conversation} />
      <ToldCall ask={ask} id={id} />
      {hasDeal ? null : (
        <form class="row" data-api={`POST /talks/${id}/deal`} data-done={t.madeDeal} data-then="go:/app/deals/{dealId}">
          <label class="field">
            <span class="label">{t.dealTitle}</span>
            <input name="title" maxlength={200} />
          </label>
          <button class="secondary">{t.makeDeal}</button>
          <p class="problem" data-problem role="alert" hidden />
        </form>
      )}
    </section>
  )
}

/** What was said when what is owed was given away or dated anew, and of why this is no client. */
function SaidOf({ ask, conversation: { owed, notClient } }: Pick<Parts, 'ask' | 'conversation'>) {
  const reasons = owed.flatMap((one) => one.reasons ?? [])
  return <TaskReasons ask={ask} reasons={notClient === undefined ? reasons : [...reasons, notClient]} />
}

/** “Did you reach them?”, for a call from one’s own phone. */
function ToldCall({ ask, id }: Pick<Parts, 'ask' | 'id'>) {
  const t = talkTexts[ask.language]
  return (
    <details data-closes-when-done>
      <summary>{t.told}</summary>
      <form class="form" data-api={`POST /talks/${id}/calls`} data-done={t.toldDone}>
        <label class="check">
          <input type="radio" name="result" value="answered" checked />
          <span>{t.reached}</span>
        </label>
        <label class="check">
          <input type="radio" name="result" value="missed" />
          <span>{t.notReached}</span>
        </label>
        <label class="field">
          <span class="label">{t.note}</span>
          <textarea name="note" rows={2} maxlength={2000} />
        </label>
        <p class="problem" data-problem role="alert" hidden />
        <div class="buttons">
          <button class="primary">{t.send}</button>
        </div>
      </form>
    </details>
  )
}
