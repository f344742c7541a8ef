import { closeSync, fstatSync, openSync, readSync } from 'node:fs'

import { actionOf } from './ami-blocks'

/** So much of the end of the file is looked at: a gap of days at a busy exchange. */
const mostBytes = 8_000_000

/** The columns of `cdr_csv` as Asterisk writes them with `loguniqueid = yes` and, behind, `newcdrcolumns = yes`. */
const columns = { src: 1, dst: 2, channel: 5, dstChannel: 6, start: 9, answer: 10, end: 11, disposition: 14 } as const
const uniqueColumn = 16
const linkedColumn = 19

/**
 * What the exchange has written of calls that ended since, or a little before: one block a line of its file of calls. Its times are those of this
 * machine. A line without an id of its call is none: nothing could be joined by it.
 */
export async function callsSince(path: string, since: number, overlapMs: number): Promise<readonly string[]> {
  const { default: papa } = await import('papaparse')
  const { data } = papa.parse<readonly string[]>(endOf(path), { skipEmptyLines: true })
  return data.flatMap((row) => {
    const ended = instantAt(row, columns.end)
    const call = textAt(row, linkedColumn) ?? textAt(row, uniqueColumn)
    if (ended === undefined || call === undefined || Date.parse(ended) < since - overlapMs) return []
    return [blockOf(row, { call, ended, since })]
  })
}

function blockOf(
  row: readonly string[],
  { call, ended, since }: { readonly call: string; readonly ended: string; readonly since: number },
): string {
  const started = instantAt(row, columns.start) ?? ended
  const isAnswered = textAt(row, columns.disposition) === 'ANSWERED'
  const says = {
    Event: 'CallOnFile',
    Linkedid: call,
    CallerIDNum: textAt(row, columns.src),
    Exten: textAt(row, columns.dst),
    Channel: textAt(row, columns.channel),
    DestChannel: textAt(row, columns.dstChannel),
    Started: started,
    Answered: isAnswered ? instantAt(row, columns.answer) : undefined,
    Ended: ended,
    // Of a call that began while nothing was heard nothing was told when it was.
    FoundLater: Date.parse(started) >= since ? 'yes' : undefined,
  }
  const told = Object.entries(says).flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const]))
  return actionOf(Object.fromEntries(told)).trimEnd()
}

function textAt(row: readonly string[], no: number): string | undefined {
  const text = row[no]?.trim() ?? ''
  return text === '' ? undefined : text
}

function instantAt(row: readonly string[], no: number): string | undefined {
  const text = /^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}/.exec(textAt(row, no) ?? '')?.[0]
  if (text === undefined) return undefined
  const at = new Date(text.replace(' ', 'T'))
  return Number.isNaN(at.getTime()) ? undefined : at.toISOString()
}

/** The end of the file, from the beginning of a line on. */
function endOf(path: string): string {
  const file = openSync(path, 'r')
  try {
    const { size } = fstatSync(file)
    const bytes = Buffer.alloc(Math.min(size, mostBytes))
    readSync(file, bytes, 0, bytes.length, size - bytes.length)
    const text = bytes.toString('utf8')
    return size > bytes.length ? text.slice(text.indexOf('\n') + 1) : text
  } finally {
    closeSync(file)
  }
}
