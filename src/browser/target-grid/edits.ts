import { distribute } from '#domain/plan/plan-totals'
import { plainAmount, readAmount, type AmountFault, type Writing } from '#domain/numbers/typed-amount'
import { readTable, writeTable } from './clipboard'
import { make, startHistory, type Change, type History } from './history'
import { blockOf, placesOf, type Block, type Selection } from './selection'
import { cellKey, type Cells, type Place, type Sheet } from '#domain/plan/target-sheet/sheet'
import { valuesOf } from '#domain/plan/target-sheet/values'

/** Why a cell was not set, and which text it was about. */
export type CellFault = {
  readonly place: Place
  readonly text: string
  readonly why: AmountFault | 'read_only' | 'outside' | 'not_longer' | 'nothing_to_spread'
}

/** What came of an edit: the history after it, and what could not be set. */
export type Edited = { readonly history: History; readonly faults: readonly CellFault[] }

/** How amounts are written in a sheet. */
export function writingOf({ language, digits, metric, currency }: Sheet): Writing {
  return { language, digits, ...(metric === 'sum' ? { currency } : {}) }
}

/** Sets one cell to what was typed; an empty text takes away what was set by hand. */
export function type(sheet: Sheet, history: History, place: Place, text: string): Edited {
  return setAll(sheet, history, [{ place, text }])
}

/**
 * Sets cells from what was copied elsewhere, beginning at the upper left corner of what is marked. One cell fills all
 * that is marked, a block is laid as often as it fits; what does not fit, may not be set or is no amount is told.
 */
export function paste(sheet: Sheet, history: History, selection: Selection, text: string): Edited {
  const table = readTable(text)
  const [height, width] = [table.length, Math.max(1, ...table.map(({ length }) => length))]
  const marked = blockOf(selection)
  const down = repeats(marked.bottom - marked.top + 1, height)
  const right = repeats(marked.right - marked.left + 1, width)
  const texts = Array.from({ length: down * height }, (_, row) =>
    Array.from({ length: right * width }, (_, column) => ({
      place: { row: marked.top + row, column: marked.left + column },
      text: table[row % height]?.[column % width] ?? '',
    })),
  )
  return setAll(sheet, history, texts.flat())
}

/** What is marked as a spreadsheet takes it: what each cell shows, wherever it comes from. */
export function copy(sheet: Sheet, cells: Cells, selection: Selection): string {
  const values = valuesOf(sheet, cells)
  return writeTable(
    placesOf(blockOf(selection)).map((row) =>
      row.map((place) => {
        const [atRow, atColumn] = [sheet.rows[place.row], sheet.columns[place.column]]
        const shown = atRow === undefined || atColumn === undefined ? null : values.at(atRow, atColumn).value
        return plainAmount(shown, writingOf(sheet))
      }),
    ),
  )
}

/** Takes away what was set by hand in all that is marked. */
export function clear(sheet: Sheet, history: History, selection: Selection): Edited {
  return setAll(
    sheet,
    history,
    placesOf(blockOf(selection))
      .flat()
      .map((place) => ({ place, text: '' })),
  )
}

/** Fills what is marked with its first row (down) or its first column (right). */
export function fill(sheet: Sheet, history: History, selection: Selection, way: 'down' | 'right'): Edited {
  const block = blockOf(selection)
  const source: Block = way === 'down' ? { ...block, bottom: block.top } : { ...block, right: block.left }
  const corner = { row: source.top, column: source.left }
  const text = copy(sheet, history.cells, { anchor: corner, focus: { row: source.bottom, column: source.right } })
  return paste(sheet, history, selection, text)
}

/** Spreads the plan of a longer period over its months, by their working days or evenly; they add up to it exactly. */
export function spread(sheet: Sheet, history: History, place: Place, how: 'working_days' | 'evenly'): Edited {
  const [row, column] = [sheet.rows[place.row], sheet.columns[place.column]]
  const refuse = (why: CellFault['why']): Edited => ({ history, faults: [{ place, text: '', why }] })
  if (row === undefined || column === undefined) return refuse('outside')
  if (!row.canEdit) return refuse('read_only')
  if (column.kind === 'month') return refuse('not_longer')
  const total = valuesOf(sheet, history.cells).at(row, column).value
  if (total === null) return refuse('nothing_to_spread')
  const months = sheet.columns.filter(({ kind, period }) => kind === 'month' && column.months.includes(period))
  const weights = months.map(({ workingDays }) => (how === 'evenly' ? 1 : workingDays))
  const isWorked = weights.some((weight) => weight > 0)
  const parts = distribute(total, isWorked ? weights : weights.map(() => 1))
  const changes = months.map((month, index) => ({ key: cellKey(month, row), value: parts[index] }))
  return { history: make(history, changes), faults: [] }
}

type Typed = { readonly place: Place; readonly text: string }

/** Reads every text; those that are amounts are set as one step, the others are told. */
function setAll(sheet: Sheet, history: History, typed: readonly Typed[]): Edited {
  const faults: CellFault[] = []
  const wanted: Wanted[] = []
  for (const { place, text } of typed) {
    const [row, column] = [sheet.rows[place.row], sheet.columns[place.column]]
    const read = readAmount(text, writingOf(sheet))
    if (row === undefined || column === undefined) {
      if (text.trim() !== '') faults.push({ place, text, why: 'outside' })
    } else if (!row.canEdit) {
      faults.push({ place, text, why: 'read_only' })
    } else if ('fault' in read) {
      faults.push({ place, text, why: read.fault })
    } else {
      wanted.push({ place, tier: tierOf(row.scope, column.kind), value: read.value ?? undefined })
    }
  }
  return { history: make(history, changesFor(sheet, history, wanted)), faults }
}

type Wanted = { readonly place: Place; readonly tier: number; readonly value: number | undefined }

/**
 * A cell that would show the same number anyway is left alone, so that a total stays a total when it is copied onto
 * itself: first months, then what they add up to; first employees, then who they are parts of.
 */
function changesFor(sheet: Sheet, history: History, wanted: readonly Wanted[]): readonly Change[] {
  const changes: Change[] = []
  let cells = history.cells
  for (const tier of [...new Set(wanted.map((one) => one.tier))].toSorted((a, b) => a - b)) {
    const values = valuesOf(sheet, cells)
    const now = wanted
      .filter((one) => one.tier === tier)
      .flatMap(({ place, value }): readonly Change[] => {
        const [row, column] = [sheet.rows[place.row], sheet.columns[place.column]]
        if (row === undefined || column === undefined) return []
        const isShown = value !== undefined && values.at(row, column).value === value
        return isShown ? [] : [{ key: cellKey(column, row), value }]
      })
    changes.push(...now)
    cells = make(startHistory(cells), now).cells
  }
  return changes
}

const kinds = ['month', 'quarter', 'half', 'year'] as const

function tierOf(scope: Sheet['rows'][number]['scope'], kind: (typeof kinds)[number]): number {
  const isWhole = scope === 'company' || scope === 'department'
  return (isWhole ? kinds.length : 0) + kinds.indexOf(kind)
}

/** How often a block is laid into what is marked: as often as it fits exactly, else once. */
function repeats(marked: number, block: number): number {
  return block > 0 && marked % block === 0 ? marked / block : 1
}
