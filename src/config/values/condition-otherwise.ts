import type { Fault } from '#config/context'
import { say } from '#config/messages/say'
import { isMeasured } from './compared-field'
import { asPercent, parseNumber } from './parse-value'
import type { Field, Test } from '#schemas/model'

/** How a text would be read as a line of the condition, and whether it is a value of the field. */
export type Parses = {
  readonly test: (text: string) => Test | undefined
  readonly isValue: (text: string) => boolean
}

const otherWords: readonly (readonly [RegExp, string])[] = [
  [
    /^(?:up to|at ?_?most|no more than|not more than|not over|maximum|max|не более|не больше|максимум|до)\s*:?\s+/i,
    'at most',
  ],
  [
    /^(?:at ?_?least|no less than|not less than|not under|minimum|min|from|не менее|не меньше|минимум|от)\s*:?\s+/i,
    'at least',
  ],
  [
    /^(?:more than|greater than|larger than|bigger than|over|above|более чем|больше чем|более|больше|свыше)\s+/i,
    'more than',
  ],
  [/^(?:less than|smaller than|lower than|fewer than|under|below|менее чем|меньше чем|менее|меньше)\s+/i, 'less than'],
  [/^(?:is not|isn't|other than|except|anything but|не равно|кроме|не|!=|<>)\s*/i, 'not'],
  [/^(?:is|equals|equal to|==?|равно)\s*/i, ''],
]

/** A comparison in other words, or with quotes around its value, whose value is good: written as it is written here. */
export function comparisonOtherwise(field: Field, text: string, parses: Parses): Fault | undefined {
  // A text may be any words.
  if (field.type === 'text') return undefined
  const known = emptyOtherwise(text) ?? rangeOtherwise(field, text, parses)
  if (known !== undefined) return otherWordsFault(text, known)
  for (const [pattern, words] of otherWords) {
    const found = pattern.exec(text)?.[0]
    const rest = found === undefined ? undefined : bare(text.slice(found.length))
    if (rest === undefined || rest === '') continue
    const plain = `${words} ${rest}`.trim()
    const signed = `${words} ${asPercent(rest)}`
    // A number without its sign is a percentage where the field is one.
    const isShort =
      field.type === 'percent' &&
      parseNumber(rest) !== undefined &&
      parses.test(plain) === undefined &&
      parses.test(signed) !== undefined
    const better = isShort ? signed : plain
    if (better === text || parses.test(better) === undefined) continue
    return otherWordsFault(text, better)
  }
  const joined = /^(.+?)(?:\s+(?:and|or|и|или)\s+|\s*[|;/，、]\s*).+$/i.exec(text)?.[1]
  return joined === undefined ? undefined : joinedFault(text, joined, parses)
}

function otherWordsFault(text: string, better: string): Fault {
  return { code: 'bad-comparison', message: say('said-otherwise', { text }), help: say('write', { text: better }) }
}

const emptyWords = /^(?:пусто|пустое|не заполнено|не указано|нет значения|blank|not set|unset|null|nothing)$/i
const filledWords =
  /^(?:заполнено|указано|не пусто|не пустое|любое|любая|любой|есть|any|anything|exists|present|is set|set|\*)$/i

/** Words for whether there is a value at all. */
function emptyOtherwise(text: string): string | undefined {
  if (emptyWords.test(text)) return 'empty'
  return filledWords.test(text) ? 'filled' : undefined
}

/** One end with the words behind it, or both ends of a range, in other words. */
function rangeOtherwise(field: Field, text: string, parses: Parses): string | undefined {
  if (!isMeasured(field)) return undefined
  const behind =
    /^(.+?)\s*,?\s+(?:and|or|и|или)\s+(less|below|under|меньше|ниже|менее|more|above|over|больше|выше|более)$/i
  const [, end, side = ''] = behind.exec(text) ?? []
  if (end !== undefined) {
    const better = `${/^(?:l|b|u|м|н)/i.test(side) ? 'at most' : 'at least'} ${end}`
    return parses.test(better) === undefined ? undefined : better
  }
  const ends = text.replace(/^(?:from|between|от|с|между)\s+/i, '')
  const splits = [...ends.matchAll(/\s*(?:\.\.\.?|–|—|\s-\s|(?<=[\d%])-(?=\d)|,|\s(?:to|and|до|по|и)\s)\s*/gi)]
  const pairs = splits.map((at) => [ends.slice(0, at.index), ends.slice(at.index + at[0].length)] as const)
  return pairs
    .map(([low, high]) => `between ${low.trim()} and ${high.trim()}`)
    .find((better) => isRange(better, parses))
}

/** Two comparisons in one line that are the two ends of a range; both ends of a range count. */
export function bothEnds(field: Field, text: string, parses: Parses): Fault | undefined {
  const found =
    /^(at least|>=|≥|не менее|не меньше|more than|>)\s*(.+?)\s*,?\s*(?:and\s+|и\s+)?(at most|<=|≤|не более|не больше|less than|<)\s*(.+)$/i.exec(
      text,
    )
  const [, , low, , high] = found ?? []
  if (!isMeasured(field) || low === undefined || high === undefined) return undefined
  const better = `between ${low.trim()} and ${high.trim()}`
  if (!isRange(better, parses)) return undefined
  return { code: 'bad-comparison', message: say('two-ends', { text }), help: say('write', { text: better }) }
}

function isRange(text: string, parses: Parses): boolean {
  const test = parses.test(text)
  return test?.op === 'between' && String(test.from) !== String(test.to)
}

/** Two conditions in one line, or several values without brackets. */
function joinedFault(text: string, first: string, parses: Parses): Fault | undefined {
  const values = text.split(/\s*(?:[,;|/，、]|\band\b|\bor\b|(?<=\s)и(?=\s)|(?<=\s)или(?=\s))\s*/i).map(bare)
  if (values.length > 1 && values.every(parses.isValue))
    return {
      code: 'bad-comparison',
      message: say('values-without-brackets', { text }),
      help: say('write', { text: `[${values.join(', ')}]` }),
    }
  if (parses.test(first) === undefined) return undefined
  return {
    code: 'bad-comparison',
    message: say('one-condition-a-line', { text }),
    help: say('line-each', { text: first }),
  }
}

/** Whether quotes stand around a whole text. */
export function isQuoted(text: string): boolean {
  return /^["'«“].*["'»”]$/.test(text.trim())
}

function bare(text: string): string {
  return isQuoted(text) ? text.trim().slice(1, -1).trim() : text.trim()
}
