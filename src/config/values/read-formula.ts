import { partOf, remember, report, reportIn } from '#config/context'
import type { Context, Fault } from '#config/context'
import { say } from '#config/messages/say'
import type { Phrase } from '#config/messages/say'
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
    const better = mended(node.text, types, resultOf(field))
    const fault: Fault = {
      code: checked.code === 'unknown-field' ? 'unknown-field' : 'bad-formula',
      message: foreignSign(node.text) ?? say('formula', { says: checked.says }),
      from: checked.offset,
      to: checked.offset + checked.length,
      help: better ?? say('formula-example'),
      ...didYouMean(guess),
    }
    report(context, better === undefined ? partOf(node, fault) : node, fault)
    return
  }
  const zero = /\/\s*0+(?:\.0+)?(?![\d.])/.exec(node.text)
  if (zero !== null) {
    const at = { from: zero.index, to: zero.index + zero[0].length }
    reportIn(context, node, {
      code: 'bad-formula',
      message: say('divides-by-zero'),
      help: say('divide-otherwise'),
      ...at,
    })
  }
  context.fields.set(field.id, remember(context, { ...field, formula: node.text, reads: checked.reads }, entry.value))
  reportCircle(context, node, field.id)
}

/** What only a spreadsheet writes is named as that, and not by what it would mean here. */
function foreignSign(formula: string): Phrase | undefined {
  if (/^\s*=(?!=)/.test(formula)) return say('formula-begins')
  return /\d%\s*(?:$|[)*+-])/.test(formula) ? say('formula-percent') : undefined
}

/** The formula without what only a spreadsheet or a pen writes, where it is good then. */
function mended(formula: string, types: FieldTypes, result: FieldType | undefined): Phrase | undefined {
  const text = formula
    .replace(/^\s*=\s*/, '')
    .replaceAll(/(\d)%/g, '$1')
    .replaceAll(/(\d),(?=\d)/g, '$1.')
    .replaceAll(/[×·]/g, '*')
    .replaceAll(/[÷:]/g, '/')
  return text !== formula && checkFormula(text, types, result).ok ? say('write', { text }) : undefined
}

/** A field of unknown type cannot be judged in a formula. */
function isUnsure(context: Context, formula: string): boolean {
  return context.hasUnreadFields || [...context.untyped].some((id) => formula.includes(id))
}

/** The types of all fields, which formulas are checked against. */
export function typesOf(context: Context): FieldTypes {
  return Object.fromEntries([...context.fields.values()].map(({ id, type }) => [id, type]))
}

// A choice, a person, a link or a file cannot be computed; that is said about the key itself.
function resultOf({ type }: Field): FieldType | undefined {
  return type === 'choice' || type === 'file' || type === 'person' || type === 'link' ? undefined : type
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
