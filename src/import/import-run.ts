import type { People } from '#ports/people'
import type { Model } from '#schemas/model'
import type { Command } from '#usecases/command'

import type { ImportPorts } from './import-deal'
import type { OpenTable, LeftOut } from './read-table'
import type { LookupTables } from './value-of'

/** What became of the lines of one file so far. */
export type Tally = {
  /** Lines that were looked at: records, without the heading and blank rows. */
  rows: number
  made: number
  continued: number
  there: number
  leftOut: number
  /** Deals that an earlier file has told of, where the mapping says to pass them over. */
  passedOver: number
}

/** How far one file is. */
export type Progress = { readonly file: string; readonly done: number; readonly total: number; readonly tally: Tally }

/** Somebody of the files: what the lines have said of an id so far. */
export type Met = { readonly key: string; readonly words: string | undefined; readonly line: number }

/** Whom an import knows: those there are and those it has made, in a dry run too. */
export type ImportPeople = {
  /** Grows with everybody who is made. */
  readonly known: {
    employees: Record<string, People['employees'][string]>
    departments: Record<string, People['departments'][string]>
  }
  /** What each id stands for in the files. */
  readonly met: Map<string, Met>
  readonly metDepartments: Map<string, Met>
  /** Heads of departments whom no line of their own has told of yet. */
  readonly heads: Set<string>
  /** Names in the files whose people were not taken because their id is another’s: by name, who has it. */
  readonly unsure: Map<string, string>
}

/** What every part of an import works with. A dry run has ports that keep nothing: everything else is the same. */
export type ImportRun = {
  readonly ports: ImportPorts
  /** Ports for one deal. */
  readonly portsOfDeal: () => ImportPorts
  readonly command: (file: string) => Command
  readonly model: Model
  /** The currency of the company: what amounts without one are in. */
  readonly currency: string
  readonly people: ImportPeople
  readonly lookups: LookupTables
  readonly now: string
  readonly seen: SeenIds
  /** The directions of the deals the files have told of, by external id; kept where fields may name deals. */
  readonly told: Map<string, string>
  readonly isDryRun: boolean
  readonly tell: (progress: Progress) => void
  readonly leaveOut: (file: string, leftOut: LeftOut) => void | Promise<void>
  /** Comes to an end at times so that others have their turn; throws when the import is to end. */
  readonly goOn: () => Promise<void>
}

/** Which deals the files have told of, and where. */
export type SeenIds = {
  readonly find: (id: string) => { readonly file: string; readonly line: number } | undefined
  readonly add: (id: string, file: string, line: number) => void
}

/** The table of an input, with what is counted of it, and the run it is part of. */
export type InputTable<I> = {
  readonly input: I
  readonly table: OpenTable
  readonly tally: Tally
  readonly run: ImportRun
}
