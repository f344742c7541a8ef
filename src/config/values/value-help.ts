import { say } from '#config/messages/say'
import type { Phrase } from '#config/messages/say'
import type { Field } from '#schemas/model'

import { momentOtherwise } from './moments'
import { dayOtherwise, parseNumber } from './parse-value'

/** What may be written instead of a value that a field cannot have. */
export function helpFor(field: Field): Phrase {
  if (isOnlyFilled(field)) return say('write-filled-or-empty')
  if (field.type === 'yes_no') return say('write-yes-or-no')
  if (field.type === 'person') return say('write-a-value', { sample: sample(field) })
  return say('write-comparison', { sample: sample(field) ?? '…' })
}

/** Whether the file knows no value of a field, only whether there is one. */
export function isOnlyFilled({ type }: Pick<Field, 'type'>): boolean {
  return type === 'file' || type === 'link'
}

/** A value as it was surely meant; undefined where that is not sure. */
export function repaired(field: Field, text: string): string | undefined {
  if (field.type === 'yes_no') {
    if (/^(да|on|y|1)$/i.test(text)) return 'yes'
    return /^(нет|off|n|0)$/i.test(text) ? 'no' : undefined
  }
  if (field.type === 'date') return dayOtherwise(text)
  if (field.type === 'date_time') return momentOtherwise(text)
  const digits = withPoint(text.replaceAll(/[%$€₽_]|\s*(rub|usd|eur|руб)\.?$/gi, '').trim())
  if (parseNumber(digits) === undefined) return undefined
  if (field.type === 'number' || field.type === 'money') return digits
  return field.type === 'percent' ? `${digits}%` : undefined
}

/** A number with commas as it was meant: `1,000,000` has groups of three digits, `10,5` a decimal comma. */
function withPoint(number: string): string {
  return /^-?\d{1,3}(,\d{3})+(\.\d+)?$/.test(number) ? number.replaceAll(',', '') : number.replace(',', '.')
}

/** A value that a field can have. */
export function sample(field: Field): string | undefined {
  const samples = {
    text: undefined,
    number: '10',
    money: '100 000',
    percent: '100%',
    date: '2027-03-01',
    date_time: '2027-03-01 10:00',
    person: 'anna.petrova',
    yes_no: 'yes',
    file: 'filled',
    link: 'filled',
    choice: Object.keys(field.options ?? {})[0],
  }
  return samples[field.type]
}
