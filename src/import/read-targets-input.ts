import type { Node } from 'yaml'

import { inputBlock, needSource, type InputFile, type InputReader } from './input-reader'
import type { TargetsInput, ValueSource } from './mapping'
import { readFactor, readSource } from './read-source'
import { say } from './say'
import { blockOf, mapOf, wordOf, type Block } from './yaml-walk'

const metrics = ['sum', 'count', 'tasks_done'] as const
const scopes = ['company', 'department', 'employee', 'pipeline', 'axis', 'employee_pipeline'] as const
const periods = ['month', 'quarter', 'half', 'year'] as const

/** Reads an input of targets: one a line (`period`, `value`), or several columns a line (`wide`). */
export function readTargets(reader: InputReader, file: InputFile): TargetsInput | undefined {
  const { walk } = reader
  const block = inputBlock(reader, { inputOf: 'targets' }, [
    'metric',
    'scope',
    'id',
    'period',
    'period_of',
    'value',
    'wide',
  ])
  if (block === undefined) return undefined
  const word = <W extends string>(key: string, words: readonly W[]): W | undefined => {
    const value = block.values.get(key)
    return value === undefined ? undefined : wordOf(walk, value, key, words)
  }
  const scope = word('scope', scopes) ?? 'employee'
  const periodOf = word('period_of', periods)
  const id = scope === 'company' ? undefined : needSource(reader, block, 'id', say('no_target_id', { scope }))
  if (scope === 'company' && block.values.has('id')) walk.fault(block.at, say('company_id'))
  return {
    ...file,
    kind: 'targets',
    metric: word('metric', metrics) ?? 'sum',
    scope,
    ...(id === undefined ? {} : { id }),
    ...(periodOf === undefined ? {} : { periodOf }),
    cells: block.values.has('wide') ? wideCells(reader, block) : longCells(reader, block),
  }
}

function longCells(reader: InputReader, block: Block): TargetsInput['cells'] {
  const period = needSource(reader, block, 'period', say('no_period'))
  const value = needSource(reader, block, 'value', say('no_target_value'))
  return [{ period, value }]
}

/** `wide: { columns: { M01: "{Year}-01" }, factor: 1000 }`: each column with the period it is for. */
function wideCells(reader: InputReader, block: Block): TargetsInput['cells'] {
  const { walk } = reader
  const node = block.values.get('wide')
  for (const key of ['period', 'value']) {
    if (block.values.has(key)) walk.fault(block.at, say('wide_twice', { key }))
  }
  const wide = node === undefined ? undefined : blockOf(walk, node, 'wide', ['columns', 'factor'])
  const columns = wide?.values.get('columns')
  if (wide === undefined || columns === undefined) {
    walk.fault(node, say('wide_columns'))
    return []
  }
  return [...(mapOf(walk, columns, { columnsOf: 'wide' })?.values ?? [])].flatMap(([column, one]) => {
    const period = periodSource(reader, one)
    return period === undefined ? [] : [{ period, value: valueSource(reader, wide, column, one) }]
  })
}

function periodSource({ walk }: InputReader, node: Node): ValueSource | undefined {
  const source = readSource(walk, node, { a: 'period' })
  // A text without columns is the period itself here, not the name of a column.
  const [part] = source?.parts ?? []
  const isFixed = source?.parts.length === 1 && typeof part === 'object' && /^\d{4}/.test(part.column)
  return source !== undefined && isFixed ? { ...source, parts: [part.column] } : source
}

function valueSource({ walk }: InputReader, wide: Block, column: string, node: Node): ValueSource {
  const factor = readFactor(walk, wide.values.get('factor'))
  return { at: walk.placeOf(node), parts: [{ column }], asId: false, factor, isSum: false }
}
