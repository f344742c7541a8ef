import fc from 'fast-check'

import { employeeCaller } from '#domain/kernel/access'
import type { ReportQuery, ReportTable } from '#schemas/report'
import type { ReportName } from '#schemas/report-names'
import type { Reader } from '#reports/usecases/build-report'
import { readReport } from '#reports/usecases/read-report'
import { aStory, tell, type Told } from './histories'
import { partlyPacked } from './partly-packed'
import { dayOf, rawOf, type Raw } from './raw'

/** A story that came to pass, somebody who looks at it, and at which days. */
export type Look = Told & {
  readonly raw: Raw
  readonly who: 'helen' | 'boris' | 'anna'
  readonly period: Pick<ReportQuery, 'period' | 'from' | 'to'>
  /** Whether the reader may see what is somebody's. */
  readonly sees: (person: string) => boolean
  readonly isIn: (instant: string) => boolean
  readonly name: string
}

const boris = ['boris', 'anna', 'andrew', 'fedor']
const readers: Readonly<Record<Look['who'], (person: string) => boolean>> = {
  helen: () => true,
  boris: (person) => boris.includes(person),
  anna: (person) => person === 'anna',
}
const periods = [
  { asked: { period: '2026-11' }, from: '2026-11-01', to: '2026-12-01' },
  { asked: { period: '2026-12' }, from: '2026-12-01', to: '2027-01-01' },
  { asked: { period: '2026-Q4' }, from: '2026-10-01', to: '2027-01-01' },
  { asked: { from: '2026-11-20', to: '2026-12-03' }, from: '2026-11-20', to: '2026-12-04' },
] as const

/** So many stories, each looked at by somebody else over other days; the seed is in the name, so that one can be told again. */
export async function looks(count: number, seed = Math.floor(Math.random() * 1e9)): Promise<readonly Look[]> {
  const stories = fc.sample(aStory(45), { numRuns: count, seed })
  const told: Look[] = []
  for (const [index, story] of stories.entries()) {
    const { world: plain, ids } = await tell(story)
    // Every other company has packed some of its facts: it must come to the same.
    const world = index % 2 === 0 ? plain : { ...plain, ports: partlyPacked(plain.ports) }
    const who = (['helen', 'helen', 'boris', 'anna'] as const)[index % 4] ?? 'helen'
    const { asked, from, to } = periods[Math.floor(index / 4) % 4] ?? periods[0]
    told.push({
      world,
      ids,
      raw: await rawOf(world, ids),
      who,
      period: asked,
      sees: readers[who],
      isIn: (instant) => dayOf(instant) >= from && dayOf(instant) < to,
      name: `seed ${seed}, story ${index}: ${JSON.stringify(story)}`,
    })
  }
  return told
}

/** Checks every look; a failure names the story, so that it can be told again. */
export async function eachOf(all: readonly Look[], check: (look: Look) => Promise<void>): Promise<void> {
  for (const look of all) {
    try {
      await check(look)
    } catch (error) {
      if (error instanceof Error) error.message = `${look.name}\n${error.message}`
      throw error
    }
  }
}

/** Who looks. */
export async function readerOf({ world, who }: Look): Promise<Reader> {
  const people = await world.ports.people.load()
  const employee = people.employees[who]
  if (employee === undefined) throw new Error(`${who} works here`)
  return { caller: employeeCaller(employee, people.departments), people }
}

/** Numbers of a table, rows with nothing in them left out. */
export type Numbers = Readonly<Record<string, Readonly<Record<string, number | null>>>>

/** A report's tables by id, as numbers. */
export async function numbersIn(look: Look, name: ReportName, more: ReportQuery = {}) {
  const report = await readReport(
    look.world.ports,
    await readerOf(look),
    { name, asked: { ...look.period, ...more } },
    { language: 'en' },
  )
  return Object.fromEntries(report.tables.map((table) => [table.id, numbersOf(table)]))
}

function numbersOf({ rows, columns }: ReportTable): Numbers {
  const numeric = columns.filter(({ kind }) => kind !== 'text' && kind !== 'date').map(({ id }) => id)
  return withoutEmpty(
    Object.fromEntries(
      rows.map(({ id, cells }) => [
        id,
        Object.fromEntries(
          numeric.map((column) => {
            const value = cells[column]?.value ?? null
            return [column, typeof value === 'number' ? rounded(value) : null]
          }),
        ),
      ]),
    ),
  )
}

/** Rows that say nothing are left out, of what is expected too. */
export function withoutEmpty(rows: Numbers): Numbers {
  return Object.fromEntries(
    Object.entries(rows).filter(([, cells]) => Object.values(cells).some((value) => value !== null && value !== 0)),
  )
}

/** Rows made by adding up what each thing brings. */
export function added(
  brought: readonly (readonly [row: string, column: string, value: number])[],
  columns: readonly string[],
): Numbers {
  const rows: Record<string, Record<string, number>> = {}
  for (const [row, column, value] of brought) {
    const cells = (rows[row] ??= Object.fromEntries(columns.map((id) => [id, 0])))
    cells[column] = (cells[column] ?? 0) + value
  }
  return rows
}

/** Takes only some columns of the numbers. */
export function only(rows: Numbers | undefined, columns: readonly string[]): Numbers {
  return withoutEmpty(
    Object.fromEntries(
      Object.entries(rows ?? {}).map(([row, cells]) => [
        row,
        Object.fromEntries(columns.map((column) => [column, cells[column] ?? null])),
      ]),
    ),
  )
}

/** Fractions are compared to a millionth. */
export const rounded = (value: number): number => Math.round(value * 1e6) / 1e6
