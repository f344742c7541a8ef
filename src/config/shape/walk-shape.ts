import { report } from '#config/context'
import type { Sink } from '#config/context'
import { isAnyInside, reportAnyInside, reportAnyOfLines } from './any-inside'
import { conditionIn } from './condition-in'
import { standsAside, typeBeside, waitingFor } from './waiting-for'
import { severalNames, withoutBrackets } from './without-brackets'
import { checkedId } from './checked-id'
import { shortened } from './shortened'
import type { Key, Shape } from './shape'
import { say } from '#config/messages/say'
import type { Given } from '#config/messages/en-shape'
import type { Phrase } from '#config/messages/say'
import { didYouMean } from '#config/names/did-you-mean'
import { plainly, unseen } from '#config/names/unseen'
import { own } from '#domain/kernel/own'
import { isSpelling, suggest } from '#domain/deals/suggest'
import type { Entry, ListNode, MapNode, ScalarNode, TreeNode } from '#config/yaml/tree'
import { isDay } from '#config/values/parse-value'
import { reportMissingSpace } from '#config/yaml/yaml-tree'

type Place = { readonly name: string; readonly entry?: Entry }

/**
 * Compares a part of the file with what may stand there, reports what differs, and returns the part as it was meant:
 * with misspelled keys and words put right, so that what stands inside them is still checked.
 */
export function walkShape(sink: Sink, node: TreeNode, shape: Shape, place: Place): TreeNode | undefined {
  switch (shape.is) {
    case 'value':
      return node.kind === 'scalar' ? walkValue(sink, node, place) : reportKind(sink, node, shape, place)
    case 'words':
      return node.kind === 'scalar' ? walkWord(sink, node, shape.words, place) : reportKind(sink, node, shape, place)
    case 'list':
      return node.kind === 'list' ? walkList(sink, node, shape, place) : reportKind(sink, node, shape, place)
    case 'block':
      return node.kind === 'map' ? walkBlock(sink, node, shape.keys, place) : reportKind(sink, node, shape, place)
    case 'table':
      return node.kind === 'map' ? walkTable(sink, node, shape, place) : reportKind(sink, node, shape, place)
    case 'one_of': {
      const list = node.kind === 'scalar' ? withoutBrackets(sink, node, shape, place.name) : undefined
      if (list !== undefined) return list
      const chosen = node.kind === 'scalar' ? shape.value : node.kind === 'list' ? shape.list : shape.block
      return chosen === undefined ? reportKind(sink, node, shape, place) : walkShape(sink, node, chosen, place)
    }
  }
}

function walkValue(sink: Sink, node: ScalarNode, place: Place): ScalarNode | undefined {
  if (!node.isEmpty) return node
  const meant = conditionIn(place.name)
  if (meant !== undefined) {
    const help = say('write', { text: meant })
    report(sink, place.entry?.keyAt ?? node, {
      code: 'missing-key',
      message: say('no-colon', { key: place.name.split(/\W/)[0] ?? '' }),
      help,
    })
    return undefined
  }
  report(sink, place.entry?.keyAt ?? node, {
    code: 'missing-key',
    message: say('nothing-after', { name: place.name }),
    help: say('write-or-leave'),
  })
  return undefined
}

function walkWord(sink: Sink, node: ScalarNode, words: readonly string[], place: Place): ScalarNode | undefined {
  const given = walkValue(sink, node, place)
  if (given === undefined) return undefined
  const word = words.includes('yes') ? yesNoWord(given.text) : given.text
  if (words.includes(word)) return { ...given, text: word }
  const guess = suggest(plainly(word), words)
  const hidden = unseen(word, guess)
  const isLookAlike = hidden !== undefined
  report(sink, given, {
    code: isLookAlike ? 'lookalike-letter' : 'unknown-value',
    message: isLookAlike ? hidden : say('bad-word', { text: shortened(given.text), name: place.name, words }),
    help: say('write-one-of', { words }),
    ...(guess !== undefined && given.isExact && (isLookAlike || isSpelling(word, guess))
      ? { fix: { text: guess } }
      : {}),
    ...didYouMean(guess),
  })
  return guess === undefined ? undefined : { ...given, text: guess, isExact: false }
}

function yesNoWord(word: string): string {
  if (/^true$/i.test(word)) return 'yes'
  return /^false$/i.test(word) ? 'no' : word.toLowerCase()
}

function walkList(
  sink: Sink,
  node: ListNode,
  shape: Extract<Shape, { is: 'list' }>,
  place: Place,
): ListNode | undefined {
  if (node.items.length === 0 && shape.isFilled === true) return reportKind(sink, node, shape, place)
  const given = node.items.flatMap((item): readonly TreeNode[] => severalNames(sink, item, shape.of) ?? [item])
  const items = given.flatMap((item) => walkShape(sink, item, shape.of, { name: place.name }) ?? [])
  return items.length < given.length ? { ...node, items, isPartial: true } : { ...node, items }
}

function walkBlock(sink: Sink, node: MapNode, keys: Readonly<Record<string, Key>>, place: Place): MapNode | undefined {
  if (place.name === '' && isAnotherFile(node, keys)) {
    const names = node.entries.slice(0, 3).map(({ key }) => shortened(key))
    const message = say('another-file', { names })
    const at = node.entries[0]?.keyAt ?? node
    sink.diagnostics.splice(0)
    sink.muted.clear()
    report(sink, at, { code: 'unknown-key', message, help: say('can-stand', { known: Object.keys(keys) }) })
    return undefined
  }
  const written = new Set(node.entries.map((entry) => entry.key))
  const entries: Entry[] = []
  const broken: string[] = []
  const tried = new Set(written)
  const strange = node.entries.filter((entry) => own(keys, entry.key) === undefined).length
  for (const entry of node.entries) {
    const meant =
      own(keys, entry.key) === undefined
        ? meantKey(sink, entry, keys, { tried, place, isAlone: strange === 1 })
        : entry.key
    const key = meant === undefined ? undefined : own(keys, meant)
    if (meant === undefined || key === undefined) {
      broken.push('?')
      continue
    }
    tried.add(meant)
    const path = entry.path.slice(0, entry.path.length - entry.key.length) + meant
    const value = walkShape(sink, entry.value, key.shape, { name: meant, entry })
    if (value === undefined) broken.push(meant)
    else entries.push({ ...entry, key: meant, path, value })
  }
  for (const [name, key] of Object.entries(keys)) {
    if (key.required === true && !tried.has(name)) reportMissing(sink, node, { name, key, place })
  }
  return { ...node, entries, broken }
}

/** Whether nothing that stands at the top of the file is, or could have been meant for, a section. */
function isAnotherFile(node: MapNode, keys: Readonly<Record<string, Key>>): boolean {
  const known = Object.keys(keys)
  return node.entries.every(({ key }) => own(keys, key) === undefined && suggest(key, known) === undefined)
}

type Surroundings = { readonly tried: Set<string>; readonly place: Place; readonly isAlone: boolean }

function meantKey(
  sink: Sink,
  entry: Entry,
  keys: Readonly<Record<string, Key>>,
  { tried, place, isAlone }: Surroundings,
): string | undefined {
  const known = Object.keys(keys)
  const free = known.filter((key) => !tried.has(key))
  const word = plainly(entry.key)
  const guess = suggest(word, free) ?? suggest(word, known) ?? (isAlone ? onlyMissing(keys, free) : undefined)
  const hidden = unseen(entry.key, guess)
  const isLookAlike = hidden !== undefined
  report(sink, entry.keyAt, {
    code: isLookAlike ? 'lookalike-letter' : 'unknown-key',
    message: isLookAlike ? hidden : say('key-means-nothing', { key: shortened(entry.key), under: place.name }),
    help: say('can-stand', { known }),
    ...(guess !== undefined && free.includes(guess) && (isLookAlike || isSpelling(entry.key, guess))
      ? { fix: { text: guess } }
      : {}),
    ...didYouMean(guess),
  })
  return guess !== undefined && free.includes(guess) ? guess : undefined
}

/** The one required key that is not there: it is what a key that means nothing stands for. */
function onlyMissing(keys: Readonly<Record<string, Key>>, free: readonly string[]): string | undefined {
  const missing = free.filter((key) => keys[key]?.required === true)
  return missing.length === 1 ? missing[0] : undefined
}

function reportMissing(
  sink: Sink,
  node: MapNode,
  { name, key, place }: { readonly name: string; readonly key: Key; readonly place: Place },
): void {
  if (standsAside(sink, node, name)) return
  report(sink, place.entry?.keyAt ?? { start: node.start, end: node.start + 1 }, {
    code: 'missing-key',
    message: say('key-missing', { key: name, under: place.name, says: key.says }),
    help: say('add', {
      text: `${name}: ${waitingFor(sink.text, name, place.entry?.path) ?? typeBeside(name, node) ?? example(key.shape)}`,
    }),
  })
}

function example(shape: Shape): string {
  if (shape.is === 'value' && (shape.holds === 'doer' || shape.holds === 'task_doer')) return 'owner'
  if (shape.is === 'value' && shape.holds === 'head') return 'owner_manager'
  if (shape.is === 'value') return /such as (.+)$/.exec(shape.what)?.[1] ?? (shape.what === '1' ? '1' : '…')
  if (shape.is === 'words') return shape.words[0] ?? '…'
  if (shape.is === 'one_of' && shape.value !== undefined) return example(shape.value)
  return '…'
}

function walkTable(sink: Sink, node: MapNode, shape: Extract<Shape, { is: 'table' }>, place: Place): MapNode {
  const entries: Entry[] = []
  const written = new Set(node.entries.map((entry) => entry.key))
  for (const entry of node.entries) {
    if (shape.keys !== undefined && entry.key === 'any' && entry.value.kind === 'map') {
      reportAnyOfLines(sink, entry)
      continue
    }
    if (shape.keys !== undefined && entry.key === 'any' && isAnyInside(entry, shape.of)) {
      reportAnyInside(sink, node, entry)
      continue
    }
    const meant = shape.ids === undefined ? entry.key : checkedId(sink, entry, shape.reserved ?? [])
    // The id that is offered is taken for the one that is meant, unless another line has it.
    const key = meant !== entry.key && written.has(meant) ? entry.key : meant
    const of = partShape(shape, key, entry)
    const value = walkShape(sink, entry.value, of, { name: entry.key, entry })
    const path = entry.path.slice(0, entry.path.length - entry.key.length) + key
    if (value !== undefined) entries.push({ ...entry, key, path, value })
    else if (shape.ids !== undefined) entries.push({ ...entry, key, path, value: emptyLike(entry, shape.of) })
  }
  if (node.entries.length === 0) reportKind(sink, { ...node, ...place.entry?.keyAt }, shape, place)
  return { ...node, entries }
}

/** What may stand under an id: under a known one less, unless it says what the others must say. */
function partShape({ of, known = {} }: Extract<Shape, { is: 'table' }>, id: string, { value }: Entry): Shape {
  const short = own(known, id)
  const must = of.is === 'block' ? Object.keys(of.keys).filter((key) => of.keys[key]?.required === true) : []
  const saysAll = value.kind === 'map' && value.entries.some(({ key }) => must.includes(key))
  return short === undefined || saysAll ? of : short
}

/** What stands in for a thing that is written wrongly, so that references to its id are still good. */
function emptyLike(entry: Entry, shape: Shape): TreeNode {
  const at = { start: entry.value.start, end: entry.value.end, path: entry.path }
  if (shape.is === 'block' || shape.is === 'table')
    return { kind: 'map', ...at, at: entry.keyAt, entries: [], broken: ['?'] }
  if (shape.is === 'list') return { kind: 'list', ...at, items: [] }
  return { kind: 'scalar', ...at, text: '', isEmpty: true, isExact: false }
}

function reportKind(sink: Sink, node: TreeNode, shape: Shape, place: Place): undefined {
  if (node.kind === 'scalar' && /^[a-z_]+:\S/.test(node.text)) {
    // Several such lines are one text to YAML: the first is told, and the next when that is mended.
    const line = (sink.text.slice(node.start, node.end).split('\n')[0] ?? '').trimEnd()
    reportMissingSpace(sink, { start: node.start, end: node.start + line.length }, line)
    return undefined
  }
  const isNothing = isEmpty(node)
  const at =
    isNothing || node.kind !== 'scalar' ? (place.entry?.keyAt ?? { start: node.start, end: node.start + 1 }) : node
  report(sink, at, {
    code: isNothing ? 'missing-key' : 'wrong-kind',
    message: isNothing
      ? say('empty', { name: place.name, shape })
      : say('wrong-kind', { name: place.name, shape, given: given(node) }),
    help: isNothing
      ? place.name === ''
        ? say('begin-file')
        : say('write-under')
      : instead(node, shape, place.entry?.key ?? place.name),
  })
  return undefined
}

function isEmpty(node: TreeNode): boolean {
  if (node.kind === 'scalar') return node.isEmpty
  return (node.kind === 'map' ? node.entries : node.items).length === 0
}

/** Whether a text can be an item of the list that is wanted. */
function isItem(text: string, of: Shape): boolean {
  return of.is === 'value' && (of.holds !== 'day' || isDay(text))
}

/** What to type, where the same values can be written the other way. */
function instead(node: TreeNode, shape: Shape, name: string): Phrase {
  if (node.kind === 'scalar' && shape.is === 'list' && isItem(node.text, shape.of))
    return say('write', { text: `${name}: [${node.text}]` })
  const condition =
    node.kind === 'scalar' && shape.is === 'table' && shape.keys !== undefined ? conditionIn(node.text) : undefined
  if (condition !== undefined) return say('write', { text: `${name}: { ${condition} }` })
  const first = node.kind === 'list' ? node.items[0] : undefined
  if (node.kind === 'list' && shape.is === 'table') return say('leave-dash')
  if (shape.is === 'value' && first?.kind === 'scalar')
    return say('write', { text: `${name}: ${shortened(first.text)}` })
  return say('write-what', { shape })
}

function given(node: TreeNode): Given {
  return { kind: node.kind, text: node.kind === 'scalar' ? shortened(node.text) : '' }
}
