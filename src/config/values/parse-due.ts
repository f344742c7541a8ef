import type { Fault } from '#config/context'
import type { Phrase } from '#config/messages/say'
import { dayFault } from './day-fault'
import { durationFault } from './duration-fault'
import { say } from '#config/messages/say'
import { didYouMean } from '#config/names/did-you-mean'
import { suggest } from '#domain/deals/suggest'
import { isDay, isTime } from './parse-value'
import type { Anchor, DueRule, Duration, DurationUnit, FieldType } from '#schemas/model'

const pattern = /^(\d{1,4})\s+(working|calendar)\s+(minute|hour|day|week|month)s?$/

/**
 * What a name in a due date is: a task of the same stage, an event, a field with a day or with a moment, a field of which
 * nothing more is known; undefined when it is none of them.
 */
export type AnchorKind = 'task' | 'event' | 'day' | 'moment' | 'field' | undefined

/** The anchor that a field of a type is: time is counted from days and from moments. */
export function anchorOfType(type: FieldType | undefined): 'day' | 'moment' | undefined {
  if (type === 'date') return 'day'
  return type === 'date_time' ? 'moment' : undefined
}

/** Tells what may be counted from, and offers what a misspelled name may have meant. */
export type Anchors = {
  readonly kindOf: (name: string) => AnchorKind
  readonly known: () => readonly string[]
  readonly explain?: (name: string) => Phrase | undefined
}

const anyAnchor: Anchors = { kindOf: () => 'field', known: () => [] }

/** Reads `3 working days`; the fault says what to write instead. */
export function parseDuration(
  text: string,
  mayBeAtOnce = false,
): { readonly duration: Duration } | { readonly fault: Fault } {
  const trimmed = text.trim().replace(/\s+/g, ' ')
  const found = pattern.exec(trimmed)
  const count = Number(found?.[1] ?? 0)
  if (found === null || count === 0) return { fault: durationFault(text, mayBeAtOnce) }
  const kind = found[2] === 'working' ? 'working' : 'calendar'
  return { duration: { count, kind, unit: unitOf(found[3] ?? 'day'), text: trimmed } }
}

function unitOf(word: string): DurationUnit {
  switch (word) {
    case 'minute':
      return 'minutes'
    case 'hour':
      return 'hours'
    case 'week':
      return 'weeks'
    case 'month':
      return 'months'
    default:
      return 'days'
  }
}

/** Reads a due date such as `2 working days after send_deck at 15:00`; the fault points at the word that is wrong. */
export function parseDue(
  text: string,
  anchors: Anchors = anyAnchor,
): { readonly due: DueRule } | { readonly fault: Fault } {
  const moment = /^(\s*at\s+)([^\s\d]\S*|\d{4}-\S*)\s*$/.exec(text)
  if (moment?.[1] !== undefined && moment[2] !== undefined && moment[2] !== 'once') {
    return parseAt(text, { word: moment[2], from: moment[1].length, relation: 'at' }, anchors)
  }
  const meant = relationOtherwise(text, anchors)
  if (meant !== undefined) return { fault: meant }
  const clock = /\s+at\s+(\S+)$/.exec(text)
  if (clock === null || clock[1] === 'once') return parseDay(text, text, anchors, {})
  const at = clock[1] ?? ''
  if (!isTime(at)) return { fault: { ...timeFault(at), from: text.length - at.length, to: text.length } }
  return parseDay(text, text.slice(0, clock.index), anchors, { at })
}

const relations: readonly (readonly [pattern: RegExp, relation: 'after' | 'before'])[] = [
  [/^(?:за|не позднее чем за|не позже чем за)\s+(.+?)\s+до\s+(\S+)$/i, 'before'],
  [/^(?:через\s+)?(.+?)\s+(?:после|с момента|со дня|от)\s+(\S+)$/i, 'after'],
  [/^(.+?)\s+(?:from|since|following|past|starting from)\s+(\S+)$/i, 'after'],
  [/^(.+?)\s+(?:prior to|ahead of|until|till|to)\s+(\S+)$/i, 'before'],
]
const onDay = /^(?:в день|on the day of|the day of|in the day of|by)\s+(\S+)$/i

/** A length of time before or after something, or a day, with other words for how they stand to each other. */
function relationOtherwise(text: string, anchors: Anchors): Fault | undefined {
  const plain = text.trim().replace(/\s+/g, ' ')
  const day = onDay.exec(plain)?.[1]
  const spelled = idInWords(plain, anchors)
  if (spelled !== undefined) return spelled
  const isDated = day !== undefined && (isDay(day) || ['day', 'moment', 'field'].includes(anchors.kindOf(day) ?? ''))
  if (isDated) return wordyDue(plain, say('write', { text: `on ${day}` }))
  for (const [pattern, relation] of relations) {
    const [, length = '', word = ''] = pattern.exec(plain) ?? []
    if (word === '' || (!isDay(word) && anchors.kindOf(word) === undefined)) continue
    const read = parseDuration(length.replace(/^(?=(?:день|час|неделю|месяц)$)/i, '1 ').replace(/^an?\s+/i, '1 '))
    const help = 'fault' in read ? read.fault.help : say('write', { text: read.duration.text })
    const end = ` ${relation} ${word}`
    const [given] = (help?.args ?? []) as readonly Readonly<Record<string, string>>[]
    if (help?.key === 'write') return wordyDue(plain, say('write', { text: `${given?.['text'] ?? ''}${end}` }))
    if (help?.key !== 'write-both') continue
    const both = { working: `${given?.['working'] ?? ''}${end}`, calendar: `${given?.['calendar'] ?? ''}${end}` }
    return wordyDue(plain, say('write-both', both))
  }
  return undefined
}

/** An id that is written as people say it, such as `after the task Send deck`. */
function idInWords(plain: string, anchors: Anchors): Fault | undefined {
  const [, length = '', relation = '', word = '', time = ''] =
    /^(.+?)\s+(after|before)\s+((?:the |task |event |field |date )*\S.*?)(\s+at \d\d?:\d\d)?$/i.exec(plain) ?? []
  const id = word
    .replace(/^(?:(?:the|task|event|field|date) )+/i, '')
    .replaceAll(/["'«»“”]/g, '')
    .toLowerCase()
    .replaceAll(/[\s-]+/g, '_')
  if (word === '' || id === word || anchors.kindOf(id) === undefined || 'fault' in parseDuration(length))
    return undefined
  return wordyDue(plain, say('write', { text: `${length} ${relation.toLowerCase()} ${id}${time.toLowerCase()}` }))
}

function wordyDue(text: string, help: Phrase): Fault {
  return { code: 'bad-duration', message: say('duration-otherwise', { text }), help, from: 0, to: text.length }
}

/** The very moment that a field holds. */
function parseAt(
  text: string,
  at: AnchorWord,
  anchors: Anchors,
): { readonly due: DueRule } | { readonly fault: Fault } {
  const { word } = at
  const kind = isDay(word) ? 'day' : anchors.kindOf(word)
  const whole = { from: 0, to: text.length }
  if (kind === 'day') {
    const message = say('no-time-of-day', { word })
    return { fault: { code: 'unknown-anchor', message, help: say('write', { text: `on ${word}` }), ...whole } }
  }
  if (kind === 'task' || kind === 'event') {
    const message = say('relation-needs-date', { relation: 'at', word, kind })
    const help = say('write', { text: `1 working hour after ${word}` })
    return { fault: { code: 'unknown-anchor', message, help, ...whole } }
  }
  const found = parseAnchor(at, anchors)
  const clean = text.trim().replace(/\s+/g, ' ')
  return 'fault' in found ? found : { due: { kind: 'at', anchor: found.anchor, text: clean } }
}

function timeFault(at: string): Fault {
  const found = /^(\d{1,2})(?:[:.h-](\d{2}))?(am|pm)?$/.exec(at)
  const hour = Number(found?.[1]) + (found?.[3] === 'pm' && found[1] !== '12' ? 12 : 0)
  const better = `${String(hour).padStart(2, '0')}:${found?.[2] ?? '00'}`
  return {
    code: 'bad-duration',
    message: say('not-a-time', { text: at }),
    help: found !== null && isTime(better) ? say('write', { text: better }) : say('write-time'),
  }
}

type At = { readonly at?: string }

function parseDay(
  whole: string,
  text: string,
  anchors: Anchors,
  at: At,
): { readonly due: DueRule } | { readonly fault: Fault } {
  const clean = whole.trim().replace(/\s+/g, ' ')
  if (/^\s*at once\s*$/.test(text)) return atOnce(clean, at)
  if (/^\s*same day\s*$/.test(text)) return { due: { kind: 'same_day', ...at, text: clean } }
  const on = /^(\s*on\s+)(\S+)\s*$/.exec(text)
  if (on?.[1] !== undefined && on[2] !== undefined) {
    const found = parseAnchor({ word: on[2], from: on[1].length, relation: 'on' }, anchors)
    return 'fault' in found ? found : { due: { kind: 'on', anchor: found.anchor, ...at, text: clean } }
  }
  const offset = /^(.*\S)\s+(after|before)\s+(\S+)\s*$/.exec(text)
  const written = offset?.[1] ?? text
  const anyway = offset?.[2] === 'after' && entering.has(offset[3] ?? '')
  if (anyway && 'duration' in parseDuration(written)) return { fault: enteringFault(text, written, offset[3] ?? '') }
  const length = aroundMoment(written, offset?.[3], anchors) ?? parseDuration(written, offset === null)
  // What stands around the length of time is not at fault.
  if ('fault' in length) return { fault: { from: written.search(/\S/), to: written.trimEnd().length, ...length.fault } }
  const { duration } = length
  if (offset?.[3] === undefined) {
    return { due: { kind: 'offset', direction: 'after', duration, anchor: { kind: 'start' }, ...at, text: clean } }
  }
  const direction = offset[2] === 'before' ? 'before' : 'after'
  const from = text.trimEnd().length - offset[3].length
  const found = parseAnchor({ word: offset[3], from, relation: direction }, anchors)
  return 'fault' in found
    ? found
    : { due: { kind: 'offset', direction, duration, anchor: found.anchor, ...at, text: clean } }
}

/** Hours and minutes around a moment are those of the clock: they need no “working” or “calendar”. */
function aroundMoment(
  written: string,
  word: string | undefined,
  anchors: Anchors,
): { readonly duration: Duration } | undefined {
  const [, digits = '', unit = ''] = /^\s*(\d{1,4})\s+(minute|hour)s?\s*$/.exec(written) ?? []
  const count = Number(digits)
  if (count === 0 || word === undefined) return undefined
  const kind = anchors.kindOf(word) ?? anchors.kindOf(suggest(word, anchors.known()) ?? '')
  if (kind !== 'moment' && kind !== 'field') return undefined
  return { duration: { count, kind: 'calendar', unit: unitOf(unit), text: written.trim().replace(/\s+/g, ' ') } }
}

/** Time counts from entering the stage where nothing else is said. */
function enteringFault(text: string, written: string, word: string): Fault {
  const message = say('counts-from-entering', { text: `after ${word}` })
  const help = say('write', { text: written.trim() })
  return { code: 'unknown-anchor', message, help, from: 0, to: text.length }
}

/** Words for the moment time counts from where nothing is said. */
const entering: ReadonlySet<string> = new Set(['entering', 'entry', 'enter', 'start', 'now', 'stage_entered', 'входа'])

function atOnce(text: string, { at }: At): { readonly due: DueRule } | { readonly fault: Fault } {
  if (at === undefined) return { due: { kind: 'at_once', text } }
  const message = say('at-once-with-time', { text })
  return { fault: { code: 'bad-duration', message, help: say('once-or-same-day', { at }) } }
}

type AnchorWord = { readonly word: string; readonly from: number; readonly relation: 'after' | 'before' | 'on' | 'at' }

function parseAnchor(
  { word, from, relation }: AnchorWord,
  anchors: Anchors,
): { readonly anchor: Anchor } | { readonly fault: Fault } {
  const place = { from, to: from + word.length }
  if (/^\d/.test(word)) {
    if (isDay(word)) return { anchor: { kind: 'date', date: word } }
    const { fix: _wholeOnly, ...fault } = dayFault(word, 'bad-duration', '2027-03-01')
    return { fault: { ...fault, ...place } }
  }
  const kind = anchors.kindOf(word)
  if (isField(kind)) return { anchor: { kind: 'field', field: word } }
  if (kind !== undefined && relation !== 'after') {
    const message = say('relation-needs-date', { relation, word, kind })
    // Both words are written anew.
    const whole = { from: from - relation.length - 1, to: place.to }
    return { fault: { code: 'unknown-anchor', message, help: say('write', { text: `after ${word}` }), ...whole } }
  }
  if (kind === 'task') return { anchor: { kind, task: word } }
  if (kind === 'event') return { anchor: { kind, event: word } }
  return { fault: { ...unknownAnchor(word, relation, anchors), ...place } }
}

function unknownAnchor(word: string, relation: AnchorWord['relation'], anchors: Anchors): Fault {
  const fitting = anchors.known().filter((name) => relation === 'after' || fits(anchors.kindOf(name), relation))
  const help = say('count-from', { known: fitting.slice(0, 12) })
  const own = anchors.explain?.(word)
  if (own !== undefined) return { code: 'unknown-anchor', message: own, help }
  const message = say('no-anchor', { word, onlyDates: relation !== 'after' })
  return { code: 'unknown-anchor', message, help, ...didYouMean(suggest(word, fitting)) }
}

function isField(kind: AnchorKind): kind is 'day' | 'moment' | 'field' {
  return kind === 'day' || kind === 'moment' || kind === 'field'
}

function fits(kind: AnchorKind, relation: AnchorWord['relation']): boolean {
  return relation === 'at' ? kind === 'moment' : isField(kind)
}
