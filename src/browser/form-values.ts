import { typedMinor } from '#domain/numbers/typed-amount'
import { typedNumber } from '#domain/numbers/typed-number'
import type { Language } from '#schemas/language-names'

import { texts } from './browser-texts'
import { companyZone } from './company-zone'
import { instantIn, typedDay, typedMoment } from './moments'

/** A field whose content cannot be used: which, and what to write instead. */
export type FieldFault = { readonly field: HTMLElement; readonly said: string }

export type Values = { readonly body: Record<string, unknown>; readonly faults: readonly FieldFault[] }

type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement

/**
 * What a form says as the API wants it. A name is a path, `fields.amount`; `data-type` says what the text stands for;
 * `data-empty="null"` sends an empty field as null, others are left out. Names that end in `[]` gather in a list, which is
 * there even when nothing is in it where a field says `data-type="list"`; `absences.+.from` is of one more thing in a
 * list, `people.0.name` of the first, and things of which nothing is said are not in it.
 * What the form says is laid over `data-body`, the JSON of what it does not ask for.
 */
export function valuesOf(form: HTMLFormElement): Values {
  const body = JSON.parse(form.dataset['body'] ?? '{}') as Record<string, unknown>
  const added = new Map<unknown, Record<string, unknown>>()
  const lists = new Set<unknown[]>()
  const faults: FieldFault[] = []
  for (const control of controlsOf(form)) {
    const read = valueOf(control)
    if (read === undefined) continue
    if ('said' in read) faults.push({ field: control, said: read.said })
    else put(body, control.name, read.value, { added, lists })
  }
  // Rows that somebody left empty are holes until now.
  for (const list of lists) list.splice(0, list.length, ...Object.values(list))
  return { body, faults }
}

function controlsOf(form: HTMLFormElement): readonly Control[] {
  return [...form.elements].filter(
    (one): one is Control =>
      (one instanceof HTMLInputElement || one instanceof HTMLSelectElement || one instanceof HTMLTextAreaElement) &&
      one.name !== '' &&
      !one.disabled,
  )
}

type Read = { readonly value: unknown } | { readonly said: string } | undefined

function valueOf(control: Control): Read {
  if (control instanceof HTMLInputElement && (control.type === 'checkbox' || control.type === 'radio')) {
    if (control.dataset['type'] === 'yes_no') return { value: control.checked }
    return control.checked ? { value: control.value } : undefined
  }
  if (control.dataset['type'] === 'list') return { value: [] }
  const text = control.value.trim()
  if (text === '') {
    if (control.required) return { said: texts.required }
    return control.dataset['empty'] === 'null' ? { value: null } : undefined
  }
  return typed(text, control.dataset)
}

function typed(text: string, { type, digits, currency, shown, held }: DOMStringMap): Read {
  switch (type) {
    case 'money': {
      const value = typedMinor(text, { language: spoken(), digits: Number(digits ?? '2'), currency: currency ?? 'RUB' })
      return value === undefined ? { said: texts.badMoney } : { value }
    }
    case 'number':
    case 'percent':
    case 'integer': {
      const value = typedNumber(text, spoken())
      return value === undefined ? { said: texts.badNumber } : { value: Number(value) }
    }
    case 'decimal': {
      const value = typedNumber(text, spoken())
      return value === undefined || value.startsWith('-') ? { said: texts.badNumber } : { value }
    }
    case 'rate':
      return { value: text === 'none' ? null : Number(text) }
    case 'yes_no':
      return { value: text === 'true' }
    case 'instant': {
      const at = instantIn(text, companyZone())
      return at === undefined ? { said: texts.badMoment } : { value: at }
    }
    case 'link':
    case 'client':
      return chosen(text, type, { shown, held })
    case 'day': {
      const day = typedDay(text, { zone: companyZone() })
      return day === undefined ? { said: texts.typeDay } : { value: day }
    }
    case 'moment': {
      // What nobody has touched stays to the second, and in the hour that the clocks show twice.
      const at = text === shown ? held : typedMoment(text, { zone: companyZone() })
      return at === undefined ? { said: texts.typeMoment } : { value: at }
    }
    default:
      return { value: text }
  }
}

/** What is chosen is held beside what is shown; of a deal a whole address or id may be pasted. */
function chosen(text: string, type: 'link' | 'client', { shown, held }: Pick<DOMStringMap, 'shown' | 'held'>): Read {
  const isHeld = text === shown?.trim()
  const id = isHeld ? held : type === 'link' ? /deal_[0-9A-Za-z_]{1,64}/.exec(text)?.[0] : undefined
  if (id !== undefined) return { value: id }
  return { said: type === 'link' ? texts.chooseDeal : texts.chooseClient }
}

function spoken(): Language {
  return document.body.dataset['language'] === 'en' ? 'en' : 'ru'
}

/** What was added to which list already, and the lists that are filled by number. */
type Making = { readonly added: Map<unknown, Record<string, unknown>>; readonly lists: Set<unknown[]> }

/** Puts a value where its name says. */
function put(body: Record<string, unknown>, name: string, value: unknown, { added, lists }: Making): void {
  const isList = name.endsWith('[]')
  const path = (isList ? name.slice(0, -2) : name).split('.')
  const last = path.pop() ?? ''
  let place = body
  for (const [at, step] of path.entries()) {
    if (step === '+') place = addedTo(place as unknown as unknown[], added)
    else place = (place[step] ??= /^(?:\+|\d+)$/.test(path[at + 1] ?? last) ? [] : {}) as Record<string, unknown>
    if (Array.isArray(place) && path[at + 1] !== '+') lists.add(place)
  }
  if (!isList) place[last] = value
  else place[last] = [...((place[last] as unknown[] | undefined) ?? []), ...(Array.isArray(value) ? value : [value])]
}

function addedTo(list: unknown[], added: Map<unknown, Record<string, unknown>>): Record<string, unknown> {
  const known = added.get(list)
  if (known !== undefined) return known
  const next: Record<string, unknown> = {}
  added.set(list, next)
  list.push(next)
  return next
}
