import { texts } from '#browser/texts'
import { toast } from '#browser/toast'
import type { Place, Sheet } from '#domain/target-sheet/sheet'
import {
  begin,
  copyOut,
  finish,
  openGrid,
  pasteInto,
  pointAt,
  press,
  spreadOut,
  write,
  changed,
  type Grid,
} from './grid'
import { repeat, save } from './save'
import { gridView, nameOf, type Refused } from './view'
import { filled, type GridWords } from './words'

const mostFaults = 4

/** Brings the sheet of targets to life: keys, pointer, clipboard, tools. */
export function startTargets(): void {
  const table = document.getElementById('targets')
  const tools = document.querySelector<HTMLElement>('.grid-tools')
  if (!(table instanceof HTMLTableElement) || tools === null) return
  const words = brought<GridWords>('grid-words')
  const view = gridView(table, words)
  let grid = openGrid(brought<Sheet>('sheet'))
  let refused: Refused = new Map()
  let isSaving = false

  const update = (next: Grid, more: { isPointed?: boolean } = {}): void => {
    const was = grid
    grid = next
    view.show(grid, refused)
    showDraft(was, grid)
    if (grid.draft === null && more.isPointed !== true) view.cell(grid.selection.focus)?.focus()
    tellAround()
  }
  const showDraft = (was: Grid, now: Grid): void => {
    const cell = view.cell(now.selection.focus)
    const open = table.querySelector('input')
    if (now.draft === null || cell === undefined) return
    if (open !== null && was.draft !== null) return open.focus()
    const input = document.createElement('input')
    input.className = 'grid-input'
    input.inputMode = 'decimal'
    input.value = now.draft.text
    input.setAttribute('aria-label', view.says(now))
    cell.replaceChildren(input)
    input.focus()
    input.addEventListener('input', () => {
      grid = write(grid, input.value)
    })
  }
  const tellAround = (): void => {
    const count = changed(grid).length
    const button = tool(tools, 'save')
    button.textContent = count === 0 ? words.save : filled(words.saveCount, { count: String(count) })
    button.disabled = count === 0 || isSaving
    tool(tools, 'undo').disabled = grid.history.past.length === 0
    tool(tools, 'redo').disabled = grid.history.future.length === 0
    const isLonger = grid.sheet.columns[grid.selection.focus.column]?.kind !== 'month'
    for (const name of ['spread_days', 'spread_evenly']) tool(tools, name).disabled = !isLonger
    tool(tools, 'repeat').disabled = grid.sheet.rows[grid.selection.focus.row]?.canEdit !== true
    document.getElementById('grid-status')?.replaceChildren(view.says(grid))
    showFaults()
  }
  const showFaults = (): void => {
    const list = document.getElementById('grid-faults')
    if (list === null) return
    const focused = refused.get(nameOf(grid.selection.focus))
    const said = [
      ...(focused === undefined ? [] : [focused]),
      ...grid.faults.slice(0, mostFaults).map((fault) => faultText(fault, grid.sheet, words)),
    ]
    if (grid.faults.length > mostFaults)
      said.push(filled(words.more, { count: String(grid.faults.length - mostFaults) }))
    list.hidden = said.length === 0
    list.replaceChildren(
      ...said.map((sentence) => {
        const item = document.createElement('li')
        item.textContent = sentence
        return item
      }),
    )
  }
  const saveAll = async (): Promise<void> => {
    const done = finish(grid)
    update(done)
    if (done.draft !== null || isSaving || changed(done).length === 0) return
    isSaving = true
    tellAround()
    const answer = await save(grid, words)
    isSaving = false
    if ('said' in answer) {
      toast(answer.said, { isBad: true })
    } else {
      refused = answer.refused
      update(answer.noted(grid))
      const count = String(answer.saved)
      if (refused.size === 0) toast(filled(words.saved, { count }))
      else toast(filled(words.savedPartly, { count, left: String(refused.size) }), { isBad: true })
    }
    tellAround()
  }
  const act: Readonly<Record<string, () => void>> = {
    save: () => void saveAll(),
    undo: () => update(press({ ...grid, draft: null }, { key: 'z', ctrl: true }) ?? grid),
    redo: () => update(press({ ...grid, draft: null }, { key: 'y', ctrl: true }) ?? grid),
    spread_days: () => update(spreadOut(finish(grid), 'working_days')),
    spread_evenly: () => update(spreadOut(finish(grid), 'evenly')),
    repeat: () => void repeat(finish(grid), words),
  }
  tools.addEventListener('click', (event) => {
    const button = event.target instanceof Element ? event.target.closest<HTMLButtonElement>('[data-tool]') : null
    act[button?.dataset['tool'] ?? '']?.()
  })
  table.addEventListener('keydown', (event) => {
    if (event.altKey || event.isComposing) return
    const ctrl = event.ctrlKey || event.metaKey
    // Keys of the whole page, such as “?”, are letters here.
    event.stopPropagation()
    if (ctrl && (event.key === 's' || event.key === 'ы')) {
      event.preventDefault()
      return void saveAll()
    }
    const next = press(grid, { key: event.key, ctrl, shift: event.shiftKey })
    if (next === null) return
    event.preventDefault()
    update(next)
  })
  listenToPointer(table, {
    point: (place, extend) => update(pointAt(grid, place, extend)),
    open: () => update(begin(grid)),
    focus: () => grid.selection.focus,
    isWriting: () => grid.draft !== null,
  })
  listenToClipboard(table, {
    isWriting: () => grid.draft !== null,
    text: () => copyOut(grid),
    paste: (text) => update(pasteInto(grid, text)),
    clear: () => update(press(grid, { key: 'Delete' }) ?? grid),
  })
  addEventListener('beforeunload', (event) => {
    if (changed(grid).length > 0) event.preventDefault()
  })
  update(grid, { isPointed: true })
}

function faultText({ place, text, why }: Grid['faults'][number], sheet: Sheet, words: GridWords): string {
  const [row, column] = [sheet.rows[place.row], sheet.columns[place.column]]
  const said = filled(words.faults[why], { text, currency: sheet.currency })
  if (row === undefined || column === undefined) return said
  return `${filled(words.edits, { row: row.name, column: column.label })}: ${said}`
}

type Pointing = {
  readonly point: (place: Place, extend: boolean) => void
  readonly open: () => void
  readonly focus: () => Place
  readonly isWriting: () => boolean
}

function listenToPointer(table: HTMLTableElement, { point, open, focus, isWriting }: Pointing): void {
  let isDrawing = false
  table.addEventListener('pointerdown', (event) => {
    const place = placeOf(event.target)
    if (place === undefined || event.button !== 0) return
    const isSame = nameOf(place) === nameOf(focus())
    if (isSame && isWriting()) return
    // A second tap with a finger opens the cell: there is no keyboard to begin with.
    if (isSame && event.pointerType === 'touch') {
      event.preventDefault()
      return open()
    }
    if (event.pointerType === 'mouse') event.preventDefault()
    isDrawing = event.pointerType === 'mouse'
    point(place, event.shiftKey)
  })
  table.addEventListener('pointerover', (event) => {
    const place = placeOf(event.target)
    if (isDrawing && event.buttons === 1 && place !== undefined) point(place, true)
  })
  addEventListener('pointerup', () => {
    isDrawing = false
  })
  table.addEventListener('dblclick', (event) => {
    if (placeOf(event.target) !== undefined && !isWriting()) open()
  })
}

type Clipboard = {
  readonly isWriting: () => boolean
  readonly text: () => string
  readonly paste: (text: string) => void
  readonly clear: () => void
}

function listenToClipboard(table: HTMLTableElement, { isWriting, text, paste, clear }: Clipboard): void {
  const isHere = (): boolean => table.contains(document.activeElement) && !isWriting()
  for (const kind of ['copy', 'cut'] as const) {
    document.addEventListener(kind, (event) => {
      if (!isHere()) return
      event.preventDefault()
      event.clipboardData?.setData('text/plain', text())
      if (kind === 'cut') clear()
    })
  }
  document.addEventListener('paste', (event) => {
    if (!isHere()) return
    event.preventDefault()
    paste(event.clipboardData?.getData('text/plain') ?? '')
  })
}

function placeOf(target: EventTarget | null): Place | undefined {
  const at = target instanceof Element ? target.closest<HTMLElement>('[data-at]')?.dataset['at'] : undefined
  if (at === undefined) return undefined
  const [row = 0, column = 0] = at.split(':').map(Number)
  return { row, column }
}

function tool(tools: HTMLElement, name: string): HTMLButtonElement {
  const found = tools.querySelector<HTMLButtonElement>(`[data-tool="${name}"]`)
  if (found === null) throw new Error(`The page has no button ${name}: ${texts.failed}`)
  return found
}

function brought<T>(id: string): T {
  return JSON.parse(document.getElementById(id)?.textContent ?? 'null') as T
}
