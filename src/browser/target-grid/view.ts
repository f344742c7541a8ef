import { shownAmount, shownGap } from '#domain/plan/target-sheet/shown-amount'
import type { Place } from '#domain/plan/target-sheet/sheet'
import { valuesOf, type CellValue, type Values } from '#domain/plan/target-sheet/values'
import { changed, type Grid } from './grid'
import { blockOf, placesOf } from './selection'
import { filled, type GridWords } from './grid-words'

/** Cells that the server has refused, and why, by place. */
export type Refused = ReadonlyMap<string, string>

/** The name of a place, as the table has it. */
export function nameOf({ row, column }: Place): string {
  return `${row}:${column}`
}

/** Shows a grid in the table that the server has made; only what differs is touched. */
export function gridView(table: HTMLTableElement, words: GridWords) {
  const cells = new Map(
    [...table.querySelectorAll<HTMLTableCellElement>('[data-at]')].map((cell) => [cell.dataset['at'] ?? '', cell]),
  )
  const totals = [...table.querySelectorAll<HTMLTableCellElement>('[data-total]')]
  let known: { readonly history: Grid['history']; readonly sheet: Grid['sheet']; readonly values: Values } | undefined

  const valuesNow = ({ sheet, history }: Grid): Values => {
    if (known?.history.cells !== history.cells || known.sheet !== sheet) {
      known = { history, sheet, values: valuesOf(sheet, history.cells) }
    }
    return known.values
  }
  return {
    show: (grid: Grid, refused: Refused): void => {
      const values = valuesNow(grid)
      showCells(cells, { grid, refused, values })
      for (const [column, atColumn] of grid.sheet.columns.entries()) {
        const total = totals[column]
        const text = shownAmount(values.employees(atColumn), grid.sheet)
        if (total !== undefined && total.textContent !== text) total.textContent = text
      }
    },
    cell: (place: Place) => cells.get(nameOf(place)),
    says: (grid: Grid) => said(grid, valuesNow(grid), words),
  }
}

function showCells(
  cells: ReadonlyMap<string, HTMLTableCellElement>,
  { grid, refused, values }: { readonly grid: Grid; readonly refused: Refused; readonly values: Values },
): void {
  const unsaved = new Set(changed(grid).map(({ place }) => nameOf(place)))
  const marked = new Set(placesOf(blockOf(grid.selection)).flat().map(nameOf))
  const focus = nameOf(grid.selection.focus)
  for (const [name, cell] of cells) {
    const [row = 0, column = 0] = name.split(':').map(Number)
    const [atRow, atColumn] = [grid.sheet.rows[row], grid.sheet.columns[column]]
    if (atRow === undefined || atColumn === undefined) continue
    const value = values.at(atRow, atColumn)
    if (name !== focus || grid.draft === null) write(cell, grid, value)
    const states = { unsaved: unsaved.has(name), refused: refused.has(name), marked: marked.has(name) }
    const classes = Object.entries(states).flatMap(([state, is]) => (is ? [state] : []))
    set(cell, 'class', [`of-${atColumn.kind}`, `from-${value.source ?? 'none'}`, ...classes].join(' '))
    set(cell, 'aria-selected', marked.has(name) ? 'true' : 'false')
    set(cell, 'tabindex', name === focus ? '0' : '-1')
    set(cell, 'title', refused.get(name) ?? '')
  }
}

function write(cell: HTMLTableCellElement, { sheet }: Grid, value: CellValue): void {
  const gap = value.topDownGap ?? value.monthsGap
  const apart = gap === null || gap === 0 ? '' : `Δ ${shownGap(gap, sheet)}`
  const text = shownAmount(value.value, sheet)
  if (cell.textContent === text + apart && cell.querySelector('input') === null) return
  cell.textContent = text
  if (apart === '') return
  const tail = document.createElement('span')
  tail.className = 'gap'
  tail.textContent = apart
  cell.append(tail)
}

function set(element: Element, name: string, value: string): void {
  if (value === '') element.removeAttribute(name)
  else if (element.getAttribute(name) !== value) element.setAttribute(name, value)
}

/** What is marked, in words: of one cell its amount and where it comes from, of a block how many and their sum. */
function said(grid: Grid, values: Values, words: GridWords): string {
  const { sheet, selection } = grid
  const places = placesOf(blockOf(selection)).flat()
  const found = places.flatMap(({ row, column }): readonly CellValue[] => {
    const [atRow, atColumn] = [sheet.rows[row], sheet.columns[column]]
    return atRow === undefined || atColumn === undefined ? [] : [values.at(atRow, atColumn)]
  })
  if (places.length > 1) {
    const sum = found.reduce((all, { value }) => all + (value ?? 0), 0)
    return filled(words.marked, { count: String(places.length), sum: shownAmount(sum, sheet) })
  }
  const [value] = found
  const [row, column] = [sheet.rows[selection.focus.row], sheet.columns[selection.focus.column]]
  if (value === undefined || row === undefined || column === undefined) return ''
  const parts = [
    filled(words.edits, { row: row.name, column: column.label }),
    shownAmount(value.value, sheet),
    sourceOf(grid, value, words),
    value.topDownGap === null || value.topDownGap === 0
      ? ''
      : filled(words.gap, { amount: shownGap(value.topDownGap, sheet) }),
    value.monthsGap === null || value.monthsGap === 0
      ? ''
      : filled(words.monthsGap, { amount: shownGap(value.monthsGap, sheet) }),
  ]
  return parts.filter((part) => part !== '').join(' · ')
}

function sourceOf({ sheet, selection }: Grid, { source }: CellValue, words: GridWords): string {
  const [row, column] = [sheet.rows[selection.focus.row], sheet.columns[selection.focus.column]]
  if (source !== 'recurring') return words.sources[source ?? 'none']
  const from = sheet.recurring
    .filter((one) => one.scope === row?.scope && one.id === row.id && one.every === column?.kind)
    .filter((one) => one.from <= (column?.period ?? ''))
    .toSorted((a, b) => (a.from < b.from ? 1 : -1))[0]
  return filled(words.sources.recurring, { every: words.every[column?.kind ?? 'month'], from: from?.from ?? '' })
}
