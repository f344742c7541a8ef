import { mayExport } from '#domain/kernel/access'
import { requestKinds, requestWays } from '#schemas/clients/request-names'
import type { PageAsk } from '#pages/page.tsx'
import { PieceForm, PieceHead, Select } from '#pages/piece-form.tsx'
import type { PieceSpec } from '#pages/page.tsx'
import type { Erasure } from '#schemas/clients/erasure'
import type { SubjectRequest } from '#schemas/clients/requests'
import { requestTexts } from './texts/requests'

type Parts = {
  readonly ask: PageAsk
  readonly client: string
  readonly requests: readonly SubjectRequest[]
  readonly erasure: Erasure | undefined
  readonly mayEdit: boolean
}

/** What a client has asked of what is kept of them, with what answers it, and whether they are to be erased. */
export function RequestsCard({ ask, client, requests, erasure, mayEdit }: Parts) {
  const t = requestTexts[ask.language]
  return (
    <section class="card" id="requests" aria-labelledby="requests-title">
      <header>
        <h2 id="requests-title">{t.title}</h2>
        <span class="grow" />
        {mayEdit ? (
          <button type="button" class="link" data-piece={`/app/pieces/clients/${client}/request`}>
            {t.add}
          </button>
        ) : null}
      </header>
      {erasure === undefined ? null : <ErasureNote ask={ask} erasure={erasure} />}
      {requests.length === 0 && erasure === undefined ? <p class="quiet">{t.none}</p> : null}
      <ul class="session-list">
        {requests.map((request) => (
          <li>
            <span>{t.kinds[request.kind]}</span> <RequestState ask={ask} request={request} />
            {request.note === undefined ? null : <p class="quiet small">{request.note}</p>}
            {request.answer === undefined ? null : <p class="quiet small">{request.answer}</p>}
            {request.state === 'open' && isTheirs(ask, request) ? (
              <Answering ask={ask} client={client} request={request} />
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  )
}

function isTheirs({ caller }: PageAsk, { responsible }: SubjectRequest): boolean {
  return caller.reach.people_edit === 'all' || caller.employee === responsible
}

/** Until when a request is to be answered and by whom, or how it was. */
export function RequestState({ ask, request }: { readonly ask: PageAsk; readonly request: SubjectRequest }) {
  const t = requestTexts[ask.language]
  const { format } = ask
  const who = (id: string) => ask.people.employees[id]?.name ?? id
  const { state, dueAt, responsible, closedAt = request.createdAt, closedBy = '', act } = request
  if (state === 'open') {
    return (
      <>
        <span class="quiet small">{t.due({ at: format.due(dueAt), who: who(responsible) })}</span>{' '}
        {dueAt < ask.now ? <span class="badge bad">{t.late}</span> : null}
      </>
    )
  }
  const said = t[state]({ at: format.moment(closedAt), who: who(closedBy) })
  return <span class="quiet small">{[said, ...(act === undefined ? [] : [t.acts[act]])].join(' · ')}</span>
}

type One = { readonly ask: PageAsk; readonly client: string; readonly request: SubjectRequest }

/** What answers a request: the act where there is one, else a few words. */
function Answering({ ask, client, request: { id, kind } }: One) {
  const t = requestTexts[ask.language]
  return (
    <div class="row">
      {kind === 'access' && mayExport(ask.caller) ? <HandingOut ask={ask} client={client} /> : null}
      {kind === 'erasure' && ask.caller.reach.people_edit === 'all' ? (
        <form data-api={`POST /clients/${client}/erasure/confirmation`} data-sure={t.sure} data-done={t.erased}>
          <p class="problem" data-problem role="alert" hidden />
          <button class="secondary danger">{t.confirm}</button>
        </form>
      ) : null}
      <button type="button" class="secondary" data-piece={`/app/pieces/clients/${client}/requests/${id}`}>
        {kind === 'access' || kind === 'erasure' ? t.refuse : t.write}
      </button>
    </div>
  )
}

/** What is kept, as a page to be printed and as a file for programs. */
function HandingOut({ ask, client }: { readonly ask: PageAsk; readonly client: string }) {
  const t = requestTexts[ask.language]
  const forms = [
    [`/page?lang=${ask.language}`, 'personal-data.html', t.handOut],
    ['', 'personal-data.json', t.handOutFile],
  ] as const
  return (
    <>
      {forms.map(([more, file, label]) => (
        <form
          data-api={`POST /clients/${client}/personal-data${more}`}
          data-then={`file:${file}`}
          data-done={t.handedOut}
        >
          <p class="problem" data-problem role="alert" hidden />
          <button class="secondary">{label}</button>
        </form>
      ))}
    </>
  )
}

function ErasureNote({ ask, erasure }: { readonly ask: PageAsk; readonly erasure: Erasure }) {
  const t = requestTexts[ask.language]
  const { format, people } = ask
  const { state, until = '', askedBy, askedAt, doneAt = '', places, backupsUntil } = erasure
  if (state === 'due') return <p class="note">{t.due_erasure(format.day(until))}</p>
  if (state === 'restricted') return <p class="note">{t.restricted(format.day(until))}</p>
  if (state === 'asked')
    return <p class="note">{t.asked({ by: people.employees[askedBy]?.name ?? askedBy, at: format.moment(askedAt) })}</p>
  return (
    <details>
      <summary>{t.isErased(format.moment(doneAt))}</summary>
      <ul>
        {roomsOf(places).map(([room, count]) => (
          <li>{`${t.rooms[room] ?? room}: ${format.number(count)}`}</li>
        ))}
      </ul>
      {backupsUntil === undefined ? null : <p class="quiet small">{t.backups(format.day(backupsUntil))}</p>}
    </details>
  )
}

/** How much was erased in each room: the act that programs read names each place. */
function roomsOf(places: Erasure['places']): readonly (readonly [room: string, count: number])[] {
  const counts = new Map<string, number>()
  for (const { room, count } of places) counts.set(room, (counts.get(room) ?? 0) + count)
  return [...counts]
}

const askPiece: PieceSpec = {
  id: 'clientRequest',
  path: '/app/pieces/clients/:client/request',
  right: 'clients_edit',
  run: async (ask) => {
    const t = requestTexts[ask.language]
    const api = `POST /clients/${ask.params['client'] ?? ''}/requests`
    return (
      <>
        <PieceHead title={t.add} language={ask.language} />
        <PieceForm language={ask.language} api={api} done={t.added} label={t.keep}>
          <Select
            label={t.kind}
            name="kind"
            options={requestKinds.map((kind) => [kind, t.kinds[kind]] as const)}
            isRequired
          />
          <Select label={t.way} name="way" options={requestWays.map((way) => [way, t.ways[way]] as const)} isRequired />
          <label class="field">
            <span class="label">{t.receivedOn}</span>
            <input name="receivedOn" type="date" data-type="date" />
          </label>
          <label class="field">
            <span class="label">{t.note}</span>
            <textarea name="note" maxlength={500} rows={2} />
          </label>
        </PieceForm>
      </>
    )
  },
}

const answerPiece: PieceSpec = {
  id: 'clientRequestAnswer',
  path: '/app/pieces/clients/:client/requests/:request',
  right: 'clients_read',
  run: async (ask) => {
    const t = requestTexts[ask.language]
    const { client = '', request = '' } = ask.params
    const kind = requestKinds.find((one) => request.includes(`-${one}-`)) ?? 'correction'
    const api = `POST /clients/${client}/requests/${request}/answer`
    const byHand = kind === 'correction' || kind === 'objection'
    return (
      <>
        <PieceHead title={t.kinds[kind]} language={ask.language} />
        <PieceForm language={ask.language} api={api} done={t.answered} label={byHand ? t.write : t.refuse}>
          {byHand ? (
            <Select
              label={t.outcome}
              name="state"
              options={[
                ['done', t.didIt],
                ['refused', t.refuse],
              ]}
              isRequired
            />
          ) : (
            <input type="hidden" name="state" value="refused" />
          )}
          <label class="field">
            <span class="label">{t.answer}</span>
            <input name="answer" maxlength={500} required />
          </label>
        </PieceForm>
      </>
    )
  },
}

/** What dialogs of requests show. */
export const requestPieces: readonly PieceSpec[] = [askPiece, answerPiece]
