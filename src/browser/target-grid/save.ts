import { api } from '#browser/api'
import { toast } from '#browser/toast'
import { isAsSeen } from '#domain/plan/as-seen'
import { cellKey } from '#domain/plan/target-sheet/sheet'
import { shownAmount } from '#domain/plan/target-sheet/shown-amount'
import { valuesOf } from '#domain/plan/target-sheet/values'
import type { RecurringTarget, RecurringView, TargetCellsSet } from '#schemas/plan'
import { changed, noteSaved, type Grid } from './grid'
import { nameOf, type Refused } from './view'
import { filled, type GridWords } from './grid-words'

/** The most cells the API takes at once. */
const atOnce = 1000

/** What came of saving: what the server holds now and what it refused, or why it could not be asked. */
export type Saved =
  | { readonly saved: number; readonly refused: Refused; readonly noted: (grid: Grid) => Grid }
  | { readonly said: string }

/** Saves every cell that differs from what the server holds. */
export async function save(grid: Grid, words: GridWords): Promise<Saved> {
  const { sheet } = grid
  const wanted = changed(grid)
  const answers: TargetCellsSet['cells'][number][] = []
  for (let first = 0; first < wanted.length; first += atOnce) {
    const cells = wanted.slice(first, first + atOnce).flatMap(({ place, value, was }) => {
      const [row, column] = [sheet.rows[place.row], sheet.columns[place.column]]
      if (row === undefined || column === undefined) return []
      return [{ period: column.period, metric: sheet.metric, scope: row.scope, id: row.id, value, was }]
    })
    const answer = await api<TargetCellsSet>('PUT', '/plans/cells', { body: { cells } })
    if (!answer.ok) return { said: answer.problem.said }
    answers.push(...answer.body.cells)
  }
  const refused = new Map<string, string>()
  for (const [index, { code, value }] of answers.entries()) {
    const place = wanted[index]?.place
    if (code === undefined || place === undefined) continue
    const sentence = code === 'version_conflict' || code === 'forbidden' ? words.refused[code] : words.refused.other
    const amount = value === null ? words.sources.none : shownAmount(value, sheet)
    refused.set(nameOf(place), filled(sentence, { amount }))
  }
  // What somebody else has set meanwhile is known now: saving again is meant.
  const now = answers.filter(({ code }) => code === undefined || code === 'version_conflict')
  return {
    saved: answers.length - refused.size,
    refused,
    noted: (later) =>
      noteSaved(
        later,
        now.map((cell) => ({ key: cellKey(cell, cell), value: cell.value })),
      ),
  }
}

/** Lets the amount of the marked cell repeat from its period on; gives what repeats then, or tells why nothing changed. */
export async function repeat(
  { sheet, history, selection }: Grid,
  words: GridWords,
): Promise<readonly RecurringTarget[] | undefined> {
  const [row, column] = [sheet.rows[selection.focus.row], sheet.columns[selection.focus.column]]
  if (row === undefined || column === undefined) return undefined
  const { value } = valuesOf(sheet, history.cells).at(row, column)
  if (value === null) {
    toast(words.nothingToRepeat, { isBad: true })
    return undefined
  }
  const target = { metric: sheet.metric, scope: row.scope, id: row.id, value }
  const repeated = { ...target, every: column.kind, from: column.period }
  const body = { targets: [repeated] }
  const now = await api<RecurringView>('GET', '/plans/recurring')
  if (!now.ok) {
    toast(now.problem.said, { isBad: true })
    return undefined
  }
  const isSame = (one: RecurringTarget) => seriesOf(one) === seriesOf(repeated)
  const [there, seen] = [now.body.targets.find(isSame), sheet.recurring.find(isSame)]
  if (!isAsSeen(there, seen ?? null)) {
    const amount = there === undefined ? words.sources.none : shownAmount(there.value, sheet)
    toast(filled(words.refused.version_conflict, { amount }), { isBad: true })
    return now.body.targets.filter(({ metric }) => metric === sheet.metric)
  }
  const answer = await api<RecurringView>('PUT', '/plans/recurring', {
    body,
    ...(now.tag === undefined ? {} : { version: now.tag }),
  })
  if (!answer.ok) {
    toast(answer.problem.said, { isBad: true })
    return undefined
  }
  const amount = shownAmount(value, sheet)
  toast(filled(words.repeated, { every: words.every[column.kind], from: column.label, amount }))
  return answer.body.targets.filter(({ metric }) => metric === sheet.metric)
}

function seriesOf({ every, from, scope, id }: Pick<RecurringTarget, 'every' | 'from' | 'scope' | 'id'>): string {
  return [every, from, scope, id].join('#')
}
