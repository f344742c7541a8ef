import type { Place, Sheet } from '#domain/plan/target-sheet/sheet'

/** What is marked: from where it was begun to where it was drawn. */
export type Selection = { readonly anchor: Place; readonly focus: Place }

/** The rows and columns that are marked, first and last. */
export type Block = { readonly top: number; readonly left: number; readonly bottom: number; readonly right: number }

/** Marks one cell. */
export function selectOne(place: Place): Selection {
  return { anchor: place, focus: place }
}

/** The corners of what is marked, however it was drawn. */
export function blockOf({ anchor, focus }: Selection): Block {
  return {
    top: Math.min(anchor.row, focus.row),
    left: Math.min(anchor.column, focus.column),
    bottom: Math.max(anchor.row, focus.row),
    right: Math.max(anchor.column, focus.column),
  }
}

/** Every place of a block, row by row. */
export function placesOf({ top, left, bottom, right }: Block): readonly (readonly Place[])[] {
  return Array.from({ length: bottom - top + 1 }, (_, row) =>
    Array.from({ length: right - left + 1 }, (_, column) => ({ row: top + row, column: left + column })),
  )
}

/** Goes some rows and columns on, not over the edge; `extend` keeps where the marking was begun. */
export function go(sheet: Sheet, { anchor, focus }: Selection, by: Place, extend = false): Selection {
  const to = {
    row: within(focus.row + by.row, sheet.rows.length),
    column: within(focus.column + by.column, sheet.columns.length),
  }
  return extend ? { anchor, focus: to } : selectOne(to)
}

/** Goes to the next cell as Tab does: at the end of a row to the start of the next one. */
export function goOn(sheet: Sheet, { focus }: Selection, step: 1 | -1): Selection {
  const width = sheet.columns.length
  const at = within(focus.row * width + focus.column + step, sheet.rows.length * width)
  return selectOne({ row: Math.floor(at / width), column: at % width })
}

/** Marks everything. */
export function selectAll(sheet: Sheet): Selection {
  return { anchor: { row: 0, column: 0 }, focus: { row: sheet.rows.length - 1, column: sheet.columns.length - 1 } }
}

function within(at: number, count: number): number {
  return Math.max(0, Math.min(count - 1, at))
}
