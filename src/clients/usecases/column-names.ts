import { choiceName } from '#domain/rules/choice-name'
import type { ClientColumn } from '#clients/domain/client-columns'
import { columnWords } from '#clients/words/column-words'
import { fieldLabel, optionLabel } from '#playbook/rule-sentences'
import type { Field, FieldValue } from '#schemas/model'
import type { Language } from '#schemas/language-names'

type Names = { readonly language: Language; readonly nameOf: (employee: string) => string | undefined }

/** What a column of the list is called; one that companies and people call otherwise by both names. */
export function columnTitle({ id, fields }: ClientColumn, language: Language): string {
  if (fields !== undefined) return each(fields, (field) => fieldLabel(field, language))
  if (id === 'inn') return language === 'ru' ? 'ИНН' : 'INN'
  return columnWords[language][id as 'name' | 'kind' | 'owner' | 'contact' | 'createdAt']
}

/** What one of the choices of a field is called, or the name of a person; the value itself where it is none of them. */
export function optionTitle(
  fields: NonNullable<ClientColumn['fields']>,
  value: string,
  { language, nameOf }: Names,
): string {
  const { yes, no } = columnWords[language].yesNo
  const called = (field: Field): string | undefined => {
    if (field.type === 'yes_no') return value === 'yes' ? yes : value === 'no' ? no : undefined
    if (field.type === 'person') return nameOf(value)
    return choiceName(field, value) === undefined ? undefined : optionLabel(field, value, language)
  }
  return each(fields, called) || value
}

/** What a field says where that is words or a name; undefined for numbers, amounts and days, which have formats. */
export function wordsOf(field: Field, value: FieldValue, names: Names): string | undefined {
  if (typeof value === 'boolean') return optionTitle({ company: field }, value ? 'yes' : 'no', names)
  return field.type === 'choice' || field.type === 'person' || field.type === 'yes_no'
    ? optionTitle({ company: field }, String(value), names)
    : undefined
}

function each(fields: NonNullable<ClientColumn['fields']>, said: (field: Field) => string | undefined): string {
  return [...new Set(Object.values(fields).flatMap((field) => said(field) ?? []))].join(' / ')
}
