import { digitsOf } from '#domain/kernel/currency'
import type { Field, FieldType, FieldValue, Model } from '#schemas/model'
import { isEmpty } from './condition'
import type { CompiledFormula, compileFormula } from './formula-rules'
import { withoutNoise } from './formula-table'
import type { FormulaValue } from './formula-table'

type Fields = Model['fields']
type FieldValues = Readonly<Record<string, FieldValue>>
type Computed = { readonly field: Field; readonly formula: CompiledFormula }

const KEPT_FORMULAS = 500
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
 * by zero. Money is minor units of the currency in and out; inside a formula it is whole currency units, as the analyst
 * writes it.
 */
export function withComputed(fields: Fields, values: FieldValues, currency: string): Record<string, FieldValue> {
  const known: Record<string, FieldValue> = { ...values }
  const program = programOf(fields)
  if (program.length === 0) return known
  const digits = digitsOf(currency)
  const read: Record<string, FieldValue> = digits === written ? known : { ...asWritten(fields, values, currency) }
  for (const { field, formula } of program) {
    const canRun = formula.reads.every((id) => !isEmpty(known[id]))
    known[field.id] = canRun ? stored(field, formula.run(read), digits) : null
    if (read !== known) read[field.id] = moneyAsWritten(field, known[field.id] ?? null, digits)
  }
  return known
}

/** Digits behind the dot in which the file is read: a sum in it has no currency, and `1 250.50` is 125 050 hundredths. */
const written = 2

/**
 * The values with their sums as the file is read, in hundredths of a unit, whatever the minor unit of the currency is:
 * conditions and bounds compare 100 000 yen with what the file has as `100 000`.
 */
export function asWritten(fields: Fields, values: FieldValues, currency: string): FieldValues {
  const digits = digitsOf(currency)
  if (digits === written) return values
  const all = Object.entries(values)
  return Object.fromEntries(all.map(([id, value]) => [id, moneyAsWritten(fields[id], value, digits)]))
}

/** A sum of the file in minor units of a currency; of one with fewer digits it is rounded. */
export function minorOfWritten(hundredths: number, currency: string): number {
  return Math.round(hundredths * 10 ** (digitsOf(currency) - written))
}

function moneyAsWritten(field: Pick<Field, 'type'> | undefined, value: FieldValue, digits: number): FieldValue {
  return field?.type === 'money' && typeof value === 'number' ? value * 10 ** (written - digits) : value
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

function stored({ type }: Pick<Field, 'type'>, value: FormulaValue, digits: number): FieldValue {
  if (typeof value !== 'number') return value
  if (type !== 'money') return withoutNoise(value)
  // Half a kopeck goes away from zero, as on an invoice.
  const minor = Math.sign(value) * Math.round(Number(Math.abs(value * 10 ** digits).toFixed(6))) + 0
  return Number.isSafeInteger(minor) ? minor : null
}
