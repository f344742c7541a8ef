import type { ClientColumn } from '#clients/domain/client-columns'
import { columnTitle } from '#clients/usecases/column-names'
import { reachesClient } from '#clients/usecases/readable-client'
import { peopleChoice } from '#pages/people-choice.tsx'
import type { PageAsk } from '#pages/page.tsx'
import { Select, type Choice } from '#pages/piece-form.tsx'
import { partsOf, type ClientsAsked } from './asked-clients'
import { choiceTitle } from './client-words'
import { clientTexts } from './texts/clients'

type Parts = {
  readonly ask: PageAsk
  readonly asked: ClientsAsked
  readonly columns: readonly ClientColumn[]
  readonly shown: readonly ClientColumn[]
}

const inFront = ['name', 'kind', 'owner']

/** What the list is narrowed to, and its columns. It works without a script. */
export function ClientFilters({ ask, asked, columns, shown }: Parts) {
  const t = clientTexts[ask.language]
  const parts = partsOf(asked.where)
  const saidOf = (id: string): string => parts.find(({ column }) => column === id)?.value ?? ''
  const narrowing = columns.filter(isNarrowing)
  const input = (column: ClientColumn) => <FilterInput ask={ask} column={column} said={saidOf(column.id)} />
  const behind = narrowing.filter(({ id }) => !inFront.includes(id))
  const isBehind = behind.some(({ id }) => saidOf(id) !== '')
  return (
    <form class="card report-filters" method="get" action="/app/clients" role="search" aria-label={t.show}>
      <input type="hidden" name="sent" value="1" />
      <input type="hidden" name="where" value={asked.where} />
      {asked.view === undefined ? null : <input type="hidden" name="view" value={asked.view.id} />}
      {narrowing.filter(({ id }) => inFront.includes(id)).map(input)}
      {behind.length === 0 ? null : (
        <details class="folded" open={isBehind}>
          <summary>{t.moreFilters}</summary>
          <div class="stack">{behind.map(input)}</div>
        </details>
      )}
      <details class="folded">
        <summary>{t.columns}</summary>
        <div class="stack">
          {columns
            .filter(({ id }) => id !== 'name')
            .map((column) => (
              <label class="check">
                <input type="checkbox" name="c" value={column.id} checked={shown.includes(column)} />
                <span>{columnTitle(column, ask.language)}</span>
              </label>
            ))}
        </div>
      </details>
      <button class="primary">{t.show}</button>
      {asked.where === '' ? null : <a href="/app/clients">{t.reset}</a>}
    </form>
  )
}

/** Whether a column is narrowed by here: days are kept otherwise than a person writes them. */
function isNarrowing({ id, fields, options }: ClientColumn): boolean {
  if (fields === undefined) return id !== 'contact' && id !== 'createdAt'
  return options !== undefined || !Object.values(fields).some(({ type }) => type === 'date' || type === 'date_time')
}

function FilterInput({
  ask,
  column,
  said,
}: Pick<Parts, 'ask'> & { readonly column: ClientColumn; readonly said: string }) {
  const t = clientTexts[ask.language]
  const [label, name] = [columnTitle(column, ask.language), `f.${column.id}`]
  if (column.id === 'owner') {
    const owners = peopleChoice(ask, (id) => reachesClient(ask, 'clients_read', id))
    return owners.length < 2 ? null : (
      <Select
        label={label}
        name={name}
        options={withSaid(owners, said, (id) => (id === 'me' ? t.mine : choiceTitle(column, id, ask)))}
        selected={said}
        empty={t.anybodys}
      />
    )
  }
  if (column.options !== undefined) {
    const options = column.options.map((value) => [value, choiceTitle(column, value, ask)] as const)
    const empty = column.id === 'kind' ? t.allKinds : t.any
    const all = withSaid(options, said, (value) => choiceTitle(column, value, ask))
    return <Select label={label} name={name} options={all} selected={said} empty={empty} />
  }
  return (
    <label class="field">
      <span class="label">{label}</span>
      <input name={name} value={said} maxlength={100} autocomplete="off" />
    </label>
  )
}

/** The choices, with what a view says in front where that is none of them: several at once, or whoever looks. */
function withSaid(choices: readonly Choice[], said: string, titleOf: (value: string) => string): readonly Choice[] {
  if (said === '' || choices.some(([value]) => value === said)) return choices
  const titles = said.split(',').map((value) => titleOf(value.trim()))
  return [[said, titles.join(', ')], ...choices]
}
