import { filledText, plainText } from '#domain/rules/task-text'
import { eventIdParts } from '#domain/kernel/event-id'
import { stageName } from '#domain/rules/stage-rules'
import { keptIn } from '#domain/kernel/saying'
import { conditionSentences, fieldLabel } from '#playbook/rule-sentences'
import type { FieldValue } from '#schemas/deal'
import type { DomainEvent } from '#schemas/event'
import { toldNames } from './texts/told'
import type { Model } from '#schemas/model'
import type { Language } from '#schemas/language-names'
import type { DealPageFile } from '#usecases/deals/read-deal-page'

import { fieldText } from './field-input'
import type { PageAsk } from '#pages/page.tsx'
import { insteadOf } from './instead-of'
import { timelineTexts } from './texts/timeline'

type Parts = { readonly ask: PageAsk; readonly file: DealPageFile }
type One = Parts & { readonly event: DomainEvent }
type Listed = One & { readonly events: readonly DomainEvent[] }

/** Everything that happened to a deal, the newest first: what, who, why, before and after, by which rules. */
export function Timeline(parts: Parts & { readonly events: readonly DomainEvent[]; readonly more: number }) {
  const { ask, file, events, more } = parts
  const t = timelineTexts[ask.language]
  return (
    <section aria-labelledby="timeline-title" id="timeline">
      <header class="section-head">
        <h2 id="timeline-title">{t.title}</h2>
      </header>
      <ol class="timeline">
        {events.map((event) => (
          <Entry ask={ask} file={file} event={event} events={events} />
        ))}
      </ol>
      {more === 0 ? null : (
        <p>
          <a class="button secondary" href={`?events=${more}#timeline`}>
            {t.more}
          </a>
        </p>
      )}
    </section>
  )
}

function Entry({ ask, file, event, events }: Listed) {
  const t = timelineTexts[ask.language]
  const { task, event: posted, reason, comment } = event.detail
  const isNote = event.id.includes('~')
  const what =
    (task === undefined ? undefined : filledText(task.do, file.rules.facts ?? {}, file.rules.model.clients)) ??
    (posted === undefined
      ? undefined
      : (file.newest.model.events[posted]?.name ?? toldNames[ask.language][posted] ?? posted))
  return (
    <li class={isNote ? 'noted' : undefined} id={anchorOf(event.id)}>
      <p>
        <strong>{titleOf(ask, event)}</strong>
        {what === undefined ? null : <span>{` · ${what}`}</span>}
      </p>
      {event.detail.title === undefined || event.name === 'deal.created' ? null : (
        <p>
          {t.renamed}: {event.detail.title}
        </p>
      )}
      {event.detail.attached === undefined ? null : (
        <p>
          <a href={`#${event.detail.attached.id}`}>{t.attached[event.detail.attached.kind]}</a>
        </p>
      )}
      <Changes ask={ask} file={file} event={event} />
      {event.detail.became === undefined ? null : <p class="good">{t.became[event.detail.became]}</p>}
      {reason === undefined || !isReasonTold(ask, event) ? null : (
        <p>
          {t.reason}: <Reason ask={ask} file={file} event={event} />
        </p>
      )}
      {comment === undefined ? null : <p class="lines">{comment}</p>}
      <Override ask={ask} file={file} event={event} />
      <Alert ask={ask} file={file} event={event} />
      <Run ask={ask} file={file} event={event} />
      <p class="quiet small">
        <time datetime={event.at}>{ask.format.moment(event.at)}</time>
        {` · ${actorName(ask, event)}${insteadOf(ask, event)}`}
        {ask.caller.reach.rules_edit === 'all' ? ` · ${t.rules} ${ask.format.number(event.configVersion)}` : ''}
        {event.causationId === null ? null : (
          <>
            {` · ${t.because} `}
            <a href={`#${anchorOf(event.causationId)}`}>{causeName({ ask, events }, event.causationId)}</a>
          </>
        )}
      </p>
    </li>
  )
}

/** What happened, in a word: of a change that touched no field, what it was that changed. */
function titleOf({ language }: PageAsk, { name, detail }: DomainEvent): string {
  const t = timelineTexts[language]
  if (detail.restated !== undefined) return t.restated
  const isBare = name === 'deal.updated' && Object.keys(detail.changes ?? {}).length === 0
  return isBare && detail.links !== undefined ? t.relinked : t.names[name]
}

/** What a rule gives as its reason is where it stands in the file, which is for whoever writes rules. */
function isReasonTold({ caller }: PageAsk, { actor, detail }: DomainEvent): boolean {
  return actor.kind !== 'automation' || detail.said !== undefined || caller.reach.rules_edit === 'all'
}

/** Moments in the words of the system are written as machines write them. */
const machineMoments = /\d{4}-\d{2}-\d{2}T[\d:.]+Z/g

/** Why: what somebody typed or chose, or a sentence of ours in the language of whoever reads it. */
async function Reason({ ask, file, event }: One) {
  const { reason = '', said } = event.detail
  if (said === undefined)
    return <>{reasonName(file, reason).replaceAll(machineMoments, (at) => ask.format.moment(at))}</>
  return <>{await keptIn(ask.language, { text: reason, said }, ask.russian)}</>
}

/** What was before and what is after, one line a thing. */
function Changes({ ask, file, event }: One) {
  const t = timelineTexts[ask.language]
  const { model } = file.newest
  const { from, deal, changes = {}, task, restated, lines: count } = event.detail
  const booked = (minor: FieldValue | undefined, currency = ask.currency) =>
    ask.format.money(Number(minor ?? 0), currency)
  const nameOf = (id: string) => ask.people.employees[id]?.name ?? id
  const stageOf = (pipeline: string, id: string) =>
    model.pipelines[pipeline]?.stages.find((stage) => stage.id === id)?.name ?? id
  const text = (id: string, value: FieldValue | undefined) =>
    fieldText(model.fields[id], value, { ...ask, currency: file.deal.currency, namedDeals: file.namedDeals })
  const lines: readonly (readonly [string, string, string])[] = [
    ...(from !== undefined && from.stage !== deal.stage
      ? [[t.stage, stageOf(from.pipeline, from.stage), stageOf(deal.pipeline, deal.stage)] as const]
      : []),
    ...(from !== undefined && from.owner !== deal.owner
      ? [[t.owner, nameOf(from.owner), nameOf(deal.owner)] as const]
      : []),
    ...Object.entries(changes).map(([id, [was, now]]) =>
      id === 'counts_as'
        ? ([t.countsAs, booked(was, restated?.from), booked(now, restated?.to)] as const)
        : ([labelIn(model, id, ask.language), text(id, was), text(id, now)] as const),
    ),
    ...Object.entries(task?.was ?? {}).map(
      ([key, was]) => ['', taskValue(ask, key, was), taskValue(ask, key, taskNow(task, key))] as const,
    ),
  ]
  if (event.name === 'task.checked') return <Checked ask={ask} was={task?.was ?? {}} />
  if (lines.length === 0 && count === undefined) return null
  return (
    <ul class="changes">
      {count === undefined ? null : <li>{`${t.lines}: ${ask.format.number(count)}`}</li>}
      {lines.map(([name, was, now]) => (
        <li>
          {name === '' ? null : <span class="quiet">{`${name}: `}</span>}
          <del>{was === '—' ? t.empty : was}</del> → <ins>{now === '—' ? t.empty : now}</ins>
        </li>
      ))}
    </ul>
  )
}

/** An item of a checklist is ticked, or its tick is taken back; what was before says which. */
function Checked({ ask, was }: { readonly ask: PageAsk; readonly was: Readonly<Record<string, unknown>> }) {
  const t = timelineTexts[ask.language]
  return (
    <p>
      {was['done'] === true ? t.unticked : t.ticked}: {typeof was['item'] === 'string' ? was['item'] : ''}
    </p>
  )
}

function Override({ ask, file, event }: One) {
  const { override } = event.detail
  if (override === undefined) return null
  const t = timelineTexts[ask.language]
  const role = file.newest.model.roles[override.role]?.name ?? override.role
  return (
    <p class="problem">
      {t.override(ask.people.employees[override.by]?.name ?? override.by, role)}: {override.reason}
      <br />
      {t.missing}: {override.missing.map((word) => missingName(file, word, ask.language)).join(', ')}
    </p>
  )
}

function Alert({ ask, event }: One) {
  const { alert } = event.detail
  if (alert === undefined) return null
  const t = timelineTexts[ask.language]
  const nameOf = (id: string) => ask.people.employees[id]?.name ?? id
  return (
    <p class="small">
      {alert.notify.length === 0 ? null : `${t.told}: ${alert.notify.map(nameOf).join(', ')}. `}
      {alert.giveTo === undefined ? null : `${t.given}: ${nameOf(alert.giveTo)}. `}
    </p>
  )
}

async function Run({ ask, file, event }: One) {
  const { run } = event.detail
  if (run === undefined) return null
  const t = timelineTexts[ask.language]
  const whys = await Promise.all(run.actions.map((step) => whyIn(ask, step)))
  return (
    <div class="small">
      <p>
        {t.run[run.outcome]}
        {ask.caller.reach.rules_edit === 'all' ? (
          <>
            {': '}
            <code>{run.rule}</code>, {t.line} {ask.format.number(run.line)}
          </>
        ) : null}
      </p>
      <ul class="changes">
        {run.actions.map(({ kind, done, missing = [] }, no) => (
          <li>
            {done ? '✓' : '✗'} {t.acts[kind as keyof typeof t.acts] ?? kind}
            {whys[no]}
            {missing.length === 0
              ? null
              : ` ${missing.map((word) => missingName(file, word, ask.language)).join(', ')}`}
          </li>
        ))}
      </ul>
    </div>
  )
}

function actorName(ask: PageAsk, { actor }: DomainEvent): string {
  const agent = actor.via === 'agent' ? ` ${timelineTexts[ask.language].byAgent}` : ''
  if (actor.kind === 'employee') return `${ask.people.employees[actor.id]?.name ?? actor.id}${agent}`
  const { by, calledBy } = timelineTexts[ask.language]
  const kind = by[actor.kind]
  // Ids of rules are for whoever writes them.
  const isTold = actor.kind !== 'automation' || ask.caller.reach.rules_edit === 'all'
  return actor.kind === 'system' || !isTold ? kind : `${calledBy(kind, actor.id)}${agent}`
}

/** Why an action was not done. What is missing is listed beside it: in Russian the kept English sentence is then left out. */
async function whyIn({ language, russian }: PageAsk, { why, said, missing = [] }: Step): Promise<string> {
  if (why === undefined || (language === 'ru' && missing.length > 0)) return ''
  return ` ${await keptIn(language, { text: why, said }, russian)}`
}

type Step = NonNullable<DomainEvent['detail']['run']>['actions'][number]

/** `task:send_deck`, `field:need`, `must:discount: at most 20%`, `skip:offer` as people call them. */
function missingName({ rules: { model, pipeline } }: DealPageFile, word: string, language: Language): string {
  const at = word.indexOf(':')
  const [kind, id] = [word.slice(0, at), word.slice(at + 1)]
  const stages = Object.values(model.pipelines).flatMap((one) => one.stages)
  switch (kind) {
    case 'field':
      return labelIn(model, id, language)
    case 'skip':
      return stageName(pipeline, id)
    case 'must': {
      const tests = stages.flatMap(({ gate }) => gate?.must?.all ?? [])
      const test = tests.find(({ field, text }) => id === text || id === `${field} ${text}`)
      return test === undefined ? id : conditionSentences({ all: [test] }, model, language).join('')
    }
    default:
      return plainText(stages.flatMap(({ tasks }) => tasks).find((template) => template.id === id)?.do ?? id)
  }
}

function labelIn(model: Model, id: string, language: Language): string {
  const field = model.fields[id]
  return field === undefined ? id : fieldLabel(field, language)
}

function reasonName({ newest }: DealPageFile, reason: string): string {
  const { lost, cancelled } = newest.model.outcomes
  return lost.reasons[reason] ?? cancelled.reasons[reason] ?? reason
}

/** The event that caused it, by name where it is among those shown, else by its number. */
function causeName({ ask, events }: { ask: PageAsk; events: readonly DomainEvent[] }, id: string): string {
  const found = events.find((one) => one.id === id)
  if (found !== undefined) return timelineTexts[ask.language].names[found.name]
  return `№ ${eventIdParts(id)?.version ?? ''}`
}

function anchorOf(id: string): string {
  return `event-${id.replaceAll(/[^\w-]/g, '-')}`
}

function taskNow(task: DomainEvent['detail']['task'], key: string): FieldValue | undefined {
  return key === 'dueAt' ? task?.dueAt : key === 'responsible' ? task?.responsible : undefined
}

function taskValue(ask: PageAsk, key: string, value: FieldValue | undefined): string {
  if (value === null || value === undefined) return '—'
  if (key === 'dueAt') return ask.format.moment(String(value))
  return key === 'responsible' ? (ask.people.employees[String(value)]?.name ?? String(value)) : String(value)
}
