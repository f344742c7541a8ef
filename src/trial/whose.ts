import { dateIn } from '#domain/time/zone'
import { nameFor, peopleNamed } from './company'
import { missingIn } from './look'
import { templateIn } from './rule-lines'
import { taskNamed } from './trial-scene'
import type { Found, Judged } from './why'

/** Compares whose what is missing is, task by task and field by field, as the refusal of the gate says it. */
export function compareWhose(
  entries: Readonly<Record<string, { readonly word: string }>>,
  seen: Judged,
): readonly Found[] {
  return Object.entries(entries).flatMap(([name, { word }]) => {
    const whose = whoseOf(name, seen)
    if (whose.includes(word) || whose.some((one) => isMeant(word, one, seen))) return []
    return [{ expected: `${name}: ${word}`, happened: `${name}: ${shownWhose(whose, seen)}`, names: [name] }]
  })
}

/** Whose something is: whoever has the task and whom the rules ask it of, or who alone writes the field. Nobody’s where it is not missing. */
function whoseOf(name: string, { refusal, deal, tasks, model }: Judged): readonly string[] {
  if (refusal === undefined) return []
  const missing = missingIn(refusal)
  const task = taskNamed(name, deal, tasks)
  const isTask = missing.tasks.some(({ id, template }) => template === name || id === task?.id)
  if (isTask) {
    const asked = templateIn(model, deal.pipeline, name)?.by
    return [task?.responsible, asked].filter((one) => one !== undefined)
  }
  const field = [...missing.fieldRows, ...missing.must].find((one) => ('id' in one ? one.id : one.field) === name)
  return field === undefined ? [] : (field.writtenBy ?? ['owner'])
}

function isMeant(word: string, whose: string, { deal, people, model, at }: Judged): boolean {
  return peopleNamed(word, deal.owner, dateIn(model.calendar.timezone, at), people).includes(whose)
}

function shownWhose(whose: readonly string[], { deal, people, words }: Judged): string {
  if (whose.length === 0) return words.nothing
  return [
    ...new Set(whose.map((one) => (people.employees[one] === undefined ? one : nameFor(one, deal.owner, people)))),
  ].join(', ')
}
