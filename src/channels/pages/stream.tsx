import { keptIn } from '#domain/kernel/saying'
import { dealAddress, talkAddress } from '#pages/links.tsx'
import type { PageAsk } from '#pages/page.tsx'
import type { AttachedFile } from '#schemas/attached'
import type { Conversation, StreamEntry } from '#schemas/channels/talk'

import { MailIn } from './mail-in'
import { talkTexts } from './texts/talks'

type Answering = {
  readonly ask: PageAsk
  readonly conversation: Conversation
  /** Where an answer goes. */
  readonly api: string
  /** The files of the deal, which may go with a mail. */
  readonly files?: readonly AttachedFile[]
  /** What the deal is called whose conversation it is. */
  readonly title?: string | undefined
}

/** Everything that was said with a client: who waits since when, a box to answer, and what was said, the newest first. */
export function Stream({ ask, conversation, api, files = [], title }: Answering) {
  const t = talkTexts[ask.language]
  const { waitingSince, items } = conversation
  return (
    <section class="card stream" aria-labelledby="stream-title" id="stream">
      <header>
        <h2 id="stream-title">{t.title}</h2>
        {waitingSince === null ? null : (
          <span class="badge warn">{`${t.waits} ${ask.format.moment(waitingSince)} (${ask.format.ago(waitingSince)})`}</span>
        )}
      </header>
      <AnswerBox ask={ask} conversation={conversation} api={api} files={files} />
      <MailIn ask={ask} address={conversation.mailIn} deal={title ?? ''} />
      {items.length === 0 ? <p class="quiet">{t.nothing}</p> : null}
      <ol class="said">
        {items.map((entry) => (
          <Entry ask={ask} entry={entry} />
        ))}
      </ol>
    </section>
  )
}

/** A box to answer by what the client used last; where there is nothing to write by, it says so. */
function AnswerBox({ ask, conversation: { answers }, api, files }: Answering) {
  const t = talkTexts[ask.language]
  const open = answers.filter((way) => way.open)
  if (answers.length === 0) return null
  if (open.length === 0)
    return (
      <>
        <p class="note">{t.closed}</p>
        <TemplateLinks ask={ask} answers={answers} />
      </>
    )
  const [first] = open
  return (
    <form class="say" data-api={`POST ${api}`} data-done={t.sent} data-clears id="answer">
      <label class="hidden" for="answer-text">
        {t.you}
      </label>
      <textarea id="answer-text" name="text" rows={2} required maxlength={4000} placeholder={t.you} />
      {open.some(({ mail }) => mail === true) ? <MailParts ask={ask} files={files} /> : null}
      <p class="problem" data-problem role="alert" hidden />
      <div class="row">
        <button class="primary">{t.send}</button>
        {open.length === 1 ? (
          <span class="quiet small">{`${t.by} ${first?.name ?? ''}`}</span>
        ) : (
          <label class="row small">
            <span class="quiet">{t.by}</span>
            <select name="by">
              {open.map(({ talk, integration, name }) => (
                <option value={`${talk}/${integration}`}>{name}</option>
              ))}
            </select>
          </label>
        )}
        {first?.until === null || first?.until === undefined ? null : (
          <span class="quiet small">{`${t.until} ${ask.format.moment(first.until)}`}</span>
        )}
      </div>
    </form>
  )
}

/** Where a template is chosen once the time for free text is over: on the page of the talk, which asks the messenger for them. */
function TemplateLinks({ ask, answers }: { readonly ask: PageAsk; readonly answers: Conversation['answers'] }) {
  const t = talkTexts[ask.language]
  const ways = answers.filter(({ templates }) => templates === true)
  if (ways.length === 0) return null
  return (
    <p class="row">
      {ways.map(({ talk, integration, name }) => (
        <a
          class="button secondary"
          href={`${talkAddress(talk)}?templates=${encodeURIComponent(integration)}#templates`}
        >
          {`${t.byTemplate} ${name}`}
        </a>
      ))}
    </p>
  )
}

/** What a mail has beside its text: what it is about, and files of the deal. */
function MailParts({ ask, files }: { readonly ask: PageAsk; readonly files: readonly AttachedFile[] | undefined }) {
  const t = talkTexts[ask.language]
  return (
    <details>
      <summary class="small quiet">{t.mailParts}</summary>
      <label class="field">
        <span class="label">{t.subject}</span>
        <input name="subject" maxlength={200} autocomplete="off" />
      </label>
      {(files ?? []).map(({ id, name }) => (
        <label class="row small">
          <input type="checkbox" name="files[]" value={id} />
          {name}
        </label>
      ))}
    </details>
  )
}

type One = { readonly ask: PageAsk; readonly entry: StreamEntry }

function Entry({ ask, entry }: One) {
  const { kind, direction, automatic, text, also = [], quoted } = entry
  const t = talkTexts[ask.language]
  const side = kind === 'note' || automatic === true ? 'aside' : direction
  return (
    <li class={`from-${side} ${entry.result === 'missed' && direction === 'in' ? 'missed' : ''}`}>
      <p class="small">
        <strong>{whatOf(entry, ask.language)}</strong> <Marks ask={ask} entry={entry} />
      </p>
      {entry.subject === undefined ? null : <p class="small quiet">{entry.subject}</p>}
      {text === undefined || text === '' ? null : <p class="lines">{text}</p>}
      <Attachments ask={ask} entry={entry} />
      {also.length === 0 ? null : (
        <dl class="small">
          {also.map(([label, value]) => (
            <>
              <dt class="quiet">{label}</dt>
              <dd>{value}</dd>
            </>
          ))}
        </dl>
      )}
      <Certainty ask={ask} entry={entry} />
      <Recordings ask={ask} entry={entry} />
      {quoted === undefined ? null : (
        <details>
          <summary class="quiet small">{t.quoted}</summary>
          <p class="lines quiet small">{quoted}</p>
        </details>
      )}
      <p class="quiet small">
        <time datetime={entry.at}>{ask.format.moment(entry.at)}</time>
        {entry.by === undefined ? '' : ` · ${ask.people.employees[entry.by]?.name ?? entry.by}`}
        {entry.form === undefined ? '' : ` · ${entry.form}`}
      </p>
    </li>
  )
}

/** What came with a message: as a download where it is kept, else by its name. */
function Attachments({ ask, entry: { id, talk, attachments = [] } }: One) {
  const t = talkTexts[ask.language]
  if (attachments.length === 0) return null
  return (
    <div class="row small">
      {attachments.map(({ kind, name, size }, no) => {
        const called = name ?? t.attachment(kind)
        if (size === undefined || talk === undefined) return <span class="quiet">{called}</span>
        return (
          <form
            data-api={`POST /talks/${talk}/messages/${encodeURIComponent(id)}/attachment`}
            data-body={JSON.stringify({ no })}
            data-then="go:{url}"
          >
            <button class="link small">{`${called} (${ask.format.number(Math.ceil(size / 1024))} ${t.kilobytes})`}</button>
            <p class="problem" data-problem role="alert" hidden />
          </form>
        )
      })}
    </div>
  )
}

/** Whether a message has left that nobody knows of: two answers, one click each. */
function Certainty({ ask, entry: { id, talk, state } }: One) {
  const t = talkTexts[ask.language]
  if (state !== 'unsure' || talk === undefined) return null
  return (
    <div class="row">
      {([true, false] as const).map((left) => (
        <form
          data-api={`POST /talks/${talk}/messages/${encodeURIComponent(id)}/certainty`}
          data-body={JSON.stringify({ left })}
          data-done={t.saved}
        >
          <button class="secondary small">{left ? t.hasLeft : t.sendAgain}</button>
          <p class="problem" data-problem role="alert" hidden />
        </form>
      ))}
    </div>
  )
}

async function Marks({ ask, entry }: One) {
  const t = talkTexts[ask.language]
  const { talkSeconds, asTold, foundLater, automatic, edited, state, why: text, said, became, dealId } = entry
  const why = text === undefined ? undefined : await keptIn(ask.language, { text, said }, ask.russian)
  const failed = state === 'failed' || state === 'unsure'
  return (
    <>
      {talkSeconds === undefined ? null : <span class="quiet">{minutes(talkSeconds)} </span>}
      {asTold === true ? <span class="badge">{t.asTold}</span> : null}
      {foundLater === true ? <span class="badge">{t.foundLater}</span> : null}
      {automatic === true ? <span class="badge">{t.automatic}</span> : null}
      {edited === true ? <span class="badge">{t.edited}</span> : null}
      {state === undefined ? null : <span class={`badge ${failed ? 'bad' : ''}`}>{t.states[state]}</span>}
      {became === undefined ? null : <span class="badge">{t.became[became]}</span>}
      {why === undefined ? null : <span class="bad">{why}</span>}
      {dealId === undefined || ask.path.startsWith(dealAddress(dealId)) ? null : (
        <a href={dealAddress(dealId)}>{t.toDeal}</a>
      )}
    </>
  )
}

function whatOf({ kind, direction, result }: StreamEntry, language: PageAsk['language']): string {
  const { what } = talkTexts[language]
  if (kind === 'call') return what[direction][result ?? 'answered']
  return kind === 'message' ? what.message[direction] : what[kind]
}

/** `2:05`. */
function minutes(seconds: number): string {
  const whole = Math.round(seconds)
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`
}

/** A button for each recording that is here, and what became of the others; who listens is kept. */
function Recordings({ ask, entry: { id, talk, recordings = 0, recordingStates = [] } }: One) {
  const t = talkTexts[ask.language]
  if (recordings === 0 || talk === undefined || ask.caller.reach.recordings_hear === 'none') return null
  return (
    <div class="row">
      {Array.from({ length: recordings }, (_, no) => {
        const state = recordingStates[no] ?? 'waiting'
        if (state !== 'kept') return <span class="quiet small">{t.recordings[state]}</span>
        return (
          <form
            data-api={`POST /talks/${talk}/calls/${encodeURIComponent(id)}/recording`}
            data-body={JSON.stringify({ no })}
            data-then="go:{url}"
          >
            <button class="link small" title={t.heard}>
              {recordings === 1 ? t.recording : `${t.recording} ${no + 1}`}
            </button>
            <p class="problem" data-problem role="alert" hidden />
          </form>
        )
      })}
    </div>
  )
}
