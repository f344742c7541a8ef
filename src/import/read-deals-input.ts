import type { Node } from 'yaml'

import { inputBlock, maybeSource, needSource, someSources, type InputFile, type InputReader } from './input-reader'
import type { DealsInput, Outcome, ValueSource } from './mapping'
import { readSource } from './read-source'
import { say } from './say'
import { blockOf, mapOf, offer, textOf, wordOf, type Block, type Walk } from './yaml-walk'

const optional = ['created', 'closed', 'amount', 'currency', 'reason'] as const
const keys = [
  'group_by',
  'external_id',
  'title',
  'owner',
  'pipeline',
  ...optional,
  'client',
  'fields',
  'outcome',
  'repeated',
]

/** Reads an input of deals. */
export function readDeals(reader: InputReader, file: InputFile): DealsInput | undefined {
  const block = inputBlock(reader, { inputOf: 'deals' }, keys)
  if (block === undefined) return undefined
  const groupBy = maybeSource(reader, block, 'group_by')
  return {
    ...file,
    kind: 'deals',
    ...(groupBy === undefined ? {} : { groupBy }),
    externalId: needSource(reader, block, 'external_id', say('no_external_id')),
    title: needSource(reader, block, 'title', say('no_title')),
    owner: needSource(reader, block, 'owner', say('no_owner')),
    pipeline: needSource(reader, block, 'pipeline', say('no_pipeline')),
    ...someSources(reader, block, optional),
    client: readClient(reader, block.values.get('client')),
    fields: readFields(reader, block.values.get('fields')),
    outcome: readOutcomes(reader, block),
    repeated: readRepeated(reader, block),
  }
}

function readClient(reader: InputReader, node: Node | undefined): DealsInput['client'] {
  const names = ['name', 'phone', 'email'] as const
  const block = node === undefined ? undefined : blockOf(reader.walk, node, 'client', names)
  return block === undefined ? {} : someSources(reader, block, names)
}

function readFields(reader: InputReader, node: Node | undefined): Readonly<Record<string, ValueSource>> {
  const block = node === undefined ? undefined : mapOf(reader.walk, node, 'fields')
  if (block === undefined) return {}
  if (block.values.has('amount')) reader.walk.fault(block.at, say('amount_beside'))
  return someSources(reader, block, [...block.values.keys()]) as Readonly<Record<string, ValueSource>>
}

function readRepeated({ walk }: InputReader, { values }: Block): DealsInput['repeated'] {
  const node = values.get('repeated')
  return (node === undefined ? undefined : wordOf(walk, node, 'repeated', ['refused', 'pass_over'])) ?? 'refused'
}

/** `{ won: yes }` for every deal, or a column and what each of its values means. */
function readOutcomes(reader: InputReader, { values }: Block): DealsInput['outcome'] {
  const { walk } = reader
  const node = values.get('outcome')
  if (node === undefined) return { of: new Map([['', { kind: 'open' }]]) }
  const block = mapOf(walk, node, 'outcome')
  if (block === undefined) return { of: new Map() }
  if (!block.values.has('column')) return { of: new Map([['', readOutcome(walk, node)]]) }
  blockOf(walk, node, 'outcome', ['column', 'map', 'lookup', 'otherwise', 'if_empty'])
  const map = block.values.get('map')
  if (map === undefined) walk.fault(node, say('outcome_meaning'))
  const source = readOutcomeSource(reader, block)
  const entries = map === undefined ? [] : [...(mapOf(walk, map, { mapOf: 'outcome' })?.values ?? [])]
  const of = new Map(entries.map(([value, one]) => [value, readOutcome(walk, one)]))
  return { ...(source === undefined ? {} : { source }), of }
}

/** Where the word for the outcome comes from: the map behind it says what each word means. */
function readOutcomeSource({ walk, lookups }: InputReader, { values }: Block): ValueSource | undefined {
  const column = values.get('column')
  const source = column === undefined ? undefined : readSource(walk, column, { source: 'column' })
  if (source === undefined) return undefined
  const text = (key: string) => {
    const value = values.get(key)
    return value === undefined ? undefined : textOf(walk, value, key)
  }
  const [lookup, otherwise, ifEmpty] = [text('lookup'), text('otherwise'), text('if_empty')]
  if (lookup !== undefined && lookups[lookup] === undefined) {
    walk.fault(values.get('lookup'), say('lookup_unknown', { lookup, ...offer(lookup, Object.keys(lookups)) }))
  }
  if (otherwise !== undefined && lookup === undefined) walk.fault(values.get('otherwise'), say('otherwise_alone'))
  return {
    ...source,
    ...(lookup === undefined ? {} : { lookup }),
    ...(otherwise === undefined ? {} : { otherwise: otherwise === 'keep' ? { keep: true } : { value: otherwise } }),
    ...(ifEmpty === undefined ? {} : { ifEmpty }),
  }
}

function readOutcome(walk: Walk, node: Node): Outcome {
  const block = blockOf(walk, node, { a: 'outcome' }, ['won', 'lost', 'stage'])
  const [won, lost, stageNode] = ['won', 'lost', 'stage'].map((key) => block?.values.get(key))
  if (won !== undefined && lost !== undefined) walk.fault(node, say('won_and_lost'))
  const stageId = stageNode === undefined ? undefined : textOf(walk, stageNode, 'stage')
  const stage = stageId === undefined ? {} : { stage: stageId }
  if (won !== undefined) {
    wordOf(walk, won, 'won', ['yes', 'true'])
    return { kind: 'won', ...stage }
  }
  if (lost === undefined) return { kind: 'open', ...stage }
  const reason = textOf(walk, lost, 'lost')
  // `lost: yes` leaves the reason to the column of “reason”.
  return { kind: 'lost', ...stage, ...(reason === undefined || reason === 'yes' ? {} : { reason }) }
}
