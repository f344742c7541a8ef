import { oddSignIn, readable } from '#domain/kernel/text'
import type { ErrorObject, known as knownNames } from '#generated/validators'
import type { Fault } from '#schemas/problem'
import type { ShapeName } from '#schemas/shapes'

import type { FaultWords, KnownPattern } from './fault-words'

/** What was checked: a value of a shape, sent as the body or as the query. */
export type Checked = {
  readonly shape: ShapeName
  readonly value: unknown
  readonly where: 'body' | 'query'
  /** The names that objects of the shapes may have. */
  readonly known: typeof knownNames
  /** The language of whoever is told. */
  readonly words: FaultWords
}

/** More faults than this are not told: a body with so many is of another kind altogether. */
const mostFaults = 100

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
  const name = nameOf(path, checked)
  return { in: where, pointer: where === 'query' ? name : path, detail: sentence(error, name, checked) }
}

function sentence(error: ErrorObject, name: string, checked: Checked): string {
  const { params, keyword } = error
  const { words } = checked
  const data = valueAt(checked.value, error.instancePath)
  const sent = shown(data, words)
  const limit = String(params['limit'])
  switch (keyword) {
    case 'required':
      return words.missing(name)
    case 'additionalProperties':
      return unknownProperty(error, name, checked)
    case 'type':
      return Array.isArray(data) && checked.where === 'query'
        ? words.onlyOnce(name)
        : words.must(name, kinds(params['type'], words), sent)
    case 'enum':
      return words.oneOf(name, listed(params['allowedValues']), sent)
    case 'const':
      return words.must(name, shown(params['allowedValue'], words), sent)
    case 'pattern':
      return words.must(name, patternOf(params['pattern'], words) ?? words.otherPattern, sent)
    case 'format':
      return formatSentence(String(params['format']), name, { data, sent, words })
    case 'minimum':
      return words.atLeast(name, limit, sent)
    case 'exclusiveMinimum':
      return words.moreThan(name, limit, sent)
    case 'uniqueItems':
      return words.twice(name, shown(Array.isArray(data) ? data[Number(params['i'])] : data, words))
    case 'maximum':
      return words.atMost(name, limit, sent)
    default:
      return countSentence(keyword, name, { limit, data, words }) ?? words.unreadable(name, sent)
  }
}

type Formatted = { readonly data: unknown; readonly sent: string; readonly words: FaultWords }

function formatSentence(format: string, name: string, { data, sent, words }: Formatted): string {
  const sign = format === 'line' || format === 'prose' ? oddSignIn(String(data), format) : undefined
  if (sign !== undefined) return words.oddSign(name, sign)
  return words.must(name, format === 'date' ? words.day : words.moment, sent)
}

type Counted = { readonly limit: string; readonly data: unknown; readonly words: FaultWords }

function countSentence(keyword: string, name: string, { limit, data, words }: Counted): string | undefined {
  if (keyword === 'minLength') return limit === '1' ? words.empty(name) : words.tooShort(name, limit)
  if (keyword === 'maxLength') return words.tooLong(name, limit, Array.from(String(data)).length)
  if (keyword === 'minItems') return words.tooFewEntries(name, limit)
  if (keyword === 'maxItems') return words.tooManyEntries(name, limit)
  if (keyword === 'maxProperties') return words.tooManyProperties(name, limit)
  return undefined
}

function unknownProperty(error: ErrorObject, name: string, { shape, where, known, words }: Checked): string {
  const names = known[`${shape}${error.instancePath.replaceAll(/\/\d+(?=\/|$)/g, '/*')}`] ?? []
  if (typeof names === 'string') return words.noId(name, patternOf(names, words) ?? words.otherId)
  return words.unknown(name, where, names.join(', '))
}

function patternOf(pattern: unknown, { patterns }: FaultWords): string | undefined {
  return Object.hasOwn(patterns, String(pattern)) ? patterns[pattern as KnownPattern] : undefined
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

function nameOf(path: string, { where, words }: Checked): string {
  const names = partsOf(path)
  if (names.length === 0) return words[where]
  return names.map((part) => (part.length > 60 ? `${part.slice(0, 60)}…` : part)).join('.')
}

function escaped(name: string): string {
  return name.replaceAll('~', '~0').replaceAll('/', '~1')
}

function shown(value: unknown, words: FaultWords): string {
  if (value === undefined) return words.nothing
  if (Array.isArray(value)) return words.list
  if (typeof value === 'object' && value !== null) return words.object
  const text = typeof value === 'string' ? words.quoted(readable(value)) : JSON.stringify(value)
  return text.length > 80 ? `${text.slice(0, 80)}…` : text
}

function kinds(type: unknown, words: FaultWords): string {
  const list = Array.isArray(type) ? type : [type]
  return list.map((one) => words.kinds[String(one)] ?? String(one)).join(words.or)
}

function listed(values: unknown): string {
  return Array.isArray(values) ? values.map((value) => (value === null ? 'null' : String(value))).join(', ') : ''
}
