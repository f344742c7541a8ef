import { report, reportIn, type Context } from '#config/context'
import { isDay, isTime } from '#config/values/parse-value'
import { readCondition } from '#config/values/read-condition'
import { itemsOf, type Entry, type MapNode, type ScalarNode } from '#config/yaml/tree'
import { documentStates, invoiceStates } from '#schemas/lists/paper-states'
import { refusalCodes } from '#domain/kernel/refusal'
import { didYouMean } from '#config/names/did-you-mean'
import type { TrialKind } from '#config/messages/en-trial'
import { say } from '#config/messages/say'
import { suggest } from '#domain/deals/suggest'
import { nameIn } from './known-names'
import { keyNode, type Reading } from './read-values'
import { nameKeys, tableKeys, wordKeys, type Expected } from './test-file'

type Asked = Reading & { readonly context: Context }

const kindsOf: Readonly<Record<string, readonly TrialKind[]>> = {
  stopped_by: ['task', 'field', 'stage', 'papers_of_gate'],
  tasks: ['task'],
  done: ['task'],
  cancelled: ['task'],
  late: ['task'],
  undated: ['task'],
  escalated: ['task'],
  notified: ['person'],
  sent: ['template'],
  stage: ['stage'],
  pipeline: ['pipeline'],
  owner: ['person'],
}

const namedIn: Readonly<Record<(typeof tableKeys)[number], readonly TrialKind[]>> = {
  due: ['task'],
  responsible: ['task'],
  whose: ['task', 'field'],
  automation: ['rule'],
  papers: ['paper'],
}

const outcomes = ['done', 'stopped', 'paused', 'too_deep']

/** Reads what must be so after a step. */
export function readExpectations(asked: Asked, map: MapNode | undefined): readonly Expected[] {
  return (map?.entries ?? []).flatMap((entry) => {
    const line = asked.sink.place(entry.keyAt.start).line
    const names = nameKeys.find((key) => key === entry.key)
    if (names !== undefined) return [{ key: names, line, names: readNames(asked, map, names) }]
    const word = wordKeys.find((key) => key === entry.key)
    if (word !== undefined) return entry.value.kind === 'scalar' ? readWord(asked, word, entry.value, line) : []
    const table = tableKeys.find((key) => key === entry.key)
    if (table !== undefined) return [{ key: table, line, entries: readTable(asked, table, entry) }]
    if (entry.value.kind !== 'map') return []
    return [{ key: 'fields' as const, line, tests: readCondition(asked.context, entry.value) }]
  })
}

function readNames({ sink, known }: Asked, map: MapNode | undefined, key: string): readonly string[] {
  return itemsOf(map, key).flatMap((node) =>
    node.kind === 'scalar' ? (nameIn(sink, node, known, kindsOf[key] ?? []) ?? []) : [],
  )
}

function readWord(
  { sink, known }: Asked,
  key: (typeof wordKeys)[number],
  node: ScalarNode,
  line: number,
): readonly Expected[] {
  if (key === 'refused') return isRefusal({ sink }, node) ? [{ key, line, word: node.text }] : []
  const kinds = kindsOf[key]
  const word = kinds === undefined ? node.text : nameIn(sink, node, known, kinds)
  return word === undefined ? [] : [{ key, line, word }]
}

function isRefusal({ sink }: Pick<Asked, 'sink'>, node: ScalarNode): boolean {
  if (node.text === 'yes' || refusalCodes.some((code) => code === node.text)) return true
  const guess = suggest(node.text, ['yes', ...refusalCodes])
  const help = guess === undefined ? { help: say('trial-write-refused') } : didYouMean(guess)
  reportIn(sink, node, { code: 'unknown-value', message: say('trial-no-refusal', { text: node.text }), ...help })
  return false
}

function readTable(asked: Asked, key: (typeof tableKeys)[number], table: Entry) {
  const entries: Record<string, { word: string; line: number }> = {}
  for (const entry of table.value.kind === 'map' ? table.value.entries : []) {
    const name = nameIn(asked.sink, keyNode(entry), asked.known, namedIn[key])
    if (name === undefined || entry.value.kind !== 'scalar' || !isGoodWord(asked, key, entry.value)) continue
    entries[name] = { word: entry.value.text, line: asked.sink.place(entry.keyAt.start).line }
  }
  return entries
}

function isGoodWord(asked: Asked, key: (typeof tableKeys)[number], node: ScalarNode): boolean {
  switch (key) {
    case 'responsible':
    case 'whose':
      return nameIn(asked.sink, node, asked.known, ['person']) !== undefined
    case 'automation':
      return isOutcome(asked, node)
    case 'papers':
      return isPaperState(asked, node)
    case 'due':
      return isDue(asked, node)
  }
}

function isOutcome({ sink }: Asked, node: ScalarNode): boolean {
  if (outcomes.includes(node.text)) return true
  const message = say('trial-no-outcome', { text: node.text })
  report(sink, node, { code: 'unknown-value', message, help: say('write-one-of', { words: outcomes }) })
  return false
}

function isPaperState({ sink }: Asked, node: ScalarNode): boolean {
  const known = [...new Set(['none', ...documentStates, ...invoiceStates])]
  if (known.includes(node.text)) return true
  const message = say('trial-no-paper-state', { text: node.text })
  reportIn(sink, node, { code: 'unknown-value', message, help: say('write-one-of', { words: known }) })
  return false
}

function isDue({ sink }: Asked, node: ScalarNode): boolean {
  const [day = '', time, ...more] = node.text.trim().split(/[ T]+/)
  const isTimed = time === undefined || isTime(time)
  if (node.text === 'none' || (more.length === 0 && isDay(day) && isTimed)) return true
  reportIn(sink, node, {
    code: 'unknown-value',
    message: say('trial-not-a-due', { text: node.text }),
    help: say('trial-write-due'),
  })
  return false
}
