import type { DocumentKind, Model, Stage } from '#schemas/model'
import type { Use } from './check-template'

/** Values that a template prints and that neither `needs` nor a gate before asks to be filled. */
export function notFilledBefore(kind: DocumentKind, uses: readonly Use[], model: Model): readonly string[] {
  const asked = new Set(kind.needs)
  const everywhere = Object.values(model.pipelines).map(({ stages }) => filledBefore(kind, stages))
  const filled = new Set([...(everywhere[0] ?? [])].filter((name) => everywhere.every((one) => one.has(name))))
  const names = uses.flatMap(({ name, isGuarded }) => (isGuarded || !isOfPeople(name, model) ? [] : [name]))
  return [...new Set(names)].filter((name) => !asked.has(name) && !filled.has(name))
}

/** Whether people fill it in: fields of the deal that are not computed, and what is known of clients. */
function isOfPeople(name: string, { fields }: Model): boolean {
  if (name.startsWith('client.')) return name !== 'client.name'
  const field = Object.hasOwn(fields, name) ? fields[name] : undefined
  return field !== undefined && field.formula === undefined
}

/** What gates have asked for before a direction comes to the stage that makes it; where none does, before its last stage. */
function filledBefore(kind: DocumentKind, stages: readonly Stage[]): ReadonlySet<string> {
  const makes = stages.findIndex(({ make }) => make?.some(({ document }) => document === kind.id) === true)
  const before = makes === -1 ? stages.slice(0, -1) : stages.slice(0, makes)
  return new Set(before.flatMap(({ gate }) => gate?.filled ?? []))
}
