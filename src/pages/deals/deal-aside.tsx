import { formatFor } from '#domain/kernel/texts/format'
import { followsFrom } from '#domain/deals/following'
import { buyerOf } from '#domain/deals/of-buyer'
import type { Child } from 'hono/jsx'

import { fieldLabel } from '#playbook/rule-sentences'
import type { AttachedFile } from '#schemas/attached'
import type { Field } from '#schemas/model'
import { ownPart } from '#usecases/deals/own-part'
import type { DealPageFile } from '#usecases/deals/read-deal-page'

import { FieldInput, fieldText, isFileLink } from './field-input'
import { writersSaid } from './others-part'
import { LinkedFrom } from './linked-from'
import { clientAddress, dealAddress } from '#pages/links.tsx'
import type { PageAsk } from '#pages/page.tsx'
import { dealTexts } from './texts/deal'
import { fieldTexts } from './texts/fields'

type Parts = { readonly ask: PageAsk; readonly file: DealPageFile }
type Kept = { readonly files: readonly AttachedFile[] }

/** What stands beside: fields to fill in, the client, and what the deal is judged by. */
export function DealAside({ ask, file, files, children }: Parts & Kept & { readonly children?: Child }) {
  const t = dealTexts[ask.language]
  const isUnderWay = file.deal.status === 'open' || file.deal.status === 'won'
  const mayEdit = file.mayEdit && isUnderWay
  const own = ownPart(ask, file)
  return (
    <aside class="stack">
      <section class="card" aria-labelledby="fields-title">
        <header>
          <h2 id="fields-title">{t.fields}</h2>
        </header>
        <div class="fields">
          {Object.values(file.newest.model.fields).map((field) =>
            file.deal.won !== undefined && field.id === 'amount' && followsFrom('amount', file.deal) === undefined ? (
              <InBooks ask={ask} file={file} field={field} />
            ) : isUnderWay && own.mayWrite(field) ? (
              <Editable ask={ask} file={file} field={field} files={files} />
            ) : (
              <Shown ask={ask} file={file} field={field} />
            ),
          )}
        </div>
      </section>
      <ClientCard ask={ask} file={file} mayEdit={mayEdit} />
      {children}
      <LinkedFrom ask={ask} file={file} />
      <About ask={ask} file={file} />
    </aside>
  )
}

/** One field is one form: what somebody leaves is saved, and only that. */
function Editable({ ask, file, field, files }: Parts & Kept & { readonly field: Field }) {
  const { deal, gate } = file
  const isMissing = gate.missing.fields.some(({ id }) => id === field.id)
  return (
    <form
      class={`inline ${isMissing ? 'wanted' : ''}`}
      data-api={`PATCH /deals/${deal.id}`}
      data-version={deal.version}
      data-auto-save
      id={`field-${field.id}`}
    >
      <FieldInput
        field={field}
        value={deal.fields[field.id] ?? null}
        currency={deal.currency}
        language={ask.language}
        people={ask.people}
        namedDeals={file.namedDeals}
        of={deal.id}
        files={files}
        isRequired={false}
        empties
      />
      <LinkTo ask={ask} file={file} field={field} />
      <p class="problem" data-problem role="alert" hidden />
    </form>
  )
}

/** The way to the deal that a field names, or to the file. */
function LinkTo({ ask, file, field }: Parts & { readonly field: Field }) {
  const value = file.deal.fields[field.id]
  if (isFileLink(field, value))
    return (
      <a
        class="small"
        href={value}
        rel="noreferrer"
        aria-label={`${fieldTexts[ask.language].open}: ${fieldLabel(field, ask.language)}`}
      >
        {fieldTexts[ask.language].open}
      </a>
    )
  const { deal } = file.linked.to.find((one) => one.field === field.id) ?? {}
  if (deal === undefined || deal === null) return null
  return (
    <a class="small" href={dealAddress(deal.id)}>
      {file.namedDeals.get(deal.id) ?? deal.title}
    </a>
  )
}

/** The amount of a won deal is corrected with a reason, by whoever keeps the books; others read it. */
function InBooks({ ask, file, field }: Parts & { readonly field: Field }) {
  const { deal } = file
  if (ask.caller.reach.books_edit !== 'all') return <Shown ask={ask} file={file} field={field} />
  const t = dealTexts[ask.language]
  return (
    <form
      class="inline"
      data-api={`PATCH /deals/${deal.id}`}
      data-version={deal.version}
      data-done={t.corrected}
      id={`field-${field.id}`}
    >
      <FieldInput
        field={field}
        value={deal.fields[field.id] ?? null}
        currency={deal.currency}
        language={ask.language}
        people={ask.people}
        namedDeals={file.namedDeals}
        of={deal.id}
        isRequired={false}
        empties
      />
      <label class="field">
        <span class="label">{t.whyCorrected}</span>
        <input name="reason" required maxlength={500} autocomplete="off" />
      </label>
      <p class="problem" data-problem role="alert" hidden />
      <button class="secondary">{t.correct}</button>
    </form>
  )
}

function Shown({ ask, file, field }: Parts & { readonly field: Field }) {
  const value = file.fields[field.id]
  const isEmpty = value === undefined || value === null
  // What is empty and cannot be filled in here tells nothing.
  if (isEmpty && field.formula === undefined && (field.writtenBy === undefined || !file.mayEdit)) return null
  const text = fieldText(field, value, { ...ask, currency: file.deal.currency, namedDeals: file.namedDeals })
  const isSeenLink = field.type === 'link' && file.namedDeals.has(String(value))
  return (
    <dl class="shown">
      <dt>
        {fieldLabel(field, ask.language)}
        {field.formula === undefined ? '' : ` (${dealTexts[ask.language].computed})`}
      </dt>
      <dd>
        {isFileLink(field, value) ? (
          <a href={value} rel="noreferrer">
            {text}
          </a>
        ) : isSeenLink ? (
          <a href={dealAddress(String(value))}>{text}</a>
        ) : (
          text
        )}
        {field.writtenBy === undefined ? null : (
          <span class="quiet small"> {writersSaid(field, file.newest.model, ask.language)}</span>
        )}
      </dd>
    </dl>
  )
}

function ClientCard({ ask, file: { deal }, mayEdit }: Parts & { readonly mayEdit: boolean }) {
  const t = dealTexts[ask.language]
  const { name, phone, email } = deal.client
  const card = buyerOf(deal)
  return (
    <section class="card" aria-labelledby="client-title">
      <header>
        <h2 id="client-title">{t.client}</h2>
        {mayEdit ? (
          <button type="button" class="link" data-piece={`/app/pieces/deal/${deal.id}/client`}>
            ✎ <span class="hidden">{t.client}</span>
          </button>
        ) : null}
      </header>
      <dl class="shown">
        {name === undefined ? null : <Fact label={t.name} value={name} {...(card && { href: clientAddress(card) })} />}
        {/* Deals from before clients had cards carry how to reach them. */}
        {phone === undefined ? null : (
          <Fact label={t.phone} value={phone} href={`tel:${phone.replaceAll(/[^\d+]/g, '')}`} />
        )}
        {email === undefined ? null : <Fact label={t.email} value={email} href={`mailto:${email}`} />}
      </dl>
    </section>
  )
}

function Fact({ label, value, href }: { label: string; value: string; href?: string }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{href === undefined ? value : <a href={href}>{value}</a>}</dd>
    </div>
  )
}

function About({ ask, file: { deal, rules, newest } }: Parts) {
  const t = dealTexts[ask.language]
  const nameOf = (id: string) => ask.people.employees[id]?.name ?? id
  const isOld = rules.configVersion !== newest.version
  const version = ask.format.number(rules.configVersion)
  const { won, firstReply, firstReplyDueAt = null } = deal
  return (
    <section class="card" aria-labelledby="about-title">
      <header>
        <h2 id="about-title">{t.about}</h2>
      </header>
      <dl class="shown">
        <Fact label={t.owner} value={nameOf(deal.owner)} />
        <Fact label={t.created} value={`${ask.format.moment(deal.createdAt)}, ${nameOf(deal.createdBy)}`} />
        <Fact label={t.inStage} value={ask.format.span(deal.visit.enteredAt, ask.now)} />
        {ask.caller.reach.rules_edit === 'all' ? (
          <Fact label={t.rulesVersion} value={isOld ? `${version} (${ask.format.number(newest.version)})` : version} />
        ) : null}
        {won === undefined ? null : (
          <Fact
            label={t.wonOf}
            value={`${nameOf(won.owner)}, ${formatFor(ask.language, 'UTC').period(won.month)}, ${ask.format.money(won.baseMinor, ask.currency)}`}
          />
        )}
        {firstReplyDueAt === null ? null : (
          <Fact
            label={t.firstReply}
            value={
              firstReply === undefined
                ? `${t.replyDue} ${ask.format.moment(firstReplyDueAt)}`
                : `${ask.format.moment(firstReply.at)}, ${t.replyBy} ${nameOf(firstReply.by)}`
            }
          />
        )}
        {deal.externalId === undefined ? null : <Fact label={t.external} value={deal.externalId} />}
      </dl>
    </section>
  )
}
