import type { Child } from 'hono/jsx'
import type { Language } from '#schemas/language-names'

import { frameTexts } from './texts/frame'

/** The head of a dialog, with what closes it. */
export function PieceHead({ title, language }: { readonly title: string; readonly language: Language }) {
  return (
    <header>
      <h2>{title}</h2>
      <button type="button" class="icon" data-closes aria-label={frameTexts[language].close}>
        ×
      </button>
    </header>
  )
}

/** A form of a dialog that is sent through the API: its fields, a place for problems, and the two buttons. */
export function PieceForm(parts: {
  readonly language: Language
  readonly api: string
  readonly done: string
  readonly label: string
  readonly version?: number | string
  /** What is sent beside the fields. */
  readonly body?: object
  readonly then?: string
  readonly isDangerous?: boolean
  readonly children?: Child
}) {
  return (
    <form
      class="form"
      data-api={parts.api}
      data-version={parts.version}
      data-body={parts.body === undefined ? undefined : JSON.stringify(parts.body)}
      data-done={parts.done}
      data-then={parts.then}
    >
      {parts.children}
      <p class="problem" data-problem role="alert" hidden />
      <div class="buttons">
        <button type="button" class="secondary" data-closes>
          {frameTexts[parts.language].cancel}
        </button>
        <button class={parts.isDangerous === true ? 'secondary danger' : 'primary'}>{parts.label}</button>
      </div>
    </form>
  )
}

/** One thing to choose, and the group it stands in where there are groups. */
export type Choice = readonly [id: string, label: string, group?: string]

/** A list that is longer can be searched. */
const mostSeen = 12

/** A choice of one of several, with a label. */
export function Select(parts: {
  readonly label: string
  readonly name: string
  readonly options: readonly Choice[]
  readonly selected?: string | null | undefined
  readonly empty?: string
  /** What is sent where nothing is chosen is null, not an empty text. */
  readonly isNullable?: boolean
  readonly isRequired?: boolean
}) {
  return (
    <label class="field">
      <span class="label">{parts.label}</span>
      <select
        name={parts.name}
        required={parts.isRequired === true ? true : undefined}
        data-empty={parts.isNullable === true ? 'null' : undefined}
        data-many={parts.options.length > mostSeen ? '' : undefined}
      >
        {parts.empty === undefined ? null : <option value="">{parts.empty}</option>}
        {groupsOf(parts.options).map(([group, options]) =>
          group === '' ? (
            <Options options={options} selected={parts.selected} />
          ) : (
            <optgroup label={group}>
              <Options options={options} selected={parts.selected} />
            </optgroup>
          ),
        )}
      </select>
    </label>
  )
}

function Options({ options, selected }: { options: readonly Choice[]; selected: string | null | undefined }) {
  return options.map(([id, label]) => (
    <option value={id} selected={id === selected}>
      {label}
    </option>
  ))
}

/** Choices by their groups, in the order in which these come first. */
function groupsOf(options: readonly Choice[]): readonly (readonly [group: string, options: readonly Choice[]])[] {
  const groups = [...new Set(options.map(([, , group = '']) => group))]
  return groups.map((group) => [group, options.filter(([, , own = '']) => own === group)] as const)
}

/** A field for some lines of text, with a label. */
export function Lines({ label, name, isRequired }: { label: string; name: string; isRequired?: boolean }) {
  return (
    <label class="field">
      <span class="label">{label}</span>
      <textarea name={name} maxlength={500} required={isRequired === true ? true : undefined} />
    </label>
  )
}
