import type { Sheet } from '#domain/plan/target-sheet/sheet'
import { changed, write, type Grid } from './grid'
import { nameOf, type gridView, type Refused } from './view'
import { filled, type GridWords } from './grid-words'

/** Everything on the page that belongs to the grid, and the grid as it is now. */
export type Desk = {
  readonly table: HTMLTableElement
  readonly tools: HTMLElement
  readonly words: GridWords
  readonly view: ReturnType<typeof gridView>
  grid: Grid
  refused: Refused
  isSaving: boolean
}

const mostFaults = 4

/** Takes the grid as it has become and shows it: cells, what is written into one, and the tools around. */
export function update(desk: Desk, next: Grid, more: { readonly isFirst?: boolean } = {}): void {
  const was = desk.grid
  desk.grid = next
  desk.view.show(next, desk.refused)
  if (next.draft !== null) showDraft(desk, was)
  else if (more.isFirst !== true) desk.view.cell(next.selection.focus)?.focus()
  showTools(desk)
  showFaults(desk)
}

/** Shows what can be done now, how much is not saved yet, and what is marked. */
export function showTools({ grid, tools, words, view, isSaving }: Desk): void {
  const count = changed(grid).length
  const { focus } = grid.selection
  const isLonger = grid.sheet.columns[focus.column]?.kind !== 'month'
  const canEdit = grid.sheet.rows[focus.row]?.canEdit === true
  const isOff: Readonly<Record<string, boolean>> = {
    save: count === 0 || isSaving,
    undo: grid.history.past.length === 0,
    redo: grid.history.future.length === 0,
    spread_days: !isLonger || !canEdit,
    spread_evenly: !isLonger || !canEdit,
    repeat: !canEdit,
  }
  for (const button of tools.querySelectorAll<HTMLButtonElement>('[data-tool]')) {
    const name = button.dataset['tool'] ?? ''
    button.disabled = isOff[name] ?? false
    if (name === 'save')
      button.textContent = count === 0 ? words.save : filled(words.saveCount, { count: String(count) })
  }
  document.getElementById('grid-status')?.replaceChildren(view.says(grid))
}

function showDraft(desk: Desk, was: Grid): void {
  const { table, view, grid } = desk
  const cell = view.cell(grid.selection.focus)
  const open = table.querySelector('input')
  if (grid.draft === null || cell === undefined) return
  if (open !== null && was.draft !== null) return open.focus()
  const input = document.createElement('input')
  input.className = 'grid-input'
  input.inputMode = 'decimal'
  input.value = grid.draft.text
  input.setAttribute('aria-label', view.says(grid))
  input.addEventListener('input', () => {
    desk.grid = write(desk.grid, input.value)
  })
  cell.replaceChildren(input)
  input.focus()
}

function showFaults({ grid, refused, words }: Desk): void {
  const list = document.getElementById('grid-faults')
  if (list === null) return
  const focused = refused.get(nameOf(grid.selection.focus))
  const left = grid.faults.length - mostFaults
  const said = [
    ...(focused === undefined ? [] : [focused]),
    ...grid.faults.slice(0, mostFaults).map((fault) => faultText(fault, grid.sheet, words)),
    ...(left > 0 ? [filled(words.more, { count: String(left) })] : []),
  ]
  list.hidden = said.length === 0
  list.replaceChildren(
    ...said.map((sentence) => {
      const item = document.createElement('li')
      item.textContent = sentence
      return item
    }),
  )
}

function faultText({ place, text, why }: Grid['faults'][number], sheet: Sheet, words: GridWords): string {
  const [row, column] = [sheet.rows[place.row], sheet.columns[place.column]]
  const said = filled(words.faults[why], { text, currency: sheet.currency })
  if (row === undefined || column === undefined) return said
  return `${filled(words.edits, { row: row.name, column: column.label })}: ${said}`
}
