import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

/** Sets of real data that are never part of the repository: others hold the rights to them. */
export type RealDataSet = 'adventureworks-plans' | 'maven-crm' | 'documents'

/** Where the sets lie: a folder that somebody named, and whether there is anything in a place. */
export type Surroundings = {
  readonly named: string | undefined
  readonly exists: (path: string) => boolean
}

/** Where the files of a set lie, and why they are missing where they are. */
export type RealData = { readonly folder: string; readonly missing: string | undefined }

const usual = '../shared/data'

/** By which file a set is known to be there; those with a truth computed independently by that. */
const marks: Readonly<Partial<Record<RealDataSet, string>>> = { documents: 'README.md' }

/**
 * The only way out of the repository: the folder that the environment names in NORMA_DATA, else `../shared/data`. A set is
 * there when the truth is that was computed of it independently (`truth.json`), or what else marks it. Whoever is told that a set is missing skips
 * what needs it; a run of the tests says so once a set.
 */
export function realData(set: RealDataSet): RealData {
  const data = lookFor(set, { named: process.env['NORMA_DATA'], exists: existsSync })
  if (data.missing !== undefined) note(set, data.missing)
  return data
}

/** Looks for a set in given surroundings. */
export function lookFor(set: RealDataSet, { named, exists }: Surroundings): RealData {
  const isNamed = named !== undefined && named !== ''
  const folder = join(resolve(isNamed ? named : usual), set)
  const mark = marks[set] ?? 'truth.json'
  if (exists(join(folder, mark))) return { folder, missing: undefined }
  const where = isNamed ? `NORMA_DATA names ${named}` : `NORMA_DATA names no folder, and the usual one is ${usual}`
  return { folder, missing: `${where}, where there is no ${set}/${mark}` }
}

/** Where a run of the tests, of several processes, notes what it had to leave out. */
const notesOf = (runFolder: string): string => join(runFolder, 'missing-data')

function note(set: RealDataSet, why: string): void {
  const run = process.env['NORMA_TEST_RUN']
  if (run === undefined) return
  mkdirSync(notesOf(run), { recursive: true })
  writeFileSync(join(notesOf(run), set), why)
}

/** A line for every set that a run of the tests missed: which, and why. */
export function missedIn(runFolder: string): readonly string[] {
  const folder = notesOf(runFolder)
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .toSorted()
    .map((set) => `Skipped what needs the real data set ${set}: ${readFileSync(join(folder, set), 'utf8')}.`)
}
