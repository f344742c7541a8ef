import { choiceName } from './choice-name'
import type { FieldValue } from '#schemas/deal'
import type { ClientField, ClientRules } from '#schemas/clients/client-rules'
import { clientFactIn } from './client-facts'

/** What stands where a card says nothing, or where it is not told. */
const nothing = '…'

const place = /\{\s*(client\.[a-z0-9_.]+)\s*\}/g

/** The names of clients in a task’s text, such as `client.contact.name` in `Call {client.contact.name}`. */
export function namesInText(text: string): readonly string[] {
  return text.includes('{') ? [...text.matchAll(place)].flatMap(([, name]) => name ?? []) : []
}

/** Whether the text of a task may tell a field: how to reach somebody and what is personal stands on the card alone. */
export function isOpenInTexts({ id, builtIn, personal }: ClientField): boolean {
  return builtIn ? ['name', 'inn', 'kpp', 'legal_name'].includes(id) : personal !== true
}

/** The text of a task as people read it: with what the cards of the deal’s clients say now. */
export function filledText(
  text: string,
  values: Readonly<Record<string, FieldValue>>,
  rules: ClientRules | undefined,
): string {
  if (!text.includes('{')) return text
  return text.replaceAll(place, (_, name: string) => {
    const field = clientFactIn(name, rules)?.field
    return field === undefined || !isOpenInTexts(field) ? nothing : shown(field, values[name] ?? null)
  })
}

/** The text of a task where nothing of clients is told: in what is kept, and in what goes outside. */
export function plainText(text: string): string {
  return text.includes('{') ? text.replaceAll(place, nothing) : text
}

function shown(field: ClientField, value: FieldValue): string {
  if (value === null || value === '') return nothing
  const text = String(value)
  if (field.type === 'choice') return choiceName(field, text) ?? text
  return field.type === 'percent' ? `${text}%` : text
}
