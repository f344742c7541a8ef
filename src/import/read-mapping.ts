import type { Node } from 'yaml'

import { MappingError, type Format, type Input, type Lookup, type Mapping, type MappingFault } from './mapping'
import { readDeals } from './read-deals-input'
import { readEmployees } from './read-employees-input'
import { readFormat, usualFormat } from './read-source'
import { readTargets } from './read-targets-input'
import { say } from './say'
import { blockOf, listOf, mapOf, openYaml, textOf, wordOf, type Walk } from './yaml-walk'

const kinds = ['deals', 'targets', 'employees'] as const

/** Reads a mapping file. Throws `MappingError` with every fault, each with its place and what to write instead. */
export function readMapping(text: string): Mapping {
  const faults: MappingFault[] = []
  const { walk, root } = openYaml(text, (place, sentence) => faults.push({ ...place, sentence }))
  const mapping = root === null ? undefined : readRoot(walk, root)
  if (root === null) faults.push({ line: 1, column: 1, sentence: say('mapping_empty') })
  if (mapping === undefined || faults.length > 0) {
    throw new MappingError(faults.toSorted((a, b) => a.line - b.line || a.column - b.column))
  }
  return mapping
}

function readRoot(walk: Walk, root: Node): Mapping | undefined {
  const block = blockOf(walk, root, { a: 'mapping' }, ['version', 'folder', 'format', 'lookups', 'inputs'])
  if (block === undefined) return undefined
  const { values, at } = block
  const version = values.get('version')
  if (version === undefined) walk.fault(at, say('version_missing'))
  else wordOf(walk, version, 'version', ['1'])
  const format = readFormat(walk, values.get('format'), usualFormat)
  const folder = values.get('folder')
  const lookups = readLookups(walk, values.get('lookups'), format)
  const inputs = values.get('inputs')
  if (inputs === undefined) walk.fault(at, say('inputs_missing'))
  return {
    folder: folder === undefined ? '.' : (textOf(walk, folder, 'folder') ?? '.'),
    lookups,
    inputs: inputs === undefined ? [] : listOf(inputs).flatMap((node) => readInput(walk, node, format, lookups) ?? []),
  }
}

function readLookups(walk: Walk, node: Node | undefined, usual: Format): Readonly<Record<string, Lookup>> {
  if (node === undefined) return {}
  const found: Record<string, Lookup> = {}
  for (const [name, value] of mapOf(walk, node, 'lookups')?.values ?? []) {
    const block = blockOf(walk, value, { lookup: name }, ['file', 'format', 'from', 'to'])
    if (block === undefined) continue
    const text = (key: string) => {
      const one = block.values.get(key)
      if (one === undefined) walk.fault(block.at, say('lookup_lacks', { lookup: name, key }))
      return one === undefined ? '' : (textOf(walk, one, key) ?? '')
    }
    const format = readFormat(walk, block.values.get('format'), usual)
    found[name] = { at: block.at, name, file: text('file'), format, from: text('from'), to: text('to') }
  }
  return found
}

function readInput(
  walk: Walk,
  node: Node,
  usual: Format,
  lookups: Readonly<Record<string, Lookup>>,
): Input | undefined {
  const block = mapOf(walk, node, { a: 'input' })
  if (block === undefined) return undefined
  const kindNode = block.values.get('kind')
  if (kindNode === undefined) {
    walk.fault(block.at, say('kind_missing', { kinds }))
    return undefined
  }
  const kind = wordOf(walk, kindNode, 'kind', kinds)
  if (kind === undefined) return undefined
  const file = block.values.get('file')
  if (file === undefined) walk.fault(block.at, say('file_unnamed'))
  const at = {
    at: block.at,
    file: file === undefined ? '' : (textOf(walk, file, 'file') ?? ''),
    format: readFormat(walk, block.values.get('format'), usual),
  }
  const reader = { walk, node, lookups }
  if (kind === 'deals') return readDeals(reader, at)
  return kind === 'targets' ? readTargets(reader, at) : readEmployees(reader, at)
}
