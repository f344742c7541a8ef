import type { Field, FieldType, FieldValue, Model } from '#schemas/model'
import { isEmpty } from './condition'
import type { CompiledFormula, compileFormula } from './formula-rules'
import { withoutNoise } from './formula-table'
import type { FormulaValue } from './formula-table'

type Fields = Model['fields']
type FieldValues = Readonly<Record<string, FieldValue>>
type Computed = { readonly field: Field; readonly formula: CompiledFormula }

const KEPT_FORMULAS = 500
const MINOR_PER_UNIT = 100

/** The CEL parser costs some 25 ms to load, so it is loaded by `prepareFormulas` only, for a model that has formulas. */
let compiler: typeof compileFormula | undefined

const compiled = new Map<string, CompiledFormula>()
const programs = new WeakMap<Fields, readonly Computed[]>()

/** Makes the formulas of a model ready, so that `withComputed` can be called; at once where there are none. */
export async function prepareFormulas(model: Pick<Model, 'fields'>): Promise<void> {
  if (!hasFormulas(model.fields)) return
  if (compiler === undefined) compiler = (await import('./formula-rules')).compileFormula
  programOf(model.fields)
}

/**
 * Gives the values with every computed field worked out anew. It is empty where a field it reads is empty or it divides
 * by zero. Money is minor units in and out; inside a formula it is whole currency units, as the analyst writes it.
 */
export function withComputed(fields: Fields, values: FieldValues): Record<string, FieldValue> {
  const known: Record<string, FieldValue> = { ...values }
  for (const { field, formula } of programOf(fields)) {
    const canRun = formula.reads.every((id) => !isEmpty(known[id]))
    known[field.id] = canRun ? stored(field.type, formula.run(known)) : null
  }
  return known
}

/** What the formula of a field divides by that is 0 with these values, as the formula has it, each once. */
export function zerosDividedBy(fields: Fields, field: Field, values: FieldValues): readonly string[] {
  const formula = programOf(fields).find((one) => one.field.id === field.id)?.formula
  return formula?.zeros(values) ?? []
}

/**
 * Puts computed fields in the order in which they can be worked out, given what each of them reads;
 * where they read each other in a circle, gives that circle instead.
 */
export function formulaOrder(
  reads: Readonly<Record<string, readonly string[]>>,
): { readonly order: readonly string[] } | { readonly circle: readonly string[] } {
  const order = new Set<string>()
  const visit = (id: string, path: readonly string[]): readonly string[] | null => {
    const read = Object.hasOwn(reads, id) ? reads[id] : undefined
    if (read === undefined || order.has(id)) return null
    if (path.includes(id)) return path.slice(path.indexOf(id))
    for (const next of read) {
      const circle = visit(next, [...path, id])
      if (circle !== null) return circle
    }
    order.add(id)
    return null
  }
  for (const id of Object.keys(reads)) {
    const circle = visit(id, [])
    if (circle !== null) return { circle }
  }
  return { order: [...order] }
}

function hasFormulas(fields: Fields): boolean {
  return Object.values(fields).some(({ formula }) => formula !== undefined)
}

function programOf(fields: Fields): readonly Computed[] {
  const kept = programs.get(fields)
  if (kept !== undefined) return kept
  const made = hasFormulas(fields) ? inOrder(fields) : []
  programs.set(fields, made)
  return made
}

function inOrder(fields: Fields): readonly Computed[] {
  const types = Object.fromEntries(Object.values(fields).map(({ id, type }) => [id, type]))
  const formulas = new Map<string, CompiledFormula>()
  for (const { id, formula, type } of Object.values(fields)) {
    if (formula !== undefined) formulas.set(id, compiledOnce(formula, type, types))
  }
  const sorted = formulaOrder(Object.fromEntries([...formulas].map(([id, { reads }]) => [id, reads])))
  if ('circle' in sorted) {
    throw new Error(`The computed fields ${sorted.circle.join(', ')} read each other in a circle. Take one out of it.`)
  }
  return sorted.order.flatMap((id) => {
    const field = fields[id]
    const formula = formulas.get(id)
    return field === undefined || formula === undefined ? [] : [{ field, formula }]
  })
}

function compiledOnce(text: string, result: FieldType, types: Readonly<Record<string, FieldType>>): CompiledFormula {
  if (compiler === undefined)
    throw new Error('Formulas are not ready. Call prepareFormulas(model) where a model is loaded.')
  const named = (text.match(/[a-z][a-z0-9_]*/g) ?? []).map((id) => [id, types[id] ?? null])
  const key = JSON.stringify([text, result, named])
  const kept = compiled.get(key)
  if (kept !== undefined) return kept
  if (compiled.size >= KEPT_FORMULAS) compiled.clear()
  const made = compiler(text, types, result)
  compiled.set(key, made)
  return made
}

function stored(type: FieldType, value: FormulaValue): FieldValue {
  if (typeof value !== 'number') return value
  if (type !== 'money') return withoutNoise(value)
  // Half a kopeck goes away from zero, as on an invoice.
  const minor = Math.sign(value) * Math.round(Number(Math.abs(value * MINOR_PER_UNIT).toFixed(6))) + 0
  return Number.isSafeInteger(minor) ? minor : null
}
