import { clockTime } from '#trial/format-tests'
import { shownTime } from '#trial/judge'
import type { CallBackSides } from './call-back-sides'
import type { LifeLine } from './deal-lines'
import type { Language } from '#schemas/language-names'
import type { ReplayWords } from './replay-en'
import { replayWords } from './replay-words'
import type { Counts, Found, RefusedGroup, ReplayReport, Sides } from './replay-report'

/** What a report is about and how it is shown. */
export type ReplayShown = { readonly file: string; readonly zone: string; readonly language: Language }

type CalledBack = { readonly callBacks?: CallBackSides | undefined }

const signed = (before: number, after: number): string =>
  before === after ? `${after}` : `${before} → ${after} (${after > before ? '+' : '−'}${Math.abs(after - before)})`

/** A replay for people: what would have been stopped, tasks and alerts before and after, person by person. */
export function formatReplay(report: ReplayReport & CalledBack, shown: ReplayShown): string {
  const words = replayWords[shown.language]
  const lines = [
    headOf(report, shown),
    '',
    ...moveLines(report, shown),
    '',
    ...refusedLines(report, shown),
    ...wonLines(report, words),
    '',
    ...sideLines(report, words),
    '',
    ...personLines(report, words),
    ...callBackLines(report, words),
    ...lostLines(report, words),
    '',
    ...words.caution,
  ]
  return `${lines.join('\n')}\n`
}

/** How many clients would have been called back late, with the time the rules gave and with that of the new ones. */
function callBackLines({ callBacks }: CalledBack, words: ReplayWords): readonly string[] {
  if (callBacks === undefined) return []
  const { count, before, after } = callBacks
  const side = (one: CallBackSides['before']): string =>
    one === null ? words.noCallBack : words.lateWithin(one.late, one.within)
  const isSame = before?.within === after?.within && before?.late === after?.late
  return ['', words.callBacks(count, isSame ? side(after) : `${side(before)} → ${side(after)}`)]
}

function headOf({ deals, events, since, until }: ReplayReport, { file, zone, language }: ReplayShown): string {
  const day = (at: string): string => shownTime(zone, at).slice(0, 10)
  return replayWords[language].head({ deals, events, file, zone, since: day(since), until: day(until) })
}

function moveLines({ moves, stops }: ReplayReport, { file, zone, language }: ReplayShown): readonly string[] {
  const words = replayWords[language]
  const more = [
    ...(moves.alsoBefore > 0 ? [words.alsoBefore(moves.alsoBefore)] : []),
    ...(moves.noLonger > 0 ? [words.noLonger(moves.noLonger)] : []),
  ]
  const head = `${words.moves(moves.all, moves.stopped)}${more.length === 0 ? '' : ` (${more.join('; ')})`}`
  return [
    head,
    ...stops.flatMap(({ from, to, line, count, missing, examples }) => [
      `  ${String(count).padStart(5)}  ${from} → ${to}   ${words.forWantOf(missing.map(({ what, count: times }) => (missing.length === 1 ? what : `${what} ${times}`)).join(', '))}   ${file}:${line}`,
      ...examples.map((one) => exampleLine(one, { zone, language })),
    ]),
  ]
}

function refusedLines({ refused }: ReplayReport, { file, zone, language }: ReplayShown): readonly string[] {
  if (refused.length === 0) return []
  const words = replayWords[language]
  return [
    words.refused(sumOf(refused)),
    ...refused.flatMap((group) => [
      `  ${String(group.count).padStart(5)}  ${words.refusal(group)}   ${file}:${group.line}`,
      ...group.examples.map((one) => exampleLine(one, { zone, language })),
    ]),
    '',
  ]
}

function sumOf(groups: readonly RefusedGroup[]): number {
  return groups.reduce((sum, { count }) => sum + count, 0)
}

function exampleLine(
  { deal, title, at, by }: RefusedGroup['examples'][number],
  { zone, language }: Pick<ReplayShown, 'zone' | 'language'>,
): string {
  const time = clockTime(zone, at, language).replace(` (${zone})`, '')
  return `           ${time}  ${replayWords[language].example(title, by, deal)}`
}

function wonLines({ won }: ReplayReport, words: ReplayWords): readonly string[] {
  const found = ({ count, examples }: Found, say: (count: number) => string): readonly string[] =>
    count === 0
      ? []
      : [
          `  ${String(count).padStart(5)}  ${say(count)}`,
          ...examples.map(({ deal, title }) => `           ${words.named(title, deal)}`),
        ]
  return [
    words.won(signed(won.before, won.after)),
    ...found(won.gone, words.wonNoMore),
    ...found(won.added, words.wonNew),
  ]
}

function sideLines({ totals, tasks, alerts }: ReplayReport, words: ReplayWords): readonly string[] {
  const { before, after } = totals
  const differing = (all: readonly (Sides<number> & { readonly name: string })[]): readonly string[] =>
    all.filter((one) => one.before !== one.after).map((one) => `         ${one.name}: ${signed(one.before, one.after)}`)
  return [
    words.tasks(signed(before.tasks, after.tasks), signed(before.late, after.late)),
    ...differing(tasks.map(({ task, ...sides }) => ({ name: task, ...sides }))),
    words.alerts(signed(before.told, after.told)),
    ...differing(alerts.map(({ alert, ...sides }) => ({ name: alertName(alert, words), ...sides }))),
  ]
}

/** An alert is kept as `late_task, step 2`, or as the name of what happened. */
function alertName(alert: string, words: ReplayWords): string {
  const step = /^(.*), step (\d+)$/.exec(alert)
  return step === null ? words.alert(alert) : words.step(step[1] ?? '', Number(step[2]))
}

function personLines({ people }: ReplayReport, { heads }: ReplayWords): readonly string[] {
  if (people.length === 0) return []
  const rows = people.map(({ person, before, after }) => [person, ...countCells({ before, after })])
  const all = [['', heads.tasks, heads.missed, heads.told], ...rows]
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

function lostLines({ unplaced, unknownFields }: ReplayReport, words: ReplayWords): readonly string[] {
  return [
    ...unplaced.map(({ what, count, example }) => `\n${words.unplaced(count, what, example)}`),
    ...(unknownFields.length === 0 ? [] : [`\n${words.unknownFields(unknownFields.join(', '))}`]),
  ]
}

/** The same as Markdown, for a pull request. */
export function formatReplayMarkdown(report: ReplayReport & CalledBack, shown: ReplayShown): string {
  const { moves, stops, totals, people } = report
  const words = replayWords[shown.language]
  const { heads, stopHeads } = words
  const cell = (text: string): string => text.replaceAll('|', '\\|')
  const columns = [stopHeads.stopped, stopHeads.move, stopHeads.want, stopHeads.line, stopHeads.example]
  const lines = [
    `### ${headOf(report, shown)}`,
    '',
    words.movesMarkdown(moves.all, moves.stopped),
    '',
    ...wonLines(report, words).map((line, no) => (no === 0 ? line : `- ${line.trim()}`)),
    ...(stops.length === 0 ? [] : ['', `| ${columns.join(' | ')} |`, '| ---: | --- | --- | --- | --- |']),
    ...stops.map(
      ({ from, to, line, count, missing, examples: [first] }) =>
        `| ${count} | ${from} → ${to} | ${missing.map(({ what, count: times }) => `${what} (${times})`).join(', ')} | ${shown.file}:${line} | ${cell(first === undefined ? '' : `${first.title} (${first.deal})`)} |`,
    ),
    ...refusedMarkdown(report, shown),
    '',
    `| | ${heads.tasks} | ${heads.missed} | ${heads.told} |`,
    '| --- | --- | --- | --- |',
    `| **${heads.all}** | ${countCells(totals).join(' | ')} |`,
    ...people.map(({ person, ...sides }) => `| ${cell(person)} | ${countCells(sides).join(' | ')} |`),
    ...callBackLines(report, words),
    ...lostLines(report, words),
    '',
    ...words.caution,
  ]
  return `${lines.join('\n')}\n`
}

function refusedMarkdown({ refused }: ReplayReport, { file, language }: ReplayShown): readonly string[] {
  if (refused.length === 0) return []
  const words = replayWords[language]
  return [
    '',
    words.refused(sumOf(refused)),
    ...refused.map(({ examples: [first], ...group }) => {
      const example = first === undefined ? '' : `, ${words.named(first.title, first.deal)}`
      return `- ${group.count}: ${words.refusal(group)} (${file}:${group.line})${example}`
    }),
  ]
}

/** What two lives are of and how they are shown. */
export type LivesShown = { readonly title: string; readonly zone: string; readonly language: Language }

/** Two lives of one deal side by side, the left under the rules it had, the right under the new ones. */
export function formatLives(
  { before, after }: Sides<readonly LifeLine[]>,
  { title, zone, width, language }: LivesShown & { readonly width: number },
): string {
  const words = replayWords[language]
  const column = Math.max(30, Math.floor((width - 24) / 2))
  const times = [...new Set([...before, ...after].map(({ at }) => at))].toSorted()
  const rows = times.flatMap((at) => {
    const [left, right] = [before, after].map((lines) => lines.filter((line) => line.at === at).map(({ text }) => text))
    return aligned(left ?? [], right ?? []).map(([a, b], no) =>
      rowOf(no === 0 ? shownTime(zone, at) : '', [a, b], column),
    )
  })
  const head = rowOf('', [words.before, words.after], column)
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
  { title, zone, language }: LivesShown,
): string {
  const words = replayWords[language]
  const times = [...new Set([...before, ...after].map(({ at }) => at))].toSorted()
  const rows = times.flatMap((at) => {
    const [left, right] = [before, after].map((lines) => lines.filter((line) => line.at === at).map(({ text }) => text))
    return aligned(left ?? [], right ?? []).map(
      ([a, b], no) => `| ${no === 0 ? shownTime(zone, at) : ''} | ${a} | ${a === b ? '' : '≠'} | ${b} |`,
    )
  })
  return `### ${title}\n\n| | ${words.before} | | ${words.after} |\n| --- | --- | --- | --- |\n${rows.join('\n')}\n`
}
