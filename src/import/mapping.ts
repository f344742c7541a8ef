import type { Saying } from '#schemas/saying'
import { inEnglish } from './say'

/** Where something stands in the mapping file, from 1. */
export type Place = { readonly line: number; readonly column: number }

/** Encodings that a mapping may name. */
export const encodings = ['auto', 'utf-8', 'utf-16', 'cp1251', 'cp866', 'koi8-r', 'cp1252'] as const

/** How texts of a file are to be read. */
export type Format = {
  readonly encoding: (typeof encodings)[number]
  readonly delimiter: string
  /** What values that hold a delimiter stand in: a quote, an apostrophe, or nothing where quotes are letters like any other. */
  readonly quote: string
  /** How many lines stand above the headings: titles, mostly. */
  readonly skipLines: number
  /** Rows whose first filled cell begins so are passed over: totals, mostly. */
  readonly skipRows: readonly string[]
  readonly decimal: '.' | ','
  /** What stands between thousands: empty, a comma, a point, a space or an apostrophe. */
  readonly thousands: string
  /** Texts that stand before or behind a number: signs of currencies, mostly. */
  readonly strip: readonly string[]
  /** Ways in which dates are written, such as `YYYY-MM-DD`, or `excel` for days as spreadsheets count them. */
  readonly dates: readonly string[]
  /** Texts that stand for an empty cell. */
  readonly blank: readonly string[]
}

/** A table in which a value is looked up: the row whose `from` is the value gives its `to`. */
export type Lookup = {
  readonly at: Place
  readonly name: string
  readonly file: string
  readonly format: Format
  readonly from: string
  readonly to: string
}

/** How a text is made out of a row: columns and fixed texts put together, then looked up, translated, made an id. */
export type ValueSource = {
  readonly at: Place
  readonly parts: readonly (string | { readonly column: string })[]
  readonly ifEmpty?: string
  readonly lookup?: string
  readonly map?: ReadonlyMap<string, string>
  /** What becomes of a value that `map` or `lookup` does not know: it is refused where nothing is said. */
  readonly otherwise?: { readonly keep: true } | { readonly value: string }
  /** Whether a name is made an id: `José Saraiva` becomes `jose.saraiva`. */
  readonly asId: boolean
  /** What a number is multiplied by. */
  readonly factor: number
  /** Whether the numbers of a group's lines are added up. */
  readonly isSum: boolean
  readonly dates?: readonly string[]
  /** After how many letters a text is cut: a longer one is refused where nothing is said. */
  readonly cut?: number
}

/** What became of a deal. */
export type Outcome =
  | { readonly kind: 'open'; readonly stage?: string }
  | { readonly kind: 'won'; readonly stage?: string }
  | { readonly kind: 'lost'; readonly reason?: string; readonly stage?: string }

type File = { readonly at: Place; readonly file: string; readonly format: Format }

/** A file of deals; with `groupBy` the lines that share a value are one deal. */
export type DealsInput = File & {
  readonly kind: 'deals'
  readonly groupBy?: ValueSource
  readonly externalId: ValueSource
  readonly title: ValueSource
  readonly owner: ValueSource
  readonly pipeline: ValueSource
  readonly created?: ValueSource
  readonly closed?: ValueSource
  readonly amount?: ValueSource
  readonly currency?: ValueSource
  readonly client: Readonly<Partial<Record<'name' | 'phone' | 'email', ValueSource>>>
  readonly fields: Readonly<Record<string, ValueSource>>
  readonly outcome: { readonly source?: ValueSource; readonly of: ReadonlyMap<string, Outcome> }
  readonly reason?: ValueSource
  /** Whether deals that an earlier file of the mapping has told of are passed over; they are refused where nothing is said. */
  readonly repeated: 'refused' | 'pass_over'
}

/** A file of targets: one a line, or several columns a line (`wide`), each with the period it is for. */
export type TargetsInput = File & {
  readonly kind: 'targets'
  readonly metric: 'sum' | 'count' | 'tasks_done'
  readonly scope: 'company' | 'department' | 'employee' | 'pipeline' | 'axis' | 'employee_pipeline'
  readonly id?: ValueSource
  /** Where a date stands for a period: the kind of period it stands for. */
  readonly periodOf?: 'month' | 'quarter' | 'half' | 'year'
  readonly cells: readonly { readonly period: ValueSource; readonly value: ValueSource }[]
}

/** A file of people. */
export type EmployeesInput = File & {
  readonly kind: 'employees'
  readonly id: ValueSource
  readonly name: ValueSource
  readonly email?: ValueSource
  readonly roles: readonly string[]
  readonly department?: {
    readonly id: ValueSource
    readonly name: ValueSource
    readonly head?: { readonly id: ValueSource; readonly name: ValueSource }
  }
}

export type Input = DealsInput | TargetsInput | EmployeesInput

/** What an import is asked to do. */
export type Mapping = {
  /** Where the files are, relative to the mapping file. */
  readonly folder: string
  readonly lookups: Readonly<Record<string, Lookup>>
  readonly inputs: readonly Input[]
}

/** What is wrong at a place of the mapping, and what to write instead. */
export type MappingFault = Place & { readonly sentence: Saying }

/** A mapping file that cannot be followed: every fault with its place and what to write instead. */
export class MappingError extends Error {
  readonly faults: readonly MappingFault[]

  constructor(faults: readonly MappingFault[]) {
    super(faults.map(({ line, column, sentence }) => `${line}:${column}: ${inEnglish(sentence)}`).join('\n'))
    this.name = 'MappingError'
    this.faults = faults
  }
}
