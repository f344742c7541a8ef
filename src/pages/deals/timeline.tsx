import { placeName, reasonName } from '#domain/rules/former-names'
import { filledText } from '#domain/rules/task-text'
import { keptIn } from '#domain/kernel/saying'
import type { FieldValue } from '#schemas/deal'
import type { DomainEvent } from '#schemas/event'
import type { DealPageFile } from '#usecases/deals/read-deal-page'

import { fieldText } from './field-input'
import type { PageAsk } from '#pages/page.tsx'
import { AllRows } from '#pages/phone-table.tsx'
import { Changed, Checked } from './timeline-lines'
import { insteadOf } from './instead-of'
import { fieldIn, fieldNameIn, missingName, named, namersOf, postedIn, roleIn, type Namers } from './timeline-names'
import { timelineTexts } from './texts/timeline'

/** More of what happened waits on a phone until it is asked for. */
const mostOnPhone = 8

type Parts = { readonly ask: PageAsk; readonly file: DealPageFile }
type One = Parts & { readonly event: DomainEvent; readonly namers: Namers }
type Listed = One & { readonly events: readonly DomainEvent[] }

/** Everything that happened to a deal, the newest first: what, who, why, before and after, by which rules. */
export async function Timeline(parts: Parts & { readonly events: readonly DomainEvent[]; readonly more: number }) {
  const { ask, file, events, more } = parts
  const t = timelineTexts[ask.language]
  const namers = await namersOf(ask, file, events)
  return (
    <section class="cards-box" aria-labelledby="timeline-title" id="timeline">
      <header class="section-head">
        <h2 id="timeline-title">{t.title}</h2>
      </header>
      <ol class="timeline">
        {events.map((event) => (
          <Entry ask={ask} file={file} event={event} events={events} namers={namers(event)} />
        ))}
      </ol>
      <AllRows ask={ask} rows={events.length} most={mostOnPhone} />
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

function Entry({ ask, file, event, events, namers }: Listed) {
  const t = timelineTexts[ask.language]
  const { task, event: posted, reason, comment } = event.detail
  const isNote = event.id.includes('~')
  const what =
    (task === undefined ? undefined : filledText(task.do, file.rules.facts ?? {}, file.rules.model.clients)) ??
    (posted === undefined ? undefined : postedName(ask, namers, posted))
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
      <Changes ask={ask} file={file} event={event} namers={namers} />
      {event.detail.became === undefined ? null : <p class="good">{t.became[event.detail.became]}</p>}
      {reason === undefined || !isReasonTold(ask, event) ? null : (
        <p>
          {t.reason}: <Reason ask={ask} file={file} event={event} namers={namers} />
        </p>
      )}
      {comment === undefined ? null : <p class="lines">{comment}</p>}
      <Override ask={ask} file={file} event={event} namers={namers} />
      <Alert ask={ask} file={file} event={event} namers={namers} />
      <Run ask={ask} file={file} event={event} namers={namers} />
      <p class="quiet small">
        <time datetime={event.at}>{ask.format.moment(event.at)}</time>
        {` · ${actorName(ask, event)}${insteadOf(ask, file, event)}`}
        {ask.caller.reach.rules_edit === 'all' ? (
          <>
            {' · '}
            <a href={`/app/editor/versions#version-${event.configVersion}`}>{t.rules}</a>
          </>
        ) : null}
        {event.causationId === null ? null : (
          <>
            {` · ${t.because} `}
            <a href={`#${anchorOf(event.causationId)}`}>{causeName({ ask, events, namers }, event.causationId)}</a>
          </>
        )}
      </p>
    </li>
  )
}

/** What happened, in a word: of a change that touched no field, what it was that changed. */
function titleOf({ language }: PageAsk, { name, detail, actor }: DomainEvent): string {
  const t = timelineTexts[language]
  if (detail.restated !== undefined) return t.restated
  const isBare = name === 'deal.updated' && Object.keys(detail.changes ?? {}).length === 0
  if (isBare && detail.links !== undefined) return t.relinked
  // Of a deal with its first invoice nothing is paid yet: what changed is who says it from now on.
  return isBare && actor.kind === 'system' && actor.id === 'money' ? t.paidByInvoices : t.names[name]
}

/** What a rule gives as its reason is where it stands in the file, which is for whoever writes rules. */
function isReasonTold({ caller }: PageAsk, { actor, detail }: DomainEvent): boolean {
  return actor.kind !== 'automation' || detail.said !== undefined || caller.reach.rules_edit === 'all'
}

/** Moments in the words of the system are written as machines write them. */
const machineMoments = /\d{4}-\d{2}-\d{2}T[\d:.]+Z/g

/** Why: what somebody typed or chose, or a sentence of ours in the language of whoever reads it. */
async function Reason({ ask, event, namers }: One) {
  const { reason = '', said } = event.detail
  if (said === undefined) {
    const name = named(namers, (model) => reasonName(model, reason)) ?? reason
    return <>{name.replaceAll(machineMoments, (at) => ask.format.moment(at))}</>
  }
  return <>{await keptIn(ask.language, { text: reason, said }, ask.russian)}</>
}

/** What was before and what is after, one line a thing. */
function Changes({ ask, file, event, namers }: One) {
  const t = timelineTexts[ask.language]
  const { from, deal, changes = {}, task, restated, lines: count } = event.detail
  const booked = (minor: FieldValue | undefined, currency = ask.currency) =>
    ask.format.money(Number(minor ?? 0), currency)
  const nameOf = (id: string) => ask.people.employees[id]?.name ?? id
  const stageOf = (pipeline: string, stage: string) =>
    named(namers, (model) => placeName(model, { pipeline, stage })) ?? stage
  const text = (id: string, value: FieldValue | undefined) =>
    fieldText(fieldIn(namers, id, changes[id] ?? []), value, {
      ...ask,
      currency: file.deal.currency,
      namedDeals: file.namedDeals,
    })
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
        : ([
            named(namers, (model) => fieldNameIn(model, id, ask.language)) ?? id,
            text(id, was),
            text(id, now),
          ] as const),
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
        <Changed name={name} was={was} now={now === '—' ? t.empty : now} />
      ))}
    </ul>
  )
}

function Override({ ask, file, event, namers }: One) {
  const { override } = event.detail
  if (override === undefined) return null
  const t = timelineTexts[ask.language]
  const role = named(namers, (model) => roleIn(model, override.role, ask.language)) ?? override.role
  return (
    <p class="problem">
      {t.override(ask.people.employees[override.by]?.name ?? override.by, role)}: {override.reason}
      <br />
      {t.missing}: {override.missing.map((word) => missingName({ ask, file }, namers, word)).join(', ')}
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

async function Run({ ask, file, event, namers }: One) {
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
            {' · '}
            <a href={`/app/automation#rule-${run.rule}`}>{t.byRule}</a>
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
              : ` ${missing.map((word) => missingName({ ask, file }, namers, word)).join(', ')}`}
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
  // Ids of rules are for whoever writes them, and stand with the rules.
  const isCalled = actor.kind === 'integration' || actor.kind === 'import'
  return isCalled ? `${calledBy(kind, actor.id)}${agent}` : kind
}

/** Why an action was not done. What is missing is listed beside it: in Russian the kept English sentence is then left out. */
async function whyIn({ language, russian }: PageAsk, { why, said, missing = [] }: Step): Promise<string> {
  if (why === undefined || (language === 'ru' && missing.length > 0)) return ''
  return ` · ${await keptIn(language, { text: why, said }, russian)}`
}

type Step = NonNullable<DomainEvent['detail']['run']>['actions'][number]

function postedName({ language }: PageAsk, namers: Namers, posted: string): string {
  return named(namers, (model) => postedIn(model, posted, language)) ?? posted
}

/** What caused it, by name where it is among the events shown. */
function causeName({ ask, events, namers }: Pick<Listed, 'ask' | 'events' | 'namers'>, id: string): string {
  const t = timelineTexts[ask.language]
  const found = events.find((one) => one.id === id)
  if (found === undefined) return t.earlier
  const posted = found.detail.event
  return posted === undefined ? t.names[found.name] : postedName(ask, namers, posted)
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
