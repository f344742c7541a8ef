import { clockTime } from './format-tests'
import { shownTime } from './judge'
import type { LifeLine } from './deal-lines'
import type { Counts, ReplayReport, Sides } from './replay-report'

/** What a report is about and how it is shown. */
export type ReplayShown = { readonly file: string; readonly zone: string }

const signed = (before: number, after: number): string =>
  before === after ? `${after}` : `${before} → ${after} (${after > before ? '+' : '−'}${Math.abs(after - before)})`

/** A replay for people: what would have been stopped, tasks and alerts before and after, person by person. */
export function formatReplay(report: ReplayReport, shown: ReplayShown): string {
  const lines = [
    headOf(report, shown),
    '',
    ...moveLines(report, shown),
    '',
    ...sideLines(report),
    '',
    ...personLines(report),
    ...lostLines(report),
    '',
    ...caution,
  ]
  return `${lines.join('\n')}\n`
}

const caution = [
  'A stopped move is let through in the replay, so that the rest of the deal can be looked at: what people would have done',
  'instead nobody knows. “Before” is the same history under the rules it had, so both sides are counted alike.',
]

function headOf({ deals, events, since, until }: ReplayReport, { file, zone }: ReplayShown): string {
  const span = `${shownTime(zone, since).slice(0, 10)} to ${shownTime(zone, until).slice(0, 10)}`
  return `${deals} deals with ${events} recorded events through ${file}, ${span} (${zone})`
}

function moveLines({ moves, stops }: ReplayReport, { file, zone }: ReplayShown): readonly string[] {
  const more = [
    ...(moves.alsoBefore > 0 ? [`${moves.alsoBefore} were against the rules they had, too`] : []),
    ...(moves.noLonger > 0 ? [`${moves.noLonger} would not be stopped any more`] : []),
  ]
  const head = `Moves: ${moves.all}; the new rules would have stopped ${moves.stopped}${more.length === 0 ? '' : ` (${more.join('; ')})`}`
  return [
    head,
    ...stops.flatMap(({ from, to, line, count, missing, examples }) => [
      `  ${String(count).padStart(5)}  ${from} → ${to}   for want of ${missing.map(({ what, count: times }) => (missing.length === 1 ? what : `${what} ${times}`)).join(', ')}   ${file}:${line}`,
      ...examples.map(
        ({ deal, title, at, by }) =>
          `           ${clockTime(zone, at, 'en').replace(` (${zone})`, '')}  “${title}” by ${by}  (${deal})`,
      ),
    ]),
  ]
}

function sideLines({ totals, tasks, alerts }: ReplayReport): readonly string[] {
  const { before, after } = totals
  const differing = (all: readonly (Sides<number> & { readonly name: string })[]): readonly string[] =>
    all.filter((one) => one.before !== one.after).map((one) => `         ${one.name}: ${signed(one.before, one.after)}`)
  return [
    `Tasks: ${signed(before.tasks, after.tasks)}, missed: ${signed(before.late, after.late)}`,
    ...differing(tasks.map(({ task, ...sides }) => ({ name: task, ...sides }))),
    `Alerts: ${signed(before.told, after.told)}`,
    ...differing(alerts.map(({ alert, ...sides }) => ({ name: alert, ...sides }))),
  ]
}

function personLines({ people }: ReplayReport): readonly string[] {
  if (people.length === 0) return []
  const rows = people.map(({ person, before, after }) => [person, ...countCells({ before, after })])
  const all = [['', 'tasks', 'missed', 'told'], ...rows]
  const widths = [0, 1, 2, 3].map((at) => Math.max(...all.map((row) => row[at]?.length ?? 0)))
  return all.map(
    (row) =>
      `  ${row
        .map((cell, at) => cell.padEnd(widths[at] ?? 0))
        .join('   ')
        .trimEnd()}`,
  )
}

function countCells({ before, after }: Sides<Counts>): readonly string[] {
  return [signed(before.tasks, after.tasks), signed(before.late, after.late), signed(before.told, after.told)]
}

function lostLines({ unplaced, unknownFields }: ReplayReport): readonly string[] {
  return [
    ...unplaced.map(
      ({ what, count, example }) =>
        `\nNo place for ${count} deals from ${what} on, such as ${example}: say under “moved:” what became of it.`,
    ),
    ...(unknownFields.length === 0
      ? []
      : [`\nFields on record that the file does not know: ${unknownFields.join(', ')}.`]),
  ]
}

/** The same as Markdown, for a pull request. */
export function formatReplayMarkdown(report: ReplayReport, { file, zone }: ReplayShown): string {
  const { moves, stops, totals, people } = report
  const cell = (text: string): string => text.replaceAll('|', '\\|')
  const lines = [
    `### ${headOf(report, { file, zone })}`,
    '',
    `**Moves:** ${moves.all}, of which the new rules would have stopped **${moves.stopped}**.`,
    ...(stops.length === 0
      ? []
      : ['', '| stopped | move | for want of | line | example |', '| ---: | --- | --- | --- | --- |']),
    ...stops.map(
      ({ from, to, line, count, missing, examples: [first] }) =>
        `| ${count} | ${from} → ${to} | ${missing.map(({ what, count: times }) => `${what} (${times})`).join(', ')} | ${file}:${line} | ${cell(first === undefined ? '' : `${first.title} (${first.deal})`)} |`,
    ),
    '',
    '| | tasks | missed | told |',
    '| --- | --- | --- | --- |',
    `| **all** | ${countCells(totals).join(' | ')} |`,
    ...people.map(({ person, ...sides }) => `| ${cell(person)} | ${countCells(sides).join(' | ')} |`),
    ...lostLines(report),
    '',
    ...caution,
  ]
  return `${lines.join('\n')}\n`
}

/** Two lives of one deal side by side, the left under the rules it had, the right under the new ones. */
export function formatLives(
  { before, after }: Sides<readonly LifeLine[]>,
  { title, zone, width }: { readonly title: string; readonly zone: string; readonly width: number },
): string {
  const column = Math.max(30, Math.floor((width - 24) / 2))
  const times = [...new Set([...before, ...after].map(({ at }) => at))].toSorted()
  const rows = times.flatMap((at) => {
    const [left, right] = [before, after].map((lines) => lines.filter((line) => line.at === at).map(({ text }) => text))
    return aligned(left ?? [], right ?? []).map(([a, b], no) =>
      rowOf(no === 0 ? shownTime(zone, at) : '', [a, b], column),
    )
  })
  const head = rowOf('', ['by the rules it had', 'by the new rules'], column)
  return `${[title, head, ...rows].join('\n')}\n`
}

/** What is the same on both sides stands in one row. */
function aligned(left: readonly string[], right: readonly string[]): readonly (readonly [string, string])[] {
  const same = left.filter((text) => right.includes(text))
  const [onlyLeft, onlyRight] = [
    left.filter((text) => !same.includes(text)),
    right.filter((text) => !same.includes(text)),
  ]
  const rest = Array.from(
    { length: Math.max(onlyLeft.length, onlyRight.length) },
    (_, no) => [onlyLeft[no] ?? '', onlyRight[no] ?? ''] as const,
  )
  return [...same.map((text) => [text, text] as const), ...rest]
}

function rowOf(time: string, [left, right]: readonly [string, string], column: number): string {
  const mark = left === right ? ' ' : '≠'
  return `${time.padEnd(17)} ${fitted(left, column)} ${mark} ${fitted(right, column).trimEnd()}`.trimEnd()
}

function fitted(text: string, width: number): string {
  return text.length > width ? `${text.slice(0, width - 1)}…` : text.padEnd(width)
}

/** The same as Markdown. */
export function formatLivesMarkdown(
  { before, after }: Sides<readonly LifeLine[]>,
  { title, zone }: { readonly title: string; readonly zone: string },
): string {
  const times = [...new Set([...before, ...after].map(({ at }) => at))].toSorted()
  const rows = times.flatMap((at) => {
    const [left, right] = [before, after].map((lines) => lines.filter((line) => line.at === at).map(({ text }) => text))
    return aligned(left ?? [], right ?? []).map(
      ([a, b], no) => `| ${no === 0 ? shownTime(zone, at) : ''} | ${a} | ${a === b ? '' : '≠'} | ${b} |`,
    )
  })
  return `### ${title}\n\n| | by the rules it had | | by the new rules |\n| --- | --- | --- | --- |\n${rows.join('\n')}\n`
}
