import { directionName } from '#domain/rules/former-names'
import { mayEnd } from '#domain/deals/closing-rights'
import { gateMessage } from '#domain/deals/gate'
import { dealNumber } from '#domain/deals/deal-number'
import { reachClient, type Reaching } from '#usecases/reach-client'
import { unmetConditions } from '#playbook/stopped-move'
import type { Task } from '#schemas/task'
import { readComments } from '#usecases/attached/comments'
import { readFiles } from '#usecases/attached/files'
import { isTheirs, whoSees } from '#usecases/attached/seen-subject'
import { canSee } from '#usecases/deals/deal-file'
import { ownPart } from '#usecases/deals/own-part'
import { readDealHistory, type DealPageFile } from '#usecases/deals/read-deal-page'

import { DealAside } from './deal-aside'
import { DealLines } from './deal-lines'
import { NextTask, ReplyClock } from './deal-next'
import { RemindForm, whoseTask, writersSaid } from './others-part'
import { DealRail } from './deal-rail'
import { DealTasks } from './deal-tasks'
import { WantedName } from './wanted-name'
import { Timeline } from './timeline'
import { Comments } from '#pages/attached/comments.tsx'
import { FilesCard } from '#pages/attached/files-card.tsx'
import { boardAddress, clientAddress, reachAddress, reachText } from '#pages/links.tsx'
import type { PageAsk, PageSpec } from '#pages/page.tsx'
import { boardTexts } from './texts/board'
import { dealTexts } from './texts/deal'

const usualEvents = 25
const mostEvents = 400

/** A deal whole: where it stands, what keeps it there, who does what next, and everything that happened to it. */
export const dealPage: PageSpec = {
  id: 'deal',
  path: '/app/deals/:deal',
  nav: 'board',
  right: 'signed_in',
  script: 'deal',
  isLive: true,
  run: async (ask) => {
    const id = ask.params['deal'] ?? ''
    const limit = Math.min(mostEvents, Number.parseInt(ask.query.get('events') ?? '', 10) || usualEvents)
    const subject = { kind: 'deal', id } as const
    const [file, comments, files, lines] = await Promise.all([
      readDealHistory(ask.ports, ask, id, limit),
      readComments(ask.ports, { subject }),
      readFiles(ask.ports, { subject }),
      ask.ports.deals.linesOf(id),
    ])
    const t = dealTexts[ask.language]
    const reaching = await reachClient(ask.ports, ask, file.deal)
    return {
      title: file.deal.title,
      shortcuts: [
        { keys: 'm', does: t.keys.move },
        { keys: 'a', does: t.keys.task },
        { keys: 'c', does: t.keys.comment },
      ],
      body: (
        <>
          <DealHead ask={ask} file={file} reaching={reaching} />
          <ReplyClock ask={ask} file={file} />
          <DealRail ask={ask} file={file} />
          {mayChangeAnything(ask, file) ? null : <p class="card quiet">{t.mayNotEdit}</p>}
          <div class="deal">
            <div class="stack">
              <Gate ask={ask} file={file} />
              <NextTask ask={ask} file={file} />
              <DealTasks ask={ask} file={file} />
              <Comments
                ask={ask}
                path={`/deals/${id}/comments`}
                comments={comments}
                seenBy={namesWhoSee(ask, file)}
                mayRemove={({ by }) => isTheirs(ask.caller, ask.people, by)}
              />
              <DealLines ask={ask} file={file} lines={lines} />
              {await ask.panels('deal', id)}
              <Timeline ask={ask} file={file} events={file.events} more={file.isMore ? limit + 50 : 0} />
            </div>
            <DealAside ask={ask} file={file} files={files}>
              <FilesCard
                ask={ask}
                path={`/deals/${id}/files`}
                files={files}
                mayRemove={({ by }) => isTheirs(ask.caller, ask.people, by)}
              />
            </DealAside>
          </div>
        </>
      ),
    }
  },
}

type Parts = { readonly ask: PageAsk; readonly file: DealPageFile }

function namesWhoSee({ people }: PageAsk, { deal, tasks }: DealPageFile): readonly string[] {
  const seen = whoSees({ people, isSeenBy: (caller) => canSee(caller, { deal, tasks, people }) })
  return seen.map((id) => people.employees[id]?.name ?? id)
}

/** Whether there is anything of the deal that the reader may write or do. */
function mayChangeAnything(ask: PageAsk, file: DealPageFile): boolean {
  if (file.mayEdit) return true
  const own = ownPart(ask, file)
  const mayDo = file.tasks.some((task) => task.status === 'open' && own.mayDo(task))
  return mayDo || Object.values(file.newest.model.fields).some(own.mayWrite)
}

function DealHead({ ask, file: { deal, newest, mayEdit }, reaching }: Parts & { readonly reaching: Reaching }) {
  const t = dealTexts[ask.language]
  const { statuses } = boardTexts[ask.language]
  const amount = deal.fields['amount']
  const tones = { open: 'accent', won: 'good', completed: 'good', lost: 'bad', cancelled: 'bad' } as const
  return (
    <header class="deal-head">
      <p class="small">
        <a href={boardAddress(deal.pipeline)}>{directionName(newest.model, deal.pipeline) ?? deal.pipeline}</a>
        <span class="quiet"> · {`№ ${dealNumber(deal.id)}`}</span>
      </p>
      <div class="row">
        <h1>{deal.title}</h1>
        <span class={`badge ${tones[deal.status]}`}>{statuses[deal.status]}</span>
        {typeof amount === 'number' ? <strong class="amount">{ask.format.money(amount, deal.currency)}</strong> : null}
        <span class="grow" />
        {mayEdit ? <Actions ask={ask} deal={deal} outcomes={newest.model.outcomes} t={t} /> : null}
      </div>
      <Reach t={t} reaching={reaching} name={deal.client.name} />
    </header>
  )
}

/** The client in front of everything else: whoever rings should not have to look for the number. */
function Reach({
  t,
  reaching: { numbers, emails, card },
  name,
}: {
  readonly t: (typeof dealTexts)['en']
  readonly reaching: Reaching
  readonly name: string | undefined
}) {
  if (numbers.length + emails.length === 0 && card === undefined) return null
  return (
    <p class="row deal-reach">
      {card === undefined ? <span>{name}</span> : <a href={clientAddress(card)}>{name ?? t.contacts}</a>}
      {numbers.map((number) => (
        <a class="button primary" href={reachAddress(number)}>
          {`${t.call} ${reachText(number)}`}
        </a>
      ))}
      {emails.map((email) => (
        <a href={reachAddress(email)}>{email}</a>
      ))}
      {numbers.length + emails.length > 0 || card === undefined ? null : (
        <a class="button secondary" href={clientAddress(card)}>
          {t.contacts}
        </a>
      )}
    </p>
  )
}

function Actions({
  ask: { caller, people },
  deal,
  outcomes,
  t,
}: {
  readonly ask: PageAsk
  readonly outcomes: DealPageFile['newest']['model']['outcomes']
  readonly deal: DealPageFile['deal']
  readonly t: (typeof dealTexts)['en']
}) {
  const isUnderWay = deal.status === 'open' || deal.status === 'won'
  const piece = (what: string) => `/app/pieces/deal/${deal.id}/${what}`
  const actions = [
    ['title', t.rename] as const,
    ...(isUnderWay ? [['event', t.postEvent] as const, ['owner', t.changeOwner] as const] : []),
    ...(isUnderWay && deal.firstReply === undefined && (deal.firstReplyDueAt ?? null) !== null
      ? [['reply', t.reply] as const]
      : []),
    ...(deal.status === 'open' && mayEnd(caller, outcomes.lost, deal.owner, people) ? [['lose', t.lose] as const] : []),
    ...(deal.status === 'won' && mayEnd(caller, outcomes.cancelled, deal.owner, people)
      ? [['cancel', t.cancel] as const]
      : []),
    ...(isUnderWay ? [] : [['reopen', t.reopenDeal] as const]),
  ]
  return (
    <details class="account" name="top">
      <summary class="button secondary">{t.actions}</summary>
      <div class="sheet">
        {actions.map(([what, label]) => (
          <button type="button" class="plain" data-piece={piece(what)}>
            {label}
          </button>
        ))}
      </div>
    </details>
  )
}

function Gate({ ask, file }: Parts) {
  const { deal, gate, rules, mayEdit } = file
  const t = dealTexts[ask.language]
  if (gate.next === null) return <p class="card quiet">{t.closedNow}</p>
  const { tasks, fields } = gate.missing
  const message = gateMessage(gate.missing, rules)
  const own = ownPart(ask, file)
  const mayWrite = (id: string) => {
    const field = rules.model.fields[id]
    return field !== undefined && own.mayWrite(field)
  }
  const next = file.newest.model.pipelines[deal.pipeline]?.stages.find(({ id }) => id === gate.next)?.name
  return (
    <section class={`card gate ${gate.open ? 'open' : ''}`} aria-labelledby="gate-title">
      <header>
        <h2 id="gate-title">{gate.open ? t.gateOpen : t.gateShut}</h2>
        {mayEdit ? (
          <span class="row">
            <button type="button" class="primary" data-move data-piece={`/app/pieces/move/${deal.id}?to=${gate.next}`}>
              {t.moveOn}: {next ?? boardTexts[ask.language].statuses.completed} →
            </button>
          </span>
        ) : null}
      </header>
      {gate.open || message === undefined ? null : <p class="quiet">{message}</p>}
      {gate.open ? null : (
        <ul class="missing">
          {tasks.map((task) => (
            <li>
              <span class="badge">{t.gateDo}</span> {task.do}{' '}
              <WhoseTask ask={ask} file={file} task={own.task(task.id)} />
              <Remind ask={ask} file={file} task={own.task(task.id)} mayDo={own.mayDo} />
            </li>
          ))}
          {fields.map((field) => (
            <li>
              <span class="badge">{t.gateFill}</span> <WantedName file={file} id={field.id} language={ask.language} />{' '}
              {field.writtenBy === undefined ? null : (
                <>
                  <span class="quiet small">{writersSaid(field, rules.model, ask.language)}</span>
                  {mayWrite(field.id) ? null : <RemindForm ask={ask} deal={deal.id} of={{ field: field.id }} />}
                </>
              )}
            </li>
          ))}
          {unmetConditions(file, ask.language).map((sentence) => (
            <li>
              <span class="badge warn">{t.gateMust}</span> {sentence}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

function WhoseTask({ ask, file, task }: Parts & { readonly task: Task | undefined }) {
  if (task === undefined) return null
  return <span class="quiet small">— {whoseTask({ ask, model: file.rules.model, task, deal: file.deal })}</span>
}

function Remind({ ask, file, task, mayDo }: Parameters<typeof WhoseTask>[0] & { mayDo: (task: Task) => boolean }) {
  return task === undefined || mayDo(task) ? null : <RemindForm ask={ask} deal={file.deal.id} of={{ task: task.id }} />
}
