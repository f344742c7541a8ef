import type { Missing } from './gate'

/** What a move lacked, as it is kept: a task by its template, a field, a line of the gate, or a stage to be passed. */
export type MissingPart = {
  readonly kind: 'task' | 'field' | 'must' | 'skip'
  readonly id: string
  /** What a field should have held, as the file words it. */
  readonly wish?: string
}

/** What was missing as short words for the record: `task:id`, `field:id`, `must:field: wish`, `skip:stage`. */
export function missingWords(missing: Missing, skipped: readonly string[] = []): readonly string[] {
  return [
    ...missing.tasks.map((task) => `task:${task.template ?? task.id}`),
    ...missing.fields.map((field) => `field:${field.id}`),
    ...missing.must.map((line) => `must:${line.text}`),
    ...skipped.map((stage) => `skip:${stage}`),
  ]
}

/** Spellings of earlier days, which records still have: a stop for the order of stages was kept by its code alone. */
const earlier: Readonly<Record<string, MissingPart['kind']>> = {
  tasks: 'task',
  fields: 'field',
  stage_not_next: 'skip',
}

/** A kept word taken apart. Of a line of the gate the field is the id: lines are kept as the file words them. */
export function missingPart(word: string): MissingPart {
  const [head = '', rest = ''] = cut(word)
  const kind = earlier[head] ?? kinds.find((one) => one === head)
  if (kind !== 'must') return { kind: kind ?? 'must', id: rest }
  const [, id = rest, wish = ''] = /^(\w+)(?::\s*|\s+)([^]*)$/.exec(rest) ?? []
  return { kind, id, ...(wish === '' ? {} : { wish }) }
}

const kinds = ['task', 'field', 'must', 'skip'] as const

function cut(text: string): readonly string[] {
  const at = text.indexOf(':')
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + 1)]
}
