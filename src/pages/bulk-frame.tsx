import type { Child } from 'hono/jsx'

/** What its words are in a language: how many are chosen, what could not be done, that it is done, why, and the button. */
type Words = Readonly<Record<'notChanged' | 'changed' | 'change', string>> & {
  readonly chosen?: string
  /** Why it is done; what keeps no reasons asks for none. */
  readonly reason?: string
}

type Parts = {
  readonly id: string
  readonly words: Words
  /** How its fields lie beside each other. */
  readonly lays: string
  /** Who does it; deals and tasks are changed where absent. */
  readonly api?: string
  readonly children?: Child
  /** Where its list has more than the page shows: how everything it is narrowed to is changed. */
  readonly all?: BulkAll
}

/** The address of a whole list in the API, how many it has, and what is said of them all. */
type BulkAll = {
  readonly path: string
  readonly total: number
  readonly words: Readonly<Record<'choose' | 'said' | 'sure' | 'progress' | 'stop' | 'stopped', string>>
}

/** What is done with everything that is ticked, in one command with one reason; what could not be done is told one by one. */
export function BulkFrame({ id, words: t, lays, api = 'POST /changes', children, all }: Parts) {
  return (
    <form id={`${id}-bulk`} class="bulk" data-api={api} data-bulk={t.notChanged} data-done={t.changed} data-keep hidden>
      <p class="row">
        {t.chosen === undefined ? null : `${t.chosen}: `}
        <strong data-bulk-count aria-live="polite" />
        {all === undefined ? null : <All all={all} />}
      </p>
      <div class={lays}>
        {children}
        {t.reason === undefined ? null : (
          <label class="field grow">
            <span class="label">{t.reason}</span>
            <input name="reason" required maxlength={500} autocomplete="off" />
          </label>
        )}
        <button class="primary">{t.change}</button>
      </div>
      <p class="problem lines" data-problem role="alert" hidden />
    </form>
  )
}

type Ticked = { readonly id: string; readonly name: string; readonly value: string; readonly label: string }

/** The cell of a row that takes it among those which the form `id` changes. */
export function TickCell({ id, name, value, label }: Ticked) {
  return (
    <td class="choose">
      <label>
        <input type="checkbox" name={`${name}[]`} value={value} form={`${id}-bulk`} aria-label={label} />
      </label>
    </td>
  )
}

/** The cell of a head that takes all rows of the page. */
export function TickAllCell({ id, label }: Pick<Ticked, 'id' | 'label'>) {
  return (
    <td class="choose">
      <label>
        <input type="checkbox" data-tick-all={`${id}-bulk`} aria-label={label} />
      </label>
    </td>
  )
}

function All({ all: { path, total, words } }: { readonly all: BulkAll }) {
  return (
    <span
      class="row"
      data-bulk-all={path}
      data-total={total}
      data-said={words.said}
      data-sure={words.sure}
      data-progress={words.progress}
      data-stopped-said={words.stopped}
    >
      <button type="button" class="secondary" data-take-all hidden>
        {words.choose}
      </button>
      <span data-progress-said aria-live="polite" />
      <button type="button" class="secondary" data-stop hidden>
        {words.stop}
      </button>
    </span>
  )
}
