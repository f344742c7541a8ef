import type { People } from '#ports/people'
import type { Model } from '#schemas/model'
import type { Command } from '#usecases/command'

import type { ImportPorts } from './import-deal'
import type { LeftOut, Table } from './read-table'
import type { LookupTables } from './value-of'

/** How far one file is. */
export type Progress = { readonly file: string; readonly done: number; readonly total: number }

/** What every part of an import works with. `people` grows as a file of people is gone through, in a dry run too. */
export type ImportRun = {
  readonly ports: ImportPorts
  readonly command: (file: string) => Command
  readonly model: Model
  /** The currency of the company: what amounts without one are in. */
  readonly currency: string
  readonly people: { known: People }
  readonly lookups: LookupTables
  readonly isDryRun: boolean
  readonly now: string
  /** External ids of this run, each with where it stands. */
  readonly seen: Map<string, string>
  readonly tell: (progress: Progress) => void
}

/** What became of the lines of one file. */
export type Taking = {
  readonly made: number
  readonly continued: number
  readonly there: number
  readonly leftOut: readonly LeftOut[]
}

/** The table of an input with the run it is part of. */
export type InputTable<I> = { readonly input: I; readonly table: Table; readonly run: ImportRun }
