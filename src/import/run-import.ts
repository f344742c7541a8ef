import { systemCaller } from '#domain/kernel/access'
import type { Model } from '#schemas/model'

import { checkMapping, type ReadInput } from './check-mapping'
import type { ImportPorts } from './import-deal'
import { importDeals } from './import-deals'
import { importEmployees } from './import-employees'
import type { ImportRun, Progress, Taking } from './import-run'
import { importTargets } from './import-targets'
import { MappingError, type Format, type Mapping, type MappingFault, type Place } from './mapping'
import { readMapping } from './read-mapping'
import { readTable, TableError, type LeftOut, type Table } from './read-table'
import { say } from './say'
import type { LookupTables } from './value-of'

/** What an import is asked for. */
export type ImportAsk = {
  /** Text of the mapping file. */
  readonly mapping: string
  /** Reads a file the mapping names; undefined when there is none. */
  readonly read: (folder: string, file: string) => Uint8Array | undefined
  readonly isDryRun?: boolean
  readonly tell?: (progress: Progress) => void
}

/** What became of one file. `rows` are its lines, without the heading. */
export type InputReport = Omit<Taking, 'leftOut'> & {
  readonly file: string
  readonly kind: 'deals' | 'targets' | 'employees'
  readonly rows: number
  readonly leftOut: readonly LeftOut[]
}

export type ImportReport = { readonly inputs: readonly InputReport[]; readonly seconds: number }

/**
 * Imports the files of a mapping, one after the other, in its order. Nothing is written when the mapping is faulty
 * (`MappingError`) or in a dry run. What is there already is not made again, so an import that was cut off is run again.
 */
export async function runImport(ports: ImportPorts, ask: ImportAsk): Promise<ImportReport> {
  const started = performance.now()
  const mapping = readMapping(ask.mapping)
  const { model } = await ports.rules.current()
  const { inputs, lookups } = readFiles(mapping, ask, model)
  const run: ImportRun = {
    ports,
    command: commandsOf(ports),
    model,
    currency: (await ports.settings.load()).currency,
    people: { known: await ports.people.load() },
    lookups,
    isDryRun: ask.isDryRun ?? false,
    now: ports.clock.now(),
    seen: new Map(),
    tell: ask.tell ?? (() => undefined),
  }
  const reports: InputReport[] = []
  for (const { input, table } of inputs) {
    const { file, kind } = input
    // oxlint-disable-next-line no-await-in-loop -- deals need the people of the file before
    const taking = await takeInput({ input, table }, run)
    const leftOut = taking.leftOut.toSorted((a, b) => a.line - b.line)
    reports.push({ ...taking, file, kind, rows: table.rows.length + table.leftOut.length, leftOut })
  }
  return { inputs: reports, seconds: (performance.now() - started) / 1000 }
}

function takeInput({ input, table }: ReadInput, run: ImportRun): Promise<Taking> {
  switch (input.kind) {
    case 'deals':
      return importDeals({ input, table, run })
    case 'targets':
      return importTargets({ input, table, run })
    case 'employees':
      return importEmployees({ input, table, run })
  }
}

function commandsOf({ ids }: ImportPorts): ImportRun['command'] {
  const correlationId = ids.next('cor')
  return (file) => ({ caller: systemCaller('import', file), correlationId })
}

function readFiles(
  mapping: Mapping,
  ask: ImportAsk,
  model: Model,
): { readonly inputs: readonly ReadInput[]; readonly lookups: LookupTables } {
  const faults: MappingFault[] = []
  const open = (file: string, format: Format, at: Place): Table => {
    try {
      const bytes = ask.read(mapping.folder, file)
      if (bytes !== undefined) return readTable(bytes, format)
      faults.push({ ...at, sentence: say('file_absent', { file, folder: mapping.folder }) })
    } catch (error) {
      if (!(error instanceof TableError)) throw error
      faults.push({ ...at, sentence: error.about(file) })
    }
    return { columns: [], rows: [], leftOut: [] }
  }
  const inputs = mapping.inputs.map((input) => ({ input, table: open(input.file, input.format, input.at) }))
  const tables = Object.values(mapping.lookups).map((lookup) => ({
    lookup,
    table: open(lookup.file, lookup.format, lookup.at),
  }))
  if (faults.length > 0) throw new MappingError(faults)
  const columns = Object.fromEntries(tables.map(({ lookup, table }) => [lookup.name, table.columns]))
  checkMapping(mapping, inputs, columns, model)
  const lookups = Object.fromEntries(
    tables.map(({ lookup: { name, file, from, to }, table }) => [
      name,
      { file, from, values: new Map(table.rows.map(({ cells }) => [cells[from] ?? '', cells[to] ?? ''])) },
    ]),
  )
  return { inputs, lookups }
}
