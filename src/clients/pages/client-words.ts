import { fieldLabel, optionLabel } from '#playbook/rule-sentences'
import { dateIn } from '#domain/time/zone'
import type { ClientColumn } from '#clients/domain/client-columns'
import type { PageAsk } from '#pages/page.tsx'
import type { ClientRow } from '#schemas/client'
import type { ClientKind } from '#schemas/client-names'
import { clientTexts } from './texts/clients'

/** What a column of the list is called. */
export function columnTitle({ id, field }: ClientColumn, language: PageAsk['language']): string {
  if (field !== undefined) return fieldLabel(field, language)
  const t = clientTexts[language]
  const titles: Readonly<Record<string, string>> = {
    name: t.name,
    kind: t.kind,
    owner: t.owner,
    contact: t.contact,
    inn: t.requisite.inn,
    createdAt: t.createdAt,
  }
  return titles[id] ?? id
}

/** What one of the choices of a column is called. */
export function choiceTitle({ id, field }: ClientColumn, value: string, { people, language }: PageAsk): string {
  const t = clientTexts[language]
  if (id === 'kind') return t.onlyKinds[value as ClientKind] ?? value
  if (field?.type === 'yes_no') return value === 'yes' ? t.yesNo.yes : t.yesNo.no
  if (field?.type === 'choice') return optionLabel(field, value, language)
  return people.employees[value]?.name ?? value
}

/** What a cell of a row says. */
export function cellOf({ id, field }: ClientColumn, row: ClientRow, ask: PageAsk): string {
  const t = clientTexts[ask.language]
  if (id === 'kind') return t.kinds[row.kind]
  if (id === 'owner') return ownerName(ask, row.owner)
  if (id === 'createdAt') return ask.format.wholeDay(dateIn(ask.zone, row.createdAt))
  if (id === 'contact' || id === 'inn' || id === 'name') return row[id] ?? ''
  const value = row.fields?.[id.slice('fields.'.length)]
  if (value === undefined || value === null || field === undefined) return ''
  switch (field.type) {
    case 'yes_no':
      return value === true ? t.yesNo.yes : t.yesNo.no
    case 'choice':
      return optionLabel(field, String(value), ask.language)
    case 'person':
      return ask.people.employees[String(value)]?.name ?? String(value)
    case 'money':
      return ask.format.money(Number(value), ask.currency)
    case 'number':
      return ask.format.number(Number(value))
    case 'percent':
      return ask.format.percent(Number(value))
    case 'date':
      return ask.format.wholeDay(String(value))
    case 'date_time':
      return ask.format.moment(String(value))
    case 'text':
    case 'file':
    case 'link':
      return String(value)
  }
}

/** Whose client it is, in words. */
export function ownerName({ people, language }: PageAsk, owner: string | null): string {
  return owner === null ? clientTexts[language].nobodys : (people.employees[owner]?.name ?? owner)
}
