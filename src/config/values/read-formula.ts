import { partOf, remember, report } from '#config/context'
import type { Context, Fault } from '#config/context'
import { say } from '#config/messages/say'
import { didYouMean } from '#config/names/did-you-mean'
import { suggest } from '#domain/deals/suggest'
import { scalarOf } from '#config/yaml/tree'
import type { Entry, ScalarNode } from '#config/yaml/tree'
import { checkFormula, formulaFunctions } from '#domain/formula/formula-rules'
import type { FieldTypes } from '#domain/formula/formula-rules'
import type { Field, FieldType } from '#schemas/model'

/** Checks the formula of a declared field against the other fields and keeps it with what it reads. */
export function readFormula(context: Context, entry: Entry, types: FieldTypes): void {
  if (entry.value.kind !== 'map') return
  const node = scalarOf(entry.value, 'formula')
  const field = context.fields.get(entry.key)
  if (node === undefined || field === undefined || field.builtIn || context.untyped.has(field.id)) return
  const checked = checkFormula(node.text, types, resultOf(field))
  if (!checked.ok && isUnsure(context, node.text)) return
  if (!checked.ok) {
    const names = checked.code === 'unknown-field' ? [...context.fields.keys()] : formulaFunctions
    const guess = checked.name === undefined ? undefined : suggest(checked.name, names)
    const fault: Fault = {
      code: checked.code === 'unknown-field' ? 'unknown-field' : 'bad-formula',
      message: say('formula', { says: checked.says }),
      from: checked.offset,
      to: checked.offset + checked.length,
      help: say('formula-example'),
      ...didYouMean(guess),
    }
    report(context, partOf(node, fault), fault)
    return
  }
  context.fields.set(field.id, remember(context, { ...field, formula: node.text, reads: checked.reads }, entry.value))
  reportCircle(context, node, field.id)
}

/** A field of unknown type cannot be judged in a formula. */
function isUnsure(context: Context, formula: string): boolean {
  return context.hasUnreadFields || [...context.untyped].some((id) => formula.includes(id))
}

/** The types of all fields, which formulas are checked against. */
export function typesOf(context: Context): FieldTypes {
  return Object.fromEntries([...context.fields.values()].map(({ id, type }) => [id, type]))
}

// A choice or a file cannot be computed; that is said about the key itself.
function resultOf(field: Field): FieldType | undefined {
  return field.type === 'choice' || field.type === 'file' ? undefined : field.type
}

function reportCircle(context: Context, node: ScalarNode, id: string): void {
  const seen = new Set<string>()
  const waiting = [...(context.fields.get(id)?.reads ?? [])]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (next === id) {
      const message = say('formula-circle', { field: id })
      report(context, node, { code: 'bad-formula', message, help: say('compute-from-filled') })
      return
    }
    if (seen.has(next)) continue
    seen.add(next)
    waiting.push(...(context.fields.get(next)?.reads ?? []))
  }
}
