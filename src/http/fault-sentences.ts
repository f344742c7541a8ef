import type { ErrorObject, known as knownNames } from '#generated/validators'
import type { Fault } from '#schemas/problem'
import type { ShapeName } from '#schemas/shapes'

/** What was checked: a value of a shape, sent as the body or as the query. */
export type Checked = {
  readonly shape: ShapeName
  readonly value: unknown
  readonly where: 'body' | 'query'
  /** The names that objects of the shapes may have. */
  readonly known: typeof knownNames
}

/** More faults than this are not told: a body with so many is of another kind altogether. */
const mostFaults = 100

/** How each pattern of a request shape reads. A test compares it with the shapes. */
export const patternWords: Readonly<Record<string, string>> = {
  '^[A-Z]{3}$': 'three capital letters such as RUB',
  '^[a-z][a-z0-9_]{0,63}$': 'small letters, digits and _, with a letter first',
  '^[a-z][a-z0-9_.-]{0,63}$': 'small letters, digits, _ . and -, with a letter first, at most 64',
  '^\\d{4}-(0[1-9]|1[0-2])$': 'a month such as 2026-11',
  '^-?\\d{1,20}$': 'the number of a chat such as 123456789',
  '^\\d{1,12}(\\.\\d{1,10})?$': 'a decimal such as 92.50, written as text',
}

/** All faults of a body or a query as sentences that name the wrong value and say what to send instead. */
export function faultSentences(errors: readonly ErrorObject[], checked: Checked): readonly Fault[] {
  const told = new Set<string>()
  const faults: Fault[] = []
  for (const error of errors) {
    const fault = faultOf(error, checked)
    const key = `${fault.pointer} ${fault.detail}`
    if (!told.has(key)) faults.push(fault)
    told.add(key)
    if (faults.length >= mostFaults) break
  }
  return faults
}

function faultOf(error: ErrorObject, checked: Checked): Fault {
  const { where } = checked
  const missing = error.params['missingProperty'] ?? error.params['additionalProperty']
  const path = typeof missing === 'string' ? `${error.instancePath}/${escaped(missing)}` : error.instancePath
  const name = nameOf(path, where)
  return { in: where, pointer: where === 'query' ? name : path, detail: sentence(error, name, checked) }
}

function sentence(error: ErrorObject, name: string, checked: Checked): string {
  const { params, keyword } = error
  const { where } = checked
  const data = valueAt(checked.value, error.instancePath)
  const sent = `you sent ${shown(data)}`
  const limit = String(params['limit'])
  switch (keyword) {
    case 'required':
      return `${name} is missing.`
    case 'additionalProperties':
      return unknownProperty(error, name, checked)
    case 'type':
      return Array.isArray(data) && where === 'query'
        ? `${name} may be given once only.`
        : `${name} must be ${kinds(params['type'])}, ${sent}.`
    case 'enum':
      return `${name} must be one of ${listed(params['allowedValues'])}, ${sent}.`
    case 'const':
      return `${name} must be ${shown(params['allowedValue'])}, ${sent}.`
    case 'minLength':
      return limit === '1' ? `${name} must not be empty.` : `${name} must have at least ${limit} characters.`
    case 'maxLength':
      return `${name} may have at most ${limit} characters, it has ${Array.from(String(data)).length}.`
    case 'minimum':
      return `${name} must be at least ${limit}, ${sent}.`
    case 'maximum':
      return `${name} must be at most ${limit}, ${sent}.`
    case 'pattern':
      return `${name} must be ${patternWords[String(params['pattern'])] ?? 'written another way'}, ${sent}.`
    case 'format':
      return `${name} must be ${formatWords(params['format'])}, ${sent}.`
    default:
      return countSentence(keyword, name, limit) ?? `${name} cannot be read, ${sent}.`
  }
}

function countSentence(keyword: string, name: string, limit: string): string | undefined {
  if (keyword === 'minItems') return `${name} must have at least ${limit} ${limit === '1' ? 'entry' : 'entries'}.`
  if (keyword === 'maxItems') return `${name} may have at most ${limit} entries.`
  if (keyword === 'maxProperties') return `${name} may have at most ${limit} properties.`
  return undefined
}

function unknownProperty(error: ErrorObject, name: string, { shape, where, known }: Checked): string {
  const names = known[`${shape}${error.instancePath.replaceAll(/\/\d+(?=\/|$)/g, '/*')}`] ?? []
  if (typeof names === 'string') return `${name} is no id: an id has ${patternWords[names] ?? 'another form'}.`
  const thing = where === 'query' ? 'parameter' : 'property'
  return `There is no ${thing} ${name}. There are: ${names.join(', ')}.`
}

function valueAt(value: unknown, path: string): unknown {
  return partsOf(path).reduce((at, part) => (at as Readonly<Record<string, unknown>> | undefined)?.[part], value)
}

function partsOf(path: string): readonly string[] {
  return path
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
}

function nameOf(path: string, where: 'body' | 'query'): string {
  const names = partsOf(path)
  if (names.length === 0) return where === 'query' ? 'The query' : 'The body'
  return names.map((part) => (part.length > 60 ? `${part.slice(0, 60)}…` : part)).join('.')
}

function escaped(name: string): string {
  return name.replaceAll('~', '~0').replaceAll('/', '~1')
}

function shown(value: unknown): string {
  if (value === undefined) return 'nothing'
  if (Array.isArray(value)) return 'a list'
  if (typeof value === 'object' && value !== null) return 'an object'
  const text = typeof value === 'string' ? `“${value}”` : JSON.stringify(value)
  return text.length > 80 ? `${text.slice(0, 80)}…` : text
}

const kindWords: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  integer: 'a whole number',
  boolean: 'true or false',
  object: 'an object',
  array: 'a list',
  null: 'null',
}

function kinds(type: unknown): string {
  const list = Array.isArray(type) ? type : [type]
  return list.map((one) => kindWords[String(one)] ?? String(one)).join(' or ')
}

function listed(values: unknown): string {
  return Array.isArray(values) ? values.map((value) => (value === null ? 'null' : String(value))).join(', ') : ''
}

function formatWords(format: unknown): string {
  return format === 'date' ? 'a day such as 2026-11-23' : 'a moment such as 2026-11-23T09:00:00.000Z'
}
