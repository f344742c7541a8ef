import type { Sink } from '#config/context'
import { language } from '#config/shape/language-shape'
import type { Entry, MapNode, TreeNode } from '#config/yaml/tree'
import { walkShape } from '#config/shape/walk-shape'
import { readTree } from '#config/yaml/yaml-tree'

const mostRounds = 20

/** What could be read of a text, and the same as it was meant. */
export type ReadablePart = { readonly tree: TreeNode; readonly root: MapNode }

/**
 * Reads as much of a text as can be read; undefined when that is nothing. While somebody types, one half-written line
 * often breaks all of it: then every section is read on its own, without its faulty lines.
 */
export function readablePart(text: string): ReadablePart | undefined {
  const tree = read(text).tree ?? merged(sectionsOf(text).flatMap((section) => withoutFaultyLines(section) ?? []))
  if (tree?.kind !== 'map') return undefined
  const root = walkShape(silentSink(text), tree, language, { name: '' })
  return root?.kind === 'map' ? { tree, root } : undefined
}

type FaultySink = Sink & { readonly firstLine: () => number | undefined }

function silentSink(text: string): FaultySink {
  const diagnostics: Sink['diagnostics'] = []
  return {
    text,
    lang: 'en',
    place: (offset) => ({ line: text.slice(0, Math.max(0, offset)).split('\n').length, column: 1 }),
    diagnostics,
    fixes: [],
    muted: new Set(),
    misnamed: new Set(),
    firstLine: () => diagnostics.at(-1)?.line,
  }
}

function read(text: string): { readonly tree: TreeNode | undefined; readonly faultyLine: number | undefined } {
  const sink = silentSink(text)
  const tree = readTree(sink)
  return { tree, faultyLine: sink.firstLine() }
}

/** The text cut where a line begins without indentation; a section of the language always does. */
function sectionsOf(text: string): readonly string[] {
  const sections: string[] = []
  for (const line of text.split('\n')) {
    if (/^[^\s#-]/.test(line) || sections.length === 0) sections.push(line)
    else sections.push(`${sections.pop() ?? ''}\n${line}`)
  }
  return sections
}

function withoutFaultyLines(section: string): TreeNode | undefined {
  const lines = section.split('\n')
  for (let round = 0; round < mostRounds; round += 1) {
    const { tree, faultyLine } = read(lines.join('\n'))
    if (tree !== undefined) return tree
    // Where the fault is told at a line that is empty already, the line before it is the broken one.
    const at = lines.slice(0, faultyLine ?? lines.length).findLastIndex((line) => line.trim() !== '')
    if (at < 0) return undefined
    lines[at] = ''
  }
  return undefined
}

function merged(parts: readonly TreeNode[]): MapNode {
  const entries = parts.flatMap((part): readonly Entry[] => (part.kind === 'map' ? part.entries : []))
  return { kind: 'map', start: 0, end: 0, at: { start: 0, end: 0 }, path: '', entries }
}
