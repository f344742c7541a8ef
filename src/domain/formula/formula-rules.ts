import { Environment } from '@marcbachmann/cel-js'
import type { ASTNode } from '@marcbachmann/cel-js'

import type { FieldType, FieldValue } from '#schemas/model'
import { faultOfParser, FormulaFault } from './formula-fault'
import type { FormulaFaultCode } from './formula-fault'
import type { FormulaSays } from './formula-says'
import { functions, operators, textMethods } from './formula-table'
import type { FormulaKind, FormulaValue, Overload } from './formula-table'

/** Importing this file loads the CEL parser (some 25 ms). `formula.ts` does so only for a model that has formulas. */

/** The types of the fields a formula may read, by field id. */
export type FieldTypes = Readonly<Record<string, FieldType>>

/** What checking a formula says; `offset` and `length` count characters of the formula's text. */
export type FormulaCheck =
  | { readonly ok: true; readonly reads: readonly string[]; readonly kind: FormulaKind }
  | {
      readonly ok: false
      readonly code: FormulaFaultCode
      readonly message: string
      readonly says: FormulaSays
      readonly offset: number
      readonly length: number
      /** The unknown name, for `unknown-field` and `unknown-function`. */
      readonly name?: string
    }

/**
 * A formula ready to run: its value over field values (money in hundredths, as the file is read), `null` where it cannot be
 * worked out.
 */
export type CompiledFormula = {
  readonly reads: readonly string[]
  readonly kind: FormulaKind
  readonly run: (values: Readonly<Record<string, FieldValue>>) => FormulaValue
  /** What it divides by that is 0 with these values, as its text has it, each once. */
  readonly zeros: (values: Readonly<Record<string, FieldValue>>) => readonly string[]
}

/** The longest formula, in characters. */
export const LONGEST_FORMULA = 1000

/** The most parts (names, numbers, operators) a formula may have, and the deepest it may nest. */
export const formulaLimits = { maxAstNodes: 200, maxDepth: 30 } as const

/** The names that a formula may call, in the order in which they are offered. */
export const formulaFunctions: readonly string[] = [...Object.keys(functions), ...Object.keys(textMethods)]

/** Gives the kind that a field of a type has inside a formula. */
export function kindOf(type: FieldType): FormulaKind {
  switch (type) {
    case 'number':
    case 'money':
    case 'percent':
      return 'number'
    case 'text':
    case 'choice':
    case 'person':
    case 'link':
    case 'file':
      return 'text'
    case 'yes_no':
      return 'yes_no'
    case 'date':
      return 'date'
    case 'date_time':
      return 'moment'
  }
}

/** Checks a formula against the allow-list and the types of the fields, and its result against the computed field's own. */
export function checkFormula(text: string, fieldTypes: FieldTypes, result?: FieldType): FormulaCheck {
  try {
    const { reads, kind } = compileFormula(text, fieldTypes, result)
    return { ok: true, reads, kind }
  } catch (error) {
    if (!(error instanceof FormulaFault)) throw error
    const { code, message, says, offset, length, unknown } = error
    return { ok: false, code, message, says, offset, length, ...(unknown === undefined ? {} : { name: unknown }) }
  }
}

/** Makes a formula ready to run; throws a `FormulaFault` where `checkFormula` would name one. */
export function compileFormula(text: string, fieldTypes: FieldTypes, result?: FieldType): CompiledFormula {
  if (text.length > LONGEST_FORMULA) {
    const says = { is: 'too-long', length: text.length, most: LONGEST_FORMULA } as const
    throw new FormulaFault('formula-too-long', says, { start: 0, end: text.length })
  }
  const node = parsed(text)
  const reads = new Set<string>()
  const divisors: Divisor[] = []
  const { kind, run } = compile(node, { text, fieldTypes, reads, divisors })
  requireResult(kind, result, node)
  return { reads: [...reads], kind, run, zeros: (values) => zerosOf(divisors, values) }
}

type Scope = {
  readonly text: string
  readonly fieldTypes: FieldTypes
  readonly reads: Set<string>
  readonly divisors: Divisor[]
}

/** What is divided by somewhere in a formula, with its text. */
type Divisor = { readonly source: string; readonly run: Part['run'] }

function zerosOf(divisors: readonly Divisor[], values: Readonly<Record<string, FieldValue>>): readonly string[] {
  return [...new Set(divisors.flatMap(({ source, run }) => (run(values) === 0 ? [source] : [])))]
}

type Part = Pick<CompiledFormula, 'kind' | 'run'>

const parser = new Environment({ limits: formulaLimits })

const MINOR_PER_UNIT = 100

function parsed(text: string): ASTNode {
  try {
    return parser.parse(text).ast
  } catch (error) {
    throw faultOfParser(text, error)
  }
}

function requireResult(kind: FormulaKind, result: FieldType | undefined, node: ASTNode): void {
  if (result === undefined) return
  if (result === 'choice' || result === 'file' || result === 'person' || result === 'link') {
    throw new FormulaFault('wrong-type', { is: 'not-computable', type: result }, node)
  }
  if (kind === kindOf(result)) return
  throw new FormulaFault('wrong-type', { is: 'gives', kind, type: result }, node)
}

function compile(node: ASTNode, scope: Scope): Part {
  switch (node.op) {
    case 'value':
      return literal(node.args, node)
    case 'id':
      return field(node.args, node, scope)
    case '&&':
    case '||':
      return lazy(node.op === '||', yesNo(node.args[0], scope), yesNo(node.args[1], scope))
    case '?:':
      return choice(node, scope)
    case 'in':
      return membership(node, scope)
    case '!_':
    case '-_':
      return applied(overloadsOf(operators, node.op), [node.args], node, scope)
    case 'call':
      return applied(overloadsOf(functions, node.args[0]), node.args[1], node, scope)
    case 'rcall':
      return applied(overloadsOf(textMethods, node.args[0]), [node.args[1], ...node.args[2]], node, scope)
    case '+':
    case '-':
    case '*':
    case '/':
    case '%':
    case '==':
    case '!=':
    case '<':
    case '<=':
    case '>':
    case '>=':
      return applied(overloadsOf(operators, node.op), node.args, node, scope)
    default:
      throw notAllowed(node, scope)
  }
}

function literal(value: unknown, node: ASTNode): Part {
  if (typeof value === 'bigint') return { kind: 'number', run: () => Number(value) }
  if (typeof value === 'number') return { kind: 'number', run: () => value }
  if (typeof value === 'string') return { kind: 'text', run: () => value }
  if (typeof value === 'boolean') return { kind: 'yes_no', run: () => value }
  throw new FormulaFault('not-allowed', { is: 'literal' }, node)
}

function field(id: string, node: ASTNode, { fieldTypes, reads }: Scope): Part {
  const type = Object.hasOwn(fieldTypes, id) ? fieldTypes[id] : undefined
  if (type === undefined) throw new FormulaFault('unknown-field', { is: 'unknown-field', field: id }, node, id)
  reads.add(id)
  const kind = kindOf(type)
  // The analyst writes roubles, not kopecks: `amount > 1000` means a thousand roubles.
  if (type === 'money') return { kind, run: (values) => Number(values[id]) / MINOR_PER_UNIT }
  return { kind, run: (values) => values[id] ?? null }
}

function yesNo(node: ASTNode, scope: Scope): Part {
  const part = compile(node, scope)
  if (part.kind === 'yes_no') return part
  throw new FormulaFault('wrong-type', { is: 'not-yes-no', source: sourceOf(node, scope), kind: part.kind }, node)
}

function lazy(decisive: boolean, left: Part, right: Part): Part {
  return {
    kind: 'yes_no',
    run: (values) => {
      const first = left.run(values)
      return first === null || first === decisive ? first : right.run(values)
    },
  }
}

function choice(node: Extract<ASTNode, { readonly op: '?:' }>, scope: Scope): Part {
  const condition = yesNo(node.args[0], scope)
  const whenYes = compile(node.args[1], scope)
  const whenNo = compile(node.args[2], scope)
  if (whenYes.kind !== whenNo.kind) {
    throw new FormulaFault('wrong-type', { is: 'two-kinds', yes: whenYes.kind, no: whenNo.kind }, node)
  }
  const run: Part['run'] = (values) => {
    const answer = condition.run(values)
    if (answer === null) return null
    return answer === true ? whenYes.run(values) : whenNo.run(values)
  }
  return { kind: whenYes.kind, run }
}

function membership(node: Extract<ASTNode, { readonly op: 'in' }>, scope: Scope): Part {
  const [left, list] = node.args
  if (list.op !== 'list') {
    throw new FormulaFault('not-allowed', { is: 'in-list' }, list)
  }
  const tests = list.args.map((item) => applied(overloadsOf(operators, '=='), [left, item], item, scope))
  const run: Part['run'] = (values) => {
    const answers = tests.map((test) => test.run(values))
    return answers.includes(null) ? null : answers.includes(true)
  }
  return { kind: 'yes_no', run }
}

function overloadsOf(table: Readonly<Record<string, readonly Overload[]>>, name: string): readonly Overload[] {
  return Object.hasOwn(table, name) ? (table[name] ?? []) : []
}

function applied(overloads: readonly Overload[], operands: readonly ASTNode[], node: ASTNode, scope: Scope): Part {
  if (overloads.length === 0) throw notAllowed(node, scope)
  const parts = operands.map((operand) => compile(operand, scope))
  const kinds = parts.map(({ kind }) => kind)
  const fitting = overloads.find(({ takes }) => takes.join() === kinds.join())
  if (fitting === undefined) {
    const wanted = overloads.map(({ takes }) => takes)
    throw new FormulaFault('wrong-type', { is: 'operands', source: sourceOf(node, scope), given: kinds, wanted }, node)
  }
  const [, divisor] = node.op === '/' || node.op === '%' ? operands : []
  const value = parts[1]
  if (divisor !== undefined && value !== undefined) {
    scope.divisors.push({ source: sourceOf(divisor, scope), run: value.run })
  }
  const run: Part['run'] = (values) => {
    const args = parts.map((part) => part.run(values))
    return args.includes(null) ? null : fitting.run(args)
  }
  return { kind: fitting.gives, run }
}

function notAllowed(node: ASTNode, scope: Scope): FormulaFault {
  const isCall = node.op === 'call' || node.op === 'rcall'
  if (isCall) {
    const [name] = node.args
    const says = { is: 'cannot-call', name, functions: formulaFunctions } as const
    return new FormulaFault('unknown-function', says, node, name)
  }
  const says = { is: 'cannot-hold', source: sourceOf(node, scope), functions: formulaFunctions } as const
  return new FormulaFault('not-allowed', says, node)
}

function sourceOf(node: ASTNode, { text }: Scope): string {
  return text.slice(node.start, node.end)
}
