import { fieldLabel, optionLabel } from '#playbook/rule-sentences'
import { isDate } from '#domain/time/days'
import { isInstant } from '#domain/time/zone'
import { digitsOf } from '#domain/kernel/currency'
import { numberFormat } from '#domain/kernel/texts/number-format'
import type { FieldValue } from '#schemas/deal'
import type { Field } from '#schemas/model'
import type { Language } from '#schemas/language-names'

import { nameOfDeal, type DealNames } from '#usecases/linked/named-deals'
import { currencySign } from '#pages/page-format.tsx'
import type { AttachedFile } from '#schemas/attached'
import { FilesOfDeal } from './files-of-deal'
import { fieldTexts } from './texts/fields'

/** What a field of a deal is filled in with. */
export type FieldParts = {
  readonly field: Field
  readonly value: FieldValue
  readonly currency: string
  readonly language: Language
  readonly people: People
  /** Where the value goes in what is sent: `fields.<id>` where not said. */
  readonly name?: string
  readonly isRequired?: boolean
  /** An emptied field is sent as empty instead of left out. */
  readonly empties?: boolean
  /** Files of the deal, which a field of files may lead to. */
  readonly files?: readonly AttachedFile[] | undefined
  /** What the deals that the fields of the deal name are called, and the deal itself where there is one. */
  readonly namedDeals?: DealNames
  readonly of?: string
}

/** A labelled control for a field of any type. */
export function FieldInput(parts: FieldParts) {
  const { field, isRequired = false } = parts
  const t = fieldTexts[parts.language]
  const control = (
    <label class="field">
      <span class="label">
        {fieldLabel(field, parts.language)}
        {field.type === 'money'
          ? `, ${currencySign(parts.language, parts.currency)}`
          : field.type === 'percent'
            ? ', %'
            : ''}
        {isRequired ? (
          <span class="bad" title={t.required}>
            {' *'}
          </span>
        ) : null}
      </span>
      <Control {...parts} />
    </label>
  )
  if (field.type !== 'file') return control
  return (
    <>
      {control}
      <FilesOfDeal {...parts} />
    </>
  )
}

function Control(parts: FieldParts) {
  const { field, value, currency, language, name = `fields.${field.id}`, isRequired, empties } = parts
  const t = fieldTexts[language]
  const shared = {
    name,
    required: isRequired === true ? true : undefined,
    'data-type': field.type,
    'data-empty': empties === true ? 'null' : undefined,
  }
  switch (field.type) {
    case 'choice':
    case 'person':
    case 'yes_no': {
      const options = optionsOf(parts)
      return (
        <select {...shared}>
          <option value="">{t.notChosen}</option>
          {options.map(([id, label]) => (
            <option value={id} selected={value !== null && String(value) === id}>
              {label}
            </option>
          ))}
        </select>
      )
    }
    case 'date':
      return <input {...shared} type="date" value={value === null ? '' : String(value)} />
    case 'date_time':
      return <input {...shared} {...momentParts(field, value, language)} />
    case 'money':
      return (
        <input
          {...shared}
          inputmode="decimal"
          autocomplete="off"
          data-digits={digitsOf(currency)}
          data-currency={currency}
          value={value === null ? '' : plainMoney(Number(value), currency, language)}
        />
      )
    case 'number':
    case 'percent':
      return (
        <input
          {...shared}
          inputmode="decimal"
          autocomplete="off"
          value={value === null ? '' : String(value).replace('.', language === 'ru' ? ',' : '.')}
        />
      )
    case 'link':
      return <input {...shared} {...linkParts(parts)} />
    case 'file':
      return <input {...shared} {...fileParts(value)} />
    case 'text':
      return <input {...shared} maxlength={4000} value={value === null ? '' : String(value)} />
  }
}

/** Another deal is looked for by what is typed; what is chosen is held beside what is shown. */
function linkParts({ field, value, language, namedDeals, of = '' }: FieldParts) {
  const held = value === null ? undefined : String(value)
  const shown = held === undefined ? '' : (namedDeals?.get(held) ?? fieldTexts[language].hiddenDeal)
  return findParts({ among: `field=${field.id}&of=${of}`, held, shown, language })
}

type Found = {
  readonly among: string
  readonly held: string | undefined
  readonly shown: string
  readonly language: Language
}

function findParts({ among, held, shown, language }: Found) {
  return {
    'data-find-thing': `/app/pieces/link-choice?${among}`,
    'data-shown': shown,
    'data-held': held,
    role: 'combobox',
    'aria-autocomplete': 'list' as const,
    'aria-expanded': false,
    autocomplete: 'off',
    maxlength: 300,
    placeholder: fieldTexts[language].findDeal,
    value: shown,
  }
}

/** A field that asks for any deal its reader may see; `chosen` is the one it begins with. */
export function DealInput({
  label,
  name,
  chosen,
  language,
}: {
  readonly label: string
  readonly name: string
  readonly chosen: { readonly id: string; readonly title: string } | undefined
  readonly language: Language
}) {
  const shown = chosen === undefined ? '' : nameOfDeal(chosen)
  return (
    <label class="field">
      <span class="label">{label}</span>
      <input name={name} required data-type="link" {...findParts({ among: '', held: chosen?.id, shown, language })} />
    </label>
  )
}

/** A link to a file, its name, or the path of what Norma itself keeps: only the first is an address to a browser. */
function fileParts(value: FieldValue) {
  const held = value === null ? '' : String(value)
  return { inputmode: 'url' as const, placeholder: 'https://', value: held }
}

/** What of our own a link leads to: a document or a file of a deal. */
function ownFileIn(link: string): keyof Words['ownFile'] | undefined {
  return /^\/app\/(documents|deals)\//.exec(link)?.[1] as keyof Words['ownFile'] | undefined
}

type Words = (typeof fieldTexts)['en']

/** Whether what a field of files holds can be opened. */
export function isFileLink(field: Field, value: FieldValue | undefined): value is string {
  return field.type === 'file' && /^(?:https?:\/\/|\/app\/)/.test(String(value ?? ''))
}

/** A moment is typed as the language of the page writes it, whatever the language of the browser. */
function momentParts({ zone = 'UTC' }: Field, value: FieldValue, language: Language) {
  const shown = value === null ? '' : typedMoment(String(value), zone, language)
  return {
    'data-type': 'moment',
    'data-shown': shown,
    'data-held': value === null ? undefined : String(value),
    autocomplete: 'off',
    maxlength: 30,
    placeholder: fieldTexts[language].momentSample,
    value: shown,
  }
}

/** The value of a field as people read it. */
export function fieldText(
  field: Field | undefined,
  value: FieldValue | undefined,
  {
    language,
    currency,
    format,
    people,
    namedDeals,
  }: { language: Language; currency: string; format: PageFormatOf; people: People; namedDeals?: DealNames | undefined },
): string {
  if (value === undefined || value === null) return '—'
  if (typeof value === 'boolean') return fieldTexts[language].yesNo[value ? 'true' : 'false']
  switch (field?.type) {
    case 'money':
      return format.money(Number(value), currency)
    case 'percent':
      return format.percent(Number(value))
    case 'number':
      return format.number(Number(value))
    case 'date':
    case 'date_time':
      return timeText(String(value), format)
    case 'choice':
      return optionLabel(field, String(value), language)
    case 'person':
      return people.employees[String(value)]?.name ?? String(value)
    case 'link':
      return namedDeals?.get(String(value)) ?? fieldTexts[language].hiddenDeal
    case 'file': {
      const own = ownFileIn(String(value))
      return own === undefined ? String(value) : fieldTexts[language].ownFile[own]
    }
    default:
      return String(value)
  }
}

type People = {
  readonly employees: Readonly<Record<string, { readonly name: string; readonly active: boolean }>>
}

type PageFormatOf = {
  readonly money: (minor: number, currency: string) => string
  readonly percent: (value: number) => string
  readonly number: (value: number) => string
  readonly day: (date: string) => string
  readonly instant: (instant: string) => string
}

/** A day or a moment; a field that was of the other kind holds what was written then. */
function timeText(value: string, format: PageFormatOf): string {
  if (isDate(value)) return format.day(value)
  return isInstant(value) ? format.instant(value) : value
}

/** A moment as one types it: the day as the language writes it, then the time, by the clocks of the company. */
function typedMoment(value: string, zone: string, language: Language): string {
  if (!isInstant(value)) return value
  const locale = language === 'ru' ? 'ru-RU' : 'en-GB'
  const clock = new Intl.DateTimeFormat(locale, { dateStyle: 'short', timeStyle: 'short', timeZone: zone })
  return clock.format(new Date(value)).replace(',', '')
}

/** An amount as a language writes it, without its currency: `1 250 000,50`, `1,250,000.50`. */
function plainMoney(minor: number, currency: string, language: Language): string {
  const digits = digitsOf(currency)
  const least = minor % 10 ** digits === 0 ? 0 : digits
  const how = { minimumFractionDigits: least, maximumFractionDigits: digits }
  return numberFormat(language === 'ru' ? 'ru-RU' : 'en-GB', how)(minor / 10 ** digits)
}

function optionsOf({ field, value, people, language }: FieldParts): readonly (readonly [id: string, label: string])[] {
  if (field.type === 'yes_no') return Object.entries(fieldTexts[language].yesNo)
  if (field.type === 'person') return whoWorksHere(people, value)
  return Object.keys(field.options ?? {}).map((id) => [id, optionLabel(field, id, language)])
}

/** Everybody who works here by name, and whoever is written, who may have left. */
function whoWorksHere({ employees }: People, value: FieldValue): readonly (readonly [id: string, name: string])[] {
  return Object.entries(employees)
    .filter(([id, { active }]) => active || id === value)
    .map(([id, { name }]) => [id, name] as const)
    .toSorted(([, one], [, other]) => one.localeCompare(other))
}
