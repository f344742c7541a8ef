import type { ClientColumn } from '#clients/domain/client-columns'
import { optionTitle, wordsOf } from '#clients/usecases/column-names'
import { dateIn } from '#domain/time/zone'
import type { PageAsk } from '#pages/page.tsx'
import type { ClientRow } from '#schemas/client'
import type { ClientKind } from '#schemas/client-names'
import type { Field, FieldValue } from '#schemas/model'
import { clientTexts } from './texts/clients'

/** What one of the choices of a column is called. */
export function choiceTitle({ id, fields }: ClientColumn, value: string, ask: PageAsk): string {
  if (id === 'kind') return clientTexts[ask.language].onlyKinds[value as ClientKind] ?? value
  return fields === undefined ? (ask.people.employees[value]?.name ?? value) : optionTitle(fields, value, namesFor(ask))
}

/** What a cell of a row says. */
export function cellOf({ id, fields }: ClientColumn, row: ClientRow, ask: PageAsk): string {
  const t = clientTexts[ask.language]
  if (id === 'kind') return t.kinds[row.kind]
  if (id === 'owner') return ownerName(ask, row.owner)
  if (id === 'createdAt') return ask.format.wholeDay(dateIn(ask.zone, row.createdAt))
  if (id === 'contact' || id === 'inn' || id === 'name') return row[id] ?? ''
  const [field, value] = [fields?.[row.kind], row.fields?.[id.slice('fields.'.length)]]
  return field === undefined || value === undefined || value === null ? '' : fieldText(field, value, ask)
}

/** What a field of a client says, as people write it. */
export function fieldText(field: Field, value: FieldValue, ask: PageAsk): string {
  const words = wordsOf(field, value, namesFor(ask))
  if (words !== undefined) return words
  switch (field.type) {
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
    case 'yes_no':
    case 'choice':
    case 'person':
    case 'text':
    case 'file':
    case 'link':
      return String(value)
  }
}

function namesFor({ language, people }: PageAsk) {
  return { language, nameOf: (id: string) => people.employees[id]?.name }
}

/** Whose client it is, in words. */
export function ownerName({ people, language }: PageAsk, owner: string | null): string {
  return owner === null ? clientTexts[language].nobodys : (people.employees[owner]?.name ?? owner)
}
