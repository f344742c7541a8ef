import { isMap, isScalar, isSeq, parseDocument } from 'yaml'
import type { ParsedNode, Scalar, YAMLMap, YAMLSeq } from 'yaml'

/** A day to put into a calendar, with what it is. */
export type NamedDay = { readonly date: string; readonly name: string }

/** A list of days of the calendar. */
export type DayList = 'holidays' | 'extra_working_days'

const widest = 110

/**
 * Puts days into a list of the file's calendar, in order, and leaves every other letter of the file as it is.
 * Undefined when the file has no calendar that can be added to.
 */
export function withDays(text: string, list: DayList, days: readonly NamedDay[]): string | undefined {
  const calendar = parseDocument<ParsedNode>(text, { keepSourceTokens: true }).get('calendar', true)
  if (!isMap<Scalar, ParsedNode | null>(calendar) || calendar.items.length === 0) return undefined
  const pair = calendar.items.find(({ key }) => key.value === list)
  const known = new Set(datesOf(pair?.value ?? undefined))
  const missing = days.filter(({ date }) => !known.has(date)).toSorted((a, b) => a.date.localeCompare(b.date))
  if (missing.length === 0) return text
  const edit = { text, indent: indentOf(text, calendar) }
  if (pair === undefined) return withNewList(edit, calendar, list, missing)
  const { key, value } = pair
  if (isSeq<ParsedNode>(value))
    return value.flow === true ? inBrackets(edit, value, missing) : inLines(edit, value, missing)
  const isNothing = value === null || (isScalar(value) && value.value === null)
  if (!isNothing || !key.range) return undefined
  const colon = text.indexOf(':', key.range[1] - 1)
  return splice(
    text,
    colon + 1,
    colon + 1,
    ` ${bracketed(
      missing.map(({ date }) => date),
      edit.indent,
      list.length + 2,
    )}`,
  )
}

/** The days that a list of the file's calendar has already. */
export function daysIn(text: string, list: DayList): readonly string[] {
  const calendar = parseDocument<ParsedNode>(text).get('calendar', true)
  return isMap(calendar) ? datesOf(calendar.get(list, true)) : []
}

type Edit = { readonly text: string; readonly indent: string }

function datesOf(node: unknown): readonly string[] {
  return isSeq(node) ? node.items.flatMap((item) => (isScalar(item) ? [String(item.source ?? item.value)] : [])) : []
}

function indentOf(text: string, calendar: YAMLMap<Scalar, ParsedNode | null>): string {
  const start = calendar.items[0]?.key.range?.[0] ?? 0
  const lineStart = text.lastIndexOf('\n', start - 1) + 1
  return /^[ ]*/.exec(text.slice(lineStart, start))?.[0] ?? '  '
}

function splice(text: string, from: number, to: number, instead: string): string {
  return `${text.slice(0, from)}${instead}${text.slice(to)}`
}

/** Dates in brackets, broken into lines where they would get too long. */
function bracketed(dates: readonly string[], indent: string, before: number): string {
  const lines: string[] = []
  let width = indent.length + before
  for (const date of dates) {
    if (width + date.length + 2 > widest || lines.length === 0) {
      lines.push(date)
      width = (lines.length === 1 ? width : indent.length + 2) + date.length + 2
    } else {
      lines.push(`${lines.pop() ?? ''}, ${date}`)
      width += date.length + 2
    }
  }
  return `[${lines.join(`,\n${indent}  `)}]`
}

function inBrackets(
  { text, indent }: Edit,
  list: YAMLSeq<ParsedNode>,
  missing: readonly NamedDay[],
): string | undefined {
  if (!list.range) return undefined
  const [start, end] = list.range
  const inside = text.slice(start, end)
  const dates = missing.map(({ date }) => date)
  const column = start - text.lastIndexOf('\n', start) - 1 - indent.length
  if (!inside.includes('#'))
    return splice(text, start, end, bracketed([...datesOf(list), ...dates].toSorted(), indent, column))
  // Somebody's remarks stand between the days: they stay where they are.
  const last = list.items.at(-1)?.range?.[1] ?? start + 1
  return splice(text, last, last, `, ${dates.join(', ')}`)
}

function inLines({ text }: Edit, list: YAMLSeq<ParsedNode>, missing: readonly NamedDay[]): string | undefined {
  if (!list.range) return undefined
  const lineStart = text.lastIndexOf('\n', list.range[0] - 1) + 1
  const dash = text.slice(lineStart, list.range[0])
  const places = list.items.flatMap((item) =>
    isScalar(item) && item.range ? [{ date: String(item.source ?? item.value), at: item.range[1] }] : [],
  )
  return missing.reduceRight((edited, { date, name }) => {
    const before = places.findLast((place) => place.date < date)
    const endOfLine = before === undefined ? lineStart : text.indexOf('\n', before.at) + 1
    const isLastLine = before !== undefined && endOfLine === 0
    const line = `${dash}- ${date}  # ${plain(name)}`
    const at = isLastLine ? text.length : endOfLine
    return splice(edited, at, at, isLastLine ? `\n${line}` : `${line}\n`)
  }, text)
}

/** The new list goes behind the hours, where one expects it. */
function withNewList(
  { text, indent }: Edit,
  calendar: YAMLMap<Scalar, ParsedNode | null>,
  list: DayList,
  missing: readonly NamedDay[],
): string | undefined {
  const line = `${list}: ${bracketed(
    missing.map(({ date }) => date),
    indent,
    list.length + 2,
  )}`
  const order = list === 'holidays' ? ['hours'] : ['holidays', 'hours']
  const after =
    order.flatMap((name) => calendar.items.find(({ key }) => key.value === name) ?? [])[0] ?? calendar.items.at(-1)
  const end = after?.value?.range?.[1] ?? after?.key.range?.[1]
  if (end === undefined) return undefined
  if (calendar.flow === true) return splice(text, end, end, `, ${line}`)
  // A list of hours written in lines ends with its last line; what follows on that line is its remark.
  const endOfLine = text.indexOf('\n', Math.max(0, end - 1))
  if (endOfLine < 0) return `${text}\n${indent}${line}\n`
  return splice(text, endOfLine + 1, endOfLine + 1, `${indent}${line}\n`)
}

function plain(name: string): string {
  return name.replaceAll(/[\s#]+/g, ' ').trim()
}
