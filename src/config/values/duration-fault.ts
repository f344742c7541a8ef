import type { Fault } from '#config/context'
import { say } from '#config/messages/say'
import type { Phrase } from '#config/messages/say'
import { own } from '#domain/kernel/own'
import { suggest } from '#domain/deals/suggest'

const units = ['minute', 'minutes', 'hour', 'hours', 'day', 'days', 'week', 'weeks', 'month', 'months'] as const
const kinds = ['working', 'calendar'] as const

const unitWords: Readonly<Record<string, string>> = {
  m: 'minutes',
  min: 'minutes',
  mins: 'minutes',
  h: 'hours',
  hr: 'hours',
  hrs: 'hours',
  d: 'days',
  w: 'weeks',
  wk: 'weeks',
  mo: 'months',
  минута: 'minutes',
  минуты: 'minutes',
  минут: 'minutes',
  мин: 'minutes',
  час: 'hours',
  часа: 'hours',
  часов: 'hours',
  ч: 'hours',
  д: 'days',
  н: 'weeks',
  нед: 'weeks',
  день: 'days',
  дня: 'days',
  дней: 'days',
  дн: 'days',
  неделя: 'weeks',
  недели: 'weeks',
  недель: 'weeks',
  месяц: 'months',
  месяца: 'months',
  месяцев: 'months',
  мес: 'months',
}

const kindWords: Readonly<Record<string, string>> = {
  business: 'working',
  work: 'working',
  workday: 'working',
  office: 'working',
  natural: 'calendar',
  ordinary: 'calendar',
  рабочий: 'working',
  рабочих: 'working',
  рабочего: 'working',
  рабочие: 'working',
  рабочая: 'working',
  календарный: 'calendar',
  календарных: 'calendar',
  календарные: 'calendar',
  календарного: 'calendar',
}

const numberWords = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten']

const isoUnits: Readonly<Record<string, string>> = {
  Y: 'years',
  M: 'months',
  W: 'weeks',
  D: 'days',
  H: 'hours',
  m: 'minutes',
}

/** Says why a text is not a length of time, and what to write instead. */
export function durationFault(text: string, mayBeAtOnce = false): Fault {
  const iso = isoFault(text.trim())
  if (iso !== undefined) return iso
  const other = atOnceFault(text, mayBeAtOnce) ?? sizeFault(text) ?? wordyFault(text)
  if (other !== undefined) return other
  const words = [...text.matchAll(/\d+(?=[a-zа-я])|[^\s]+/gi)].map((found) => ({ word: found[0], from: found.index }))
  if (words[0] !== undefined && /^0+$/.test(words[0].word) && words.length === 3) return zeroFault(text)
  if (words[0] !== undefined && /^\d+[.,]\d+$/.test(words[0].word)) return fractionFault(text, words[0].word)
  const count = numberOf(words[0]?.word)
  const rest = count === undefined ? words : words.slice(1)
  const unit = unitIn(rest.at(-1)?.word)
  const kind = rest.length >= 2 ? kindIn(rest[0]?.word) : undefined
  if (count !== undefined && unit !== undefined && rest.length === 1) return ambiguousFault(text, count, unit)
  if (unit === undefined || kind === undefined || rest.length > 2) return unreadable(text)
  const better = phrase(count ?? '1', kind, unit)
  const isCertain = count !== undefined && words.every(({ word }) => isGoodWord(word) || isOtherWord(word))
  const wrong = words.find(({ word }) => !isGoodWord(word))
  return {
    code: 'bad-duration',
    message: wrong === undefined ? say('not-a-duration', { text }) : say('duration-wrong-word', { word: wrong.word }),
    help: say('write', { text: better }),
    ...(isCertain ? { fix: { text: better, from: 0, to: text.length } } : {}),
    ...(wrong === undefined ? {} : { from: wrong.from, to: wrong.from + wrong.word.length }),
  }
}

const atOnceWords = /^(?:immediately|asap|now|right away|straight away|сразу|немедленно|тотчас|срочно)$/i
const sameDayWords = /^(?:today|the same day|сегодня|в тот же день)$/i
const nextDayWords = /^(?:tomorrow|next day|the next day|завтра|на следующий день)$/i

/** Words for a day or a moment that are not those of the language. */
function atOnceFault(text: string, mayBeAtOnce: boolean): Fault | undefined {
  const plain = text.trim()
  const better = nextDayWords.test(plain)
    ? '1 working day'
    : atOnceWords.test(plain) && mayBeAtOnce
      ? 'at once'
      : sameDayWords.test(plain) && mayBeAtOnce
        ? 'same day'
        : undefined
  return better === undefined ? undefined : otherwise(plain, better)
}

function otherwise(text: string, better: string): Fault {
  return { code: 'bad-duration', message: say('duration-otherwise', { text }), help: say('write', { text: better }) }
}

/** A length that is none because it is below nothing, or longer than anything that is counted here. */
function sizeFault(text: string): Fault | undefined {
  const found = /^([-−–]?)(\d+)(\s+(?:working|calendar)\s+[a-z]+)$/.exec(text.trim())
  if (found === null) return undefined
  const [, minus = '', count = '', rest = ''] = found
  const code = 'bad-duration'
  if (minus !== '')
    return {
      code,
      message: say('less-than-nothing', { text: text.trim() }),
      help: say('write', { text: count + rest }),
    }
  if (count.length <= 4) return undefined
  return { code, message: say('too-long-a-time', { text: text.trim() }), help: say('write-up-to', { most: 9999 }) }
}

/** A length of time with words around it that say nothing more, a range of lengths, or two lengths. */
function wordyFault(text: string): Fault | undefined {
  const plain = text.trim()
  const bare = plain
    .replace(/^(?:within|in|after|during|up to|through|через|в течение|за|не позднее|до)\s+(?=\d)/i, '')
    .replace(/^\d+\s*(?:[-–—]|to|до|или|or)\s*(?=\d+\s)/i, '')
    .replace(/^(\d+)\s*(?:раб|р)\.?\s*(?:дн|д|день|дня|дней)\.?$/i, '$1 рабочих дней')
    .replace(/^(\d+)\s*(?:кал|к)\.?\s*(?:дн|д|день|дня|дней)\.?$/i, '$1 календарных дней')
    .replace(/^(\d+)\s*раб\.?\s+/i, '$1 рабочих ')
    .replace(/^(\d+)\s*кал\.?\s+/i, '$1 календарных ')
    .replace(/^(\d+)\s+(\S+)\s+(working|calendar|рабоч\S+|календарн\S+)$/i, '$1 $3 $2')
    .replace(/^(\d+)\s*work(?:ing)?[_-]?(day|hour|week)(s?)$/i, '$1 working $2$3')
    .replace(/^(\d+)\s*business[_-]?(day|hour|week)(s?)$/i, '$1 working $2$3')
    .replace(/^(\d+ (?:working|calendar) (?:minute|hour|day|week|month))(?:\(s\)|\/s)$/i, (_, one: string) =>
      one.startsWith('1 ') ? one : `${one}s`,
    )
  if (/^\d+ \S+ \S+,?\s+(?:and\s+|и\s+)?\d+ \S+ \S+$/.test(plain))
    return { code: 'bad-duration', message: say('two-lengths', { text: plain }), help: say('one-length') }
  if (bare === plain) return undefined
  if (/^\d{1,4} (?:working|calendar) (?:minute|hour|day|week|month)s?$/.test(bare)) return otherwise(plain, bare)
  const inner = durationFault(bare)
  const isWhole = inner.help?.key === 'write' || inner.help?.key === 'write-both'
  if (!isWhole || inner.help === undefined) return undefined
  return { code: inner.code, message: say('duration-otherwise', { text: plain }), help: inner.help }
}

function isoFault(text: string): Fault | undefined {
  const found = /^P(?=.)(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:\d+S)?)?$/i.exec(text)
  if (found === null) return undefined
  const parts = found
    .slice(1)
    .flatMap((count, index) => (count === undefined ? [] : [{ count, letter: 'YMWDHm'[index] ?? 'D' }]))
  const [only, ...more] = parts
  const base = { code: 'iso-duration', message: say('iso-duration', { text }) } as const
  if (only === undefined || more.length > 0 || only.letter === 'Y') return { ...base, help: say('write-length') }
  const unit = isoUnits[only.letter] ?? 'days'
  // Whether working or calendar time is meant is for people to say.
  return { ...base, help: both(only.count, unit) }
}

function ambiguousFault(text: string, count: string, unit: string): Fault {
  return {
    code: 'ambiguous-duration',
    message: say('duration-ambiguous', { text: text.trim(), unit }),
    help: both(count, unit),
  }
}

function both(count: string, unit: string): Phrase {
  return say('write-both', { working: phrase(count, 'working', unit), calendar: phrase(count, 'calendar', unit) })
}

function zeroFault(text: string): Fault {
  return { code: 'bad-duration', message: say('no-time-at-all', { text: text.trim() }), help: say('write-at-once') }
}

function fractionFault(text: string, count: string): Fault {
  return {
    code: 'bad-duration',
    message: say('not-whole', { count }),
    help: say('smaller-unit'),
    from: text.indexOf(count),
    to: text.indexOf(count) + count.length,
  }
}

function unreadable(text: string): Fault {
  const shown = text.length > 80 ? `${text.slice(0, 80)}…` : text
  return { code: 'bad-duration', message: say('not-a-duration', { text: shown }), help: say('write-duration') }
}

function phrase(count: string, kind: string, unit: string): string {
  const number = String(Number(count))
  return `${number} ${kind} ${number === '1' ? unit.replace(/s$/, '') : unit}`
}

function isGoodWord(word: string): boolean {
  return /^\d{1,4}$/.test(word) || kinds.some((kind) => kind === word) || units.some((unit) => unit === word)
}

/** A word for a number, a kind or a unit that is not one of the language, but can mean nothing else. */
function isOtherWord(word: string): boolean {
  const plain = word.toLowerCase()
  const isListed = own(unitWords, plain) !== undefined || own(kindWords, plain) !== undefined
  return isListed || numberWords.indexOf(plain) > 0 || units.some((unit) => unit === plain)
}

function numberOf(word: string | undefined): string | undefined {
  if (word === undefined) return undefined
  if (/^\d{1,4}$/.test(word)) return word
  const index = numberWords.indexOf(word.toLowerCase())
  return index > 0 ? String(index) : undefined
}

function unitIn(word: string | undefined): string | undefined {
  if (word === undefined) return undefined
  const found = own(unitWords, word.toLowerCase().replace(/\.$/, '')) ?? suggest(word, units)
  return found === undefined || found.endsWith('s') ? found : `${found}s`
}

function kindIn(word: string | undefined): string | undefined {
  return word === undefined ? undefined : (own(kindWords, word.toLowerCase()) ?? suggest(word, kinds))
}
