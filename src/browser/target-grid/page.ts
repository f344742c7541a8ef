import { toast } from '#browser/toast'
import type { Sheet } from '#domain/plan/target-sheet/sheet'
import { showTools, update, type Desk } from './desk'
import { begin, changed, copyOut, finish, openGrid, pasteInto, pointAt, press, spreadOut } from './grid'
import { listenToClipboard, listenToPointer } from './hands'
import { repeat, save } from './save'
import { gridView } from './view'
import { filled, type GridWords } from './grid-words'

/** Brings the sheet of targets to life: keys, pointer, clipboard, tools. */
export function startTargets(): void {
  const table = document.getElementById('targets')
  const tools = document.querySelector<HTMLElement>('.grid-tools')
  if (!(table instanceof HTMLTableElement)) return
  const column = Number(table.dataset['column'] ?? 0)
  // Who may only read begins with the running month, too.
  if (tools === null) return showColumn(table, table.rows[0]?.cells[column + 1])
  const words = brought<GridWords>('grid-words')
  const view = gridView(table, words)
  const opened = openGrid(brought<Sheet>('sheet'))
  const grid = pointAt(opened, { row: 0, column })
  const desk: Desk = { table, tools, words, view, grid, refused: new Map(), isSaving: false }
  listenToTools(desk)
  listenToKeys(desk)
  listenToPointer(table, {
    point: (place, extend) => update(desk, pointAt(desk.grid, place, extend)),
    open: () => update(desk, begin(desk.grid)),
    focus: () => desk.grid.selection.focus,
    isWriting: () => desk.grid.draft !== null,
  })
  listenToClipboard(table, {
    isWriting: () => desk.grid.draft !== null,
    text: () => copyOut(desk.grid),
    paste: (text) => update(desk, pasteInto(desk.grid, text)),
    clear: () => update(desk, press(desk.grid, { key: 'Delete' }) ?? desk.grid),
  })
  addEventListener('beforeunload', (event) => {
    if (changed(desk.grid).length > 0) event.preventDefault()
  })
  update(desk, grid, { isFirst: true })
  showColumn(table, view.cell(grid.selection.focus))
}

/** Begins with the running month in sight, behind the names that stay where they are. */
function showColumn(table: HTMLTableElement, cell: HTMLElement | undefined): void {
  const names = table.querySelector<HTMLElement>('tbody th')?.offsetWidth ?? 0
  table.parentElement?.scrollTo({ left: Math.max(0, (cell?.offsetLeft ?? 0) - names - 120) })
}

function listenToKeys(desk: Desk): void {
  desk.table.addEventListener('keydown', (event) => {
    if (event.altKey || event.isComposing) return
    const ctrl = event.ctrlKey || event.metaKey
    // Keys of the whole page, such as “?”, are letters here.
    event.stopPropagation()
    if (ctrl && (event.key === 's' || event.key === 'ы')) {
      event.preventDefault()
      return void saveAll(desk)
    }
    const next = press(desk.grid, { key: event.key, ctrl, shift: event.shiftKey })
    if (next === null) return
    event.preventDefault()
    update(desk, next)
  })
}

function listenToTools(desk: Desk): void {
  const pressed = (key: string): void => {
    const { grid } = desk
    update(desk, press({ ...grid, draft: null }, { key, ctrl: true }) ?? grid)
  }
  const act: Readonly<Record<string, () => void>> = {
    save: () => void saveAll(desk),
    undo: () => pressed('z'),
    redo: () => pressed('y'),
    spread_days: () => update(desk, spreadOut(finish(desk.grid), 'working_days')),
    spread_evenly: () => update(desk, spreadOut(finish(desk.grid), 'evenly')),
    repeat: () => void repeatFromHere(desk),
  }
  desk.tools.addEventListener('click', (event) => {
    const button = event.target instanceof Element ? event.target.closest<HTMLButtonElement>('[data-tool]') : null
    act[button?.dataset['tool'] ?? '']?.()
  })
}

async function saveAll(desk: Desk): Promise<void> {
  const { words } = desk
  update(desk, finish(desk.grid))
  if (desk.grid.draft !== null || desk.isSaving || changed(desk.grid).length === 0) return
  desk.isSaving = true
  showTools(desk)
  const answer = await save(desk.grid, words)
  desk.isSaving = false
  if ('said' in answer) {
    toast(answer.said, { isBad: true })
    return showTools(desk)
  }
  desk.refused = answer.refused
  update(desk, answer.noted(desk.grid))
  const count = String(answer.saved)
  const left = String(answer.refused.size)
  if (answer.refused.size === 0) toast(filled(words.saved, { count }))
  else toast(filled(words.savedPartly, { count, left }), { isBad: true })
}

async function repeatFromHere(desk: Desk): Promise<void> {
  const recurring = await repeat(finish(desk.grid), desk.words)
  if (recurring === undefined) return
  const { grid } = desk
  update(desk, { ...grid, sheet: { ...grid.sheet, recurring } })
}

function brought<T>(id: string): T {
  return JSON.parse(document.getElementById(id)?.textContent ?? 'null') as T
}
