import { parsePeriod, periodsContaining } from '#domain/time/period'
import { Refusal } from '#domain/kernel/refusal'
import { checkTargets } from '#domain/plan/targets'
import type { Target } from '#schemas/plan'
import { setTargets } from '#usecases/plan/set-targets'

import type { ImportRun, InputTable } from './import-run'
import type { TargetsInput } from './mapping'
import { isRow, type LeftOut, type Row } from './read-table'
import { readDate } from './read-dates'
import { readCount, readMoney } from './read-values'
import { say, ValueError } from './say'
import { keyOf, valueOf } from './value-of'

type Planned = { readonly period: string; readonly target: Target; readonly line: number }

/** The most targets that are set with one command. */
const atOnce = 1000

/** Sets the targets of a file. Setting one again to what it is changes nothing. */
export async function importTargets(ask: InputTable<TargetsInput>): Promise<void> {
  const { input, table, tally, run } = ask
  const leftOut: LeftOut[] = []
  const byPeriod = new Map<string, Planned[]>()
  const seen = new Map<string, number>()
  for (const entry of table.entries()) {
    tally.rows += 1
    if (!isRow(entry)) {
      leftOut.push(entry)
      continue
    }
    for (const planned of plannedIn(entry, input, run, leftOut)) {
      const { period, target, line } = planned
      const name = `${period} ${target.metric} ${target.scope} ${target.id}`
      const before = seen.get(name)
      if (before !== undefined) {
        leftOut.push({ line, reasons: [say('target_twice', { period, id: target.id, line: before })] })
        continue
      }
      seen.set(name, line)
      byPeriod.set(period, [...(byPeriod.get(period) ?? []), planned])
    }
  }
  tally.leftOut = leftOut.length
  for (const one of leftOut) {
    // oxlint-disable-next-line no-await-in-loop -- told in the order of the file
    await run.leaveOut(input.file, one)
  }
  await setAll(byPeriod, ask)
}

function plannedIn(row: Row, input: TargetsInput, run: ImportRun, leftOut: LeftOut[]): readonly Planned[] {
  const { metric, scope } = input
  return input.cells.flatMap((cell) => {
    try {
      const text = valueOf(cell.value, row, run.lookups)
      if (text === '') return []
      const { factor } = cell.value
      const value =
        metric === 'sum'
          ? readMoney(text, input.format, { currency: run.currency, factor })
          : readCount(text, input.format, factor)
      const id = input.id === undefined ? '' : valueOf(input.id, row, run.lookups)
      refuseUnsure(row, input, run)
      const target: Target = { metric, scope, id, value }
      checkTargets([target], { model: run.model, org: run.people.known })
      return [{ period: periodOf(row, cell, input, run), target, line: row.line }]
    } catch (error) {
      if (!(error instanceof ValueError) && !(error instanceof Refusal)) throw error
      leftOut.push({ line: row.line, reasons: [error instanceof Refusal ? error : error.saying] })
      return []
    }
  })
}

function refuseUnsure(row: Row, { id: source }: TargetsInput, { lookups, people }: ImportRun): void {
  if (source === undefined) return
  const key = keyOf(source, row, lookups)
  const other = people.unsure.get(key)
  if (other !== undefined) throw new ValueError(say('plan_unsure', { key, id: valueOf(source, row, lookups), other }))
}

function periodOf(row: Row, { period }: TargetsInput['cells'][number], input: TargetsInput, run: ImportRun): string {
  const text = valueOf(period, row, run.lookups)
  if (input.periodOf === undefined) return parsePeriod(text).id
  const zone = run.model.calendar.timezone
  const { date } = readDate(text, { patterns: period.dates ?? input.format.dates, zone })
  return periodsContaining(date, run.model.plan.yearStarts)[input.periodOf]
}

async function setAll(
  byPeriod: ReadonlyMap<string, readonly Planned[]>,
  { input: { file }, tally, run }: InputTable<TargetsInput>,
): Promise<void> {
  const total = [...byPeriod.values()].flat().length
  for (const [period, planned] of [...byPeriod].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    for (let first = 0; first < planned.length; first += atOnce) {
      const targets = planned.slice(first, first + atOnce).map(({ target }) => target)
      // oxlint-disable-next-line no-await-in-loop -- a period after another: they are few, and set in a moment
      await run.goOn()
      // oxlint-disable-next-line no-await-in-loop -- the same
      await setTargets(run.ports, run.command(file).caller, period, { targets })
      tally.made += targets.length
      run.tell({ file, done: tally.made, total, tally })
    }
  }
}
