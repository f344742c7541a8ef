import type { Fault } from '#config/context'
import { say } from '#config/messages/say'
import { didYouMeanOf } from '#config/names/did-you-mean'
import { suggest, withoutLookAlikes } from '#domain/deals/suggest'
import { now, today } from '#domain/formula/condition'
import type { Field, Test } from '#schemas/model'
import { parseDuration } from './parse-due'

/** The fields that a line of a condition may compare with, by id. */
export type Others = ReadonlyMap<string, Field>

/** Another field of the same type, or the day it is; undefined for what is no name. */
export function parseOther(
  field: Field,
  text: string,
  { others, sample }: { readonly others: Others; readonly sample: string | undefined },
): { readonly than: string } | { readonly fault: Fault } | undefined {
  if (!/^[\p{L}_][\p{L}\p{N}_]*$/u.test(text)) return undefined
  const other = others.get(text)
  if (other !== undefined && other.id !== field.id && other.type === field.type) return { than: other.id }
  if (clockWords(field).includes(text)) return { than: text === 'now' ? now : today }
  const known = [...others.values()].filter(({ id, type }) => id !== field.id && type === field.type)
  const fitting = [...known.map(({ id }) => id), ...clockWords(field)]
  if (other !== undefined) {
    const message =
      other.id === field.id
        ? say('with-itself', { field: field.id })
        : say('two-types', { field: field.id, type: field.type, other: other.id, otherType: other.type })
    return {
      fault: { code: 'bad-comparison', message, help: say('compare-with', { known: fitting, sample }) },
    }
  }
  const guess = suggest(text, fitting)
  if (guess === undefined) return undefined
  if (withoutLookAlikes(text) === guess) {
    const message = say('lookalike', { text })
    return { fault: { code: 'lookalike-letter', message, help: say('write', { text: guess }), fix: { text: guess } } }
  }
  const message = say('unknown-name', { kind: 'field', text })
  return { fault: { code: 'unknown-field', message, ...didYouMeanOf(guess, fitting) } }
}

/** What a date or a moment may be compared with that no field holds. */
export function clockWords({ type }: Pick<Field, 'type'>): readonly string[] {
  if (type === 'date_time') return ['today', 'now']
  return type === 'date' ? ['today'] : []
}

/** A date from today up to so many calendar days, weeks or months later; a moment as many hours or minutes from now, too. */
export function parseWithin(
  field: Field,
  text: string,
  rest: string,
): { readonly test: Test } | { readonly fault: Fault } {
  const read = parseDuration(rest)
  if ('fault' in read) return { fault: inTail(text, rest, read.fault) }
  const { duration } = read
  const isOfDays = duration.unit === 'days' || duration.unit === 'weeks' || duration.unit === 'months'
  if (duration.kind === 'calendar' && (isOfDays || field.type === 'date_time'))
    return { test: { field: field.id, op: 'within', duration } }
  const better =
    isOfDays || field.type === 'date_time'
      ? `within ${duration.count} calendar ${duration.unit}`
      : 'within 30 calendar days'
  const message = say('within-calendar', { text: duration.text })
  return { fault: inTail(text, rest, { code: 'bad-comparison', message, help: say('write', { text: better }) }) }
}

/** Points at the end of the text where a part of it stands. */
export function inTail(text: string, part: string, fault: Fault): Fault {
  const end = text.trimEnd().length
  return fault.from === undefined ? { ...fault, from: end - part.length, to: end } : fault
}

/** Whether values of a field are larger or smaller than others. */
export function isMeasured({ type }: Field): boolean {
  return type === 'number' || type === 'money' || type === 'percent' || type === 'date' || type === 'date_time'
}
