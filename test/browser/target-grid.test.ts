import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { copy, fill, paste, spread, type as typeInto, type Edited } from '#browser/target-grid/edits'
import {
  begin,
  changed,
  copyOut,
  noteSaved,
  openGrid,
  pasteInto,
  pointAt,
  press,
  spreadOut,
  write,
  type Grid,
} from '#browser/target-grid/grid'
import { make, redo, startHistory, undo, type History } from '#browser/target-grid/history'
import { selectOne, type Selection } from '#browser/target-grid/selection'
import { cellsOf, keyAt, type Sheet } from '#domain/plan/target-sheet/sheet'
import { valuesOf, type CellValue } from '#domain/plan/target-sheet/values'
import { aSheet, columns, placeOf, rows } from './target-grid'
import { runs } from '#test/support/runs'

const shown = (sheet: Sheet, history: History, id: string, period: string): CellValue => {
  const { row, column } = placeOf(id, period)
  const [atRow, atColumn] = [sheet.rows[row], sheet.columns[column]]
  if (atRow === undefined || atColumn === undefined) throw new Error(`There is no cell ${id} ${period}.`)
  return valuesOf(sheet, history.cells).at(atRow, atColumn)
}
const employees = (sheet: Sheet, history: History, period: string): number | null => {
  const column = sheet.columns.find((one) => one.period === period)
  if (column === undefined) throw new Error(`There is no column ${period}.`)
  return valuesOf(sheet, history.cells).employees(column)
}
const start = (sheet: Sheet): History => startHistory(cellsOf(sheet))
const set = (sheet: Sheet, history: History, id: string, period: string, text: string): History =>
  typeInto(sheet, history, placeOf(id, period), text).history

const aPlace = fc.record({ row: fc.nat(rows.length - 1), column: fc.nat(columns.length - 1) })
const aSelection: fc.Arbitrary<Selection> = fc.record({ anchor: aPlace, focus: aPlace })
const someTargets = fc
  .uniqueArray(fc.record({ place: aPlace, value: fc.nat(10 ** 9) }), {
    maxLength: 40,
    selector: ({ place }) => `${place.row} ${place.column}`,
  })
  .map((found) =>
    found.flatMap(({ place, value }) => {
      const [row, column] = [rows[place.row], columns[place.column]]
      return row === undefined || column === undefined
        ? []
        : [{ period: column.period, scope: row.scope, id: row.id, value }]
    }),
  )
const aFilledSheet = someTargets.map((targets) => aSheet({ targets }))
type Step = (sheet: Sheet, history: History) => Edited
const aStep: fc.Arbitrary<Step> = fc.oneof(
  fc.tuple(aPlace, fc.constantFrom('100', '', '1,5m', 'Anna', '20%')).map(
    ([place, text]): Step =>
      (sheet, history) =>
        typeInto(sheet, history, place, text),
  ),
  fc.tuple(aSelection, fc.constantFrom('1\t2\r\n3\t4', '7', '\t5')).map(
    ([selection, text]): Step =>
      (sheet, history) =>
        paste(sheet, history, selection, text),
  ),
  fc.tuple(aSelection, fc.constantFrom('down' as const, 'right' as const)).map(
    ([selection, way]): Step =>
      (sheet, history) =>
        fill(sheet, history, selection, way),
  ),
  fc.tuple(aPlace, fc.constantFrom('evenly' as const, 'working_days' as const)).map(
    ([place, how]): Step =>
      (sheet, history) =>
        spread(sheet, history, place, how),
  ),
)

describe('laws', () => {
  test('whatever was done, undoing it gives back what was, and redoing it what became', () => {
    fc.assert(
      fc.property(aFilledSheet, fc.array(aStep, { maxLength: 6 }), aStep, (sheet, before, step) => {
        const was = before.reduce((history, one) => one(sheet, history).history, start(sheet))
        const { history: is } = step(sheet, was)
        fc.pre(is !== was)

        expect(undo(is).cells).toEqual(was.cells)
        expect(redo(undo(is)).cells).toEqual(is.cells)
      }),
      { numRuns: runs(150) },
    )
  })

  test('undoing everything gives the page as it was opened', () => {
    fc.assert(
      fc.property(aFilledSheet, fc.array(aStep, { maxLength: 8 }), (sheet, steps) => {
        const opened = start(sheet)
        let history = steps.reduce((done, step) => step(sheet, done).history, opened)
        while (history.past.length > 0) history = undo(history)

        expect(history.cells).toEqual(opened.cells)
      }),
      { numRuns: runs(100) },
    )
  })

  test('what is copied and pasted where it was changes nothing, totals stay totals', () => {
    fc.assert(
      fc.property(aFilledSheet, aSelection, (sheet, selection) => {
        const history = start(sheet)
        const { history: after, faults } = paste(sheet, history, selection, copy(sheet, history.cells, selection))

        expect(after).toBe(history)
        expect(faults).toEqual([])
      }),
      { numRuns: runs(150) },
    )
  })

  test('what is copied and pasted into an empty sheet shows there what it showed here', () => {
    fc.assert(
      fc.property(
        aFilledSheet,
        aSelection,
        fc.constantFrom('en' as const, 'ru' as const),
        (filled, selection, language) => {
          const [sheet, empty] = [{ ...filled, language }, aSheet({ language })]
          const text = copy(sheet, cellsOf(sheet), selection)
          const { history } = paste(empty, start(empty), selection, text)

          expect(copy(empty, history.cells, selection)).toBe(text)
        },
      ),
      { numRuns: runs(150) },
    )
  })

  test('the total of employees is their sum in every column, and the company’s plan where it has none of its own', () => {
    fc.assert(
      fc.property(aFilledSheet, fc.array(aStep, { maxLength: 4 }), (sheet, steps) => {
        const history = steps.reduce((done, step) => step(sheet, done).history, start(sheet))
        for (const { period } of columns) {
          const each = ['anna', 'boris', 'cyril'].map((id) => shown(sheet, history, id, period).value)
          const known = each.filter((value) => value !== null)
          const total = known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0)
          const company = shown(sheet, history, '', period)

          expect(employees(sheet, history, period)).toBe(total)
          if (company.source === 'sum') expect(company.value).toBe(total)
          if (company.source === 'explicit')
            expect(company.topDownGap).toBe(total === null ? null : (company.value ?? 0) - total)
        }
      }),
      { numRuns: runs(60) },
    )
  })

  test('a plan spread over its months is kept to the kopeck', () => {
    const aLonger = fc.constantFrom(...columns.filter(({ kind }) => kind !== 'month'))
    fc.assert(
      fc.property(
        aLonger,
        fc.nat(10 ** 12),
        fc.constantFrom('evenly' as const, 'working_days' as const),
        (longer, total, how) => {
          const sheet = aSheet({ targets: [{ period: longer.period, scope: 'employee', id: 'anna', value: total }] })
          const { history } = spread(sheet, start(sheet), placeOf('anna', longer.period), how)
          const months = longer.months.map((month) => shown(sheet, history, 'anna', month).value ?? 0)

          expect(months.reduce((sum, value) => sum + value, 0)).toBe(total)
          expect(shown(sheet, history, 'anna', longer.period)).toMatchObject({ value: total, monthsGap: 0 })
          if (how === 'evenly') expect(Math.max(...months) - Math.min(...months)).toBeLessThanOrEqual(1)
        },
      ),
      { numRuns: runs(120) },
    )
  })
})

describe('a cell', () => {
  test('of a quarter is the sum of its months until somebody sets it, and says how far it is from them then', () => {
    const sheet = aSheet()
    const months = ['2027-01', '2027-02', '2027-03'].reduce(
      (done, month) => set(sheet, done, 'anna', month, '100'),
      start(sheet),
    )
    const quarter = set(sheet, months, 'anna', '2027-Q1', '350')

    expect(shown(sheet, months, 'anna', '2027-Q1')).toMatchObject({ value: 300_00, source: 'derived', monthsGap: null })
    expect(shown(sheet, quarter, 'anna', '2027-Q1')).toMatchObject({
      value: 350_00,
      source: 'explicit',
      monthsGap: 50_00,
    })
  })

  test('of a repeated target shows it, and what is typed over it holds for that period alone', () => {
    const every = {
      every: 'month',
      from: '2027-02',
      metric: 'sum',
      scope: 'employee',
      id: 'anna',
      value: 200_00,
    } as const
    const sheet = aSheet({ recurring: [every] })
    const typed = set(sheet, start(sheet), 'anna', '2027-03', '500')
    const cleared = set(sheet, typed, 'anna', '2027-03', '')
    const period = (history: History, month: string) => {
      const { value, source } = shown(sheet, history, 'anna', month)
      return [value, source]
    }

    expect(period(start(sheet), '2027-01')).toEqual([null, null])
    expect(period(typed, '2027-02')).toEqual([200_00, 'recurring'])
    expect(period(typed, '2027-03')).toEqual([500_00, 'explicit'])
    expect(period(cleared, '2027-03')).toEqual([200_00, 'recurring'])
  })

  test('of a department adds up who is in it, and tells the gap to a plan from above', () => {
    const sheet = aSheet()
    const people = set(sheet, set(sheet, start(sheet), 'anna', '2027-05', '100'), 'cyril', '2027-05', '40')
    const above = set(sheet, people, 'b2b', '2027-05', '130')

    expect(shown(sheet, people, 'b2b', '2027-05')).toMatchObject({ value: 100_00, source: 'sum' })
    expect(shown(sheet, above, 'b2b', '2027-05')).toMatchObject({
      value: 130_00,
      source: 'explicit',
      topDownGap: 30_00,
    })
    expect(shown(sheet, above, '', '2027-05')).toMatchObject({ value: 140_00, source: 'sum' })
  })
})

describe('pasting', () => {
  const at = (id: string, period: string): Selection => selectOne(placeOf(id, period))

  test('lays a block from Excel over months, as it is formatted in Russian', () => {
    const sheet = aSheet({ language: 'ru' })
    const text = '1\u00A0200\u00A0000,00\t1 150 000,50 ₽\r\n850 тыс.\t\r\n'
    const { history, faults } = paste(sheet, start(sheet), at('anna', '2027-01'), text)

    expect(faults).toEqual([])
    expect([...history.cells]).toEqual([
      ['2027-01#employee#anna', 1_200_000_00],
      ['2027-02#employee#anna', 1_150_000_50],
      ['2027-01#employee#boris', 850_000_00],
    ])
  })

  test('sets what it can as one step and tells the rest, cell by cell', () => {
    const sheet = aSheet({ rows: rows.map((row) => (row.id === 'boris' ? { ...row, canEdit: false } : row)) })
    const { history, faults } = paste(sheet, start(sheet), at('anna', '2027-12'), '10\t20%\r\n30\t40\r\n50\t60\r\n')

    const december = placeOf('anna', '2027-12')
    expect(
      faults.map(({ place, text, why }) => [place.row - december.row, place.column - december.column, text, why]),
    ).toEqual([
      [0, 1, '20%', 'percent'],
      [1, 0, '30', 'read_only'],
      [1, 1, '40', 'read_only'],
    ])
    expect(history.past).toHaveLength(1)
    expect([...history.cells.keys()]).toEqual([
      '2027-12#employee#anna',
      '2027-12#employee#cyril',
      '2027-Q4#employee#cyril',
    ])
  })

  test('one number fills all that is marked; a row is laid into every marked row', () => {
    const sheet = aSheet()
    const marked = { anchor: placeOf('anna', '2027-01'), focus: placeOf('boris', '2027-02') }
    const one = paste(sheet, start(sheet), marked, '7')
    const row = paste(sheet, start(sheet), marked, '1\t2')

    expect([...one.history.cells.values()]).toEqual([700, 700, 700, 700])
    expect([...row.history.cells.values()]).toEqual([100, 200, 100, 200])
  })

  test('over the edge is told, and nothing wraps around', () => {
    const sheet = aSheet()
    const { history, faults } = paste(sheet, start(sheet), at('audience=new', '2027'), '1\t2\r\n3\t4')

    expect([...history.cells]).toEqual([['2027#axis#audience=new', 100]])
    expect(faults.map(({ why, text }) => [why, text])).toEqual([
      ['outside', '2'],
      ['outside', '3'],
      ['outside', '4'],
    ])
  })
})

describe('the keyboard', () => {
  const keys = (grid: Grid, ...pressed: (string | [string, 'ctrl' | 'shift'])[]): Grid =>
    pressed.reduce<Grid>((now, one) => {
      const [key, more] = typeof one === 'string' ? [one, undefined] : one
      if (now.draft !== null && /^.$/u.test(key)) return write(now, now.draft.text + key)
      const next = press(now, { key, ctrl: more === 'ctrl', shift: more === 'shift' })
      if (next === null) throw new Error(`The grid does not know the key ${key} here.`)
      return next
    }, grid)
  const open = (id: string, period: string, sheet = aSheet()): Grid => pointAt(openGrid(sheet), placeOf(id, period))
  const cell = ({ sheet, history }: Grid, id: string, period: string): number | undefined =>
    history.cells.get(keyAt(sheet, placeOf(id, period)) ?? '')

  test('typing takes the place of what was there, Enter goes down and Tab to the right', () => {
    const grid = keys(open('anna', '2027-01'), '1', '0', 'Enter', '2', '0', 'Tab', '3', 'ArrowUp')

    expect(cell(grid, 'anna', '2027-01')).toBe(10_00)
    expect(cell(grid, 'boris', '2027-01')).toBe(20_00)
    expect(cell(grid, 'boris', '2027-02')).toBe(3_00)
    expect(grid.selection.focus).toEqual(placeOf('anna', '2027-02'))
  })

  test('F2 goes on with what is there, Escape leaves it as it was', () => {
    const ten = keys(open('anna', '2027-01'), '1', '0', 'Enter', 'ArrowUp')
    const more = keys(ten, 'F2', '5', 'Enter')
    const never = keys(ten, 'F2', '5', 'Escape')

    expect(cell(more, 'anna', '2027-01')).toBe(105_00)
    expect([cell(never, 'anna', '2027-01'), never.draft]).toEqual([10_00, null])
  })

  test('arrows move inside of what F2 opened and do not finish it', () => {
    expect(press(keys(open('anna', '2027-01'), 'F2'), { key: 'ArrowLeft' })).toBeNull()
  })

  test('what is no amount stays in the cell and says why', () => {
    const grid = keys(open('anna', '2027-01'), '5', '%', 'Enter')

    expect(grid.draft?.text).toBe('5%')
    expect(grid.faults).toMatchObject([{ why: 'percent', text: '5%' }])
    expect(grid.selection.focus).toEqual(placeOf('anna', '2027-01'))
  })

  test('Delete takes away, Ctrl+Z brings back, Ctrl+Y and Ctrl+Shift+Z do it again, also on a Russian keyboard', () => {
    const set10 = keys(open('anna', '2027-01'), '1', '0', 'Enter', 'ArrowUp', 'Delete')
    const back = keys(set10, ['z', 'ctrl'])
    const again = keys(back, ['y', 'ctrl'])
    const russian = keys(again, ['я', 'ctrl'], ['я', 'ctrl'])

    expect(cell(set10, 'anna', '2027-01')).toBeUndefined()
    expect(cell(back, 'anna', '2027-01')).toBe(10_00)
    expect(cell(again, 'anna', '2027-01')).toBeUndefined()
    expect([...russian.history.cells]).toEqual([])
  })

  test('Shift marks, Ctrl+D fills down and Ctrl+R to the right', () => {
    const down = keys(
      open('anna', '2027-01'),
      '4',
      'Enter',
      'ArrowUp',
      ['ArrowDown', 'shift'],
      ['ArrowDown', 'shift'],
      ['d', 'ctrl'],
    )
    const right = keys(open('anna', '2027-01'), '4', 'Enter', 'ArrowUp', ['ArrowRight', 'shift'], ['r', 'ctrl'])

    expect(['anna', 'boris', 'cyril'].map((id) => cell(down, id, '2027-01'))).toEqual([400, 400, 400])
    expect([cell(right, 'anna', '2027-01'), cell(right, 'anna', '2027-02')]).toEqual([400, 400])
  })

  test('never leads out of the grid, but Tab at its end does', () => {
    const last = pointAt(openGrid(aSheet()), { row: rows.length - 1, column: columns.length - 1 })

    expect(keys(last, 'ArrowDown', 'ArrowRight', ['End', 'shift']).selection.focus).toEqual(last.selection.focus)
    expect(press(last, { key: 'Tab' })).toBeNull()
    expect(press(openGrid(aSheet()), { key: 'Tab', shift: true })).toBeNull()
    expect(press(last, { key: 'F5' })).toBeNull()
  })

  test('what may not be set cannot be written into', () => {
    const grid = open('anna', '2027-01', aSheet({ rows: rows.map((row) => ({ ...row, canEdit: false })) }))

    expect(begin(grid, '5')).toMatchObject({ draft: null, faults: [{ why: 'read_only' }] })
    expect(pasteInto(grid, '5')).toMatchObject({ history: grid.history, faults: [{ why: 'read_only', text: '5' }] })
    expect(copyOut(grid)).toBe('\r\n')
  })
})

test('the cells to save are those that differ from what the server holds, with what it held', () => {
  const sheet = aSheet({ targets: [{ period: '2027-01', scope: 'employee', id: 'anna', value: 10_00 }] })
  const typed = pasteInto(pointAt(openGrid(sheet), placeOf('anna', '2027-01')), '15\t20')
  const [first] = changed(typed)
  const saved = noteSaved(typed, [{ key: first?.key ?? '', value: 15_00 }])

  expect(changed(typed).map(({ key, value, was }) => [key, value, was])).toEqual([
    ['2027-01#employee#anna', 15_00, 10_00],
    ['2027-02#employee#anna', 20_00, null],
  ])
  expect(changed(saved).map(({ key }) => key)).toEqual(['2027-02#employee#anna'])
  expect(changed(openGrid(sheet))).toEqual([])
})

test('a month cannot be spread, nor a plan that is not there', () => {
  const grid = pointAt(openGrid(aSheet()), placeOf('anna', '2027-01'))

  expect(spreadOut(grid, 'evenly').faults).toMatchObject([{ why: 'not_longer' }])
  expect(spreadOut(pointAt(grid, placeOf('anna', '2027-Q2')), 'evenly').faults).toMatchObject([
    { why: 'nothing_to_spread' },
  ])
})

test('a step that changes nothing is no step', () => {
  const history = make(startHistory(new Map([['a', 1]])), [{ key: 'a', value: 1 }])

  expect(history.past).toEqual([])
  expect(undo(history)).toEqual(history)
})
