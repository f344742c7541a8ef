import { digitsOf } from '#domain/kernel/currency'
import { columnName, optionName } from '#reports/usecases/deal-table-names'
import type { Written } from '#reports/domain/deal-table/conditions'
import type { DealColumn } from '#reports/domain/deal-table/deal-columns'
import { dealTableTexts } from '#reports/pages/texts/deal-table'
import { isInForm, partsOf, partText, tableAddress, type TableAsked } from './asked-table'
import { conditionText, type TableScene } from './table-words'

type Parts = { readonly scene: TableScene; readonly asked: TableAsked; readonly shown: readonly DealColumn[] }

const inFront = ['direction', 'stage', 'owner', 'status']

/** What the table is narrowed to: the filters most use in front, all others and the columns behind. It works without a script. */
export function TableFilters({ scene, asked, shown }: Parts) {
  const { ask, model, columns } = scene
  const t = dealTableTexts[ask.language]
  const parts = partsOf(asked.where)
  const input = (column: DealColumn) => <FilterInput scene={scene} column={column} parts={parts} />
  const behind = columns.filter(({ id }) => !inFront.includes(id) && id !== 'title' && id !== 'number')
  return (
    <form class="deal-filters" method="get" action="/app/deals" role="search" aria-label={t.title}>
      <input type="hidden" name="sent" value="1" />
      <input type="hidden" name="where" value={asked.where} />
      {asked.sort === '' ? null : <input type="hidden" name="sort" value={asked.sort} />}
      {asked.view === undefined ? null : <input type="hidden" name="view" value={asked.view.id} />}
      {asked.columns.length === 0 ? null : <input type="hidden" name="columns" value={asked.columns.join(',')} />}
      <div class="deal-filter-row">
        <label class="field">
          <span class="label">{t.find}</span>
          <input type="search" name="q" value={asked.q} maxlength={100} autocomplete="off" data-filter-key />
        </label>
        {columns.filter(({ id }) => inFront.includes(id)).map(input)}
        <button class="primary">{t.show}</button>
      </div>
      <div class="row deal-filter-more">
        <details class="folded">
          <summary>{t.moreFilters}</summary>
          <div class="deal-filter-all">{behind.map(input)}</div>
        </details>
        <details class="folded">
          <summary>{t.columns}</summary>
          <input type="hidden" name="columns-sent" value="1" />
          <div class="deal-columns">
            {columns.map((column) => (
              <label class="check">
                <input type="checkbox" name="c" value={column.id} checked={shown.includes(column)} />
                <span>{columnName(column, model, ask.language)}</span>
              </label>
            ))}
          </div>
        </details>
      </div>
      <Chips scene={scene} asked={asked} parts={parts} />
    </form>
  )
}

/** Each condition by itself, with the way to take it away. */
function Chips({ scene, asked, parts }: Omit<Parts, 'shown'> & { readonly parts: readonly Written[] }) {
  const t = dealTableTexts[scene.ask.language]
  if (parts.length === 0) return null
  return (
    <ul class="chips">
      {parts.map((part) => {
        const said = conditionText(scene, part)
        return (
          <li>
            <a class="badge" href={tableAddress(asked, { where: without(parts, part) })} title={t.takeAway(said)}>
              {said} <span aria-hidden="true">×</span>
            </a>
          </li>
        )
      })}
      <li>
        <a class="small" href="/app/deals">
          {t.reset}
        </a>
      </li>
    </ul>
  )
}

function without(parts: readonly Written[], part: Written): string {
  return parts
    .filter((one) => one !== part)
    .map(partText)
    .join(';')
}

type InputParts = { readonly scene: TableScene; readonly column: DealColumn; readonly parts: readonly Written[] }

function FilterInput({ scene, column, parts }: InputParts) {
  const { ask, model, columns } = scene
  const t = dealTableTexts[ask.language]
  const name = `f.${column.id}`
  const label = columnName(column, model, ask.language)
  const said = (op: Written['op']): string =>
    parts
      .find((one) => one.column === column.id && one.op === op && isInForm(one, columns))
      ?.value.replaceAll('"', '') ?? ''
  switch (column.kind) {
    case 'words':
    case 'yes_no':
      return (
        <label class="field">
          <span class="label">{label}</span>
          <select name={name}>
            <option value="">{t.any}</option>
            {optionsOf(scene, column, said('=')).map(([id, text]) => (
              <option value={id} selected={id === said('=')}>
                {text}
              </option>
            ))}
          </select>
        </label>
      )
    case 'text':
      return (
        <label class="field">
          <span class="label">{label}</span>
          <input name={name} value={said('~')} maxlength={100} autocomplete="off" placeholder={t.has} />
        </label>
      )
    case 'date':
    case 'instant':
    case 'number':
    case 'money':
    case 'percent':
      return <SpanInput scene={scene} column={column} from={said('>=')} to={said('<=')} />
  }
}

type SpanParts = Omit<InputParts, 'parts'> & { readonly from: string; readonly to: string }

function SpanInput({ scene: { ask, model }, column, from, to }: SpanParts) {
  const t = dealTableTexts[ask.language]
  const name = `f.${column.id}`
  const label = columnName(column, model, ask.language)
  const isDay = column.kind === 'date' || column.kind === 'instant'
  const shared = isDay ? { type: 'date' } : { inputmode: 'decimal' as const, autocomplete: 'off' }
  const text = (value: string) => (column.kind === 'money' ? typedMoney(value, ask.currency, ask.language) : value)
  return (
    <fieldset class={`field span-filter ${isDay ? 'of-days' : ''}`}>
      <legend class="label">{column.kind === 'money' ? `${label}, ${ask.format.sign(ask.currency)}` : label}</legend>
      <span class="row">
        <input
          {...shared}
          name={`${name}.from`}
          value={text(from)}
          aria-label={`${label} ${t.from}`}
          placeholder={t.from}
        />
        <input {...shared} name={`${name}.to`} value={text(to)} aria-label={`${label} ${t.to}`} placeholder={t.to} />
      </span>
    </fieldset>
  )
}

function optionsOf(
  { ask, model }: TableScene,
  column: DealColumn,
  said: string,
): readonly (readonly [string, string])[] {
  const t = dealTableTexts[ask.language]
  if (column.kind === 'yes_no')
    return [
      ['yes', t.yes],
      ['no', t.no],
    ]
  const named = Object.keys(column.options ?? {}).map(
    (id) => [id, optionName(column, id, model, ask.language)] as const,
  )
  const first =
    column.id === 'owner'
      ? [['me', t.mine] as const]
      : column.id === 'status'
        ? [['open,won', t.underWay] as const]
        : []
  const all = [...first, ...named]
  if (said === '' || all.some(([id]) => id === said)) return all
  // Several at once, as an address or a view may have them, stay as they are.
  return [
    [
      said,
      said
        .split(',')
        .map((id) => optionName(column, id, model, ask.language))
        .join(', '),
    ],
    ...all,
  ]
}

function typedMoney(minor: string, currency: string, language: 'en' | 'ru'): string {
  if (minor === '' || Number.isNaN(Number(minor))) return minor
  const text = String(Number(minor) / 10 ** digitsOf(currency))
  return language === 'ru' ? text.replace('.', ',') : text
}
