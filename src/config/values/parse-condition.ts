import type { Fault } from '#config/context'
import { say } from '#config/messages/say'
import { didYouMeanOf } from '#config/names/did-you-mean'
import { inTail, isMeasured, parseOther, parseWithin, type Others } from './compared-field'
import { comparedWithDay, endsOfDay, parseMoment } from './moments'
import { asPercent, isDay, parseMoney, parseNumber, parsePercent } from './parse-value'
import { bothEnds, comparisonOtherwise, isQuoted, type Parses } from './condition-otherwise'
import { helpFor, isOnlyFilled, repaired, sample } from './value-help'
import { suggest } from '#domain/deals/suggest'
import { plainly, unseen } from '#config/names/unseen'
import type { Field, FieldValue, Test } from '#schemas/model'

/** One line of a condition, or why it cannot be one. */
export type ParsedTest = { readonly test: Test } | { readonly fault: Fault }

/** A value of a field, or why it cannot be one. */
export type ParsedValue = { readonly value: FieldValue } | { readonly fault: Fault }

const comparisons = {
  'at least': 'at_least',
  'at most': 'at_most',
  'more than': 'more_than',
  'less than': 'less_than',
  after: 'more_than',
  before: 'less_than',
} as const

const comparison = /^(at least|at most|more than|less than)\s+(.+)$/
const dateComparison = /^(at least|at most|more than|less than|after|before)\s+(.+)$/

const signs: Readonly<Record<string, keyof typeof comparisons>> = {
  '>=': 'at least',
  '=<': 'at most',
  '≥': 'at least',
  '=>': 'at least',
  '<=': 'at most',
  '≤': 'at most',
  '>': 'more than',
  '<': 'less than',
}

/** Reads what stands after the colon of a condition's line, for a field of this type; `others` are what it may be compared with. */
export function parseTest(field: Field, text: string, others: Others = new Map()): ParsedTest {
  const trimmed = text.trim()
  if (trimmed === 'filled' || trimmed === 'empty') return { test: { field: field.id, op: trimmed } }
  const not = /^not\s+(.+)$/.exec(trimmed)
  if (not?.[1] !== undefined && !/^(?:more|less|over|under) /.test(not[1])) return parseNot(field, text, not[1])
  const twoEnds = bothEnds(field, trimmed, parses(field))
  if (twoEnds !== undefined) return { fault: twoEnds }
  const between = /^between\s+(.+?)\s+and\s+(.+)$/.exec(trimmed)
  if (between?.[1] !== undefined && between[2] !== undefined) return parseBetween(field, text, [between[1], between[2]])
  const isOfTime = field.type === 'date' || field.type === 'date_time'
  const pattern = isOfTime ? dateComparison : comparison
  const compared = pattern.exec(trimmed)
  if (compared?.[1] !== undefined && compared[2] !== undefined && !isQuoted(compared[2]))
    return parseComparison(field, text, [compared[1], compared[2]], others)
  const length = isOfTime ? /^within\s+(.+)$/.exec(trimmed)?.[1] : undefined
  if (length !== undefined) return parseWithin(field, text, length)
  const sign = /^(>=|=>|<=|=<|[<>≥≤])\s*(.+)$/.exec(trimmed)
  if (sign?.[1] !== undefined && sign[2] !== undefined) return signFault(text, sign[1], sign[2])
  const otherwise = comparisonOtherwise(field, trimmed, parses(field))
  if (otherwise !== undefined) return { fault: otherwise }
  if (field.type === 'date_time' && isDay(trimmed)) return parseBetween(field, text, [trimmed, trimmed])
  const parsed = parseFieldValue(field, trimmed)
  if ('fault' in parsed) return { fault: within(text, trimmed, parsed.fault) }
  return { test: { field: field.id, op: 'is', values: [parsed.value] } }
}

/** How other words are tried: as the language would have them. */
function parses(field: Field): Parses {
  return {
    test: (text) => {
      const parsed = parseTest(field, text)
      return 'test' in parsed ? parsed.test : undefined
    },
    isValue: (text) => 'value' in parseFieldValue(field, text),
  }
}

function parseNot(field: Field, text: string, rest: string): ParsedTest {
  if (rest === 'filled' || rest === 'empty') {
    const better = rest === 'filled' ? 'empty' : 'filled'
    const message = say('not-has-word', { word: rest })
    return { fault: { code: 'bad-comparison', message, help: say('write', { text: better }) } }
  }
  const listed = /^\[(.*)\]$/.exec(rest)?.[1]
  const words = listed === undefined ? [rest] : listed.split(',').map((word) => word.trim())
  const values: FieldValue[] = []
  for (const word of words) {
    const parsed = parseFieldValue(field, word)
    if ('fault' in parsed) return { fault: within(text, word, parsed.fault) }
    values.push(parsed.value)
  }
  return { test: { field: field.id, op: 'not', values } }
}

function parseComparison(
  field: Field,
  text: string,
  [words, rest]: readonly [string, string],
  others: Others,
): ParsedTest {
  const op = Object.entries(comparisons).find(([key]) => key === words)?.[1]
  const than = isMeasured(field) ? parseOther(field, rest, { others, sample: sample(field) }) : undefined
  if (than !== undefined && 'fault' in than) return { fault: inTail(text, rest, than.fault) }
  if (op !== undefined && than !== undefined) return { test: { field: field.id, op, than: than.than } }
  if (op !== undefined && field.type === 'date_time' && isDay(rest)) return { test: comparedWithDay(field, op, rest) }
  const bound = parseBound(field, rest)
  if (op === undefined || 'fault' in bound)
    return { fault: 'fault' in bound ? faultOfBound(text, rest, bound.fault) : noOrder(field) }
  return { test: { field: field.id, op, value: bound.bound } }
}

function parseBetween(field: Field, text: string, [low, high]: readonly [string, string]): ParsedTest {
  const from = parseBound(field, low, 0)
  const to = parseBound(field, high, 1)
  if ('fault' in from) return { fault: faultOfBound(text, low, from.fault) }
  if ('fault' in to) return { fault: faultOfBound(text, high, to.fault) }
  return { test: { field: field.id, op: 'between', from: from.bound, to: to.bound } }
}

/** One end of a comparison; a day that a moment is compared with has two. */
function parseBound(
  field: Field,
  text: string,
  end?: 0 | 1,
): { readonly bound: number | string } | { readonly fault: Fault } {
  if (!isMeasured(field)) return { fault: noOrder(field) }
  if (end !== undefined && field.type === 'date_time' && isDay(text)) return { bound: endsOfDay(field, text)[end] }
  const parsed = parseFieldValue(field, text)
  if ('fault' in parsed) return parsed
  const { value } = parsed
  return typeof value === 'number' || typeof value === 'string' ? { bound: value } : { fault: noOrder(field) }
}

function noOrder(field: Field): Fault {
  return {
    code: 'bad-comparison',
    message: say('no-order', { field: field.id, type: field.type }),
    help: isOnlyFilled(field) ? say('write-filled-or-empty') : say('write-a-value', { sample: sample(field) }),
  }
}

function signFault(text: string, sign: string, rest: string): ParsedTest {
  return {
    fault: {
      code: 'bad-comparison',
      message: say('sign-in-words', { sign }),
      help: say('write', { text: `${signs[sign] ?? 'at least'} ${rest}` }),
      fix: { text: `${signs[sign] ?? 'at least'} ${rest}` },
      from: 0,
      to: text.length,
    },
  }
}

/** Reads a value that a field is given; what is said of a wrong one speaks of no comparison. */
export function parseGivenValue(field: Field, text: string): ParsedValue {
  const parsed = parseFieldValue(field, text)
  if (!('fault' in parsed) || parsed.fault.message.key !== 'bad-value') return parsed
  const { fault } = parsed
  const help = fault.help?.key === 'write-comparison' ? say('write-a-value', { sample: sample(field) }) : fault.help
  const message = say('not-a-value', { field: field.id, type: field.type, text })
  return { fault: { ...fault, message, ...(help === undefined ? {} : { help }) } }
}

/** Reads one value for a field of this type, to the field's own unit. */
export function parseFieldValue(field: Field, text: string): ParsedValue {
  switch (field.type) {
    case 'text':
      return { value: text }
    case 'file':
    case 'link':
      return { fault: bad(field, text) }
    case 'person':
      return /^[a-z][a-z0-9_.-]{0,63}$/.test(text) ? { value: text } : { fault: bad(field, text) }
    case 'choice':
      return parseOption(field, text)
    case 'yes_no':
      if (/^(yes|true)$/i.test(text)) return { value: true }
      return /^(no|false)$/i.test(text) ? { value: false } : { fault: bad(field, text) }
    case 'date':
      return isDay(text) ? { value: text } : { fault: bad(field, text) }
    case 'date_time':
      return orBad(parseMoment(field, text), field, text)
    case 'percent':
      return parsePercentValue(field, text)
    case 'money':
      return orBad(parseMoney(text), field, text)
    case 'number':
      return orBad(parseNumber(text), field, text)
  }
}

function orBad(value: number | string | undefined, field: Field, text: string): ParsedValue {
  return value === undefined ? { fault: bad(field, text) } : { value }
}

function parsePercentValue(field: Field, text: string): ParsedValue {
  if (parseNumber(text) === undefined) return orBad(parsePercent(text), field, text)
  const message = say('percent-field', { field: field.id, text })
  const better = asPercent(text)
  const fix = /^\d{2,3}$/.test(text.trim()) ? { fix: { text: better } } : {}
  return { fault: { code: 'missing-percent', message, help: say('write', { text: better }), ...fix } }
}

function parseOption(field: Field, text: string): ParsedValue {
  const options = Object.keys(field.options ?? {})
  if (options.includes(text)) return { value: text }
  const guess =
    suggest(plainly(text), options) ?? options.find((id) => field.options?.[id]?.toLowerCase() === text.toLowerCase())
  const hidden = unseen(text, guess)
  if (guess !== undefined && hidden !== undefined) {
    return {
      fault: {
        code: 'lookalike-letter',
        message: hidden,
        help: say('write', { text: guess }),
        fix: { text: guess },
      },
    }
  }
  return { fault: { ...unknownOption(field, text), ...didYouMeanOf(guess, options) } }
}

/** Where a deal is can be compared like a choice, but its values are names. */
function unknownOption(field: Field, text: string): Pick<Fault, 'code' | 'message'> {
  if (field.builtIn && (field.id === 'stage' || field.id === 'pipeline'))
    return { code: `unknown-${field.id}`, message: say('unknown-name', { kind: field.id, text }) }
  return { code: 'unknown-option', message: say('unknown-option', { field: field.id, text }) }
}

function bad(field: Field, text: string): Fault {
  const better = repaired(field, text)
  return {
    code: 'bad-comparison',
    message: say('bad-value', { field: field.id, type: field.type, text }),
    help: better === undefined ? helpFor(field) : say('write', { text: better }),
  }
}

/** A value without order makes the whole comparison wrong, not only its number. */
function faultOfBound(text: string, part: string, fault: Fault): Fault {
  return fault.message.key === 'no-order' ? fault : within(text, part, fault)
}

function within(text: string, part: string, fault: Fault): Fault {
  const from = text.lastIndexOf(part)
  return from < 0 || fault.from !== undefined ? fault : { ...fault, from, to: from + part.length }
}
