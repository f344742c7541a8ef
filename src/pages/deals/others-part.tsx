import { fieldLabel, roleCalled, sayings } from '#playbook/rule-sentences'
import { personName } from '#playbook/playbook-scene'
import { plain } from '#playbook/blocks'
import type { Deal } from '#schemas/deal'
import type { Language } from '#schemas/language-names'
import type { Field, Model } from '#schemas/model'
import type { Task } from '#schemas/task'

import { fieldText } from './field-input'
import type { PageAsk } from '#pages/page.tsx'
import { boardTexts } from './texts/board'

type Parts = { readonly ask: PageAsk; readonly model: Model }

/** A field that only somebody else may write: what it holds, and who writes it. */
export function OthersField({ ask, model, field, deal }: Parts & { readonly field: Field; readonly deal: Deal }) {
  const value = fieldText(field, deal.fields[field.id], { ...ask, currency: deal.currency || ask.currency })
  return (
    <div data-others-field={field.id}>
      <dt>{fieldLabel(field, ask.language)}</dt>
      <dd>
        {value} <span class="quiet small">{writersSaid(field, model, ask.language)}</span>{' '}
        {field.writtenBy === undefined ? null : (
          <button class="link small" form={remindId(field)}>
            {boardTexts[ask.language].remind}
          </button>
        )}
      </dd>
    </div>
  )
}

/** Who writes a field, where only somebody named may: “written by: Accountant”. */
export function writersSaid(
  { writtenBy }: { readonly writtenBy?: readonly string[] },
  model: Model,
  language: Language,
): string {
  if (writtenBy === undefined) return boardTexts[language].writtenByManager
  const saying = { model, words: sayings[language] }
  return boardTexts[language].writtenBy(plain(saying.words.grammar.or(writtenBy.map((id) => [personName(saying, id)]))))
}

/** The id of the form that reminds of a task or a field. */
export function remindId({ id }: { readonly id: string }): string {
  return `remind-${id}`
}

/** What somebody else has to do or to write before a deal goes on. */
export type Awaited = { readonly task: string } | { readonly field: string }

/** The form that reminds whoever it is; `id` lets a button elsewhere send it. */
export function RemindForm(parts: {
  readonly ask: PageAsk
  readonly deal: string
  readonly of: Awaited
  readonly id?: string
}) {
  const { ask, deal, of, id } = parts
  const t = boardTexts[ask.language]
  return (
    <form
      id={id}
      class="row"
      data-api={`POST /deals/${deal}/reminders`}
      data-body={JSON.stringify(of)}
      data-done={t.reminded}
    >
      {id === undefined ? <button class="link small">{t.remind}</button> : null}
      <p class="problem" data-problem role="alert" hidden />
    </form>
  )
}

/** Whose a task is: by name, and as what the rules ask it of them; whoever has it for another by the name alone. */
export function whoseTask({ ask, model, task, deal }: Parts & { readonly task: Task; readonly deal: Deal }): string {
  const who = ask.people.employees[task.responsible]
  const name = who?.name ?? task.responsible
  const role = task.by ?? task.role
  const isRole = Object.hasOwn(model.roles, role)
  const isTheirs = role === 'owner' ? task.responsible === deal.owner : !isRole || who?.roles.includes(role) === true
  if (role === '' || !isTheirs) return name
  return `${name}, ${roleCalled(role, model, ask.language)}`
}
