import { setImmediate as turn } from 'node:timers/promises'

import { systemCaller } from '#domain/kernel/access'
import type { People } from '#ports/people'
import type { Model } from '#schemas/model'

import { checkMapping, type ReadInput } from './check-mapping'
import type { ImportPorts } from './import-deal'
import { importDeals } from './import-deals'
import { importEmployees } from './import-employees'
import type { ImportRun, InputTable, Progress, Tally } from './import-run'
import { importTargets } from './import-targets'
import { MappingError, type Format, type Input, type Mapping, type MappingFault, type Place } from './mapping'
import { openTable, wholeTable, type LeftOut, type OpenTable } from './read-table'
import { TableError } from './refuse-bytes'
import { rehearsedDeals, rehearsedPeople, rehearsedPlans } from './rehearsal'
import { say } from './say'
import { seenIds } from './seen-ids'
import { asSourceFile, type SourceFile } from './source-file'
import type { LookupTables } from './value-of'

/** What an import is asked for. */
export type ImportAsk = {
  /** The mapping file, read. */
  readonly mapping: Mapping
  /** Gives a file the mapping names, or its bytes; undefined when there is none. */
  readonly read: (folder: string, file: string) => Uint8Array | SourceFile | undefined
  readonly isDryRun?: boolean
  readonly tell?: (progress: Progress) => void
  /** Hears of every line that is left out as soon as it is. */
  readonly leaveOut?: (file: string, leftOut: LeftOut) => void | Promise<void>
  /** Hears what became of a file: when it is done, or as far as it came when the import ends before that. */
  readonly finish?: (report: InputReport) => void | Promise<void>
  /** Ends the import between two lines. */
  readonly signal?: AbortSignal
}

/** What became of one file. */
export type InputReport = Readonly<Tally> & {
  readonly file: string
  readonly kind: Input['kind']
  /** False where the import ended before the file did. */
  readonly isWhole: boolean
}

export type ImportReport = { readonly inputs: readonly InputReport[]; readonly seconds: number }

/** The most bytes of a file that is held as a whole, and of any file. */
const most = { whole: 64 * 1024 ** 2, streamed: 1024 ** 3 }

/**
 * Imports the files of a mapping, one after the other, in its order. Nothing is written when the mapping is faulty
 * (`MappingError`) or in a dry run, which judges by the same commands. What is there already is not made again, so an import
 * that was cut off is run again. Deals of a line each are read as they come, whatever else there is as a whole.
 */
export async function runImport(ports: ImportPorts, ask: ImportAsk): Promise<ImportReport> {
  const started = performance.now()
  const { model } = await ports.rules.current()
  const { inputs, lookups } = readFiles(ask, model)
  const run = await beginRun(ports, { ask, model, lookups })
  const reports: InputReport[] = []
  for (const { input, table } of inputs) {
    const tally: Tally = { rows: 0, made: 0, continued: 0, there: 0, leftOut: 0, passedOver: 0 }
    const reportOf = (isWhole: boolean): InputReport => ({ ...tally, file: input.file, kind: input.kind, isWhole })
    try {
      // oxlint-disable-next-line no-await-in-loop -- deals need the people of the file before
      await takeInput(input, { table, tally, run })
    } catch (error) {
      // oxlint-disable-next-line no-await-in-loop -- the last thing this does
      await ask.finish?.(reportOf(false))
      throw error
    }
    reports.push(reportOf(true))
    // oxlint-disable-next-line no-await-in-loop -- told in the order of the files
    await ask.finish?.(reportOf(true))
  }
  return { inputs: reports, seconds: (performance.now() - started) / 1000 }
}

async function beginRun(
  ports: ImportPorts,
  { ask, model, lookups }: { readonly ask: ImportAsk; readonly model: Model; readonly lookups: LookupTables },
): Promise<ImportRun> {
  const { isDryRun = false, tell = () => undefined, leaveOut = () => undefined, signal } = ask
  const [settings, found] = await Promise.all([ports.settings.load(), ports.people.load()])
  const known = { employees: { ...found.employees }, departments: { ...found.departments } }
  const own: ImportPorts = {
    ...ports,
    // Whoever is hired here is known here at once: nobody is read again for everybody who comes after.
    people: { ...(isDryRun ? rehearsedPeople(ports.people) : ports.people), load: async (): Promise<People> => known },
    plans: isDryRun ? rehearsedPlans(ports.plans) : ports.plans,
  }
  return {
    ports: own,
    portsOfDeal: isDryRun ? () => ({ ...own, deals: rehearsedDeals(ports.deals) }) : () => own,
    command: commandsOf(ports),
    model,
    currency: settings.currency,
    people: { known, met: new Map(), metDepartments: new Map(), heads: new Set(), unsure: new Map() },
    lookups,
    now: ports.clock.now(),
    seen: seenIds(),
    told: new Map(),
    isDryRun,
    tell,
    leaveOut,
    goOn: goesOn(signal),
  }
}

const turnMs = 50

/** Lets others have their turn every now and then: signals to end, and what shows how far it is. */
function goesOn(signal: AbortSignal | undefined): () => Promise<void> {
  let last = performance.now()
  return async () => {
    if (performance.now() - last > turnMs) {
      await turn()
      last = performance.now()
    }
    signal?.throwIfAborted()
  }
}

function takeInput(input: Input, rest: Omit<InputTable<Input>, 'input'>): Promise<void> {
  switch (input.kind) {
    case 'deals':
      return importDeals({ input, ...rest })
    case 'targets':
      return importTargets({ input, ...rest })
    case 'employees':
      return importEmployees({ input, ...rest })
  }
}

function commandsOf({ ids }: ImportPorts): ImportRun['command'] {
  const correlationId = ids.next('cor')
  return (file) => ({ caller: systemCaller('import', file), correlationId })
}

type Opening = { readonly ask: ImportAsk; readonly faults: MappingFault[] }
type Named = { readonly file: string; readonly format: Format; readonly at: Place }

function readFiles(
  ask: ImportAsk,
  model: Model,
): { readonly inputs: readonly ReadInput[]; readonly lookups: LookupTables } {
  const { mapping } = ask
  const opening: Opening = { ask, faults: [] }
  const inputs = mapping.inputs.map((input) => ({
    input,
    table: open(opening, input, input.kind !== 'deals' || input.groupBy !== undefined),
  }))
  const tables = Object.values(mapping.lookups).map((lookup) => ({ lookup, table: open(opening, lookup, true) }))
  if (opening.faults.length > 0) throw new MappingError(opening.faults)
  checkMapping(mapping, inputs, Object.fromEntries(tables.map(({ lookup, table }) => [lookup.name, table])), model)
  const lookups = Object.fromEntries(
    tables.map(({ lookup: { name, file, from, to }, table }) => [
      name,
      { file, from, values: new Map(wholeTable(table).rows.map(({ cells }) => [cells[from] ?? '', cells[to] ?? ''])) },
    ]),
  )
  return { inputs, lookups }
}

/** Opens a file, or notes at its place in the mapping why it cannot be read. */
function open({ ask, faults }: Opening, { file, format, at }: Named, isWhole: boolean): OpenTable {
  const fault = (sentence: MappingFault['sentence']): OpenTable => {
    faults.push({ ...at, sentence })
    return { columns: [], repeated: [], lines: 0, entries: noEntries }
  }
  const { folder } = ask.mapping
  const given = ask.read(folder, file)
  if (given === undefined) return fault(say('file_absent', { file, folder }))
  const source = asSourceFile(given)
  const limit = isWhole ? most.whole : most.streamed
  if (source.size > limit) {
    return fault(say('file_large', { file, has: megabytes(source.size), most: megabytes(limit), isWhole }))
  }
  try {
    return openTable(source, format)
  } catch (error) {
    if (!(error instanceof TableError)) throw error
    return fault(error.about(file))
  }
}

function megabytes(bytes: number): number {
  return Math.ceil(bytes / 1024 ** 2)
}

function* noEntries(): Generator<never> {
  // A file that could not be opened has no lines.
}
