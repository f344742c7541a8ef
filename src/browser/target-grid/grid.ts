import { plainAmount } from '#domain/numbers/typed-amount'
import { clear, copy, fill, paste, spread, type as typeInto, writingOf, type CellFault, type Edited } from './edits'
import { redo, startHistory, undo, type History } from './history'
import { go, goOn, selectAll, selectOne, type Selection } from './selection'
import { cellsOf, keyAt, type Cells, type Place, type Sheet } from '#domain/plan/target-sheet/sheet'
import { valuesOf } from '#domain/plan/target-sheet/values'

/** What is being written into a cell; `isFresh`: it took the place of what was there, so arrows finish it. */
export type Draft = { readonly text: string; readonly isFresh: boolean }

/** The grid at one moment. */
export type Grid = {
  readonly sheet: Sheet
  readonly history: History
  /** What the server holds, as far as the page knows. */
  readonly saved: Cells
  readonly selection: Selection
  readonly draft: Draft | null
  /** What the last edit could not set. */
  readonly faults: readonly CellFault[]
}

/** A key as the page hears it. */
export type Key = { readonly key: string; readonly ctrl?: boolean; readonly shift?: boolean }

/** Opens a sheet with its first cell marked. */
export function openGrid(sheet: Sheet): Grid {
  const cells = cellsOf(sheet)
  const selection = selectOne({ row: 0, column: 0 })
  return { sheet, history: startHistory(cells), saved: cells, selection, draft: null, faults: [] }
}

/** Answers a key as a spreadsheet does; null where the key is not for the grid. */
export function press(grid: Grid, key: Key): Grid | null {
  return grid.draft === null ? pressOnCells(grid, key) : pressInDraft(grid, grid.draft, key)
}

/** Marks a cell (or, with `extend`, everything up to it) after finishing what is being written. */
export function pointAt(grid: Grid, place: Place, extend = false): Grid {
  const done = finish(grid)
  const selection = extend ? { anchor: done.selection.anchor, focus: place } : selectOne(place)
  return { ...done, selection }
}

/** Takes what is written into the cell so far. */
export function write(grid: Grid, text: string): Grid {
  return grid.draft === null ? grid : { ...grid, draft: { ...grid.draft, text } }
}

/** Begins to write into the marked cell: from its present amount, or with a first letter in its place. */
export function begin(grid: Grid, first?: string): Grid {
  const { row, column } = grid.selection.focus
  if (grid.sheet.rows[row]?.canEdit !== true || grid.sheet.columns[column] === undefined) {
    return { ...grid, faults: [{ place: { row, column }, text: first ?? '', why: 'read_only' }] }
  }
  return { ...grid, draft: { text: first ?? textOf(grid, grid.selection.focus), isFresh: first !== undefined } }
}

/** Sets the cell to what was written; a text that is no amount stays where it is, and why is told. */
export function finish(grid: Grid): Grid {
  if (grid.draft === null) return grid
  const edited = typeInto(grid.sheet, grid.history, grid.selection.focus, grid.draft.text)
  return { ...grid, ...edited, draft: edited.faults.length === 0 ? null : { ...grid.draft, isFresh: false } }
}

/** Pastes a text over what is marked. */
export function pasteInto(grid: Grid, text: string): Grid {
  return edit(grid, (sheet, history, selection) => paste(sheet, history, selection, text))
}

/** What is marked, as text for the clipboard. */
export function copyOut({ sheet, history, selection }: Grid): string {
  return copy(sheet, history.cells, selection)
}

/** Spreads the marked plan of a longer period over its months. */
export function spreadOut(grid: Grid, how: 'working_days' | 'evenly'): Grid {
  return edit(grid, (sheet, history, { focus }) => spread(sheet, history, focus, how))
}

/** The cells that differ from what the server holds, and what it held when the page was read; null where nothing is set. */
export function changed({ sheet, history, saved }: Grid): readonly {
  readonly key: string
  readonly place: Place
  readonly value: number | null
  readonly was: number | null
}[] {
  return sheet.rows.flatMap((_, row) =>
    sheet.columns.flatMap((_column, column) => {
      const key = keyAt(sheet, { row, column }) ?? ''
      const [value, was] = [history.cells.get(key), saved.get(key)]
      return value === was ? [] : [{ key, place: { row, column }, value: value ?? null, was: was ?? null }]
    }),
  )
}

/** Takes note of what the server holds now: of cells it has saved, and of those somebody else has set. */
export function noteSaved(grid: Grid, now: readonly { readonly key: string; readonly value: number | null }[]): Grid {
  const saved = new Map(grid.saved)
  for (const { key, value } of now) {
    if (value === null) saved.delete(key)
    else saved.set(key, value)
  }
  return { ...grid, saved }
}

function pressOnCells(grid: Grid, { key, ctrl = false, shift = false }: Key): Grid | null {
  const { sheet, selection } = grid
  const arrow = arrows[key]
  if (arrow !== undefined) return { ...grid, selection: go(sheet, selection, ctrl ? farther(arrow) : arrow, shift) }
  if (ctrl) return pressWithCtrl(grid, key.toLowerCase(), shift)
  switch (key) {
    case 'Enter':
      return { ...grid, selection: go(sheet, selection, { row: shift ? -1 : 1, column: 0 }) }
    case 'Tab':
      return isAtEnd(grid, shift) ? null : { ...grid, selection: goOn(sheet, selection, shift ? -1 : 1) }
    case 'Home':
      return { ...grid, selection: go(sheet, selection, { row: 0, column: -sheet.columns.length }, shift) }
    case 'End':
      return { ...grid, selection: go(sheet, selection, { row: 0, column: sheet.columns.length }, shift) }
    case 'F2':
      return begin(grid)
    case 'Delete':
    case 'Backspace':
      return edit(grid, clear)
    default:
      return isWritten(key) ? begin(grid, key) : null
  }
}

function pressWithCtrl(grid: Grid, key: string, shift: boolean): Grid | null {
  switch (key) {
    case 'z':
    case 'я':
      return { ...grid, history: (shift ? redo : undo)(grid.history), faults: [] }
    case 'y':
    case 'н':
      return { ...grid, history: redo(grid.history), faults: [] }
    case 'd':
    case 'в':
      return edit(grid, (sheet, history, selection) => fill(sheet, history, selection, 'down'))
    case 'r':
    case 'к':
      return edit(grid, (sheet, history, selection) => fill(sheet, history, selection, 'right'))
    case 'a':
    case 'ф':
      return { ...grid, selection: selectAll(grid.sheet) }
    case 'home':
      return { ...grid, selection: selectOne({ row: 0, column: 0 }) }
    default:
      return null
  }
}

function pressInDraft(grid: Grid, draft: Draft, { key, shift = false }: Key): Grid | null {
  if (key === 'Escape') return { ...grid, draft: null, faults: [] }
  const arrow = draft.isFresh ? arrows[key] : undefined
  if (key !== 'Enter' && key !== 'Tab' && arrow === undefined) return null
  const done = finish(grid)
  if (done.draft !== null) return done
  if (key === 'Tab') return { ...done, selection: goOn(done.sheet, done.selection, shift ? -1 : 1) }
  return { ...done, selection: go(done.sheet, done.selection, arrow ?? { row: shift ? -1 : 1, column: 0 }) }
}

function edit(grid: Grid, how: (sheet: Sheet, history: History, selection: Selection) => Edited): Grid {
  return { ...grid, ...how(grid.sheet, grid.history, grid.selection) }
}

/** At either end of the grid Tab leaves it, so that nobody is caught in it. */
function isAtEnd({ sheet, selection: { focus } }: Grid, back: boolean): boolean {
  if (back) return focus.row === 0 && focus.column === 0
  return focus.row === sheet.rows.length - 1 && focus.column === sheet.columns.length - 1
}

function textOf({ sheet, history }: Grid, { row, column }: Place): string {
  const [atRow, atColumn] = [sheet.rows[row], sheet.columns[column]]
  if (atRow === undefined || atColumn === undefined) return ''
  return plainAmount(valuesOf(sheet, history.cells).at(atRow, atColumn).value, writingOf(sheet))
}

function isWritten(key: string): boolean {
  return /^\S$/u.test(key)
}

const arrows: Readonly<Record<string, Place>> = {
  ArrowUp: { row: -1, column: 0 },
  ArrowDown: { row: 1, column: 0 },
  ArrowLeft: { row: 0, column: -1 },
  ArrowRight: { row: 0, column: 1 },
}

function farther({ row, column }: Place): Place {
  return { row: row * 10_000, column: column * 10_000 }
}
