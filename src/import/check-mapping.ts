import type { Model } from '#schemas/model'

import {
  MappingError,
  type MappingFault as Fault,
  type DealsInput,
  type Input,
  type Mapping,
  type Place,
  type ValueSource,
} from './mapping'
import type { OpenTable } from './read-table'
import { say } from './say'
import { columnsOf } from './value-of'
import { offer } from './yaml-walk'

/** A file of the mapping as it was read. */
export type ReadInput = { readonly input: Input; readonly table: OpenTable }

/**
 * Refuses a mapping that does not fit its files and the rules: columns that are not there, fields, stages, reasons,
 * directions and roles that pipelines.yaml does not know. Throws `MappingError` with all of them.
 */
export function checkMapping(
  { lookups }: Mapping,
  inputs: readonly ReadInput[],
  lookupTables: Readonly<Record<string, OpenTable>>,
  model: Model,
): void {
  const faults = [
    ...Object.values(lookups).flatMap(({ at, file, from, to, name }) =>
      missingColumns([from, to], { at, file, table: lookupTables[name] }),
    ),
    ...inputs.flatMap(({ input, table }) => inputFaults(input, table, model)),
  ]
  if (faults.length > 0) throw new MappingError(faults.toSorted((a, b) => a.line - b.line || a.column - b.column))
}

function inputFaults(input: Input, table: OpenTable, model: Model): readonly Fault[] {
  const unread = sourcesOf(input).flatMap((source) =>
    missingColumns(columnsOf(source), { at: source.at, file: input.file, table }),
  )
  if (input.kind === 'deals') return [...unread, ...dealFaults(input, model)]
  if (input.kind === 'targets') return unread
  return [...unread, ...input.roles.flatMap((role) => unknown(input.at, 'role', role, Object.keys(model.roles)))]
}

function dealFaults(input: DealsInput, model: Model): readonly Fault[] {
  const { outcome, fields, pipeline } = input
  const pipelines = Object.keys(model.pipelines)
  const stages = Object.values(model.pipelines).flatMap((one) => one.stages.map(({ id }) => id))
  const reasons = Object.keys(model.outcomes.lost.reasons)
  const outcomes = [...outcome.of.values()].flatMap((one) => [
    ...(one.stage === undefined || one.stage === 'completed'
      ? []
      : unknown(input.at, 'stage', one.stage, [...new Set(stages)])),
    ...(one.kind !== 'lost' || one.reason === undefined ? [] : unknown(input.at, 'lost reason', one.reason, reasons)),
    ...(one.kind !== 'lost' || one.reason !== undefined || input.reason !== undefined
      ? []
      : [{ ...input.at, sentence: say('lost_reason', { reasons }) }]),
  ])
  const closing = [...outcome.of.values()].some(({ kind }) => kind !== 'open') && input.closed === undefined
  const fixed = pipeline.parts.length === 1 && typeof pipeline.parts[0] === 'string' ? pipeline.parts : []
  const named = [...(pipeline.map?.values() ?? (pipeline.lookup === undefined ? fixed : []))].map(String)
  return [
    ...outcomes,
    ...(closing ? [{ ...input.at, sentence: say('no_closed') }] : []),
    ...((input.created ?? input.closed) === undefined ? [{ ...input.at, sentence: say('no_created') }] : []),
    ...named.flatMap((id) => unknown(pipeline.at, 'direction', id, pipelines)),
    ...Object.entries(fields).flatMap(([id, { at }]) => unknown(at, 'field', id, settable(model))),
  ]
}

function settable({ fields }: Model): readonly string[] {
  return Object.values(fields).flatMap(({ id, formula }) => (formula === undefined ? [id] : []))
}

type RulesThing = 'stage' | 'direction' | 'role' | 'field' | 'lost reason'

function unknown(at: Place, thing: RulesThing, id: string, known: readonly string[]): readonly Fault[] {
  if (known.includes(id)) return []
  return [{ ...at, sentence: say('rules_know_no', { thing, id, ...offer(id, known) }) }]
}

function missingColumns(
  wanted: readonly string[],
  { at, file, table }: { at: Place; file: string; table: OpenTable | undefined },
): readonly Fault[] {
  const columns = table?.columns ?? []
  const repeated = table?.repeated ?? []
  const twice = wanted.filter((column) => repeated.includes(column))
  return [
    ...wanted
      .filter((column) => !columns.includes(column))
      .map((column) => ({ ...at, sentence: say('column_unknown', { file, column, ...offer(column, columns) }) })),
    ...twice.map((column) => ({ ...at, sentence: say('column_twice', { file, column }) })),
  ]
}

function sourcesOf(input: Input): readonly ValueSource[] {
  switch (input.kind) {
    case 'deals': {
      const { groupBy, externalId, title, owner, pipeline, created, closed, amount, currency, reason } = input
      const more = [groupBy, created, closed, amount, currency, reason, input.outcome.source]
      return [
        externalId,
        title,
        owner,
        pipeline,
        ...more,
        ...Object.values(input.client),
        ...Object.values(input.fields),
      ].flatMap((source) => source ?? [])
    }
    case 'targets':
      return [
        ...(input.id === undefined ? [] : [input.id]),
        ...input.cells.flatMap(({ period, value }) => [period, value]),
      ]
    case 'employees': {
      const { id, name, email, department } = input
      const head = department?.head === undefined ? [] : [department.head.id, department.head.name]
      return [
        id,
        name,
        ...(email === undefined ? [] : [email]),
        ...(department === undefined ? [] : [department.id, department.name, ...head]),
      ]
    }
  }
}
